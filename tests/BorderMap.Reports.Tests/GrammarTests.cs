using BorderMap.Incidents.Model;

namespace BorderMap.Reports.Tests;

/// <summary>Single sentences: one rule each.</summary>
public sealed class GrammarTests
{
    private static readonly DateOnly Day = new(2025, 10, 16);

    private static Extraction Extract(string text) => Repository.Extractor.Extract(new Report(text) { Published = Day });

    private static Draft One(string text) => Assert.Single(Extract(text).Drafts);

    [Theory]
    [InlineData("at least 20 soldiers were killed", 20, null)]
    [InlineData("more than 20 soldiers were killed", 20, null)]
    [InlineData("up to 20 soldiers were killed", 0, 20)]
    [InlineData("between 15 and 20 soldiers were killed", 15, 20)]
    [InlineData("15-20 soldiers were killed", 15, 20)]
    [InlineData("twenty-five soldiers were killed", 25, 25)]
    [InlineData("two dozen soldiers were killed", 24, 24)]
    [InlineData("about 20 soldiers were killed", 20, 20)]
    [InlineData("dozens of soldiers were killed", null, null)]
    [InlineData("no one was killed", 0, 0)]
    [InlineData("a woman and two children were martyred", 3, 3)]
    [InlineData("five of the seven soldiers were killed", 5, 5)]
    [InlineData("ten civilians, among them two children, were killed", 10, 10)]
    [InlineData("one soldier lost his life", 1, 1)]
    [InlineData("the death toll has risen to 12", 12, 12)]
    [InlineData("the shells killed a 12-year-old boy", 1, 1)]
    [InlineData("four militants were sent to hell", 4, 4)]
    public void Reads_how_many_were_killed(string words, int? min, int? max)
    {
        var claim = Assert.Single(One($"Pakistani forces shelled the Dangam district of Kunar on Tuesday and {words}, officials said.").Claims, claim => claim.Claim is { About: ClaimAbout.Toll, Part: ClaimPart.Total });

        Assert.Equal((min, max), (claim.Claim.Killed!.Min, claim.Claim.Killed.Max));
    }

    [Theory]
    [InlineData("on Tuesday", "2025-10-14", "2025-10-14", DatePrecision.Day)]
    [InlineData("on Tuesday night", "2025-10-14", "2025-10-15", DatePrecision.Range)]
    [InlineData("overnight", "2025-10-15", "2025-10-16", DatePrecision.Range)]
    [InlineData("yesterday", "2025-10-15", "2025-10-15", DatePrecision.Day)]
    [InlineData("two days ago", "2025-10-14", "2025-10-14", DatePrecision.Day)]
    [InlineData("on October 11", "2025-10-11", "2025-10-11", DatePrecision.Day)]
    [InlineData("on the night of 11-12 October", "2025-10-11", "2025-10-12", DatePrecision.Range)]
    [InlineData("on 11/10/2025", "2025-10-11", "2025-10-11", DatePrecision.Day)]
    [InlineData("on 2025-10-11", "2025-10-11", "2025-10-11", DatePrecision.Day)]
    [InlineData("on 19 Mizan 1404", "2025-10-11", "2025-10-11", DatePrecision.Day)]
    [InlineData("last week", "2025-10-04", "2025-10-10", DatePrecision.Week)]
    public void Reads_when(string words, string start, string end, DatePrecision precision)
    {
        var date = One($"Pakistani forces shelled the Dangam district of Kunar {words}, officials said.").Date.Date;

        Assert.Equal((DateOnly.Parse(start), DateOnly.Parse(end), precision), (date.Start, date.End, date.Precision));
    }

    [Theory]
    [InlineData("Officials warned that fighting could break out in the Dangam district of Kunar on Friday.")]
    [InlineData("Residents of Dangam in Kunar fear that Pakistani forces will shell the district again.")]
    [InlineData("The ministry urged Pakistan to stop shelling the Dangam district of Kunar.")]
    [InlineData("Delegates in Doha discussed clashes in the Dangam district of Kunar.")]
    [InlineData("Over the past two decades, Pakistani forces have shelled the Dangam district of Kunar many times.")]
    [InlineData("If Pakistani forces shell the Dangam district of Kunar, the army will answer, the minister said.")]
    [InlineData("No shelling was reported in the Dangam district of Kunar on Tuesday.")]
    [InlineData("A left-over Soviet mine killed two boys in the Dangam district of Kunar on Tuesday.")]
    [InlineData("Iranian border guards opened fire on migrants in the Kang district of Nimroz on Tuesday, killing two.")]
    public void Makes_no_draft_of_what_did_not_happen_at_the_border(string text) => Assert.Empty(Extract(text).Drafts);

    [Theory]
    [InlineData("Two guards were wounded, Mawlawi Kabul Jan said.", "Mawlawi Kabul Jan")]
    [InlineData("According to the Dangam hospital, two guards were wounded.", "the Dangam hospital")]
    [InlineData("\"Two guards were wounded,\" said Najib Hanif, the head of the information department.", "Najib Hanif, the head of the information department")]
    [InlineData("The ISPR claimed that two guards were wounded.", "The ISPR")]
    public void Reads_who_says_so(string sentence, string claimant)
    {
        var draft = One($"Clashes erupted between Afghan and Pakistani forces in the Dangam district of Kunar on Tuesday. {sentence}");

        Assert.Equal(claimant, Assert.Single(draft.Claims).Claimant);
    }

    [Fact]
    public void A_total_over_a_longer_time_belongs_to_an_episode_and_not_to_a_draft()
    {
        var extraction = Extract("Since January 2025 the mission has recorded 103 civilian deaths from cross-border shelling in Kunar.");

        Assert.Empty(extraction.Drafts);
        Assert.Equal(103, Assert.Single(extraction.Totals).Claim.Claim.Killed?.Min);
    }

    [Fact]
    public void One_clash_at_many_places_is_one_draft()
    {
        var draft = One("Clashes broke out between Afghan and Pakistani forces in Paktia, Paktika, Khost and Kunar provinces on Saturday night.");

        Assert.Equal(["Paktia", "Paktika", "Khost", "Kunar"], draft.Places.Select(place => place.Words));
    }

    [Fact]
    public void Reads_what_was_captured_and_destroyed()
    {
        var draft = One("Afghan forces captured 25 Pakistani posts and destroyed two tanks in the Dangam district of Kunar on Tuesday, the defence ministry in Kabul said.");

        var claim = Assert.Single(draft.Claims, claim => claim.Claim.About is ClaimAbout.Objects);
        Assert.Equal([new ClaimedObject("post", ObjectEffect.Captured, 25, 25), new ClaimedObject("tank", ObjectEffect.Destroyed, 2, 2)], claim.Claim.Objects);
        Assert.Equal("the defence ministry in Kabul", claim.Claimant);
    }
}
