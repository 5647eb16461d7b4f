using System.IO.Compression;
using System.Net;
using BorderMap.Web.Tests.Running;

namespace BorderMap.Web.Tests;

public sealed class RouteTests(SharedSite shared)
{
    public static TheoryData<string, string> Reads => new()
    {
        { "/api/incidents", "application/geo+json" },
        { "/api/incidents?kind=air&datetime=2025-10-01/..&bbox=60,29,75,38&within=60,29,75,29,75,38,60,38&limit=5", "application/geo+json" },
        { "/api/incidents/columns", "application/vnd.bordermap.columns" },
        { "/api/incidents/columns?part=texts&kind=air", "application/vnd.bordermap.columns" },
        { "/api/incidents/i-aaaaaaaaaa", "application/json" },
        { "/api/incidents/i-aaaaaaaaaa/history", "application/json" },
        { "/api/episodes", "application/json" },
        { "/api/episodes/e-aaaaaaaaaa", "application/json" },
        { "/api/actors", "application/json" },
        { "/api/sources", "application/json" },
        { "/api/places/search?q=torkh", "application/json" },
        { "/api/places/resolve?name=Torkham", "application/json" },
        { "/api/places/reverse?lon=71.08&lat=34.13", "application/json" },
        { "/api/places/x-torkham-crossing", "application/json" },
        { "/api/places/1108562173?boundary=true", "application/json" },
        { "/api/places/search?q=spin&kind=crossing&country=AF&near=66.4,31.0&lang=ps", "application/json" },
        { "/api/places/reverse?lon=71.08&lat=34.13&limit=3&lang=ur", "application/json" },
        { "/reconcile", "application/json" },
        { "/reconcile?queries=%7B%22q0%22%3A%7B%22query%22%3A%22Torkham%22%7D%7D", "application/json" },
        { "/reconcile?callback=jQuery1_2", "text/javascript" },
        { "/reconcile/suggest/entity?prefix=torkh", "application/json" },
        { "/reconcile/suggest/type?prefix=", "application/json" },
        { "/reconcile/suggest/property?prefix=d", "application/json" },
        { "/places", "text/html" },
        { "/places/x-torkham-crossing", "text/html" },
        { "/api/changes?since=0", "application/json" },
        { "/export/incidents.geojson", "application/geo+json" },
        { "/export/incidents.geojsonl?changed-since=1", "application/x-ndjson" },
        { "/export/incidents.geojsons", "application/geo+json-seq" },
        { "/export/incidents.csv", "text/csv" },
        { "/export/incidents.kml", "application/vnd.google-earth.kml+xml" },
        { "/export/incidents.fgb", "application/flatgeobuf" },
        { "/export/dictionary.csv", "text/csv" },
        { "/tiles/incidents/0/0/0.mvt?kind=combat", "application/vnd.mapbox-vector-tile" },
        { "/tiles/districts/5/22/12.mvt", "application/vnd.mapbox-vector-tile" },
        { "/tiles/provinces/5/22/12.mvt", "application/vnd.mapbox-vector-tile" },
        { "/tiles/crossings/5/22/12.mvt", "application/vnd.mapbox-vector-tile" },
        { "/tiles/places/10/713/408.mvt", "application/vnd.mapbox-vector-tile" },
        { "/tiles/durand-line/5/22/12.mvt", "application/vnd.mapbox-vector-tile" },
        { "/tiles/incidents.json?kind=combat", "application/json" },
        { "/tiles/style.json", "application/json" },
        { "/incidents/i-aaaaaaaaaa", "text/html" },
        { "/method", "text/html" },
        { "/feed.atom?limit=3", "application/atom+xml" },
        { "/snapshot.svg?kind=airstrike", "image/svg+xml" },
        { "/snapshot.svg?widget=histogram&layer=heat", "image/svg+xml" },
        { "/api/overview?kind=air", "application/json" },
        { "/embed/new", "text/html" },
        { "/ogc", "application/json" },
        { "/ogc/api?f=html", "text/html" },
        { "/ogc/collections", "application/json" },
        { "/ogc/collections/incidents/items?bbox=60,29,75,38&limit=2", "application/geo+json" },
        { "/ogc/collections/incidents/queryables", "application/schema+json" },
        { "/vocabulary/kinds.json", "application/json" },
        { "/vocabulary/groups.json", "application/json" },
        { "/vocabulary/csv-columns.tsv", "text/tab-separated-values" },
        { "/basemap/line.json", "application/geo+json" },
        { "/healthz", "application/json" },
        { "/readyz", "application/json" },
        { "/openapi.json", "application/vnd.oai.openapi+json" },
    };

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task Answers_get_with_its_media_type_to_any_origin_under_the_security_headers(string path, string mediaType)
    {
        using var response = await shared.Site.GetAsync(path);

        Assert.True(response.StatusCode == HttpStatusCode.OK, await response.TextAsync());
        Assert.Equal(mediaType, response.Content.Headers.ContentType?.MediaType);
        Assert.NotEmpty(await response.TextAsync());
        Assert.Equal("*", response.Header("Access-Control-Allow-Origin"));
        Assert.Contains("ETag, Link, Content-Crs", response.Header("Access-Control-Expose-Headers"), StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Header("X-Content-Type-Options"));
        Assert.StartsWith("default-src 'self';", response.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.EndsWith("frame-ancestors 'none'", response.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Contains("; require-trusted-types-for 'script'; trusted-types default;", response.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", response.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.NotNull(response.Header("Referrer-Policy"));
        Assert.Null(response.Header("Server"));
    }

    [Theory]
    [InlineData("/css/page.css", "text/css", "br")]
    [InlineData("/js/main.js", "text/javascript", "br")]
    [InlineData("/js/main.js", "text/javascript", "gzip")]
    [InlineData("/js/main.js", "text/javascript", "identity")]
    [InlineData("/lib/leaflet/leaflet.js", "text/javascript", "br")]
    public async Task Scripts_and_styles_come_compressed_and_say_only_that_they_are_nothing_else(string path, string mediaType, string encoding)
    {
        using var response = await shared.Site.GetAsync(path, ("Accept-Encoding", encoding));
        using var head = await shared.Site.SendAsync(HttpMethod.Head, path, ("Accept-Encoding", encoding));

        Assert.Equal(mediaType, response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(encoding == "identity" ? null : encoding, response.Header("Content-Encoding"));
        Assert.Equal("nosniff", response.Header("X-Content-Type-Options"));
        Assert.Equal("*", response.Header("Access-Control-Allow-Origin"));
        Assert.Null(response.Header("Content-Security-Policy"));
        Assert.Equal((response.Header("ETag"), response.Header("Content-Encoding")), (head.Header("ETag"), head.Header("Content-Encoding")));
        using var again = await shared.Site.GetAsync(path, ("Accept-Encoding", encoding), ("If-None-Match", response.Header("ETag")!));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task Scripts_come_without_the_comments_for_those_who_work_on_them_and_libraries_as_they_are()
    {
        string FileOf(string path) => File.ReadAllText(Site.Content.WebRoot + path);
        var (script, whole) = (await UnpackedAsync("/js/main.js"), FileOf("/js/main.js"));
        Assert.StartsWith("// @ts-check", whole, StringComparison.Ordinal);
        Assert.DoesNotContain("// ", script, StringComparison.Ordinal);
        Assert.Equal(whole.Split('\n').Length, script.Split('\n').Length);
        Assert.Contains("import { App } from './app.js';", script, StringComparison.Ordinal);
        Assert.Equal(FileOf("/lib/leaflet/leaflet.js"), await UnpackedAsync("/lib/leaflet/leaflet.js"));
    }

    private async Task<string> UnpackedAsync(string path)
    {
        using var response = await shared.Site.GetAsync(path, ("Accept-Encoding", "br"));
        await using var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        using var reader = new StreamReader(new BrotliStream(body, CompressionMode.Decompress));
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("/js/../index.html.js")]
    [InlineData("/js/nothing.js")]
    [InlineData("/css/..%2f..%2fglobal.css")]
    [InlineData("/basemap/..%2fvocabulary%2fkinds.json")]
    public async Task A_file_that_is_none_is_missing_under_the_security_headers(string path)
    {
        using var response = await shared.Site.GetAsync(path, ("Accept-Encoding", "br"));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.StartsWith("default-src 'self';", response.Header("Content-Security-Policy"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task Answers_head_like_get_without_a_body(string path, string mediaType)
    {
        using var get = await shared.Site.GetAsync(path);
        using var head = await shared.Site.SendAsync(HttpMethod.Head, path);

        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Equal(mediaType, head.Content.Headers.ContentType?.MediaType);
        Assert.Equal(get.Header("ETag"), head.Header("ETag"));
        Assert.Equal(get.Header("Cache-Control"), head.Header("Cache-Control"));
        Assert.Empty(await head.TextAsync());
    }

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task Never_names_a_maximum_age_that_could_tell_when_an_embargo_ends(string path, string _)
    {
        using var response = await shared.Site.GetAsync(path);

        Assert.Matches("^(no-cache|no-store)$", response.Header("Cache-Control"));
    }

    [Fact]
    public async Task Allows_a_preflight_for_a_conditional_request_of_another_origin()
    {
        using var response = await shared.Site.SendAsync(HttpMethod.Options, "/api/incidents",
            ("Origin", "https://elsewhere.example"), ("Access-Control-Request-Method", "GET"), ("Access-Control-Request-Headers", "if-none-match"));

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal("*", response.Header("Access-Control-Allow-Origin"));
        Assert.Contains("GET", response.Header("Access-Control-Allow-Methods"), StringComparison.Ordinal);
        Assert.Contains("If-None-Match", response.Header("Access-Control-Allow-Headers"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lets_only_the_embed_be_framed()
    {
        using var embed = await shared.Site.GetAsync("/embed?ids=i-aaaaaaaaaa&view=8/34/71");
        using var map = await shared.Site.GetAsync("/");

        Assert.Equal(HttpStatusCode.OK, embed.StatusCode);
        Assert.EndsWith("frame-ancestors *", embed.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, map.StatusCode);
        Assert.EndsWith("frame-ancestors 'none'", map.Header("Content-Security-Policy"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Compresses_when_asked(string encoding)
    {
        using var response = await shared.Site.GetAsync("/export/incidents.geojson", ("Accept-Encoding", encoding));

        Assert.Equal(encoding, response.Header("Content-Encoding"));
        Assert.Contains("Accept-Encoding", response.Header("Vary"), StringComparison.Ordinal);
        Assert.Contains("Authorization", response.Header("Vary"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leads_from_a_merged_incident_to_its_successor()
    {
        using var document = await shared.Site.GetAsync("/api/incidents/i-gggggggggg");
        using var page = await shared.Site.GetAsync("/incidents/i-gggggggggg");

        Assert.Equal(HttpStatusCode.MovedPermanently, document.StatusCode);
        Assert.EndsWith("/api/incidents/i-aaaaaaaaaa", document.Header("Location"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.MovedPermanently, page.StatusCode);
        Assert.EndsWith("/incidents/i-aaaaaaaaaa", page.Header("Location"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gives_the_public_document_of_an_incident()
    {
        var incident = await shared.Site.JsonAsync("/api/incidents/i-aaaaaaaaaa");

        Assert.Equal("public", incident.GetProperty("representation").GetString());
        Assert.Equal("Clash at the <Torkham> crossing", incident.GetProperty("title").GetString());
        Assert.False(incident.TryGetProperty("notes", out _));
        Assert.False(incident.TryGetProperty("source_keys", out _));
        Assert.False(incident.TryGetProperty("sensitivity", out _));
    }

    [Fact]
    public async Task Tells_what_lies_at_a_position()
    {
        var torkham = await shared.Site.JsonAsync("/api/places/reverse?lon=71.02&lat=34.2");

        Assert.Equal("AF", torkham.GetProperty("country").GetString());
        Assert.Equal("Nangarhar", torkham.GetProperty("province").GetProperty("name").GetString());
        Assert.InRange(torkham.GetProperty("line_distance_km").GetDouble(), 0, 20);
    }

    [Fact]
    public async Task Gives_a_place_with_its_names_and_its_boundary_when_asked()
    {
        var khost = await shared.Site.JsonAsync("/api/places/1108562173?boundary=true");

        Assert.Equal("district", khost.GetProperty("kind").GetString());
        Assert.NotEmpty(khost.GetProperty("names").EnumerateArray());
        Assert.Equal("MultiPolygon", khost.GetProperty("boundary").GetProperty("type").GetString());
    }

    [Fact]
    public async Task Says_that_it_is_ready_with_the_public_sequence_and_the_gazetteer()
    {
        var ready = await shared.Site.JsonAsync("/readyz");

        Assert.Equal("ready", ready.GetProperty("status").GetString());
        Assert.True(ready.GetProperty("pub").GetInt64() > 0);
        Assert.True(ready.GetProperty("places").GetInt32() > 1000);
    }
}
