using BorderMap.PostGis.Review;
using Npgsql;

namespace BorderMap.PostGis.Tests.Review;

public sealed class ErrorReportStoreTests(TestCluster cluster) : StoreTest(cluster)
{
    private const string About = "i-aaaaaaaaaa";

    private ErrorReportStore Reports => new(Database, Time);

    [Fact]
    public async Task Reports_are_listed_latest_first_by_state_and_incident_a_page_at_a_time()
    {
        var ids = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            ids.Insert(0, (await AddAsync($"wrong {i}", i == 2 ? "i-bbbbbbbbbb" : About)).Id);
            Time.Now += TimeSpan.FromMinutes(i % 2);
        }
        Assert.IsType<ErrorReportResult.Kept>(await Reports.DecideAsync(ids[0], 1, ErrorReportState.Rejected, "editor", "it is right", Cancellation));

        var all = await Reports.ListAsync(null, null, null, 10, Cancellation);
        var first = await Reports.ListAsync(null, null, null, 2, Cancellation);
        var rest = await Reports.ListAsync(null, null, first[^1], 10, Cancellation);

        Assert.Equal(ids.Order(), all.Select(report => report.Id).Order());
        Assert.Equal(all.OrderByDescending(report => report.At).ThenByDescending(report => report.Id, StringComparer.Ordinal), all);
        Assert.Equal(all.Select(report => report.Id), first.Concat(rest).Select(report => report.Id));
        Assert.Equal(4, (await Reports.ListAsync(ErrorReportState.Open, null, null, 10, Cancellation)).Count);
        Assert.Equal("wrong 2", Assert.Single(await Reports.ListAsync(null, "i-bbbbbbbbbb", null, 10, Cancellation)).Report.Words);
    }

    [Fact]
    public async Task A_decision_says_who_and_why_and_does_not_go_over_one_that_was_not_seen()
    {
        var report = await AddAsync("The day is wrong.");
        var accepted = Assert.IsType<ErrorReportResult.Kept>(await Reports.DecideAsync(report.Id, report.Revision, ErrorReportState.Accepted, "one", "corrected", Cancellation)).Report;
        var stale = Assert.IsType<ErrorReportResult.Stale>(await Reports.DecideAsync(report.Id, report.Revision, ErrorReportState.Rejected, "two", "no", Cancellation)).Current;

        Assert.Equal((ErrorReportState.Accepted, "one", "corrected", Time.Now), (accepted.State, accepted.By, accepted.Reason, accepted.Decided));
        Assert.Equal(accepted, stale);
        Assert.IsType<ErrorReportResult.Missing>(await Reports.DecideAsync("r-2222222222", 1, ErrorReportState.Rejected, "two", "no", Cancellation));
        var again = Assert.IsType<ErrorReportResult.Kept>(await Reports.DecideAsync(report.Id, accepted.Revision, ErrorReportState.Open, "two", "look again", Cancellation)).Report;
        Assert.Null(again.Decided);
    }

    [Fact]
    public async Task Only_so_many_wait_about_one_incident()
    {
        for (var i = 0; i < ErrorReportStore.OpenPerIncident; i++)
            await AddAsync($"{i}");

        Assert.IsType<ErrorReportResult.Full>(await Reports.AddAsync(new() { Incident = About, Words = "one more" }, Cancellation));
        await AddAsync("about another", "i-bbbbbbbbbb");
    }

    [Fact]
    public async Task What_is_decided_is_forgotten_and_how_to_reach_the_reader_sooner()
    {
        var (open, decided) = (await AddAsync("open"), await AddAsync("decided"));
        await Reports.DecideAsync(decided.Id, 1, ErrorReportState.Accepted, "editor", "yes", Cancellation);
        Time.Now += ErrorReportStore.ContactKeptFor + TimeSpan.FromDays(1);
        Assert.Equal(0, await Reports.ForgetAsync(Cancellation));
        Assert.Null((await Reports.FindAsync(decided.Id, Cancellation))!.Report.Contact);
        Assert.Equal("reader@example.org", (await Reports.FindAsync(open.Id, Cancellation))!.Report.Contact);

        Time.Now += ErrorReportStore.KeptFor;
        Assert.Equal(1, await Reports.ForgetAsync(Cancellation));
        Assert.Null(await Reports.FindAsync(decided.Id, Cancellation));
        Assert.NotNull(await Reports.FindAsync(open.Id, Cancellation));
    }

    [Fact]
    public async Task The_public_role_reads_nothing_of_it()
    {
        foreach (var table in new[] { "error_report", "incident_window", "likely_duplicate", "different_incidents" })
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => AskAsync<string>($"select t::text from {table} t", asPublic: true));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        }
    }

    private async Task<KeptErrorReport> AddAsync(string words, string incident = About) => Assert.IsType<ErrorReportResult.Kept>(
        await Reports.AddAsync(new() { Incident = incident, Version = 1, Words = words, SourceUrl = "https://example.org/right", Contact = "reader@example.org" }, Cancellation)).Report;
}
