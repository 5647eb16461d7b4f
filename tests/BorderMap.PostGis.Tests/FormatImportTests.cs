using System.Text;
using BorderMap.Incidents.Importing;
using BorderMap.Incidents.Model;

namespace BorderMap.PostGis.Tests;

/// <summary>Files of other formats: into the store, again, and again when they changed. All rows are invented.</summary>
public sealed class FormatImportTests(TestCluster cluster) : StoreTest(cluster)
{
    private const string UcdpHeader = "id,type_of_violence,dyad_name,side_a,side_b,source_article,source_headline,where_prec,where_coordinates,adm_1,adm_2,latitude,longitude,country,country_id,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob\n";

    private const string AcledHeader = "event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,inter1,actor2,inter2,iso,country,admin1,admin2,location,latitude,longitude,geo_precision,source,notes,fatalities\n";

    private static string Ucdp(int id, int best = 4, string day = "2015-03-01") =>
        $"{id},1,INVENTED,Force of A,Group of B,,Invented headline,1,Torkham town,Khyber,Landi Kotal,34.12,71.09,Pakistan,770,1,{day},{day},1,3,0,0,{best},9,1,770,\n";

    private static string Acled(int id) =>
        $"INVENTED{id},2025-10-11,1,Battles,Armed clash,Force of Zarghun,1,Group of Zarghun,2,4,Afghanistan,Nangarhar,Mohmand Dara,Zarghunkhel,34.12,71.09,1,Zarghun News,Zarghun note,3\n";

    private Task<ImportResult> ReadAsync(string text, ReadingPlan plan, bool skipBad = false, bool dryRun = false) => Store.ImportAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)),
        new ImportOptions("tester", "test", dryRun) { Plan = plan, SkipBad = skipBad }, null, Cancellation);

    private Task<ImportResult> UcdpAsync(string release, params string[] rows) => UcdpAsync(release, false, rows);

    private Task<ImportResult> UcdpAsync(string release, bool skipBad, params string[] rows) =>
        ReadAsync(UcdpHeader + string.Concat(rows), new(ImportFormat.Ucdp) { Release = release, As = IncidentStatus.Published }, skipBad);

    private async Task<Incident> OfAsync(string key) => (await Store.FindAsync((await AskAsync<string>($"select id from source_key where key = '{key}'")).Single(), Cancellation))!;

    [Fact]
    public async Task Ucdp_events_become_incidents_and_the_same_file_again_changes_nothing()
    {
        var first = await UcdpAsync("22.1", Ucdp(1), Ucdp(2));
        Assert.Empty(first.Problems);
        Assert.Equal(((2L, 0L, 0L), 2), (first.Incidents, first.Pub));
        var (seq, everything) = (await AskAsync<long>("select max(seq) from change"), await EverythingPublicAsync());
        var again = await UcdpAsync("22.1", Ucdp(1), Ucdp(2));
        Assert.Equal(((0L, 0L, 2L), 2), (again.Incidents, again.Pub));
        Assert.Equal(seq, await AskAsync<long>("select max(seq) from change"));
        Assert.Equal(everything, await EverythingPublicAsync());
    }

    [Fact]
    public async Task A_newer_release_updates_what_changed_and_lists_it()
    {
        await UcdpAsync("22.1", Ucdp(1), Ucdp(2));
        var newer = await UcdpAsync("23.1", Ucdp(1), Ucdp(2, best: 5), Ucdp(3));
        Assert.Equal((1L, 1L, 1L), newer.Incidents);
        var change = Assert.Single(newer.Changes, change => !change.IsNew);
        Assert.Equal(("ucdp-ged:2", "line 3"), (change.Key, change.Row));
        Assert.Equal(["estimates"], change.Fields);
        Assert.Equal(("GED 23.1", 5), ((await OfAsync("ucdp-ged:2")).Estimates[0].Release, (await OfAsync("ucdp-ged:2")).Estimates[0].Best));
        Assert.Equal("GED 22.1", (await OfAsync("ucdp-ged:1")).Estimates[0].Release);
    }

    [Fact]
    public async Task What_an_editor_changed_stays_through_release_after_release()
    {
        await UcdpAsync("22.1", Ucdp(1));
        var incident = await OfAsync("ucdp-ged:1");
        await SaveAsync(incident with { Title = "An editor's title", Claims = [Samples.Toll(2, Samples.Paper.Id)], Sources = [.. incident.Sources, new(Samples.Paper.Id)] });
        foreach (var (release, best) in new[] { ("23.1", 5), ("24.1", 6) })
        {
            var change = Assert.Single((await UcdpAsync(release, Ucdp(1, best))).Changes);
            Assert.Equal(["estimates"], change.Fields);
            var after = await OfAsync("ucdp-ged:1");
            Assert.Equal(("An editor's title", best, 1, 2), (after.Title, after.Estimates[0].Best, after.Claims.Count, after.Sources.Count));
        }
    }

    [Fact]
    public async Task Where_both_changed_a_field_the_editors_stays_and_is_told()
    {
        await UcdpAsync("22.1", Ucdp(1));
        var incident = await OfAsync("ucdp-ged:1");
        await SaveAsync(incident with { Date = new() { Start = new(2015, 3, 2), End = new(2015, 3, 2), Precision = DatePrecision.Day } });
        var change = Assert.Single((await UcdpAsync("23.1", Ucdp(1, best: 7, day: "2015-03-05"))).Changes);
        Assert.Equal(["date"], change.Kept);
        var after = await OfAsync("ucdp-ged:1");
        Assert.Equal((new DateOnly(2015, 3, 2), 7), (after.Date.Start!.Value, after.Estimates[0].Best));
    }

    [Fact]
    public async Task A_draft_that_an_editor_published_stays_published()
    {
        var plan = new ReadingPlan(ImportFormat.Ucdp) { Release = "22.1" };
        await ReadAsync(UcdpHeader + Ucdp(1), plan);
        await SaveAsync(await OfAsync("ucdp-ged:1") with { Status = IncidentStatus.Published });
        await ReadAsync(UcdpHeader + Ucdp(1, best: 5), plan with { Release = "23.1" });
        Assert.Equal(IncidentStatus.Published, (await OfAsync("ucdp-ged:1")).Status);
    }

    [Fact]
    public async Task A_redacted_incident_leaves_nothing_of_what_an_import_brought()
    {
        await UcdpAsync("22.1", Ucdp(1));
        await SaveAsync(await OfAsync("ucdp-ged:1") with { Title = "Edited" });
        await UcdpAsync("23.1", Ucdp(1, best: 5));
        await Store.RedactAsync((await OfAsync("ucdp-ged:1")).Id, "asked for", "tester", Cancellation);
        Assert.Equal(0, (await AskAsync<long>("select count(*) from document where kind = 'incident' and (doc is not null or import_doc is not null)")).Single());
        Assert.Equal(0, (await UcdpAsync("24.1", Ucdp(1, best: 6))).Updated);
    }

    [Fact]
    public async Task One_bad_row_keeps_all_out_unless_bad_rows_are_to_be_skipped()
    {
        var rows = new[] { Ucdp(1), Ucdp(2).Replace("71.09", "17.09", StringComparison.Ordinal), Ucdp(3).Replace("71.09", "18.09", StringComparison.Ordinal), Ucdp(4) };
        var stopped = await UcdpAsync("22.1", rows);
        Assert.Equal((2, false, 0), (stopped.Rejected, stopped.IsDone, stopped.Pub));
        Assert.StartsWith("line 3: longitude", stopped.Problems[0].Field, StringComparison.Ordinal);
        Assert.StartsWith("line 4: longitude", stopped.Problems[1].Field, StringComparison.Ordinal);
        Assert.True(await Store.IsEmptyAsync(Cancellation));
        var skipped = await UcdpAsync("22.1", skipBad: true, rows);
        Assert.Equal((2, 2, true), (skipped.Rejected, skipped.Incidents.Added, skipped.IsDone));
    }

    [Fact]
    public async Task A_file_without_its_columns_is_not_helped_by_skipping_rows()
    {
        var result = await ReadAsync("title\nA\n", new(ImportFormat.Csv), skipBad: true);
        Assert.Equal((true, false), (result.IsHopeless, result.IsDone));
    }

    [Fact]
    public async Task A_key_twice_in_a_table_keeps_all_out()
    {
        var result = await ReadAsync("source_key,kind\nt:1,other\nt:2,other\nt:1,shelling\n", new(ImportFormat.Csv), skipBad: true);
        Assert.Contains("line 2, line 4", Assert.Single(result.Problems).Message, StringComparison.Ordinal);
        Assert.True(await Store.IsEmptyAsync(Cancellation));
    }

    [Fact]
    public async Task Acled_rows_reach_no_public_table()
    {
        var result = await ReadAsync(AcledHeader + Acled(1) + Acled(2), new(ImportFormat.Acled) { As = IncidentStatus.Published });
        Assert.Empty(result.Problems);
        Assert.Equal((2, 0), (result.Incidents.Added, result.Pub));
        var ids = await AskAsync<string>("select id from document where kind = 'incident'");
        var everything = await EverythingPublicAsync([.. ids]);
        foreach (var word in new[] { "Zarghun", "ACLED", "INVENTED", ids[0], ids[1] })
            Assert.DoesNotContain(word, everything, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0, (await AskAsync<long>("select count(*) from public_incident")).Single());
    }

    [Fact]
    public async Task Acled_merged_into_a_public_incident_shows_none_of_its_figures()
    {
        var open = await SaveAsync(Samples.Clash());
        await ReadAsync(AcledHeader + Acled(1), new(ImportFormat.Acled) { As = IncidentStatus.Published });
        var closed = await OfAsync("acled:INVENTED1");
        Assert.IsType<SaveResult.Saved>(await Store.MergeAsync(closed.Id, open.Id, "tester", "the same", Cancellation));
        Assert.NotEmpty((await Store.FindAsync(open.Id, Cancellation))!.Estimates);
        var everything = await EverythingPublicAsync(open.Id, closed.Id);
        foreach (var word in new[] { "Zarghun", "ACLED" })
            Assert.DoesNotContain(word, everything, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_same_address_is_the_same_source()
    {
        await ReadAsync($"source_key,kind,publisher,source_url\nt:1,other,The Paper,{Samples.Paper.Url}\nt:2,other,New,https://example.org/new\n", new(ImportFormat.Csv));
        Assert.Equal(Samples.Paper.Id, (await OfAsync("t:1")).Sources[0].Source);
        var again = await ReadAsync($"source_key,kind,publisher,source_url\nt:1,other,Renamed,{Samples.Paper.Url}\nt:3,other,Other words,https://example.org/new\n", new(ImportFormat.Csv));
        Assert.Equal((1, 0, 1), (again.Added, again.Updated, again.Unchanged));
        Assert.Equal((await OfAsync("t:2")).Sources[0].Source, (await OfAsync("t:3")).Sources[0].Source);
    }

    [Fact]
    public async Task A_place_that_nobody_knows_waits_in_review_and_the_editors_choice_stays()
    {
        var plan = new ReadingPlan(ImportFormat.Csv) { As = IncidentStatus.Published };
        var result = await ReadAsync("source_key,kind,place\nt:1,other,Qwxyzzy Vjkq\nt:2,other,Spin Boldak\n", plan);
        Assert.Equal((1, 1), (result.Waiting, result.Pub));
        var waiting = await OfAsync("t:1");
        Assert.Equal(IncidentStatus.Draft, waiting.Status);
        await SaveAsync(waiting with { Status = IncidentStatus.Published, Places = [new() { Place = Samples.Torkham, Words = "Qwxyzzy Vjkq" }] });
        await ReadAsync("source_key,kind,place\nt:1,shelling,Qwxyzzy Vjkq\n", plan);
        var after = await OfAsync("t:1");
        Assert.Equal(("shelling", IncidentStatus.Published, Samples.Torkham), (after.Kind, after.Status, Assert.Single(after.Places).Place));
    }

    [Fact]
    public async Task A_dry_run_tells_what_would_change_and_changes_nothing()
    {
        await UcdpAsync("22.1", Ucdp(1));
        var pub = await Reader.PubAsync(Cancellation);
        var dry = await ReadAsync(UcdpHeader + Ucdp(1, best: 5) + Ucdp(2), new(ImportFormat.Ucdp) { Release = "23.1", As = IncidentStatus.Published }, dryRun: true);
        Assert.Equal(((1L, 1L, 0L), false, pub), (dry.Incidents, dry.IsDone, dry.Pub));
        Assert.Equal([false, true], dry.Changes.Select(change => change.IsNew));
        Assert.Equal(4, (await OfAsync("ucdp-ged:1")).Estimates[0].Best);
    }

    [Fact]
    public async Task More_rows_than_a_batch_come_in_batches()
    {
        var text = new StringBuilder("source_key,kind,title,lon,lat,radius_m,publisher,source_url\n");
        for (var i = 0; i < 2_500; i++)
            text.Append($"t:{i},other,Row {i},70.5,33.5,500,Gazette,https://example.org/{i % 700}\n");
        var result = await ReadAsync(text.ToString(), new(ImportFormat.Csv) { As = IncidentStatus.Published });
        Assert.Empty(result.Problems);
        Assert.Equal((2_500, 3_200, 2_500), (result.Incidents.Added, result.Added, result.Pub));
        Assert.Equal((2_500, 0), ((await ReadAsync(text.ToString(), new(ImportFormat.Csv) { As = IncidentStatus.Published })).Incidents.Unchanged, 0));
    }

    [Fact]
    public async Task The_ucdp_sample_comes_in_whole_with_rows_that_contradict_themselves_waiting_and_twice_is_once()
    {
        var file = Path.Combine(Samples.RepoRoot, "..", "shared", "sources", "ucdp-dev.csv");
        Assert.SkipUnless(File.Exists(file), "needs ../shared/sources/ucdp-dev.csv");
        var options = new ImportOptions("tester", "test") { Plan = new(ImportFormat.Ucdp) { Release = "22.1", As = IncidentStatus.Published }, SkipBad = true };
        await using var stream = File.OpenRead(file);
        var first = await Store.ImportAsync(stream, options, null, Cancellation);
        Assert.Equal((3_270, 0, 94, 3_176), (first.Incidents.Added, first.Rejected, first.Waiting, first.Pub));
        stream.Position = 0;
        var second = await Store.ImportAsync(stream, options, null, Cancellation);
        Assert.Equal(((0L, 0L, 3_270L), first.Pub), (second.Incidents, second.Pub));
    }
}
