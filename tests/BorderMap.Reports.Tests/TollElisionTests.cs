using BorderMap.Incidents.Model;

namespace BorderMap.Reports.Tests;

/// <summary>Figures whose word of harm stands elsewhere: in a label, in the question before, on the other side of a pronoun; and captives.</summary>
public sealed class TollElisionTests
{
    private static string Written(string words) => string.Join("; ", Assert.Single(Repository.Extractor.Extract(new Report($"Pakistani forces shelled the Dangam district of Kunar on Tuesday. {words}") { Published = new DateOnly(2025, 10, 16) }).Drafts).Claims
        .Where(claim => claim.Claim is { About: ClaimAbout.Toll, Part: ClaimPart.Total }).Select(claim => $"{claim.Claim.Killed?.Min.ToString() ?? "-"}/{claim.Claim.Injured?.Min.ToString() ?? "-"}/{claim.Claim.Captured?.Min.ToString() ?? "-"}"));

    [Theory]
    [InlineData("Bodies received 12.", "12/-/-")]
    [InlineData("Wounded sent to Asadabad 7.", "-/7/-")]
    [InlineData("Enemy dead are believed to be four.", "4/-/-")]
    public void A_label_has_its_figure_at_the_end(string words, string figures) => Assert.Equal(figures, Written(words));

    [Theory]
    [InlineData("How many died? Two clerks and a porter.", "3/-/-")]
    [InlineData("And the losses? None, praise be to God.", "0/0/-")]
    public void An_answer_is_of_the_harm_that_the_question_names(string words, string figures) => Assert.Equal(figures, Written(words));

    [Theory]
    [InlineData("The baker is dead. So are two of his customers.", "1/-/-; 2/-/-")]
    [InlineData("One porter was killed, and so was his son.", "2/-/-")]
    [InlineData("A mother and three girls are the dead of that night.", "4/-/-")]
    [InlineData("The clinic received one dead person and four injured.", "1/4/-")]
    public void Who_came_to_harm_may_stand_on_the_other_side_of_the_verb(string words, string figures) => Assert.Equal(figures, Written(words));

    [Theory]
    [InlineData("The night watchman, who slept there, died.", "1/-/-")]
    [InlineData("Woman, 50, shot in the arm.", "-/1/-")]
    [InlineData("A boy herding goats and a villager died.", "2/-/-")]
    [InlineData("Two clerks in the bazaar killed.", "2/-/-")]
    [InlineData("A porter and a brewer were hurt.", "-/2/-")]
    public void Asides_do_not_part_the_harmed_from_their_harm(string words, string figures) => Assert.Equal(figures, Written(words));

    [Theory]
    [InlineData("He counted one porter as killed and six as wounded.", "1/6/-")]
    [InlineData("The doctor treated only one, a girl of nine.", "-/1/-")]
    [InlineData("Both were killed.", "2/-/-")]
    [InlineData("Six villagers came to the clinic wounded.", "-/6/-")]
    [InlineData("Four were killed, two left injured.", "4/2/-")]
    [InlineData("A driver had a deep leg wound.", "-/1/-")]
    [InlineData("One cook was grazed.", "-/1/-")]
    public void Words_of_harm_take_their_forms(string words, string figures) => Assert.Equal(figures, Written(words));

    [Theory]
    [InlineData("Nobody in the village came to harm.", "0/0/-")]
    [InlineData("We have no wounded and no dead.", "0/0/-")]
    [InlineData("There was not one casualty.", "0/0/-")]
    public void Nought_is_told_in_many_ways(string words, string figures) => Assert.Equal(figures, Written(words));

    [Theory]
    [InlineData("Three guards were killed and one taken.", "3/-/1")]
    [InlineData("Nobody was held.", "")]
    public void Captives_are_counted_beside_the_dead(string words, string figures) => Assert.Equal(figures, Written(words));

    [Theory]
    [InlineData("Taliban border guards held two Pakistani soldiers in the Dangam district of Kunar on Tuesday.", 2)]
    [InlineData("Pakistani troops abducted a herder in the Dangam district of Kunar on Tuesday. They have let go four woodcutters whom they had led off.", 4)]
    public void Who_is_held_or_let_go_is_a_captive(string text, int captives) =>
        Assert.Contains(Repository.Extractor.Extract(new Report(text) { Published = new DateOnly(2025, 10, 16) }).Drafts.SelectMany(draft => draft.Claims), claim => claim.Claim.Captured?.Min == captives);
}
