using System.Net;
using BorderMap.Web.Tests.Running;

namespace BorderMap.Web.Tests.Hostile;

/// <summary>One client that asks for everything at once, beside others.</summary>
public sealed class FairShareTests(SharedSite shared)
{
    private const int Rate = 2;

    [Fact]
    public async Task Who_asks_too_often_is_told_to_come_again_and_others_are_served()
    {
        await using var site = await shared.StartAnotherAsync(new Settings { Home = shared.Home, RequestRate = Rate, TrustedProxies = [System.Net.IPNetwork.Parse("127.0.0.0/8")] });
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < Rate * Limits.RequestBurst * 2; i++)
        {
            using var response = await site.GetAsync("/api/places/x-torkham-crossing", ("X-Forwarded-For", "192.0.2.1"));
            answers.Add(response.StatusCode);
        }
        using var refused = await site.GetAsync("/export/incidents.csv", ("X-Forwarded-For", "192.0.2.1"));
        using var other = await site.GetAsync("/api/places/x-torkham-crossing", ("X-Forwarded-For", "192.0.2.2"));
        using var health = await site.GetAsync("/healthz", ("X-Forwarded-For", "192.0.2.1"));
        // Nobody else's address: the machine's own, which is not counted.
        for (var i = 0; i < Rate * Limits.RequestBurst * 2; i++)
        {
            using var own = await site.GetAsync("/api/places/x-torkham-crossing");
            Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        }
        using var script = await site.GetAsync("/js/main.js", ("X-Forwarded-For", "192.0.2.1"));

        Assert.All(answers[..(Rate * Limits.RequestBurst)], status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
        Assert.Equal("client", (await ProblemTests.ProblemOf(refused, 429)).GetProperty("field").GetString());
        Assert.NotNull(refused.Header("Retry-After"));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK], [other.StatusCode, health.StatusCode, script.StatusCode]);
    }

    [Fact]
    public async Task A_large_page_is_a_download()
    {
        await using var site = await shared.StartAnotherAsync();
        var downloads = (Exports.OpenExports)site.Services.GetService(typeof(Exports.OpenExports))!;
        using var small = await site.GetAsync($"/api/incidents?limit={Limits.PageSmall}");
        List<IDisposable> taken = [.. Enumerable.Range(0, Limits.ExportsPerClient).Select(_ => downloads.Take("127.0.0.1", out var _)!)];
        foreach (var path in new[] { "/api/incidents", "/api/sources", "/ogc/collections/places/items" })
        {
            using var refused = await site.GetAsync($"{path}?limit={Limits.PageSmall + 1}");
            await ProblemTests.ProblemOf(refused, 503);
        }
        taken.ForEach(place => place.Dispose());
        using var again = await site.GetAsync($"/api/incidents?limit={Limits.PageMax}");

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK], [small.StatusCode, again.StatusCode]);
    }
}
