using System.Net;
using System.Text.RegularExpressions;
using BorderMap.Web.Tests.Running;

namespace BorderMap.Web.Tests.Operating;

public sealed partial class MetricsTests(SharedSite shared)
{
    [Fact]
    public async Task Are_told_on_an_address_of_their_own_and_nowhere_else()
    {
        await using var app = App.Build(new AppParts(new Settings { Home = "/nowhere", RequestRate = 0, Metrics = new Uri($"http://127.0.0.1:{FreePort()}") }, Site.Content, shared.Atlas, shared.Site.Database, shared.Site.Time), ["--urls", "http://127.0.0.1:0"]);
        await app.StartAsync(TestContext.Current.CancellationToken);
        var (site, own) = (app.Urls.Single(url => !url.EndsWith($":{new Uri(app.Urls.Last()).Port}", StringComparison.Ordinal)), app.Urls.Last());
        using var http = new HttpClient();
        await GetAsync(http, site + "/api/incidents?q=SENTINEL");
        await GetAsync(http, site + "/api/incidents/i-2222222222");

        var (status, text) = await GetAsync(http, own + "/metrics");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("""http_server_request_duration_seconds_count{http_request_method="GET",http_response_status_code="200",http_route="/api/incidents"} 1""", Sorted(text), StringComparison.Ordinal);
        Assert.Contains("""http_response_status_code="404",http_route="/api/incidents/{id}"} 1""", Sorted(text), StringComparison.Ordinal);
        Assert.Matches("(?m)^bordermap_public_sequence [1-9]", text);
        Assert.Contains("bordermap_database_away 0\n", text, StringComparison.Ordinal);
        Assert.Contains("bordermap_background_down{service=\"ChangeFeed\"} 0\n", text, StringComparison.Ordinal);
        Assert.Contains("bordermap_background_failures_total{service=\"DuplicateSearch\"} 0\n", text, StringComparison.Ordinal);
        Assert.Contains("# TYPE http_server_request_duration_seconds histogram\n", text, StringComparison.Ordinal);
        Assert.All(text.TrimEnd('\n').Split('\n').Where(line => !line.StartsWith('#')), line => Assert.Matches(@"^[a-z_]+(\{[a-z_]+=""[^""]*""(,[a-z_]+=""[^""]*"")*\})? (-?[0-9.E+-]+|NaN)$", line));
        Assert.DoesNotContain("SENTINEL", text, StringComparison.Ordinal);
        Assert.DoesNotContain("i-2222222222", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(http, site + "/metrics")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(http, own + "/api/incidents")).Status);
    }

    private static async Task<(HttpStatusCode Status, string Text)> GetAsync(HttpClient http, string address)
    {
        using var response = await http.GetAsync(address, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.TextAsync());
    }

    /// <summary>The labels of each line in order: which the framework sends first is its own affair.</summary>
    private static string Sorted(string text) => Labels().Replace(text, match => $"{{{string.Join(',', match.Groups[1].Value.Split(',').Order(StringComparer.Ordinal))}}}");

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"(?<=[a-z])\{([^{}]*(\{[a-z]+\}[^{}]*)*)\}(?= )")]
    private static partial Regex Labels();
}
