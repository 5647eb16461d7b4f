using System.Text.Json;
using BorderMap.Web.Operating;
using BorderMap.Web.Tests.Running;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace BorderMap.Web.Tests.Operating;

public sealed class LogLinesTests
{
    private static readonly PostgresException Quoting = new("invalid input syntax: \"SENTINEL\"", "ERROR", "ERROR", "22P02", detail: "SENTINEL", where: "JSON data, line 1: SENTINEL", routine: "json_ereport_error");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_PostgreSQL_quotes_stays_out_of_the_log(bool asJson)
    {
        var line = Write(asJson, new InvalidOperationException("Saving failed.", Quoting), null);

        Assert.DoesNotContain("SENTINEL", line, StringComparison.Ordinal);
        Assert.Contains("22P02 at json_ereport_error", line, StringComparison.Ordinal);
        Assert.Contains("Saving failed.", line, StringComparison.Ordinal);
        Assert.EndsWith("\n", line, StringComparison.Ordinal);
        Assert.Equal(1, line.Count(c => c == '\n'));
    }

    [Fact]
    public void A_line_of_JSON_names_the_request_that_it_belongs_to()
    {
        var scopes = new LoggerExternalScopeProvider();
        using var request = scopes.Push(new Dictionary<string, object?> { ["RequestId"] = "0HN:1", ["RequestPath"] = "/api/incidents/i-secretsecr" });
        var line = Write(asJson: true, null, scopes);

        using var json = JsonDocument.Parse(line);
        Assert.Equal(("warning", "Some.Category", "It happened.", "0HN:1"), (Of("level"), Of("category"), Of("message"), Of("request")));
        Assert.Equal(Site.Start, json.RootElement.GetProperty("at").GetDateTimeOffset());
        Assert.DoesNotContain("i-secretsecr", line, StringComparison.Ordinal);

        string? Of(string name) => json.RootElement.GetProperty(name).GetString();
    }

    private static string Write(bool asJson, Exception? error, IExternalScopeProvider? scopes)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        new LogLines(new Settings { Home = "", LogAsJson = asJson }, new ManualTime(Site.Start)).Write(new LogEntry<string>(LogLevel.Warning, "Some.Category", default, "It happened.", error, (state, _) => state), scopes, writer);
        return writer.ToString();
    }
}
