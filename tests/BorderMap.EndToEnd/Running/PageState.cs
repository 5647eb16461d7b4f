using Microsoft.Playwright;

namespace BorderMap.EndToEnd.Running;

/// <summary>A page as a reader has it before the eyes.</summary>
/// <param name="Name">For the report.</param>
/// <param name="Path">Its address; <c>{id}</c> is an incident.</param>
/// <param name="Shown">What is there when it has come.</param>
/// <param name="Click">What is pressed then.</param>
/// <param name="Then">What that brings.</param>
public sealed record PageState(string Name, string Path, string Shown = PageState.MapIsReady, string? Click = null, string? Then = null)
{
    private const string MapIsReady = "#map[data-ready='true']";

    /// <summary>Its address for one incident, in one language where the page has others.</summary>
    public string At(string incident, string? language = null)
    {
        var path = Path.Replace("{id}", incident, StringComparison.Ordinal);
        var hasLanguages = Name is not ("sign-in" or "place page") && !path.StartsWith("/ogc", StringComparison.Ordinal);
        return language is not null && hasLanguages ? $"{path}{(path.Contains('?') ? '&' : '?')}lang={language}" : path;
    }

    /// <summary>Goes there and waits until it is.</summary>
    public async Task OpenAsync(IPage page, Uri address)
    {
        await page.GotoAsync(address.ToString());
        await page.Locator(Shown).First.WaitForAsync(new() { State = WaitForSelectorState.Attached, Timeout = Product.Patience });
        if (Click is not null)
        {
            await page.Locator(Click).First.DispatchEventAsync("click");
        }
        if (Then is not null)
        {
            await page.Locator(Then).First.WaitForAsync(new() { State = WaitForSelectorState.Attached, Timeout = Product.Patience });
        }
    }
}
