using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(BorderMap.EndToEnd.Running.Product))]

namespace BorderMap.EndToEnd.Running;

/// <summary>One server with the starter incidents and one browser, shared by the tests that only read.</summary>
public sealed class Product : IAsyncLifetime
{
    private static readonly string[] ChromiumPaths = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    /// <summary>Milliseconds that a page has to come to what is expected of it: a guard against waiting for ever, on a machine that may be slow and busy.</summary>
    public const int Patience = 90_000;

    private IPlaywright? playwright;

    public RunningServer Server { get; private set; } = null!;
    public IBrowser Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Server = await RunningServer.StartAsync(Homes.Make());
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        Browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = ChromiumPaths.First(File.Exists),
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null)
        {
            await Browser.DisposeAsync();
        }

        playwright?.Dispose();
        if (Server is not null)
        {
            await Server.DisposeAsync();
            Homes.Remove(Server.Home);
        }
    }

    /// <summary>A page of the given size that remembers every console error, failed script and request to another host.</summary>
    public async Task<WatchedPage> OpenAsync(string path, int width = 1440, int height = 900, bool touch = false)
    {
        var context = await Browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, HasTouch = touch, ReducedMotion = ReducedMotion.NoPreference });
        context.SetDefaultTimeout(Patience);
        var page = await context.NewPageAsync();
        var watched = new WatchedPage(page, Server.Address);
        await page.GotoAsync(new Uri(Server.Address, path).ToString());
        return watched;
    }
}
