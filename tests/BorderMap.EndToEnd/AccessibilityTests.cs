using System.Text.Json;
using BorderMap.EndToEnd.Running;
using Microsoft.Playwright;

namespace BorderMap.EndToEnd;

/// <summary>WCAG 2.2 AA by axe-core on every page and state: light and dark, desk and phone, in each language.</summary>
public sealed class AccessibilityTests(Product product)
{
    private const string Ready = "#map[data-ready='true']";
    private const string Rules = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']";
    private static readonly string Axe = File.ReadAllText(Path.Combine(Checkout.Root, "node_modules", "axe-core", "axe.min.js"));

    /// <summary>A page as a reader has it before the eyes.</summary>
    /// <param name="Name">For the report.</param>
    /// <param name="Path">Its address; <c>{id}</c> is an incident.</param>
    /// <param name="Shown">What is there when it has come.</param>
    /// <param name="Click">What is pressed then.</param>
    /// <param name="Then">What that brings.</param>
    private sealed record State(string Name, string Path, string Shown = Ready, string? Click = null, string? Then = null);

    private static readonly State[] Public =
    [
        new("map", "/?datetime=2025-10-01/2025-10-31&kind=air&side=AF"),
        new("refused", "/?colour=red"),
        new("nothing", "/?datetime=2001-01-01/2001-02-01"),
        new("filters", "/", Click: "#tab-filters"),
        new("incident", "/?highlight={id}", Then: "#detail article"),
        new("incident's details", "/?highlight={id}", "#record summary", "#record summary", "#record details[open]"),
        new("pickers", "/", Click: "#tab-filters", Then: "#pick-actor-search"),
        new("layers", "/", Click: ".layers summary", Then: ".layers[open]"),
        new("districts shaded", "/?layer=districts&measure=killed"),
        new("how new", "/", "#freshness summary", "#freshness summary", "#freshness details[open]"),
        new("line and time", "/?chart=line", "[data-placed]"),
        new("line and time as a table", "/?chart=line", "[data-placed]", ".line-as-table", ".line-table tbody tr"),
        new("export menu", "/", Click: ".menu >> nth=0"),
        new("languages", "/", Click: ".languages summary"),
        new("table", "/?layer=table", Then: "#table tbody tr"),
        new("authors", "/embed/new?datetime=2025-10-01/2025-10-31&kind=air", "body[data-ready]", Then: ".overview-text table"),
        new("embed", "/embed?datetime=2025-10-09/2025-10-19"),
        new("places", "/places", "body[data-ready]"),
        new("places found", "/places", "body[data-ready]", "#sheet-sample", "#sheet-go:enabled"),
        new("incident page", "/incidents/{id}", "h1"),
        new("method", "/method", "h1"),
        new("features for GIS", "/ogc", "h1"),
        new("a collection", "/ogc/collections/incidents", "h1"),
        new("features of a collection", "/ogc/collections/incidents/items?limit=20", "h1"),
        new("properties of a collection", "/ogc/collections/incidents/schema", "h1"),
        new("place page", "/places/x-torkham-crossing", "h1"),
        new("sign-in", "/sign-in", "h1"),
    ];

    private static readonly State[] SignedIn =
    [
        new("account", "/account", "#token-list"),
        new("people", "/people", "#people-list li"),
        new("desk", "/desk", "#desk[data-ready]"),
        new("desk form", "/desk?new", "#desk[data-ready] .editor"),
        new("desk queue", "/desk?queue", "#desk[data-ready]"),
        new("desk report", "/desk?report", "#report-text"),
        new("desk import", "/desk?import", "#desk[data-ready]"),
        new("desk history", "/desk?history={id}", "#desk[data-ready]"),
    ];

    [Theory]
    [InlineData("en", false, false)]
    [InlineData("prs", true, true)]
    [InlineData("ps", false, true)]
    [InlineData("ur", true, false)]
    public async Task No_page_or_state_breaks_a_rule_of_wcag(string language, bool isDark, bool isPhone)
    {
        await using var context = await ContextAsync(isDark, isPhone);
        var page = await context.NewPageAsync();
        var id = await AnIncidentAsync();
        var broken = new List<string>();
        foreach (var state in Public)
        {
            var path = state.Path.Replace("{id}", id, StringComparison.Ordinal);
            var takesLanguage = state.Name is not ("sign-in" or "place page") && !path.StartsWith("/ogc", StringComparison.Ordinal);
            broken.AddRange(await CheckAsync(page, state, takesLanguage ? $"{path}{(path.Contains('?') ? '&' : '?')}lang={language}" : path));
        }

        Assert.Empty(broken);
    }

    [Fact]
    public async Task No_page_for_editors_breaks_a_rule_of_wcag()
    {
        await using var context = await ContextAsync(isDark: false, isPhone: false);
        var page = await context.NewPageAsync();
        await SignInAsync(page);
        var broken = new List<string>();
        var id = await AnIncidentAsync();
        foreach (var state in SignedIn)
        {
            var path = state.Path.Replace("{id}", id, StringComparison.Ordinal);
            broken.AddRange(await CheckAsync(page, state, path));
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            broken.AddRange(await CheckAsync(page, state, path));
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        }

        Assert.Empty(broken);
    }

    private async Task<string> AnIncidentAsync() => (await product.Server.JsonAsync("api/incidents?q=Omid&limit=1")).GetProperty("features")[0].GetProperty("id").GetString()!;

    private Task<IBrowserContext> ContextAsync(bool isDark, bool isPhone) => product.Browser.NewContextAsync(new()
    {
        ViewportSize = isPhone ? new() { Width = 390, Height = 844 } : new() { Width = 1440, Height = 900 },
        HasTouch = isPhone,
        ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
        ReducedMotion = ReducedMotion.Reduce, // Nothing is half faded in when it is measured.
    });

    private async Task<IEnumerable<string>> CheckAsync(IPage page, State state, string path)
    {
        await page.GotoAsync(new Uri(product.Server.Address, path).ToString());
        await page.Locator(state.Shown).First.WaitForAsync(new() { State = WaitForSelectorState.Attached, Timeout = Product.Patience });
        if (state.Click is not null)
        {
            await page.Locator(state.Click).First.DispatchEventAsync("click");
        }
        if (state.Then is not null)
        {
            await page.Locator(state.Then).First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        }
        await page.EvaluateAsync(Axe);
        var found = await page.EvaluateAsync<JsonElement>($$"""async () => (await axe.run(document, { runOnly: {{Rules}} })).violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary}`))""");
        return found.EnumerateArray().Select(violation => $"{state.Name}, {path}: {violation.GetString()}");
    }

    private async Task SignInAsync(IPage page)
    {
        const string own = "violet harbour seven lanterns";
        var made = await Command.BorderMap(product.Server.Home, "user", "add", "axel", "--role", "admin");
        Assert.True(made.ExitCode == 0, made.Error);
        await page.GotoAsync(new Uri(product.Server.Address, "/sign-in").ToString());
        await page.FillAsync("#name", "axel");
        await page.FillAsync("#password", made.Output.Trim().Split('\n')[^1].Trim());
        await page.ClickAsync("#sign-in button");
        await page.Locator("#change").WaitForAsync();
        await page.FillAsync("#current", made.Output.Trim().Split('\n')[^1].Trim());
        await page.FillAsync("#new", own);
        await page.ClickAsync("#change button");
        await page.Locator("#token-list").WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }
}
