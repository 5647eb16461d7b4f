using BorderMap.Incidents.Model;

namespace BorderMap.Reports.Tests;

/// <summary>Which figures make one claim, and which happening they are of.</summary>
public sealed class ClaimJoiningTests
{
    private static List<Draft> Drafts(string words) => [.. Repository.Extractor.Extract(new Report(words) { Published = new DateOnly(2025, 10, 16) }).Drafts];

    private static List<DraftClaim> Totals(Draft draft) => [.. draft.Claims.Where(claim => claim.Claim is { About: ClaimAbout.Toll, Part: ClaimPart.Total })];

    private static string Text(Draft draft) => string.Join("; ", draft.Claims.Select(claim => $"{claim.Claimant}: {claim.Claim.Killed?.Min} {claim.Claim.Injured?.Min}"));

    private static void HasOne(string words, int? killed, int? injured)
    {
        var draft = Assert.Single(Drafts($"Pakistani forces shelled the Dangam district of Kunar on Tuesday. {words}"));
        var claim = Assert.Single(Totals(draft));
        Assert.True(claim.Claim.Killed?.Min == killed && claim.Claim.Injured?.Min == injured, Text(draft));
    }

    [Theory]
    [InlineData("Four villagers were killed, the governor of Kunar said. The governor, Sher Agha, said that nine people had also been hurt.", 4, 9)]
    [InlineData("The Levies reported three villagers killed. Five people were wounded, the levies said.", 3, 5)]
    public void A_speaker_told_in_other_words_goes_on(string words, int? killed, int? injured) => HasOne(words, killed, injured);

    [Theory]
    [InlineData("two of his border police were wounded, and he put the Pakistani dead at six.", 2, 6)]
    [InlineData("three guards were hurt and put the number of Pakistani soldiers killed at five.", 3, 5)]
    [InlineData("four guards had been injured and estimated Pakistani casualties at nine dead.", 4, 9)]
    public void The_dead_of_a_side_that_is_named_are_none_of_those_hurt(string words, int injured, int killed)
    {
        var draft = Assert.Single(Drafts($"Afghan and Pakistani forces clashed in Jaji Maidan in Khost on Tuesday. Police chief Abdul Hanan said {words}"));
        var claims = Totals(draft);
        Assert.Equal(2, claims.Count);
        Assert.True(claims[0].Claim is { Killed: null, Injured: { } hurt } && hurt.Min == injured && claims[1].Claim is { Killed: { } dead, Injured: null, Group.Side: "PK" } && dead.Min == killed, Text(draft));
    }

    [Theory]
    [InlineData("The defence ministry in Kabul said the attack was retaliation for air strikes in Kabul and Paktika on Sunday.")]
    [InlineData("Kabul called it a \"retaliatory operation\" for explosions in Kabul on Sunday.")]
    [InlineData("The ministry said it was a response to Pakistani air raids on a market in Paktika on Sunday.")]
    [InlineData("The Taliban spoke of a response to repeated violations of their airspace.")]
    public void Figures_are_of_the_fight_and_not_of_its_ground(string ground)
    {
        var drafts = Drafts($"Taliban and Pakistani forces fought in Kunar and Paktia on Tuesday night. {ground} A spokesman said 58 Pakistani soldiers were killed and 30 wounded.");
        var home = Assert.Single(drafts, draft => Totals(draft).Count > 0);
        Assert.Equal("armed_clash", home.Kind);
        Assert.Equal((58, 30), (Totals(home)[0].Claim.Killed?.Min, Totals(home)[0].Claim.Injured?.Min));
    }

    [Fact]
    public void What_is_to_come_says_nothing_of_a_loss_before_it() => HasOne("We suffered no loss, the police spokesman said, and will answer any attack.", 0, 0);

    [Theory]
    [InlineData("A spokesman said 58 Pakistani soldiers were killed and 30 wounded. On the Taliban side nine were killed and 16 hurt, he said.")]
    [InlineData("A spokesman said 58 Pakistani soldiers were killed and 30 wounded. Of his own men, nine were killed, he said.")]
    public void Dead_of_the_other_side_are_none_of_the_hurt_before(string words) =>
        Assert.Contains(Drafts($"Taliban and Pakistani forces fought in Kunar on Tuesday night. {words}").SelectMany(Totals), claim => (claim.Claim.Killed?.Min, claim.Claim.Injured?.Min) == (58, 30));

    [Fact]
    public void What_was_written_on_a_network_ends_its_sentence() => HasOne("\"No loss on our side,\" the police spokesman posted on X. He warned that any new attack would be answered.", 0, 0);

    [Theory]
    [InlineData("A tailor was killed and three porters were burnt, police said.", 1, 3)]
    [InlineData("Watchman killed, two drivers injured, police said.", 1, 2)]
    public void Killed_and_hurt_side_by_side_are_one_claim(string words, int? killed, int? injured) => HasOne(words, killed, injured);

    [Theory]
    [InlineData("Police said two men were wounded, none dead.", 0, 2)]
    [InlineData("Police said one girl was wounded and nobody had been killed.", 0, 1)]
    [InlineData("There was no loss of life. A herder was wounded.", 0, 1)]
    public void Nobody_dead_says_nothing_of_the_hurt(string words, int? killed, int? injured) => HasOne(words, killed, injured);

    [Fact]
    public void Others_in_one_sentence_are_of_the_same_speaker() => HasOne("The governor's spokesman put the dead at two villagers; six more were hurt.", 2, 6);

    [Fact]
    public void Comrades_are_of_whoever_tells_of_them() => HasOne("A shell killed a border guard. Two of his comrades were wounded, an official in Asadabad said.", 1, 2);

    [Fact]
    public void Officials_of_two_places_are_two_speakers()
    {
        var draft = Assert.Single(Drafts("Pakistani forces shelled the Dangam district of Kunar on Tuesday. Three villagers were killed, officials in Asadabad said. Five people were wounded, officials in Jalalabad said."));
        Assert.Equal(2, Totals(draft).Count);
    }

    [Fact]
    public void Who_came_to_harm_may_be_told_before_the_deed()
    {
        var draft = Assert.Single(Drafts("KHOST - Twelve wounded and three bodies were carried into the regional hospital by Tuesday noon, its director said. A quarrel over a bunker grew into an exchange of fire at Ghulam Khan on Monday."));
        Assert.True(Totals(draft).Exists(claim => claim.Claim is { Killed.Min: 3, Injured.Min: 12 }), Text(draft));
    }

    [Fact]
    public void Those_taken_go_with_the_dead_of_their_sentence()
    {
        var draft = Assert.Single(Drafts("Security forces intercepted militants attempting infiltration from Afghanistan at Ghulam Khan on Tuesday: six militants were killed and two were apprehended alive, the army said."));
        Assert.True(Totals(draft).Exists(claim => claim.Claim is { Killed.Min: 6, Captured.Min: 2 }), Text(draft));
    }

    [Fact]
    public void Fire_since_an_hour_is_no_sum_over_years() => Assert.Single(Drafts("Artillery duel since 11 at Angoor Adda, South Waziristan, on Tuesday. Police: two constables injured."));
}
