using BorderMap.Incidents.Model;

namespace BorderMap.Reports.Tests;

/// <summary>Figures told place by place and side by side, of all who were counted before, and of two groups of one blow.</summary>
public sealed class TollByPlaceTests
{
    private static string Written(string words) => string.Join("; ", Assert.Single(Repository.Extractor.Extract(new Report($"Pakistani forces shelled the Dangam district of Kunar on Tuesday. {words}") { Published = new DateOnly(2025, 10, 16) }).Drafts).Claims
        .Where(claim => claim.Claim.About == ClaimAbout.Toll).Select(claim => $"{claim.Claim.Killed?.Min.ToString() ?? "-"}/{claim.Claim.Injured?.Min.ToString() ?? "-"}"));

    [Theory]
    [InlineData("Six people died in the first place and two in the second.", "6/-; 2/-")]
    [InlineData("The second attack left nine wounded in the bazaar and four in the other village.", "-/9; -/4")]
    [InlineData("Seven soldiers were killed on the Pakistani side and three on the Afghan side, an elder said.", "7/-; 3/-")]
    [InlineData("He said 58 Pakistani soldiers had died, against nine on the Afghan side.", "58/-; 9/-")]
    [InlineData("He said 12 Pakistani troops were killed, compared with three Taliban.", "12/-; 3/-")]
    public void The_word_of_harm_is_said_once_for_two_places_or_sides(string words, string figures) => Assert.Equal(figures, Written(words));

    [Theory]
    [InlineData("Five boys, four girls and a woman died.", "10/-")]
    [InlineData("Nine children, five boys and four girls, and one woman were martyred.", "10/-")]
    [InlineData("A mother and her five children, three daughters and two sons, were killed.", "6/-")]
    public void Who_the_children_were_counts_nobody_on_top(string words, string figures) => Assert.Equal(figures, Written(words));

    [Theory]
    [InlineData("Troops intercepted sixteen militants at the fence and killed all of them.", "16/-")]
    [InlineData("Eight armed men were seen; all of them were killed.", "8/-")]
    [InlineData("A group of eleven fighters came over the ridge, and every one of them was killed.", "11/-")]
    [InlineData("The shell hit a house with six villagers, wounding them all.", "-/6")]
    [InlineData("Ten intruders were seen near the fence. None survived.", "10/-")]
    [InlineData("Nine militants were spotted at the fence and eliminated.", "9/-")]
    [InlineData("Eleven fighters were detected near the fence and all eleven were eliminated.", "11/-")]
    public void All_of_those_counted_before_came_to_harm(string words, string figures) => Assert.Equal(figures, Written(words));

    [Theory]
    [InlineData("One policeman was killed and 14 civilians hurt.", "1/-; -/14")]
    [InlineData("Seven soldiers were killed. Only one mujahid was injured.", "7/-; -/1")]
    [InlineData("A guard was killed and his driver wounded.", "1/1")]
    public void Civilians_are_counted_apart_from_those_in_arms(string words, string figures) => Assert.Equal(figures, Written(words));

    [Theory]
    [InlineData("Three mujahideen were martyred, may Allah accept them.", "3/-")]
    [InlineData("Four mujahideen accepted martyrdom and nine have light wounds.", "4/9")]
    [InlineData("Seven bodies were shifted to the district hospital.", "7/-")]
    [InlineData("The ministry put its losses at four soldiers and two civilians dead, with nine wounded.", "6/9")]
    [InlineData("The number of martyrs was put at six and that of the wounded at nine.", "6/9")]
    [InlineData("The second shell hit an empty school and caused no loss of life.", "0/-")]
    public void The_dead_have_many_words(string words, string figures) => Assert.Equal(figures, Written(words));
}
