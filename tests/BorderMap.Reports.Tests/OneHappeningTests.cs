using BorderMap.Incidents.Model;

namespace BorderMap.Reports.Tests;

/// <summary>Tellings that are one happening, and whose figures are whose: one rule each.</summary>
public sealed class OneHappeningTests
{
    private static Extraction Extract(string text) => Repository.Extractor.Extract(new Report(text) { Published = new(2025, 10, 16) });

    private static string Told(string text) => string.Join("; ", Extract(text).Drafts.Select(draft =>
        $"{draft.Kind} {string.Join('+', draft.Places.Select(place => place.Place.Name))} {string.Join(',', draft.Claims.Where(claim => claim.Claim.About is ClaimAbout.Toll).Select(claim => $"{claim.Claim.Killed?.Max}/{claim.Claim.Injured?.Max}"))}".Trim()));

    [Fact]
    public void Places_that_face_each_other_over_the_line_are_one_fight() =>
        Assert.Single(Extract("Guards of both sides traded heavy fire at Angoor Adda on Tuesday. Four soldiers were wounded, a doctor in Wana said. In Barmal, Taliban officials said, the posts were fired upon as well and two guards were killed.").Drafts);

    [Theory]
    [InlineData("Taliban guards pulled down the border fence near Shorabak on Tuesday. Nobody was hurt, elders said.", "0/0")]
    [InlineData("Gunmen abducted two Levies men at the border near Badini on Tuesday and took them into Afghanistan. A constable was wounded, officials said.", "/1")]
    public void Who_came_to_harm_over_a_fence_or_at_an_abduction_goes_with_it(string text, string toll) => Assert.Contains(toll, Told(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("Troops clashed with infiltrators at Ghulam Khan on Tuesday, killing nine of them, officials said. Three soldiers were wounded, they said.", "9/,/3")]
    [InlineData("Taliban fighters attacked a post at Ghulam Khan on Tuesday. The governor said five soldiers were killed, and on his side two men were wounded.", "5/,/2")]
    [InlineData("Jets bombed a house in Spera, Khost, on Tuesday. The minister said that 15 militants were killed, not one civilian harmed.", "15/,0/0")]
    public void Figures_of_the_two_sides_are_claims_of_their_own(string text, string tolls) => Assert.Contains(tolls, Told(text), StringComparison.Ordinal);

    [Fact]
    public void A_line_of_a_ticker_goes_on_with_the_place_of_a_line_above() =>
        Assert.Single(Extract("NEWS CRAWL, 16 OCTOBER\n* Afghan forces open fire on posts at Kharlachi on Wednesday night\n* Four soldiers martyred in repulsing attack: ISPR\n* Wheat price up again\n* Fog on the motorway").Drafts);

    [Theory]
    [InlineData("FLASH: Firing under way at Chaman, say residents\nFLASH: Afghan forces fired first at Chaman - officials\nFLASH: Six Afghan soldiers killed in clash at Chaman - officials\n\nPakistani and Afghan forces exchanged heavy fire at Chaman on Wednesday, officials said, adding that six Afghan soldiers had been killed.")]
    [InlineData("BREAKING: Heavy exchange of fire at Kharlachi - sources\nUPDATE: Afghan fighters attack post at Kharlachi - sources\n\nAfghan fighters attacked a Pakistani post at Kharlachi on Wednesday and wounded three soldiers, security sources said.")]
    public void A_story_tells_what_the_ticker_above_it_flashed(string text) => Assert.Single(Extract(text).Drafts);

    [Theory]
    [InlineData("Afghan and Pakistani forces clashed at Kharlachi on Tuesday. The forces began shooting at each other after a Pakistani drone crossed into Paktia, a Taliban official said.")]
    [InlineData("Guards of both sides exchanged fire near Ghulam Khan on Tuesday, police said. Soldiers started shooting when a drone flew over the gate, they said.")]
    public void A_drone_that_was_the_cause_of_shooting_was_not_shot_down(string text) => Assert.DoesNotContain("drone_shootdown", Told(text), StringComparison.Ordinal);

    [Fact]
    public void A_list_of_harm_is_of_what_the_sentence_above_it_tells() =>
        Assert.StartsWith("shelling Gurbuz 10/4", Told("Pakistani forces fired mortars into Gurbuz district on Tuesday, the Khost police said.\n\n- ten civilians were killed\n- four people were wounded\n- four houses were damaged\n\nThe shelling came from a post at Angoor Adda, they said."), StringComparison.Ordinal);

    [Fact]
    public void One_more_shell_is_of_the_same_fire() =>
        Assert.Single(Extract("A shell fired from across the border hit a house in Dangam, Kunar, on Tuesday and killed a woman, residents said. A second shell fell in a field and did no harm.").Drafts);

    [Fact]
    public void What_no_sentence_gives_a_place_is_where_the_text_was_before() =>
        Assert.Contains("Angoor Adda crossing 1/", Told("The Angoor Adda crossing was reopened on Wednesday, traders said. Some 300 people passed. Tea was served. Wheat was sold. During the cross-border firing on Sunday night a shopkeeper was killed in the bazaar, an elder said."), StringComparison.Ordinal);

    [Fact]
    public void A_fight_that_began_days_before_is_one_with_its_last_night()
    {
        var clash = Assert.Single(Extract("Afghan and Pakistani guards clashed near Kharlachi on Wednesday. The clashes, which began on Sunday, have killed two guards, police said.").Drafts);
        Assert.Equal((new DateOnly(2025, 10, 12), new DateOnly(2025, 10, 15)), (clash.Date!.Date.Start!.Value, clash.Date.Date.End!.Value));
    }

    [Fact]
    public void What_only_dates_another_deed_draws_none_of_its_tolls() =>
        Assert.StartsWith("armed_clash Ghulam Khan", Told("Afghan and Pakistani forces clashed at Ghulam Khan on Tuesday, a day after firing began at Kharlachi. Two soldiers were killed, an official said.").Split("; ").First(told => told.Contains("2/", StringComparison.Ordinal)), StringComparison.Ordinal);

    [Theory]
    [InlineData("Pakistani and Afghan forces traded fire along the frontier late on Tuesday, officials said.\n\nA Taliban spokesman said the Pakistani military launched attacks in the Spin Boldak district of Kandahar. Islamabad said Afghan troops had opened fire near Chaman.\n\nThe governor's office in Kandahar said two civilians were killed and five injured.", "2/5")]
    [InlineData("Border guards of the two countries clashed at Torkham on Tuesday night, residents said.\n\nMortar shells were fired at the Torkham bazaar until midnight, killing two porters, the head of the health department in Nangarhar said.", "2/")]
    [InlineData("Heavy fighting erupted on Tuesday between the Taliban and Pakistani troops in Dand-e-Patan district of Paktia province over a new post.\n\nIn Kurram, police said, three soldiers were killed when their position was fired at from the Afghan side on Tuesday.", "3/")]
    public void A_fight_told_in_other_words_with_its_dead_is_one(string text, string toll) => Assert.EndsWith(toll, Assert.Single(Told(text).Split("; ")), StringComparison.Ordinal);

    [Theory]
    [InlineData("From our side two mujahideen were martyred and four wounded, may God accept them.", "2/4")]
    [InlineData("Two soldiers were martyred and four wounded, may their souls rest in peace.", "2/4")]
    [InlineData("Two of the guards, may Allah accept their sacrifice, were martyred.", "2/")]
    public void A_prayer_for_the_dead_is_no_doubt_of_them(string sentence, string toll) =>
        Assert.EndsWith(toll, Told($"Pakistani forces shelled posts in Gurbuz district, Khost, on Tuesday. {sentence}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("Drone attacks on houses in Nangarhar and Khost killed three children on Tuesday, officials said.\n\nIn Achin district of Nangarhar a drone hit a house and two women were wounded.\n\nIn Spera, Khost, three children were killed.", "Achin; Spera")]
    [InlineData("Pakistani air strikes hit the provinces of Khost and Kunar on Tuesday.\n\nIn Spera district of Khost 41 people were killed. In Dangam district of Kunar six people were killed.", "Kunar; Spera")]
    public void Provinces_told_together_and_then_each_with_its_place_are_two(string text, string places) =>
        Assert.Equal(places, string.Join("; ", Extract(text).Drafts.Select(draft => draft.Places[0].Place.Name).Order(StringComparer.Ordinal)));
}
