using System.Text.Json;
using BorderMap.Gazetteer;
using BorderMap.Incidents;
using BorderMap.Incidents.Exporting;
using BorderMap.Incidents.Model;

namespace BorderMap.PostGis.Tests;

/// <summary>Filters, pages, exports and changes over a handful of incidents.</summary>
public sealed class ReadTests(TestCluster cluster) : StoreTest(cluster)
{
    /// <summary>What is asked for, and the titles that come, in the order of their names.</summary>
    public static TheoryData<string, string> Filters => new()
    {
        { "", "dawn district dusk undated" },
        { "bbox=71,34,71.2,34.3", "dawn dusk undated" },
        { "bbox=71,34,71.05,34.3", "" },
        { "bbox=71.08221,34.13106,71.08221,34.13106", "dawn dusk undated" },
        { "bbox=71,34.13106,72,34.13106", "dawn dusk undated" },
        { "bbox=65.9,31.2,66,31.3", "" },
        { "bbox=65.9,31.2,66,31.3&place-match=possible", "district" },
        { "bbox=60,29,75,39&place-match=certain", "dawn district dusk undated" },
        { "bbox=71,34,71.2,34.3&place-match=certain", "dawn dusk undated" },
        { "within=71,34,71.2,34,71.1,34.3", "dawn dusk undated" },
        { "within=71,34,71.05,34,71.05,34.3", "" },
        { "within=71,34,71.2,34,71.1,34.3&bbox=60,29,61,30", "" },
        { "within=65.9,31.2,66,31.2,66,31.3&place-match=possible", "district" },
        { "within=60,29,75,29,75,39,60,39&place-match=certain", "dawn district dusk undated" },
        { "datetime=2025-03-04", "dawn undated" },
        { "datetime=2025-03-04&time-match=certain", "dawn" },
        { "datetime=2025-03-04/2025-03-31", "dawn district dusk undated" },
        { "datetime=../2025-03-10&time-match=certain", "dawn" },
        { "datetime=2025-03-20/..", "district dusk undated" },
        { "kind=airstrike", "dusk" },
        { "kind=air", "dusk" },
        { "kind=combat,air", "dawn district dusk undated" },
        { "actor=test-army", "dawn district undated" },
        { "place=85667549", "district" },
        { "place=x-torkham-crossing", "dawn dusk undated" },
        { "line-km=1574..1574", "dawn dusk undated" },
        { "line-km=..1573.9", "district" },
        { "line-km=600..", "dawn district dusk undated" },
        { "line-km=2000..2200", "" },
        { "episode=e-aaaaaaaaaa", "dawn district undated" },
        { "killed-min=3", "dawn undated" },
        { "killed-min=4", "" },
        { "grade=weak", "dawn district dusk undated" },
        { "grade=confirmed", "" },
        { "precision=district", "district" },
        { "cross-border=false", "dusk" },
        { "publisher=Paper|Nobody", "dawn district dusk undated" },
        { "publisher=Nobody, Inc.", "" },
        { "q=DAWN", "dawn" },
        { "q=torkham dawn", "dawn" },
        { "q=100%25", "dusk" },
        { "q=1_0", "" },
        { "q=' or 1=1 --", "" },
        { "asOf=1", "dawn" },
        { "asOf=2", "dawn district" },
        { "kind=combat&asOf=2&q=dawn", "dawn" },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task A_filter_gives_the_same_in_pages_counts_exports_and_rows(string query, string expected)
    {
        await FillAsync();
        var parsed = IncidentFilter.Parse(query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2))
            .Select(pair => KeyValuePair.Create(pair[0], Uri.UnescapeDataString(pair[1]))));
        Assert.Empty(parsed.Problems);
        var page = await PageAsync(parsed.Filter!);
        Assert.Equal(expected, Names(page.Features));
        Assert.Equal(page.Features.Count, page.NumberMatched);
        Assert.Equal(page.Features.Count, await Reader.CountAsync(parsed.Filter!, Cancellation));
        Assert.Equal(expected, Names((await ExportAsync(parsed.Filter!)).Split('\n', StringSplitOptions.RemoveEmptyEntries)));
    }

    [Fact]
    public async Task Side_is_a_filter_too()
    {
        await FillAsync();
        var sides = await AskAsync<string>("select distinct side from public_incident where to_pub is null and side is not null");
        Assert.NotEmpty(sides);
        foreach (var side in Enum.GetValues<BorderSide>())
        {
            var count = await Reader.CountAsync(IncidentFilter.All with { Side = [side] }, Cancellation);
            Assert.Equal((await AskAsync<long>($"select count(*) from public_incident where to_pub is null and side = '{EnumWords<BorderSide>.Of(side)}'")).Single(), count);
        }
    }

    [Fact]
    public async Task Pages_follow_one_another_without_gap_or_repetition_newest_first_unknown_last()
    {
        await FillAsync();
        foreach (var order in Enum.GetValues<PageOrder>())
        {
            var titles = new List<string>();
            PageCursor? cursor = null;
            do
            {
                var page = await Reader.PageAsync(IncidentFilter.All, new PageRequest(1, cursor, order), Cancellation);
                Assert.Equal(4, page.NumberMatched);
                titles.AddRange(page.Features.Select(Name));
                cursor = null;
                if (page.Next is not null)
                    Assert.Null(PageCursor.Read(page.Next, IncidentFilter.All, out cursor));
            }
            while (cursor is not null);
            Assert.Equal(4, titles.Distinct().Count());
            if (order == PageOrder.Newest)
                Assert.Equal(["dusk", "district", "dawn", "undated"], titles);
        }
    }

    [Fact]
    public async Task A_walk_shows_the_state_of_its_first_page()
    {
        await FillAsync();
        var first = await PageAsync(limit: 2);
        await SaveAsync(Samples.Clash("later clash", day: new(2025, 3, 2)));
        Assert.Null(PageCursor.Read(first.Next!, IncidentFilter.All, out var cursor));
        var second = await Reader.PageAsync(IncidentFilter.All, new PageRequest(10, cursor), Cancellation);
        Assert.Equal("dawn undated", Names(second.Features));
        Assert.Equal((first.Pub, first.NumberMatched), (second.Pub, second.NumberMatched));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("WzEsMl0")]
    [InlineData("Wzk5LDAsMCwwLCJhIiwiYiJd")]
    public void A_cursor_that_is_none_of_ours_is_a_problem(string text)
    {
        Assert.Equal("bad-cursor", PageCursor.Read(text, IncidentFilter.All, out var cursor)?.Code);
        Assert.Null(cursor);
    }

    [Fact]
    public async Task A_cursor_of_another_filter_is_a_problem()
    {
        await FillAsync();
        var page = await PageAsync(limit: 1);
        Assert.Equal("cursor-of-another-filter", PageCursor.Read(page.Next!, IncidentFilter.All with { KilledMin = 1 }, out _)?.Code);
    }

    [Fact]
    public async Task An_export_is_ordered_by_id_and_stops_when_it_is_told_to()
    {
        await FillAsync();
        var ids = (await ExportAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(feature => JsonDocument.Parse(feature).RootElement.GetProperty("id").GetString()!).ToList();
        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();
        await using var export = await Reader.OpenExportAsync(new(IncidentFilter.All), Cancellation);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => export.WriteAsync(new GeoJsonLinesFormat(isSequence: false), Stream.Null, stopped.Token));
        Assert.Equal(4, await Reader.CountAsync(IncidentFilter.All, Cancellation));
    }

    [Fact]
    public async Task Changes_come_in_parts_and_end_where_the_public_sequence_stands()
    {
        await FillAsync();
        var first = await Reader.ChangesAsync(0, 3, Cancellation);
        Assert.Equal([1, 2, 3], first.Changes.Select(change => change.Pub));
        Assert.Equal((3L, true), (first.Pub, first.More));
        var last = await Reader.ChangesAsync(first.Pub, 3, Cancellation);
        Assert.Equal((1, 4L, false), (last.Changes.Count, last.Pub, last.More));
        Assert.Empty((await Reader.ChangesAsync(4, 3, Cancellation)).Changes);
    }

    [Fact]
    public async Task Each_place_of_an_incident_has_a_row()
    {
        var two = Samples.Clash() with { Places = [.. Samples.Clash().Places, new IncidentPlace { Place = Samples.SpinBoldak, Role = PlaceRole.Along, Precision = PlacePrecision.District }] };
        var saved = await SaveAsync(two);
        Assert.Equal([Samples.Torkham, Samples.SpinBoldak], await AskAsync<string>($"select place from public_incident_place where id = '{saved.Id}' and to_pub is null order by ordinal", asPublic: true));
        Assert.Equal(1, (await PageAsync()).NumberMatched);
    }

    [Fact]
    public async Task The_gazetteer_is_a_table_that_is_loaded_once()
    {
        await Store.PrepareAsync(null, Cancellation);
        Assert.Equal(Samples.Atlas.Places.All.Count, (await AskAsync<long>("select count(*) from place", asPublic: true)).Single());
        Assert.Equal("Spin Boldak", (await AskAsync<string>($"select name from place where ST_Covers(boundary, (select geom from place where id = '{Samples.SpinBoldak}')) and kind = 'district'", asPublic: true)).Single());
        var transaction = (await AskAsync<uint>("select xmin from place limit 1")).Single();
        await Store.PrepareAsync(null, Cancellation);
        Assert.Equal(transaction, (await AskAsync<uint>("select xmin from place limit 1")).Single());
    }

    private async Task FillAsync()
    {
        await SaveAsync(Samples.Clash("dawn clash", day: new(2025, 3, 4)));
        await SaveAsync(Samples.Clash("district clash", Samples.SpinBoldak) with
        {
            Date = new() { Start = new(2025, 3, 10), End = new(2025, 3, 20), Precision = DatePrecision.Range },
            Claims = [],
        });
        await SaveAsync(Samples.Clash("dusk strike, 100% sure", day: new(2025, 3, 25)) with { Kind = "airstrike", CrossBorder = false, Actors = [], Episode = null, Claims = [] });
        await SaveAsync(Samples.Clash("undated clash") with { Date = new() });
    }

    private static string Names(IEnumerable<string> features) => string.Join(' ', features.Select(Name).Order(StringComparer.Ordinal));

    private static string Name(string feature) => JsonDocument.Parse(feature).RootElement.GetProperty("properties").GetProperty("title").GetString()!.Split(' ')[0];
}
