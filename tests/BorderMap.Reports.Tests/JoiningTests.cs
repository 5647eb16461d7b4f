using BorderMap.Incidents.Model;

namespace BorderMap.Reports.Tests;

/// <summary>What is one happening and what are two, and where its figures go: one rule each.</summary>
public sealed class JoiningTests
{
    private static Extraction Extract(string text) => Repository.Extractor.Extract(new Report(text) { Published = new(2025, 10, 16) });

    private static string Told(string text) => string.Join("; ", Extract(text).Drafts.Select(draft =>
        $"{draft.Kind} {string.Join('+', draft.Places.Select(place => place.Place.Name))} {string.Join(',', draft.Claims.Where(claim => claim.Claim.About is ClaimAbout.Toll).Select(claim => $"{claim.Claim.Killed?.Max}/{claim.Claim.Injured?.Max}"))}".Trim()));

    [Theory]
    [InlineData("Kharlachi: open again since Sunday.\nChaman: open for returnees. On Saturday Afghan and Pakistani guards fired at each other; a porter was killed, customs staff said.\nTorkham: as before.", "armed_clash Chaman 1/")]
    [InlineData("Border sitrep, both sides of the line.\na. Lal Pur: two mortar bombs near the bazaar. One elder dead.\nb. Goshta: Pakistani shells fell on the fort. Two guards were wounded.\nc. Dur Baba: quiet.", "shelling Lal Pur 1/; shelling Goshta /2")]
    [InlineData("08:40 - Chaman under fire\nAfghan forces shelled the bazaar at dawn. Three people were wounded.\n\n07:10 - Quiet night in Kurram\nNo shot was heard there, Pakistani officials say.", "shelling Chaman /3")]
    public void What_stands_under_a_label_is_of_its_place(string text, string told) => Assert.Contains(told, Told(text), StringComparison.Ordinal);

    [Fact]
    public void Towns_at_the_two_ends_of_a_crossing_fight_one_fight() =>
        Assert.Equal("cross_border_fire Spin Boldak+Chaman 4/,/2", Told("Four people were killed when Pakistani troops opened fire on Spin Boldak on Tuesday night, the governor said. Afghan forces opened fire on Chaman the same night and two people were wounded, a hospital there said."));

    [Theory]
    [InlineData("Afghan forces shelled a post in Kurram on Tuesday. The two sides had signed a truce in Doha on October 5.", "")]
    [InlineData("Afghan forces shelled a post at Kharlachi on Tuesday. Elders of both sides agreed on a ceasefire on Wednesday.", "Kharlachi crossing")]
    public void A_truce_of_states_has_no_place_and_one_of_elders_has(string text, string place) =>
        Assert.Equal(place, string.Concat(Extract(text).Drafts.Single(draft => draft.Kind is "ceasefire").Places.Select(told => told.Place.Name)));

    [Fact]
    public void A_gate_half_open_is_one_record() =>
        Assert.Equal("crossing_reopening Angoor Adda crossing", Told("State of the border crossings\n\nCrossing | Cargo | On foot | Since\nAngoor Adda | reopened for empty trucks | closed | 9 Oct"));

    [Fact]
    public void The_closure_told_before_has_no_place_of_its_own() =>
        Assert.Equal("crossing_closure Torkham crossing", Told("The Torkham crossing was closed on Sunday. The closure has stranded lorries between Jamrud and Jalalabad."));

    [Fact]
    public void Close_to_a_gate_is_not_closed() => Assert.DoesNotContain("crossing_closure", Told("Pakistani shells fell on houses close to the Torkham terminal on Tuesday."), StringComparison.Ordinal);

    [Theory]
    [InlineData("Kharlachi: two soldiers were wounded in firing from the Afghan side on Tuesday.", "cross_border_fire Kharlachi crossing /2")]
    [InlineData("Flash note. Khas Kunar: 4 killed by cross-border shelling on 14 October.", "shelling Khas Kunar 4/")]
    [InlineData("In the district of Gomal the people say a Pakistani drone fired on a car on Tuesday on the road to Urgun.", "drone_strike Gomal")]
    public void The_place_named_at_the_head_or_by_its_people_is_the_scene(string text, string told) => Assert.StartsWith(told, Told(text), StringComparison.Ordinal);

    [Fact]
    public void Airspace_violated_by_a_strike_is_told_with_it() =>
        Assert.Equal("drone_strike Deh Bala 2/", Told("A Pakistani drone violated the airspace of Haska Mina district on Tuesday. The drone strike in Haska Mina killed two farmers on Tuesday."));

    [Fact]
    public void A_row_that_says_same_gives_the_row_above_another_source() =>
        Assert.Equal("drone_strike Spera 6/4,11/", Told("Border log, both sides of the line\n\nDate | Place | Event | Killed | Wounded | Source\n7 Oct | Spera | drone strike on tents | 6 | 4 | border brigade\n7 Oct | Spera | same strike | 11 | - | security source in Peshawar"));

    [Theory]
    [InlineData("Militants tried to infiltrate at Dwa Toi in North Waziristan on Tuesday and nine were killed, the army said.\n\nSeven sub-machine guns and a night sight were seized at Dwa Toi.", "7 sub-machine gun Captured; 1 night sight Captured")]
    [InlineData("Afghan forces attacked Pakistani posts opposite Spin Boldak on Tuesday. An armoured car was burnt and two generators were carried off.", "1 armoured car Destroyed; 2 generator Captured")]
    [InlineData("Afghan forces attacked Pakistani positions on Tuesday; bunkers were destroyed, including one outpost each in Kunar and Helmand.", "1 outpost Destroyed; 1 outpost Destroyed")]
    public void What_was_taken_goes_with_the_fight(string text, string things) =>
        Assert.Equal(things, string.Join("; ", Extract(text).Drafts.SelectMany(draft => draft.Claims).SelectMany(claim => claim.Claim.Objects).Select(thing => $"{thing.Min} {thing.Item} {thing.Effect}")));

    [Fact]
    public void A_closure_begins_before_its_gate_was_opened() =>
        Assert.Equal([("crossing_closure", new DateOnly(2025, 10, 9)), ("crossing_reopening", new DateOnly(2025, 10, 15))],
            Extract("The Ghulam Khan crossing, closed since Thursday, reopened on Wednesday.").Drafts.OrderBy(draft => draft.Kind, StringComparer.Ordinal).Select(draft => (draft.Kind, draft.Date.Date.Start!.Value)));

    [Fact]
    public void The_sum_over_fights_of_several_days_is_a_total() =>
        Assert.DoesNotContain("9", Told("Afghan forces shelled a post in Kurram on Monday and one soldier was killed. Pakistani forces shelled Gurbuz in Khost on Tuesday and two farmers were killed. In all, nine people died."), StringComparison.Ordinal);

    [Theory]
    [InlineData("The hospital in Asadabad took in 19 wounded from Sarkano after Pakistani shells fell there on Tuesday.", "shelling Sarkani /19")]
    [InlineData("Pakistani shells fell in Shamalzai district of Zabul on Tuesday, not in Maruf as we wrote. Four people died.", "shelling Shamulzayi 4/")]
    [InlineData("CORRECTION. Our report of Tuesday, \"Eleven die in Maruf shelling\", was wrong. Pakistani shells fell in Shamalzai district of Zabul on Sunday. Four people died, the hospital says.", "shelling Shamulzayi 4/")]
    [InlineData("Border log, both sides of the line\n0730 Kharlachi: mortar fire on post, 2 wounded.\n0800 Peshawar: IED on police van, 3 killed.", "shelling Kharlachi crossing /2")]
    public void Scenes_are_where_the_harmed_were(string text, string told) => Assert.Equal(told, Told(text));

    [Fact]
    public void The_cause_of_a_closure_is_the_deed_told_before() =>
        Assert.Equal("ground_attack Mohmand 2/; crossing_closure Ghulam Khan crossing", Told("Afghan gunmen ambushed a Pakistani patrol at the border fence in Mohmand on Tuesday and killed two soldiers. The Ghulam Khan crossing was closed on Wednesday after the ambush."));
}
