namespace BorderMap.Reports.Tests;

/// <summary>One sentence of plain news that tells one happening: its kind, its place and its day.</summary>
public sealed class PlainTellingTests
{
    private static string Told(string text) => string.Join("; ", Repository.Extractor.Extract(new Report(text) { Published = new(2025, 10, 17) }).Drafts.Select(draft =>
        $"{draft.Kind} {draft.Date?.Date.Start:dd}"));

    [Theory]
    [InlineData("Torkham was closed on 14 October, officials said.", "crossing_closure 14")]
    [InlineData("Chaman reopened to trucks on October 14.", "crossing_reopening 14")]
    [InlineData("Spin Boldak was shelled by Pakistan on 14 October; three hurt.", "shelling 14")]
    public void A_short_sentence_with_a_place_and_a_day_is_no_dateline(string text, string told) => Assert.Equal(told, Told(text));

    [Theory]
    [InlineData("Pakistan's military said it struck five camps of the TTP in Gomal district of Paktika on Tuesday.", "airstrike 14")]
    [InlineData("The Pakistani military hit three militant camps in Barmal in Paktika on Tuesday, an official said.", "airstrike 14")]
    public void Camps_on_the_other_side_are_struck_from_the_air_where_no_gun_is_named(string text, string told) => Assert.Equal(told, Told(text));

    [Theory]
    [InlineData("The remains of a Pakistani drone, which was downed on Tuesday in Nari district in Kunar, were shown to reporters.")]
    [InlineData("Border police hit a Pakistani drone on Tuesday in Nari district in Kunar, the governor's office said.")]
    public void A_drone_is_brought_down_in_a_clause_that_goes_on_about_it(string text) => Assert.Equal("drone_shootdown 14", Told(text));

    [Theory]
    [InlineData("Work on the border fence in Chitral district was halted on Tuesday after Afghan forces objected.")]
    [InlineData("On Tuesday, Taliban soldiers prevented the Pakistani military from erecting what they called an illegal fence in Gomal district of Paktika.")]
    public void Work_on_the_fence_is_stopped(string text) => Assert.Equal("fence_dispute 14", Told(text));

    [Theory]
    [InlineData("Pakistani and Afghan forces stopped firing on Tuesday in Kurram under a deal mediated by elders.")]
    [InlineData("A flag meeting of Afghan and Pakistani commanders at Ghulam Khan ended on Tuesday with an agreement to cease fire.")]
    [InlineData("The fighting in Kurram ended on Tuesday after tribal elders brokered a ceasefire between Pakistani and Afghan forces.")]
    public void A_fight_ends_with_a_truce_and_is_no_second_happening(string text) => Assert.Equal("ceasefire 14", Told(text));
}
