using BorderMap.Incidents.Model;

namespace BorderMap.Reports.Tests;

/// <summary>Figures and whose they are: after one shelling, each row another way to give them.</summary>
public sealed class AttributedFigureTests
{
    private static List<DraftClaim> Claims(string report) =>
        [.. Assert.Single(Repository.Extractor.Extract(new Report(report) { Published = new DateOnly(2025, 10, 16) }).Drafts).Claims.Where(claim => claim.Claim is { About: ClaimAbout.Toll, Part: ClaimPart.Total })];

    private static List<DraftClaim> After(string words) => Claims($"Pakistani forces shelled the Dangam district of Kunar on Tuesday. {words}");

    [Theory]
    [InlineData("Officials put the wounded at nine.", null, 9)]
    [InlineData("The clinic said it was treating nine more.", null, 9)]
    [InlineData("Nine were airlifted to the military hospital, officials said.", null, 9)]
    [InlineData("Nine had to be driven to a clinic in Asadabad, officials said.", null, 9)]
    [InlineData("Two guards were killed and nine of our brothers bear wounds, officials said.", 2, 9)]
    [InlineData("The shells took the lives of a teacher and two pupils, officials said.", 3, null)]
    [InlineData("The salvo made martyrs of a shopkeeper, officials said.", 1, null)]
    [InlineData("Not a single villager was harmed, officials said.", 0, 0)]
    [InlineData("The shells came down without injuring anybody, officials said.", 0, 0)]
    [InlineData("Losses on our side: nil.", 0, 0)]
    [InlineData("Officials gave the dead as two teachers and one clerk.", 3, null)]
    [InlineData("The governor raised the dead to six, two having died in hospital.", 6, null)]
    [InlineData("Enemy dead nine; nothing else to report.", 9, null)]
    [InlineData("Six of them perished, officials said.", 6, null)]
    [InlineData("Two mechanics and a clerk were killed, officials said.", 3, null)]
    [InlineData("Three drivers of the trader were killed, officials said.", 3, null)]
    [InlineData("On 14-10 three farmers were wounded, officials said.", null, 3)]
    public void Counts(string words, int? killed, int? injured) => Assert.Equal((killed, injured), (Assert.Single(After(words)).Claim.Killed?.Min, After(words)[0].Claim.Injured?.Min));

    [Fact]
    public void Counts_two_groups_of_one_verb_together() =>
        Assert.Equal([("all", 4)], After("Two sentries, a mechanic and a clerk were killed, officials said.").Select(claim => (claim.Claim.Group!.Category, claim.Claim.Killed!.Min)));

    [Theory]
    [InlineData("Two guards were killed and five hurt, officials said; the health department counts four and eleven.", 4, 11, "the health department")]
    [InlineData("Two guards were killed, officials said. An elder, reached by telephone, had heard of six.", 6, null, "An elder")]
    [InlineData("Two guards were killed, officials said. A diplomat in Kabul gave a figure of 14.", 14, null, "A diplomat in Kabul")]
    [InlineData("Two guards were killed, officials said. The clinic reports six.", 6, null, "The clinic")]
    [InlineData("Two guards were killed, officials said. The faction that opened up first: 14 \"traitors\".", 14, null, "The faction that opened up first")]
    [InlineData("Asadabad clinic: two killed; Dangam police: none.", 0, 0, "Dangam police")]
    [InlineData("A craft believed to be a drone dropped grenades, killing four villagers, a police chief named Zahid Gul said.", 4, null, "a police chief named Zahid Gul")]
    [InlineData("A nurse in Asadabad, the nearest town, said six villagers were killed.", 6, null, "A nurse in Asadabad, the nearest town")]
    [InlineData("The local authorities report six of their members killed.", 6, null, "The local authorities")]
    [InlineData("A shopkeeper was killed (border police).", 1, null, "border police")]
    public void Ties_to_who_gives_it(string words, int killed, int? injured, string claimant) =>
        Assert.Contains(After(words), claim => claim.Claim.Killed?.Min == killed && claim.Claim.Injured?.Min == injured && claim.Claimant == claimant);

    [Theory]
    [InlineData("Kunar Police Command\nDaily bulletin, 15 October 2025\n\n", "Kunar Police Command")]
    [InlineData("DEPARTMENT OF HEALTH, KUNAR\n\n", "DEPARTMENT OF HEALTH")]
    [InlineData("National Assembly\nWritten answer by the Minister for Defence, 15 October 2025\n\n", "Minister for Defence")]
    [InlineData("@dangam_eye - 15 October\n", "dangam_eye")]
    public void Gives_a_text_to_the_office_or_poster_at_its_head(string head, string claimant) =>
        Assert.Equal(claimant, Assert.Single(Claims($"{head}Pakistani forces shelled the Dangam district of Kunar on Tuesday. Four villagers were killed.")).Claimant);

    [Theory]
    [InlineData("To the Governor of Kunar\n\n")]
    [InlineData("Police Say Calm Has Returned\n\n")]
    [InlineData("Asadabad, Kunar\n\n")]
    public void Gives_it_to_nobody_else(string head) =>
        Assert.Null(Assert.Single(Claims($"{head}Pakistani forces shelled the Dangam district of Kunar on Tuesday. Four villagers were killed.")).Claimant);
}
