using System.Text.Json;
using BorderMap.EndToEnd.Running;
using Microsoft.Playwright;

namespace BorderMap.EndToEnd;

/// <summary>WCAG 2.2 AA by axe-core on every page and state: light and dark, desk and phone, in each language.</summary>
public sealed class AccessibilityTests(Product product)
{
    private const string Rules = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']";
    private static readonly string Axe = File.ReadAllText(Path.Combine(Checkout.Root, "node_modules", "axe-core", "axe.min.js"));

    [Theory]
    [InlineData("en", false, false)]
    [InlineData("prs", true, true)]
    [InlineData("ps", false, true)]
    [InlineData("ur", true, false)]
    public async Task No_page_or_state_breaks_a_rule_of_wcag(string language, bool isDark, bool isPhone)
    {
        await using var context = await ContextAsync(isDark, isPhone);
        context.SetDefaultTimeout(Product.Patience);
        var page = await context.NewPageAsync();
        var id = await product.AnIncidentAsync();
        var broken = new List<string>();
        foreach (var state in PageStates.Public)
        {
            broken.AddRange(await CheckAsync(page, state, state.At(id, language)));
        }

        Assert.Empty(broken);
    }

    [Fact]
    public async Task No_page_for_editors_breaks_a_rule_of_wcag()
    {
        await using var context = await ContextAsync(isDark: false, isPhone: false);
        context.SetDefaultTimeout(Product.Patience);
        var page = await context.NewPageAsync();
        await Accounts.SignInAsync(page, product.Server, "axel", "admin");
        var broken = new List<string>();
        var id = await product.AnIncidentAsync();
        foreach (var state in PageStates.SignedIn)
        {
            var path = state.At(id);
            broken.AddRange(await CheckAsync(page, state, path));
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            broken.AddRange(await CheckAsync(page, state, path));
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        }

        Assert.Empty(broken);
    }

    private Task<IBrowserContext> ContextAsync(bool isDark, bool isPhone) => product.Browser.NewContextAsync(new()
    {
        ViewportSize = isPhone ? new() { Width = 390, Height = 844 } : new() { Width = 1440, Height = 900 },
        HasTouch = isPhone,
        ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
        ReducedMotion = ReducedMotion.Reduce, // Nothing is half faded in when it is measured.
    });

    private async Task<IEnumerable<string>> CheckAsync(IPage page, PageState state, string path)
    {
        await state.OpenAsync(page, new Uri(product.Server.Address, path));
        await page.EvaluateAsync(Axe);
        var found = await page.EvaluateAsync<JsonElement>($$"""async () => (await axe.run(document, { runOnly: {{Rules}} })).violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary}`))""");
        return found.EnumerateArray().Select(violation => $"{state.Name}, {path}: {violation.GetString()}");
    }
}
