namespace BorderMap.Reports.Tests;

/// <summary>Which words tell of an incident, and which only speak of one: single texts, one rule each.</summary>
public sealed class ActTests
{
    private static string[] Kinds(string text) => [.. Repository.Extractor.Extract(new Report(text) { Published = new(2025, 10, 16) }).Drafts.Select(draft => draft.Kind)];

    [Theory]
    [InlineData("armed_clash", "Border guards of the two countries swapped fire for an hour on Tuesday in Gomal, Paktika, officials said.")]
    [InlineData("armed_clash", "Pakistani and Afghan troops shot at each other on Tuesday across the line at Kharlachi, a resident said.")]
    [InlineData("cross_border_fire", "A Pakistani post took fire from the Afghan side on Tuesday at Ghulam Khan, wounding one soldier.")]
    [InlineData("cross_border_fire", "Afghan troops let fly at a Pakistani patrol near Chaman on Tuesday, injuring two.")]
    [InlineData("ground_attack", "Gunmen from across the border rushed a Pakistani picket in Bajaur before dawn on Tuesday and two soldiers were killed.")]
    [InlineData("ground_attack", "Afghan border forces said they carried out reprisal operations on Tuesday against Pakistani posts facing Nari.")]
    [InlineData("shelling", "Mortars thumped into Dangam, in Kunar, on Tuesday from the Pakistani side; two goats died.")]
    [InlineData("airstrike", "Warplanes from Pakistan flattened a madrasa in Barmal, Paktika, on Tuesday, killing four.")]
    [InlineData("airstrike", "A bomb brought down a house in Gurbuz, Khost, on Tuesday, killing four, the Taliban said, blaming Pakistani aircraft.")]
    [InlineData("drone_strike", "A quadcopter let go of a grenade over a Pakistani post at Ghulam Khan on Tuesday, hurting two soldiers.")]
    [InlineData("drone_shootdown", "Afghan forces said a Pakistani drone was knocked out of the sky over Spera, Khost, on Tuesday.")]
    [InlineData("ied_attack", "A Frontier Corps truck drove over a bomb beside the border fence at Ghulam Khan on Tuesday and two soldiers were killed.")]
    [InlineData("suicide_attack", "A suicide bomber walked into a Pakistani border post at Ghulam Khan on Tuesday and killed three soldiers.")]
    [InlineData("infiltration", "Troops spotted a party of militants nearing the fence at Ghulam Khan on Tuesday night and killed six.")]
    [InlineData("cross_border_fire", "A party putting up wire at Kharlachi was shot at on Tuesday from the Afghan side; one soldier died.")]
    public void Told(string kind, string text) => Assert.Equal([kind], Kinds(text));

    [Theory]
    [InlineData("A bomb in a rickshaw killed two in Bannu on Tuesday.")]
    [InlineData("If Afghan forces fire on Kharlachi again, Pakistan will shell Khost, a minister said on Tuesday.")]
    [InlineData("A false report that jets had bombed Khost on Tuesday was shared widely.")]
    [InlineData("The video of an attack on a post in Khost is from Syria, fact checkers found on Tuesday.")]
    [InlineData("Police fired in the air at Torkham on Tuesday to disperse traders.")]
    [InlineData("American aircraft bombed a camp in Waygal, Nuristan, on Tuesday.")]
    [InlineData("A shepherd was hurt on Tuesday by an old Soviet mine in Gomal near the border.")]
    [InlineData("Four soldiers were killed by a roadside bomb in Spinwam, far inside North Waziristan and far from the border, on Tuesday.")]
    public void NotTold(string text) => Assert.Empty(Kinds(text));

    [Fact]
    public void ALabelGivesItsParagraphAnAct() => Assert.Equal(["rocket_attack"], Kinds("Border week.\n\nRockets. Kunar police counted 40 on Tuesday in Sarkani: two dead, four hurt. No answer from the Pakistani side."));

    [Fact]
    public void ADiaryGivesEachLineItsDay()
    {
        var drafts = Repository.Extractor.Extract(new Report("Border week, kept by hand from the local media, with all its errors\nMON 13. Pakistani and Afghan guards exchanged fire in Gomal, Paktika; one guard dead.\nWED 15. Shells from the Pakistani side hit a house in Dangam, Kunar.") { Published = new(2025, 10, 16) }).Drafts;
        Assert.Equal([new DateOnly(2025, 10, 13), new DateOnly(2025, 10, 15)], drafts.Select(draft => draft.Date.Date.Start!.Value));
    }

    [Theory]
    [InlineData("On the border, troops foiled another bid to enter near Datta Khel on Tuesday. Two of the intruders were shot dead.", "Datta Khel")]
    [InlineData("Terrorists who were being pushed across the border near Ghulam Khan were engaged by the security forces on Tuesday.", "Ghulam Khan")]
    public void An_attempt_to_enter_is_told_by_those_who_made_it(string text, string place)
    {
        var draft = Assert.Single(Repository.Extractor.Extract(new Report(text) { Published = new(2025, 10, 16) }).Drafts);

        Assert.Equal("infiltration", draft.Kind);
        Assert.StartsWith(place, draft.Places[0].Place.Name, StringComparison.Ordinal);
    }
}
