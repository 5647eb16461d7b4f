using System.Text;
using BorderMap.EndToEnd.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BorderMap.EndToEnd;

/// <summary>The desk's import page, in a real browser.</summary>
public sealed class ImportPageTests(Product product)
{
    private const string Odd = "Ref,Headline,Type of event,Event date,Village,District\n"
        + "1,Raid on a village,Air raid,13/10/2025,Torkham,Nangarhar\n"
        + "2,Nobody knows when,shelling,some day,Spin Boldak,Kandahar\n";

    [Fact]
    public async Task An_editor_brings_in_a_table_with_odd_headers_after_saying_which_column_is_which()
    {
        await using var importer = await Staff.SignInAsync(product.Browser, product.Server, "importer", "editor");
        await using var page = await importer.OpenAsync("/desk?import");
        await page.Page.Locator("#import-file").SetInputFilesAsync(new FilePayload { Name = "odd.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(Odd) });

        await Expect(page.Page.Locator("#map-title")).ToHaveValueAsync("c:Headline");
        await Expect(page.Page.Locator("#map-dates")).ToHaveValueAsync("dd/MM/yyyy");
        await Expect(page.Page.Locator("#import-missing")).ToContainTextAsync("source_key");
        await page.Page.SelectOptionAsync("#map-source_key", "c:Ref");
        await page.Page.ClickAsync("#import-try");
        await Expect(page.Page.Locator("[data-count='rejected']")).ToContainTextAsync("2");
        await Expect(page.Page.Locator(".bad")).ToContainTextAsync("some day");
        await Expect(page.Page.Locator("#import-run")).ToHaveCountAsync(0);
        await page.PictureAsync("import-bad-rows");

        await page.Page.GetByLabel("kind: Air raid means").SelectOptionAsync("airstrike");
        await page.Page.SelectOptionAsync("#import-bad_rows", "skip");
        await page.Page.ClickAsync("#import-try");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Import 1 incident" }).ClickAsync();
        await Expect(page.Page.Locator("#import-done")).ToContainTextAsync("1 incident came in.");
        await page.PictureAsync("import-done");

        var drafts = await page.Page.APIRequest.GetAsync(new Uri(product.Server.Address, "/api/drafts?owner=importer").ToString());
        Assert.Contains("Raid on a village", await drafts.TextAsync(), StringComparison.Ordinal);
        Assert.Empty(page.Faults);
    }
}
