using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BorderMap.Incidents;
using BorderMap.Incidents.Exporting;
using BorderMap.Web.Http;

namespace BorderMap.Web.Exports;

/// <summary>
/// Everything that is public, in every format, in a folder named by its public sequence, with a manifest; <c>manifest.json</c> above the folders is always that
/// of the newest whole one. Made again for the same sequence it does nothing; what an interrupted run left is removed by the next.
/// </summary>
internal sealed class DataDump(ExportFiles files, string folder, TimeProvider time)
{
    private const string Manifest = "manifest.json";
    private const string Partial = ".partial";

    private static readonly JsonSerializerOptions Writing = new(IncidentJson.Options) { WriteIndented = true };

    /// <summary>What the names of a filter's folders begin with; without a filter they are <c>pub-</c> and the number.</summary>
    private readonly string prefix = files.Export.Query.Filter.ToQuery() is { Length: > 0 } query ? $"filter-{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(query)))[..12]}-pub-" : "pub-";

    private string Name => prefix + files.Export.Pub;

    /// <param name="keep">How many folders stay; 0: all.</param>
    /// <param name="cancellation">Stops the writing.</param>
    /// <returns>What was done, in a sentence.</returns>
    public async Task<string> WriteAsync(int keep, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        // One run at a time; a second one fails with the name of this file.
        await using var turn = new FileStream(Path.Combine(folder, ".lock"), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
        var whole = Path.Combine(folder, Name);
        var isThere = File.Exists(Path.Combine(whole, Manifest));
        if (!isThere)
        {
            await MakeAsync(whole, cancellation);
        }
        await PublishAsync(whole, cancellation);
        Forget(keep);
        return isThere ? $"{whole} is there already: nothing public has changed" : $"written to {whole}";
    }

    private async Task MakeAsync(string whole, CancellationToken cancellation)
    {
        var partial = Path.Combine(folder, Partial);
        if (Directory.Exists(partial))
        {
            Directory.Delete(partial, recursive: true);
        }
        Directory.CreateDirectory(partial);
        var written = new List<WrittenFile>();
        foreach (var file in ExportFile.All)
        {
            written.Add(await files.WriteAsync(file, Path.Combine(partial, $"incidents.{file.Ending}"), cancellation));
        }
        written.Add(await WriteTextAsync(partial, "incidents.csvt", MediaTypes.Plain, ColumnTypes, cancellation));
        written.Add(await WriteTextAsync(partial, "dictionary.csv", MediaTypes.Csv, ColumnMeanings.Csv, cancellation));
        await WriteTextAsync(partial, Manifest, MediaTypes.Json, await DescribeAsync(written, cancellation), cancellation);
        Directory.Move(partial, whole);
    }

    private async Task<string> DescribeAsync(IReadOnlyList<WrittenFile> written, CancellationToken cancellation)
    {
        var head = await files.HeadAsync(isLocated: true, cancellation);
        var now = DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds());
        return JsonSerializer.Serialize(new DumpManifest("bordermap-dump/1", now, head.Pub, head.Filter, head.Count, head.Count - head.Located!.Value, new(ExportHead.LicenceName, ExportHead.LicenceUrl),
            $"BorderMap. ({now.ToString("yyyy, MMMM d", CultureInfo.InvariantCulture)}). Incidents along the Durand Line, public sequence {head.Pub} [Data set]. {head.Site}".TrimEnd(), $"{Name}/", written), Writing) + "\n";
    }

    /// <summary>The types that GDAL reads beside a CSV file.</summary>
    private static string ColumnTypes => string.Join(',', ExportColumns.Properties.Select(column => column.Type switch
    {
        ExportType.Day => "\"Date\"",
        ExportType.Instant => "\"DateTime\"",
        ExportType.Integer => "\"Integer\"",
        ExportType.Number => "\"Real\"",
        ExportType.Boolean => "\"Integer(Boolean)\"",
        _ => "\"String\"",
    }).Append("\"CoordX\",\"CoordY\"")) + "\n";

    private static async Task<WrittenFile> WriteTextAsync(string partial, string name, string mediaType, string text, CancellationToken cancellation)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        await File.WriteAllBytesAsync(Path.Combine(partial, name), bytes, cancellation);
        return new(name, mediaType, bytes.Length, Hex(SHA256.HashData(bytes)), null);
    }

    private async Task PublishAsync(string whole, CancellationToken cancellation)
    {
        var next = Path.Combine(folder, Manifest + Partial);
        await File.WriteAllBytesAsync(next, await File.ReadAllBytesAsync(Path.Combine(whole, Manifest), cancellation), cancellation);
        File.Move(next, Path.Combine(folder, Manifest), overwrite: true);
    }

    private void Forget(int keep)
    {
        var dumps = new DirectoryInfo(folder).GetDirectories(prefix + "*").Select(dump => (Dump: dump, IsOne: long.TryParse(dump.Name[prefix.Length..], out var pub), Pub: pub)).Where(one => one.IsOne);
        foreach (var (old, _, _) in keep == 0 ? [] : dumps.OrderByDescending(one => one.Pub).Skip(keep))
        {
            old.Delete(recursive: true);
        }
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}

/// <summary>What a dump says of itself.</summary>
/// <param name="Format"><c>bordermap-dump/1</c>.</param>
/// <param name="Created">When it was made (UTC).</param>
/// <param name="Pub">The public sequence that it shows.</param>
/// <param name="Filter">The filter; empty: nothing is left out.</param>
/// <param name="Incidents">How many it holds.</param>
/// <param name="WithoutPlace">Those of them that have no place, and are not in the FlatGeobuf.</param>
/// <param name="Licence">Under which it may be used.</param>
/// <param name="Citation">How it is cited.</param>
/// <param name="Folder">Where its files lie, below the folder of all dumps.</param>
/// <param name="Files">The files.</param>
public sealed record DumpManifest(string Format, DateTimeOffset Created, long Pub, string Filter, long Incidents, long WithoutPlace, DumpLicence Licence, string Citation, string Folder, IReadOnlyList<WrittenFile> Files);

/// <param name="Name">Its short name.</param>
/// <param name="Url">Its text.</param>
public sealed record DumpLicence(string Name, string Url);
