using System.Net;
using BorderMap.PostGis.People;
using BorderMap.Web.Tests.Running;
using static BorderMap.Web.Tests.Running.Documents;

namespace BorderMap.Web.Tests.Faults;

/// <summary>A clock that jumps: what is hidden until a day is not shown before it by the clock that there is, and writes and reads go on.</summary>
public sealed class ClockTests(SharedSite shared)
{
    [Fact]
    public async Task Back_and_forth_it_neither_shows_early_nor_stops_anything()
    {
        await using var site = await shared.StartAnotherAsync();
        using var editor = await site.ProgramAsync(Role.Editor);
        var document = Shelling("Hidden", "published");
        document["sensitivity"] = new System.Text.Json.Nodes.JsonObject { ["public_from"] = "2026-06-01T12:00:00Z" };
        var id = await editor.RecordAsync(document);
        foreach (var jump in new[] { -3000.0, 2990, 10, 30 })
        {
            site.Time.Advance(TimeSpan.FromDays(jump));
            await editor.RecordAsync(Shelling($"By day {jump}", "published"));
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(site, id));
        }

        site.Time.Advance(new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero) - site.Time.GetUtcNow());
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(site, id));
        site.Time.Advance(TimeSpan.FromDays(-365));
        // What was shown is known: taking it back would be no secret, and no truth.
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(site, id));
        await editor.RecordAsync(Shelling("A year before", "published"));
    }

    private static async Task<HttpStatusCode> StatusAsync(Site site, string id)
    {
        using var response = await site.GetAsync($"/api/incidents/{id}");
        return response.StatusCode;
    }
}
