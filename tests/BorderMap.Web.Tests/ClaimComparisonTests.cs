using System.Text.Json;
using BorderMap.Web.Pages;

namespace BorderMap.Web.Tests;

public sealed class ClaimComparisonTests
{
    private static readonly Words Words = new(PageText.English);

    [Theory]
    [InlineData("5,10", "8,20", "")]
    [InlineData("5,10", "11,20", "disputed by the figure of B")]
    [InlineData("5,", "40,40", "")]
    [InlineData("50,", "40,40", "disputed by the figure of B")]
    [InlineData("0,0", "3,3", "disputed by the figure of B")]
    [InlineData(",10", "4,4", "")]
    public void Figures_of_two_claimants_that_exclude_one_another_are_marked(string first, string second, string expected)
    {
        var claims = Claims($$"""[{{Toll("c-1", "A", first)}},{{Toll("c-2", "B", second)}}]""");

        Assert.Equal(expected, ClaimComparison.Against(claims[0], ClaimComparison.Of(claims, Words), claims, Words));
    }

    [Fact]
    public void A_denial_is_marked_on_both_sides_and_a_replaced_claim_disputes_nothing()
    {
        var claims = Claims($$"""
            [{{Toll("c-1", "A", "58,58")}},{{Toll("c-2", "B", "9,9")}},{"id":"c-3","about":"toll","claimant_name":"B","stance":"asserts","killed":{"min":58,"max":58},"supersedes":"c-2"},
            {"id":"c-4","about":"toll","claimant_name":"C","stance":"denies","killed":{"min":58,"max":58} }]
            """);
        var comparisons = ClaimComparison.Of(claims, Words);

        Assert.Equal(["denied by C", "", "denied by C", "asserted by A, B"], claims.Select(claim => ClaimComparison.Against(claim, comparisons, claims, Words)));
        Assert.True(comparisons.Single().Contradicts(claims));
    }

    [Fact]
    public void Questions_of_fact_come_first_and_every_measure_is_a_question_of_its_own()
    {
        var claims = Claims("""
            [{"id":"c-1","about":"toll","claimant_name":"A","stance":"asserts","group":{"label":"soldiers of Pakistan"},"killed":{"min":1,"max":1},"injured":{"min":2,"max":2}},
            {"id":"c-2","about":"occurrence","claimant_name":"B","stance":"denies"}]
            """);

        Assert.Equal(["Whether it happened", "Killed: soldiers of Pakistan", "Injured: soldiers of Pakistan"], ClaimComparison.Of(claims, Words).Select(comparison => comparison.Question));
    }

    private static string Toll(string id, string claimant, string figure)
    {
        var ends = figure.Split(',');
        var members = new[] { ("min", ends[0]), ("max", ends[1]) }.Where(end => end.Item2.Length > 0).Select(end => $"\"{end.Item1}\":{end.Item2}");
        return $$"""{"id":"{{id}}","about":"toll","claimant_name":"{{claimant}}","stance":"asserts","killed":{ {{string.Join(',', members)}} } }""";
    }

    private static List<JsonElement> Claims(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.Clone().EnumerateArray()];
    }
}
