namespace BorderMap.Reports.Tests;

/// <summary>Rows, titles and notes of tables and comparisons: each happening once, whatever cells and lines say it.</summary>
public sealed class OneRecordTests
{
    private static string Told(string text) => string.Join("; ", Repository.Extractor.Extract(new Report(text) { Published = new(2026, 3, 26) }).Drafts.Select(draft =>
        $"{draft.Kind} {draft.Date?.Date.Start:dd}-{draft.Date?.Date.End:dd}"));

    [Theory]
    [InlineData("WHAT EACH SIDE SAYS (25 MARCH)\n\nSector | Date | Kabul says | Islamabad says\nZabul (Shamulzayi) | 22 Mar | Attack on one post; 3 soldiers killed | Attack repulsed; 7 Taliban killed", "ground_attack 22-22")]
    [InlineData("Sector | Date | Kabul says | Islamabad says\nKandahar (Maruf) | 24 Mar | Drone shot down | Drone lost over the border\nKhost (Tani) | 23 Mar | 2 civilians killed by shells | no statement", "drone_shootdown 24-24; shelling 23-23")]
    public void A_row_of_a_table_tells_one_happening_of_its_own_day(string text, string told) => Assert.Equal(told, Told(text));

    [Fact]
    public void A_row_for_each_source_is_a_record_of_its_own() =>
        Assert.Equal("shelling 21-21; shelling 23-23", Told("Area | Date | What happened\nDangam, Kunar | 21 Mar | shelling from across the border, 1 killed\nNari, Kunar | 23 Mar | shelling from across the border, 2 killed"));

    [Theory]
    [InlineData("Infiltration bids reported by the army, 1-20 March 2026\n\nDate | Area | Attackers killed\n4 Mar | Ghakhi, Bajaur | 4\n9 Mar | Sambaza, Zhob | 12", 2)]
    [InlineData("Shelling of Kunar villages, by the provincial office\n\nDate | District | Form of attack | Killed\n14 Mar | Dangam | shelling | 2\n15 Mar | Nari | shelling | 1", 2)]
    public void The_title_of_a_table_is_none_of_its_rows(string text, int drafts) => Assert.Equal(drafts, Told(text).Split("; ").Length);

    [Fact]
    public void A_higher_figure_below_a_table_goes_with_the_row_of_its_place_and_day() =>
        Assert.Equal("airstrike 14-14", Told("Province | District | Date | Form of attack | Killed | Injured\nPaktika | Gomal | 14 Mar | Air strike | 9 | 14\n\nThe authorities have reported higher figures for Gomal (15 killed, 20 injured on 14 March)."));

    [Fact]
    public void The_day_of_a_paper_that_is_quoted_is_none_of_the_fight() =>
        Assert.Equal("armed_clash 23-23", Told("On the clash near Nari of 23 March we print two papers.\n\n(a) Pakistan, security sources, 24 March: \"Afghan Taliban opened unprovoked fire at our post in Arandu. Own casualties: one martyred.\"\n\n(b) Kabul, defence ministry, 25 March: \"The invaders started fire at Nari with mortars. One mujahid martyred.\""));

    [Theory]
    [InlineData("SITUATION REPORT\na. 24 Mar, 1800: Ghulam Khan gate closed by the Pakistani side.", "crossing_closure 24-26")]
    [InlineData("SITUATION REPORT\na. 24 March 2040: shells fired from across the border fell in Dangam, Kunar.", "shelling 24-24")]
    public void The_hour_behind_a_day_is_no_year(string text, string told) => Assert.Equal(told, Told(text));
}
