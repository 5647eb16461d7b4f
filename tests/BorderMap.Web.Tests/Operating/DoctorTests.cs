using System.Text;
using BorderMap.Web.Commands;
using BorderMap.Web.Operating.Doctor;
using BorderMap.Web.Tests.Running;
using Npgsql;

namespace BorderMap.Web.Tests.Operating;

public sealed class DoctorTests(OwnSite own) : IClassFixture<OwnSite>
{
    private string Connection => new NpgsqlConnectionStringBuilder(own.Site.Database.Editor.ConnectionString) { Options = null, SearchPath = null }.ConnectionString;

    [Fact]
    public async Task Finds_nothing_to_fix_where_all_is_well()
    {
        var (code, findings) = await RunAsync(new Settings { Home = own.Home, Database = Connection }, own.Site.Http.BaseAddress!.ToString());

        Assert.Equal(CommandLine.Done, code);
        Assert.DoesNotContain("FAIL", findings, StringComparison.Ordinal);
        Assert.Contains("ok    schema: ", findings, StringComparison.Ordinal);
        Assert.Contains("is ready", findings, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_what_to_fix_where_the_database_takes_no_writes()
    {
        var (code, findings) = await RunAsync(new Settings { Home = own.Home, Database = Connection + ";Options=-c default_transaction_read_only=on" }, own.Site.Http.BaseAddress!.ToString());

        Assert.Equal(CommandLine.Failed, code);
        Assert.Contains("FAIL  database: it takes no writes\n      ", findings, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_the_database_does_not_answer_and_keeps_its_password()
    {
        var (code, findings) = await RunAsync(new Settings { Home = own.Home, Database = "Host=127.0.0.1;Port=1;Username=map;Password=SENTINEL" }, "http://127.0.0.1:1");

        Assert.Equal(CommandLine.Failed, code);
        Assert.Contains("FAIL  database: it does not answer", findings, StringComparison.Ordinal);
        Assert.Contains("warn  site: nothing answers at http://127.0.0.1:1/", findings, StringComparison.Ordinal);
        Assert.DoesNotContain("SENTINEL", findings, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_and_starts_nothing()
    {
        var home = Path.Combine(Path.GetTempPath(), $"bordermap-doctor-{Guid.NewGuid():N}");
        var (code, findings) = await RunAsync(new Settings { Home = home }, "http://127.0.0.1:1");

        Assert.Equal(CommandLine.Done, code);
        Assert.Contains("the private cluster is not running", findings, StringComparison.Ordinal);
        Assert.False(Directory.Exists(home));
    }

    [Fact]
    public void Tells_which_work_beside_the_requests_fails()
    {
        const string Text = """
            # TYPE bordermap_background_down gauge
            bordermap_background_down{service="ChangeFeed"} 0
            bordermap_background_down{service="DuePublisher"} 1
            bordermap_background_down{service="NightlyBackup"} 0
            bordermap_background_failures_total{service="ChangeFeed"} 0
            bordermap_background_failures_total{service="DuePublisher"} 3
            bordermap_background_failures_total{service="NightlyBackup"} 1

            """;

        Assert.Equal([(Severity.Failure, "DuePublisher is down after 3 failures, and waits to be begun again"), (Severity.Warning, "NightlyBackup runs, with one failure since the program began")],
            MetricsCheck.Of(Text).Select(finding => (finding.Severity, finding.Message)));
        Assert.Equal(["2 services, no failure"], MetricsCheck.Of("""
            bordermap_background_failures_total{service="ChangeFeed"} 0
            bordermap_background_failures_total{service="DuePublisher"} 0
            """).Select(finding => finding.Message));
    }

    [Fact]
    public async Task Says_that_nothing_is_measured_where_it_was_set_to_be()
    {
        var (_, findings) = await RunAsync(new Settings { Home = own.Home, Metrics = new Uri("http://127.0.0.1:1/") }, "http://127.0.0.1:1");

        Assert.Contains("warn  background: nothing is measured at http://127.0.0.1:1/", findings, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Findings)> RunAsync(Settings settings, string url)
    {
        using var output = new MemoryStream();
        using var messages = new StringWriter();
        var code = await CommandLine.RunAsync(new Surroundings(settings, Site.Content, TimeProvider.System, TextReader.Null, output, messages), ["doctor", "--url", url]);
        return (code, Encoding.UTF8.GetString(output.ToArray()));
    }
}
