using BorderMap.Incidents.Model;

namespace BorderMap.Reports.Tests;

/// <summary>Figures with an aside between the harmed and their verb, and what is told of some of them once more.</summary>
public sealed class TollListAsideTests
{
    private static string Written(string words) =>
        string.Join("; ", Assert.Single(Repository.Extractor.Extract(new Report($"Pakistani forces shelled the Dangam district of Kunar on Tuesday. {words}") { Published = new DateOnly(2025, 10, 16) }).Drafts).Claims
            .Where(claim => claim.Claim is { About: ClaimAbout.Toll, Part: ClaimPart.Total }).Select(claim => $"{claim.Claim.Killed?.Min?.ToString() ?? "-"}/{claim.Claim.Injured?.Min?.ToString() ?? "-"}"));

    [Theory]
    [InlineData("Four guards and seven herders, one of them a boy, were wounded.", "-/11")]
    [InlineData("Four guards and seven herders, including a boy, were wounded.", "-/11")]
    [InlineData("Nine guards and seven herders, a boy included, were wounded.", "-/16")]
    [InlineData("Eight others, among them the cook, were wounded.", "-/8")]
    [InlineData("Two guards were killed and twelve others, mostly boys and girls of the next lane, suffered injuries.", "2/12")]
    [InlineData("Three sisters, none older than eleven, were killed.", "3/-")]
    public void An_aside_leaves_the_list_before_it_whole(string words, string figures) => Assert.Equal(figures, Written(words));

    [Theory]
    [InlineData("The toll stands at 12 boys and nine women killed.", "21/-")]
    [InlineData("Fourteen people of one household, including nine children, perished.", "14/-")]
    public void A_house_and_its_owner_add_nobody(string words, string figures) => Assert.Equal(figures, Written(words));

    [Theory]
    [InlineData("31 were wounded; six are in critical condition.", "-/31")]
    [InlineData("31 herders were wounded. Six of them are in critical condition.", "-/31")]
    [InlineData("Two lost their lives and a third is in a critical condition.", "2/1")]
    public void The_gravely_hurt_are_of_the_wounded(string words, string figures) => Assert.Equal(figures, Written(words));

    [Theory]
    [InlineData("Six women were brought dead to the district hospital and nine were admitted with wounds.", "6/9")]
    [InlineData("The funeral of two guards was held on Wednesday.", "2/-")]
    [InlineData("Four herders fell to mortar shells.", "4/-")]
    [InlineData("Three of the raiders never rose again.", "3/-")]
    [InlineData("Seven herders are listed as wounded.", "-/7")]
    [InlineData("A further 12 to 14 fighters were killed.", "12/-")]
    public void Words_of_harm_are_taken_by_what_stands_with_them(string words, string figures) => Assert.Equal(figures, Written(words));

    [Fact]
    public void None_in_a_column_is_nought()
    {
        var draft = Assert.Single(Repository.Extractor.Extract(new Report("Date | Place | Event | Killed | Injured\n12 October | Dangam (Kunar) | shelling from Pakistan | none | 3") { Published = new DateOnly(2025, 10, 16) }).Drafts);
        Assert.Contains(draft.Claims, claim => claim.Claim.Killed?.Min is 0);
        Assert.Contains(draft.Claims, claim => claim.Claim.Injured?.Min is 3);
    }
}
