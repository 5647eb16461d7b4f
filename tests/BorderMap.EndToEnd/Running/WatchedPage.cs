using Microsoft.Playwright;

namespace BorderMap.EndToEnd.Running;

/// <summary>A browser page and what went wrong in it.</summary>
public sealed class WatchedPage : IAsyncDisposable
{
    private readonly List<string> faults = [];

    public WatchedPage(IPage page, Uri home)
    {
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                faults.Add($"console {message.Type}: {message.Text}");
            }
        };
        page.PageError += (_, error) => faults.Add($"script error: {error}");
        page.Request += (_, request) =>
        {
            var address = new Uri(request.Url);
            if (address.Scheme is "http" or "https" && address.Authority != home.Authority)
            {
                faults.Add($"foreign request: {request.Url}");
            }
        };
    }

    public IPage Page { get; }
    public IReadOnlyList<string> Faults => faults;

    public ILocator Map => Page.Locator("#map");

    public Task ReadyAsync() => Page.Locator("#map[data-ready='true']").WaitForAsync(new() { Timeout = 30_000 });

    public async Task<int> ShownAsync() => int.Parse((await Map.GetAttributeAsync("data-shown"))!);

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
