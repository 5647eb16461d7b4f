using System.Net;
using System.Text.RegularExpressions;
using BorderMap.Web.Tests.Running;

namespace BorderMap.Web.Tests.Ogc;

/// <summary>The forms of each resource: as JSON, GeoJSON, JSON Schema or OpenAPI, and as a page (conformance classes geojson, html and oas30 of Part 1).</summary>
public sealed partial class FormTests(SharedSite shared)
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private Site Site => shared.Site;

    public static TheoryData<string, string> Resources => new()
    {
        { "/ogc", "application/json" },
        { "/ogc/conformance", "application/json" },
        { "/ogc/api", "application/vnd.oai.openapi+json" },
        { "/ogc/collections", "application/json" },
        { "/ogc/collections/episodes", "application/json" },
        { "/ogc/collections/incidents/items", "application/geo+json" },
        { "/ogc/collections/episodes/items", "application/geo+json" },
        { "/ogc/collections/durand-line/items?limit=1", "application/geo+json" },
        { "/ogc/collections/districts/items?limit=2", "application/geo+json" },
        { "/ogc/collections/incidents/items/i-aaaaaaaaaa", "application/geo+json" },
        { "/ogc/collections/incidents/schema", "application/schema+json" },
        { "/ogc/collections/incidents/schema/feature", "application/schema+json" },
        { "/ogc/collections/places/queryables", "application/schema+json" },
        { "/ogc/collections/places/sortables", "application/schema+json" },
    };

    [Theory]
    [MemberData(nameof(Resources))]
    public async Task Html_and_json_are_chosen_by_accept_and_by_f(string path, string mediaType)
    {
        foreach (var (query, accept, expected) in new (string, string?, string)[]
                 {
                     ("", null, mediaType), ("", "*/*", mediaType), ("", mediaType, mediaType), ("", "application/json", mediaType), ("", Browser, "text/html"), ("", "text/html;q=0.5, application/json;q=0.4", "text/html"),
                     ("", "application/xml, text/*;q=0.1", "text/html"), ("f=json", Browser, mediaType), ("f=html", "application/json", "text/html"),
                 })
        {
            using var response = await Site.GetAsync(With(path, query), accept is null ? [] : [("Accept", accept)]);
            Assert.Equal((HttpStatusCode.OK, expected), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
            Assert.Contains("Accept", response.Header("Vary")!.Split(", "));
        }
        using var refused = await Site.GetAsync(path, ("Accept", "application/xml"));
        Assert.Equal((HttpStatusCode.NotAcceptable, "application/problem+json"), (refused.StatusCode, refused.Content.Headers.ContentType?.MediaType));
    }

    [Theory]
    [MemberData(nameof(Resources))]
    public async Task Each_form_has_a_tag_of_its_own_and_answers_304_head_and_any_origin(string path, string mediaType)
    {
        var tags = new List<string>();
        foreach (var form in new[] { "json", "html" })
        {
            using var get = await Site.GetAsync(path, ("Accept", form == "json" ? mediaType : "text/html"));
            using var again = await Site.GetAsync(path, ("Accept", form == "json" ? mediaType : "text/html"), ("If-None-Match", get.Header("ETag")!));
            using var head = await Site.SendAsync(HttpMethod.Head, path, ("Accept", form == "json" ? mediaType : "text/html"));
            tags.Add(get.Header("ETag")!);
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
            Assert.Equal((get.Header("ETag"), get.Header("Link"), get.Header("Content-Crs"), get.Content.Headers.ContentType), (head.Header("ETag"), head.Header("Link"), head.Header("Content-Crs"), head.Content.Headers.ContentType));
            Assert.Empty(await head.TextAsync());
            Assert.Equal(("*", "no-cache"), (get.Header("Access-Control-Allow-Origin"), get.Header("Cache-Control")));
            Assert.Contains("Content-Crs", get.Header("Access-Control-Expose-Headers"), StringComparison.Ordinal);
        }
        Assert.Equal(2, tags.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Resources))]
    public async Task A_page_is_whole_html_in_which_every_link_leads_somewhere_and_nothing_is_foreign(string path, string _)
    {
        using var response = await Site.GetAsync(path, ("Accept", Browser));
        var page = await response.TextAsync();

        Assert.StartsWith("<!doctype html>", page, StringComparison.Ordinal);
        Assert.Contains("<main>", page, StringComparison.Ordinal);
        Assert.Single(Heading().Matches(page));
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("style=", page, StringComparison.OrdinalIgnoreCase);
        foreach (var address in Address().Matches(page).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)).Where(address => address.StartsWith('/')).Distinct().Take(25))
        {
            using var linked = await Site.GetAsync(address);
            Assert.True(linked.IsSuccessStatusCode || linked.StatusCode == HttpStatusCode.Found, $"{path} leads to {address}: {linked.StatusCode}");
        }
    }

    [Fact]
    public async Task A_page_of_features_tells_what_they_are_and_draws_no_spot_for_what_is_known_to_a_district_alone()
    {
        using var response = await Site.GetAsync(OgcSite.Items("incidents"), ("Accept", Browser));
        var page = await response.TextAsync();

        Assert.Contains("Clash at the &lt;Torkham&gt; crossing", page, StringComparison.Ordinal);
        // Of five incidents with a place one is known better than to a district.
        Assert.Equal((1, 4), (Spot().Count(page), Area().Count(page)));
        Assert.DoesNotContain("SENTINEL", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Oas30_describes_every_resource_with_its_own_path_below_one_server()
    {
        var api = await Site.OkAsync("/ogc/api");

        Assert.StartsWith("3.0.", api.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Assert.EndsWith("/ogc", api.GetProperty("servers")[0].GetProperty("url").GetString(), StringComparison.Ordinal);
        var paths = api.GetProperty("paths").EnumerateObject().ToList();
        Assert.Equal(4 + (7 * OgcSite.Collections.Length), paths.Count);
        var names = paths.Select(path => path.Value.GetProperty("get").GetProperty("operationId").GetString()).ToList();
        Assert.Equal(names.Count, names.Distinct().Count());
        foreach (var path in paths)
        {
            var operation = path.Value.GetProperty("get");
            // Every code that an answer may have stands there with its form (conf/oas30/exception-codes).
            Assert.All((string[])["200", "400", "406", "500"], status => Assert.True(operation.GetProperty("responses").TryGetProperty(status, out var _)));
            using var response = await Site.GetAsync("/ogc" + path.Name.Replace("{featureId}", path.Name.Contains("/incidents/", StringComparison.Ordinal) ? "i-aaaaaaaaaa" : "none", StringComparison.Ordinal));
            Assert.True(response.StatusCode == HttpStatusCode.OK || path.Name.Contains('{'), path.Name);
        }
    }

    private static string With(string path, string query) => query.Length == 0 ? path : $"{path}{(path.Contains('?') ? '&' : '?')}{query}";

    [GeneratedRegex("<h1")]
    private static partial Regex Heading();

    [GeneratedRegex("href=\"([^\"#]+)")]
    private static partial Regex Address();

    [GeneratedRegex("<circle class=\"spot\"")]
    private static partial Regex Spot();

    [GeneratedRegex("<circle class=\"own\"")]
    private static partial Regex Area();
}
