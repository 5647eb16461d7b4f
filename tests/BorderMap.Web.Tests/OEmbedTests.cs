using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using BorderMap.Web.Tests.Running;

namespace BorderMap.Web.Tests;

/// <summary>oEmbed as its consumers use it, and what previews find in the head of a page.</summary>
public sealed partial class OEmbedTests(SharedSite shared)
{
    private Site Site => shared.Site;
    private string Address => Site.Http.BaseAddress!.ToString().TrimEnd('/');

    [Theory]
    [InlineData("/?kind=airstrike&view=8/34/71", "/embed?kind=airstrike&view=8%2F34%2F71")]
    [InlineData("/embed?widget=counter&theme=dark", "/embed?widget=counter&theme=dark")]
    [InlineData("/incidents/i-aaaaaaaaaa", "/embed?ids=i-aaaaaaaaaa&highlight=i-aaaaaaaaaa")]
    [InlineData("/incidents/i-gggggggggg", "/embed?ids=i-aaaaaaaaaa&highlight=i-aaaaaaaaaa")]
    public async Task What_is_pasted_into_an_editor_becomes_one_frame(string path, string framed)
    {
        // As WordPress does for a site that it does not know: the page's own link, its answer, and of that the frame alone.
        using var page = await Site.GetAsync(path, ("Accept", "text/html"));
        var html = await page.TextAsync();
        if (page.StatusCode == HttpStatusCode.MovedPermanently)
        {
            html = await (await Site.GetAsync(new Uri(page.Header("Location")!).PathAndQuery)).TextAsync();
        }
        var link = WebUtility.HtmlDecode(Discovery().Match(html).Groups[1].Value);
        Assert.StartsWith(Address + "/oembed?url=", link, StringComparison.Ordinal);
        var answer = await Site.JsonAsync(new Uri(link).PathAndQuery + "&maxwidth=600&maxheight=400");

        Assert.Equal(("1.0", "rich", 600, 400), (answer.GetProperty("version").GetString(), answer.GetProperty("type").GetString(), answer.GetProperty("width").GetInt32(), answer.GetProperty("height").GetInt32()));
        var frame = Frame().Match(answer.GetProperty("html").GetString()!);
        Assert.True(frame.Success, answer.GetProperty("html").GetString());
        Assert.Equal(Address + framed, WebUtility.HtmlDecode(frame.Groups[1].Value));
        using var shown = await Site.GetAsync(new Uri(WebUtility.HtmlDecode(frame.Groups[1].Value)).PathAndQuery);
        Assert.EndsWith("frame-ancestors *", shown.Header("Content-Security-Policy"), StringComparison.Ordinal);
        using var thumbnail = await Site.GetAsync(new Uri(answer.GetProperty("thumbnail_url").GetString()!).PathAndQuery);
        Assert.Equal("image/svg+xml", thumbnail.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Xml_says_the_same_as_json()
    {
        var url = Uri.EscapeDataString(Address + "/incidents/i-aaaaaaaaaa");
        var json = await Site.JsonAsync($"/oembed?url={url}");
        using var answer = await Site.GetAsync($"/oembed?url={url}&format=xml");

        Assert.Equal("text/xml", answer.Content.Headers.ContentType!.MediaType);
        var xml = XDocument.Parse(await answer.TextAsync()).Root!;
        Assert.Equal("oembed", xml.Name);
        Assert.Equal(json.EnumerateObject().Select(member => (member.Name, member.Value.ToString())), xml.Elements().Select(element => (element.Name.LocalName, element.Value)));
        Assert.Equal("Clash at the <Torkham> crossing", xml.Element("title")!.Value);
    }

    [Theory]
    [InlineData("https://evil.example/embed?kind=air", 404)]
    [InlineData("{site}.evil.example/embed", 404)]
    [InlineData("{user}/embed", 404)]
    [InlineData("{site}/desk", 404)]
    [InlineData("{site}/incidents/i-pppppppppp", 404)]
    [InlineData("{site}/incidents/i-ffffffffff", 404)]
    [InlineData("{site}/embed/e-aaaaaaaaaa", 404)]
    [InlineData("{site}/?kind=nonsense", 404)]
    [InlineData("{site}/?asOf=99999", 404)]
    [InlineData("javascript:alert(1)", 404)]
    [InlineData("", 400)]
    [InlineData("{site}/&format=yaml", 501)]
    [InlineData("{site}/&maxwidth=0", 400)]
    public async Task Nothing_else_is_embedded(string url, int status)
    {
        var given = url.Replace("{site}", Address, StringComparison.Ordinal).Replace("{user}", Address.Replace("//", "//evil@", StringComparison.Ordinal), StringComparison.Ordinal);
        using var answer = await Site.GetAsync($"/oembed?url={given}");

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_state_of_the_map_has_a_card_with_its_count_period_and_range()
    {
        using var page = await Site.GetAsync("/?datetime=2025-10-01/2025-10-31&kind=air,combat");
        var cards = await CardsAsync(page);
        var matched = (await Site.JsonAsync("/api/incidents?datetime=2025-10-01/2025-10-31&kind=air,combat")).GetProperty("numberMatched").GetInt32();

        Assert.Equal($"{matched} incidents reported along the Durand Line, 2025-10-01 to 2025-10-31", cards["og:title"]);
        Assert.Contains("Reported killed: 5 to 7 or more.", cards["og:description"], StringComparison.Ordinal);
        Assert.Contains("Filter: kind: Air and drones, Combat.", cards["og:description"], StringComparison.Ordinal);
        Assert.Equal($"{Address}/?datetime=2025-10-01/2025-10-31&kind=air,combat", cards["og:url"]);
        Assert.Equal("summary_large_image", cards["twitter:card"]);
        using var picture = await Site.GetAsync(new Uri(cards["og:image"]).PathAndQuery);
        Assert.Equal("image/svg+xml", picture.Content.Headers.ContentType!.MediaType);
        using var again = await Site.GetAsync("/?datetime=2025-10-01/2025-10-31&kind=air,combat", ("If-None-Match", page.Header("ETag")!));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Theory]
    [InlineData("/?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("/embed?title=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("/?nonsense=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")]
    public async Task No_address_puts_markup_into_the_head(string path)
    {
        using var page = await Site.GetAsync(path);
        var html = await page.TextAsync();

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.DoesNotContain("<script>alert", html, StringComparison.OrdinalIgnoreCase);
        Assert.NotEmpty((await CardsAsync(page))["og:title"]);
    }

    [Fact]
    public async Task The_card_of_an_incident_has_its_picture_and_its_language()
    {
        using var page = await Site.GetAsync("/incidents/i-aaaaaaaaaa?lang=ur");
        var cards = await CardsAsync(page);

        Assert.Equal(("Clash at the <Torkham> crossing", "article", "ur_PK"), (cards["og:title"], cards["og:type"], cards["og:locale"]));
        Assert.Equal($"{Address}/snapshot.svg?ids=i-aaaaaaaaaa&lang=ur&width=1200&height=630", cards["og:image"]);
    }

    private static async Task<Dictionary<string, string>> CardsAsync(HttpResponseMessage page) => Meta().Matches(await page.TextAsync())
        .ToDictionary(match => match.Groups[1].Value, match => WebUtility.HtmlDecode(match.Groups[2].Value));

    [GeneratedRegex("""<meta (?:name|property)="((?:og|twitter):[^"]+)" content="([^"]*)">""")]
    private static partial Regex Meta();

    [GeneratedRegex("""<link rel="alternate" type="application/json\+oembed" href="([^"]+)" title="[^"]*">""")]
    private static partial Regex Discovery();

    /// <summary>What is left where nothing but a frame is let through.</summary>
    [GeneratedRegex("""\A<iframe src="([^"]+)" title="[^"<>]*" width="600" height="400" frameborder="0" scrolling="no"></iframe>\z""")]
    private static partial Regex Frame();
}
