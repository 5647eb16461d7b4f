using System.Diagnostics;
using BorderMap.EndToEnd.Running;
using static Microsoft.Playwright.Assertions;

namespace BorderMap.EndToEnd;

/// <summary>The page on which authors make embeds, and what they take from it.</summary>
public sealed class AuthorTests(Product product, DeskSite desk) : IClassFixture<DeskSite>
{
    [Fact]
    public async Task From_a_view_of_the_map_an_author_makes_an_embed_and_going_back_undoes_a_choice()
    {
        await using var watched = await product.OpenAsync("/?datetime=2025-10-01/2025-10-31&kind=air");
        var page = watched.Page;
        await page.Locator("#map[data-ready='true']").WaitForAsync();
        await page.GetByText("Share", new() { Exact = true }).ClickAsync();
        await page.Locator(".share-author").ClickAsync();
        await page.Locator("body[data-ready='true']").WaitForAsync();

        await page.Locator("#widget").SelectOptionAsync("counter");
        await page.Locator("#title").FillAsync("Strikes & \"more\"");
        await page.Locator("#title").BlurAsync();
        await page.GetByLabel("Dark", new() { Exact = true }).CheckAsync();
        var code = page.Locator("#code-iframe");
        await Expect(code).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("embed\\?datetime=2025-10-01/2025-10-31&amp;kind=air&amp;widget=counter&amp;theme=dark&amp;title=Strikes%20%26%20%22more%22\" title=\"Strikes &amp; &quot;more&quot;\""));
        await Expect(page.FrameLocator("#preview iframe").Locator("border-map")).ToHaveAttributeAsync("view", "counter");
        await Expect(page.Locator(".overview-text")).ToContainTextAsync("From 1 to 31 October 2025,");

        await page.GoBackAsync();
        await Expect(code).Not.ToHaveValueAsync(new System.Text.RegularExpressions.Regex("theme=dark"));
        await Expect(page.Locator("input[name='theme'][value='']")).ToBeCheckedAsync();
        await page.ScreenshotAsync(new() { Path = Path.Combine(Checkout.Results, "author.png"), FullPage = true });
        Assert.Empty(watched.Faults);
    }

    [Fact]
    public async Task Who_is_signed_in_stores_an_embed_and_changes_it_without_touching_the_page_that_shows_it()
    {
        await using var context = await desk.BrowserAsync(product.Browser, "cora");
        var page = await context.NewPageAsync();
        await page.GotoAsync("/embed/new?kind=air&size=640x480&title=Strikes");
        await page.Locator("#stored button").First.ClickAsync();
        await Expect(page.Locator("#stored .message")).ToContainTextAsync("Stored as e-");
        var id = await page.Locator(".stored-list code").First.TextContentAsync();
        await Expect(page.Locator("#code-iframe")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex($"/embed/{id}\""));

        await page.Locator("#widget").SelectOptionAsync("latest");
        await page.Locator("#stored button.primary").ClickAsync();
        await Expect(page.Locator("#stored .message")).ToContainTextAsync("is changed");

        var reader = await context.NewPageAsync();
        await reader.GotoAsync($"/embed/{id}");
        await Expect(reader.Locator("border-map")).ToHaveAttributeAsync("view", "latest");
    }

    [Fact]
    public async Task What_WordPress_makes_of_a_link_shows_the_map_in_its_sandbox()
    {
        await using var context = await product.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        var answer = await context.APIRequest.GetAsync($"{product.Server.Address}oembed?url={Uri.EscapeDataString($"{product.Server.Address}?kind=air")}&maxwidth=600");
        var html = (await answer.JsonAsync())!.Value.GetProperty("html").GetString()!;
        await using var host = ForeignPage.Start(html.Replace("<iframe ", "<iframe sandbox=\"allow-scripts\" security=\"restricted\" ", StringComparison.Ordinal));
        await page.GotoAsync(host.Address);

        await Expect(page.FrameLocator("iframe").Locator("border-map #embed[data-ready='true']")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("layer=heat")]
    [InlineData("layer=districts")]
    [InlineData("layer=episodes&datetime=2025-10-01/2025-10-31&lang=ur")]
    [InlineData("widget=line")]
    [InlineData("widget=histogram&measure=killed")]
    public async Task Chromium_and_librsvg_draw_a_still_alike(string query)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/rsvg-convert"), "librsvg's rsvg-convert is not installed");
        await using var context = await product.Browser.NewContextAsync(new() { ViewportSize = new() { Width = 1123, Height = 794 } });
        var svg = await (await context.APIRequest.GetAsync($"{product.Server.Address}snapshot.svg?{query}")).TextAsync();
        var (input, output) = (Path.GetTempFileName(), Path.GetTempFileName());
        await File.WriteAllTextAsync(input, svg, TestContext.Current.CancellationToken);
        using var convert = Process.Start("/usr/bin/rsvg-convert", ["--format=png", $"--output={output}", input]);
        await convert.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, convert.ExitCode);
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(product.Server.Address, "/method").ToString());
        var apart = await page.EvaluateAsync<double>(Compare, new { svg, png = Convert.ToBase64String(await File.ReadAllBytesAsync(output, TestContext.Current.CancellationToken)) });
        File.Delete(input);
        File.Delete(output);

        // Fonts differ by hinting; what is missing or elsewhere would be far more.
        Assert.InRange(apart, 0, 6);
    }

    /// <summary>The mean difference of both pictures, 0 to 255, in cells of about eight pixels.</summary>
    private const string Compare = """
        async ({ svg, png }) => {
          const pixels = async (blob) => {
            const image = new Image();
            image.src = URL.createObjectURL(blob);
            await image.decode();
            const canvas = Object.assign(document.createElement('canvas'), { width: 140, height: 100 });
            const context = canvas.getContext('2d', { willReadFrequently: true });
            context.imageSmoothingQuality = 'high';
            context.drawImage(image, 0, 0, canvas.width, canvas.height);
            return context.getImageData(0, 0, canvas.width, canvas.height).data;
          };
          const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
          const [one, other] = [await pixels(new Blob([svg], { type: 'image/svg+xml' })), await pixels(new Blob([bytes], { type: 'image/png' }))];
          return one.reduce((sum, value, at) => sum + Math.abs(value - other[at]), 0) / one.length;
        }
        """;
}
