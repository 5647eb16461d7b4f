using BorderMap.Incidents.Model;

namespace BorderMap.Reports.Tests;

/// <summary>Claims by the grammar of their sentence: one sentence or two after a shelling, one rule each.</summary>
public sealed class ClaimGrammarTests
{
    private static List<DraftClaim> Claims(string words) =>
        [.. Assert.Single(Repository.Extractor.Extract(new Report($"Pakistani forces shelled the Dangam district of Kunar on Tuesday. {words}") { Published = new DateOnly(2025, 10, 16) }).Drafts).Claims.Where(claim => claim.Claim is { About: ClaimAbout.Toll, Part: ClaimPart.Total })];

    private static void HasClaim(string words, int? killed, int? injured, string? claimant = null)
    {
        var claims = Claims(words);
        Assert.True(claims.Exists(claim => claim.Claim.Killed?.Min == killed && claim.Claim.Injured?.Min == injured && (claimant is null || claim.Claimant == claimant)),
            string.Join("; ", claims.Select(claim => $"{claim.Claimant}: killed {claim.Claim.Killed?.Min}, injured {claim.Claim.Injured?.Min}, captured {claim.Claim.Captured?.Min}")));
    }

    [Theory]
    [InlineData("Nobody in the hamlet was hurt, elders said.", 0, 0)]
    [InlineData("No one on the Afghan side was hit, police said.", 0, 0)]
    [InlineData("None of the guards at the post was wounded, police said.", null, 0)]
    [InlineData("No fighter of ours died, the ministry said.", 0, null)]
    [InlineData("Police said nobody died and a herder was slightly hurt.", 0, 1)]
    [InlineData("Not a single person in the village was harmed, elders said.", 0, 0)]
    public void Nobody_with_a_phrase_behind_it_is_nought(string words, int? killed, int? injured) => HasClaim(words, killed, injured);

    [Theory]
    [InlineData("A shell killed two guards and cost a third his arm, officials said.", 2, 1)]
    [InlineData("Two guards were killed and a third lost a foot, officials said.", 2, 1)]
    [InlineData("One guard was killed; a second is in hospital, officials said.", 1, 1)]
    [InlineData("A shell killed three farmers and left a fourth blind, officials said.", 3, 1)]
    public void An_ordinal_is_one_more_of_them(string words, int? killed, int? injured) => HasClaim(words, killed, injured);

    [Theory]
    [InlineData("Four soldiers were killed, the police chief said. Three policemen were wounded, he said.", 4, null)]
    [InlineData("Four soldiers were killed, the police chief said. Three policemen were wounded, he said.", null, 3)]
    [InlineData("Six militants died, the army said. Two soldiers were injured, it said.", 6, null)]
    public void Different_forces_are_different_groups(string words, int? killed, int? injured) => HasClaim(words, killed, injured);

    [Theory]
    [InlineData("Nine were dead and 20 wounded, the hospital's director said. He had earlier spoken of four dead and twelve wounded.", 4, 12)]
    [InlineData("Nine were dead and 20 wounded, the hospital's director said. He had earlier spoken of four dead and twelve wounded.", 9, 20)]
    [InlineData("The number of dead rose to 41, hospital staff said. On Wednesday they had counted 36. Twenty people are still under treatment.", 41, 20)]
    public void An_earlier_count_is_a_claim_of_its_own(string words, int? killed, int? injured) => HasClaim(words, killed, injured);

    [Theory]
    [InlineData("A shell hit a shop, wounding its owner and a nephew, elders said.", null, 2)]
    [InlineData("A shell hit a mill, killing its caretaker, Gul Khan, and two porters, elders said.", 3, null)]
    [InlineData("Two children were cut by flying glass, police said.", null, 2)]
    [InlineData("Three women were burned by sparks, police said.", null, 3)]
    [InlineData("One family had lost a father and his son, villagers said.", 2, null)]
    [InlineData("Villagers killed in the valley now nine, police said.", 9, null)]
    [InlineData("Villagers wounded so far: six. Source: police.", null, 6)]
    [InlineData("The shells took the lives of a tailor and two muleteers, police said.", 3, null)]
    [InlineData("The death toll has gone up to 46, police said.", 46, null)]
    [InlineData("The number of dead went up to 12, police said.", 12, null)]
    [InlineData("Death toll now 12, police say.", 12, null)]
    [InlineData("A shell killed his wife and both her daughters, police said.", 3, null)]
    [InlineData("Both of the guards were wounded, police said.", null, 2)]
    [InlineData("Three people, a man, his wife and a guest, were crushed, police said.", 3, null)]
    [InlineData("Four villagers - a woman, two boys and a girl - were killed, police said.", 4, null)]
    [InlineData("Splinters fell on the roofs and one girl was hurt, police said.", null, 1)]
    public void Reads_a_figure_wherever_it_stands(string words, int? killed, int? injured) => HasClaim(words, killed, injured);

    [Theory]
    [InlineData("Two guards dead, three hurt - district police.", 2, 3, "district police")]
    [InlineData("One villager killed - hospital in Asadabad.", 1, null, "hospital in Asadabad")]
    [InlineData("State TV: three villagers killed.", 3, null, "State TV")]
    [InlineData("A figure of four killed was put out by the Kunar police.", 4, null, "the Kunar police")]
    [InlineData("Shells killed eight villagers by Mr Mujahid's reckoning.", 8, null, "Mr Mujahid")]
    [InlineData("Police: six dead, ten wounded. The group in Asadabad: 14 collaborators.", 14, null, "The group in Asadabad")]
    [InlineData("Two villagers said shells fell all night; they knew of no casualties.", 0, 0, "Two villagers")]
    public void Finds_who_is_named_beside_a_figure(string words, int? killed, int? injured, string claimant) => HasClaim(words, killed, injured, claimant);

    [Theory]
    [InlineData("Three herders were taken by a Frontier Corps patrol, elders said.", 3)]
    [InlineData("Two guards were dragged from a bus, police said.", 2)]
    public void Counts_who_is_taken_from_where_he_was(string words, int captured) => Assert.Contains(Claims(words), claim => claim.Claim.Captured?.Min == captured);

    [Fact]
    public void Who_answers_fire_says_nothing() => Assert.DoesNotContain(Claims("Our guards answered the fire and two of them were killed."), claim => claim.Claimant is "Our guards");
}
