using System.Buffers.Binary;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using BorderMap.EndToEnd.Running;
using static Microsoft.Playwright.Assertions;

namespace BorderMap.EndToEnd;

/// <summary>The map's layers, and pictures of the view, in a real browser.</summary>
public sealed class LayerTests(Product product)
{
    [Fact]
    public async Task Layers_are_switched_by_keyboard_and_the_legend_accounts_for_every_incident()
    {
        await using var page = await product.OpenAsync("/?kind=combat");
        await page.ReadyAsync();
        var all = await product.Server.CountAsync();
        var filtered = all - await product.Server.CountAsync("kind=combat");
        Assert.Equal((all, filtered), await AccountAsync(page));

        await page.Page.FocusAsync(".layers > summary");
        await page.Page.Keyboard.PressAsync("Enter");
        await page.Page.FocusAsync(".layers input:checked");
        foreach (var layer in new[] { "episodes", "heat", "districts", "provinces" })
        {
            await page.Page.Keyboard.PressAsync("ArrowDown");
            await Expect(page.Map).ToHaveAttributeAsync("data-layer", layer);
            await Expect(page.Page).ToHaveURLAsync(new Regex($"layer={layer}"));
            Assert.Equal((all, filtered), await AccountAsync(page));
        }
        await page.Page.Keyboard.PressAsync("Escape");
        await Expect(page.Page.Locator(".layers > summary")).ToBeFocusedAsync();

        await page.Page.FocusAsync("#map");
        await page.Page.Keyboard.PressAsync("n");
        await Expect(page.Page.Locator("#announcer")).ToContainTextAsync("incident");
        await page.Page.Keyboard.PressAsync("Enter");
        await Expect(page.Page).ToHaveURLAsync(new Regex("place="));
        await page.Page.GoBackAsync();
        await page.Page.GoBackAsync();
        await Expect(page.Map).ToHaveAttributeAsync("data-layer", "districts");
        Assert.Empty(page.Faults);
    }

    [Fact]
    public async Task A_crossing_is_as_it_was_reported_at_the_end_of_the_window()
    {
        await using var page = await product.OpenAsync("/?datetime=../2025-03-10");
        await page.ReadyAsync();
        await Expect(page.Map).ToHaveAttributeAsync("data-gates", new Regex("x-torkham-crossing=closed"));

        await page.Page.GotoAsync(new Uri(product.Server.Address, "/?datetime=../2025-04-10").ToString());
        await page.ReadyAsync();
        await Expect(page.Map).ToHaveAttributeAsync("data-gates", new Regex("x-torkham-crossing=open"));
        await page.Page.ClickAsync(".layers > summary");
        await page.Page.ClickAsync(".gates-list > summary");
        await page.Page.ClickAsync(".gates button >> text=Torkham");
        await Expect(page.Page.Locator("#detail")).ToContainTextAsync("Torkham reopened to lorries, then to travellers");
        Assert.Empty(page.Faults);
    }

    [Fact]
    public async Task A_picture_has_the_size_that_it_says_and_its_words_are_text()
    {
        await using var page = await product.OpenAsync("/?layer=districts&measure=killed&datetime=2025-10-01/2025-12-31");
        await page.ReadyAsync();
        await page.Page.ClickAsync("#menus summary >> text=Share");
        await page.Page.ClickAsync(".share-picture");
        await page.Page.FillAsync(".picture input[name=title]", "Autumn of 2025 & after");
        await page.Page.SelectOptionAsync(".picture select", "slide");
        await Expect(page.Page.Locator(".picture-preview")).ToHaveAttributeAsync("data-size", new Regex("^1280x"));
        var size = (await page.Page.GetAttributeAsync(".picture-preview", "data-size"))!.Split('x').Select(int.Parse).ToArray();

        var png = await SavedAsync(page, "Save as PNG");
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], png[..4]);
        Assert.Equal((size[0] * 2, size[1] * 2), (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20))));
        await File.WriteAllBytesAsync(Path.Combine(Checkout.Results, "picture.png"), png, TestContext.Current.CancellationToken);
        var colours = await page.Page.EvaluateAsync<int>("() => { const c = document.querySelector('.picture-preview canvas'); const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data; const s = new Set(); for (let i = 0; i < d.length; i += 404) s.add(d[i] << 16 | d[i + 1] << 8 | d[i + 2]); return s.size; }");
        Assert.True(colours > 50, $"{colours} colours");

        var svg = XDocument.Parse(System.Text.Encoding.UTF8.GetString(await SavedAsync(page, "Save as SVG")));
        XNamespace ns = "http://www.w3.org/2000/svg";
        Assert.Equal(ns + "svg", svg.Root!.Name);
        var words = string.Join(' ', svg.Descendants(ns + "text").Select(text => text.Value));
        Assert.Contains("Autumn of 2025 & after", words, StringComparison.Ordinal);
        Assert.Contains("CC BY 4.0", words, StringComparison.Ordinal);
        Assert.Contains("newest incident", words, StringComparison.Ordinal);
        Assert.Contains("layer=districts", words.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Single(svg.Descendants(ns + "image"));
        await page.Page.Keyboard.PressAsync("Escape");
        await Expect(page.Page.Locator(".picture")).ToHaveCountAsync(0);
        Assert.Empty(page.Faults);
    }

    /// <summary>All incidents that the legend accounts for, and how many of them it says are filtered out.</summary>
    private static async Task<(int All, int Filtered)> AccountAsync(WatchedPage page)
    {
        var parts = await page.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('#legend .account li')].map((item) => `${item.dataset.part} ${item.dataset.n}`)");
        var numbers = parts.Select(part => part.Split(' ')).ToDictionary(part => part[0], part => int.Parse(part[1]));
        return (numbers.Values.Sum(), numbers.GetValueOrDefault("filtered"));
    }

    private static async Task<byte[]> SavedAsync(WatchedPage page, string button)
    {
        var download = await page.Page.RunAndWaitForDownloadAsync(() => page.Page.ClickAsync($".picture button >> text={button}"));
        return await File.ReadAllBytesAsync(await download.PathAsync());
    }
}
