using BorderMap.Incidents.Model;

namespace BorderMap.Reports.Tests;

/// <summary>Whose a text, a row or the sentences before are, and which figures of one speaker make one claim.</summary>
public sealed class SpeakerOfTextTests
{
    private static List<DraftClaim> Claims(string report) =>
        [.. Repository.Extractor.Extract(new Report(report) { Published = new DateOnly(2026, 3, 10) }).Drafts.SelectMany(draft => draft.Claims).Where(claim => claim.Claim.About is ClaimAbout.Toll)];

    private static string? Only(string report) => Assert.Single(Claims(report)).Claimant;

    [Theory]
    [InlineData("The 209 Shaheen Corps, in a note shared with us on Monday:\n\nThe enemy shelled Barmal on Sunday. Three soldiers of the enemy were killed in the answer.", "209 Shaheen Corps")]
    [InlineData("Two posts on X by Hamid Safi, spokesman of the governor, Monday:\n\nPakistani shells hit Barmal on Sunday. Three villagers were martyred.", "Hamid Safi")]
    [InlineData("[Channel of the eastern border brigade, translated from Pashto]\n\nPakistani shells hit Barmal on Sunday. Three villagers were martyred.", "eastern border brigade")]
    [InlineData("Governor's Office Paktika @paktika_office\nPakistani shells hit Barmal on Sunday. Three villagers were martyred.", "Governor's Office Paktika")]
    [InlineData("Statement No. 12 of the 209 Shaheen Corps\nMonday\n\nThe enemy shelled Barmal on Sunday. Three villagers were martyred.", "the 209 Shaheen Corps")]
    [InlineData("To the Governor, Sharan\nFrom the elders of the upper valley, 9 March\n\nPakistani shells hit Barmal on Sunday. Three villagers were martyred.", "elders of the upper valley")]
    [InlineData("Q: What happened?\nSAFI: Pakistani shells hit Barmal on Sunday. Three villagers were martyred.\n\nQ: Will it go on?\nSAFI: God knows.", "SAFI")]
    public void A_line_above_names_whose_words_follow(string report, string claimant) => Assert.Equal(claimant, Only(report));

    [Theory]
    [InlineData("Pakistani shells hit Barmal on Sunday. Three villagers were killed and two injured. So says the head of the clinic.", "the head of the clinic")]
    [InlineData("Pakistani shells hit Barmal on Sunday. Three villagers were killed. That is what the elders of the valley told our reporter.", "the elders of the valley")]
    [InlineData("Pakistani shells hit Barmal on Sunday. Three villagers were killed. It was told to us by the mayor, Gul Safi.", "the mayor, Gul Safi")]
    [InlineData("Pakistani shells hit Barmal on Sunday. Three villagers were killed. The figures were confirmed by the provincial hospital.", "the provincial hospital")]
    [InlineData("Pakistani shells hit Barmal on Sunday. Three villagers were killed. That is from the district police.", "the district police")]
    public void A_sentence_may_only_say_whose_the_ones_before_are(string report, string claimant) => Assert.Equal(claimant, Only(report));

    [Theory]
    [InlineData("PAKISTANI SHELLS HIT BARMAL ON SUNDAY, THREE VILLAGERS KILLED: HOSPITAL SOURCES", "HOSPITAL SOURCES")]
    [InlineData("Barmal, Sunday: Pakistani shelling. 3 civ KIA (TB prov spox).", "TB prov spox")]
    [InlineData("Barmal, Sunday: Pakistani shelling. Elder: 3 civ KIA.", "Elder")]
    [InlineData("Our reporter in Sharan: Pakistani shells hit Barmal on Sunday, three killed, says the clinic.", "the clinic")]
    [InlineData("Sun 8 March; Barmal, Paktika; Pakistani shelling; Taliban: 3 dead; source: provincial police", "provincial police")]
    public void Names_a_source_in_short(string report, string claimant) => Assert.Equal(claimant, Only(report));

    [Theory]
    [InlineData("Pakistani shells hit Barmal on Sunday. Police there said three people were killed.", "Police there")]
    [InlineData("Pakistani shells hit Barmal on Sunday. Mayor Gul Safi, when contacted, said three people were killed.", "Mayor Gul Safi")]
    [InlineData("Pakistani shells hit Barmal on Sunday. Three people were killed, as the mayor put it.", "the mayor")]
    [InlineData("Pakistani shells hit Barmal on Sunday. Three people were killed, the mayor continued.", "the mayor")]
    [InlineData("Pakistani shells hit Barmal on Sunday. The clinic put the number of people killed by the shells in the bazaar and on the road at three.", "The clinic")]
    [InlineData("Pakistani shelling of Barmal on Sunday claimed the lives of three people.", null)]
    [InlineData("Pakistani shells hit Barmal on Sunday. As per credible intelligence reports, three people were killed.", null)]
    public void Finds_who_speaks_and_who_does_not(string report, string? claimant) => Assert.Equal(claimant, Only(report));

    [Theory]
    [InlineData("Pakistani shells hit Barmal on Sunday, killing three people, said an official, who spoke of five wounded.", "an official")]
    [InlineData("Pakistani shells killed three people in Barmal on Sunday, the governor's spokesman said. Five others were wounded, Hamid Safi added.", "the governor's spokesman")]
    [InlineData("Pakistani shells killed three people in Barmal on Sunday, Mullah Hamid Safi said. Five others were wounded, Mr Safi said.", "Mullah Hamid Safi")]
    [InlineData("Pakistani shells hit Barmal on Sunday, leaving a policeman dead and a farmer wounded, the mayor said.", "the mayor")]
    public void One_speaker_makes_one_claim(string report, string claimant)
    {
        var claim = Assert.Single(Claims(report));
        Assert.Equal(claimant, claim.Claimant);
        Assert.NotNull(claim.Claim.Killed);
        Assert.NotNull(claim.Claim.Injured);
    }

    [Fact]
    public void What_the_enemy_announces_is_the_enemys() =>
        Assert.Equal("The enemy", Only("Statement No. 12 of the 209 Shaheen Corps\nMonday\n\nThe enemy shelled Barmal on Sunday. The enemy's announcement that three of ours were killed is a lie."));

    [Fact]
    public void Two_clauses_of_two_groups_stay_two_claims() =>
        Assert.Equal(2, Claims("Pakistani shells hit Barmal on Sunday. A soldier was killed and a woman was wounded, the mayor said.").Count);
}
