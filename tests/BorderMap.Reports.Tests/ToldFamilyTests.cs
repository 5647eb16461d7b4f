namespace BorderMap.Reports.Tests;

/// <summary>Families of words for one deed, and what stands beside such words and is none.</summary>
public sealed class ToldFamilyTests
{
    /// <summary>A Thursday.</summary>
    private static readonly DateOnly Day = new(2025, 10, 16);

    private static string[] Kinds(string text) => [.. Repository.Extractor.Extract(new Report(text) { Published = Day }).Drafts.Select(draft => draft.Kind)];

    [Theory]
    [InlineData("Nine militants tried to get across the line near Kharlachi on Tuesday, the army said.")]
    [InlineData("Four militants who were trying to slip across the border at Ghulam Khan on Tuesday were gunned down, the army said.")]
    [InlineData("A band of seven tried to creep in by Ghulam Khan on Tuesday.")]
    [InlineData("Six fighters were seen stepping over the border wire at Kharlachi on Tuesday, the army said, and were spotted creeping across the fence again at night.")]
    [InlineData("Militants were noticed while cutting through the border fence near Ghulam Khan on Tuesday, the army said.")]
    public void Who_tries_to_come_over_infiltrates(string text) => Assert.Equal(["infiltration"], Kinds(text));

    [Theory]
    [InlineData("Pakistan and Afghanistan stopped firing at each other on Tuesday evening.")]
    [InlineData("Commanders of both sides at Kharlachi agreed on Tuesday that no one should fire from either bank.")]
    [InlineData("The guns along the Pakistan-Afghanistan border went silent on Tuesday under a truce.")]
    public void A_truce_needs_no_word_for_it(string text) => Assert.Contains("ceasefire", Kinds(text));

    [Theory]
    [InlineData("Guards dragged the gate at Torkham shut on Tuesday.")]
    [InlineData("Nobody was let through the gate at Ghulam Khan on Tuesday.")]
    [InlineData("Torkham and Kharlachi stayed barred on Tuesday.")]
    [InlineData("Kharlachi has been shut since Tuesday, and nobody will say until when.")]
    public void A_gate_is_shut_in_many_words(string text) => Assert.Equal(["crossing_closure"], Kinds(text));

    [Fact]
    public void Wheels_that_turn_again_open_a_gate() => Assert.Equal(["crossing_reopening"], Kinds("Wheels turned again at Torkham on Tuesday."));

    [Theory]
    [InlineData("abduction", "Gunmen who had come over the ridge from Nuristan made off with two herders near Arandu on Tuesday.")]
    [InlineData("ied_attack", "A bomb planted on the border track by men who had come over from Khost exploded under a jeep at Ghulam Khan on Tuesday.")]
    [InlineData("ied_attack", "A device, hidden at the border fence in the night, went off beside a patrol at Ghulam Khan on Tuesday.")]
    [InlineData("drone_shootdown", "Two drones of the Pakistani army which had come over the ridges of Dangam in Kunar were brought down on Tuesday.")]
    public void A_deed_is_read_past_what_is_told_of_its_doer(string kind, string text) => Assert.Equal([kind], Kinds(text));

    [Fact]
    public void Who_is_taken_to_a_fort_takes_no_fort() => Assert.DoesNotContain("post_capture", Kinds("Afghan guards stopped six Pakistani labourers at the border near Kharlachi on Tuesday and took them to a fort."));

    [Theory]
    [InlineData("On Tuesday Iranian border guards opened fire on a group of Afghans near Zaranj and killed two.")]
    [InlineData("Guards of Afghanistan and of Iran shot at each other on the border in Nimroz on Tuesday.")]
    [InlineData("No, the gate at Kharlachi isn't shut, a clerk said on Tuesday.")]
    [InlineData("Four were hurt by a kitchen fire in the camp at Torkham on Tuesday.")]
    [InlineData("Two were killed on Tuesday in a road mishap near Kharlachi.")]
    [InlineData("NOT CONFIRMED: jets over Barmal on Tuesday; a raid on a post at Ghulam Khan.")]
    [InlineData("Our item on a strike at Barmal on Tuesday was wrong.")]
    [InlineData("A child of Nari lost a hand on Tuesday to a mine from the eighties.")]
    [InlineData("The gate at Torkham had stayed shut for six days in March after a quarrel.")]
    [InlineData("In a fight over a forest between two tribes of Kurram four men died on Tuesday.")]
    public void What_is_of_another_matter_is_not_told(string text) => Assert.Empty(Kinds(text));
}
