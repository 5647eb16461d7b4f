using BorderMap.Web.Tests.Running;
using Npgsql;

namespace BorderMap.Web.Tests.Hostile;

/// <summary>What takes too long is given up on every route that takes a filter.</summary>
public sealed class CostLimitTests(SharedSite shared)
{
    [Fact]
    public async Task Every_route_with_a_filter_gives_up_what_takes_too_long()
    {
        await using var site = await shared.StartAnotherAsync();
        // What the program makes ahead is made, or under way; it is a whole state, which may take its time.
        using (await site.GetAsync("/api/incidents/columns?part=map", ("Accept-Encoding", "br")))
        {
        }
        // As slow as a database under load: whatever reads the incidents waits for a lock that somebody holds.
        await using var connection = await site.Database.Editor.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using (var held = new NpgsqlCommand("lock table public_incident in access exclusive mode", connection))
        {
            await held.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
        string[] paths = ["/api/incidents", "/api/incidents/columns", "/api/counts/actor", "/export/incidents.geojson", "/export/incidents.csv", "/tiles/incidents/5/22/12.mvt", "/snapshot.svg", "/feed.atom", "/ogc/collections/incidents/items"];
        var unfiltered = site.GetAsync("/api/incidents");
        var answers = await Task.WhenAll(paths.Select(async path =>
        {
            using var response = await site.GetAsync(path + "?filter=killed_low%3E5");
            return await ProblemTests.ProblemOf(response, 400);
        }));

        Assert.All(answers, problem => Assert.Equal(("filter-too-costly", "filter"), (problem.GetProperty("code").GetString(), problem.GetProperty("field").GetString())));
        await ProblemTests.ProblemOf(await unfiltered, 503);
    }
}
