namespace BorderMap.Reports.Tests;

/// <summary>Exercises and withdrawn copy, what followed a deed, raids of aircraft, days in words, men who came from across.</summary>
public sealed class FrameAndSequelTests
{
    private static readonly DateOnly Day = new(2025, 10, 16);

    private static Extraction Extract(string text) => Repository.Extractor.Extract(new Report(text) { Published = Day });

    [Theory]
    [InlineData("EXERCISE MESSAGE. Militants attacked a border post near Ghulam Khan on Tuesday and killed three soldiers.")]
    [InlineData("In this scenario a patrol is ambushed near Torkham on Tuesday by men from Afghanistan; four soldiers were killed.")]
    [InlineData("Troops stormed a mock fort at Chaman on Tuesday and killed ten intruders from Afghanistan. Blank ammunition was used.")]
    [InlineData("KILL 1420: Mortars hit Sarkano in Kunar on Tuesday. Please do not use.")]
    [InlineData("Mortar shells fell on Dangam, Kunar, on Tuesday, killing two. Do not publish.")]
    [InlineData("CORRECTION: A paragraph about shelling of Dangam in Kunar on Tuesday has been deleted.")]
    [InlineData("A three-day truce between Pakistan and Afghanistan expired on Tuesday.")]
    [InlineData("The truce between Pakistan and the Taliban had collapsed by Tuesday.")]
    [InlineData("Pakistan mourned those killed in Tuesday's attack on a mosque in Kabul.")]
    public void Tells_of_no_deed(string text) => Assert.Empty(Extract(text).Drafts);

    [Theory]
    [InlineData("Pakistani jets bombed a house in Khost on Tuesday. Two more people died in raids on Paktika.", "airstrike")]
    [InlineData("Three shepherds were taken by gunmen from their camp near Qamar Din Karez on Tuesday and driven across the border.", "abduction")]
    [InlineData("Scouts stopped four men who had crossed near Arandu without visas on Tuesday.", "detention")]
    [InlineData("PAK arty, 6 rds, at 34.870N 71.238E (Marawara, Kunar), on Tuesday.", "shelling")]
    [InlineData("Tuesday: heavy HMG exchange at Ghakhi Pass, Bajaur Scouts and Taliban.", "armed_clash")]
    public void Reads_the_kind(string text, string kind)
    {
        var drafts = Extract(text).Drafts;

        Assert.NotEmpty(drafts);
        Assert.All(drafts, draft => Assert.Equal((kind, new DateOnly(2025, 10, 14)), (draft.Kind, draft.Date.Date.Start)));
    }

    [Theory]
    [InlineData("Guards exchanged fire at Torkham on the ninth of October.", "2025-10-09")]
    [InlineData("Pakistani artillery shelled Dangam in Kunar on the twenty-first of September.", "2025-09-21")]
    [InlineData("Taliban fighters cut the fence at Shorabak on Sunday and told the soldiers to leave, a spokesman said on Wednesday.", "2025-10-12")]
    public void Reads_the_day(string text, string day) => Assert.Equal(DateOnly.Parse(day), Assert.Single(Extract(text).Drafts).Date.Date.Start);

    [Theory]
    [InlineData("A mortar shell from Afghanistan hit a post at Ghulam Khan on Tuesday. Officials spoke of two wounded.\n\nShortly afterwards bullets from across the border wounded a boy.", "Ghulam Khan")]
    [InlineData("Pakistani jets struck in eastern Afghanistan on Tuesday.\n\nIn Bati Kot district of Nangarhar, men were clearing rubble. Police said nine people were dead.", "Bati Kot")]
    public void Places_what_followed_where_it_began(string text, string place)
    {
        var drafts = Extract(text).Drafts;

        Assert.NotEmpty(drafts);
        Assert.All(drafts, draft => Assert.Contains(place, draft.Places[0].Place!.Name, StringComparison.Ordinal));
    }

    [Fact]
    public void A_verb_without_subject_opens_the_gate_that_was_closed()
    {
        var drafts = Extract("The crossing at Torkham was closed on Monday after drivers blocked the highway to it, and opened again on Tuesday for families.").Drafts;

        Assert.Equal(["crossing_closure", "crossing_reopening"], drafts.Select(draft => draft.Kind));
    }
}
