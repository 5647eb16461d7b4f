using System.Text;
using System.Text.Json;

namespace BorderMap.Gazetteer.Tests.Resolving;

public class ResolveLinesTests
{
    [Fact]
    public async Task Writes_one_object_a_line()
    {
        var (objects, counts) = await RunAsync("Khost\nJani Khel\tPaktia\nXyzzyqwv\n\nGiwi\tJaji Aryub, Paktia\n");
        Assert.Equal(["resolved", "resolved", "unknown", "unknown", "approximate"], objects.Select(o => o.GetProperty("status").GetString()));
        Assert.Equal(["Khost", "Jani Khel", "Xyzzyqwv", "", "Giwi"], objects.Select(o => o.GetProperty("query").GetString()));
        Assert.Equal(JsonValueKind.Null, objects[0].GetProperty("context").ValueKind);
        Assert.Equal("Paktia", objects[1].GetProperty("context").GetString());
        Assert.Equal(2, counts[ResolutionStatus.Resolved]);
        Assert.Equal(2, counts[ResolutionStatus.Unknown]);
    }

    [Fact]
    public async Task Gives_each_candidate_all_its_members_in_order()
    {
        var (objects, _) = await RunAsync("Miran Shah\tNorth Waziristan\n");
        var best = objects[0].GetProperty("candidates")[0];
        Assert.Equal(["query", "context", "status", "candidates", "problem"], objects[0].EnumerateObject().Select(p => p.Name));
        Assert.Equal(
            ["id", "name", "kind", "district", "province", "country", "lon", "lat", "precision", "radius_m", "score", "matched", "why", "edits", "today"],
            best.EnumerateObject().Select(p => p.Name));
        Assert.Equal("locality", best.GetProperty("kind").GetString());
        Assert.Equal("North Waziristan", best.GetProperty("district").GetString());
        Assert.Equal("Khyber Pakhtunkhwa", best.GetProperty("province").GetString());
        Assert.Equal("PK", best.GetProperty("country").GetString());
        Assert.InRange(best.GetProperty("lon").GetDouble(), 69.5, 70.5);
    }

    [Fact]
    public async Task Gives_no_more_candidates_than_the_limit()
    {
        var (objects, _) = await RunAsync("Banda\n", limit: 3);
        Assert.Equal(3, objects[0].GetProperty("candidates").GetArrayLength());
    }

    [Fact]
    public async Task Writes_letters_of_every_script_as_they_are()
    {
        using var output = new MemoryStream();
        await ResolveLines.RunAsync(CommittedAtlas.Value, new StringReader("تورخم\n"), output, 1, TestContext.Current.CancellationToken);
        Assert.StartsWith("{\"query\":\"تورخم\"", Encoding.UTF8.GetString(output.ToArray()), StringComparison.Ordinal);
    }

    private static async Task<(List<JsonElement> Objects, IReadOnlyDictionary<ResolutionStatus, int> Counts)> RunAsync(string input, int limit = 5)
    {
        using var output = new MemoryStream();
        var counts = await ResolveLines.RunAsync(CommittedAtlas.Value, new StringReader(input), output, limit, TestContext.Current.CancellationToken);
        var lines = Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return ([.. lines.Select(line => JsonDocument.Parse(line).RootElement)], counts);
    }
}
