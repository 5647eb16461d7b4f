using BorderMap.Incidents.Model;

namespace BorderMap.Reports.Tests;

/// <summary>Who is meant by "he", by "the statement", or by nobody, and whose figures are only doubted.</summary>
public sealed class SpeakerBehindTests
{
    private static List<DraftClaim> Claims(string report) =>
        [.. Repository.Extractor.Extract(new Report(report) { Published = new DateOnly(2025, 10, 15) }).Drafts.SelectMany(draft => draft.Claims).Where(claim => claim.Claim.About is ClaimAbout.Toll)];

    private static string Text(string report) => string.Join("; ", Claims(report).Select(claim => $"{claim.Claimant}: {claim.Claim.Killed?.Min} {claim.Claim.Injured?.Min}"));

    [Theory]
    [InlineData("A teenage boy suffered shrapnel wounds and his father was killed, he added.")]
    [InlineData("An old woman lost her life in the shelling, he told reporters.")]
    [InlineData("A farmer and his wife succumbed to their wounds, he said.")]
    [InlineData("A border policeman embraced martyrdom, he added.")]
    public void Who_was_harmed_is_not_who_speaks(string words) =>
        Assert.Equal("Rahmatullah Nasiri, the governor's spokesman", Claims($"Rahmatullah Nasiri, the governor's spokesman, said 20 mortar shells hit Sarkano district of Kunar on Tuesday. {words}")[^1].Claimant);

    [Theory]
    [InlineData("\"Three terrorists were killed in the retaliatory fire,\" the statement said.")]
    [InlineData("As per the press release, three terrorists were killed when troops hit back.")]
    [InlineData("Three terrorists were killed, said the communique.")]
    public void A_statement_is_its_issuers(string words) => Assert.Equal("the ISPR", Claims($"KHAR: Firing from Afghanistan hit a post in Bajaur on Tuesday, the ISPR said. {words}")[^1].Claimant);

    [Theory]
    [InlineData("Two children were killed when a shell hit a house in Baizai tehsil of Mohmand on Tuesday. The shell came from across the border, police said.", "police")]
    [InlineData("Three men were wounded by a mortar shell in Baizai tehsil of Mohmand on Tuesday. According to residents, it was fired from the Afghan side.", "residents")]
    [InlineData("A shell fired from Afghanistan hit a mosque in Baizai tehsil of Mohmand on Tuesday, leaving two worshippers dead.\n\nOfficials said the mosque was damaged badly.", "Officials")]
    public void Who_speaks_first_behind_it_says_it(string report, string claimant) => Assert.Equal(claimant, Assert.Single(Claims($"MOHMAND: {report}")).Claimant);

    [Theory]
    [InlineData("called the figure of five dead a fabrication and said two men were hurt.")]
    [InlineData("said two soldiers had been wounded, and that talk of five killed was propaganda.")]
    [InlineData("said two men had been wounded and dismissed the report of five deaths as baseless.")]
    public void A_figure_that_is_doubted_is_the_other_sides(string words) =>
        Assert.Equal("Abdul Basir, the police spokesman: 5 ; Pakistani officials in Zhob:  2", Text($"Abdul Basir, the police spokesman, said five Pakistani soldiers were killed in a clash in Shamulzai district of Zabul on Tuesday. Pakistani officials in Zhob {words}"));

    [Fact]
    public void Wounded_admitted_to_a_ward_are_no_earlier_count() =>
        Assert.Equal("Doctors: 6 30", Text("Pakistani jets bombed Behsud district of Nangarhar on Tuesday. Doctors said they had admitted 30 wounded men and boys after the bombing. Six people were dead on arrival."));

    [Theory]
    [InlineData("Mortar shells from the Afghan side hit Baizai in Mohmand on Tuesday. 3 FC KIA, 1 WIA per mil src.", "mil src")]
    [InlineData("Mortar shells from the Afghan side hit Baizai in Mohmand on Tuesday. Two civilians dead, per local sources.", "local sources")]
    [InlineData("Asad Gul, a porter at Torkham, tells Reuters that shells hit the yard on Tuesday and killed two men.", "Asad Gul, a porter at Torkham")]
    [InlineData("Khost Voice | channel\n\nFriends, news from Alisher: on Tuesday night shells of the Pakistani army fell on Alisher in Khost. We counted three dead and five wounded.", "Khost Voice")]
    public void A_source_is_found_where_it_stands(string report, string claimant) => Assert.Equal(claimant, Claims(report)[^1].Claimant);
}
