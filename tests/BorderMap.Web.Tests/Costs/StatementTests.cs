using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using BorderMap.Web.Tests.Running;

namespace BorderMap.Web.Tests.Costs;

/// <summary>What an answer costs the database, counted and not timed: nothing that is added may make it dearer unnoticed.</summary>
public sealed class StatementTests(OwnSite own) : IClassFixture<OwnSite>
{
    /// <summary>An address, how many statements its first answer may take, and how many one like it afterwards.</summary>
    public static TheoryData<string, int, int> Answers => new()
    {
        { "/", 2, 2 },
        { "/api/incidents/columns", 5, 2 },
        { "/api/incidents?limit=20", 4, 3 },
        { "/api/incidents/i-aaaaaaaaaa", 2, 1 },
        { "/incidents/i-aaaaaaaaaa", 9, 1 },
        { "/api/places/search?q=torkham", 0, 0 },
        { "/tiles/incidents/6/44/25.mvt", 2, 1 },
        { "/ogc/collections/incidents/items?limit=20&bbox=60,29,75,38", 4, 1 },
        { "/ogc/collections/crossings/items", 4, 2 },
        { "/export/incidents.geojson", 5, 5 },
        { "/feed.atom", 2, 1 },
        { "/snapshot.svg", 4, 1 },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task An_answer_takes_few_statements(string path, int first, int again)
    {
        // Publishes what is due.
        await AskAsync("/api/changes?since=0");
        var counts = (await CountAsync(path), await CountAsync(path));

        Assert.True(counts.Item1.Count <= first, $"{path} took {counts.Item1.Count} statements at first:\n{string.Join('\n', counts.Item1)}");
        Assert.True(counts.Item2.Count <= again, $"{path} took {counts.Item2.Count} statements the second time:\n{string.Join('\n', counts.Item2)}");
    }

    private async Task<IReadOnlyCollection<string>> CountAsync(string path)
    {
        var statements = new ConcurrentQueue<string>();
        var trace = ActivityTraceId.CreateRandom();
        using var listener = new ActivityListener
        {
            // The web's own activity carries the trace from the request to its statements.
            ShouldListenTo = source => source.Name is "Npgsql" or "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.Source.Name == "Npgsql" && activity.TraceId == trace)
                    statements.Enqueue($"{activity.GetTagItem("db.query.text") ?? activity.GetTagItem("db.statement") ?? activity.DisplayName}");
            },
        };
        ActivitySource.AddActivityListener(listener);
        await AskAsync(path, $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");
        return statements;
    }

    private async Task AskAsync(string path, string trace = "")
    {
        using var answer = await own.Site.GetAsync(path, ("traceparent", trace));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await answer.TextAsync();
    }
}
