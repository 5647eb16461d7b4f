using System.Net;
using BorderMap.Web.Tests.Running;

namespace BorderMap.Web.Tests;

public sealed class ProblemTests(SharedSite shared)
{
    public static TheoryData<string, string, int, string, string> Bad => new()
    {
        { "GET", "/nothing/here", 404, "not-found", "path" },
        { "GET", "/api/nothing", 404, "not-found", "path" },
        { "GET", "/basemap/nothing.json", 404, "not-found", "name" },
        { "GET", "/vocabulary/..%2fSOURCES.json", 404, "not-found", "name" },
        { "GET", "/api/incidents/i-2222222222", 404, "not-found", "id" },
        { "GET", "/api/incidents/i-2222222222/history", 404, "not-found", "id" },
        { "GET", "/api/incidents/i-ffffffffff", 410, "gone", "id" },
        { "GET", "/incidents/i-ffffffffff", 410, "gone", "id" },
        { "GET", "/incidents/%27%3B%20drop", 404, "not-found", "id" },
        { "GET", "/api/episodes/e-2222222222", 404, "not-found", "id" },
        { "GET", "/api/places/nowhere", 404, "not-found", "id" },
        { "GET", "/api/places/search", 400, "missing-parameter", "q" },
        { "GET", "/api/places/search?q=%20", 400, "missing-parameter", "q" },
        { "GET", "/api/places/search?q=a&limit=51", 400, "invalid-parameter", "limit" },
        { "GET", "/api/places/resolve", 400, "missing-parameter", "name" },
        { "GET", "/api/places/reverse?lat=34", 400, "missing-parameter", "lon" },
        { "GET", "/api/places/reverse?lon=271&lat=34", 400, "invalid-parameter", "lon" },
        { "GET", "/api/places/reverse?lon=71&lat=NaN", 400, "invalid-parameter", "lat" },
        { "GET", "/api/places/1108562173?boundary=yes", 400, "invalid-parameter", "boundary" },
        { "GET", "/api/incidents?limit=0", 400, "invalid-parameter", "limit" },
        { "GET", "/api/incidents?limit=10001", 400, "invalid-parameter", "limit" },
        { "GET", "/api/incidents?limit=1&limit=2", 400, "invalid-parameter", "limit" },
        { "GET", "/api/incidents?limit=ten", 400, "invalid-parameter", "limit" },
        { "GET", "/api/incidents?province=1", 400, "unknown-parameter", "province" },
        { "GET", "/api/incidents/i-aaaaaaaaaa?kind=airstrike", 400, "unknown-parameter", "kind" },
        { "GET", "/api/incidents/i-aaaaaaaaaa?asOf=-1", 400, "invalid-parameter", "asOf" },
        { "GET", "/api/incidents/i-aaaaaaaaaa?asOf=999999", 400, "invalid-parameter", "asOf" },
        { "GET", "/api/incidents?asOf=999999", 400, "invalid-parameter", "asOf" },
        { "GET", "/export/incidents.csv?limit=5", 400, "unknown-parameter", "limit" },
        { "GET", "/export/incidents.shp", 404, "not-found", "path" },
        { "GET", "/tiles/incidents/15/0/0.mvt", 404, "not-found", "z" },
        { "GET", "/tiles/incidents/-1/0/0.mvt", 400, "invalid-parameter", "z" },
        { "GET", "/tiles/incidents/5/32/0.mvt", 400, "invalid-parameter", "x" },
        { "GET", "/tiles/incidents/5/0/1e3.mvt", 400, "invalid-parameter", "y" },
        { "GET", "/tiles/incidents/5/22/12.mvt?kind=earthquake", 400, "invalid-parameter", "kind" },
        { "GET", "/tiles/districts/5/22/12.mvt?kind=combat", 400, "invalid-parameter", "kind" },
        { "GET", "/tiles/villages/5/22/12.mvt", 404, "not-found", "collection" },
        { "GET", "/tiles/villages.json", 404, "not-found", "collection" },
        { "GET", "/api/episodes?asOf=x", 400, "invalid-parameter", "asOf" },
        { "GET", "/api/sources?asOf=999999", 400, "invalid-parameter", "asOf" },
        { "GET", "/api/actors?kind=state", 400, "unknown-parameter", "kind" },
        { "GET", "/api/changes?since=-1", 400, "invalid-parameter", "since" },
        { "GET", "/api/changes?from=1", 400, "unknown-parameter", "from" },
        { "GET", "/healthz?verbose=1", 400, "unknown-parameter", "verbose" },
        { "POST", "/api/changes", 405, "method-not-allowed", "method" },
        { "DELETE", "/api/episodes/e-aaaaaaaaaa", 405, "method-not-allowed", "method" },
        { "PUT", "/method", 405, "method-not-allowed", "method" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task Says_what_is_wrong_in_which_field_and_what_would_be_right(string method, string path, int status, string code, string field)
    {
        using var response = await shared.Site.SendAsync(new HttpMethod(method), path);
        var problem = await ProblemOf(response, status);

        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Equal(field, problem.GetProperty("field").GetString());
    }

    public static TheoryData<string, string> BadFilters => new()
    {
        { "bbox=1,2,3", "bbox" },
        { "bbox=a,b,c,d", "bbox" },
        { "within=69,33,70,33", "within" },
        { "within=0,0,2,2,2,0,0,2", "within" },
        { "datetime=yesterday", "datetime" },
        { "kind=earthquake", "kind" },
        { "grade=sure", "grade" },
        { "precision=roughly", "precision" },
        { "side=IN", "side" },
        { "line-km=420..300", "line-km" },
        { "killed-min=-1", "killed-min" },
        { "killed-min=99999999999", "killed-min" },
        { "cross-border=maybe", "cross-border" },
        { "place-match=nearly", "place-match" },
        { "time-match=nearly", "time-match" },
        { "asOf=latest", "asOf" },
    };

    [Theory]
    [MemberData(nameof(BadFilters))]
    public async Task Refuses_a_bad_filter_on_pages_and_exports_alike(string query, string field)
    {
        foreach (var path in new[] { "/api/incidents", "/export/incidents.geojson", "/export/incidents.csv", "/export/incidents.kml", "/export/incidents.fgb" })
        {
            using var response = await shared.Site.GetAsync($"{path}?{query}");
            var problem = await ProblemOf(response, 400);
            Assert.Equal(field, problem.GetProperty("field").GetString());
        }
    }

    [Fact]
    public async Task Lists_every_problem_of_a_request()
    {
        using var response = await shared.Site.GetAsync("/api/incidents?kind=earthquake&limit=0");
        var problem = await ProblemOf(response, 400);

        Assert.Equal(2, problem.GetProperty("problems").GetArrayLength());
    }

    [Fact]
    public async Task Refuses_the_cursor_of_another_filter()
    {
        var page = await shared.Site.JsonAsync("/api/incidents?limit=1");
        var next = page.GetProperty("links").EnumerateArray().Single(link => link.GetProperty("rel").GetString() == "next").GetProperty("href").GetString();
        using var response = await shared.Site.GetAsync(next + "&kind=airstrike");

        Assert.Equal("cursor", (await ProblemOf(response, 400)).GetProperty("field").GetString());
    }

    [Theory]
    [InlineData("/api/incidents?cursor=AAAA")]
    [InlineData("/api/incidents?cursor=%00%ff")]
    [InlineData("/api/incidents?q=%00")]
    [InlineData("/api/incidents?ids=%27")]
    [InlineData("/api/places/search?q=%00")]
    [InlineData("/api/places/%00")]
    [InlineData("/api/incidents/%00")]
    [InlineData("/incidents/%F0%9F%92%A9")]
    [InlineData("/api/sources?cursor=%00")]
    [InlineData("/api/episodes/%00")]
    public async Task Survives_odd_bytes(string path)
    {
        using var response = await shared.Site.GetAsync(path);

        Assert.InRange((int)response.StatusCode, 200, 499);
    }

    [Fact]
    public async Task Shortens_and_cleans_the_value_that_it_repeats()
    {
        using var response = await shared.Site.GetAsync("/api/incidents?kind=" + new string('x', 5000) + "%1b");
        var text = await response.TextAsync();

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.InRange(text.Length, 1, 3000);
        Assert.DoesNotContain("\\u001b", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Tells_a_person_with_a_browser_in_a_page()
    {
        using var response = await shared.Site.GetAsync("/incidents/i-2222222222", ("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("There is no public incident with this id.", await response.TextAsync(), StringComparison.Ordinal);
    }

    internal static Task<System.Text.Json.JsonElement> ProblemOf(HttpResponseMessage response, int status)
    {
        Assert.Equal("*", response.Header("Access-Control-Allow-Origin"));
        return CheckAsync(response, status);
    }

    /// <summary>A problem on a route whose answer depends on who asks.</summary>
    internal static Task<System.Text.Json.JsonElement> PrivateProblemOf(HttpResponseMessage response, int status)
    {
        Assert.Null(response.Header("Access-Control-Allow-Origin"));
        return CheckAsync(response, status);
    }

    private static async Task<System.Text.Json.JsonElement> CheckAsync(HttpResponseMessage response, int status)
    {
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Null(response.Header("ETag"));
        var problem = await response.JsonAsync();
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("type").GetString()!);
        Assert.NotEmpty(problem.GetProperty("title").GetString()!);
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        Assert.NotEmpty(problem.GetProperty("fix").GetString()!);
        return problem;
    }
}
