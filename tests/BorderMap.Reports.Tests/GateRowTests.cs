namespace BorderMap.Reports.Tests;

/// <summary>Gates told by their state in rows, strikes told by their dead, and days and spots told in the sentence after.</summary>
public sealed class GateRowTests
{
    private static string[] Told(string text) => [.. Repository.Extractor.Extract(new Report(text) { Published = new(2025, 10, 16) }).Drafts.Select(draft => $"{draft.Kind} {draft.Date.Date.Start:MM-dd} {draft.Places[0].Place.Name}")];

    [Theory]
    [InlineData("GATES\n- Torkham: closed since 12 October\n- Kharlachi: as above\n- Ghulam Khan: ditto\n", "crossing_closure 10-12 Ghulam Khan crossing")]
    [InlineData("Torkham - shut since 12 October.\nBadini - open.\nKharlachi - as Torkham.\n", "crossing_closure 10-12 Kharlachi crossing")]
    [InlineData("Crossing | Status | Remark\nTorkham | closed | since 12 Oct\nBadini | opened on 14 Oct for returning families | one way\n", "crossing_reopening 10-14 Badini crossing")]
    [InlineData("1. GHULAM KHAN: bazaar and crossing point closed by TB since 12 OCT.\n2. KHARLACHI: quiet.\n", "crossing_closure 10-12 Ghulam Khan crossing")]
    [InlineData("THE WEEK\n1. Torkham. Still shut, 4 days and counting, since 12 October.\n2. Kharlachi. Open.\n", "crossing_closure 10-12 Torkham crossing")]
    [InlineData("1. Kharlachi: no trucks since Monday.\n2. Torkham: open.\n", "crossing_closure 10-13 Kharlachi crossing")]
    [InlineData("The gate at Torkham, closed since the 12th, will be opened for empty trucks, a clerk said.", "crossing_closure 10-12 Torkham crossing")]
    public void A_row_tells_the_state_of_its_gate(string text, string told) => Assert.Contains(told, Told(text));

    [Theory]
    [InlineData("Border forces have stopped Pakistani troops from putting up a fence in Goshta district, the governor's office said. The soldiers had come with two diggers on Sunday.", "fence_dispute 10-12 Goshta")]
    [InlineData("Border guards shot down a Pakistani drone in Shorabak district, the police said on Wednesday. It had crossed the line on Sunday.", "drone_shootdown 10-12 Shorabak")]
    [InlineData("Taliban fighters have torn down wire put up by Pakistani soldiers in Goshta district, residents say. The incident took place on Sunday.", "fence_dispute 10-12 Goshta")]
    [InlineData("Pakistani shells killed a woman in Paktia on Monday, an official said. The incident occurred in Dand-e-Patan district, he added.", "shelling 10-13 Dand Patan")]
    [InlineData("Militants were killed on Monday as they tried to cross into Balochistan from Afghanistan. The group was spotted near Sambaza in Zhob district.", "infiltration 10-13 Zhob")]
    public void The_next_sentence_tells_day_and_spot(string text, string told) => Assert.Contains(told, Told(text));

    [Theory]
    [InlineData("Pakistan did not carry out any air strike in Khost, its spokesman said, rejecting the statement that ten people were killed in a house in Gurbuz district on Monday night.")]
    [InlineData("Pakistan has not carried out air strikes in Afghanistan, the minister said, rejecting the charge that ten people died in Gurbuz on Monday night.")]
    public void A_strike_denied_is_told_by_its_dead(string text)
    {
        var draft = Assert.Single(Repository.Extractor.Extract(new Report(text) { Published = new(2025, 10, 16) }).Drafts);

        Assert.Equal(("airstrike", "Gurbuz"), (draft.Kind, draft.Places[0].Place.Name));
        Assert.NotEmpty(draft.Claims);
    }
}
