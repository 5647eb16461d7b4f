using BorderMap.PostGis.Reports;
using Npgsql;

namespace BorderMap.PostGis.Tests.Reports;

public sealed class ReportStoreTests(TestCluster cluster) : StoreTest(cluster)
{
    private ReportStore Reports => new(Database);

    [Fact]
    public async Task A_report_comes_back_as_it_was_kept()
    {
        var kept = await AddAsync("n-aaaaaaaaaa", "ada", drafts: 2);
        var found = (await Reports.FindAsync(kept.Id, Cancellation))!;

        Assert.Equal(kept with { Drafts = [], Reading = "" }, found with { Drafts = [], Reading = "", DraftCount = 0, OpenCount = 0 });
        Assert.Equal([1, 2], found.Drafts.Select(draft => draft.N));
        Assert.Equal((2, 2), (found.DraftCount, found.OpenCount));
        Assert.Null(await Reports.FindAsync("n-bbbbbbbbbb", Cancellation));
        Assert.Equal(kept.Id, await Reports.SameTextAsync(kept.Sha256, Cancellation));
    }

    [Fact]
    public async Task Reports_are_listed_latest_first_a_page_at_a_time_and_ones_own_alone()
    {
        for (var i = 0; i < 5; i++)
        {
            await AddAsync($"n-{new string((char)('a' + i), 10)}", i % 2 == 0 ? "ada" : "bob", drafts: i);
            Time.Now += TimeSpan.FromMinutes(i % 2);
        }
        var all = await Reports.ListAsync(null, null, 10, Cancellation);
        var first = await Reports.ListAsync(null, null, 2, Cancellation);
        var rest = await Reports.ListAsync(null, first[^1], 10, Cancellation);

        Assert.Equal(all.OrderByDescending(report => report.At).ThenByDescending(report => report.Id, StringComparer.Ordinal), all);
        Assert.Equal(all.Select(report => report.Id), first.Concat(rest).Select(report => report.Id));
        Assert.Equal(2, (await Reports.ListAsync("bob", null, 10, Cancellation)).Count);
        Assert.Equal([4, 3, 2, 1, 0], all.Select(report => report.DraftCount));
    }

    [Fact]
    public async Task One_of_two_who_decide_at_once_decides()
    {
        var report = await AddAsync("n-aaaaaaaaaa", "ada", drafts: 1);
        var took = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Reports.DecideAsync(report.Id, 1, ReportDecision.Accepted, $"editor {i}", "", Time.GetUtcNow(), Cancellation)));

        Assert.Single(took, isTaken => isTaken);
        Assert.True(await Reports.ReopenAsync(report.Id, 1, Cancellation));
        Assert.False(await Reports.ReopenAsync(report.Id, 1, Cancellation));
        Assert.True(await Reports.DecideAsync(report.Id, 1, ReportDecision.Accepted, "ada", "", Time.GetUtcNow(), Cancellation));
        await Reports.FinishAsync(report.Id, 1, "i-aaaaaaaaaa", """{"title": "changed"}""", Cancellation);
        Assert.False(await Reports.ReopenAsync(report.Id, 1, Cancellation));
        var (_, decided) = Assert.Single(await Reports.DecidedAsync(Cancellation).ToListAsync(Cancellation));
        Assert.Equal((ReportDecision.Accepted, "i-aaaaaaaaaa", """{"title": "changed"}"""), (decided.Decision, decided.Incident, decided.Corrected));
    }

    [Fact]
    public async Task Where_a_report_comes_from_can_be_told_until_it_has_a_source()
    {
        var report = await AddAsync("n-aaaaaaaaaa", "ada", drafts: 0);
        await Reports.TellOriginAsync(report.Id, new() { Publisher = "Dawn" }, Cancellation);
        Assert.Equal("s-one", await Reports.SetSourceAsync(report.Id, "s-one", Cancellation));
        Assert.Equal("s-one", await Reports.SetSourceAsync(report.Id, "s-two", Cancellation));
        await Reports.TellOriginAsync(report.Id, new() { Publisher = "AFP" }, Cancellation);

        Assert.Equal(("Dawn", "s-one"), (await Reports.FindAsync(report.Id, Cancellation)) is { } found ? (found.Origin.Publisher, found.Source) : default);
    }

    [Fact]
    public async Task Redaction_of_an_incident_erases_what_a_report_said_of_it()
    {
        var incident = await SaveAsync(Samples.Clash());
        var report = await AddAsync("n-aaaaaaaaaa", "ada", drafts: 2);
        await Reports.DecideAsync(report.Id, 1, ReportDecision.Accepted, "ada", "", Time.GetUtcNow(), Cancellation);
        await Reports.FinishAsync(report.Id, 1, incident.Id, null, Cancellation);

        Assert.IsType<SaveResult.Saved>(await Store.RedactAsync(incident.Id, "harm", "ada", Cancellation));

        Assert.Equal([2], (await Reports.FindAsync(report.Id, Cancellation))!.Drafts.Select(draft => draft.N));
    }

    [Fact]
    public async Task The_public_role_may_not_read_reports()
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => AskAsync<string>("select id from report", asPublic: true));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        refused = await Assert.ThrowsAsync<PostgresException>(() => AskAsync<string>("select report from report_draft", asPublic: true));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    private async Task<StoredReport> AddAsync(string id, string by, int drafts)
    {
        var report = new StoredReport
        {
            Id = id,
            At = Time.GetUtcNow(),
            By = by,
            Sha256 = new string('0', 64),
            Characters = 120,
            Published = new(2025, 10, 12),
            Origin = new() { Title = "Clash" },
            Reading = "{}",
            Drafts = [.. Enumerable.Range(1, drafts).Select(n => new StoredDraft(n, """{"document": {}}"""))],
        };
        await Reports.AddAsync(report, Cancellation);
        return report;
    }
}
