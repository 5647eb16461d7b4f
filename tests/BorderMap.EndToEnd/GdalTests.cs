using System.Text.Json;
using BorderMap.EndToEnd.Running;

namespace BorderMap.EndToEnd;

/// <summary>The exports as GDAL, and with it QGIS, reads them.</summary>
public sealed class GdalTests(Product product)
{
    [Fact]
    public async Task Reads_every_incident_of_the_geojson_export_with_typed_columns()
    {
        var layer = await GdalLayer.ReadAsync(await DownloadAsync("export/incidents.geojson", ".geojson"));

        Assert.Equal(await product.Server.CountAsync(), layer.FeatureCount);
        Assert.Equal("Date", layer.Fields["date_start"]);
        Assert.Equal("Date", layer.Fields["date_end"]);
        Assert.Equal("Integer", layer.Fields["killed_low"]);
        Assert.Equal("Real", layer.Fields["line_distance_km"]);
        Assert.Equal("String", layer.Fields["grade"]);
    }

    [Fact]
    public async Task Reads_every_row_of_the_csv_export_and_finds_its_points()
    {
        var layer = await GdalLayer.ReadAsync(
            await DownloadAsync("export/incidents.csv", ".csv"),
            "-oo", "X_POSSIBLE_NAMES=lon", "-oo", "Y_POSSIBLE_NAMES=lat", "-oo", "AUTODETECT_TYPE=YES");

        Assert.Equal(await product.Server.CountAsync(), layer.FeatureCount);
        Assert.Equal("Point", layer.GeometryType);
        Assert.Equal("Date", layer.Fields["date_start"]);
    }

    [Fact]
    public async Task A_filtered_export_holds_just_what_the_api_counts()
    {
        const string filter = "datetime=2025-10-01/2025-10-31&kind=armed_clash";
        var layer = await GdalLayer.ReadAsync(await DownloadAsync($"export/incidents.geojson?{filter}", ".geojson"));

        Assert.Equal(await product.Server.CountAsync(filter), layer.FeatureCount);
        Assert.InRange(layer.FeatureCount, 1, await product.Server.CountAsync() - 1);
    }

    [Fact]
    public async Task Finds_dates_to_be_dates_although_the_first_rows_have_none()
    {
        var home = Homes.Make();
        try
        {
            var file = Path.Combine(home, "undated.json");
            var undated = Enumerable.Range(0, 40).Select(i => Row($"i-aaaaaaaa{(char)('a' + (i / 26))}{(char)('a' + (i % 26))}", i, """{"precision":"unknown"}"""));
            var dated = Enumerable.Range(40, 5).Select(i => Row($"i-zzzzzzzz{(char)('a' + (i / 26))}{(char)('a' + (i % 26))}", i, """{"start":"2024-05-01","end":"2024-05-03","precision":"range"}"""));
            await File.WriteAllTextAsync(file, $$"""{"format":"bordermap/1","incidents":[{{string.Join(",\n", undated.Concat(dated))}}]}""", TestContext.Current.CancellationToken);
            var imported = await Command.BorderMap(home, "import", file);
            Assert.True(imported.ExitCode == 0, imported.Error);
            var exported = Path.Combine(home, "undated.geojson");
            Assert.Equal(0, (await Command.BorderMap(home, "export", exported)).ExitCode);

            var layer = await GdalLayer.ReadAsync(exported);
            Assert.Equal((45, "Date", "Date"), (layer.FeatureCount, layer.Fields["date_start"], layer.Fields["date_end"]));
        }
        finally
        {
            Homes.Remove(home);
        }
    }

    public static TheoryData<string, string> Collections => new()
    {
        { "incidents", "Point" },
        { "incident-places", "Point" },
        { "episodes", "Polygon" },
        { "places", "Point" },
        { "districts", "Multi Polygon" },
        { "provinces", "Multi Polygon" },
        { "crossings", "Point" },
        { "durand-line", "Line String" },
    };

    [Theory]
    [MemberData(nameof(Collections))]
    public async Task The_driver_of_ogc_api_features_reads_count_geometry_and_types_of_every_collection(string collection, string geometry)
    {
        var layer = await GdalLayer.ReadAsync(collection, $"OAPIF:{product.Server.Address}ogc");
        var page = JsonDocument.Parse(await product.Server.Http.GetStringAsync($"ogc/collections/{collection}/items?limit=1", TestContext.Current.CancellationToken)).RootElement;

        Assert.Equal((page.GetProperty("numberMatched").GetInt32(), geometry), (layer.FeatureCount, layer.GeometryType));
        Assert.Equal(page.GetProperty("features")[0].GetProperty("properties").EnumerateObject().Select(property => property.Name).Order(), layer.Fields.Keys.Order());
        foreach (var (field, type) in new[] { ("date_start", "Date"), ("valid_until", "Date"), ("updated", "DateTime"), ("radius_m", "Integer"), ("line_distance_km", "Real"), ("cross_border", "Integer"), ("title", "String") })
            Assert.Equal(type, layer.Fields.GetValueOrDefault(field, type));
    }

    [Fact]
    public async Task The_driver_of_ogc_api_features_follows_pages_boxes_and_filters()
    {
        var source = $"OAPIF:{product.Server.Address}ogc";
        var all = await product.Server.CountAsync();

        Assert.Equal(all, await RowsAsync("incidents", "-oo", "PAGE_SIZE=50"));
        Assert.Equal(await product.Server.CountAsync("bbox=69,31,72,35"), await RowsAsync("incidents", "-oo", "PAGE_SIZE=20", "-spat", "69", "31", "72", "35"));
        Assert.Equal(await product.Server.CountAsync("kind=airstrike&grade=fair"), await RowsAsync("incidents", "-where", "kind = 'airstrike' and grade = 'fair'"));
        Assert.Equal(await product.Server.CountAsync("datetime=2025-10-01/.."), await RowsAsync("incidents", "-where", "date_start >= '2025/10/01'"));
        Assert.Equal(1, await RowsAsync("crossings", "-where", "name = 'Torkham crossing'"));

        async Task<int> RowsAsync(string collection, params string[] options)
        {
            var read = await Command.Run("ogr2ogr", ["-f", "CSV", "/vsistdout/", source, collection, .. options]);
            Assert.True(read.ExitCode == 0 && !read.Error.Contains("ERROR", StringComparison.Ordinal), read.Error);
            return read.Output.Split('\n').Count(line => System.Text.RegularExpressions.Regex.IsMatch(line, @"^(i-[a-z2-7]{10}|x-[a-z-]+|\d+),"));
        }
    }

    private static string Row(string id, int number, string date) =>
        $$"""{"id":"{{id}}","title":"Row {{number}}","kind":"shelling","status":"published","date":{{date}},"places":[{"lon":70.5,"lat":33.5,"precision":"near","radius_m":2000}],"source_keys":["row:{{number}}"]}""";

    private async Task<string> DownloadAsync(string path, string extension)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var file = Path.Combine(product.Server.Home, Guid.NewGuid().ToString("n") + extension);
        await File.WriteAllBytesAsync(file, await product.Server.Http.GetByteArrayAsync(path, cancellation), cancellation);
        return file;
    }
}
