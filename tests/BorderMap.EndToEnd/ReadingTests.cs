using BorderMap.EndToEnd.Running;
using static Microsoft.Playwright.Assertions;

namespace BorderMap.EndToEnd;

/// <summary>Reading one incident: what stands around it, how it is cited, and on to the next.</summary>
public sealed class ReadingTests(Product product)
{
    [Fact]
    public async Task An_incident_tells_its_episode_neighbours_versions_and_citations_and_leads_on_by_a_key()
    {
        await using var page = await product.OpenAsync("/?q=Spina%20Shaga");
        await page.ReadyAsync();
        await page.Page.ClickAsync("#list tbody tr >> nth=0");
        var detail = page.Page.Locator("#detail");

        await Expect(detail.Locator("#around")).ToContainTextAsync("Within 50 km and 30 days");
        await Expect(detail.Locator("#episode .nearby li")).Not.ToHaveCountAsync(0);
        await Expect(detail.Locator("#record")).ToContainTextAsync("Version 1");
        await detail.Locator(".cite summary").ClickAsync();
        await Expect(detail.Locator(".citation").First).ToContainTextAsync("Retrieved");
        await Expect(detail.Locator(".citation pre")).ToContainTextAsync("asOf=");
        var first = await detail.Locator("h2").TextContentAsync();

        await detail.Locator("h2").FocusAsync();
        await page.Page.Keyboard.PressAsync("n");
        await Expect(detail.Locator("h2")).Not.ToHaveTextAsync(first!);
        await Expect(detail.Locator("h2")).ToBeFocusedAsync();
        await page.Page.Keyboard.PressAsync("p");
        await Expect(detail.Locator("h2")).ToHaveTextAsync(first!);

        await detail.Locator("#around a").First.ClickAsync();
        await Expect(detail.Locator("h2")).Not.ToHaveTextAsync(first!);
        Assert.Empty(page.Faults);
    }

    [Fact]
    public async Task The_panel_tells_how_new_the_record_is_by_publisher_and_no_time_that_is_none_of_an_incident()
    {
        await using var page = await product.OpenAsync("/");
        await page.ReadyAsync();
        var counts = await product.Server.JsonAsync("api/counts/publisher");
        var fresh = page.Page.Locator("#freshness");

        await Expect(fresh.Locator("summary")).ToContainTextAsync($"{counts.GetProperty("updated").GetDateTimeOffset().UtcDateTime:HH:mm} UTC");
        await fresh.Locator("summary").ClickAsync();
        await Expect(fresh.Locator("tbody tr")).ToHaveCountAsync(counts.GetProperty("values").GetArrayLength());
        Assert.Empty(page.Faults);
    }
}
