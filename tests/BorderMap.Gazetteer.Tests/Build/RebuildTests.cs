using System.IO.Compression;
using System.Text;
using System.Text.Json;
using BorderMap.Gazetteer.Build;
using BorderMap.Gazetteer.Build.Reading;

namespace BorderMap.Gazetteer.Tests.Build;

/// <summary>The whole build.</summary>
public sealed class RebuildTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bordermap-gazetteer-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_rebuild_gives_the_committed_bytes()
    {
        var sources = Checkout.Sources();
        var rules = Directory.CreateDirectory(Path.Combine(_folder, "gazetteer", "rules", "build")).FullName;
        File.Copy(Checkout.Gazetteer("crossings.csv"), Path.Combine(_folder, "gazetteer", "crossings.csv"));
        foreach (var rule in Directory.GetFiles(Checkout.Gazetteer("rules/build")))
        {
            File.Copy(rule, Path.Combine(rules, Path.GetFileName(rule)));
        }
        using var progress = new StringWriter();
        GazetteerBuild.Run(sources, _folder, progress, TestContext.Current.CancellationToken);
        Assert.Contains("aliases dropped", progress.ToString());
        var built = Directory.GetFiles(_folder, "*", SearchOption.AllDirectories);
        Assert.True(built.Length >= 15);
        Assert.All(built, file =>
        {
            var name = Path.GetRelativePath(_folder, file);
            Assert.True(File.ReadAllBytes(file).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(Checkout.Data, name))), $"{name} differs: run ./run gazetteer build");
        });
    }

    [Fact]
    public void Broken_raw_input_stops_the_build_with_file_and_line()
    {
        using (var gzip = new GZipStream(File.Create(Path.Combine(_folder, "wof-af-admin.geojsonl.gz")), CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes("{\"type\":\"Feature\"}\n"));
        }
        var fault = Assert.Throws<GazetteerFormatException>(() => GazetteerBuild.Run(_folder, _folder, TextWriter.Null, TestContext.Current.CancellationToken));
        Assert.Equal(("wof-af-admin.geojsonl.gz", 1), (fault.File, fault.Line));
    }

    [Fact]
    public void A_missing_raw_file_stops_the_build() =>
        Assert.Throws<FileNotFoundException>(() => GazetteerBuild.Run(_folder, _folder, TextWriter.Null, TestContext.Current.CancellationToken));

    [Fact]
    public void Afghanistan_s_provinces_agree_with_geoBoundaries()
    {
        using var gzip = new GZipStream(File.OpenRead(Path.Combine(Checkout.Sources(), "geoboundaries", "AFG-ADM1.geojson.gz")), CompressionMode.Decompress);
        using var document = JsonDocument.Parse(gzip);
        var others = document.RootElement.GetProperty("features").EnumerateArray().Select(f => GeoJsonGeometry.Read(f.GetProperty("geometry")).Buffer(0)).ToList();
        var provinces = Checkout.Rows("admin.tsv").Where(row => row[1] == "province" && row[3] == "AF").ToDictionary(row => row[0], row => row[2]);
        var ours = Checkout.Rows("boundaries.tsv").Where(row => provinces.ContainsKey(row[0]));
        Assert.Equal(34, others.Count);
        Assert.All(ours, row =>
        {
            using var shape = JsonDocument.Parse(row[1]);
            var area = GeoJsonGeometry.Read(shape.RootElement);
            // Their provinces are drawn coarsely: what both hold is more than half of what either holds (Kapisa, the least alike, 60 %).
            var best = others.Max(other => area.Intersection(other).Area / area.Union(other).Area);
            Assert.True(best > 0.5, $"{provinces[row[0]]}: {best:P0} in common");
        });
    }
}
