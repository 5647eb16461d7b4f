using BorderMap.Incidents.Model;

namespace BorderMap.Reports.Tests;

/// <summary>Figures of lists and partings: what one verb counts together, what a part is, what is said otherwise.</summary>
public sealed class TollListTests
{
    private static List<DraftClaim> Claims(string words) =>
        [.. Assert.Single(Repository.Extractor.Extract(new Report($"Pakistani forces shelled the Dangam district of Kunar on Tuesday. {words}") { Published = new DateOnly(2025, 10, 16) }).Drafts).Claims.Where(claim => claim.Claim is { About: ClaimAbout.Toll, Part: ClaimPart.Total })];

    private static string Written(string words) =>
        string.Join("; ", Claims(words).Select(claim => $"{claim.Claim.Killed?.Min.ToString() ?? "-"}/{claim.Claim.Injured?.Min.ToString() ?? "-"}"));

    [Theory]
    [InlineData("Three guards and a baker were wounded.", "-/4")]
    [InlineData("A levy and six porters were killed.", "7/-")]
    [InlineData("Three guards were killed and a baker was wounded.", "3/-; -/1")]
    [InlineData("Eight men, seven boys and a girl were killed.", "16/-")]
    public void One_verb_counts_whoever_is_listed_before_it(string words, string figures) => Assert.Equal(figures, Written(words));

    [Theory]
    [InlineData("A locksmith was killed.", "1/-")]
    [InlineData("The fire left a locksmith dead and six hurt.", "1/6")]
    [InlineData("A shell killed a locksmith and wounded four others.", "1/4")]
    [InlineData("Six muleteers asleep in a shed died.", "6/-")]
    [InlineData("Seven rope-makers were wounded.", "-/7")]
    public void Trades_that_nobody_listed_are_people(string words, string figures) => Assert.Equal(figures, Written(words));

    [Theory]
    [InlineData("Three were hit. One died on the road, the others are being treated.", "1/2")]
    [InlineData("Nine herders were hit, of whom two died.", "2/7")]
    [InlineData("Nine herders were hit, one of them fatally.", "1/8")]
    [InlineData("Four more, one a toddler, suffered wounds.", "-/4")]
    [InlineData("A girl of six was killed and a second hurt.", "1/1")]
    public void Those_told_before_are_not_counted_twice(string words, string figures) => Assert.Equal(figures, Written(words));

    [Theory]
    [InlineData("The dead number five and the wounded nine.", "5/9")]
    [InlineData("The wounded, nine in all, were moved to Asadabad.", "-/9")]
    [InlineData("The number of herders killed on the ridge since dawn is now six.", "6/-")]
    [InlineData("Not four but seven herders were killed.", "7/-")]
    [InlineData("No less than seven herders were killed.", "7/-")]
    [InlineData("30 civilian casualties (12 deaths, 18 injured) were recorded.", "12/18")]
    [InlineData("The clinic received nine wounded and four bodies.", "4/9")]
    [InlineData("The fire caused the deaths of four herders and injuries to nine.", "4/9")]
    [InlineData("Six herders were killed and none hurt.", "6/0")]
    public void Figures_may_stand_in_other_places(string words, string figures) => Assert.Equal(figures, Written(words));

    [Theory]
    [InlineData("The army said 24-year-old Lance Naik Umar Khan and 26-year-old Sepoy Tariq Ali embraced martyrdom.", "2/-")]
    [InlineData("Those killed were Havildar Jamil Ahmed (35, resident of Swat), Sepoy Rehmat Ullah (23, from Karak) and Sepoy Adil (22), the army said.", "3/-")]
    [InlineData("Havildar Muhammad Zahid, 37, of Mardan and Sepoy Aftab Ali Shah, 29, of Chitral were killed.", "2/-")]
    [InlineData("Naik Faisal Abbas, a resident of Attock, and Sepoy Ibrar Ali, a resident of Skardu, were killed.", "2/-")]
    [InlineData("31-year-old Captain Noman Saleem, from Mianwali, and 27-year-old Naik Waqar Ahmed, from Abbottabad, laid down their lives.", "2/-")]
    public void Those_named_with_age_and_home_are_counted(string words, string figures) => Assert.Equal(figures, Written(words));

    [Theory]
    [InlineData("The spokesman claimed that one soldier was caught.", 1)]
    [InlineData("Three militants were caught during the operation, the spokesman said.", 3)]
    public void The_caught_are_captives(string words, int captured) => Assert.Equal(captured, Assert.Single(Claims(words)).Claim.Captured?.Min);

    [Theory]
    [InlineData("Two soldiers were caught in the crossfire.")]
    [InlineData("Two guards were caught by surprise.")]
    public void Caught_in_fire_is_no_captive(string words) => Assert.Empty(Claims(words));

    [Fact]
    public void Captives_stand_beside_the_killed()
    {
        var claim = Assert.Single(Claims("Six guards were killed and four captured."));
        Assert.Equal((6, 4), (claim.Claim.Killed?.Min, claim.Claim.Captured?.Min));
    }
}
