using BorderMap.Incidents.Model;

namespace BorderMap.Reports.Tests;

/// <summary>Where a claimant's name begins and ends, and by which words a figure is somebody's.</summary>
public sealed class SpeakerPhraseTests
{
    private static List<DraftClaim> Claims(string report) =>
        [.. Repository.Extractor.Extract(new Report(report) { Published = new DateOnly(2026, 3, 10) }).Drafts.SelectMany(draft => draft.Claims).Where(claim => claim.Claim.About is ClaimAbout.Toll)];

    private static string? Only(string report) => Assert.Single(Claims(report)).Claimant;

    [Theory]
    [InlineData("The shelling of Barmal on Sunday is over, the district governor, Gul Safi, said, and three people had been killed.", "the district governor, Gul Safi")]
    [InlineData("Pakistani shells hit Barmal on Sunday. In Sharan, nurse Zarghuna noted three dead.", "nurse Zarghuna")]
    [InlineData("Pakistani shells hit Barmal on Sunday. In the days before the mission verified three deaths.", "the mission")]
    [InlineData("Pakistani shells hit Barmal on Sunday. A spokesman for the governor, in a voice message, said three people were killed.", "A spokesman for the governor")]
    [InlineData("Pakistani shells hit Barmal on Sunday. The elders of that village say three people were killed.", "The elders of that village")]
    [InlineData("Pakistani shells hit Barmal on Sunday. \"Three of us are dead,\" said one elder in Barmal, asking that his name be left out.", "one elder in Barmal")]
    public void A_name_is_an_office_or_a_person_and_no_clause(string report, string claimant) => Assert.Equal(claimant, Only(report));

    [Theory]
    [InlineData("Pakistani shells hit Barmal on Sunday. The provincial police count three dead.", "The provincial police")]
    [InlineData("Pakistani shells hit Barmal on Sunday. Rescue workers said they had recovered three bodies by noon.", "Rescue workers")]
    [InlineData("Pakistani shells hit Barmal on Sunday. The health post has written down three wounded.", "The health post")]
    [InlineData("Pakistani shells hit Barmal on Sunday. Hospital sources in Sharan gave the injured as three.", "Hospital sources in Sharan")]
    [InlineData("Pakistani shells hit Barmal on Sunday. Three men were wounded; so says the clinic's head, Dr Gul Safi.", "the clinic's head, Dr Gul Safi")]
    [InlineData("Pakistani shells wounded a woman in Barmal on Sunday. It is not verified; source is one elder.", "one elder")]
    public void Who_counts_them_is_the_source(string report, string claimant) => Assert.Equal(claimant, Only(report));

    [Theory]
    [InlineData("@frontier_sample, thread\n\n2/ Security sources to us: 3 soldiers killed by firing from Afghanistan at Angoor Adda on Sunday.", "Security sources")]
    [InlineData("LIVE: the border\n\n17:05 - Paktika's information director, Gul Safi: three people killed in Sunday's Pakistani air strike on Barmal.", "Paktika's information director, Gul Safi")]
    [InlineData("THREE TERRORISTS KILLED WHILE CROSSING FROM AFGHANISTAN AT ANGOOR ADDA ON SUNDAY: SECURITY SOURCES", "SECURITY SOURCES")]
    [InlineData("In the week the mission verified two events:\n\n(a) 8 March, Barmal, Paktika: Pakistani shelling. Three people were killed.", "the mission")]
    public void A_label_or_a_line_above_names_it(string report, string claimant) => Assert.Equal(claimant, Only(report));

    [Theory]
    [InlineData("We were told by a nurse at the clinic that three people had been killed.", "a nurse at the clinic")]
    [InlineData("Tolo was told by Abdul Ghani, spokesman for the governor, that the firing began when soldiers tried to put up a tower and left three villagers dead.", "Abdul Ghani, spokesman for the governor")]
    [InlineData("Two hospital officials could vouch only for three bodies.", "Two hospital officials")]
    [InlineData("Gul Safi, who lives in the bazaar, claims to have seen three bodies.", "Gul Safi")]
    [InlineData("Local papers had it that three people were killed.", "Local papers")]
    [InlineData("The first figure given by the army on Monday was three dead.", "the army")]
    [InlineData("The toll of three dead was issued by the provincial administration.", "the provincial administration")]
    [InlineData("A figure of three killed, which a paper printed, was supplied by Gul Safi, an elder.", "Gul Safi, an elder")]
    [InlineData("A list put up at the gate of the provincial hospital had the names of three wounded.", "the provincial hospital")]
    [InlineData("An estimated 40 families fled after the fire, in which three civilians were killed according to the governor of Paktika.", "the governor of Paktika")]
    public void Whose_the_figure_is_and_no_word_beside_it(string sentence, string claimant) => Assert.Equal(claimant, Only("Pakistani shells hit Barmal on Sunday. " + sentence));

    [Theory]
    [InlineData("Border log\n\n8 March, Barmal, Paktika: Pakistani shelling. Villagers: three dead, two of them children.", "Villagers")]
    [InlineData("Digest\nMon: Three militants killed at Ghulam Khan, North Waziristan, while trying to enter from Afghanistan - ISPR.\nTue: Rain.", "ISPR")]
    [InlineData("Digest\n- 8 March: a boy and two girls wounded when a Pakistani shell hit the school yard in Barmal, Paktika (district police).", "district police")]
    [InlineData("LIVE: the border\n\n11:15 Gul Safi, spokesman for the information department in Paktika: three civilians dead by Pakistani mortar fire in Barmal on Sunday.", "Gul Safi, spokesman for the information department in Paktika")]
    [InlineData("LIVE: the border\n\n11:40 - Gul Safi, the governor's spokesman, posts on X that three civilians were killed by Pakistani fire in Barmal on Sunday.", "Gul Safi, the governor's spokesman")]
    [InlineData("Transcript\n\nPRESENTER: On the line is Malang, from Barmal in Paktika, which Pakistani shells hit on Sunday.\nMALANG: My cousin's house was hit. Three people are dead.\nPRESENTER: Thank you.", "MALANG")]
    [InlineData("Diary of a teacher in Barmal, Paktika, as told to us by Gul Safi\n\nSunday 8 March: Pakistani shells hit the bazaar of Barmal. Three people were killed. We closed the school.", "Gul Safi")]
    [InlineData("Khorasan Voice - Telegram channel\n\nPakistani shells hit Barmal on Sunday. Three civilians were killed. Pray for us.", "Khorasan Voice")]
    [InlineData("SHARAN: The deputy spokesman, Gul Safi, gave an account of the night.\n\nAt ten Pakistani mortars hit a house in Barmal on Sunday and three people were killed.", "The deputy spokesman, Gul Safi")]
    public void Layout_tells_whose_the_figure_is(string report, string claimant) => Assert.Equal(claimant, Only(report));

    [Fact]
    public void Letters_stand_for_the_office_named_before() =>
        Assert.Equal("the district police officer, Gul Safi", Claims("Firing from Afghanistan at Angoor Adda on Sunday killed two soldiers, the district police officer, Gul Safi, said on Monday.\n\nA shopkeeper was wounded later, the DPO added.")[^1].Claimant);

    [Fact]
    public void Own_losses_are_kept_from_the_enemys() =>
        Assert.Equal(2, Claims("Afghan and Pakistani forces clashed at Angoor Adda on Sunday. An officer said that four attackers had been killed, and that one of his jawans was wounded.").Count);
}
