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
