using System.Net;
using BorderMap.Web.Tests.Running;

namespace BorderMap.Web.Tests;

/// <summary>What the public may not see is on no route: drafts, embargoed, withheld, withdrawn, redacted, and what lies behind a generalised incident.</summary>
public sealed class HiddenTests(SharedSite shared)
{
    private static readonly string[] NeverPublic = ["i-oooooooooo", "i-pppppppppp", "i-qqqqqqqqqq"];
    private static readonly string[] NoLongerPublic = ["i-mmmmmmmmmm", "i-nnnnnnnnnn"];
    private static readonly string[] Traces = ["SENTINEL", "sentinel", "secret-actor", "s-zzzzzzzzzz", "e-zzzzzzzzzz", "71.01234", "34.12345", "70.43219", "34.36721"];

    public static TheoryData<string> Sweeps => [.. new[]
    {
        "", "limit=10000", "q=SENTINEL", "q=sentinel", "actor=secret-actor", "publisher=Plain%20Publisher", "episode=e-zzzzzzzzzz", "place=1108692255", "place=85667591", "place=x-torkham-crossing",
        "ids=i-oooooooooo,i-pppppppppp,i-qqqqqqqqqq,i-mmmmmmmmmm,i-nnnnnnnnnn", "kind=drone_strike,abduction,targeted_killing,other", "precision=exact",
        "bbox=71.0123,34.1234,71.0124,34.1235", "bbox=71.0123,34.1234,71.0124,34.1235&place-match=certain", "bbox=70.43,34.36,70.44,34.37",
        "within=71.0123,34.1234,71.0124,34.1234,71.0124,34.1235", "within=71.0123,34.1234,71.0124,34.1234,71.0124,34.1235&place-match=certain", "within=70.43,34.36,70.44,34.36,70.44,34.37,70.43,34.37",
        "datetime=2025-10-16/2025-10-17", "datetime=2025-08-01/2025-08-03", "time-match=certain&datetime=2025-10-16",
    }];

    [Theory]
    [MemberData(nameof(Sweeps))]
    public async Task No_list_or_export_shows_a_trace_of_it_now_or_as_of_any_moment(string filter)
    {
        var pub = (await shared.Site.JsonAsync("/readyz")).GetProperty("pub").GetInt64();
        var moments = Enumerable.Range(0, (int)pub + 1).Select(sequence => $"asOf={sequence}").Prepend("");
        foreach (var moment in moments)
        {
            var query = string.Join('&', new[] { filter, moment }.Where(part => part.Length > 0));
            await AssertCleanAsync($"/api/incidents?{query}");
            if (!filter.StartsWith("limit", StringComparison.Ordinal))
            {
                await AssertCleanAsync($"/export/incidents.geojson?{query}");
                await AssertCleanAsync($"/export/incidents.csv?{query}");
                await AssertCleanAsync($"/export/incidents.kml?{query}");
                await AssertCleanAsync($"/export/incidents.fgb?{query}");
                await AssertCleanAsync($"/tiles/incidents/0/0/0.mvt?{query}");
                await AssertCleanAsync($"/api/incidents/columns?part=texts&{query}");
                await AssertCleanAsync($"/api/incidents/columns?{query}");
            }
        }
    }

    [Theory]
    [InlineData("/api/episodes")]
    [InlineData("/api/actors")]
    [InlineData("/api/sources?limit=10000")]
    [InlineData("/api/changes?since=0")]
    [InlineData("/api/incidents/i-rrrrrrrrrr")]
    [InlineData("/api/incidents/i-rrrrrrrrrr/history")]
    [InlineData("/incidents/i-rrrrrrrrrr")]
    [InlineData("/api/incidents/i-aaaaaaaaaa")]
    [InlineData("/api/incidents/i-aaaaaaaaaa/history")]
    [InlineData("/incidents/i-aaaaaaaaaa")]
    [InlineData("/api/incidents/i-aaaaaaaaaa/nearby")]
    [InlineData("/api/incidents/i-rrrrrrrrrr/nearby")]
    [InlineData("/api/counts/publisher")]
    [InlineData("/api/counts/actor")]
    [InlineData("/api/counts/district")]
    [InlineData("/api/sources?ids=s-zzzzzzzzzz")]
    [InlineData("/openapi.json")]
    public async Task No_other_route_shows_a_trace_of_it(string path) => await AssertCleanAsync(path);

    [Theory]
    [InlineData("/api/episodes")]
    [InlineData("/api/episodes/e-aaaaaaaaaa")]
    [InlineData("/api/actors")]
    [InlineData("/api/sources")]
    [InlineData("/api/incidents/i-rrrrrrrrrr")]
    [InlineData("/incidents/i-rrrrrrrrrr")]
    public async Task No_earlier_moment_shows_a_trace_of_it(string path)
    {
        var pub = (await shared.Site.JsonAsync("/readyz")).GetProperty("pub").GetInt64();
        for (var sequence = 0; sequence <= pub; sequence++)
        {
            using var response = await shared.Site.GetAsync($"{path}?asOf={sequence}");
            Assert.Contains(response.StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.NotFound });
            AssertNoTrace(await response.TextAsync());
        }
    }

    [Fact]
    public async Task What_was_never_public_answers_as_what_never_was()
    {
        foreach (var route in new[] { "/api/incidents/{0}", "/api/incidents/{0}/history", "/api/incidents/{0}/nearby", "/incidents/{0}", "/api/incidents/{0}?asOf=1" })
        {
            var never = await AnswerAsync(route, "i-2222222222");
            foreach (var id in NeverPublic)
            {
                Assert.Equal(never, await AnswerAsync(route, id));
            }
        }
    }

    [Fact]
    public async Task What_was_withdrawn_or_redacted_says_only_that_it_is_gone_also_as_of_when_it_was_public()
    {
        var pub = (await shared.Site.JsonAsync("/readyz")).GetProperty("pub").GetInt64();
        foreach (var id in NoLongerPublic)
        {
            foreach (var path in new[] { $"/api/incidents/{id}", $"/incidents/{id}", $"/api/incidents/{id}/history" })
            {
                await AssertStatusAsync(HttpStatusCode.Gone, path);
            }
            for (var sequence = 0; sequence <= pub; sequence++)
            {
                using var response = await shared.Site.GetAsync($"/api/incidents/{id}?asOf={sequence}");
                Assert.Contains(response.StatusCode, new[] { HttpStatusCode.Gone, HttpStatusCode.NotFound });
                AssertNoTrace(await response.TextAsync());
            }
        }
    }

    [Fact]
    public async Task Counts_hold_only_what_is_public()
    {
        foreach (var filter in new[] { "kind=drone_strike", "kind=abduction", "kind=targeted_killing", "kind=other", "ids=i-pppppppppp", "actor=secret-actor", "q=SENTINEL" })
        {
            var page = await shared.Site.JsonAsync($"/api/incidents?{filter}");
            Assert.Equal(0, page.GetProperty("numberMatched").GetInt32());
        }
    }

    [Fact]
    public async Task A_generalised_incident_is_shown_as_its_district()
    {
        var incident = await shared.Site.JsonAsync("/api/incidents/i-rrrrrrrrrr");
        var place = incident.GetProperty("places")[0];

        Assert.Equal("district", place.GetProperty("precision").GetString());
        Assert.False(incident.GetProperty("title").GetString()!.Contains("SENTINEL", StringComparison.Ordinal));
        var listed = await shared.Site.JsonAsync("/api/incidents?ids=i-rrrrrrrrrr");
        Assert.Equal("district", listed.GetProperty("features")[0].GetProperty("properties").GetProperty("precision").GetString());
    }

    [Fact]
    public async Task Retracted_for_an_error_stays_readable_as_of_when_it_was_public()
    {
        var before = await shared.Site.JsonAsync("/api/changes?since=0");
        var retracted = before.GetProperty("changes").EnumerateArray().Single(change => change.GetProperty("id").GetString() == "i-ffffffffff" && change.GetProperty("kind").GetString() == "retracted");
        var sequence = retracted.GetProperty("pub").GetInt64() - 1;

        await AssertStatusAsync(HttpStatusCode.OK, $"/api/incidents/i-ffffffffff?asOf={sequence}");
        await AssertStatusAsync(HttpStatusCode.Gone, "/api/incidents/i-ffffffffff");
    }

    private async Task AssertStatusAsync(HttpStatusCode status, string path)
    {
        using var response = await shared.Site.GetAsync(path);
        Assert.True(status == response.StatusCode, $"{path}: {(int)response.StatusCode}");
        AssertNoTrace(await response.TextAsync());
    }

    private async Task AssertCleanAsync(string path)
    {
        using var response = await shared.Site.GetAsync(path);
        var text = await response.TextAsync();
        Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.NoContent, $"{path}: {text}");
        // A list's own link, and what a file says of itself, repeat the request's query, which is the asker's text.
        AssertNoTrace(path.Split('?', '&').Append(path).OrderByDescending(part => part.Length).Aggregate(text, (rest, part) => part.Length == 0 ? rest : rest.Replace(part, "", StringComparison.Ordinal)));
        Assert.All(NeverPublic.Where(id => !path.Contains(id, StringComparison.Ordinal)), id => Assert.DoesNotContain(id, text, StringComparison.Ordinal));
    }

    private static void AssertNoTrace(string text) => Assert.All(Traces, trace => Assert.DoesNotContain(trace, text, StringComparison.Ordinal));

    private async Task<string> AnswerAsync(string route, string id)
    {
        using var response = await shared.Site.GetAsync(string.Format(route, id));
        var headers = response.Headers.Concat(response.Content.Headers).Where(header => header.Key != "Date").OrderBy(header => header.Key).Select(header => $"{header.Key}: {string.Join(',', header.Value)}");
        return $"{(int)response.StatusCode}\n{string.Join('\n', headers)}\n{await response.TextAsync()}".Replace(id, "ID", StringComparison.Ordinal);
    }
}
