using System.Text.Json;
using BorderMap.Gazetteer;
using BorderMap.Gazetteer.Coordinates;
using BorderMap.Incidents.Model;
using BorderMap.PostGis.Features;
using BorderMap.PostGis.Reading;
using NpgsqlTypes;

namespace BorderMap.PostGis.Tests.Features;

public sealed class FeatureReaderTests(TestCluster cluster) : StoreTest(cluster)
{
    private static readonly FeatureProperty Start = FeatureSets.Incidents.Find("date_start")!;

    private FeatureReader Features => new(Database);

    public static TheoryData<string> Orders => ["id", "cells", "-date_start", "date_start", "-title,radius_m"];

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task A_walk_shows_the_state_of_its_first_page_while_incidents_come_change_and_go(string order)
    {
        await ImportAsync(Enumerable.Range(0, 40).Select(Row));
        var query = Ask(order) with { Limit = 7 };
        var expected = (await PageAsync(query with { Limit = 1000 })).Features.Select(Text).ToList();
        var walked = new List<string>();
        var page = await PageAsync(query);
        for (var step = 0; ; step++)
        {
            Assert.Equal(40, page.NumberMatched);
            walked.AddRange(page.Features.Select(Text));
            if (page.Next is null)
                break;
            await DisturbAsync(step);
            page = await PageAsync(Continue(query, page));
        }

        Assert.Equal(expected, walked);
        Assert.NotEqual(expected.Order(), (await PageAsync(query with { Limit = 1000 })).Features.Select(Text).Order());
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task A_walk_that_nothing_disturbs_gives_each_feature_once_in_pages_of_any_size(string order)
    {
        await ImportAsync(Enumerable.Range(0, 40).Select(Row));
        var whole = (await PageAsync(Ask(order) with { Limit = 1000 })).Features.Select(Text).ToList();
        Assert.Equal(40, whole.Distinct().Count());
        foreach (var limit in new[] { 1, 3, 39, 40, 41 })
        {
            var (walked, query) = (new List<string>(), Ask(order) with { Limit = limit });
            for (var page = await PageAsync(query); ; page = await PageAsync(Continue(query, page)))
            {
                walked.AddRange(page.Features.Select(Text));
                if (page.Next is null)
                    break;
            }
            Assert.Equal(whole, walked);
        }
    }

    [Fact]
    public async Task A_cursor_serves_its_own_query_alone()
    {
        await ImportAsync(Enumerable.Range(0, 5).Select(Row));
        var query = Ask("-date_start") with { Limit = 2 };
        Assert.Null(FeatureCursor.Read((await PageAsync(query)).Next!, out var cursor));

        Assert.Null(FeatureCursor.Check(query with { Cursor = cursor, Limit = 4, Crs = ReferenceSystem.All[1] }));
        Assert.All((FeatureQuery[])[Ask("date_start"), Ask("id"), query with { Area = null }, query with { Conditions = [new FeatureCondition("i.kind = @x", new FilterParameter("x", "shelling", NpgsqlDbType.Text))] }, new(FeatureSets.Places)],
            other => Assert.Equal("cursor-of-another-filter", FeatureCursor.Check(other with { Cursor = cursor })?.Code));
        Assert.Equal("cursor-of-another-filter", FeatureCursor.Check(query with { Cursor = cursor! with { Keys = ["tomorrow"] } })?.Code);
        Assert.Equal("bad-cursor", FeatureCursor.Read("WzFd", out _)?.Code);
    }

    [Fact]
    public async Task Conditions_are_met_with_their_values_bound()
    {
        await ImportAsync(Row(1), Row(2) with { Title = "it's \"quoted\" @k0 -- ; drop table place" });
        var condition = new FeatureCondition($"{FeatureSets.Incidents.Find("title")!.Sql} like @cql0 or {Start.Sql} > @cql1",
            new FilterParameter("cql0", "%'s \"quoted\" @k0%", NpgsqlDbType.Text), new FilterParameter("cql1", new DateOnly(2099, 1, 1), NpgsqlDbType.Date));

        foreach (var query in new[] { Ask("id"), Ask("cells"), Ask("-date_start") })
            Assert.Equal(1, (await PageAsync(query with { Conditions = [condition] })).NumberMatched);
    }

    [Fact]
    public async Task Places_of_an_incident_keep_their_ids_when_their_order_changes()
    {
        var places = new IncidentPlace[] { new() { Place = Samples.SpinBoldak, Precision = PlacePrecision.District }, new() { Place = Samples.Torkham, Precision = PlacePrecision.Near }, Spot(70.1, 33.1), Spot(70.2, 33.2) };
        var saved = await SaveAsync(Samples.Clash() with { Places = places });
        var before = await IdsAsync();
        await SaveAsync(saved with { Places = [places[1], places[2], places[0], places[3]] });

        Assert.Equal([$"{saved.Id}.{Samples.SpinBoldak}", $"{saved.Id}.spot", $"{saved.Id}.spot-2", $"{saved.Id}.{Samples.Torkham}"], before);
        Assert.Equal(before, await IdsAsync());

        async Task<List<string>> IdsAsync() => [.. (await PageAsync(new(FeatureSets.IncidentPlaces))).Features.Select(feature => JsonDocument.Parse(feature).RootElement.GetProperty("id").GetString()!)];
    }

    [Fact]
    public async Task Places_of_a_generalised_incident_are_its_districts_and_nothing_more()
    {
        var exact = Samples.Clash() with { Places = [Spot(66.4, 31.0) with { Words = "the secret house" }, Spot(66.41, 31.01)] };
        await SaveAsync(exact with { Sensitivity = new() { ShowAs = ShowAs.District } });
        var place = JsonDocument.Parse(Assert.Single((await PageAsync(new(FeatureSets.IncidentPlaces))).Features)).RootElement.GetProperty("properties");

        Assert.Equal(("Spin Boldak", "district"), (place.GetProperty("place").GetString(), place.GetProperty("precision").GetString()));
    }

    [Fact]
    public async Task A_store_of_before_gets_the_columns_that_the_projection_writes()
    {
        await ImportAsync(Row(1), Row(2) with { Places = [] }, Row(3) with { Places = [new() { Place = Samples.Torkham, Words = "the gate", Precision = PlacePrecision.Near }, Spot(70.2, 33.2) with { Words = "a ridge" }, Spot(70.3, 33.3)] },
            Row(4) with { Places = [Row(4).Places[0] with { Place = Samples.SpinBoldak, Words = "north of the town" }, new() { Place = Samples.Kandahar, Words = "the province", Precision = PlacePrecision.Province }, new() { Place = Samples.SpinBoldak, Precision = PlacePrecision.District }] });
        await SaveAsync((await Store.FindAsync(Row(1).Id, Cancellation))! with { Title = "Told otherwise" });
        string[] columns = ["select row(id, version, title, place, district, province, country, claims, sources)::text from public_incident order by 1", "select row(id, version, ordinal, key, name, district, province, country, feature_id)::text from public_incident_place order by 1"];
        var before = (await AskAsync<string>(columns[0]), await AskAsync<string>(columns[1]));
        await using (var connection = await Database.Editor.OpenConnectionAsync(Cancellation))
        {
            await connection.ExecuteAsync("""
                alter table public_incident drop column title, drop column place, drop column district, drop column province, drop column country, drop column claims, drop column sources;
                alter table public_incident_place drop column feature_id, drop column key, drop column name, drop column district, drop column province, drop column country;
                alter table place drop column name_ps, drop column name_prs, drop column name_ur, drop column valid_from, drop column valid_until, drop column side, drop column line_km, drop column line_distance_km;
                drop table durand_line;
                drop index place_kind, public_incident_cell, place_cell, public_incident_nowhere;
                """, [], Cancellation);
            await connection.ExecuteAsync(SqlFiles.AllMigrations.Single(migration => migration.Version == 9).Text, [], Cancellation);
        }

        Assert.Equal(8, before.Item2.Count);
        Assert.Equal(before.Item1, await AskAsync<string>(columns[0]));
        Assert.Equal(before.Item2, await AskAsync<string>(columns[1]));
        // The gazetteer and the line are loaded anew.
        await Store.PrepareAsync(null, Cancellation);
        Assert.Equal(1, (await PageAsync(new(FeatureSets.DurandLine))).NumberMatched);
        Assert.Equal(24, (await PageAsync(new(FeatureSets.Crossings))).NumberMatched);
    }

    private async Task<FeaturePage> PageAsync(FeatureQuery query)
    {
        // As the web asks: with the public sequence that it has just seen.
        var pub = await Reader.PubAsync(Cancellation);
        var page = await Features.PageAsync(query, pub, Cancellation);
        Assert.Equal(page.Features.Select(Text), (await Kept.PageAsync(query, pub, Cancellation)).Features.Select(Text));
        return page;
    }

    // Keeps counts over the requests of a test.
    private FeatureReader Kept => keptReader ??= new FeatureReader(Database);
    private FeatureReader? keptReader;

    private static FeatureQuery Continue(FeatureQuery query, FeaturePage page)
    {
        Assert.Null(FeatureCursor.Read(page.Next!, out var cursor));
        var next = query with { Cursor = cursor };
        Assert.Null(FeatureCursor.Check(next));
        return next;
    }

    private static FeatureQuery Ask(string order) => new(FeatureSets.Incidents)
    {
        Area = order == "id" ? null : ReferenceSystem.Crs84.Area(60, 29, 75, 38),
        Sort = order is "id" or "cells" ? [] : [.. order.Split(',').Select(word => new FeatureSort(FeatureSets.Incidents.Find(word.TrimStart('-'))!, word.StartsWith('-')))],
    };

    private async Task DisturbAsync(int step)
    {
        await SaveAsync(Row(100 + step) with { Id = "" });
        await SaveAsync((await Store.FindAsync(Row(39 - step).Id, Cancellation))! with { Title = $"Changed {step}", Date = new() { Precision = DatePrecision.Unknown } });
        Assert.IsType<SaveResult.Saved>(await Store.RetractAsync(Row(20 + step).Id, null, RetractFor.Error, "wrong", "tester", Cancellation));
    }

    /// <summary>Some without a place, some without a date, many with the same.</summary>
    private static Incident Row(int number) => Samples.Clash($"Clash {number % 5}", day: new DateOnly(2025, 1 + number % 4, 1), id: $"i-aaaaaaa{number / 100}{number / 10 % 10}{number % 10}".Replace('0', 'g').Replace('1', 'h').Replace('8', 'i').Replace('9', 'j')) with
    {
        Places = number % 7 == 0 ? [] : [Spot(62 + number % 12, 30 + number % 8)],
        Date = number % 6 == 0 ? new() { Precision = DatePrecision.Unknown } : new() { Start = new(2025, 1 + number % 4, 1), End = new(2025, 1 + number % 4, 2), Precision = DatePrecision.Range },
        Claims = [],
    };

    private static IncidentPlace Spot(double lon, double lat) => new() { Lon = lon, Lat = lat, Precision = PlacePrecision.Near, RadiusM = 1000 };

    private static string Text(byte[] feature) => System.Text.Encoding.UTF8.GetString(feature);
}
