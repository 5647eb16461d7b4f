using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BorderMap.EndToEnd.Running;

/// <summary>The form of the desk, written by keyboard as an editor does.</summary>
public sealed class DeskForm(IPage page)
{
    public IPage Page => page;
    public ILocator State => page.Locator(".editor .state");
    public ILocator Messages => page.Locator(".editor .messages");
    public ILocator Title => page.Locator("#desk-title");

    public static async Task<DeskForm> OpenAsync(IBrowserContext context, string query)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/desk?{query}");
        await page.Locator("#desk[data-ready='true']").WaitForAsync();
        return new DeskForm(page);
    }

    public ILocator Act(string name) => page.Locator($"[data-act='{name}']");

    public Task PressAsync(string keys) => page.Keyboard.PressAsync(keys);

    public Task TypeAsync(string text) => page.Keyboard.TypeAsync(text);

    /// <summary>Types into the combobox that has the focus, and takes the first that fits.</summary>
    public async Task ChooseAsync(string text, string expected)
    {
        await TypeAsync(text);
        await Expect(page.Locator("[role=option]:visible").First).ToContainTextAsync(expected);
        await PressAsync("Enter");
    }

    /// <summary>What has the focus, to say where the keyboard is.</summary>
    public Task FocusedAsync(string selector) => Expect(page.Locator(selector)).ToBeFocusedAsync();
}
