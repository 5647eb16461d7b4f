using BorderMap.EndToEnd.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BorderMap.EndToEnd;

/// <summary>No text becomes markup or script in any page, as the browser itself holds it; and every page works so.</summary>
public sealed class TrustedTypesTests(Product product)
{
    /// <summary>Told on the console, where it is heard from frames too.</summary>
    private const string Telling = "addEventListener('securitypolicyviolation', (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`));";

    /// <summary>What takes text as markup or script, each with what came of it.</summary>
    private const string Trying = """
        () => {
          const out = (name, act) => { try { act(); return `${name}: taken`; } catch (error) { return `${name}: ${error.name}`; } };
          return [
            out('innerHTML', () => { document.createElement('div').innerHTML = '<b>text</b>'; }),
            out('innerHTML like a literal', () => { document.createElement('div').innerHTML = '<svg onload="alert(1)"/>'; }),
            out('insertAdjacentHTML', () => { document.body.insertAdjacentHTML('beforeend', '<i>text</i>'); }),
            out('DOMParser', () => { new DOMParser().parseFromString('<p>text</p>', 'text/html'); }),
            out('script.src', () => { document.createElement('script').src = '/js/main.js'; }),
            out('script.text', () => { document.createElement('script').text = 'alert(1)'; }),
            out('iframe.srcdoc', () => { document.createElement('iframe').srcdoc = '<p>text</p>'; }),
            out('onclick', () => { document.createElement('p').setAttribute('onclick', 'alert(1)'); }),
            out('Worker', () => { new Worker('/js/main.js'); }),
            out('another policy', () => { trustedTypes.createPolicy('mine', { createHTML: (text) => text }); }),
          ].filter((line) => !line.endsWith(': TypeError'));
        }
        """;

    [Fact]
    public async Task Every_page_works_where_no_text_may_become_markup()
    {
        await using var context = await product.Browser.NewContextAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 } });
        context.SetDefaultTimeout(Product.Patience);
        var page = await context.NewPageAsync();
        var violations = await WatchAsync(page);
        var id = await product.AnIncidentAsync();
        await Accounts.SignInAsync(page, product.Server, "trudy", "admin");

        var taken = new List<string>();
        foreach (var state in PageStates.Public.Concat(PageStates.SignedIn))
        {
            await state.OpenAsync(page, new Uri(product.Server.Address, state.At(id)));
            Assert.True(violations.Count == 0, $"{state.Name}: {string.Join('\n', violations)}");
            taken.AddRange((await page.EvaluateAsync<string[]>(Trying)).Select(line => $"{state.Name}: {line}"));
            // What was tried is told of too: so would anything of the page's own have been.
            await page.EvaluateAsync("console.error('policy: all was tried')");
            while (!violations.Any(line => line.EndsWith("all was tried", StringComparison.Ordinal)))
            {
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }
            Assert.Contains(violations, line => line.Contains("require-trusted-types-for", StringComparison.Ordinal) && line.Contains("innerHTML", StringComparison.Ordinal));
            await page.GotoAsync("about:blank");
            violations.Clear();
        }

        Assert.Empty(taken);
    }

    [Fact]
    public async Task Leaflet_draws_its_buttons_and_its_scale_at_every_zoom()
    {
        await using var context = await product.Browser.NewContextAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 }, ReducedMotion = ReducedMotion.Reduce });
        context.SetDefaultTimeout(Product.Patience);
        var page = await context.NewPageAsync();
        var violations = await WatchAsync(page);
        await page.GotoAsync(new Uri(product.Server.Address, "/").ToString());
        await page.Locator("#map[data-ready='true']").WaitForAsync();

        await Expect(page.Locator(".leaflet-control-zoom-in")).ToHaveTextAsync("+");
        await Expect(page.Locator(".leaflet-control-zoom-out")).ToHaveTextAsync("\u2212");
        var lengths = new HashSet<string>();
        while (!(await page.Locator(".leaflet-control-zoom-in").GetAttributeAsync("class"))!.Contains("leaflet-disabled", StringComparison.Ordinal))
        {
            lengths.Add(await page.Locator(".leaflet-control-scale-line").InnerTextAsync());
            await page.Locator(".leaflet-control-zoom-in").ClickAsync();
        }

        Assert.True(lengths.Count > 5 && lengths.Any(length => length.EndsWith(" km", StringComparison.Ordinal)) && lengths.Any(length => length.EndsWith(" m", StringComparison.Ordinal)), string.Join(", ", lengths));
        Assert.Empty(violations);
    }

    private static async Task<List<string>> WatchAsync(IPage page)
    {
        var violations = new List<string>();
        await page.Context.AddInitScriptAsync(Telling);
        page.Console += (_, message) => violations.AddRange(message.Type is "error" && message.Text.Contains("polic", StringComparison.OrdinalIgnoreCase) ? [message.Text] : []);
        page.PageError += (_, error) => violations.Add(error);
        return violations;
    }
}
