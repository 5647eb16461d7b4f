using BorderMap.Incidents.Model;

namespace BorderMap.Reports.Tests;

/// <summary>Figures set before their word of harm, given as what can be verified, counted once though told of whole and part; and who is hurt in body or no more.</summary>
public sealed class FrontedTollTests
{
    private static string Written(string words) => string.Join("; ", Assert.Single(Repository.Extractor.Extract(new Report($"Pakistani forces shelled the Dangam district of Kunar on Tuesday. {words}") { Published = new DateOnly(2025, 10, 16) }).Drafts).Claims
        .Where(claim => claim.Claim is { About: ClaimAbout.Toll, Part: ClaimPart.Total }).Select(claim => $"{claim.Claim.Killed?.Min.ToString() ?? "-"}/{claim.Claim.Injured?.Min.ToString() ?? "-"}/{claim.Claim.Captured?.Min.ToString() ?? "-"}"));

    [Theory]
    [InlineData("Eight people are lying in hospital and three we have buried.", "3/8/-")]
    [InlineData("2 guards he called captured, 5 killed.", "5/-/2")]
    [InlineData("The district office gave seven as the number of killed.", "7/-/-")]
    [InlineData("The dead, said the clinic, were two women and a boy.", "3/-/-")]
    [InlineData("The dead of Monday night were a miller and his son.", "2/-/-")]
    [InlineData("He put the bodies counted so far at eleven.", "11/-/-")]
    public void A_figure_may_stand_before_its_harm_or_past_the_speaker(string words, string figures) => Assert.Equal(figures, Written(words));

    [Theory]
    [InlineData("Police said nine were killed; the mission has been able to verify four.", "9/-/-; 4/-/-")]
    [InlineData("Kabul admits to three deaths, Islamabad boasts of 30.", "3/-/-; 30/-/-")]
    [InlineData("Police said nine were killed; a nurse could confirm five.", "9/-/-; 5/-/-")]
    public void What_can_be_verified_is_a_count(string words, string figures) => Assert.Equal(figures, Written(words));

    [Theory]
    [InlineData("The surgeon listed five guards wounded, one of whom is critical.", "-/5/-")]
    [InlineData("Six relatives, the mother included, sustained wounds.", "-/6/-")]
    [InlineData("A pupil of class nine received splinter injuries.", "-/1/-")]
    [InlineData("40 soldiers were killed and 20 wounded; the Emirate lost six men, nine more hurt.", "40/20/-; 6/9/-")]
    [InlineData("Driver killed, two guards injured.", "1/2/-")]
    public void Nobody_is_counted_twice_nor_with_others(string words, string figures) => Assert.Equal(figures, Written(words));

    [Theory]
    [InlineData("Six of theirs had gone down.", "6/-/-")]
    [InlineData("Two soldiers are gone home.", "")]
    [InlineData("The army owned to a single fatality.", "1/-/-")]
    [InlineData("A cook's arm was broken by a stone.", "-/1/-")]
    [InlineData("A porter and two clerks were torn apart.", "3/-/-")]
    [InlineData("A guard was brought home lifeless.", "1/-/-")]
    [InlineData("One guard is dead and two are recovering.", "1/2/-")]
    [InlineData("Nil dead, 3 wounded.", "0/3/-")]
    [InlineData("No living thing was hit.", "0/0/-")]
    [InlineData("Two brothers were buried under the debris.", "")]
    public void Words_of_harm_and_of_nought_take_their_families(string words, string figures) => Assert.Equal(figures, Written(words));

    [Fact]
    public void A_speaker_named_in_another_sentence_is_no_subject_after_the_verb() =>
        Assert.Equal("5/-/-", Written("The mayor, Gul Rahman, spoke on Wednesday. Five were killed, said he, and fled."));

    [Theory]
    [InlineData("The governor put at eleven the number of people killed.", "11/-/-")]
    [InlineData("The governor's office put the toll at three wounded.", "-/3/-")]
    [InlineData("The governor put the toll at three dead and five wounded.", "3/5/-")]
    [InlineData("The governor denied any death and spoke of one wounded guard.", "-/1/-")]
    public void The_toll_is_of_those_it_names(string words, string figures) => Assert.Equal(figures, Written(words));
}
