using System.Text;
using BorderMap.Web.Tests.Hostile;

namespace BorderMap.Web.Tests.Costs;

/// <summary>What an answer costs where there are many incidents, counted in rows and in bytes: a page of few takes few, however many there are.</summary>
public sealed class PlanTests(ManyIncidents many) : IClassFixture<ManyIncidents>
{
    /// <summary>A page never looks at more rows than this many times those it gives, and these beside.</summary>
    private const int Times = 4, Beside = 200;

    public static TheoryData<string> Pages =>
    [
        "/api/incidents?limit=20", "/api/incidents?limit=500", "/api/incidents/{id}", "/incidents/{id}", "/api/incidents/{id}/history", "/api/changes?since=0&limit=20", "/api/changes?since=0", "/api/changes?since=19990", "/feed.atom",
        "/ogc/collections/incidents/items?limit=21", "/ogc/collections/incidents/items?limit=20&bbox=60,29,75,38", "/ogc/collections/incidents/items/{id}", "/api/incidents?limit=20&ids={id}",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_looks_at_little_more_than_it_gives(string path)
    {
        var address = path.Replace("{id}", many.Id, StringComparison.Ordinal);
        var plans = await many.PlansOfAsync(address);

        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', plans));
        Assert.NotEmpty(plans);
        Assert.All(plans.Where(plan => !IsCount(plan)), plan =>
        {
            Assert.False(plan.WalksAll, $"{plan}");
            Assert.True(plan.Looked <= (Times * plan.Returned) + Beside, $"{plan}");
        });
        Assert.All(plans.Where(IsCount), plan => Assert.True(plan.Looked <= ManyIncidents.Count, $"{plan}"));
    }

    // Counting what matches takes all that matches.
    private static bool IsCount(Plan plan) => plan.Statement.Contains("count(*)", StringComparison.Ordinal) && plan.Returned <= 1;

    /// <summary>An answer as a browser asks for it, and the most bytes that it may take, headers and all.</summary>
    public static TheoryData<string, int> Weights => new()
    {
        { "/", 4_500 },
        { "/embed", 3_500 },
        { "/api/incidents?limit=20", 4_000 },
        { "/incidents/{id}", 5_000 },
        { "/api/incidents/columns?part=map", 300_000 },
        { "/tiles/incidents/5/22/12.mvt", 11_000 },
        { "/tiles/incidents/9/357/205.mvt", 4_500 },
        { "/feed.atom", 9_000 },
        { "/snapshot.svg", 90_000 },
        { "/method", 6_000 },
        { "/ogc/collections/incidents/items?limit=20", 5_500 },
    };

    [Theory]
    [MemberData(nameof(Weights))]
    public async Task An_answer_weighs_little_on_the_wire(string path, int most)
    {
        using var client = await RawClient.SendAsync(many.Site.Http.BaseAddress!, $"GET {path.Replace("{id}", many.Id, StringComparison.Ordinal)} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAccept: text/html, */*\r\nAccept-Encoding: br, gzip\r\n\r\n");
        var answer = await client.AnswerAsync();

        var bytes = Encoding.Latin1.GetByteCount(answer);
        TestContext.Current.TestOutputHelper?.WriteLine($"{path}: {bytes}");
        Assert.StartsWith("HTTP/1.1 200", answer, StringComparison.Ordinal);
        Assert.InRange(bytes, most / 4, most);
    }
}
