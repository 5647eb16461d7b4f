using BorderMap.Incidents.Model;

namespace BorderMap.Reports.Tests;

/// <summary>The losses of two sides told in one sentence, noughts and what is no nought, words of manner and of number.</summary>
public sealed class TollOfSidesTests
{
    private static string Written(string words) => string.Join("; ", Assert.Single(Repository.Extractor.Extract(new Report($"Pakistani and Afghan border forces exchanged heavy fire near the Torkham crossing on Wednesday. {words}") { Published = new DateOnly(2025, 10, 15) }).Drafts).Claims
        .Where(claim => claim.Claim is { About: ClaimAbout.Toll, Part: ClaimPart.Total }).Select(claim => $"{claim.Claim.Killed?.Min.ToString() ?? "-"}/{claim.Claim.Injured?.Min.ToString() ?? "-"}/{claim.Claim.Captured?.Min.ToString() ?? "-"}"));

    [Theory]
    [InlineData("There was no information on casualties.", "")]
    [InlineData("No casualty figures were released.", "")]
    [InlineData("There was no word on casualties, but police said nine herders had been hurt.", "-/9/-")]
    [InlineData("No casualties were reported.", "0/0/-")]
    public void What_is_not_known_is_no_nought(string words, string figures) => Assert.Equal(figures, Written(words));

    [Theory]
    [InlineData("Six Taliban were killed and no Pakistani soldier was hurt.", "6/-/-; 0/0/-")]
    [InlineData("Six Taliban fighters were killed without any Pakistani casualties.", "6/-/-; 0/0/-")]
    [InlineData("No civilians were killed.", "0/-/-")]
    public void A_nought_is_of_the_side_and_harm_that_it_names(string words, string figures) => Assert.Equal(figures, Written(words));

    [Theory]
    [InlineData("Each side lost four men, elders said.", "4/-/-; 4/-/-")]
    [InlineData("Three guards died on each side, elders said.", "3/-/-; 3/-/-")]
    [InlineData("The clash left seven dead on the Afghan side and seven on the Pakistani side.", "7/-/-; 7/-/-")]
    public void As_many_of_either_side_are_two_losses(string words, string figures) => Assert.Equal(figures, Written(words));

    [Theory]
    [InlineData("Pakistan lost nine soldiers and the Taliban 6 fighters.", "9/-/-; 6/-/-")]
    [InlineData("The Taliban had seven killed and Pakistan five.", "7/-/-; 5/-/-")]
    [InlineData("Eight from the Afghan side and five from the Pakistani side were wounded.", "-/8/-; -/5/-")]
    [InlineData("Nine Pakistani guards were killed by sniper fire and six Taliban by a mortar shell.", "9/-/-; 6/-/-")]
    [InlineData("Seven Frontier Corps soldiers were killed while four Afghan guards were wounded.", "7/-/-; -/4/-")]
    public void A_verb_told_once_is_of_both_sides(string words, string figures) => Assert.Equal(figures, Written(words));

    [Theory]
    [InlineData("Nine khwarij were successfully neutralised.", "9/-/-")]
    [InlineData("A dozen or so herders were hurt.", "-/12/-")]
    [InlineData("The shelling proved deadly for five herders.", "5/-/-")]
    [InlineData("The count of the wounded stood at eleven.", "-/11/-")]
    [InlineData("The hospital put the number of dead at four and of wounded at nine.", "4/9/-")]
    [InlineData("Our men killed nine of them and captured four, a Taliban commander said.", "9/-/4")]
    public void Manner_and_measure_keep_the_figure(string words, string figures) => Assert.Equal(figures, Written(words));
}
