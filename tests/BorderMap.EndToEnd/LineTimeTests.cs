using System.Text.RegularExpressions;
using BorderMap.EndToEnd.Running;
using static Microsoft.Playwright.Assertions;

namespace BorderMap.EndToEnd;

/// <summary>The chart of line and time in a real browser.</summary>
public sealed class LineTimeTests(Product product)
{
    private static readonly Regex Stretch = new(@"^\d+(\.\d+)?\.\.\d+(\.\d+)?$");

    [Fact]
    public async Task Holds_every_incident_along_the_line_and_says_how_many_are_not()
    {
        await using var page = await product.OpenAsync("/");
        await page.ReadyAsync();
        await page.Page.ClickAsync(".chart-toggle");

        var along = await product.Server.CountAsync("line-km=0..");
        await Expect(page.Page.Locator(".line-stage")).ToHaveAttributeAsync("data-placed", along.ToString());
        await Expect(page.Page.Locator(".line-beside")).ToContainTextAsync($"{await product.Server.CountAsync() - along} not near the line");
        await Expect(page.Page).ToHaveURLAsync(new Regex("chart=line"));
        await page.PictureAsync("line-time-1440x900");

        await page.Page.ClickAsync(".line-as-table");
        await Expect(page.Page.Locator(".line-table")).ToContainTextAsync("Torkham");
        await page.Page.ClickAsync(".line-close");
        await Expect(page.Page.Locator(".line-stage")).ToHaveCountAsync(0);
        Assert.Empty(page.Faults);
    }

    [Fact]
    public async Task A_cell_lights_its_stretch_on_the_map_and_a_brush_filters_both()
    {
        await using var page = await product.OpenAsync("/?chart=line");
        await page.ReadyAsync();
        await page.Page.Locator(".line-stage[data-placed]").WaitForAsync();
        var box = await page.SteadyAsync(page.Page.Locator(".line-plot"));

        await page.Page.Mouse.MoveAsync(box.X + (box.Width * 0.95f), box.Y + (box.Height * 0.3f));
        await Expect(page.Map).ToHaveAttributeAsync("data-stretch", Stretch);
        await Expect(page.Page.Locator(".line-tip")).ToContainTextAsync("km 1,");

        await page.Page.Mouse.MoveAsync(box.X + (box.Width * 0.8f), box.Y + (box.Height * 0.2f));
        await page.Page.Mouse.DownAsync();
        await page.Page.Mouse.MoveAsync(box.X + (box.Width * 0.9f), box.Y + (box.Height * 0.4f));
        await page.Page.Mouse.UpAsync();
        await page.Page.WaitForURLAsync(new Regex("datetime=.*line-km="));
        var count = await product.Server.CountAsync(new Uri(page.Page.Url).Query.TrimStart('?'));
        Assert.InRange(count, 1, await product.Server.CountAsync() - 1);
        await page.ShowsAsync(count);
        await Expect(page.Page.Locator("#chips")).ToContainTextAsync("of the line");

        await page.Page.Keyboard.PressAsync("Escape");
        await page.Page.Keyboard.PressAsync("Escape");
        await page.ShowsAsync(await product.Server.CountAsync());
        Assert.DoesNotContain("line-km", page.Page.Url);
        Assert.Empty(page.Faults);
    }

    [Fact]
    public async Task Arrow_keys_go_from_cell_to_cell_and_enter_filters()
    {
        await using var page = await product.OpenAsync("/?chart=line");
        await page.ReadyAsync();
        await page.Page.Locator(".line-stage[data-placed]").WaitForAsync();

        await page.Page.FocusAsync(".line-plot");
        await page.Page.Keyboard.PressAsync("ArrowUp");
        await Expect(page.Map).ToHaveAttributeAsync("data-stretch", Stretch);
        await Expect(page.Page.Locator("#announcer")).ToContainTextAsync("incident");
        await page.Page.Keyboard.PressAsync("Shift+ArrowUp");
        await page.Page.Keyboard.PressAsync("Enter");
        await page.Page.WaitForURLAsync(new Regex("line-km="));
        await page.ShowsAsync(await product.Server.CountAsync(new Uri(page.Page.Url).Query.TrimStart('?')));
        Assert.Empty(page.Faults);
    }

    [Fact]
    public async Task On_a_phone_a_tap_points_a_second_one_filters_and_the_chart_fills_the_screen()
    {
        await using var page = await product.OpenAsync("/?chart=line", 390, 844, touch: true);
        await page.ReadyAsync();
        await page.Page.Locator(".line-stage[data-placed]").WaitForAsync();
        await page.Page.ClickAsync(".line-full");
        var plot = page.Page.Locator(".line-plot");
        await Expect(page.Page.Locator("#timeline")).ToHaveCSSAsync("position", "fixed");
        await page.PictureAsync("line-time-390x844");
        Assert.True(await page.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "the page is wider than the screen");

        var box = await page.SteadyAsync(plot);
        var (x, y) = (box.X + (box.Width * 0.93f), box.Y + (box.Height * 0.3f));
        await page.Page.Touchscreen.TapAsync(x, y);
        await Expect(page.Map).ToHaveAttributeAsync("data-stretch", Stretch);
        Assert.DoesNotContain("line-km", page.Page.Url);
        await page.Page.Touchscreen.TapAsync(x, y);
        await page.Page.WaitForURLAsync(new Regex("line-km="));
        await page.ShowsAsync(await product.Server.CountAsync(new Uri(page.Page.Url).Query.TrimStart('?')));
        Assert.Empty(page.Faults);
    }
}
