using System.Globalization;
using System.Text.Json;
using BorderMap.Gazetteer.Coordinates;
using BorderMap.PostGis.Features;
using BorderMap.Web.Tests.Running;

namespace BorderMap.Web.Tests.Filtering;

/// <summary>The abstract tests of OGC API - Features - Part 3, Conformance Classes "Filter" and "Features Filter".</summary>
public sealed class FilterConformanceTests(SharedSite shared)
{
    private static readonly string[] Declared =
    [
        "ogcapi-features-3/1.0/conf/queryables", "ogcapi-features-3/1.0/conf/filter", "ogcapi-features-3/1.0/conf/features-filter",
        "cql2/1.0/conf/cql2-text", "cql2/1.0/conf/cql2-json", "cql2/1.0/conf/basic-cql2", "cql2/1.0/conf/advanced-comparison-operators", "cql2/1.0/conf/case-insensitive-comparison",
        "cql2/1.0/conf/accent-insensitive-comparison", "cql2/1.0/conf/basic-spatial-functions", "cql2/1.0/conf/basic-spatial-functions-plus", "cql2/1.0/conf/basic-spatial-operators",
        "cql2/1.0/conf/temporal-functions", "cql2/1.0/conf/property-property", "cql2/1.0/conf/arithmetic",
    ];

    [Fact(DisplayName = "/conf/filter/get-conformance and /conf/features-filter/get-conformance: the classes are declared, and those that clients look for")]
    public async Task Classes_are_declared()
    {
        var classes = (await shared.Site.JsonAsync("/ogc/conformance")).GetProperty("conformsTo").EnumerateArray().Select(one => one.GetString()!).ToList();
        Assert.All(Declared, one => Assert.Contains("http://www.opengis.net/spec/" + one, classes));
        Assert.Equal(classes.Count, classes.Distinct().Count());
        Assert.DoesNotContain(classes, one => one.EndsWith("/functions", StringComparison.Ordinal) || one.EndsWith("/array-functions", StringComparison.Ordinal) || one.EndsWith("/spatial-functions", StringComparison.Ordinal));
    }

    [Fact(DisplayName = "/conf/filter/get-queryables and get-collection: each collection links to what it is filtered by")]
    public async Task Queryables_are_linked()
    {
        foreach (var collection in FeatureSets.All)
        {
            var links = (await shared.Site.JsonAsync($"/ogc/collections/{collection.Id}")).GetProperty("links").EnumerateArray();
            var link = links.First(one => one.GetProperty("rel").GetString() == "http://www.opengis.net/def/rel/ogc/1.0/queryables").GetProperty("href").GetString()!;
            var queryables = await shared.Site.JsonAsync(new Uri(link).PathAndQuery);
            Assert.Equal("object", queryables.GetProperty("type").GetString());
            Assert.Equal(link, queryables.GetProperty("$id").GetString());
            Assert.Equal($"https://geojson.org/schema/{collection.Shape}.json", queryables.GetProperty("properties").GetProperty("geometry").GetProperty("$ref").GetString());
        }
    }

    [Fact(DisplayName = "/conf/filter/filter-param, filter-lang-default and expression-construction: a filter is used, a wrong one refused, text is the default")]
    public async Task Filters_are_used()
    {
        foreach (var collection in FeatureSets.All)
        {
            var items = new FilteredItems(shared.Site, collection);
            foreach (var language in (string[])["&filter-lang=cql2-text", ""])
            {
                var valid = await shared.Site.JsonAsync($"{items.Address}&filter=id%20IS%20NULL{language}");
                Assert.Equal(0, valid.GetProperty("numberReturned").GetInt32());
                using var invalid = await shared.Site.GetAsync($"{items.Address}&filter=THIS%20IS%20NOT%20A%20FILTER{language}");
                Assert.Equal(400, (int)invalid.StatusCode);
            }
            var unknown = await items.RefusedAsync("this_is_not_a_queryable IS NULL");
            Assert.Equal(("filter-unknown-property", "filter", 1), (unknown.GetProperty("code").GetString(), unknown.GetProperty("field").GetString(), unknown.GetProperty("position").GetInt32()));
            await items.RefusedAsync("true", "cql-text");
        }
    }

    [Fact(DisplayName = "/conf/filter/filter-crs-wgs84: without a reference system positions are longitude and latitude")]
    public async Task Positions_are_longitude_and_latitude()
    {
        foreach (var collection in FeatureSets.All)
        {
            var items = new FilteredItems(shared.Site, collection);
            Assert.Equal(await items.CountAsync("geometry IS NOT NULL", "cql2-text"), await items.CountAsync("S_INTERSECTS(geometry,BBOX(59,22,80,40))", "cql2-text"));
            await items.RefusedAsync("S_INTERSECTS(geometry,BBOX(1000000,1000000,2000000,2000000))");
        }
    }

    [Fact(DisplayName = "/conf/filter/filter-crs-param: positions in each reference system, none in one that there is not")]
    public async Task Positions_are_taken_in_each_reference_system()
    {
        var items = new FilteredItems(shared.Site, FeatureSets.Incidents);
        var expected = await items.CountAsync("S_INTERSECTS(geometry,BBOX(69,33,72,35))", "cql2-text");
        Assert.InRange(expected, 1, await items.AllAsync() - 1);
        foreach (var crs in ReferenceSystem.All)
        {
            string[] corners = [.. ((double Lon, double Lat)[])[(69, 33), (72, 33), (72, 35), (69, 35), (69, 33)] is var ring ? ring.Select(at => crs.Project(at.Lon, at.Lat)).Select(at => string.Create(CultureInfo.InvariantCulture, $"{at.First} {at.Second}")) : []];
            using var answer = await items.AskAsync($"S_INTERSECTS(geometry,POLYGON(({string.Join(',', corners)})))", more: $"&filter-crs={crs.Uri}");
            Assert.Equal((crs.Uri, expected), (crs.Uri, (await answer.JsonAsync()).GetProperty("numberMatched").GetInt64()));
        }
        await items.RefusedAsync("S_INTERSECTS(geometry,BBOX(69,33,72,35))", more: "&filter-crs=http://www.opengis.net/def/crs/OGC/0/does_not_exist");
    }

    [Fact(DisplayName = "/conf/filter/mixing-expression: a filter and other parameters have both to hold")]
    public async Task Other_parameters_have_to_hold_too()
    {
        var site = shared.Site;
        var shelling = await site.JsonAsync("/ogc/collections/incidents/items?filter=kind%3D'shelling'");
        Assert.All(shelling.GetProperty("features").EnumerateArray(), feature => Assert.Equal("shelling", feature.GetProperty("properties").GetProperty("kind").GetString()));
        Assert.NotEqual(0, shelling.GetProperty("numberMatched").GetInt32());
        Assert.Equal(0, Matched(await site.JsonAsync("/ogc/collections/incidents/items?filter=kind%3D'shelling'&kind=airstrike")));
        Assert.Equal(0, Matched(await site.JsonAsync("/ogc/collections/incidents/items?filter=S_INTERSECTS(geometry,BBOX(59,22,80,40))&bbox=0,0,1,1&place-match=point")));
    }

    [Fact]
    public async Task Pages_of_a_filter_fit_together_and_a_cursor_belongs_to_its_filter()
    {
        const string Address = "/ogc/collections/districts/items?limit=50&filter=country%3D'PK'%20AND%20id%20%3C%3E%20'x'";
        var ids = new List<string>();
        var next = Address;
        long matched = 0;
        while (next is not null)
        {
            var page = await shared.Site.JsonAsync(next);
            matched = Matched(page);
            ids.AddRange(page.GetProperty("features").EnumerateArray().Select(feature => feature.GetProperty("id").GetString()!));
            next = page.GetProperty("links").EnumerateArray().Where(link => link.GetProperty("rel").GetString() == "next").Select(link => new Uri(link.GetProperty("href").GetString()!).PathAndQuery).FirstOrDefault();
        }
        Assert.Equal(matched, ids.Distinct().Count());
        Assert.True(matched > 100);
        var cursor = (await shared.Site.JsonAsync(Address)).GetProperty("links").EnumerateArray().First(link => link.GetProperty("rel").GetString() == "next").GetProperty("href").GetString()!;
        using var other = await shared.Site.GetAsync(new Uri(cursor).PathAndQuery.Replace("PK", "AF", StringComparison.Ordinal));
        Assert.Equal(400, (int)other.StatusCode);
    }

    [Fact]
    public async Task Lists_and_downloads_of_incidents_take_the_same_filter()
    {
        const string Filter = "filter=killed_low%20%3E%3D%201%20AND%20S_INTERSECTS(geometry,BBOX(60,29,80,40))%20AND%20updated%20%3E%20DATE('2020-01-01')%20AND%20grade%20IN%20('weak','fair','confirmed','contested')";
        var expected = Matched(await shared.Site.JsonAsync($"/ogc/collections/incidents/items?{Filter}"));
        Assert.InRange(expected, 1, 20);
        Assert.Equal(expected, Matched(await shared.Site.JsonAsync($"/api/incidents?{Filter}")));
        Assert.Equal(expected, (await shared.Site.JsonAsync($"/export/incidents.geojson?{Filter}")).GetProperty("features").GetArrayLength());
        Assert.Equal(expected, (await shared.Site.JsonAsync($"/api/counts/actor?{Filter}")).GetProperty("incidents").GetInt64());
        using var refused = await shared.Site.GetAsync("/api/incidents?filter=killed_low%20%3E");
        Assert.Equal(13, (await refused.JsonAsync()).GetProperty("position").GetInt32());
        var json = Uri.EscapeDataString("""{"op":"=","args":[{"property":"kind"},"shelling"]}""");
        Assert.Equal(Matched(await shared.Site.JsonAsync("/api/incidents?kind=shelling")), Matched(await shared.Site.JsonAsync($"/api/incidents?filter={json}&filter-lang=cql2-json")));
    }

    [Theory]
    [InlineData("2025-10-12/2025-10-13", "INTERVAL('2025-10-12','2025-10-13')")]
    [InlineData("2025-10-14/..", "INTERVAL('2025-10-14','..')")]
    [InlineData("2025-10-12", "DATE('2025-10-12')")]
    public async Task An_interval_of_dates_meets_what_datetime_meets(string datetime, string time) =>
        Assert.Equal(Matched(await shared.Site.JsonAsync($"/api/incidents?datetime={datetime}")), await new FilteredItems(shared.Site, FeatureSets.Incidents).CountAsync($"T_INTERSECTS(INTERVAL(date_start,date_end),{time})"));

    [Fact]
    public async Task What_is_beside_a_wrong_filter_is_not_known_to_it()
    {
        using var answer = await shared.Site.GetAsync("/ogc/collections/incidents/items?filter=kind%20%3D%20'a%20AND");
        var problem = await answer.JsonAsync();
        Assert.Equal("At character 8: The text that begins here has no end. Close it with a single quote.", problem.GetProperty("detail").GetString());
        Assert.Equal(8, problem.GetProperty("position").GetInt32());
    }

    [Theory]
    [InlineData("killed_low%20%3D%201+1", "killed_low = 1 + 1 with the plus of RFC 3986")]
    [InlineData("killed_low+%3D+1%2B1", "and as forms write it")]
    public async Task A_plus_sign_is_what_its_client_means_by_it(string filter, string why)
    {
        using var answer = await shared.Site.GetAsync($"/ogc/collections/incidents/items?filter={filter}");
        Assert.True((int)answer.StatusCode == 200, why);
        Assert.Equal(Matched(await shared.Site.JsonAsync("/api/incidents?filter=killed_low%3D2")), Matched(await answer.JsonAsync()));
    }

    [Fact]
    public async Task A_filter_of_many_kilobytes_is_read()
    {
        var ring = string.Join(',', Enumerable.Range(0, 400).Append(0).Select(i => string.Create(CultureInfo.InvariantCulture, $"{70 + Math.Cos(i * Math.PI / 200):F8} {34 + Math.Sin(i * Math.PI / 200):F8}")));
        using var answer = await new FilteredItems(shared.Site, FeatureSets.Incidents).AskAsync($"S_WITHIN(geometry,POLYGON(({ring})))");
        Assert.Equal(200, (int)answer.StatusCode);
    }

    [Fact]
    public async Task No_filter_at_random_is_answered_with_a_fault()
    {
        var random = new Random(11);
        string[] words = ["kind", "date_start", "killed_low", "geometry", "updated", "cross_border", "=", "<>", "<", ">=", "LIKE", "IN", "BETWEEN", "AND", "OR", "NOT", "IS NULL", "(", ")", ",", "'%a_\\\\%'", "5", "-1e99", "^ 0.5", "/ 0", "div",
            "DATE('9999-12-31')", "TIMESTAMP('0001-01-01T00:00:00Z')", "INTERVAL('..','..')", "T_DURING(INTERVAL(date_start,date_end),", "S_TOUCHES(geometry,", "S_DWITHIN(geometry,POINT(180 90),1e7)", "BBOX(170,-90,-170,90)", "CASEI(title)", "true"];
        for (var i = 0; i < 400; i++)
        {
            var filter = string.Join(' ', Enumerable.Range(0, random.Next(1, 8)).Select(_ => words[random.Next(words.Length)]));
            using var answer = await new FilteredItems(shared.Site, FeatureSets.Incidents).AskAsync(filter);
            Assert.True((int)answer.StatusCode is 200 or 400, $"{(int)answer.StatusCode}: {filter}");
        }
    }

    private static long Matched(JsonElement page) => page.GetProperty("numberMatched").GetInt64();
}
