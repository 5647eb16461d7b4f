using System.Net;
using System.Text;
using BorderMap.EndToEnd.Running;
using static Microsoft.Playwright.Assertions;

namespace BorderMap.EndToEnd;

/// <summary>The map inside somebody else's page.</summary>
public sealed class EmbedTests(Product product)
{
    [Fact]
    public async Task The_embed_shows_the_same_incidents_as_the_map_inside_a_foreign_page()
    {
        const string state = "?datetime=2025-10-09/2025-10-19";
        await using var host = ForeignPage.Start(new Uri(product.Server.Address, "/embed" + state));
        await using var context = await product.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(host.Address);

        var map = page.FrameLocator("iframe").Locator("#map[data-ready='true']");
        await Expect(map).ToHaveAttributeAsync("data-shown", (await product.Server.CountAsync(state[1..])).ToString());
        await page.ScreenshotAsync(new() { Path = Path.Combine(Checkout.Results, "embed.png") });
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/method")]
    [InlineData("/api/incidents")]
    public async Task Nothing_but_the_embed_may_be_framed(string path)
    {
        await using var host = ForeignPage.Start(new Uri(product.Server.Address, path));
        await using var context = await product.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        var refused = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("frame-ancestors", StringComparison.Ordinal) || message.Text.Contains("X-Frame-Options", StringComparison.Ordinal))
            {
                refused.TrySetResult(message.Text);
            }
        };
        await page.GotoAsync(host.Address);

        Assert.NotEmpty(await refused.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
    }

    /// <summary>A page of another origin that frames one address.</summary>
    private sealed class ForeignPage : IAsyncDisposable
    {
        private readonly HttpListener listener = new();
        private readonly Task serving;

        private ForeignPage(int port, Uri framed)
        {
            Address = $"http://localhost:{port}/";
            listener.Prefixes.Add(Address);
            listener.Start();
            var html = Encoding.UTF8.GetBytes($"<!doctype html><title>A report</title><h1>A report</h1><iframe width=900 height=600 src=\"{WebUtility.HtmlEncode(framed.ToString())}\"></iframe>");
            serving = ServeAsync(html);
        }

        public string Address { get; }

        public static ForeignPage Start(Uri framed)
        {
            using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            var port = ((IPEndPoint)probe.LocalEndpoint).Port;
            probe.Stop();
            return new ForeignPage(port, framed);
        }

        public async ValueTask DisposeAsync()
        {
            listener.Stop();
            await serving;
            listener.Close();
        }

        private async Task ServeAsync(byte[] html)
        {
            try
            {
                while (true)
                {
                    var context = await listener.GetContextAsync();
                    context.Response.ContentType = "text/html; charset=utf-8";
                    await context.Response.OutputStream.WriteAsync(html);
                    context.Response.Close();
                }
            }
            catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException && !listener.IsListening)
            {
                return; // The test is over.
            }
        }
    }
}
