using System.Net;
using BorderMap.Web.Tests.Running;

namespace BorderMap.Web.Tests;

public sealed class EmbargoTests(SharedSite shared) : IAsyncLifetime
{
    private Site site = null!;

    public async ValueTask InitializeAsync()
    {
        site = await shared.StartAnotherAsync();
        await site.FillAsync();
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task An_embargoed_incident_appears_with_the_first_request_after_its_embargo_and_not_before()
    {
        var (before, tag) = await LookAsync();
        site.Time.Advance(new DateTimeOffset(2026, 6, 1, 11, 59, 59, TimeSpan.Zero) - site.Time.GetUtcNow());
        var (stillBefore, stillTag) = await LookAsync();
        Assert.Equal((before, tag), (stillBefore, stillTag));

        site.Time.Advance(TimeSpan.FromSeconds(1));
        using var document = await site.GetAsync("/api/incidents/i-pppppppppp");
        var (after, newTag) = await LookAsync();

        Assert.Equal(HttpStatusCode.OK, document.StatusCode);
        Assert.Equal(before + 1, after);
        Assert.NotEqual(tag, newTag);
    }

    private async Task<(int Matched, string? Tag)> LookAsync()
    {
        using var response = await site.GetAsync("/api/incidents");
        return ((await response.JsonAsync()).GetProperty("numberMatched").GetInt32(), response.Header("ETag"));
    }
}
