namespace BorderMap.Reports.Tests;

/// <summary>Which figures of a happening are one claim, and which are none.</summary>
public sealed class JoinedClaimTests
{
    private static List<string> Claims(string text) =>
        [.. Assert.Single(Repository.Extractor.Extract(new Report(text) { Published = new(2025, 10, 16) }).Drafts).Claims.Select(claim => $"{claim.Claim.Killed?.Max}/{claim.Claim.Injured?.Max}")];

    [Theory]
    [InlineData("Jets bombed a house in Spera, Khost, on Tuesday. The Taliban government said seven villagers were killed. Deputy spokesman Rahim Safi said another four were hurt.", "7/4")]
    [InlineData("Shells hit Dangam, Kunar, on Tuesday night, killing three women, the provincial governor said. Abdul Sattar Wardak told reporters that four other villagers were hurt.", "3/4")]
    [InlineData("A shell hit Borki on Tuesday. The hospital received nine wounded, its director Dr Wali said. Two more were dead on arrival.", "2/9")]
    public void Who_is_named_after_an_office_goes_on_with_its_figure(string text, string claim) => Assert.Equal(claim, Assert.Single(Claims(text)));

    [Fact]
    public void Who_told_of_dead_himself_goes_on_with_nobody_elses() =>
        Assert.Contains("1/2", Claims("Shells hit Dangam, Kunar, on Tuesday. The governor's spokesman Rahim Safi said a guard was killed. Five villagers were killed too, residents said. Two guards were wounded, Rahim Safi said."));

    [Fact]
    public void A_number_alone_is_of_those_right_before_it() =>
        Assert.Equal(["51/30", "9/14"], Claims("Guards fought at Ghulam Khan on Tuesday. The ministry said 51 Pakistani soldiers were killed and 30 wounded; nine of its own men were killed, 14 wounded."));

    [Fact]
    public void The_other_side_of_the_line_has_a_claim_of_its_own() =>
        Assert.Equal(["2/", "/1"], Claims("Afghan and Pakistani forces clashed at Torkham on Tuesday. An Afghan guard and a civilian were killed, the governor said. On the Pakistani side a soldier was wounded, he said."));

    [Fact]
    public void How_some_of_the_wounded_fare_is_no_count() =>
        Assert.Equal("/27", Assert.Single(Claims("Shells fired from Afghanistan hit Borki in Kurram on Tuesday and 27 people were wounded, a doctor said. Five were in critical condition, he said.")));
}
