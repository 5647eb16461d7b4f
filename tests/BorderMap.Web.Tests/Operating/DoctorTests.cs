using System.Text;
using BorderMap.Web.Commands;
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

    private static async Task<(int Code, string Findings)> RunAsync(Settings settings, string url)
    {
        using var output = new MemoryStream();
        using var messages = new StringWriter();
        var code = await CommandLine.RunAsync(new Surroundings(settings, Site.Content, TimeProvider.System, TextReader.Null, output, messages), ["doctor", "--url", url]);
        return (code, Encoding.UTF8.GetString(output.ToArray()));
    }
}
