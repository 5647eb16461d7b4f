using System.Text;
using BorderMap.Web.Tests.Running;

namespace BorderMap.Web.Tests;

public sealed class ExportTests(SharedSite shared)
{
    [Theory]
    [InlineData("", 6)]
    [InlineData("?kind=airstrike", 1)]
    [InlineData("?kind=detention&precision=exact", 0)]
    public async Task Writes_one_whole_feature_collection(string query, int count)
    {
        var collection = await shared.Site.JsonAsync("/export/incidents.geojson" + query);

        Assert.Equal("FeatureCollection", collection.GetProperty("type").GetString());
        Assert.Equal(count, collection.GetProperty("features").GetArrayLength());
        Assert.Equal(count, collection.GetProperty("numberReturned").GetInt32());
        Assert.EndsWith("/export/incidents.geojson" + query, collection.GetProperty("links")[0].GetProperty("href").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writes_the_same_columns_in_geojson_and_csv()
    {
        var collection = await shared.Site.JsonAsync("/export/incidents.geojson");
        var names = collection.GetProperty("features")[0].GetProperty("properties").EnumerateObject().Select(property => property.Name);
        using var response = await shared.Site.GetAsync("/export/incidents.csv");
        var header = (await response.TextAsync()).TrimStart('\uFEFF').Split('\n')[0].TrimEnd('\r').Split(',');

        Assert.Equal([.. names, "lon", "lat"], header);
    }

    [Fact]
    public async Task Writes_csv_with_a_byte_order_mark_and_no_formula()
    {
        using var response = await shared.Site.GetAsync("/export/incidents.csv");
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        Assert.NotEqual(Encoding.UTF8.GetPreamble(), bytes[3..6]);
        Assert.Contains("'=HYPERLINK", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.DoesNotContain(",=", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_the_file_by_day_and_filter()
    {
        using var response = await shared.Site.GetAsync("/export/incidents.geojson?kind=airstrike&datetime=2025-10-01/..&q=%22%2f..%0a");
        var disposition = response.Content.Headers.ContentDisposition!;

        Assert.Equal("attachment", disposition.DispositionType);
        Assert.Matches("^\"?bordermap-incidents_2026-05-01_[A-Za-z0-9_.,-]+\\.geojson\"?$", disposition.FileName);
        Assert.Contains("kind-airstrike", disposition.FileName, StringComparison.Ordinal);
        Assert.Contains("datetime-2025-10-01", disposition.FileName, StringComparison.Ordinal);
    }
}
