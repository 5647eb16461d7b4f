using BorderMap.Incidents.Model;

namespace BorderMap.Reports.Tests;

/// <summary>Figures in the wordings of news, notes and statements: behind their word, told by another count, in quotation marks, of those who were lost, held or missing, and nought.</summary>
public sealed class TollWordingTests
{
    private static string Written(string words) => string.Join("; ", Assert.Single(Repository.Extractor.Extract(new Report($"Pakistani forces shelled the Dangam district of Kunar on Tuesday. {words}") { Published = new DateOnly(2025, 10, 16) }).Drafts).Claims
        .Where(claim => claim.Claim is { About: ClaimAbout.Toll, Part: ClaimPart.Total }).Select(claim => $"{claim.Claim.Killed?.Min.ToString() ?? "-"}/{claim.Claim.Injured?.Min.ToString() ?? "-"}/{claim.Claim.Captured?.Min.ToString() ?? "-"}"));

    [Theory]
    [InlineData("Fatalities 2, injuries 3.", "2/3/-")]
    [InlineData("Deaths - 2; injuries - 3.", "2/3/-")]
    [InlineData("KIA 2 WIA 5.", "2/5/-")]
    [InlineData("2 killed (5 injured).", "2/5/-")]
    [InlineData("The clinic gave a lower number of wounded, nine.", "-/9/-")]
    public void A_figure_may_stand_behind_its_word_or_in_a_bracket(string words, string figures) => Assert.Equal(figures, Written(words));

    [Theory]
    [InlineData("Four people were killed and the same number wounded.", "4/4/-")]
    [InlineData("Four were killed and twice as many wounded.", "4/8/-")]
    [InlineData("Six people died and double that number were hurt.", "6/12/-")]
    [InlineData("Four were killed and half as many wounded.", "4/2/-")]
    public void A_count_may_be_told_by_another(string words, string figures) => Assert.Equal(figures, Written(words));

    [Theory]
    [InlineData("27 of the assailants \"despatched to hell\", the army said.", "27/-/-")]
    [InlineData("The army said five guards had been \"martyred\".", "5/-/-")]
    [InlineData("Three soldiers who were wounded on Monday have died.", "3/-/-")]
    [InlineData("The army lost five in the raid.", "5/-/-")]
    [InlineData("Nine men were executed.", "9/-/-")]
    [InlineData("Seven people received first aid.", "-/7/-")]
    [InlineData("The hospital in Asadabad received eight people.", "-/8/-")]
    public void Verbs_of_harm_take_their_families(string words, string figures) => Assert.Equal(figures, Written(words));

    [Theory]
    [InlineData("Guards have taken 23 drivers into custody.", "-/-/23")]
    [InlineData("Five labourers from the Kharoti tribe whom guards had picked up were let go.", "-/-/5")]
    [InlineData("Five labourers are behind bars.", "-/-/5")]
    [InlineData("Four labourers were stopped and taken along.", "-/-/4")]
    public void Those_who_are_held_are_counted(string words, string figures) => Assert.Equal(figures, Written(words));

    [Theory]
    [InlineData("There was no loss among the troops.", "0/-/-")]
    [InlineData("There was no loss on either side.", "0/0/-")]
    [InlineData("The shepherds were not hurt.", "0/0/-")]
    [InlineData("The shells hit no one.", "0/0/-")]
    [InlineData("The army denied any casualties.", "0/0/-")]
    [InlineData("The workers got out in time.", "0/0/-")]
    public void Nought_has_many_wordings(string words, string figures) => Assert.Equal(figures, Written(words));

    [Theory]
    [InlineData("No villager had come to harm, an elder said.", "0/0/-")]
    [InlineData("Goats dead, no people hurt.", "0/0/-")]
    [InlineData("The shells fell on fields without causing loss of life.", "0/-/-")]
    [InlineData("Two rockets landed nearby without causing any injuries.", "0/0/-")]
    public void Nought_may_be_of_any_people(string words, string figures) => Assert.Equal(figures, Written(words));

    [Theory]
    [InlineData("Four people died, officials said. By Thursday the number had reached six, a doctor said.", "4/-/-; 6/-/-")]
    [InlineData("Four people died, officials said. A doctor gave the number as six.", "4/-/-; 6/-/-")]
    [InlineData("Four people died, officials said. A doctor said the dead were now six.", "4/-/-; 6/-/-")]
    [InlineData("A doctor gave the number wounded in the shelling as eleven.", "-/11/-")]
    [InlineData("An elder put the Pakistani wounded at four.", "-/4/-")]
    [InlineData("Four people died. The number of trucks had reached 600.", "4/-/-")]
    public void A_count_goes_on_by_its_number_alone(string words, string figures) => Assert.Equal(figures, Written(words));

    [Theory]
    [InlineData("The ministry said its men hit a post on the other side and killed six soldiers.", "6/-/-")]
    [InlineData("The army said nine fighters killed with more than 20 injured.", "9/20/-")]
    [InlineData("A man was hit in the left side.", "-/1/-")]
    [InlineData("The army said five militants were killed while two others were apprehended in injured condition.", "5/2/2")]
    public void Where_and_how_is_no_harm_of_its_own(string words, string figures) => Assert.Equal(figures, Written(words));

    [Theory]
    [InlineData("Officials report eight dead and 21 injured (first figure: 5 dead).", "8/21/-; 5/-/-")]
    [InlineData("\"We lost a clerk,\" said Sher Ali, a trader.", "1/-/-")]
    [InlineData("We lost a house and two cows, an elder said.", "")]
    [InlineData("Dr Rahim confirmed one body and 12 wounded.", "1/12/-")]
    [InlineData("The army said nine militants suspected killed.", "9/-/-")]
    public void Losses_told_in_passing_are_counted(string words, string figures) => Assert.Equal(figures, Written(words));
}
