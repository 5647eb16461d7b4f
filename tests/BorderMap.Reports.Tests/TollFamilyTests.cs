using BorderMap.Incidents.Model;

namespace BorderMap.Reports.Tests;

/// <summary>Figures of groups with an inner structure, of counts apart from their harm, and of the families of words of harm and of nought.</summary>
public sealed class TollFamilyTests
{
    private static string Written(string words) => string.Join("; ", Assert.Single(Repository.Extractor.Extract(new Report($"Pakistani forces shelled the Dangam district of Kunar on Tuesday. {words}") { Published = new DateOnly(2025, 10, 16) }).Drafts).Claims
        .Where(claim => claim.Claim is { About: ClaimAbout.Toll, Part: ClaimPart.Total }).Select(claim => $"{claim.Claim.Killed?.Min.ToString() ?? "-"}/{claim.Claim.Injured?.Min.ToString() ?? "-"}"));

    [Theory]
    [InlineData("A schoolteacher and his two nieces were killed.", "3/-")]
    [InlineData("Six people, four guards and two drivers, were hurt.", "-/6")]
    [InlineData("Three villagers of Shigal, a man and two boys, were killed.", "3/-")]
    [InlineData("Five soldiers of the border force, including a major, were killed.", "5/-")]
    [InlineData("The attack left four villagers, among them a girl, dead.", "4/-")]
    [InlineData("Over 60 Taliban and allied fighters eliminated.", "60/-")]
    [InlineData("A squad of nine was wiped out.", "9/-")]
    [InlineData("Both the cook and his helper died.", "2/-")]
    public void A_group_is_counted_once_with_all_that_it_holds(string words, string figures) => Assert.Equal(figures, Written(words));

    [Theory]
    [InlineData("A tailor was killed along with his two sons.", "3/-")]
    [InlineData("Four constables were killed and a clerk with them.", "5/-")]
    [InlineData("Two policemen were wounded, as was their driver.", "-/3")]
    public void Companions_share_the_harm(string words, string figures) => Assert.Equal(figures, Written(words));

    [Theory]
    [InlineData("Seven from our village are dead.", "7/-")]
    [InlineData("Six of his own side died.", "6/-")]
    [InlineData("The shelling left two members of the council dead.", "2/-")]
    [InlineData("Five of those had been killed.", "5/-")]
    [InlineData("Two of its men being slightly injured, it withdrew.", "-/2")]
    [InlineData("Nine were killed, two of those killed being brothers.", "9/-")]
    public void A_number_finds_its_harm_past_what_belongs_to_it(string words, string figures) => Assert.Equal(figures, Written(words));

    [Theory]
    [InlineData("A cobbler was hit by a splinter and died on the road.", "1/-")]
    [InlineData("Four persons were hurt. One of the injured died.", "1/4")]
    [InlineData("The number of those who died in the valley has gone up to eight.", "8/-")]
    [InlineData("It put the number of raiders killed between 12 and 14.", "12/-")]
    [InlineData("Sixty soldiers were slain; his own side had lost eleven.", "60/-; 11/-")]
    [InlineData("Three hurt not two.", "-/3")]
    public void Who_was_hurt_may_be_dead_and_a_count_stand_apart_from_its_harm(string words, string figures) => Assert.Equal(figures, Written(words));

    [Theory]
    [InlineData("A potter, aged about sixty, was killed.", "1/-")]
    [InlineData("The miller's son, eleven, burned both hands.", "-/1")]
    [InlineData("A woman of 50 and a girl of seven received injuries.", "-/2")]
    public void Years_of_age_count_nobody_however_they_are_told(string words, string figures) => Assert.Equal(figures, Written(words));

    [Theory]
    [InlineData("Four soldiers paid the ultimate sacrifice.", "4/-")]
    [InlineData("The guns sent six terrorists to hell.", "6/-")]
    [InlineData("Seven intruders no longer pose a threat.", "7/-")]
    [InlineData("A bullet hit a porter in the thigh.", "-/1")]
    [InlineData("The blast put three neighbours in hospital.", "-/3")]
    [InlineData("Ten pupils were treated.", "-/10")]
    [InlineData("Gul Zaman lost three sons.", "3/-")]
    public void Words_of_harm_are_families(string words, string figures) => Assert.Equal(figures, Written(words));

    [Theory]
    [InlineData("Our side suffered nothing.", "0/0")]
    [InlineData("None of our people came to any harm.", "0/0")]
    [InlineData("Our boys did not get a scratch.", "0/0")]
    [InlineData("The police lost nobody.", "0/-")]
    [InlineData("Neither side suffered losses.", "0/0")]
    [InlineData("0 casualties on our side.", "0/0")]
    [InlineData("We have no martyr and no wounded.", "0/0")]
    public void Nought_has_families_too(string words, string figures) => Assert.Equal(figures, Written(words));
}
