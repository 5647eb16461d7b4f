using BorderMap.Incidents.Model;

namespace BorderMap.Reports.Tests;

/// <summary>Whose a figure is where no verb of speech stands beside it: before a colon, in brackets, behind it, or in the clause before.</summary>
public sealed class SpeakerOfClauseTests
{
    private static List<DraftClaim> Claims(string report) =>
        [.. Repository.Extractor.Extract(new Report(report) { Published = new DateOnly(2026, 3, 10) }).Drafts.SelectMany(draft => draft.Claims).Where(claim => claim.Claim.About is ClaimAbout.Toll)];

    private static string? Last(string report) => Claims(report)[^1].Claimant;

    [Theory]
    [InlineData("Pakistani shells hit Gurbuz on Sunday, the governor said. The Pakistani military, in its account of the incident, said eight soldiers were wounded.", "The Pakistani military")]
    [InlineData("Shells killed three people in Barmal on Sunday, a doctor said. The district police chief, in his version of the clash, said two guards had been killed as well.", "The district police chief")]
    public void Who_tells_it_in_an_account_of_his_own_stands_before_the_aside(string report, string claimant) => Assert.StartsWith(claimant, Last(report), StringComparison.Ordinal);

    [Theory]
    [InlineData("Pakistani shells hit Barmal on Sunday. Gul Safi, head of the clinic, has more: three dead, four wounded.", "Gul Safi, head of the clinic")]
    [InlineData("Pakistani shells hit Barmal on Sunday. The district governor sent a voice note: three villagers had been killed.", "The district governor")]
    [InlineData("Pakistani shells hit Barmal on Sunday. The sum of the directorate: three people killed, four wounded.", "the directorate")]
    [InlineData("Pakistani shells hit Barmal on Sunday. An official in Wana denied so high a figure: one villager had been killed.", "An official in Wana")]
    [InlineData("Pakistani shells hit Barmal on Sunday, elders of the village said.\n\nTheir count: three people killed.", "elders of the village")]
    public void A_clause_before_a_colon_says_whose_the_figures_are(string report, string claimant) => Assert.Equal(claimant, Last(report));

    [Theory]
    [InlineData("Pakistani shells killed three people in Barmal on Sunday. These are the numbers of the district clinic.", "the district clinic")]
    [InlineData("Pakistani shells hit Barmal on Sunday. Three dead and four wounded is the count given to us by the district clinic.", "the district clinic")]
    [InlineData("Pakistani shells killed three people in Barmal on Sunday. The district clinic gave us those details.", "The district clinic")]
    [InlineData("Pakistani shells killed three people in Barmal on Sunday. (Police)", "Police")]
    [InlineData("Pakistani shells hit Barmal on Sunday: three pupils wounded (headmaster).", "headmaster")]
    public void Who_is_named_behind_the_figures_tells_them(string report, string claimant) => Assert.Equal(claimant, Last(report));

    [Theory]
    [InlineData("In Barmal, officials of the border command said, Pakistani troops fired on a tractor on Sunday; the driver was killed.", "officials of the border command")]
    [InlineData("Pakistani shells hit Barmal on Sunday. Dr Gul Safi told this newspaper that his wards had taken in three dead.", "Dr Gul Safi")]
    [InlineData("Pakistani shells hit Barmal on Sunday. Officials in Sharan gave another version. One of them, who asked for no name, said three villagers had been killed.", "Officials in Sharan")]
    [InlineData("Pakistani shells hit Barmal on Sunday. According to one Afghan officer, three guards were killed.", "one Afghan officer")]
    public void A_speaker_goes_on_in_the_clause_behind(string report, string claimant) => Assert.Equal(claimant, Last(report));

    [Theory]
    [InlineData("Pakistani shells hit Barmal on Sunday. The charity that runs the only clinic in the valley said it treated 14 wounded people.", "The charity")]
    [InlineData("Pakistani shells hit Barmal on Sunday. The television channel that first showed the pictures put the dead at six.", "The television channel")]
    [InlineData("Pakistani shells hit Barmal on Sunday. A woman and her son were killed when the home of a trader, Said Wali, was hit, the provincial media chief said.", "the provincial media chief")]
    [InlineData("Barmal saw its heaviest shelling in years on Sunday, with Pakistani soldiers firing across the line and the governor of Paktika reporting nine civilians dead.", "the governor of Paktika")]
    [InlineData("Pakistani forces shelled Barmal on Sunday, with the district police saying that three people had been killed.", "the district police")]
    [InlineData("Kabul asked for an inquiry into a drone strike on Barmal on Sunday, which local officials say killed three farmers.", "local officials")]
    public void A_clause_of_its_own_keeps_its_speaker(string report, string claimant) => Assert.Equal(claimant, Last(report));

    [Theory]
    [InlineData("SITREP 9 March 2026\n\nBarmal, Paktika: shelling from PAK posts on 8 March. TB: 3 KIA 4 WIA.", "TB")]
    [InlineData("NEWSBAR\n+++ Pakistani shells kill three in Barmal on Sunday: Information Ministry +++", "Information Ministry")]
    [InlineData("Pakistani shells killed three brothers in Barmal on Sunday, deputy spokesman Gul Safi posts", "deputy spokesman Gul Safi")]
    [InlineData("DATE | PLACE | WHAT | DEAD | WHO SAYS\n8 March | Barmal, Paktika | Pakistani shelling | 3 | Paktia press office\n9 March | Spera, Khost | Pakistani shelling | 2 | district police", "district police")]
    [InlineData("DATE | PLACE | WHAT | DEAD\n8 March | Barmal, Paktika | Pakistani shelling | 3 [district police]\n9 March | Spera, Khost | Pakistani shelling | 2 [hospital sources]", "hospital sources")]
    public void Labels_columns_and_tickers_name_it(string report, string claimant) => Assert.Equal(claimant, Last(report));

    [Theory]
    [InlineData("Pakistani shells hit Barmal on Sunday. Writing on X, Gul Safi, spokesman for the governor, put the dead at three.", "Gul Safi, spokesman for the governor")]
    [InlineData("Pakistani shells hit Barmal on Sunday. Speaking to journalists in Sharan, Gul Safi, head of the clinic, said three people had been killed.", "Gul Safi, head of the clinic")]
    [InlineData("Pakistani shells hit Barmal on Sunday. Gul Safi, head of the council for the area, confirmed the death of three villagers.", "Gul Safi")]
    [InlineData("Pakistani shells hit Barmal on Sunday. Three guards, the district police said, were killed and four injured.", "the district police")]
    [InlineData("Pakistani shells hit Barmal on Sunday. Gul Safi was quoted by the Bakhtar agency as saying that three villagers were killed.", "Gul Safi")]
    public void What_stands_around_a_name_is_none_of_it(string report, string claimant) => Assert.StartsWith(claimant, Last(report), StringComparison.Ordinal);

    [Theory]
    [InlineData("Pakistani and Afghan forces fought in Barmal on Sunday. Islamabad claims 40 Afghan fighters were killed, a figure Kabul rejects, saying only four died.", "Kabul")]
    [InlineData("Pakistani and Afghan forces fought in Barmal on Sunday. The Pakistani army said two soldiers were killed, a toll that an Afghan border official disputed, insisting nine had died.", "an Afghan border official")]
    [InlineData("Pakistani and Afghan forces fought in Barmal on Sunday. Pakistani officials put the dead at two, Afghan officials at nine.", "Afghan officials")]
    [InlineData("Pakistani and Afghan forces fought in Barmal on Sunday. The district police put the death toll at two, residents at nine.", "residents")]
    [InlineData("Pakistani and Afghan forces fought in Barmal on Sunday. Police put the dead at two, the wounded at nine.", "Police")]
    public void Who_counts_otherwise_is_named_beside_his_figure(string report, string claimant) => Assert.Equal(claimant, Last(report));

    [Theory]
    [InlineData("Pakistani and Afghan forces fought in Barmal on Sunday. Contrary to the army's count of two dead, the Afghan interior ministry said nine soldiers were killed.", "army")]
    [InlineData("Pakistani and Afghan forces fought in Barmal on Sunday. Doctors doubted the ministry's toll of two dead and said nine had been brought in dead.", "ministry")]
    public void A_figure_behind_its_owner_s_count_is_his(string report, string claimant) => Assert.Contains(Claims(report), claim => claim.Claim.Killed?.Min == 2 && claim.Claimant!.Contains(claimant, StringComparison.Ordinal));

    [Theory]
    [InlineData("Pakistani shells hit Barmal on Sunday. The district clinic released figures showing three people killed.", "The district clinic")]
    [InlineData("Pakistani shells hit Barmal on Sunday. UNAMA has credible reports of three civilians killed.", "UNAMA")]
    [InlineData("Pakistani shells hit Barmal on Sunday. Three villagers were killed, read the statement of the district police.", "the district police")]
    [InlineData("Pakistani shells hit Barmal on Sunday. Killed: three; wounded: four (source: the district clinic).", "the district clinic")]
    public void Figures_put_out_have_their_source(string report, string claimant) => Assert.Equal(claimant, Last(report));

    [Theory]
    [InlineData("Fighting broke out in Barmal between Afghan and Pakistani forces on Sunday. The shelling killed three people. Gul Safi, the district governor, blamed Pakistan.")]
    [InlineData("KABUL (Pajhwok): Pakistani troops and Islamic Emirate forces exchanged fire in Barmal on Sunday. Three people were killed.")]
    public void Who_only_blames_and_an_agency_s_forces_claim_nothing(string report) => Assert.Null(Last(report));

    [Theory]
    [InlineData("KABUL, March 9 (Frontier News Agency) - Pakistani shells killed three people in Barmal on Sunday.")]
    [InlineData("Pakistani shells killed three people in Barmal on Sunday. The mujahideen answered and a post was burnt.")]
    [InlineData("According to the information that has come to hand, Pakistani shells killed three people in Barmal on Sunday.")]
    public void An_agency_a_deed_or_what_is_known_is_no_claimant(string report) => Assert.Null(Last(report));

    [Fact]
    public void A_doubted_claim_is_of_the_side_that_made_it() =>
        Assert.Equal(["Taliban"], Claims("Afghan and Pakistani forces clashed at Angoor Adda on Sunday. An official in Wana dismissed a Taliban claim that eight soldiers had been killed.").Select(claim => claim.Claimant));

    [Fact]
    public void A_toll_told_again_by_its_claimant_takes_in_the_wounded_there()
    {
        var claim = Assert.Single(Claims("Four killed as shells fall on Barmal\n\nBARMAL, Afghanistan - Pakistani shells fell on Barmal on Sunday. Doors shook. Shops were shut. People ran. The road was empty.\n\nFour people were killed and six others wounded, the district governor said.")).Claim;

        Assert.Equal((4, 6), (claim.Killed?.Min, claim.Injured?.Min));
    }

    [Theory]
    [InlineData("Ali Haqmal, head of the information department in Kandahar, said Pakistani troops used artillery in Spin Boldak on Sunday. Four civilians were killed.", "Ali Haqmal, head of the information department in Kandahar")]
    [InlineData("Gulab Mangal, a tribal elder, said Pakistani soldiers shelled the villages of Sarkani on Sunday. A boy died.", "Gulab Mangal, a tribal elder")]
    [InlineData("Three people were killed when Pakistani shells landed on Barmal on Sunday, said Sharif Gul, a spokesman based in Sharan.", "Sharif Gul")]
    public void Who_is_named_before_the_verb_speaks_where_a_deed_follows_it(string report, string claimant) => Assert.Equal(claimant, Last(report));
}
