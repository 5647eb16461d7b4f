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

    [Theory]
    [InlineData("One soldier was killed and eleven people were wounded, officials said.", "1/", "/11")]
    [InlineData("Police said at least three border guards had died and that 20 people were hurt.", "/", "/20")]
    [InlineData("A commander said six soldiers were killed and one of our own men was hurt.", "6/", "/1")]
    [InlineData("Pakistan's army says 14 Taliban fighters were killed. Three soldiers were wounded, it says.", "14/", "/3")]
    public void People_and_own_men_are_none_of_the_soldiers(string words, string first, string second) =>
        Assert.Equal([first, second], Claims($"Afghan and Pakistani forces clashed at Kharlachi in Kurram on Tuesday. {words}"));

    [Theory]
    [InlineData("One soldier was killed and ten people, three of them civilians, were wounded, officials said.", "1/10")]
    [InlineData("Pakistan's army says two soldiers were killed. Three soldiers were wounded, it says.", "2/3")]
    [InlineData("Afghan officials said two of their guards were hurt, and they accused Pakistan of having fired first.", "/2")]
    public void Those_of_one_group_stay_together(string words, string claim) =>
        Assert.Equal(claim, Claims($"Afghan and Pakistani forces clashed at Kharlachi in Kurram on Tuesday. {words}")[0]);

    [Theory]
    [InlineData("A woman was killed when a house in Dangam, Kunar, was hit by Pakistani mortar fire on Tuesday.", "1/")]
    [InlineData("Two guards were hit by return fire in a clash with Pakistani soldiers in Dangam, Kunar, on Tuesday.", "/2")]
    [InlineData("Three guards were wounded as a post at Kharlachi was hit by heavy fire from Afghanistan on Tuesday.", "/3")]
    public void Fire_of_arms_is_no_blaze(string text, string claim) => Assert.Equal(claim, Assert.Single(Claims(text)));

    [Theory]
    [InlineData("Shelling hurt 20 people, officials said. Five civilians were among the wounded, a resident said.", "/5")]
    [InlineData("Shelling killed six people, officials said. Four of the dead were children, the police said.", "4/")]
    [InlineData("Shelling killed six people, officials said. Two children and a woman were among the dead, a doctor said.", "3/")]
    public void Who_some_of_them_were_is_a_claim_of_a_part(string words, string part) =>
        Assert.Contains(part, Claims($"Afghan and Pakistani forces clashed at Kharlachi in Kurram on Tuesday. {words}"));

    [Fact]
    public void Some_of_the_dead_are_none_of_the_hurt() =>
        Assert.Equal(["5/6", "4/"], Claims("Pakistani shells hit Spin Boldak on Tuesday, killing five people and wounding six others, officials said. The head of information said four of the dead were women."));

    [Fact]
    public void Nine_of_the_wounded_who_were_sent_on_are_no_part() =>
        Assert.Equal(["/26"], Claims("A shell from Afghanistan hit Angoor Adda on Tuesday and wounded 26 people, officials said. Nine of the wounded were sent to Wana."));

    [Fact]
    public void Bombers_who_were_killed_made_no_attack() =>
        Assert.Equal(["15/", "4/"], Claims("Pakistan's military said militants tried to cross from Afghanistan on Tuesday. In Spinwam, North Waziristan, fifteen militants, four suicide bombers among them, were killed."));
}
