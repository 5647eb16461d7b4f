using System.Net;
using BorderMap.PostGis.People;
using BorderMap.PostGis.Review;
using BorderMap.Web.Tests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace BorderMap.Web.Tests;

public sealed class ErrorReportTests(SharedSite shared) : IAsyncLifetime
{
    private const string About = "i-aaaaaaaaaa";
    private Site site = null!;

    public async ValueTask InitializeAsync()
    {
        site = await shared.StartAnotherAsync();
        await site.FillAsync();
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Anyone_reports_and_editors_alone_read_and_decide()
    {
        using var reader = site.Browser();
        using (var sent = await reader.SendAsync(HttpMethod.Post, "/api/error-reports", new { incident = About, version = 1, words = "SENTINEL wrong day", source_url = "https://example.org/right", contact = "reader@example.org" }))
        {
            Assert.Equal(HttpStatusCode.Created, sent.StatusCode);
            Assert.Null(sent.Header("Access-Control-Allow-Origin"));
            Assert.Null(sent.Header("Set-Cookie"));
            Assert.Equal("no-store", sent.Header("Cache-Control"));
            Assert.DoesNotContain("SENTINEL", await sent.TextAsync(), StringComparison.Ordinal);
        }
        Assert.Equal(401, await reader.StatusAsync(HttpMethod.Get, "/api/error-reports"));
        Assert.Equal(403, await reader.StatusAsync(HttpMethod.Get, "/api/error-reports", null, ("Authorization", $"Bearer {await site.TokenAsync(Role.Contributor)}")));
        var token = ("Authorization", $"Bearer {await site.TokenAsync(Role.Editor)}");

        using var listed = await reader.SendAsync(HttpMethod.Get, $"/api/error-reports?state=open&incident={About}", null, token);
        var report = (await listed.JsonAsync()).GetProperty("reports")[0];
        Assert.Equal(("SENTINEL wrong day", "reader@example.org", "open"), (report.GetProperty("words").GetString(), report.GetProperty("contact").GetString(), report.GetProperty("state").GetString()));
        Assert.Null(listed.Header("Access-Control-Allow-Origin"));

        var address = $"/api/error-reports/{report.GetProperty("id").GetString()}";
        (string, string) Seen(int revision) => ("If-Match", $"\"{report.GetProperty("id").GetString()}.{revision}\"");
        Assert.Equal(428, await reader.StatusAsync(HttpMethod.Patch, address, new { state = "accepted", reason = "corrected" }, token));
        Assert.Equal(200, await reader.StatusAsync(HttpMethod.Patch, address, new { state = "accepted", reason = "corrected" }, token, Seen(1)));
        using var stale = await reader.SendAsync(HttpMethod.Patch, address, new { state = "rejected", reason = "no" }, token, Seen(1));
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.StatusCode);
        Assert.Equal("accepted", (await stale.JsonAsync()).GetProperty("current").GetProperty("state").GetString());
        Assert.Equal(400, await reader.StatusAsync(HttpMethod.Patch, address, new { state = "rejected", reason = " " }, token, Seen(2)));
        Assert.Equal(404, await reader.StatusAsync(HttpMethod.Patch, "/api/error-reports/r-2222222222", new { state = "rejected", reason = "no" }, token, ("If-Match", "\"r-2222222222.1\"")));
        foreach (var page in new[] { $"/incidents/{About}", $"/api/incidents/{About}", "/api/changes?since=0", $"/api/incidents/{About}/history" })
        {
            using var shown = await site.GetAsync(page);
            Assert.DoesNotContain("SENTINEL wrong day", await shown.TextAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_incidents_page_has_a_form_that_works_without_script_and_leads_to_a_page_that_says_it_came()
    {
        using var page = await site.GetAsync($"/incidents/{About}");
        Assert.Contains($"""<form class="form" method="post" action="/incidents/{About}/report">""", await page.TextAsync(), StringComparison.Ordinal);
        using var past = await site.GetAsync($"/incidents/{About}?asOf=1000000");
        Assert.DoesNotContain("method=\"post\"", await past.TextAsync(), StringComparison.Ordinal);

        using var sent = await FormAsync(About, new() { ["words"] = "It was the 12th.\r\nSee the paper.", ["version"] = "1", ["source_url"] = "", ["contact"] = "" });
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        Assert.EndsWith("/report-received", sent.Header("Location"), StringComparison.Ordinal);
        using var received = await site.GetAsync("/report-received");
        Assert.Contains("Thank you", await received.TextAsync(), StringComparison.Ordinal);
        var kept = Assert.Single(await KeptAsync());
        Assert.Equal(("It was the 12th.\nSee the paper.", 1, null, null), (kept.Report.Words, kept.Report.Version, kept.Report.SourceUrl, kept.Report.Contact));

        using var empty = await FormAsync(About, new() { ["words"] = " " });
        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        Assert.Equal("text/html", empty.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task What_fills_the_field_that_nobody_sees_is_thanked_and_not_kept()
    {
        using var sent = await FormAsync(About, new() { ["words"] = "buy this", ["website"] = "https://spam.example" });
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        using var json = await SendAsync("""{"incident":"i-aaaaaaaaaa","words":"buy this","website":"x"}""");
        Assert.Equal(HttpStatusCode.Created, json.StatusCode);
        Assert.Empty(await KeptAsync());
    }

    [Theory]
    [InlineData("""{"incident":"i-2222222222","words":"x"}""", 404)]
    [InlineData("""{"incident":"i-pppppppppp","words":"x"}""", 404)]
    [InlineData("""{"incident":"i-oooooooooo","words":"x"}""", 404)]
    [InlineData("""{"incident":"i-mmmmmmmmmm","words":"x"}""", 410)]
    [InlineData("""{"incident":"i-aaaaaaaaaa","words":""}""", 400)]
    [InlineData("""{"incident":"i-aaaaaaaaaa"}""", 400)]
    [InlineData("""{"incident":"i-aaaaaaaaaa","words":"x","source_url":"javascript:alert(1)"}""", 400)]
    [InlineData("""{"incident":"i-aaaaaaaaaa","words":"x","extra":1}""", 400)]
    [InlineData("no json", 400)]
    public async Task What_cannot_be_kept_is_refused_and_what_is_hidden_reads_as_what_is_not_there(string body, int status)
    {
        using var response = await SendAsync(body);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Empty(await KeptAsync());
    }

    [Fact]
    public async Task No_page_of_another_site_sends_one()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/error-reports") { Content = new StringContent("""{"incident":"i-aaaaaaaaaa","words":"x"}""", System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var refused = await site.Http.SendAsync(request, TestContext.Current.CancellationToken);
        using var preflight = await site.SendAsync(HttpMethod.Options, "/api/error-reports", ("Origin", "https://elsewhere.example"), ("Access-Control-Request-Method", "POST"));

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.DoesNotContain("POST", preflight.Header("Access-Control-Allow-Methods"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_client_sends_so_many_and_then_waits()
    {
        for (var i = 0; i < Limits.ErrorReportBurst; i++)
        {
            using var taken = await SendAsync($$"""{"incident":"{{About}}","words":"{{i}}"}""");
            Assert.Equal(HttpStatusCode.Created, taken.StatusCode);
        }
        using var refused = await SendAsync($$"""{"incident":"{{About}}","words":"one more"}""");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.NotNull(refused.Header("Retry-After"));
        Assert.Equal(Limits.ErrorReportBurst, (await KeptAsync()).Count);
    }

    private Task<IReadOnlyList<KeptErrorReport>> KeptAsync() => site.Services.GetRequiredService<ErrorReportStore>().ListAsync(null, null, null, 100, TestContext.Current.CancellationToken);

    private Task<HttpResponseMessage> SendAsync(string json) =>
        site.Http.PostAsync("/api/error-reports", new StringContent(json, System.Text.Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);

    private Task<HttpResponseMessage> FormAsync(string id, Dictionary<string, string> fields)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/incidents/{id}/report") { Content = new FormUrlEncodedContent(fields) };
        request.Headers.TryAddWithoutValidation("Accept", "text/html,application/xhtml+xml");
        return site.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
