using BorderMap.EndToEnd.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BorderMap.EndToEnd;

/// <summary>The desk's report page, in a real browser.</summary>
public sealed class ReportPageTests(Product product)
{
    private const string Clash = "KABUL, Oct 12 - Taliban fighters and Pakistani soldiers exchanged heavy fire at the Torkham border crossing on Saturday night, officials said. "
        + "Pakistan's military said two of its soldiers were killed.\n\nMeanwhile, five rockets fired from Pakistan landed in Sarkano district of Kunar province on Saturday, wounding a child.";

    [Fact]
    public async Task A_pasted_report_becomes_drafts_beside_its_words_and_an_editor_decides_about_each()
    {
        await using var reader = await Staff.SignInAsync(product.Browser, product.Server, "report-reader", "editor");
        await using var page = await reader.OpenAsync("/desk?report");
        await page.Page.FillAsync("#report-text", Clash);
        await page.Page.FillAsync("#report-published", "2025-10-12");
        await page.Page.FillAsync("#report-url", "https://example.org/clash-at-torkham");
        await page.Page.FillAsync("#report-title", "Clash at Torkham");
        await page.Page.PressAsync("#report-text", "Control+Enter");

        await Expect(page.Page.Locator(".report-draft")).ToHaveCountAsync(2);
        var first = page.Page.Locator("#draft-1");
        await Expect(first.Locator("h3")).ToContainTextAsync("Torkham");
        await page.PictureAsync("report-drafts");

        // The field and its words light one another.
        await first.Locator(".evident").First.HoverAsync();
        await Expect(page.Page.Locator(".report-text .lit").First).ToBeVisibleAsync();
        await page.Page.Locator(".report-text mark", new() { HasTextString = "Torkham" }).First.HoverAsync();
        await Expect(first.Locator(".evident.lit").First).ToBeVisibleAsync();

        await first.Locator("[data-act=take]").ClickAsync();
        await Expect(first).ToContainTextAsync("Taken as a draft.");
        await Expect(first.GetByRole(AriaRole.Link, new() { Name = "Open the incident" })).ToBeVisibleAsync();

        var second = page.Page.Locator("#draft-2");
        await second.Locator("[data-act=reject]").ClickAsync();
        await second.GetByLabel("Why is it no incident?").FillAsync("Told in another report already.");
        await second.Locator("[data-act=reject-send]").ClickAsync();
        await Expect(second).ToContainTextAsync("Rejected: Told in another report already.");
        await second.Locator("[data-act=reopen]").ClickAsync();
        await Expect(second.Locator("[data-act=take]")).ToBeVisibleAsync();

        // A reload goes on where it was; the text is this tab's alone.
        await page.Page.ReloadAsync();
        await Expect(page.Page.Locator(".report-draft.decided")).ToHaveCountAsync(1);
        await Expect(page.Page.Locator(".report-text mark").First).ToBeVisibleAsync();
        Assert.Empty(page.Faults);
    }
}
