namespace BorderMap.Reports.Tests;

/// <summary>Which place a name means, and what tables, logs and labels say of where and when.</summary>
public sealed class PlaceAndLayoutTests
{
    private static Extraction Extract(string text) => Repository.Extractor.Extract(new Report(text) { Published = new(2025, 10, 16) });

    private static string[] Told(string text) => [.. Extract(text).Drafts.Select(draft => $"{draft.Kind} {draft.Date.Date.Start:MM-dd} {draft.Places[0].Place.Name}")];

    [Theory]
    [InlineData("Day | Place | Occurrence | Killed | Wounded\n2 October | Kharlachi | sniping from the far bank | 1 | 0\n3 October | Ghulam Khan | raid on picket by 30 men | 3 | 5\nTotal | | | 4 | 5", "cross_border_fire 10-02 Kharlachi crossing; ground_attack 10-03 Ghulam Khan crossing")]
    [InlineData("Date\tSector\tWhat happened\tRemarks\n4 Oct\tBadini\tinfiltration bid, repulsed\tfence cut\n5 Oct\tChaman\tnil\tquiet", "infiltration 10-04 Badini crossing")]
    [InlineData("Date | Where | Event | Own K/W\n1 Oct | Torkham | two mortar bombs | 0/1\n2 Oct | -do- | old shell in a field | 0/1\n3 Oct | -do- | small arms from across | 0/2", "shelling 10-01 Torkham crossing; cross_border_fire 10-03 Torkham crossing")]
    public void Reads_each_row_of_a_table_by_its_columns(string table, string told) => Assert.Equal(told, string.Join("; ", Told($"Border log, both sides of the line\n\n{table}\n")));

    [Fact]
    public void Reads_closures_and_reopenings_from_the_changes_of_a_column()
    {
        var drafts = Extract("Border log, both sides of the line\n\nDate | Place | Event | Torkham gate\n2 Oct | Kharlachi | nil | open\n3 Oct | Borki | two mortar bombs | closed\n4 Oct | Borki | nil | closed\n6 Oct | Borki | nil | open\n").Drafts.Where(draft => draft.Kind is "crossing_closure" or "crossing_reopening").ToList();

        Assert.Equal(["crossing_closure", "crossing_reopening"], drafts.Select(draft => draft.Kind));
        Assert.Equal(new DateOnly(2025, 10, 3), drafts[0].Date.Date.Start);
        Assert.Equal("Torkham crossing", drafts[1].Places[0].Place.Name);
    }

    [Fact]
    public void Reads_two_figures_in_a_cell()
    {
        var claim = Extract("Border log, both sides of the line\n\nDate | Place | Event | Own K/W\n2 Oct | Torkham | mortar fire from across | 1/4\n").Drafts[0].Claims[0].Claim;

        Assert.Equal((1, 4), (claim.Killed!.Max, claim.Injured!.Max));
    }

    [Theory]
    [InlineData("All spoke of Urgun. Pakistani jets hit the district, in Paktika, on Tuesday.", "airstrike 10-14 Urgun")]
    [InlineData("Pakistani jets struck in Paktika on Tuesday: in Urgun district and in Barmal.", "airstrike 10-14 Urgun")]
    [InlineData("Pakistani gunners, in revenge, shelled Gurbuz district of Khost on Tuesday.", "shelling 10-14 Gurbuz")]
    public void Prefers_the_smaller_place_that_the_sentence_means(string text, string told) => Assert.Equal([told], Told(text));

    [Fact]
    public void Places_told_together_and_then_each_with_its_own_toll_are_told_apart() =>
        Assert.Equal(["shelling 10-14 Sarkani", "shelling 10-14 Dangam"], Told("Pakistani artillery shelled Sarkani and Dangam in Kunar on Tuesday.\n\nIn Sarkani two women were killed, the governor said.\n\nIn Dangam one man was killed and four were wounded, he said."));

    [Theory]
    [InlineData("In answer to the bombing of Nangarhar and Paktika a week ago, Afghan forces attacked Pakistani posts in Dur Baba district on Tuesday night, the ministry said.", "10-14 Dur Baba")]
    [InlineData("The ministry said its forces attacked Pakistani posts in Kurram on Tuesday in retaliation for the explosions in Kabul on Thursday.", "10-14 Kurram")]
    [InlineData("To avenge the bombing of a market in Margha on Thursday, the Taliban attacked posts at Ghulam Khan on Tuesday night, their spokesman said.", "10-14 Ghulam Khan crossing")]
    public void What_a_deed_answers_gives_it_neither_place_nor_day(string text, string told) => Assert.Contains(Told(text), draft => draft.EndsWith(told, StringComparison.Ordinal));

    [Theory]
    [InlineData("PARACHINAR: Afghan and Pakistani border guards traded fire in the Palosin area on Tuesday, officials said.", "Kurram")]
    [InlineData("Border guards of the two countries traded fire near Palosin on Tuesday, the deputy commissioner of Upper Kurram said.", "Kurram")]
    [InlineData("The border town of Chaman was tense on Tuesday. Afghan troops shelled the village of Killi Luqman in the morning, killing three Pakistani civilians.", "Killa Abdullah")]
    [InlineData("TORKHAM, Oct 15 (AFP) - Three civilians died in Nangarhar when Afghan and Pakistani troops exchanged fire near the main crossing on Tuesday.", "Torkham crossing")]
    public void A_place_only_guessed_at_is_where_the_text_is(string text, string place) => Assert.Equal(place, Extract(text).Drafts[0].Places[0].Place.Name);

    [Theory]
    [InlineData("SITUATION REPORT\n\nLocation: Nazyan district, Nangarhar\nDate: 12 October 2025\nEvent: Mortar fire from the Pakistani side, about 40 rounds\nSource: district governor\n", "shelling 10-12 Nazyan")]
    [InlineData("DAILY NOTE\n\nDate: 12 Oct\nSite: Ghulam Khan\nIncident: a mine went off under an FC vehicle at the fence\nResult: 2 soldiers wounded\n", "mine_blast 10-12 Ghulam Khan crossing")]
    public void The_lines_of_a_form_say_where_and_when(string text, string told) => Assert.Contains(told, Told(text));

    [Theory]
    [InlineData("Torkham, closed since September 6, was reopened for trucks and walkers on Tuesday, customs officials said.", "crossing_reopening 10-14 Torkham crossing")]
    [InlineData("The Kharlachi border point had been sealed since 28 September and was opened for returnees and their vehicles on Tuesday.", "crossing_reopening 10-14 Kharlachi crossing")]
    [InlineData("The gate at Chaman was closed on Monday after a shootout between Afghan and Pakistani guards and opened again on Wednesday.", "armed_clash 10-13 Chaman")]
    public void Each_verb_has_its_own_day(string text, string told) => Assert.Contains(told, Told(text));
}
