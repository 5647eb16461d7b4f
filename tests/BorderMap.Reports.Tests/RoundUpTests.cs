namespace BorderMap.Reports.Tests;

/// <summary>Texts that tell of several things: nothing of one goes to another.</summary>
public sealed class RoundUpTests
{
    private static readonly DateOnly Day = new(2025, 11, 11);

    private static Extraction Extract(string text) => Repository.Extractor.Extract(new Report(text) { Published = Day });

    [Fact]
    public void A_rocket_in_another_paragraph_is_none_of_a_clash_that_names_its_province()
    {
        var drafts = Extract("""
            Afghan and Pakistani forces clashed along the border in Kunar province on Monday, officials in Asadabad said.

            A rocket fired from across the border hit a house in Ganjgal in Kunar's Sarkani district on Monday night, killing a woman and her two children, a doctor said.
            """).Drafts;

        Assert.Equal(["armed_clash", "rocket_attack"], drafts.Select(draft => draft.Kind));
        Assert.Equal(3, Assert.Single(drafts[1].Claims).Claim.Killed!.Min);
        Assert.Empty(drafts[0].Claims);
    }

    [Fact]
    public void Lines_headed_by_their_place_are_records_of_their_own()
    {
        var drafts = Extract("""
            Kurram: Two soldiers were wounded when a patrol came under fire from across the border near Kharlachi on Monday.
            Paktia: Pakistani forces fired mortars at Dand-e-Patan district on Monday night; one shepherd was killed.
            Nangarhar: Torkham was reopened to pedestrians on Tuesday after 22 days.
            """).Drafts;

        Assert.Equal(["cross_border_fire", "shelling", "crossing_reopening"], drafts.Select(draft => draft.Kind));
        Assert.Equal((2, 1), (Assert.Single(drafts[0].Claims).Claim.Injured!.Min, Assert.Single(drafts[1].Claims).Claim.Killed!.Min));
    }

    [Fact]
    public void The_toll_of_a_bombing_inland_goes_to_no_draft()
    {
        var extraction = Extract("""
            Pakistani jets struck the Spera district of Khost on Monday, killing two people, officials said.

            The strikes came a day after a suicide attack on a police post in Peshawar killed three officers and wounded 11 others.
            """);

        Assert.Equal(2, Assert.Single(Assert.Single(extraction.Drafts).Claims).Claim.Killed!.Min);
    }

    [Theory]
    [InlineData("\"Was there shelling in the Dangam district of Kunar on Monday?\" The district office says no.")]
    [InlineData("- Air strikes inside Paktika, Khost and Nangarhar are likely after an attack in a Pakistani city.")]
    [InlineData("In 1897 the garrisons of the Khyber posts on the border were overrun.")]
    [InlineData("Armed groups are planning an assault on a border post in the Zhob district.")]
    public void A_question_a_forecast_and_history_make_no_draft(string text) => Assert.Empty(Extract(text).Drafts);

    [Fact]
    public void A_table_has_its_day_its_tolls_and_its_source_by_column()
    {
        var drafts = Extract("""
            No | Date | Place | What happened | K | W | Source
            1 | 08/11 | Nawa Pass, Sirkanay, Kunar | Mortar fire from PK onto hillside | 0 | 2 | District chief
            2 | 09/11 | Ghulam Khan terminal | Gate closed 1100 hrs by PK after row over a desk | - | - | Traders
            """).Drafts;

        Assert.Equal([new DateOnly(2025, 11, 8), new DateOnly(2025, 11, 9)], drafts.Select(draft => draft.Date.Date.Start!.Value));
        var claim = Assert.Single(drafts[0].Claims);
        Assert.Equal((0, 2, "District chief"), (claim.Claim.Killed!.Min, claim.Claim.Injured!.Min, claim.Claimant));
    }
}
