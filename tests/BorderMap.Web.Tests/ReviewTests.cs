using System.Net;
using System.Text.Json;
using BorderMap.Incidents;
using BorderMap.Incidents.Model;
using BorderMap.PostGis;
using BorderMap.PostGis.People;
using BorderMap.PostGis.Review;
using BorderMap.Web.Tests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace BorderMap.Web.Tests;

/// <summary>Likely duplicates and the review queue, as an editor's program sees them.</summary>
public sealed class ReviewTests(SharedSite shared) : IAsyncLifetime
{
    private Site site = null!;
    private Browser editor = null!;
    private (string, string) token;

    public async ValueTask InitializeAsync()
    {
        site = await shared.StartAnotherAsync();
        await site.FillAsync();
        editor = site.Browser();
        token = ("Authorization", $"Bearer {await site.TokenAsync(Role.Editor)}");
    }

    public async ValueTask DisposeAsync()
    {
        editor.Dispose();
        await site.DisposeAsync();
    }

    [Theory]
    [InlineData("GET", "/api/duplicates?id=i-aaaaaaaaaa")]
    [InlineData("POST", "/api/duplicates")]
    [InlineData("POST", "/api/duplicates/different")]
    [InlineData("GET", "/api/review")]
    [InlineData("GET", "/api/review/i-aaaaaaaaaa/difference")]
    [InlineData("POST", "/api/review/decisions")]
    public async Task Is_for_editors(string method, string path)
    {
        Assert.Equal(401, await editor.StatusAsync(new HttpMethod(method), path, method == "POST" ? "{}" : null));
        Assert.Equal(403, await editor.StatusAsync(new HttpMethod(method), path, method == "POST" ? "{}" : null, ("Authorization", $"Bearer {await site.TokenAsync(Role.Contributor)}")));
    }

    [Fact]
    public async Task An_incident_and_a_document_being_written_find_what_they_may_repeat_until_somebody_says_that_they_are_two()
    {
        var twice = await SaveAsync(Twice("Told again") with { Status = IncidentStatus.Draft });

        var found = (await AskAsync(HttpMethod.Get, "/api/duplicates?id=i-aaaaaaaaaa")).GetProperty("duplicates");
        var written = (await AskAsync(HttpMethod.Post, "/api/duplicates", JsonSerializer.Serialize(Twice(""), IncidentJson.Options))).GetProperty("duplicates");

        Assert.Equal((twice.Id, "draft", true), (found[0].GetProperty("id").GetString(), found[0].GetProperty("status").GetString(), found[0].GetProperty("likely").GetBoolean()));
        Assert.Contains("same night", found[0].GetProperty("reasons").EnumerateArray().Select(reason => reason.GetString()));
        Assert.Equal(new[] { "i-aaaaaaaaaa", twice.Id }.Order(), written.EnumerateArray().Select(one => one.GetProperty("id").GetString()).Order());

        Assert.Equal(204, await editor.StatusAsync(HttpMethod.Post, "/api/duplicates/different", new { one = twice.Id, other = "i-aaaaaaaaaa", reason = "two nights" }, token));
        Assert.Empty((await AskAsync(HttpMethod.Get, "/api/duplicates?id=i-aaaaaaaaaa")).GetProperty("duplicates").EnumerateArray());
        Assert.Equal(404, await editor.StatusAsync(HttpMethod.Post, "/api/duplicates/different", new { one = twice.Id, other = twice.Id, reason = "the same" }, token));

        Assert.Equal(204, await editor.StatusAsync(HttpMethod.Delete, $"/api/duplicates/different?one={twice.Id}&other=i-aaaaaaaaaa", null, token));
        Assert.Equal(twice.Id, (await AskAsync(HttpMethod.Get, "/api/duplicates?id=i-aaaaaaaaaa")).GetProperty("duplicates")[0].GetProperty("id").GetString());
        Assert.Equal(404, await editor.StatusAsync(HttpMethod.Delete, $"/api/duplicates/different?one={twice.Id}&other=i-aaaaaaaaaa", null, token));
        Assert.Equal(404, await editor.StatusAsync(HttpMethod.Get, "/api/duplicates?id=i-2222222222", null, token));
    }

    [Fact]
    public async Task The_queue_lists_pages_filters_and_counts()
    {
        await FillQueueAsync();
        var all = await AskAsync(HttpMethod.Get, "/api/review?limit=100");
        var kinds = all.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("kind").GetString()!).ToList();
        Assert.Equal(["draft", "draft", "duplicate", "error_report", "submitted"], kinds.Order());
        Assert.Equal("""{"draft":2,"submitted":1,"error_report":1,"duplicate":1}""", all.GetProperty("counts").GetRawText().Replace(" ", "", StringComparison.Ordinal));

        var walked = new List<string>();
        for (var next = "/api/review?limit=2"; next is not null;)
        {
            var page = await AskAsync(HttpMethod.Get, next);
            walked.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("kind").GetString()!));
            next = page.GetProperty("next").GetString() is { } address ? new Uri(address).PathAndQuery : null;
        }
        Assert.Equal(kinds, walked);
        Assert.Single((await AskAsync(HttpMethod.Get, "/api/review?kind=submitted&place=1108562519")).GetProperty("items").EnumerateArray());
        Assert.Empty((await AskAsync(HttpMethod.Get, "/api/review?from=2030-01-01")).GetProperty("items").EnumerateArray());
        foreach (var wrong in new[] { "kind=all", "from=soon", "after=xyz", "limit=0", "places=1" })
        {
            Assert.Equal(400, await editor.StatusAsync(HttpMethod.Get, $"/api/review?{wrong}", null, token));
        }
    }

    [Fact]
    public async Task Versions_are_compared_field_by_field()
    {
        var incident = (await site.Store.FindAsync("i-bbbbbbbbbb", CancellationToken.None))!;
        await SaveAsync(incident with { Title = "Airstrike, corrected", Claims = [incident.Claims[0] with { Killed = new(4, 5) }], Status = IncidentStatus.Draft });

        var compared = await AskAsync(HttpMethod.Get, "/api/review/i-bbbbbbbbbb/difference");
        var paths = compared.GetProperty("differences").EnumerateArray().ToDictionary(field => field.GetProperty("path").GetString()!, field => $"{field.GetProperty("before")} -> {field.GetProperty("after")}");

        Assert.Equal((1, 2), (compared.GetProperty("before").GetProperty("version").GetInt32(), compared.GetProperty("after").GetProperty("version").GetInt32()));
        Assert.Equal(["claims[c-cccccccccc].killed.min", "status", "title"], paths.Keys.Order());
        Assert.Equal("3 -> 4", paths["claims[c-cccccccccc].killed.min"]);
        Assert.Empty((await AskAsync(HttpMethod.Get, "/api/review/i-bbbbbbbbbb/difference?before=2&after=2")).GetProperty("differences").EnumerateArray());
        Assert.Equal(404, await editor.StatusAsync(HttpMethod.Get, "/api/review/i-bbbbbbbbbb/difference?before=9", null, token));
        Assert.Equal(404, await editor.StatusAsync(HttpMethod.Get, "/api/review/i-nnnnnnnnnn/difference", null, token));
    }

    [Fact]
    public async Task Many_decisions_are_carried_out_and_one_that_is_stale_or_wrong_stops_no_other()
    {
        var (draft, submitted, other, report) = await FillQueueAsync();
        var answer = await AskAsync(HttpMethod.Post, "/api/review/decisions", JsonSerializer.Serialize(new
        {
            decisions = new object[]
            {
                new { kind = "submitted", id = submitted.Id, version = submitted.Version, decision = "accept", reason = "checked" },
                new { kind = "draft", id = draft.Id, version = draft.Version + 7, decision = "accept", reason = "checked" },
                new { kind = "error_report", id = report, version = 1, decision = "reject", reason = "it is right" },
                new { kind = "error_report", id = report, version = 1, decision = "accept", reason = "it is wrong" },
                new { kind = "duplicate", id = "i-aaaaaaaaaa", other = other.Id, decision = "reject", reason = "two nights" },
                new { kind = "duplicate", id = "i-aaaaaaaaaa", other = other.Id, decision = "accept", reason = "one" },
                new { kind = "draft", id = "i-2222222222", version = 1, decision = "accept", reason = "none" },
                new { kind = "draft", id = draft.Id, version = draft.Version, decision = "reject", reason = " " },
                new { kind = "draft", id = draft.Id, version = draft.Version, decision = "reject", reason = "invented" },
            },
        }));
        var outcomes = answer.GetProperty("results").EnumerateArray().Select(result => result.GetProperty("outcome").GetString());

        Assert.Equal(["done", "stale", "done", "stale", "done", "refused", "missing", "refused", "done"], outcomes);
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync($"/api/incidents/{submitted.Id}")).StatusCode);
        Assert.Equal(IncidentStatus.Retracted, (await site.Store.FindAsync(draft.Id, CancellationToken.None))!.Status);
        Assert.Equal("""{"draft":1,"submitted":0,"error_report":0,"duplicate":0}""", (await AskAsync(HttpMethod.Get, "/api/review")).GetProperty("counts").GetRawText());
        Assert.Equal(400, await editor.StatusAsync(HttpMethod.Post, "/api/review/decisions", """{"decisions":[]}""", token));
        Assert.Equal(400, await editor.StatusAsync(HttpMethod.Post, "/api/review/decisions", """{"decisions":[{"kind":"draft","id":"i-aaaaaaaaaa","decision":"perhaps","reason":"x"}]}""", token));
    }

    private static Incident Twice(string title) => new()
    {
        Title = title,
        Kind = "armed_clash",
        Date = new() { Start = new(2025, 10, 11), End = new(2025, 10, 12), Precision = DatePrecision.Range },
        Places = [new() { Place = "x-torkham-crossing" }],
        Actors = [new() { Actor = "pak-military" }, new() { Actor = "afg-government" }],
    };

    private async Task<(Incident Draft, Incident Submitted, Incident Other, string Report)> FillQueueAsync()
    {
        var draft = (await site.Store.FindAsync("i-oooooooooo", CancellationToken.None))!;
        var submitted = await SaveAsync(Twice("Submitted") with { Status = IncidentStatus.Submitted, Date = new() { Start = new(2024, 1, 1), End = new(2024, 1, 1), Precision = DatePrecision.Day }, Places = [new() { Place = "1108562519", Precision = Gazetteer.PlacePrecision.District }] });
        var other = await SaveAsync(Twice("Told again") with { Status = IncidentStatus.Draft });
        var kept = await site.Services.GetRequiredService<ErrorReportStore>().AddAsync(new() { Incident = "i-aaaaaaaaaa", Words = "wrong" }, CancellationToken.None);
        while (await site.Services.GetRequiredService<DuplicateStore>().SearchAsync(CancellationToken.None) > 0)
        {
        }
        return (draft, submitted, other, Assert.IsType<ErrorReportResult.Kept>(kept).Report.Id);
    }

    private async Task<Incident> SaveAsync(Incident incident) =>
        Assert.IsType<SaveResult.Saved>(await site.Store.SaveAsync(incident, incident.Version == 0 ? null : incident.Version, "test", "test", CancellationToken.None)).Incident;

    private async Task<JsonElement> AskAsync(HttpMethod method, string path, string? body = null)
    {
        using var response = await editor.SendAsync(method, path, body, token);
        Assert.True(response.IsSuccessStatusCode, await response.TextAsync());
        return await response.JsonAsync();
    }
}
