using BorderMap.Incidents.Model;

namespace BorderMap.Reports.Tests;

/// <summary>Words beside a verb of speech that name nobody, and who speaks in their stead.</summary>
public sealed class SpeakerRejectedTests
{
    private static List<DraftClaim> Claims(string report) =>
        [.. Repository.Extractor.Extract(new Report(report) { Published = new DateOnly(2026, 3, 10) }).Drafts.SelectMany(draft => draft.Claims).Where(claim => claim.Claim.About is ClaimAbout.Toll)];

    private static string? Only(string report) => Assert.Single(Claims(report)).Claimant;

    [Theory]
    [InlineData("Pakistani shells hit Barmal on Sunday. Gul Rahim, a trader, said by a neighbour's telephone that his street was empty. \"We buried three people,\" he said.", "Gul Rahim, a trader")]
    [InlineData("Pakistani shells hit Barmal on Sunday. The clinic in Sharan, which at first reported three dead, has closed its list.", "The clinic in Sharan")]
    [InlineData("Pakistani shells hit Barmal on Sunday. A tribal elder, Malak Nazar, said people from twenty houses had left. The shells had killed three people, he added.", "A tribal elder, Malak Nazar")]
    [InlineData("Pakistani shells hit Barmal on Sunday. Channels close to it said that three people were killed.", "Channels close to it")]
    [InlineData("Pakistani shells hit Barmal on Sunday. Residents said families had fled. Haji Gul, one of them, said three people were killed.", "Haji Gul")]
    public void How_and_when_it_was_said_is_no_name(string report, string claimant) => Assert.Equal(claimant, Only(report));

    [Theory]
    [InlineData("Security sources quoted by media in Sharan put the number of the dead at three.", "Security sources")]
    [InlineData("One of these fighters said three people had been killed.", "One of these fighters")]
    [InlineData("An official in Sharan who asked that his office be left out said that three people were killed.", "An official in Sharan")]
    [InlineData("Nurse at the clinic counts three dead.", "Nurse at the clinic")]
    public void Who_is_quoted_speaks(string sentence, string claimant) => Assert.Equal(claimant, Only("Pakistani shells hit Barmal on Sunday. " + sentence));

    [Theory]
    [InlineData("SHARAN, Mar 10 (Sample News): Three people were killed by Pakistani shells in Barmal on Sunday, the police command for Paktika said in a statement.", "the police command for Paktika")]
    [InlineData("Sample News report - SHARAN: Three people were killed by Pakistani shells in Barmal on Sunday, the spokesman for the governor, Gul Safi, said.", "the spokesman for the governor, Gul Safi")]
    public void The_agency_of_the_dateline_is_not_who_says_it(string report, string claimant) => Assert.Equal(claimant, Only(report));

    [Theory]
    [InlineData("\"On Sunday night militants trying to enter from Afghanistan were noticed by our troops in Mohmand,\" the ISPR said.\n\n\"They were challenged. Three of them were killed.\"", "the ISPR")]
    [InlineData("Militants who had crossed from Afghanistan attacked a repair party near Ghulam Khan on Sunday, an official at the political office said. Three soldiers were killed; the attackers took away their dead, he said.", "an official at the political office")]
    public void Who_has_not_stopped_goes_on(string report, string claimant) => Assert.Equal(claimant, Only(report));

    [Theory]
    [InlineData("Sector | Date | Kabul says | Islamabad says\nKhost (Gurbuz) | 8 March | Attack on one post; 3 PAK killed | Attack repulsed; 7 Taliban killed\n", "Kabul", "Islamabad")]
    [InlineData("Place | Event | Afghan account | Pakistani account\nAngur Ada, 8 March | post taken | 4 PAK soldiers killed | 12 Taliban killed\n", "Afghan account", "Pakistani account")]
    public void A_column_may_be_of_one_side(string table, string first, string second) => Assert.Equal([first, second], Claims("CLAIMS OF BOTH SIDES\n\n" + table).Select(claim => claim.Claimant));
}
