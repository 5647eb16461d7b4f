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
    [InlineData("two villagers were killed", 2, 2)]
    [InlineData("three shepherds were killed", 3, 3)]
    [InlineData("two aid workers were killed", 2, 2)]
    [InlineData("four local residents were killed", 4, 4)]
    [InlineData("two nurses were killed", 2, 2)]
    [InlineData("a shell killed two men, a doctor in the district clinic said, adding", 2, 2)]
    [InlineData("another four were killed", 4, 4)]
    [InlineData("the army pulled out, but six men, not seven, were killed", 6, 6)]
    [InlineData("nine children - five boys and four girls - and a woman were killed", 10, 10)]
    [InlineData("the families of two guards fled and cattle of three families perished, while two women were killed", 2, 2)]
    [InlineData("a shell landed on a house, killing a woman and her two children", 3, 3)]
    [InlineData("a family of five was killed", 5, 5)]
    [InlineData("a man, his wife and their three daughters were killed", 5, 5)]
    [InlineData("two members of a patrol and a shepherd were killed", 3, 3)]
    [InlineData("the shelling claimed two lives", 2, 2)]
    [InlineData("shells killed two villagers and four buffaloes", 2, 2)]
    [InlineData("Havildar Muhammad Aslam (age 38 years, resident of District Mardan) and Sepoy Zahid Ullah (age 24 years), having fought gallantly, embraced martyrdom", 2, 2)]
    [InlineData("two soldiers, Havildar Muhammad Aslam and Sepoy Zahid Ullah, were martyred", 2, 2)]
    [InlineData("the army lost nine soldiers", 9, 9)]
    [InlineData("five bodies were recovered", 5, 5)]
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

    /// <summary>The verbs and nouns that news writes for what happens at a border, active and passive.</summary>
    [Theory]
    [InlineData("Mortar rounds rained down on villages in the Dangam district of Kunar on Tuesday, residents said.", "shelling")]
    [InlineData("Afghan and Pakistani troops battled for hours in the Dangam district of Kunar on Tuesday.", "armed_clash")]
    [InlineData("Fighting broke out between Afghan and Pakistani guards in the Dangam district of Kunar on Tuesday.", "armed_clash")]
    [InlineData("Pakistani guards sprayed bullets at farmers in the Dangam district of Kunar on Tuesday.", "cross_border_fire")]
    [InlineData("Pakistani jets flattened a house in the Dangam district of Kunar on Tuesday.", "airstrike")]
    [InlineData("A quadcopter released a grenade over a market in the Dangam district of Kunar on Tuesday.", "drone_strike")]
    [InlineData("Militants from Afghanistan assailed a border post at Angoor Adda on Tuesday.", "ground_attack")]
    [InlineData("Taliban fighters took control of two Pakistani outposts opposite the Goshta district on Tuesday.", "post_capture")]
    [InlineData("The Torkham crossing remained shuttered on Tuesday.", "crossing_closure")]
    [InlineData("Torkham, Spin Boldak and Ghulam Khan remain closed to traffic since 12 October.", "crossing_closure")]
    [InlineData("The Kharlachi gate was thrown open to trade on Tuesday.", "crossing_reopening")]
    [InlineData("Taliban guards ripped out a stretch of the border fence in the Gurbuz district of Khost on Tuesday.", "fence_dispute")]
    [InlineData("Pakistan and the Afghan Taliban agreed on Tuesday to a 48-hour halt in fighting.", "ceasefire")]
    [InlineData("Gunmen from across the border led away three shepherds in the Dand Patan district of Paktia on Tuesday.", "abduction")]
    public void Knows_what_happened_by_the_words_that_news_writes(string text, string kind) => Assert.Equal(kind, One(text).Kind);

    [Theory]
    [InlineData("One mechanic was killed and three were hurt (district hospital).", "district hospital")]
    [InlineData("Taliban: one killed, three wounded.", "Taliban")]
    [InlineData("One guard was killed and three were hurt, per the deputy commissioner.", "deputy commissioner")]
    [InlineData("Two officials, speaking on condition of anonymity because they were not authorised to talk to the media, said one guard was killed and three were hurt.", "Two officials")]
    public void Finds_who_claims_a_toll(string words, string claimant)
    {
        var claim = Assert.Single(One($"Pakistani forces shelled the Dangam district of Kunar on Tuesday. {words}").Claims, claim => claim.Claim is { About: ClaimAbout.Toll, Part: ClaimPart.Total });

        Assert.Equal((1, 3, claimant), (claim.Claim.Killed!.Min, claim.Claim.Injured!.Min, claim.Claimant));
    }

    [Fact]
    public void Every_place_with_its_own_toll_is_a_happening()
    {
        var drafts = Extract("Pakistani air strikes hit Nangarhar and Kunar on Tuesday night.\n\nIn Achin district, Nangarhar, 12 civilians were killed. In Dangam district, Kunar, seven civilians were killed and nine injured.").Drafts;

        Assert.Contains(drafts, draft => draft.Places.Any(place => place.Words == "Dangam") && draft.Claims.Any(claim => claim.Claim is { Killed.Min: 7, Injured.Min: 9 }));
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
    [InlineData("Kabul hosted a meeting on Tuesday at which the attacks in Kunar were discussed.")]
    [InlineData("Five soldiers were killed when their vehicle plunged into a ravine in the Kurram district near the Afghan border on Tuesday.")]
    [InlineData("Air or drone strikes inside Paktika, Khost and Nangarhar are likely.")]
    [InlineData("During the Soviet years rockets fell on the border villages of Kunar almost every week.")]
    [InlineData("Iranian border guards opened fire on migrants in the Kang district of Nimroz on Tuesday, killing two.")]
    public void Makes_no_draft_of_what_did_not_happen_at_the_border(string text) => Assert.Empty(Extract(text).Drafts);

    [Theory]
    [InlineData("Two guards were wounded, Mawlawi Kabul Jan said.", "Mawlawi Kabul Jan")]
    [InlineData("According to the Dangam hospital, two guards were wounded.", "the Dangam hospital")]
    [InlineData("\"Two guards were wounded,\" said Najib Hanif, the head of the information department.", "Najib Hanif, the head of the information department")]
    [InlineData("The ISPR claimed that two guards were wounded.", "The ISPR")]
    [InlineData("Tolo News quoted the Dangam police chief as saying two guards were wounded.", "the Dangam police chief")]
    [InlineData("The police chief was quoted as saying that two guards were wounded.", "The police chief")]
    [InlineData("Two guards were wounded, Reuters reported, citing two hospital officials.", "two hospital officials")]
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

    [Theory]
    [InlineData("The toll rose to 12 from 9 on Wednesday, the governor said.")]
    [InlineData("The death toll has risen from nine to 12, the governor said.")]
    [InlineData("The governor raised the toll to 12, up from an earlier count of nine.")]
    public void A_toll_that_rose_is_one_claim_and_the_earlier_count_is_superseded(string sentence)
    {
        var claims = One($"Pakistani jets struck the Spera district of Khost on Tuesday. {sentence}").Claims;

        var now = Assert.Single(claims, claim => claim.Claim.Killed?.Min == 12);
        var earlier = Assert.Single(claims, claim => claim.Claim.Killed?.Min == 9);
        Assert.Equal((earlier.Claim.Id, null), (now.Claim.Supersedes, earlier.Claim.Supersedes));
        Assert.Equal(2, claims.Count);
    }

    [Theory]
    [InlineData("The Torkham crossing remained closed for a third consecutive day, officials said.", "2025-10-14")]
    [InlineData("The Torkham crossing stayed shut on Wednesday for the fifth straight day, officials said.", "2025-10-11")]
    [InlineData("The closure of the Torkham crossing entered its tenth day, officials said.", "2025-10-07")]
    [InlineData("The Torkham crossing has been closed for 12 days, officials said.", "2025-10-04")]
    public void A_closure_begins_so_many_days_before(string text, string start)
    {
        var date = One(text).Date.Date;

        Assert.Equal((DateOnly.Parse(start), Day), (date.Start, date.End));
    }

    [Fact]
    public void Posts_that_are_captured_are_no_captured_people()
    {
        var draft = One("Afghan forces captured two outposts along the Durand Line in the Dangam district of Kunar on Tuesday and took 20 Pakistani border posts, the ministry said.");

        Assert.DoesNotContain(draft.Claims, claim => claim.Claim.About is ClaimAbout.Toll);
    }

    [Fact]
    public void Soldiers_who_embraced_martyrdom_are_Pakistans()
    {
        var draft = One("Terrorists from across the border attacked a check post in the Bajaur district on Tuesday. Three soldiers embraced martyrdom.");

        Assert.Equal(("PK", 3), (Assert.Single(draft.Claims).Claim.Group!.Side, draft.Claims[0].Claim.Killed!.Min));
    }

    [Fact]
    public void A_total_tells_its_period_and_its_places()
    {
        var total = Assert.Single(Extract("Since January 2025 the mission has recorded 103 civilian deaths from cross-border shelling in Kunar and Khost.").Totals).Claim.Claim;

        Assert.Equal(new Period(new DateOnly(2025, 1, 1), Day), total.Period);
        Assert.Equal(2, total.Places.Count);
    }

    [Theory]
    [InlineData("KABUL, Oct 16 (Reuters) - Pakistani jets struck the Spera district of Khost on Tuesday.", "Reuters")]
    [InlineData("Pakistani jets struck the Spera district of Khost on Tuesday, a resident told AFP.", "AFP")]
    [InlineData("Pakistani jets struck the Spera district of Khost on Tuesday, officials said.\n\n(With input from AP)", "AP")]
    [InlineData("Pakistani jets struck the Spera district of Khost on Tuesday, officials said.", null)]
    public void Finds_whose_reporting_a_text_is(string text, string? agency) => Assert.Equal(agency, Extract(text).Origin?.Agency);
}
