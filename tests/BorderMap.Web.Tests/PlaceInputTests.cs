using System.Net;
using BorderMap.Web.Tests.Running;

namespace BorderMap.Web.Tests;

/// <summary>What people and programs put where a place name should be.</summary>
public sealed class PlaceInputTests(SharedSite shared)
{
    public static TheoryData<string, string> Bad => new()
    {
        { "/api/places/search?q=", "q" },
        { "/api/places/search?q=a&kind=village", "kind" },
        { "/api/places/search?q=a&country=India", "country" },
        { "/api/places/search?q=a&near=34.13", "near" },
        { "/api/places/search?q=a&near=71.08,134.13", "near" },
        { "/api/places/search?q=a&lang=tlh", "lang" },
        { "/api/places/search?q=a&lang=", "lang" },
        { "/api/places/resolve?name=a&kind=District", "kind" },
        { "/api/places/resolve?name=a&country=af", "country" },
        { "/api/places/resolve?name=a&near=NaN,NaN", "near" },
        { "/api/places/resolve?name=a&near-line=1", "near-line" },
        { "/api/places/resolve?name=a&on=2025-02-30", "on" },
        { "/api/places/resolve?name=a&on=30.6.2012", "on" },
        { "/api/places/resolve?name=a&context=%07", "context" },
        { "/api/places/resolve?name=a&lang=klingon", "lang" },
        { "/api/places/resolve?name=a&district=b", "district" },
        { "/api/places/reverse", "lon" },
        { "/api/places/reverse?lon=181&lat=34", "lon" },
        { "/api/places/reverse?lon=71&lat=-91", "lat" },
        { "/api/places/reverse?at=Torkham", "at" },
        { "/api/places/reverse?at=", "at" },
        { "/api/places/reverse?at=34.1,71.1&lon=71&lat=34", "at" },
        { "/api/places/reverse?lon=71&lat=34&limit=51", "limit" },
        { "/api/places/x-torkham-crossing?lang=de", "lang" },
        { "/reconcile/suggest/entity?prefix=a&type=village", "type" },
        { "/reconcile/suggest/entity?prefix=a&cursor=-1", "cursor" },
        { "/reconcile/suggest/type?prefix=a&lang=de", "lang" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task Says_which_value_is_wrong_and_what_would_be_right(string path, string field)
    {
        using var response = await shared.Site.GetAsync(path);

        Assert.Equal(field, (await ProblemTests.ProblemOf(response, 400)).GetProperty("field").GetString());
    }

    public static TheoryData<string> Odd =>
    [
        "'; DROP TABLE document; --",
        "<script>alert(1)</script>",
        "\u202eTorkham\u202c",
        "\u200f\u200fتورخم\u200e",
        "Torkham تورخم Торхам",
        "%00%01",
        "..//..//etc//passwd",
        "😀😀😀",
        "a\u0301\u0301\u0301\u0301\u0301\u0301",
        ",,,,,,,,,,,,",
        "((((((((((",
        "-",
        "999, 999",
        "99S ZZ 99999 99999",
        new string('ا', 500),
        string.Concat(Enumerable.Repeat("khel ", 99)),
    ];

    [Theory]
    [MemberData(nameof(Odd))]
    public async Task Survives_odd_names_on_every_route(string name)
    {
        var written = Uri.EscapeDataString(name);
        foreach (var path in new[] { "/api/places/search?q=", "/api/places/resolve?name=Torkham&context=", "/api/places/resolve?name=", "/reconcile/suggest/entity?prefix=", "/api/places/" })
        {
            using var response = await shared.Site.GetAsync(path + written);
            Assert.InRange((int)response.StatusCode, 200, 404);
            Assert.DoesNotContain("text/html", response.Content.Headers.ContentType?.MediaType, StringComparison.Ordinal);
        }
        using var batch = await shared.Site.PostAsync("/api/places/resolve", System.Text.Json.JsonSerializer.Serialize(new[] { name }), "application/json");
        Assert.Equal(HttpStatusCode.OK, batch.StatusCode);
    }

    [Theory]
    [InlineData("/api/places/search?q=")]
    [InlineData("/api/places/resolve?name=")]
    [InlineData("/api/places/reverse?at=")]
    [InlineData("/reconcile/suggest/entity?prefix=")]
    public async Task A_text_too_long_to_be_a_name_is_refused(string path)
    {
        using var response = await shared.Site.GetAsync(path + new string('a', 7000));

        await ProblemTests.ProblemOf(response, 400);
    }
}
