using System.Text.RegularExpressions;
using BorderMap.EndToEnd.Running;
using static Microsoft.Playwright.Assertions;

namespace BorderMap.EndToEnd;

/// <summary>Finding incidents: by a box, by who takes part and who published, by one box for places and incidents; and taking away what is seen.</summary>
public sealed class FindingTests(Product product)
{
    [Fact]
    public async Task A_box_is_drawn_or_written_and_what_is_exported_is_what_is_shown()
    {
        await using var page = await product.OpenAsync("/?datetime=2025-10-01/2025-10-31");
        await page.ReadyAsync();
        await page.Page.ClickAsync("#tab-filters");
        await page.Page.GetByText("Draw it").ClickAsync();
        var map = await page.SteadyAsync(page.Map);
        await page.Page.Mouse.MoveAsync(map.X + (map.Width * 0.5f), map.Y + (map.Height * 0.3f));
        await page.Page.Mouse.DownAsync();
        await page.Page.Mouse.MoveAsync(map.X + (map.Width * 0.8f), map.Y + (map.Height * 0.7f), new() { Steps = 4 });
        await page.Page.Mouse.UpAsync();
        await Expect(page.Page).ToHaveURLAsync(new Regex("bbox="));
        await page.ShowsAsync(await product.Server.CountAsync(Query(page.Page.Url)));

        await page.Page.FillAsync("#box-west", "69");
        await page.Page.Keyboard.PressAsync("Tab");
        await Expect(page.Page).ToHaveURLAsync(new Regex("bbox=69,"));
        var shown = await product.Server.CountAsync(Query(page.Page.Url));
        await page.ShowsAsync(shown);
        await Expect(page.Page.Locator("#summary .count")).ToContainTextAsync($"{shown} incidents");
        await Expect(page.Page.Locator("#menus a[href*='incidents.csv']")).ToHaveAttributeAsync("href", new Regex("datetime=2025-10-01/2025-10-31&bbox=69,"));
        var link = await page.Page.Locator("#menus a[href*='incidents.csv']").GetAttributeAsync("href");
        var rows = (await product.Server.Http.GetStringAsync(link, TestContext.Current.CancellationToken)).TrimEnd().Split("\r\n").Length - 1;
        Assert.Equal(shown, rows);
        Assert.Empty(page.Faults);
    }

    [Fact]
    public async Task An_area_is_drawn_corner_by_corner_or_by_keys_or_written_and_goes_again()
    {
        await using var page = await product.OpenAsync("/?datetime=2025-10-01/2025-10-31");
        await page.ReadyAsync();
        await page.Page.ClickAsync("#tab-filters");
        await page.Page.GetByText("Draw an area").ClickAsync();
        var map = await page.SteadyAsync(page.Map);
        foreach (var (across, down) in new[] { (0.5f, 0.2f), (0.85f, 0.25f), (0.8f, 0.7f), (0.55f, 0.6f) })
        {
            await page.Page.Mouse.ClickAsync(map.X + (map.Width * across), map.Y + (map.Height * down));
        }
        await Expect(page.Page.Locator(".filter-corner")).ToHaveCountAsync(4);
        await page.Page.Mouse.ClickAsync(map.X + (map.Width * 0.5f), map.Y + (map.Height * 0.2f));
        await Expect(page.Page).ToHaveURLAsync(new Regex("within="));
        var drawn = await product.Server.CountAsync(Query(page.Page.Url));
        await page.ShowsAsync(drawn);
        Assert.True(drawn > 0, "nothing lies in the area drawn");
        await page.PictureAsync("area-filter");

        await page.Page.GetByText("Change its corners").ClickAsync();
        await page.Page.Mouse.MoveAsync(map.X + (map.Width * 0.8f), map.Y + (map.Height * 0.7f));
        await page.Page.Mouse.DownAsync();
        await page.Page.Mouse.MoveAsync(map.X + (map.Width * 0.6f), map.Y + (map.Height * 0.3f), new() { Steps = 3 });
        await page.Page.Mouse.UpAsync();
        await page.Map.PressAsync("Backspace");
        await page.Map.PressAsync("Enter");
        await Expect(page.Page).ToHaveURLAsync(new Regex("within=[^,]+(,[^,&]+){5}$"));
        await page.ShowsAsync(await product.Server.CountAsync(Query(page.Page.Url)));

        await page.Page.FillAsync("#area-corners", "69, 33\n71, 33\n71, 35");
        await page.Page.Keyboard.PressAsync("Tab");
        await page.Page.Locator("#area-match").SelectOptionAsync("possible");
        await Expect(page.Page).ToHaveURLAsync(new Regex("within=69,33,71,33,71,35&place-match=possible"));
        await page.ShowsAsync(await product.Server.CountAsync(Query(page.Page.Url)));
        await Expect(page.Page.Locator("#chips")).ToContainTextAsync("within an area");
        await page.Page.FillAsync("#area-corners", "69, 33\n71, 35\n71, 33\n69, 35");
        await page.Page.Keyboard.PressAsync("Tab");
        await Expect(page.Page.Locator(".area-field [role='alert']")).ToContainTextAsync("sides neither cross nor touch");

        await page.Page.GetByText("Remove the area").ClickAsync();
        await Expect(page.Page).Not.ToHaveURLAsync(new Regex("within="));
        Assert.Empty(page.Faults);
    }

    [Theory]
    [InlineData("pick-actor", "ISPR", "actor", "Pakistan military")]
    [InlineData("pick-publisher", "tolo", "publisher", "TOLOnews")]
    [InlineData("pick-province", "kunar", "place", "Kunar")]
    public async Task A_choice_is_found_by_any_of_its_names_and_gives_the_number_that_stands_beside_it(string picker, string typed, string parameter, string name)
    {
        await using var page = await product.OpenAsync("/?datetime=2025-10-01/..");
        await page.ReadyAsync();
        await page.Page.ClickAsync("#tab-filters");
        await page.Page.FillAsync($"#{picker}-search", typed);
        var option = page.Page.Locator($"#{picker}-options [role='option']").First;
        await Expect(option).ToContainTextAsync(name);
        var number = int.Parse((await option.Locator(".number").TextContentAsync())!);
        await option.ClickAsync();

        await page.ShowsAsync(number);
        await Expect(page.Page.Locator("#chips")).ToContainTextAsync(name);
        Assert.Equal(number, await product.Server.CountAsync(Query(page.Page.Url)));
        Assert.Contains($"{parameter}=", page.Page.Url, StringComparison.Ordinal);
        Assert.Empty(page.Faults);
    }

    [Fact]
    public async Task One_box_finds_places_in_any_script_which_move_the_map_and_incidents_which_open()
    {
        await using var page = await product.OpenAsync("/");
        await page.ReadyAsync();
        await page.Page.FillAsync("#find-search", "تورخم");
        await page.Page.Locator("#find-options [role='option']").First.ClickAsync();
        await Expect(page.Page).ToHaveURLAsync(new Regex("view="));
        await page.Page.GetByText("Show only its incidents").ClickAsync();
        await Expect(page.Page).ToHaveURLAsync(new Regex("place="));
        await page.ShowsAsync(await product.Server.CountAsync(Regex.Match(page.Page.Url, "place=[^&]+").Value));

        await page.Page.FillAsync("#find-search", "Omid");
        await page.Page.Locator("#find-options [role='option']", new() { HasText = "Omid" }).First.ClickAsync();
        await Expect(page.Page.Locator("#detail h2")).ToContainTextAsync("Omid");
        Assert.Empty(page.Faults);
    }

    private static string Query(string address) => string.Join('&', new Uri(address).Query.TrimStart('?').Split('&').Where(part => !part.StartsWith("view=", StringComparison.Ordinal)));
}
