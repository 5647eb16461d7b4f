using BorderMap.Incidents.Model;

namespace BorderMap.Reports.Tests;

/// <summary>What is a figure of its own and what is only said of it: ages, houses, parts; and figures apart from their noun or verb of harm.</summary>
public sealed class TollWholeAndPartTests
{
    private static string Written(string words) => string.Join("; ", Assert.Single(Repository.Extractor.Extract(new Report($"Pakistani forces shelled the Dangam district of Kunar on Tuesday. {words}") { Published = new DateOnly(2025, 10, 16) }).Drafts).Claims
        .Where(claim => claim.Claim is { About: ClaimAbout.Toll, Part: ClaimPart.Total }).Select(claim => $"{claim.Claim.Killed?.Min.ToString() ?? "-"}/{claim.Claim.Injured?.Min.ToString() ?? "-"}"));

    [Theory]
    [InlineData("Nine members of the household of Shah Wali, a potter, perished.", "9/-")]
    [InlineData("Seven of one clan were killed.", "7/-")]
    [InlineData("Three of a family of five were killed.", "3/-")]
    [InlineData("A bride of nineteen and a weaver were killed.", "2/-")]
    [InlineData("Three sisters aged between four and eleven were killed.", "3/-")]
    public void Ages_and_houses_count_nobody_on_top(string words, string figures) => Assert.Equal(figures, Written(words));

    [Theory]
    [InlineData("Four people, a woman and a young boy in their number, were killed.", "4/-")]
    [InlineData("Three persons, a girl of nine one of them, were hurt.", "-/3")]
    [InlineData("Six villagers were wounded and taken to the clinic.", "-/6")]
    public void Who_some_of_them_were_counts_nobody_on_top(string words, string figures) => Assert.Equal(figures, Written(words));

    [Theory]
    [InlineData("The dead on their side numbered ten.", "10/-")]
    [InlineData("The dead, the governor says, number 46.", "46/-")]
    [InlineData("Its own dead the ministry named; the wounded it put at nine.", "-/9")]
    public void The_harmed_as_a_noun_find_their_figure_past_whose_they_are(string words, string figures) => Assert.Equal(figures, Written(words));

    [Theory]
    [InlineData("A woman was hurt, and an old man in the next lane.", "-/2")]
    [InlineData("Four men were killed and their driver was burnt.", "4/1")]
    [InlineData("The guards fled and two shops were burnt.", "")]
    [InlineData("The clinic received seven patients with burns.", "-/7")]
    [InlineData("A mother and two of her children were no longer alive.", "3/-")]
    public void Each_harm_has_those_it_came_to(string words, string figures) => Assert.Equal(figures, Written(words));

    [Theory]
    [InlineData("No civilian harm was caused.", "0/0")]
    [InlineData("There was no collateral loss of civilian life.", "0/-")]
    [InlineData("Nobody of his was hit, the commander said.", "0/0")]
    public void None_is_said_in_many_ways(string words, string figures) => Assert.Equal(figures, Written(words));

    [Theory]
    [InlineData("The raid killed at least seven people, four women and three men.", "7/-")]
    [InlineData("The raid killed at least nine people, five adults and four children, and injured three others.", "9/3")]
    [InlineData("Eleven civilians, three of them children, and two guards were killed.", "13/-")]
    public void A_breakdown_behind_the_verb_adds_nobody_and_an_aside_ends_no_list(string words, string figures) => Assert.Equal(figures, Written(words));

    [Theory]
    [InlineData("The death toll had climbed to 54 after nine more bodies were found.", "54/-")]
    [InlineData("The number of dead has grown to 31 with the discovery of six more bodies.", "31/-")]
    [InlineData("The death toll rose to 53 after two wounded people died in hospital.", "53/-")]
    public void What_raised_a_toll_is_in_it(string words, string figures) => Assert.Equal(figures, Written(words));

    [Theory]
    [InlineData("Gul Marjan, Zarin and Wali Jan were killed.", "3/-")]
    [InlineData("Gul Marjan (41), Zarin (9) and a baby were killed.", "3/-")]
    [InlineData("Noor Khan and Zarin were martyred and Bakht Bibi was injured.", "2/1")]
    [InlineData("The dead were identified as Zarin, Hamida and Noor Khan.", "3/-")]
    [InlineData("A shell killed Noor Khan and wounded his brother Zarin and two neighbours.", "1/3")]
    [InlineData("Separately, two people were injured.", "-/2")]
    public void Those_told_by_their_names_alone_are_counted(string words, string figures) => Assert.Equal(figures, Written(words));

    [Fact]
    public void A_boy_whose_age_stands_between_commas_is_dead() => Assert.Equal("1/3", Written("One boy, 11, dead; mother and two sisters injured."));
}
