using System.IO.Compression;
using System.Net;
using BorderMap.Web.Tests.Running;

namespace BorderMap.Web.Tests;

public sealed class CachingTests(SharedSite shared)
{
    public static TheoryData<string> Derived => [.. new[]
    {
        "/api/incidents", "/api/incidents?kind=airstrike", "/api/incidents/columns", "/api/incidents/columns?part=texts", "/api/incidents/i-aaaaaaaaaa", "/api/incidents/i-aaaaaaaaaa/history", "/api/episodes", "/api/episodes/e-aaaaaaaaaa",
        "/api/actors", "/api/sources", "/api/changes?since=0", "/export/incidents.geojson", "/export/incidents.csv", "/export/incidents.fgb", "/tiles/incidents/0/0/0.mvt", "/export/incidents.kml", "/incidents/i-aaaaaaaaaa",
    }];

    [Theory]
    [MemberData(nameof(Derived))]
    public async Task Says_not_modified_to_whoever_holds_the_answer(string path)
    {
        using var first = await shared.Site.GetAsync(path);
        var tag = first.Header("ETag");
        Assert.NotNull(tag);
        using var again = await shared.Site.GetAsync(path, ("If-None-Match", $"\"other\", {tag}"));

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(tag, again.Header("ETag"));
        Assert.Equal("no-cache", again.Header("Cache-Control"));
        Assert.Contains("Authorization", again.Header("Vary"), StringComparison.Ordinal);
        Assert.Empty(await again.TextAsync());
    }

    [Theory]
    [MemberData(nameof(Derived))]
    public async Task Answers_in_full_to_whoever_holds_another_answer(string path)
    {
        using var response = await shared.Site.GetAsync(path, ("If-None-Match", "\"i-aaaaaaaaaa.0\""));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("/incidents/i-aaaaaaaaaa?lang=ur", "br")]
    [InlineData("/incidents/i-aaaaaaaaaa", "gzip")]
    [InlineData("/api/incidents/i-aaaaaaaaaa", "br")]
    [InlineData("/api/counts/district", "identity")]
    [InlineData("/snapshot.svg?width=500", "br")]
    [InlineData("/feed.atom", "gzip")]
    public async Task What_is_given_again_is_the_same_in_every_header_and_byte(string path, string encoding)
    {
        var answers = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            using var response = await shared.Site.GetAsync(path, ("Accept-Encoding", encoding));
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal(encoding == "identity" ? [] : [encoding], response.Content.Headers.ContentEncoding);
            await using var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
            await using Stream read = encoding switch { "br" => new BrotliStream(body, CompressionMode.Decompress), "gzip" => new GZipStream(body, CompressionMode.Decompress), _ => body };
            using var text = new StreamReader(read);
            // How long it is and by how much it is compressed may differ: once it is kept, that is done once and better.
            var headers = response.Headers.Concat(response.Content.Headers).Where(header => header.Key is not ("Date" or "Content-Length" or "Transfer-Encoding" or "X-Request-Id"));
            answers.Add(string.Join('\n', headers.OrderBy(header => header.Key, StringComparer.Ordinal).Select(header => $"{header.Key}: {string.Join(", ", header.Value)}")) + await text.ReadToEndAsync(TestContext.Current.CancellationToken));
        }

        Assert.All(answers, answer => Assert.Equal(answers[0], answer));
    }

    [Fact]
    public async Task Tags_one_incident_by_its_id_and_version()
    {
        var incident = await shared.Site.JsonAsync("/api/incidents/i-aaaaaaaaaa");
        using var response = await shared.Site.GetAsync("/api/incidents/i-aaaaaaaaaa");

        Assert.Equal($"\"i-aaaaaaaaaa.{incident.GetProperty("version").GetInt32()}\"", response.Header("ETag"));
    }

    [Fact]
    public async Task Tags_differ_by_query_and_by_encoding()
    {
        var tags = new List<string?>();
        foreach (var (path, encoding) in new[] { ("/api/incidents", "identity"), ("/api/incidents", "br"), ("/api/incidents", "gzip"), ("/api/incidents?limit=7", "identity"), ("/api/episodes", "identity") })
        {
            using var response = await shared.Site.GetAsync(path, ("Accept-Encoding", encoding));
            tags.Add(response.Header("ETag"));
        }

        Assert.Equal(tags.Count, tags.Distinct().Count());
    }

    [Fact]
    public async Task Revalidates_files_and_places_too()
    {
        foreach (var path in new[] { "/api/places/search?q=torkh", "/api/places/x-torkham-crossing", "/css/page.css", "/vocabulary/kinds.json", "/basemap/line.json", "/" })
        {
            using var first = await shared.Site.GetAsync(path);
            using var again = await shared.Site.GetAsync(path, ("If-None-Match", first.Header("ETag")!));
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        }
    }
}
