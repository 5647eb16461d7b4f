using System.Text.Json;
using BorderMap.EndToEnd.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BorderMap.EndToEnd;

/// <summary>Maps, charts and lists inside somebody else's page.</summary>
public sealed class EmbedTests(Product product)
{
    private const string Days = "datetime=2025-10-09/2025-10-19";

    /// <summary>What a page of another origin remembers of the embeds in it.</summary>
    private const string Remembering = """
        window.told = [];
        window.shift = 0;
        for (const type of ['ready', 'timechange', 'incidentselect', 'error']) document.addEventListener(type, (event) => told.push({ id: event.target.id, type, detail: event.detail }));
        new PerformanceObserver((list) => { for (const entry of list.getEntries()) shift += entry.value; }).observe({ type: 'layout-shift', buffered: true });
        """;

    private Uri Site => product.Server.Address;

    /// <summary>No more than docs/EMBED.md says that a page has to allow.</summary>
    private string Policy => $"default-src 'none'; script-src 'self' {Site}; connect-src {Site}; img-src {Site}; require-trusted-types-for 'script'; trusted-types 'none'";

    private string Still(string state, int height) => $"<a href=\"{Site}?{state}\"><img src=\"{Site}snapshot.svg?{state}&amp;width=800&amp;height={height}\" width=800 height={height} alt=\"A still picture\"></a>";

    [Fact]
    public async Task The_embed_shows_the_same_incidents_as_the_map_inside_a_foreign_page()
    {
        await using var host = ForeignPage.Framing(new Uri(Site, "/embed?" + Days));
        await using var context = await product.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(host.Address);

        var map = page.FrameLocator("iframe").Locator("#map[data-ready='true']");
        await Expect(map).ToHaveAttributeAsync("data-shown", (await product.Server.CountAsync(Days)).ToString());
        await page.ScreenshotAsync(new() { Path = Path.Combine(Checkout.Results, "embed.png") });
    }

    [Fact]
    public async Task Several_elements_work_under_a_strict_policy_share_what_they_load_send_no_cookie_and_move_nothing()
    {
        await using var host = ForeignPage.Start($"""
            <border-map id="map" state="{Days}">{Still(Days, 480)}</border-map>
            <p>Words between.</p>
            <border-map id="counter" view="counter" state="datetime=2025-10-01/2025-10-31" height="260">{Still(Days, 260)}</border-map>
            <border-map id="line" view="line" height="440">{Still(Days, 440)}</border-map>
            <div id="tab" hidden><border-map id="later" view="histogram"></border-map></div>
            """, $"import '{Site}embed.js';{Remembering}", Policy);
        await using var context = await product.Browser.NewContextAsync(new() { ViewportSize = new() { Width = 1100, Height = 1400 } });
        await context.AddCookiesAsync([new Cookie { Name = "known", Value = "yes", Url = Site.ToString() }]);
        var page = await context.NewPageAsync();
        var requests = new List<IRequest>();
        var faults = new List<string>();
        page.Request += (_, request) => requests.Add(request);
        page.Console += (_, message) => faults.AddRange(message.Type is "error" or "warning" ? [message.Text] : []);
        page.PageError += (_, error) => faults.Add(error);
        await page.GotoAsync(host.Address);
        await ReadyAsync(page, "map", "counter", "line");

        await Expect(page.Locator("#map #map")).ToHaveAttributeAsync("data-shown", (await product.Server.CountAsync(Days)).ToString());
        await Expect(page.Locator("#counter .counter-range")).ToContainTextAsync("to");
        await Expect(page.Locator("#counter #foot .sources")).ToContainTextAsync("Sources:");
        await Expect(page.Locator("#line [data-placed]")).ToBeVisibleAsync();
        Assert.Equal(0, await page.EvaluateAsync<double>("shift"));
        Assert.Single(requests, request => request.Url.Contains("/api/incidents/columns", StringComparison.Ordinal));
        var sent = await Task.WhenAll(requests.Where(request => request.Url.Contains("/api/", StringComparison.Ordinal) || request.Url.EndsWith(".js", StringComparison.Ordinal)).Select(request => request.HeaderValueAsync("cookie")));
        Assert.True(sent.Length > 50 && sent.All(cookie => cookie is null), $"{sent.Length} requests");

        Assert.DoesNotContain("later", await ToldAsync(page, "ready"));
        await page.EvaluateAsync("document.getElementById('tab').hidden = false");
        await ReadyAsync(page, "later");
        Assert.True(await page.EvaluateAsync<int>("document.querySelector('#later').shadowRoot.querySelector('canvas').width") > 900, "drawn at the size of a hidden tab");

        await page.EvaluateAsync("document.querySelector('#map').style.width = '380px'");
        await page.WaitForFunctionAsync("() => document.querySelector('#map').shadowRoot.querySelector('#map canvas').offsetWidth < 500");
        await page.EvaluateAsync("document.querySelector('#map').theme = 'dark'");
        await Expect(page.Locator("#map #embed")).ToHaveCSSAsync("background-color", "rgb(26, 32, 36)");
        await ReadyAsync(page, "map", times: 2);
        await page.EvaluateAsync("document.querySelector('#map').setTime('2025-10-12/2025-10-12')");
        await page.WaitForFunctionAsync("() => told.some(({ id, type, detail }) => id === 'map' && type === 'timechange' && detail.start === '2025-10-12' && detail.end === '2025-10-12')");
        await Expect(page.Locator("#map #map")).ToHaveAttributeAsync("data-shown", (await product.Server.CountAsync("datetime=2025-10-12/2025-10-12")).ToString());
        await page.Locator("#map #map").FocusAsync();
        await page.Keyboard.PressAsync("n");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#map #card a").First).ToHaveAttributeAsync("href", new System.Text.RegularExpressions.Regex($"^{Site}incidents/i-"));
        Assert.Contains("map", await ToldAsync(page, "incidentselect"));
        await page.ScreenshotAsync(new() { Path = Path.Combine(Checkout.Results, "embed-elements.png") });
        Assert.Empty(faults);
    }

    [Fact]
    public async Task A_stored_embed_shows_what_is_stored_unless_an_attribute_says_otherwise_and_a_picture_without_script()
    {
        await using var host = ForeignPage.Start($"<border-map id=\"map\" embed=\"e-aaaaaaaaaa\" theme=\"dark\">{Still(Days, 480)}</border-map>", $"{Remembering}import '{Site}embed.js';");
        await using var context = await product.Browser.NewContextAsync();
        await context.RouteAsync("**/api/embeds/e-aaaaaaaaaa", route => route.FulfillAsync(new()
        {
            ContentType = "application/json",
            Headers = new Dictionary<string, string> { ["Access-Control-Allow-Origin"] = "*" },
            Body = $$"""{"id":"e-aaaaaaaaaa","query":"{{Days}}&theme=light&controls=title","title":"Eleven days in October","updated":"2026-05-01T00:00:00Z","version":1}""",
        }));
        var page = await context.NewPageAsync();
        await page.GotoAsync(host.Address);
        await ReadyAsync(page, "map");

        await Expect(page.Locator("#title")).ToHaveTextAsync("Eleven days in October");
        await Expect(page.Locator("#map #map")).ToHaveAttributeAsync("data-shown", (await product.Server.CountAsync(Days)).ToString());
        await Expect(page.Locator("#embed")).ToHaveCSSAsync("background-color", "rgb(26, 32, 36)");
        await Expect(page.Locator("#zoom")).ToHaveCountAsync(0);

        await using var plain = await product.Browser.NewContextAsync(new() { JavaScriptEnabled = false });
        var still = await plain.NewPageAsync();
        await still.GotoAsync(host.Address);
        await Expect(still.GetByAltText("A still picture")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_frame_and_its_page_talk_and_nobody_else_is_heard()
    {
        await using var stranger = ForeignPage.Start("<p>A stranger</p>", "parent.frames[0].postMessage({ source: 'border-map', type: 'hello' }, '*'); parent.frames[0].postMessage({ source: 'border-map', type: 'setTime', datetime: '2024-01-01/2024-01-02' }, '*'); parent.postMessage({ source: 'border-map', type: 'size', height: 3000 }, '*'); parent.postMessage('done', '*');");
        await using var host = ForeignPage.Start($"<iframe id=frame width=600 height=500 src=\"{Site}embed?widget=counter&amp;datetime=2025-10-01/2025-10-31\"></iframe>", $$"""
            import { frame } from '{{Site}}js/embed/frame.js';
            window.told = [];
            window.framed = frame(document.getElementById('frame'));
            for (const type of ['ready', 'timechange']) framed.addEventListener(type, ({ detail }) => told.push({ id: 'frame', type, detail }));
            addEventListener('message', ({ data }) => { if (data === 'done') told.push({ id: 'stranger', type: 'ready' }); });
            """);
        await using var context = await product.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(host.Address);
        await ReadyAsync(page, "frame");
        await page.WaitForFunctionAsync("() => parseInt(document.getElementById('frame').style.height) > 150");
        var height = await page.EvaluateAsync<int>("parseInt(document.getElementById('frame').style.height)");
        await page.EvaluateAsync("(address) => { const other = document.createElement('iframe'); other.src = address; document.body.append(other); }", stranger.Address);
        await ReadyAsync(page, "stranger");
        await page.EvaluateAsync("framed.setTime('2025-10-12/2025-10-12')");

        await page.WaitForFunctionAsync("() => told.some(({ type }) => type === 'timechange')");
        Assert.Equal(["2025-10-12/2025-10-12"], await page.EvaluateAsync<string[]>("told.filter(({ type }) => type === 'timechange').map(({ detail }) => detail.datetime)"));
        Assert.Equal(height, await page.EvaluateAsync<int>("parseInt(document.getElementById('frame').style.height)"));
        await Expect(page.FrameLocator("#frame").Locator(".counter-when")).ToHaveTextAsync("12 October 2025");
    }

    [Fact]
    public async Task A_locked_embed_stays_as_it_is_and_hostile_parameters_are_words()
    {
        const string Hostile = "title=<img src=x onerror=alert(1)>&accent=fff;}*{display:none&theme=javascript:alert(1)&ground=url(//evil.example)&lang=../../x&widget=//evil.example&q=<script>alert(1)</script>&embed=//evil.example";
        await using var watched = await product.OpenAsync("/embed?locked=true&" + string.Join('&', Hostile.Split('&').Select(pair => pair.Split('=', 2)).Select(pair => $"{pair[0]}={Uri.EscapeDataString(pair[1])}")));
        var page = watched.Page;
        await Expect(page.Locator("#title")).ToHaveTextAsync("<img src=x onerror=alert(1)>");
        await Expect(page.Locator(".notice")).ToContainTextAsync("accent=fff;}*{display:none");
        await watched.ReadyAsync();
        var links = await page.Locator("#embed a").EvaluateAllAsync<string[]>("(all) => all.map(({ href }) => href)");
        Assert.True(links.Length >= 3 && links.All(link => link.StartsWith(Site.ToString(), StringComparison.Ordinal)), string.Join(' ', links));

        await page.Locator(".notice button").ClickAsync();
        const string Drawn = "document.querySelector('border-map').shadowRoot.querySelector('#map canvas').toDataURL()";
        var before = await page.EvaluateAsync<string>(Drawn);
        var box = (await page.Locator("#map").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + 300, box.Y + 200);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + 500, box.Y + 300, new() { Steps = 4 });
        await page.Mouse.UpAsync();
        await page.Mouse.DblClickAsync(box.X + 400, box.Y + 200);
        Assert.True(before == await page.EvaluateAsync<string>(Drawn), "a locked map moved");
        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('border-map').shadowRoot.querySelector('#timeline').inert"), "a locked timeline can be moved");
        Assert.Empty(watched.Faults);
    }

    [Fact]
    public async Task A_pinned_embed_shows_what_was_shown_then_less_what_is_withheld_and_its_picture_stays_when_the_server_is_gone()
    {
        var home = Homes.Make();
        await using var server = await RunningServer.StartAsync(home);
        await ImportAsync(home, "kkkkkkkkkx", "Shelling that stays");
        await ImportAsync(home, "lllllllllx", "Shelling that will be redacted");
        var pub = (await server.JsonAsync("api/incidents?limit=1")).GetProperty("pub").GetInt64();
        await using var context = await product.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        var pinned = $"datetime=2026-06-20/2026-06-20&asOf={pub}";
        await using var host = ForeignPage.Start($"<border-map id=\"map\" state=\"{pinned}\"><a href=\"{server.Address}?{pinned}\">The map</a></border-map>", $"{Remembering}import '{server.Address}embed.js';");
        await page.GotoAsync(host.Address);
        await ReadyAsync(page, "map");
        await Expect(page.Locator("#map #map")).ToHaveAttributeAsync("data-shown", "2");
        await Expect(page.Locator("#pinned")).ToBeHiddenAsync();

        await ImportAsync(home, "mmmmmmmmmx", "Shelling of later");
        await page.ReloadAsync();
        await ReadyAsync(page, "map");
        await Expect(page.Locator("#map #map")).ToHaveAttributeAsync("data-shown", "2");
        await Expect(page.Locator("#pinned")).ToContainTextAsync("there is a newer one");
        await Expect(page.Locator("#pinned a")).ToHaveAttributeAsync("href", $"{server.Address}?datetime=2026-06-20/2026-06-20");

        var redacted = await Command.BorderMap(home, "redact", "i-lllllllllx", "--reason", "test");
        Assert.True(redacted.ExitCode == 0, redacted.Error);
        await page.ReloadAsync();
        await ReadyAsync(page, "map");
        await Expect(page.Locator("#map #map")).ToHaveAttributeAsync("data-shown", "1");
        await Expect(page.Locator("#pinned")).ToContainTextAsync("withheld since");

        // While it is there only its data fail; then it is gone altogether.
        await page.RouteAsync("**/api/**", route => route.AbortAsync());
        await page.ReloadAsync();
        await Expect(page.Locator("#failed")).ToContainTextAsync("could not be loaded");
        await Expect(page.GetByText("The map", new() { Exact = true })).ToBeVisibleAsync();
        await server.StopAsync();
        await page.ReloadAsync();
        await Expect(page.GetByText("The map", new() { Exact = true })).ToBeVisibleAsync();
        Homes.Remove(home);
    }

    [Fact]
    public async Task Embeds_of_the_present_follow_what_is_published_and_say_how_the_crossings_are()
    {
        var home = Homes.Make();
        await using var server = await RunningServer.StartAsync(home);
        await ImportAsync(home, "kkkkkkkkkx", "Shelling that is known");
        await using var context = await product.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.Clock.InstallAsync();
        const string day = "datetime=2026-06-20/2026-06-20";
        await using var host = ForeignPage.Start($"<border-map id=\"map\" state=\"{day}&bbox=60,29,75,38\"></border-map><border-map id=\"latest\" view=\"latest\" state=\"{day}\"></border-map>", $"{Remembering}import '{server.Address}embed.js';");
        await page.GotoAsync(host.Address);
        await ReadyAsync(page, "map", "latest");
        await Expect(page.Locator("#map #map")).ToHaveAttributeAsync("data-shown", "1");

        await ImportAsync(home, "mmmmmmmmmx", "Shelling of later");
        await PassAsync(page, Expect(page.Locator("#map #map")).ToHaveAttributeAsync("data-shown", "2"));
        await PassAsync(page, Expect(page.Locator("#latest")).ToContainTextAsync("Shelling of later"));
        await page.Locator("#map #legend summary").ClickAsync();
        await PassAsync(page, Expect(page.Locator("#map .legend-rest")).ToContainTextAsync("crossings"));
        Homes.Remove(home);
    }

    /// <summary>Lets time go on in the page until something is so.</summary>
    private static async Task PassAsync(IPage page, Task expected)
    {
        while (!expected.IsCompleted)
        {
            await page.Clock.RunForAsync(20_000);
            await Task.WhenAny(expected, Task.Delay(100, TestContext.Current.CancellationToken));
        }
        await expected;
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/method")]
    [InlineData("/places")]
    [InlineData("/api/incidents")]
    public async Task Nothing_but_the_embed_may_be_framed(string path)
    {
        await using var host = ForeignPage.Framing(new Uri(Site, path));
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

        Assert.NotEmpty(await refused.Task.WaitAsync(TimeSpan.FromMilliseconds(Product.Patience), TestContext.Current.CancellationToken));
    }

    private static async Task ReadyAsync(IPage page, params string[] ids) => await ReadyAsync(page, ids, 1);

    private static Task ReadyAsync(IPage page, string id, int times) => ReadyAsync(page, [id], times);

    private static async Task ReadyAsync(IPage page, string[] ids, int times) =>
        await page.WaitForFunctionAsync("([ids, times]) => ids.every((wanted) => told.filter(({ id, type }) => id === wanted && type === 'ready').length >= times)", new object[] { ids, times });

    private static Task<string[]> ToldAsync(IPage page, string type) => page.EvaluateAsync<string[]>("(wanted) => told.filter(({ type }) => type === wanted).map(({ id }) => id)", type);

    private static async Task ImportAsync(string home, string id, string title)
    {
        var file = Path.Combine(home, "embed.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(new
        {
            format = "bordermap/1",
            incidents = new[]
            {
                new
                {
                    id = "i-" + id, status = "published", title, kind = "shelling", cross_border = true, date = new { start = "2026-06-20", end = "2026-06-20", precision = "day" },
                    places = new[] { new { place = "1108692255", precision = "district" } }, source_keys = new[] { "embed:" + id },
                },
            },
        }), TestContext.Current.CancellationToken);
        var imported = await Command.BorderMap(home, "import", file);
        Assert.True(imported.ExitCode == 0, imported.Error);
    }
}
