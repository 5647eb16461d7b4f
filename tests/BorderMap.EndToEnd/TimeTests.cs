using System.Text.RegularExpressions;
using BorderMap.EndToEnd.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BorderMap.EndToEnd;

/// <summary>The timeline in a real browser: zoom, brush, presets, matching, an empty window.</summary>
public sealed class TimeTests(Product product)
{
    [Fact]
    public async Task The_axis_zooms_and_moves_while_the_window_stays()
    {
        await using var page = await product.OpenAsync("/?datetime=2025-10-10/2025-10-20");
        await page.ReadyAsync();
        var plot = page.Page.Locator(".plot");
        var all = await ShownDaysAsync(plot);

        await plot.HoverAsync();
        await page.Page.Mouse.WheelAsync(0, -640);
        await Expect(plot).Not.ToHaveAttributeAsync("data-from", all.First.ToString());
        var near = await ShownDaysAsync(plot);
        Assert.InRange(near.Last - near.First, 6, (all.Last - all.First) / 3);

        await page.Page.Mouse.WheelAsync(120, 0);
        await Expect(plot).Not.ToHaveAttributeAsync("data-from", near.First.ToString());
        var beside = await ShownDaysAsync(plot);
        Assert.Equal((true, near.Last - near.First), (beside.First > near.First, beside.Last - beside.First));

        await page.Page.FocusAsync(".brush-both");
        await page.Page.Keyboard.PressAsync("+");
        await Expect(plot).Not.ToHaveAttributeAsync("data-to", beside.Last.ToString());
        Assert.Contains("datetime=2025-10-10/2025-10-20", page.Page.Url);
        Assert.Empty(page.Faults);
    }

    [Fact]
    public async Task One_finger_brushes_a_window_and_two_zoom_the_axis()
    {
        await using var page = await product.OpenAsync("/", 390, 844, touch: true);
        await page.ReadyAsync();
        var plot = page.Page.Locator(".plot");
        var box = await page.SteadyAsync(plot);
        var fingers = await Fingers.OnAsync(page.Page);
        double Along(double share) => box.X + (box.Width * share);
        var y = box.Y + 20;

        await UntilAsync(() => Task.FromResult(page.Page.Url.Contains("datetime=", StringComparison.Ordinal)), async () =>
        {
            await fingers.DownAsync((Along(0.7), y));
            await fingers.MoveAsync((Along(0.8), y));
            await fingers.MoveAsync((Along(0.9), y));
            await fingers.UpAsync();
        });
        await page.ShowsAsync(await product.Server.CountAsync(new Uri(page.Page.Url).Query.TrimStart('?')));
        var brushed = page.Page.Url;
        var all = await ShownDaysAsync(plot);

        await UntilAsync(async () => await ShownDaysAsync(plot) != all, async () =>
        {
            await fingers.DownAsync((Along(0.45), y), (Along(0.55), y));
            await fingers.MoveAsync((Along(0.3), y), (Along(0.7), y));
            await fingers.MoveAsync((Along(0.1), y), (Along(0.9), y));
            await fingers.UpAsync();
        });
        var near = await ShownDaysAsync(plot);
        Assert.InRange(near.Last - near.First, 6, (all.Last - all.First) / 2);
        Assert.Equal(brushed, page.Page.Url);
        Assert.Empty(page.Faults);
    }

    /// <summary>A browser that is kept waiting takes a touch away (pointercancel), from anybody: who meant it touches again.</summary>
    private static async Task UntilAsync(Func<Task<bool>> isDone, Func<Task> gesture)
    {
        for (var tries = 0; tries < 5 && !await isDone(); tries++)
        {
            await gesture();
            for (var waited = 0; waited < 40 && !await isDone(); waited++)
            {
                await Task.Delay(250, TestContext.Current.CancellationToken);
            }
        }
    }

    [Fact]
    public async Task Latest_days_are_those_of_the_data_and_the_axis_comes_near_to_them()
    {
        await using var page = await product.OpenAsync("/");
        await page.ReadyAsync();
        var plot = page.Page.Locator(".plot");
        var all = await ShownDaysAsync(plot);

        await page.Page.SelectOptionAsync(".period", "last-7");
        await page.Page.WaitForURLAsync(new Regex("datetime="));
        var chosen = new Uri(page.Page.Url).Query.TrimStart('?');
        Assert.Equal(new DateOnly(1970, 1, 1).AddDays(all.Last), DateOnly.Parse(chosen.Split('/')[1]));
        await page.ShowsAsync(await product.Server.CountAsync(chosen));
        var near = await ShownDaysAsync(plot);
        Assert.InRange(near.Last - near.First, 6, 60);
    }

    [Fact]
    public async Task How_dates_match_and_what_bars_show_are_visible_choices()
    {
        await using var page = await product.OpenAsync("/?datetime=2025-10-01/2025-10-31", 1700);
        await page.ReadyAsync();

        await page.Page.GetByLabel("Dates that are not exact").SelectOptionAsync("certain");
        await page.ShowsAsync(await product.Server.CountAsync("datetime=2025-10-01/2025-10-31&time-match=certain"));
        await page.Page.GetByLabel("Bars show").SelectOptionAsync("killed");
        await Expect(page.Page).ToHaveURLAsync(new Regex("measure=killed"));
        await page.Page.Locator(".brush-both").HoverAsync();
        await Expect(page.Page.Locator(".plot-tip")).ToContainTextAsync("reported killed");
        Assert.Empty(page.Faults);
    }

    [Fact]
    public async Task An_empty_window_leads_to_the_nearest_day_that_holds_something()
    {
        await using var page = await product.OpenAsync("/?datetime=2001-01-01/2001-02-01");
        await page.ReadyAsync();
        var note = page.Page.Locator(".plot-note");
        await Expect(note).ToContainTextAsync("Nothing recorded here; nearest:");

        await note.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(note).ToBeHiddenAsync();
        Assert.True(await page.ShownAsync() > 0);
        Assert.Empty(page.Faults);
    }

    [Fact]
    public async Task A_playing_window_leaves_a_trail_of_spots()
    {
        await using var page = await product.OpenAsync("/?datetime=2025-10-14/2025-10-18&mode=trail");
        await page.ReadyAsync();
        Assert.True(int.Parse((await page.Map.GetAttributeAsync("data-trail"))!) > 0);

        var words = page.Page.Locator(".window-words");
        var before = await words.TextContentAsync();
        await page.Page.ClickAsync(".play");
        await Expect(words).Not.ToHaveTextAsync(before!);
        await page.Page.ClickAsync(".play");
        Assert.Empty(page.Faults);
    }

    /// <summary>First and last day that the axis shows, counted from 1970.</summary>
    private static async Task<(int First, int Last)> ShownDaysAsync(ILocator plot) =>
        (int.Parse((await plot.GetAttributeAsync("data-from"))!), int.Parse((await plot.GetAttributeAsync("data-to"))!));
}
