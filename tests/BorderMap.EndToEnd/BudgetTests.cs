using System.Text.Json;
using BorderMap.EndToEnd.Running;
using Microsoft.Playwright;

namespace BorderMap.EndToEnd;

/// <summary>What the map may work and load, counted and not timed: nothing that is added may make each step of time, or the first picture, dearer unnoticed.</summary>
public sealed class BudgetTests(Product product)
{
    private const int Steps = 60;

    /// <summary>Counts what a page does: changes of the document, words made of numbers and dates, and shapes, texts and pictures drawn on the map.</summary>
    private const string Counting = """
        (() => {
          const work = window.work = { changes: 0, list: 0, words: 0, shapes: 0, pictures: 0 };
          const counted = (type, names, what) => names.forEach((name) => {
            const real = type.prototype[name];
            type.prototype[name] = function (...given) { if (!this.canvas || this.canvas.closest?.('#map')) work[what]++; return real.apply(this, given); };
          });
          counted(CanvasRenderingContext2D, ['fill', 'stroke', 'fillText', 'strokeText', 'fillRect', 'strokeRect'], 'shapes');
          counted(CanvasRenderingContext2D, ['drawImage'], 'pictures');
          counted(Intl.DateTimeFormat, ['formatRange', 'formatToParts'], 'words');
          for (const type of [Intl.DateTimeFormat, Intl.NumberFormat]) {
            const { get } = Object.getOwnPropertyDescriptor(type.prototype, 'format');
            Object.defineProperty(type.prototype, 'format', { configurable: true, get() { const format = get.call(this); return (value) => { work.words++; return format(value); }; } });
          }
          addEventListener('DOMContentLoaded', () => new MutationObserver((changes) => {
            work.changes += changes.length;
            work.list += changes.filter(({ target }) => (target.nodeType === 1 ? target : target.parentElement)?.closest('#list, #legend, #chips')).length;
          }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true }));
        })();
        """;

    [Theory]
    [InlineData(1440, 900)]
    [InlineData(390, 844)]
    public async Task A_step_of_time_changes_draws_and_says_little(int width, int height)
    {
        var context = await product.Browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, ReducedMotion = ReducedMotion.NoPreference });
        await using var page = new WatchedPage(await context.NewPageAsync(), product.Server.Address);
        await page.Page.AddInitScriptAsync(Counting);
        // Time passes a frame a step, however slow the machine is.
        await page.Page.Clock.InstallAsync();
        await page.Page.GotoAsync(new Uri(product.Server.Address, "/?datetime=2025-10-01/2025-10-31").ToString());
        await page.ReadyAsync();
        await page.Page.Clock.PauseAtAsync(DateTime.UtcNow.AddMinutes(5));
        await StepAsync(page, Steps);

        var before = await WorkAsync(page);
        await StepAsync(page, Steps);
        var after = await WorkAsync(page);

        double Of(string what) => (double)(after[what] - before[what]) / Steps;
        var found = string.Join(", ", after.Keys.Select(what => $"{what} {Of(what):0.0}"));
        // The list and the legend are written once at most in a second of steps.
        Assert.True(Of("pictures") is > 0 and < 60 && Of("shapes") < 15 && Of("changes") < 6 && Of("words") < 3 && Of("list") < 0.3, $"a step of time: {found}");
        Assert.Empty(page.Faults);
    }

    [Fact]
    public async Task The_first_view_loads_what_it_shows_and_no_more()
    {
        await using var page = await product.OpenAsync("/");
        await page.ReadyAsync();
        var loaded = await page.Page.EvaluateAsync<JsonElement>("""
            () => {
              const all = [...performance.getEntriesByType('resource'), ...performance.getEntriesByType('navigation')].filter(({ name }) => !/\/(api|basemap)\//.test(name));
              return { scripts: all.filter(({ name }) => name.endsWith('.js')).length, bytes: all.reduce((sum, { transferSize }) => sum + transferSize, 0), names: all.map(({ name }) => new URL(name).pathname) };
            }
            """);

        Assert.InRange(loaded.GetProperty("bytes").GetInt32(), 100_000, 270_000);
        Assert.InRange(loaded.GetProperty("scripts").GetInt32(), 50, 105);
        var names = loaded.GetProperty("names").EnumerateArray().Select(name => name.GetString()!).ToList();
        Assert.DoesNotContain(names, name => name.StartsWith("/js/linetime/chart", StringComparison.Ordinal) || name.StartsWith("/js/picture/", StringComparison.Ordinal)
            || name is "/js/table/table.js" or "/js/panel/filters.js" or "/js/panel/incident-view.js" or "/js/layers/heat.js");
    }

    private static async Task StepAsync(WatchedPage page, int count)
    {
        for (var at = 0; at < count; at++)
        {
            var key = at % 40 < 20 ? "ArrowRight" : "ArrowLeft";
            await page.Page.EvaluateAsync($"document.querySelector('.brush-both').dispatchEvent(new KeyboardEvent('keydown', {{ key: '{key}', bubbles: true }}))");
            await page.Page.Clock.RunForAsync(16);
        }
    }

    private static async Task<Dictionary<string, int>> WorkAsync(WatchedPage page) =>
        JsonSerializer.Deserialize<Dictionary<string, int>>(await page.Page.EvaluateAsync<string>("JSON.stringify(window.work)"))!;
}
