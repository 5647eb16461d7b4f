using BorderMap.EndToEnd.Running;
using static Microsoft.Playwright.Assertions;

namespace BorderMap.EndToEnd;

/// <summary>The map in a real browser, over the starter incidents.</summary>
public sealed class MapPageTests(Product product)
{
    private const string October = "?datetime=2025-10-01/2025-10-31";

    [Theory]
    [InlineData(1440, 900)]
    [InlineData(390, 844)]
    public async Task Shows_every_incident_without_an_error_or_a_request_to_another_host(int width, int height)
    {
        await using var page = await product.OpenAsync("/", width, height, touch: width < 500);
        await page.ReadyAsync();
        await page.PictureAsync($"map-{width}x{height}");

        Assert.Equal(await product.Server.CountAsync(), await page.ShownAsync());
        Assert.True(await page.Page.EvaluateAsync<bool>("document.getElementById('menus').getBoundingClientRect().right <= innerWidth"), "the bar is wider than the page");
        Assert.Empty(page.Faults);
    }

    [Fact]
    public async Task Makes_the_picture_of_the_readme()
    {
        var spinaShaga = (await product.Server.JsonAsync("api/incidents?q=Spina%20Shaga%2C%20Giwi&limit=1")).GetProperty("features")[0].GetProperty("id").GetString();
        await using var page = await product.OpenAsync($"/{October}&view=7/33.2/70.2&highlight={spinaShaga}");
        await page.ReadyAsync();
        await Expect(page.Page.Locator("#detail")).ToContainTextAsync("Spina Shaga");
        await page.PictureAsync("readme");

        Assert.Empty(page.Faults);
    }

    [Fact]
    public async Task Draws_what_the_api_counts_for_the_same_address()
    {
        foreach (var state in new[] { October, "?kind=airstrike", "?side=AF&killed-min=5", "?place=85667641", "?grade=contested", "?q=Torkham", $"{October}&time-match=certain" })
        {
            await using var page = await product.OpenAsync("/" + state);
            await page.ReadyAsync();

            Assert.Equal((state, await product.Server.CountAsync(state[1..])), (state, await page.ShownAsync()));
        }
    }

    [Fact]
    public async Task Choosing_a_kind_narrows_the_map_and_the_back_button_widens_it_again()
    {
        await using var page = await product.OpenAsync("/");
        await page.ReadyAsync();
        var all = await page.ShownAsync();

        await page.Page.ClickAsync("#tab-filters");
        await page.Page.CheckAsync("[data-choice='family-air']");
        await page.ShowsAsync(await product.Server.CountAsync("kind=air"));
        Assert.Contains("kind=", page.Page.Url);

        await page.Page.GoBackAsync();
        await page.ShowsAsync(all);
        Assert.Empty(page.Faults);
    }

    [Fact]
    public async Task A_place_found_by_another_spelling_becomes_a_filter()
    {
        await using var page = await product.OpenAsync("/");
        await page.ReadyAsync();

        await page.Page.ClickAsync("#tab-filters");
        await page.Page.GetByRole(Microsoft.Playwright.AriaRole.Combobox, new() { Name = "Place, in any script" }).FillAsync("Paktya");
        await page.Page.Locator("#place-options [role='option']").First.ClickAsync();
        await Expect(page.Page.Locator("#chips")).ToContainTextAsync("Paktia");

        var place = System.Text.RegularExpressions.Regex.Match(Uri.UnescapeDataString(page.Page.Url), @"place=([^&]+)").Groups[1].Value;
        await page.ShowsAsync(await product.Server.CountAsync($"place={place}"));
    }

    [Fact]
    public async Task Playing_moves_the_window_until_it_is_paused()
    {
        await using var page = await product.OpenAsync("/?datetime=2025-01-01/2025-01-31");
        await page.ReadyAsync();
        var words = page.Page.Locator(".window-words");
        var before = await words.TextContentAsync();

        await page.Page.ClickAsync(".play");
        await Expect(words).Not.ToHaveTextAsync(before!);
        await page.Page.ClickAsync(".play");
        await Expect(page.Page.Locator(".play")).Not.ToHaveClassAsync(new System.Text.RegularExpressions.Regex("playing"));
        Assert.Empty(page.Faults);
    }

    [Fact]
    public async Task The_arrow_keys_move_the_window_and_space_plays()
    {
        await using var page = await product.OpenAsync("/" + October);
        await page.ReadyAsync();
        var words = page.Page.Locator(".window-words");
        var before = await words.TextContentAsync();

        await page.Page.FocusAsync(".brush-both");
        await page.Page.Keyboard.PressAsync("ArrowLeft");
        await Expect(words).Not.ToHaveTextAsync(before!);
        await page.Page.Keyboard.PressAsync("Space");
        await Expect(page.Page.Locator(".play")).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("playing"));
    }

    [Fact]
    public async Task An_incident_opens_with_its_claims_side_by_side_and_its_address_leads_back_to_it()
    {
        await using var page = await product.OpenAsync("/?q=Omid");
        await page.ReadyAsync();
        await page.Page.ClickAsync("#list tbody tr >> nth=0");
        var detail = page.Page.Locator("#detail");
        await Expect(detail).ToContainTextAsync("Omid");
        await Expect(detail).ToContainTextAsync("United Nations");
        await Expect(detail).ToContainTextAsync("UCDP");
        await Expect(detail).ToContainTextAsync("95–408+");
        await Expect(detail).ToContainTextAsync("not recorded");
        await page.PictureAsync("incident-1440x900");

        await using var again = await product.OpenAsync(new Uri(page.Page.Url).PathAndQuery);
        await again.ReadyAsync();
        await Expect(again.Page.Locator("#detail")).ToContainTextAsync("Omid");
        Assert.Empty(page.Faults.Concat(again.Faults));
    }

    [Fact]
    public async Task The_october_episode_shows_what_each_side_says_of_the_same_soldiers()
    {
        await using var page = await product.OpenAsync("/?q=Spina%20Shaga");
        await page.ReadyAsync();
        await page.Page.ClickAsync("#list tbody tr >> nth=0");
        var detail = page.Page.Locator("#detail");

        await Expect(detail).ToContainTextAsync("Spina Shaga");
        await Expect(detail).ToContainTextAsync("Giwi");
        await Expect(detail).ToContainTextAsync("Mani Jabha");
        await Expect(detail).ToContainTextAsync("somewhere in Jaji");
        foreach (var figure in new[] { "58", "30", "23", "29" })
        {
            await Expect(detail).ToContainTextAsync(figure);
        }
    }

    [Fact]
    public async Task What_is_known_only_to_a_district_is_never_a_point()
    {
        await using var page = await product.OpenAsync("/?precision=district,province");
        await page.ReadyAsync();

        Assert.True(await page.ShownAsync() > 0);
        await page.PictureAsync("areas-1440x900");
        Assert.Equal(0, await page.Page.EvaluateAsync<int>("document.querySelectorAll('#map .leaflet-marker-icon').length"));
    }

    [Fact]
    public async Task An_empty_window_says_where_the_data_is()
    {
        await using var page = await product.OpenAsync("/?datetime=2001-01-01/2001-02-01");
        await page.ReadyAsync();

        Assert.Equal(0, await page.ShownAsync());
        await Expect(page.Page.Locator("#list")).ToContainTextAsync("later (first:");
    }

    [Fact]
    public async Task The_page_for_one_incident_reads_without_script()
    {
        var feature = (await product.Server.JsonAsync("api/incidents?q=Omid&limit=1")).GetProperty("features")[0];
        await using var context = await product.Browser.NewContextAsync(new() { JavaScriptEnabled = false });
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(product.Server.Address, feature.GetProperty("properties").GetProperty("url").GetString()).ToString());

        await Expect(page.Locator("h1")).ToContainTextAsync("Omid");
        await Expect(page.Locator("body")).ToContainTextAsync("United Nations");
        await page.ScreenshotAsync(new() { Path = Path.Combine(Checkout.Results, "incident-page.png"), FullPage = true });
    }
}
