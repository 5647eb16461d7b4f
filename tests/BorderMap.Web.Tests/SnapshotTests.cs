using System.Text.RegularExpressions;
using System.Xml.Linq;
using BorderMap.Web.Tests.Running;

namespace BorderMap.Web.Tests;

public sealed partial class SnapshotTests(SharedSite shared)
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Theory]
    [InlineData("")]
    [InlineData("?kind=airstrike")]
    [InlineData("?view=8/34.1/71&worldview=pk")]
    [InlineData("?width=360&height=640")]
    [InlineData("?bbox=66,30,68,32")]
    [InlineData("?q=zzzzzzzz")]
    public async Task Every_incident_of_the_filter_is_accounted_for(string query)
    {
        var matched = (await shared.Site.JsonAsync("/api/incidents" + Regex.Replace(query, "(view|worldview|width|height)=[^&]*&?", ""))).GetProperty("numberMatched").GetInt32();
        var picture = await PictureAsync(query);

        var account = Texts(picture).Select(text => Account().Match(text)).Where(match => match.Success).Select(match => int.Parse(match.Groups[1].Value)).ToList();
        Assert.Equal(3, account.Count);
        Assert.Equal(matched, account.Sum());
        Assert.Contains(Texts(picture), text => text.Contains($"{matched} incidents", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_state_is_the_same_picture_byte_for_byte_and_says_its_sources_licence_and_version()
    {
        using var one = await shared.Site.GetAsync("/snapshot.svg?datetime=2025-01-01/..");
        using var other = await shared.Site.GetAsync("/snapshot.svg?datetime=2025-01-01/..");
        var text = await one.TextAsync();

        Assert.Equal(text, await other.TextAsync());
        Assert.Equal("image/svg+xml", one.Content.Headers.ContentType!.MediaType);
        Assert.Equal(one.Headers.ETag, other.Headers.ETag);
        var pub = (await shared.Site.JsonAsync("/api/incidents")).GetProperty("pub").GetInt64();
        var drawn = string.Join(' ', Texts(XDocument.Parse(text).Root!));
        Assert.Contains("Sources:", drawn, StringComparison.Ordinal);
        Assert.Contains($"CC BY 4.0, at public sequence {pub}", drawn, StringComparison.Ordinal);
        Assert.Contains(" km", drawn, StringComparison.Ordinal);
        Assert.DoesNotContain("2026-05-01", drawn, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_has_a_title_and_a_description_for_those_who_do_not_see_it()
    {
        var picture = await PictureAsync("?title=Clashes%20%3Cin%3E%20%22autumn%22%20%26%20winter");

        Assert.Equal("""Clashes <in> "autumn" & winter""", picture.Element(Svg + "title")!.Value);
        Assert.NotEmpty(picture.Element(Svg + "desc")!.Value);
        Assert.Equal(("img", "title desc"), (picture.Attribute("role")!.Value, picture.Attribute("aria-labelledby")!.Value));
    }

    [Fact]
    public async Task Neither_script_nor_a_foreign_address_is_in_it()
    {
        var picture = await PictureAsync("?title=" + Uri.EscapeDataString("</style><script>alert(1)</script><a href='https://evil.example'>"));

        Assert.DoesNotContain(picture.DescendantsAndSelf(), element => element.Name.LocalName is "script" or "a" or "image" or "use" or "foreignObject");
        Assert.DoesNotContain(picture.DescendantsAndSelf().Attributes(), attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Value.Contains("url(h", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("prs", "rtl")]
    [InlineData("ps", "rtl")]
    [InlineData("ur", "rtl")]
    [InlineData("en", "ltr")]
    public async Task It_is_written_in_the_language_and_its_direction(string lang, string direction)
    {
        var picture = await PictureAsync("?lang=" + lang);
        Assert.Equal((lang, direction), (picture.Attribute("lang")!.Value, picture.Attribute("direction")!.Value));
    }

    [Fact]
    public async Task What_is_known_only_to_a_district_or_province_is_hatched_and_no_spot()
    {
        var known = (await shared.Site.JsonAsync("/api/incidents?precision=district,province")).GetProperty("numberMatched").GetInt32();
        var picture = await PictureAsync("?precision=district,province");
        var map = picture.Elements(Svg + "g").First();

        Assert.True(known > 0);
        Assert.Contains(map.Descendants(Svg + "circle"), circle => circle.Attribute("fill")!.Value.StartsWith("url(#hatch-", StringComparison.Ordinal));
        Assert.DoesNotContain(map.Descendants(Svg + "path"), path => path.Attribute("stroke")?.Value == "#fff");
    }

    [Theory]
    [InlineData("?width=10", "width")]
    [InlineData("?height=99999", "height")]
    [InlineData("?view=nowhere", "view")]
    [InlineData("?view=99/34/71", "view")]
    [InlineData("?lang=xx", "lang")]
    [InlineData("?title=a%07b", "title")]
    [InlineData("?widget=clock", "widget")]
    [InlineData("?layer=nothing", "layer")]
    public async Task Bad_parameters_are_named(string query, string field)
    {
        using var response = await shared.Site.GetAsync("/snapshot.svg" + query);
        Assert.Equal(400, (int)response.StatusCode);
        Assert.Contains($"\"field\":\"{field}\"", await response.TextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("layer=heat")]
    [InlineData("layer=districts")]
    [InlineData("layer=provinces&measure=killed&lang=ur")]
    [InlineData("layer=episodes")]
    [InlineData("widget=line")]
    [InlineData("widget=histogram&datetime=2025-10-01/2025-10-31")]
    [InlineData("widget=histogram&measure=killed&lang=prs")]
    [InlineData("widget=counter&lang=ps")]
    [InlineData("widget=latest&width=360")]
    [InlineData("widget=line&q=zzzzzzzz")]
    [InlineData("widget=histogram&q=zzzzzzzz")]
    public async Task Every_layer_and_widget_accounts_for_every_incident(string query)
    {
        var matched = (await shared.Site.JsonAsync("/api/incidents?" + Regex.Replace(query, "(layer|measure|lang|widget|width)=[^&]*&?", "").TrimEnd('&'))).GetProperty("numberMatched").GetInt32();
        var picture = await PictureAsync("?" + query);

        // The rows after the last heading begin with a number each, in the digits of the language.
        var legend = picture.Elements(Svg + "text").Where(text => text.Attribute("class")!.Value is "h" or "k").ToList();
        var account = legend.Skip(legend.FindLastIndex(text => text.Attribute("class")!.Value == "h") + 1).Select(text => Number().Match(string.Concat(text.Value.Select(Ascii)))).Where(match => match.Success);
        Assert.Equal(matched, account.Sum(match => int.Parse(match.Value)));
        Assert.DoesNotContain(picture.DescendantsAndSelf(), element => element.Name.LocalName is "script" or "a" or "image" or "use" or "foreignObject");

        static char Ascii(char sign) => char.IsDigit(sign) ? (char)('0' + (int)char.GetNumericValue(sign)) : sign;
    }

    /// <summary>The pictures byte for byte; where they are meant to change, what the test has written is taken.</summary>
    [Theory]
    [InlineData("counter", "widget=counter&width=480&height=320")]
    [InlineData("histogram", "widget=histogram&width=640&height=400&datetime=2025-10-01/2025-10-31&title=October%202025")]
    [InlineData("line", "widget=line&width=900&height=400&datetime=2025-10-01/2025-10-31")]
    [InlineData("latest-ur", "widget=latest&width=640&height=400&lang=ur")]
    public async Task A_widget_is_drawn_as_it_was_looked_at(string name, string query)
    {
        using var response = await shared.Site.GetAsync("/snapshot.svg?" + query);
        var drawn = (await response.TextAsync()).Replace(shared.Site.Http.BaseAddress!.Authority, "map.example", StringComparison.Ordinal) + "\n";

        await File.WriteAllTextAsync(Path.Combine(AppContext.BaseDirectory, name + ".svg"), drawn, TestContext.Current.CancellationToken);
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Fixture", "stills", name + ".svg"), TestContext.Current.CancellationToken), drawn);
    }

    private async Task<XElement> PictureAsync(string query)
    {
        using var response = await shared.Site.GetAsync("/snapshot.svg" + query);
        Assert.Equal(200, (int)response.StatusCode);
        return XDocument.Parse(await response.TextAsync()).Root!;
    }

    private static IEnumerable<string> Texts(XElement picture) => picture.Descendants(Svg + "text").Select(text => text.Value);

    [GeneratedRegex("^[0-9]+(?= )")]
    private static partial Regex Number();

    [GeneratedRegex("^([0-9]+) (?:drawn here|beside the picture|known only to a country)")]
    private static partial Regex Account();
}
