using BorderMap.Incidents.Model;

namespace BorderMap.Reports.Tests;

/// <summary>Who says how many came to harm: one sentence after a shelling, one rule each.</summary>
public sealed class ClaimTests
{
    private static List<DraftClaim> Claims(string words) =>
        [.. Assert.Single(Repository.Extractor.Extract(new Report($"Pakistani forces shelled the Dangam district of Kunar on Tuesday. {words}") { Published = new DateOnly(2025, 10, 16) }).Drafts).Claims.Where(claim => claim.Claim is { About: ClaimAbout.Toll, Part: ClaimPart.Total })];

    [Theory]
    [InlineData("Four soldiers fell, officials said.", 4)]
    [InlineData("Four villagers lay dead, officials said.", 4)]
    [InlineData("Four soldiers were sent out of this world, officials said.", 4)]
    [InlineData("Four soldiers drank the sherbet of martyrdom, officials said.", 4)]
    [InlineData("04 x sepoys shaheed, officials said.", 4)]
    [InlineData("Shells wiped out a couple and their two sons, officials said.", 4)]
    [InlineData("Gul Khan and his three sons were martyred, officials said.", 4)]
    [InlineData("A farmer, a man of sixty called Gul Khan, was killed, officials said.", 1)]
    [InlineData("Four bodies of guards had been brought in, officials said.", 4)]
    [InlineData("The hospital has raised its count to 4 dead.", 4)]
    [InlineData("Dead: 4. Source: officials.", 4)]
    [InlineData("Villagers said they had buried four, among them an infant.", 4)]
    [InlineData("Pakistan lost 4 men and 30 others were wounded, officials said.", 4)]
    [InlineData("None killed, officials said.", 0)]
    [InlineData("Not one guard was killed, officials said.", 0)]
    [InlineData("No one died, officials said.", 0)]
    [InlineData("Nobody was touched, officials said.", 0)]
    [InlineData("All returned unharmed, officials said.", 0)]
    public void Counts_the_dead_by_any_word(string words, int killed) => Assert.Equal((killed, killed), (Assert.Single(Claims(words)).Claim.Killed!.Min, Claims(words)[0].Claim.Killed!.Max));

    [Theory]
    [InlineData("Two hundred-plus soldiers were killed, officials said.", 200, null)]
    [InlineData("20 or more soldiers were killed, officials said.", 20, null)]
    public void Reads_what_is_added_to_a_number(string words, int min, int? max) => Assert.Equal((min, max), (Assert.Single(Claims(words)).Claim.Killed!.Min, Claims(words)[0].Claim.Killed!.Max));

    [Theory]
    [InlineData("Nine soldiers were killed, the ministry said; the hospital put it at 15.", 15, "the hospital")]
    [InlineData("Nine soldiers were killed, the ministry said. The army had spoken of 15.", 15, "The army")]
    [InlineData("At the clinic in Asadabad a doctor who asked not to be named had counted nine dead.", 9, "a doctor")]
    [InlineData("A little-known group, Ittehadul Mujahideen, owned up and claimed that 22 soldiers had perished.", 22, "A little-known group, Ittehadul Mujahideen")]
    [InlineData("Mujahid's tally for the whole line: 52 soldiers dead.", 52, "Mujahid")]
    [InlineData("Toll, per Tolo: one guard dead.", 1, "Tolo")]
    [InlineData("ISPR: 3 soldiers martyred.", 3, "ISPR")]
    [InlineData("Dangam police: none killed.", 0, "Dangam police")]
    [InlineData("The military in Asadabad, which had spoken of 11 dead, put its dead at 19.", 19, "The military in Asadabad")]
    [InlineData("The deputy police chief gave a different account: 15 guards were killed.", 15, "The deputy police chief")]
    public void Ties_a_figure_to_who_gives_it(string words, int killed, string claimant) =>
        Assert.Contains(Claims(words), claim => claim.Claim.Killed?.Min == killed && claim.Claimant == claimant);

    [Theory]
    [InlineData("The soldiers fell back, officials said.")]
    [InlineData("A spokesman claimed soldiers had come.")]
    [InlineData("One man was pulled alive from the rubble.")]
    public void Counts_nobody_who_came_to_no_harm(string words) => Assert.Empty(Claims(words));

    [Fact]
    public void Reads_a_table_by_the_letters_of_its_legend_and_its_caption()
    {
        var drafts = Repository.Extractor.Extract(new Report("Verified by field teams, October 2025. K = killed, I = injured\n\n14 Oct; Nazyan, Nangarhar; air strike on a house; K 4; I 11\n15 Oct; Barmal, Paktika; mortar fire; K 0; I 3\n") { Published = new DateOnly(2025, 10, 16) }).Drafts;

        Assert.Equal([(4, 11, "field teams"), (0, 3, "field teams")], drafts.Select(draft => draft.Claims[0]).Select(claim => (claim.Claim.Killed!.Min, claim.Claim.Injured!.Min, claim.Claimant)));
    }
}
