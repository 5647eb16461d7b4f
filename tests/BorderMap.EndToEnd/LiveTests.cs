using System.Text.Json;
using BorderMap.EndToEnd.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BorderMap.EndToEnd;

/// <summary>What is published by one program appears in the open pages of other readers.</summary>
public sealed class LiveTests(Product product) : IAsyncLifetime
{
    private RunningServer server = null!;

    public async ValueTask InitializeAsync() => server = await RunningServer.StartAsync(Homes.Make());

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        Homes.Remove(server.Home);
    }

    [Fact]
    public async Task What_is_published_elsewhere_appears_without_reload_and_without_a_jump_and_goes_when_it_is_withdrawn()
    {
        await using var whole = await OpenAsync("/?view=8/34.1/71.1");
        await using var narrow = await OpenAsync("/?side=PK&place=1360701001&view=7/33/70");
        await using var past = await OpenAsync("/?asOf=1");
        var (all, few, then) = (await whole.ShownAsync(), await narrow.ShownAsync(), await past.ShownAsync());
        var address = whole.Page.Url;

        await ImportAsync("Shelling seen by everybody");
        await whole.ShowsAsync(all + 1);
        await narrow.ShowsAsync(few + 1);
        await Expect(whole.Page.Locator(".news")).ToContainTextAsync("1 incident was published");
        await whole.Page.Locator("#list").GetByText("Shelling seen by everybody").ClickAsync();
        await Expect(whole.Page.Locator("#detail h2")).ToContainTextAsync("Shelling seen by everybody");

        await ImportAsync("Shelling with another title");
        await Expect(whole.Page.Locator(".news")).ToContainTextAsync("1 incident was changed");
        await whole.Page.Locator(".news").GetByText("Show as it is now").ClickAsync();
        await Expect(whole.Page.Locator("#detail h2")).ToContainTextAsync("Shelling with another title");
        Assert.StartsWith(address, whole.Page.Url, StringComparison.Ordinal);

        var redacted = await Command.BorderMap(server.Home, "redact", "i-lllllllllx", "--reason", "test");
        Assert.True(redacted.ExitCode == 0, redacted.Error);
        await whole.ShowsAsync(all);
        await narrow.ShowsAsync(few);
        Assert.Equal(then, await past.ShownAsync());
        Assert.Empty(whole.Faults.Concat(narrow.Faults).Concat(past.Faults));
    }

    [Fact]
    public async Task An_hour_of_changes_leaves_nothing_behind_in_an_open_page()
    {
        const int Rounds = 6;
        await using var editor = await Staff.SignInAsync(product.Browser, server, "ada", "editor");
        await using var watched = await OpenAsync("/");
        var shown = await watched.ShownAsync();
        var known = new List<(string Id, string Tag)>();
        for (var at = 0; at < 10; at++)
        {
            known.Add(Known(await editor.SendAsync("POST", "/api/incidents", Incident($"Shelling {at}"))));
        }
        await watched.ShowsAsync(shown + known.Count);

        var before = (Nodes: 0d, Heap: 0d);
        var after = before;
        for (var round = 0; round < Rounds; round++)
        {
            for (var change = 0; change < 50; change++)
            {
                var at = change % known.Count;
                known[at] = Known(await editor.SendAsync("PUT", $"/api/incidents/{known[at].Id}", Incident($"Shelling {at} as told in round {round}, {change}"), known[at].Tag));
            }
            await Expect(watched.Page.Locator("#list")).ToContainTextAsync($"as told in round {round}, 49");
            after = await HeldAsync(watched.Page);
            before = round == 1 ? after : before;
        }

        Assert.Equal(shown + known.Count, await watched.ShownAsync());
        Assert.InRange(after.Nodes, 0, before.Nodes * 1.1);
        Assert.InRange(after.Heap, 0, before.Heap + 1e6);
        Assert.Empty(watched.Faults);
    }

    private static object Incident(string title) => new
    {
        title,
        kind = "shelling",
        status = "published",
        date = new { start = "2026-05-02", end = "2026-05-02", precision = "day" },
        places = new[] { new { place = "1108562519", precision = "district" } },
    };

    private static (string Id, string Tag) Known(JsonElement incident) => (incident.GetProperty("id").GetString()!, $"{incident.GetProperty("id")}.{incident.GetProperty("version")}");

    /// <summary>What the page's tab holds once all that nobody needs is gone.</summary>
    private static async Task<(double Nodes, double Heap)> HeldAsync(IPage page)
    {
        var tab = await page.Context.NewCDPSessionAsync(page);
        await tab.SendAsync("Performance.enable");
        await tab.SendAsync("HeapProfiler.enable");
        await tab.SendAsync("HeapProfiler.collectGarbage");
        var metrics = (await tab.SendAsync("Performance.getMetrics"))!.Value.GetProperty("metrics").EnumerateArray()
            .ToDictionary(metric => metric.GetProperty("name").GetString()!, metric => metric.GetProperty("value").GetDouble());
        await tab.DetachAsync();
        return (metrics["Nodes"], metrics["JSHeapUsedSize"]);
    }

    private async Task<WatchedPage> OpenAsync(string path)
    {
        var context = await product.Browser.NewContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 800 } });
        var page = await context.NewPageAsync();
        var watched = new WatchedPage(page, server.Address);
        await page.GotoAsync(new Uri(server.Address, path).ToString());
        await watched.ReadyAsync();
        return watched;
    }

    private async Task ImportAsync(string title)
    {
        var file = Path.Combine(server.Home, "live.json");
        await File.WriteAllTextAsync(file, $$"""
            {"format":"bordermap/1","incidents":[{"id":"i-lllllllllx","status":"published","title":"{{title}}","kind":"shelling","cross_border":true,
            "date":{"start":"2026-04-20","end":"2026-04-20","precision":"day"},"places":[{"place":"1108692255","precision":"district"}],"source_keys":["live:1"]}]}
            """, TestContext.Current.CancellationToken);
        var imported = await Command.BorderMap(server.Home, "import", file);
        Assert.True(imported.ExitCode == 0, imported.Error);
    }
}
