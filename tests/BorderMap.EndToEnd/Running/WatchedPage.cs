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

    public Task ReadyAsync() => Page.Locator("#map[data-ready='true']").WaitForAsync(new() { Timeout = Product.Patience });

    public async Task<int> ShownAsync() => int.Parse((await Map.GetAttributeAsync("data-shown"))!);

    /// <summary>Waits until the map draws that many incidents.</summary>
    public Task ShowsAsync(int count) => Assertions.Expect(Map).ToHaveAttributeAsync("data-shown", count.ToString());

    /// <summary>Where something stands once it stands still: what is loaded late may still move it.</summary>
    public async Task<LocatorBoundingBoxResult> SteadyAsync(ILocator what)
    {
        LocatorBoundingBoxResult? before = null;
        while (true)
        {
            var now = (await what.BoundingBoxAsync())!;
            if (before is not null && (now.X, now.Y, now.Width, now.Height) == (before.X, before.Y, before.Width, before.Height))
            {
                return now;
            }
            before = now;
            // Two pictures and a moment: what was to be drawn has been.
            await Page.EvaluateAsync("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 250))))");
        }
    }

    /// <summary>Keeps a picture of the page to look at.</summary>
    public Task PictureAsync(string name) => Page.ScreenshotAsync(new() { Path = Path.Combine(Checkout.Results, name + ".png") });

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
