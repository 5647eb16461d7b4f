namespace BorderMap.Reports.Tests;

/// <summary>The kind of an act by who did it, and truces by what was promised.</summary>
public sealed class DoerTests
{
    private static string Told(string text) => string.Join("; ", Repository.Extractor.Extract(new Report(text) { Published = new(2025, 10, 16) }).Drafts.Select(draft => $"{draft.Kind} {draft.Date.Date.Start:MM-dd} {draft.Places[0].Place.Name}"));

    [Theory]
    [InlineData("A drone, said by residents to be Pakistani, fired at a car in Gurbuz, Khost, on Tuesday and killed two men.", "drone_strike 10-14 Gurbuz")]
    [InlineData("An aircraft, believed by villagers to be Pakistani, fired at a van in Gurbuz, Khost, on Tuesday and killed two men.", "airstrike 10-14 Gurbuz")]
    public void What_is_said_of_a_drone_between_commas_does_not_hide_it(string text, string told) => Assert.Equal(told, Told(text));

    [Theory]
    [InlineData("Air raids hit Barmal in Paktika on Tuesday. Ten people were killed in Barmal, officials said; Pakistan said it had struck camps of militants there.", "airstrike 10-14 Barmal")]
    [InlineData("A 48-hour pause had been broken by air raids on Barmal, Paktika, on Tuesday.", "airstrike 10-14 Barmal")]
    [InlineData("Taliban forces attacked posts at Kharlachi on Tuesday and shells fell on both sides; Kabul said it had struck camps of the Frontier Corps there.", "ground_attack 10-14 Kharlachi crossing")]
    public void Camps_are_struck_from_the_air_where_a_text_is_of_air_raids(string text, string told) => Assert.Equal(told, Told(text));

    [Theory]
    [InlineData("After two days of gunfire, elders agreed on Wednesday that guns would stay silent for ten days at Kharlachi in Kurram.", "ceasefire 10-15 Kharlachi crossing")]
    [InlineData("Guards of both sides exchanged fire at Kharlachi in Kurram on Tuesday before the commanders agreed to keep quiet for ten days.", "armed_clash 10-14 Kharlachi crossing")]
    public void How_long_a_truce_will_last_is_no_day_of_the_fight(string text, string told) => Assert.Contains(told, Told(text), StringComparison.Ordinal);

    [Fact]
    public void A_claim_is_nobodys_words_where_others_say_whose_the_drone_was() =>
        Assert.Null(Assert.Single(Assert.Single(Repository.Extractor.Extract(new Report("A drone, said by residents to be Pakistani, fired at a car in Gurbuz, Khost, on Tuesday and killed two men.") { Published = new(2025, 10, 16) }).Drafts).Claims).Claimant);
}
