using System.Text;
using BorderMap.EndToEnd.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BorderMap.EndToEnd;

/// <summary>The page for finding places, in a real browser.</summary>
public sealed class PlacesPageTests(Product product)
{
    private const string Sheet = "Date\tVillage\tDistrict\n2025-10-11\tTorkham\tNangarhar\n2025-10-12\tKalay\t\n2025-10-13\t=cmd()\tPaktia\n2025-10-14\tJani Khel\tPaktia\n";

    [Theory]
    [InlineData(1440, 900)]
    [InlineData(390, 844)]
    public async Task Finds_a_place_as_its_name_is_typed_in_any_script(int width, int height)
    {
        await using var page = await OpenAsync(width, height);
        var box = page.Page.GetByRole(AriaRole.Combobox);
        await box.FillAsync("torkh");
        var options = page.Page.Locator("#finder-options [role='option']");
        await Expect(options.First).ToContainTextAsync("Torkham");
        await page.PictureAsync($"places-typing-{width}x{height}");
        await box.PressAsync("ArrowDown");
        await box.PressAsync("Enter");
        await Expect(page.Page.Locator(".card h3")).ToContainTextAsync("Torkham");
        await Expect(page.Page.Locator(".card")).ToContainTextAsync("Durand");
        await page.PictureAsync($"places-found-{width}x{height}");
        await box.FillAsync("تورخم");
        await Expect(options.First).ToContainTextAsync("Torkham");
        Assert.Empty(page.Faults);
    }

    [Theory]
    [InlineData("34.1311, 71.0822")]
    [InlineData("34°07'52\"N 71°04'56\"E")]
    [InlineData("42S XC 91903 78706")]
    public async Task Knows_coordinates_as_they_are_typed(string text)
    {
        await using var page = await OpenAsync();
        await page.Page.GetByRole(AriaRole.Combobox).FillAsync(text);
        await page.Page.Locator("#finder-options [role='option']").First.ClickAsync();
        await Expect(page.Page.Locator(".card")).ToContainTextAsync("42S XC");
        await Expect(page.Page.Locator(".card")).ToContainTextAsync("Nangarhar");
    }

    [Theory]
    [InlineData(1440, 900)]
    [InlineData(390, 844)]
    public async Task A_pasted_sheet_comes_back_with_places_choices_and_a_file(int width, int height)
    {
        await using var page = await OpenAsync(width, height);
        await page.Page.Locator("#sheet-text").FillAsync(Sheet);
        await Expect(page.Page.Locator("#sheet-count")).ToHaveTextAsync("4 rows");
        await Expect(page.Page.Locator("#column-name")).ToHaveValueAsync("1");
        await page.PictureAsync($"places-pasted-{width}x{height}");
        await page.Page.ClickAsync("#sheet-go");
        await Expect(page.Page.Locator("#sheet-said")).ToHaveTextAsync("Done: 4 rows.");
        await page.Page.Locator(".filter.all").ClickAsync();
        await Expect(page.Page.Locator("[data-row='0']")).ToContainTextAsync("Torkham");
        await Expect(page.Page.Locator("[data-row='1'] .badge")).ToHaveTextAsync("one of several");
        await Expect(page.Page.Locator("[data-row='1'] li")).ToHaveCountAsync(6);
        await page.PictureAsync($"places-results-{width}x{height}");

        await page.Page.Locator("[data-row='1']").FocusAsync();
        await page.Page.Keyboard.PressAsync("2");
        await Expect(page.Page.Locator("[data-row='1'] .badge")).ToHaveTextAsync("chosen");
        await page.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(page.Page.Locator("[data-row='2']")).ToBeFocusedAsync();

        var text = await DownloadAsync(page);
        Assert.Equal(5, text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.StartsWith("\uFEFFDate,Village,District,match_status,", text, StringComparison.Ordinal);
        Assert.Contains("2025-10-13,'=cmd(),Paktia,", text, StringComparison.Ordinal);
        Assert.Contains("Kalay,,chosen,", text, StringComparison.Ordinal);
        Assert.Empty(page.Faults);
    }

    [Fact]
    public async Task Five_thousand_pasted_names_are_resolved_with_progress_and_can_be_stopped_and_gone_on_with()
    {
        await using var page = await OpenAsync();
        var names = string.Join('\n', Enumerable.Range(0, 5000).Select(i => $"{Misspelt[i % Misspelt.Length]} {(i < Misspelt.Length ? "" : $"khel{i}")}".Trim()));
        await page.Page.EvaluateAsync("text => { const area = document.getElementById('sheet-text'); area.value = text; area.dispatchEvent(new Event('input')); }", names);
        await Expect(page.Page.Locator("#sheet-count")).ToHaveTextAsync("5,000 rows");
        await page.Page.ClickAsync("#sheet-go");
        await Expect(page.Page.Locator("#sheet-progress")).ToBeVisibleAsync();
        await page.Page.ClickAsync("#sheet-stop");
        await Expect(page.Page.Locator("#sheet-said")).ToContainTextAsync("Stopped:");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await Expect(page.Page.Locator("#sheet-said")).ToHaveTextAsync("Done: 5,000 rows.", new() { Timeout = 120_000 });

        Assert.Equal(5001, (await DownloadAsync(page)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.InRange(await page.Page.Locator("#results-table tbody tr").CountAsync(), 1, 50);
        await page.PictureAsync("places-5000-1440x900");
        Assert.Empty(page.Faults);
    }

    [Fact]
    public async Task A_file_is_opened_and_html_in_it_stays_text()
    {
        await using var page = await OpenAsync();
        await page.Page.Locator("#sheet-file").SetInputFilesAsync(new FilePayload
        {
            Name = "sheet.csv",
            MimeType = "text/csv",
            Buffer = Encoding.UTF8.GetBytes("name;province\n<img src=x onerror=alert(1)>;<b>x</b>\nZhob;Balochistan\n"),
        });
        await Expect(page.Page.Locator("#sheet-count")).ToHaveTextAsync("2 rows");
        await page.Page.ClickAsync("#sheet-go");
        await Expect(page.Page.Locator("#sheet-said")).ToHaveTextAsync("Done: 2 rows.");
        await page.Page.Locator(".filter.all").ClickAsync();

        await Expect(page.Page.Locator("[data-row='0'] .written")).ToContainTextAsync("<img src=x onerror=alert(1)>");
        Assert.Equal(0, await page.Page.Locator("#results-table img, #results-table b:not(.filters b)").CountAsync());
        Assert.Empty(page.Faults);
    }

    [Fact]
    public async Task An_empty_page_says_what_to_do_and_the_example_shows_it()
    {
        await using var page = await OpenAsync();
        await Expect(page.Page.Locator("#sheet-go")).ToBeDisabledAsync();
        await Expect(page.Page.Locator("#sheet-go")).ToHaveCSSAsync("color", "rgb(255, 255, 255)");
        await page.PictureAsync("places-1440x900");
        await page.Page.ClickAsync("#sheet-sample");
        await page.Page.ClickAsync("#sheet-go");
        await Expect(page.Page.Locator("#sheet-said")).ToHaveTextAsync("Done: 10 rows.");
        await page.Page.Locator(".filter.all").ClickAsync();
        await page.PictureAsync("places-example-1440x900");
        Assert.Empty(page.Faults);
    }

    [Fact]
    public async Task The_map_leads_to_it()
    {
        await using var page = await product.OpenAsync("/");
        await page.ReadyAsync();
        await page.Page.ClickAsync("#menus a[href='places']");
        await Expect(page.Page.Locator("#finder-search")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(1440, 900)]
    [InlineData(390, 844)]
    public async Task The_page_of_a_place_reads_without_script(int width, int height)
    {
        await using var context = await product.Browser.NewContextAsync(new() { JavaScriptEnabled = false, ViewportSize = new() { Width = width, Height = height } });
        var page = await context.NewPageAsync();
        foreach (var (id, name) in new[] { ("x-torkham-crossing", "Torkham"), ("85667563", "Khost") })
        {
            await page.GotoAsync(new Uri(product.Server.Address, "places/" + id).ToString());
            await Expect(page.Locator("h1")).ToContainTextAsync(name);
            await page.ScreenshotAsync(new() { Path = Path.Combine(Checkout.Results, $"place-{name}-{width}x{height}.png") });
            Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        }
    }

    private static readonly string[] Misspelt = ["Torkam", "Spin Buldak", "Zhobb", "Kabool", "Miran Shah", "Wana", "Parachenar", "Landi Kotul", "Chamann", "Khowst"];

    private async Task<WatchedPage> OpenAsync(int width = 1440, int height = 900)
    {
        var page = await product.OpenAsync("/places", width, height, touch: width < 500);
        await page.Page.Locator("body[data-ready='true']").WaitForAsync();
        return page;
    }

    private static async Task<string> DownloadAsync(WatchedPage page)
    {
        var download = await page.Page.RunAndWaitForDownloadAsync(() => page.Page.ClickAsync("#sheet-save"));
        // Bytes, for reading as text would take the mark at the beginning away.
        return Encoding.UTF8.GetString(await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken));
    }
}
