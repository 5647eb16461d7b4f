using BorderMap.PostGis.People;
using BorderMap.Web.Tests.Running;
using static BorderMap.Web.Tests.Running.Documents;

namespace BorderMap.Web.Tests;

/// <summary>Many clients on the same incidents: none overwrites another, and each conflict says what there is.</summary>
public sealed class ConcurrentEditTests(SharedSite shared) : FreshSite(shared)
{
    private const int Clients = 20;
    private const int Incidents = 50;
    private const int EditsEach = 15;
    private const int MostTries = 200;

    [Fact]
    public async Task No_edit_is_lost_and_every_conflict_brings_the_current_version()
    {
        using var editor = await Site.ProgramAsync(Role.Editor);
        var ids = new List<string>();
        for (var i = 0; i < Incidents; i++)
        {
            var document = Shelling($"Incident {i}", "published");
            document["notes"] = "|";
            ids.Add(await editor.RecordAsync(document));
        }
        var pub = await PubAsync();
        var conflicts = await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(() => EditAsync(client, ids), Cancellation)));

        var marks = new List<string>();
        foreach (var id in ids)
        {
            var document = await editor.JsonAsync($"/api/incidents/{id}");
            var own = document.GetProperty("notes").GetString()!.Split('|', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal(1 + own.Length, document.GetProperty("version").GetInt32());
            marks.AddRange(own);
        }
        Assert.Equal(Enumerable.Range(0, Clients).SelectMany(client => Enumerable.Range(0, EditsEach).Select(edit => $"{client}-{edit}")).Order(), marks.Order());
        Assert.True(conflicts.Sum() > 0, "The clients never met, so the test shows nothing.");
        Assert.Equal(pub, await PubAsync());
    }

    /// <summary>Adds a mark to one incident after the other, from what the answer to the last attempt gave.</summary>
    private async Task<int> EditAsync(int client, List<string> ids)
    {
        using var program = await Site.ProgramAsync(Role.Editor);
        var conflicts = 0;
        for (var edit = 0; edit < EditsEach; edit++)
        {
            // All go the same way, each from a neighbour's place, so that they meet.
            var id = ids[(client + edit) % 5 + (edit % 10 * 5)];
            var current = await program.JsonAsync($"/api/incidents/{id}");
            for (var tries = 0; ; tries++)
            {
                Assert.True(tries < MostTries, $"client {client} got no turn");
                var version = current.GetProperty("version").GetInt32();
                using var response = await program.SendAsync(HttpMethod.Patch, $"/api/incidents/{id}", new { notes = $"{current.GetProperty("notes").GetString()}{client}-{edit}|" }, IfMatch(id, version));
                if (response.IsSuccessStatusCode)
                {
                    break;
                }
                if ((int)response.StatusCode == 503)
                {
                    continue;
                }
                Assert.Equal(412, (int)response.StatusCode);
                var problem = await response.JsonAsync();
                current = problem.GetProperty("current");
                Assert.True(problem.GetProperty("version").GetInt32() > version);
                Assert.Equal(problem.GetProperty("version").GetInt32(), current.GetProperty("version").GetInt32());
                conflicts++;
            }
        }
        return conflicts;
    }

    // Notes are the editors' own: nothing of it moves the public sequence.
    private async Task<long> PubAsync() => (await Site.JsonAsync("/readyz")).GetProperty("pub").GetInt64();
}
