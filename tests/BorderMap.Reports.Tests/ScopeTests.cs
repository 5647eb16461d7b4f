namespace BorderMap.Reports.Tests;

/// <summary>What belongs to the border by what the whole text names, and what only looks as if it did.</summary>
public sealed class ScopeTests
{
    [Theory]
    [InlineData("Fire was exchanged near Nawa Pass on Saturday night, the deputy commissioner of Bajaur said. The Taliban authorities in Kunar had no report of it.", "armed_clash")]
    [InlineData("LOG 14 OCT 25\n0330 Spin Boldak: machine gun fire near the gate. 2 wounded.\n0545 Chaman: 3 shells landed in the bazaar. 1 child killed.\n0700 Shorabak: nil.", "shelling")]
    [InlineData("On Monday a patrol vehicle of the border battalion in Maruf was blown up by a mine. Those who laid it got away across the border, the police said.", "mine_blast")]
    public void A_text_with_places_or_speakers_of_both_sides_is_about_the_border(string text, string kind) =>
        Assert.Contains(kind, Repository.Extractor.Extract(new Report(text) { Published = new DateOnly(2025, 10, 14) }).Drafts.Select(draft => draft.Kind));

    [Theory]
    [InlineData("The crossing at Ghulam Khan stayed open to traffic on Monday, a customs clerk said.")]
    [InlineData("Taliban fighters carried off rolls of wire near Badini on Friday night, Levies officials said.")]
    public void Neither_an_open_gate_nor_things_carried_away_are_incidents_of_people(string text) =>
        Assert.DoesNotContain(Repository.Extractor.Extract(new Report(text) { Published = new DateOnly(2025, 10, 14) }).Drafts, draft => draft.Kind is "crossing_reopening" or "abduction");
}
