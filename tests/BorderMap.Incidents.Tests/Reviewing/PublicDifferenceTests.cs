using BorderMap.Incidents.Reviewing;

namespace BorderMap.Incidents.Tests.Reviewing;

public class PublicDifferenceTests
{
    private const string Before = """
        {"id":"i-aaaaaaaaaa","representation":"public","version":1,"updated":"2025-10-14T08:00:00Z","url":"/incidents/i-aaaaaaaaaa","title":"A clash",
        "claims":[{"id":"c-1","killed":{"min":9,"max":9}}],"sources":[{"id":"s-1","publisher":"Dawn"}],"derived":{"grade":"weak","killed_low":9,"killed_high":9,"killed_range":"9"}}
        """;

    [Theory]
    [InlineData("\"version\":1,\"updated\":\"2025-10-14T08:00:00Z\"", "\"version\":2,\"updated\":\"2025-10-15T08:00:00Z\"", "")]
    [InlineData("A clash", "A battle", "title")]
    [InlineData("\"min\":9,\"max\":9", "\"min\":9,\"max\":12", "claims[c-1].killed.max")]
    [InlineData("{\"id\":\"s-1\",\"publisher\":\"Dawn\"}", "{\"id\":\"s-1\",\"publisher\":\"Dawn\"},{\"id\":\"s-2\",\"publisher\":\"AFP\"}", "sources[s-2]")]
    [InlineData("\"grade\":\"weak\",\"killed_low\":9,\"killed_high\":9,\"killed_range\":\"9\"", "\"grade\":\"fair\",\"killed_low\":9,\"killed_high\":12,\"killed_range\":\"9 to 12\"", "derived.grade derived.killed_range")]
    public void Tells_what_a_reader_sees_changed_and_nothing_that_every_version_has_of_its_own(string text, string instead, string expected) =>
        Assert.Equal(expected, string.Join(' ', PublicDifference.Between(Before, Before.Replace(text, instead, StringComparison.Ordinal)).Select(difference => difference.Path)));
}
