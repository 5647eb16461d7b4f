using BorderMap.Incidents.Model;

namespace BorderMap.Reports.Tests;

/// <summary>Speakers that stand behind another verb, beyond a paragraph or above a list.</summary>
public sealed class SpeakerFoundTests
{
    private static List<DraftClaim> Claims(string report) =>
        [.. Repository.Extractor.Extract(new Report(report) { Published = new DateOnly(2026, 3, 10) }).Drafts.SelectMany(draft => draft.Claims).Where(claim => claim.Claim.About is ClaimAbout.Toll)];

    private static string? Last(string report) => Claims(report)[^1].Claimant;

    [Theory]
    [InlineData("Pakistani shells hit Barmal on Sunday. Taliban officials in Sharan, who regretted it, said their own hospital had received nine injured.", "Taliban officials in Sharan")]
    [InlineData("Pakistani shells hit Barmal on Sunday. A jirga member, Malik Gul Safi, while talking to this reporter said that three people were killed.", "Malik Gul Safi")]
    [InlineData("Pakistani shells hit Barmal on Sunday. Security sources in Wana blamed the other side for a post on disputed ground; three soldiers were wounded, they said.", "Security sources in Wana")]
    [InlineData("Pakistani shells hit Barmal on Sunday. Three people were killed, intelligence officials said.", "intelligence officials")]
    public void A_name_has_no_other_verb_in_it(string report, string claimant) => Assert.Equal(claimant, Last(report));

    [Theory]
    [InlineData("Gunmen from Afghanistan stormed a post at Angoor Adda on Sunday.\n\nThe TTP owned up to it in a message, boasting of nine dead soldiers.", "The TTP")]
    [InlineData("Gunmen from Afghanistan attacked Angoor Adda on Sunday, the ministry in Kabul said.\n\nIn Islamabad a spokesman would not name the group, but told the press that three soldiers had been killed.", "a spokesman")]
    [InlineData("Pakistani shells hit Barmal on Sunday.\n\nNot so, answers the governor's office in Wana. Three of its own men were wounded.", "the governor's office in Wana")]
    public void The_subject_of_the_sentence_says_it(string report, string claimant) => Assert.Equal(claimant, Last(report));

    [Theory]
    [InlineData("Pakistani shells hit Barmal on Sunday. Three people were killed.\n\nThis is what Gul Safi, the district governor, told journalists.", "Gul Safi, the district governor")]
    [InlineData("Pakistani shells hit Barmal on Sunday. They heard of three deaths; the head of the district council, Gul Safi, confirms both.", "the head of the district council, Gul Safi")]
    public void Who_confirms_it_behind_is_its_source(string report, string claimant) => Assert.Equal(claimant, Last(report));

    [Fact]
    public void Lines_below_a_heading_are_of_whom_it_names() =>
        Assert.Equal("Kabul", Claims("Afghan and Pakistani forces clashed at Angoor Adda on Sunday.\n\nAs told by Kabul (Monday):\n58 Pakistani soldiers dead, 30 injured.")[^1].Claimant);

    [Fact]
    public void A_mission_speaks_for_the_rows_of_its_note() =>
        Assert.Equal("OCHA", Claims("OCHA FLASH UPDATE No. 4 - Eastern region\n\n* On 8 March Pakistani shelling in Barmal, Paktika, killed three people.\n* Needs: tents and blankets.")[^1].Claimant);

    [Fact]
    public void Nobody_speaks_in_a_participle_before_a_noun() =>
        Assert.Null(Last("Pakistani shells hit Barmal on Sunday after guards met on disputed ground. Three people were killed."));

    [Fact]
    public void Troops_that_responded_say_nothing() =>
        Assert.Null(Last("Gunmen from Afghanistan attacked Angoor Adda on Sunday. Troops responded, killing three of the attackers."));
}
