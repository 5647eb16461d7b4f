using System.Net;
using BorderMap.Web.Tests.Running;

namespace BorderMap.Web.Tests.Hostile;

/// <summary>Broken, endless and slow requests on the real server: closed or refused within its bounds, and everybody else goes on being served.</summary>
public sealed class RawRequestTests(SharedSite shared)
{
    private const string Host = "Host: x\r\n";
    private const string Post = "POST /api/places/resolve HTTP/1.1\r\n" + Host + "Content-Type: application/json\r\nConnection: close\r\n";

    private Uri Address => shared.Site.Http.BaseAddress!;

    public static TheoryData<string, string> Broken => new()
    {
        { $"GET /healthz?{new string('a', Limits.RequestLineMax)} HTTP/1.1\r\n{Host}\r\n", "414" },
        { $"GET /healthz HTTP/1.1\r\n{Host}X: {new string('a', 40_000)}\r\n\r\n", "431" },
        { $"GET /healthz HTTP/1.1\r\n{Host}{string.Concat(Enumerable.Range(0, 200).Select(i => $"X-{i}: 1\r\n"))}\r\n", "431" },
        { "GET /healthz HTTP/1.1\r\n\r\n", "400" },
        { $"GET /healthz HTTP/1.1\r\n{Host}{Host}\r\n", "400" },
        { $"GET /healthz HTTP/9.9\r\n{Host}\r\n", "505" },
        { "\u0016\u0003\u0001\u0002\0\u0001\0", "400" },
        { $"GET /healthz\0 HTTP/1.1\r\n{Host}\r\n", "400" },
        { $"GET /healthz HTTP/1.1\r\n{Host}X: a\0b\r\n\r\n", "400" },
        { $"{Post}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "400" },
        { $"{Post}Content-Length: -1\r\n\r\n", "400" },
        { $"{Post}Content-Length: 99999999999\r\n\r\n", "413" },
        { $"{Post}Transfer-Encoding: chunked\r\n\r\nzz\r\n[]\r\n0\r\n\r\n", "400" },
        { $"{Post}Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", "4" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_broken_request_is_refused(string request, string status)
    {
        using var client = await RawClient.SendAsync(Address, request);

        Assert.StartsWith($"HTTP/1.1 {status}", await client.AnswerAsync(), StringComparison.Ordinal);
        await IsServedAsync();
    }

    [Fact]
    public async Task Who_sends_slowly_is_given_up_and_nobody_waits_for_them()
    {
        List<RawClient> clients = [];
        for (var i = 0; i < 50; i++)
        {
            clients.Add(await RawClient.SendAsync(Address, $"GET /api/incidents HTTP/1.1\r\n{Host}X-Slow: "));
        }
        clients.Add(await RawClient.SendAsync(Address, $"{Post}Content-Length: 1000000\r\n\r\n["));
        await IsServedAsync();

        var answers = await Task.WhenAll(clients.Select(client => client.AnswerAsync()));

        Assert.All(answers, answer => Assert.True(answer.Length == 0 || answer.StartsWith("HTTP/1.1 408", StringComparison.Ordinal), answer));
        clients.ForEach(client => client.Dispose());
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_nobodys_fault_of_the_program()
    {
        for (var i = 0; i < 20; i++)
        {
            using var client = await RawClient.SendAsync(Address, $"{Post}Content-Length: 1000\r\n\r\n[\"Torkham\"");
        }
        await IsServedAsync();
    }

    [Fact]
    public async Task One_address_has_so_many_large_questions_under_way_and_no_more()
    {
        await using var site = await shared.StartAnotherAsync(new Settings { Home = shared.Home });
        List<RawClient> held = [];
        for (var i = 0; i < Limits.QuestionsPerClient; i++)
        {
            held.Add(await RawClient.SendAsync(site.Http.BaseAddress!, $"{Post}Expect: 100-continue\r\nContent-Length: 100\r\n\r\n"));
            // The server asks for the body once it has given the question its place.
            await held[^1].ReadSomeAsync();
        }

        using var refused = await site.PostAsync("/api/places/resolve", "[\"Torkham\"]", "application/json");
        await ProblemTests.ProblemOf(refused, 503);
        Assert.NotNull(refused.Header("Retry-After"));
        using var read = await site.GetAsync("/api/places/resolve?name=Torkham");
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        held.ForEach(client => client.Dispose());
    }

    [Theory]
    [InlineData("/css/page.css")]
    [InlineData("/basemap/line.json")]
    [InlineData("/method")]
    [InlineData("/export/incidents.geojson")]
    public async Task Overlapping_ranges_never_send_more_than_the_whole(string path)
    {
        using var whole = await shared.Site.GetAsync(path, ("Accept-Encoding", "identity"));
        using var ranged = await shared.Site.GetAsync(path, ("Accept-Encoding", "identity"), ("Range", "bytes=" + string.Join(',', Enumerable.Range(0, 500).Select(i => $"{i}-"))));

        Assert.True(ranged.StatusCode is HttpStatusCode.OK or HttpStatusCode.RequestedRangeNotSatisfiable, $"{ranged.StatusCode}");
        Assert.True((await ranged.TextAsync()).Length <= (await whole.TextAsync()).Length);
    }

    private async Task IsServedAsync()
    {
        using var response = await shared.Site.GetAsync("/api/incidents?limit=1");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }
}
