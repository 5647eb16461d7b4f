using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using BorderMap.PostGis.People;
using BorderMap.Web.Tests.Running;

namespace BorderMap.Web.Tests;

/// <summary>The desk's page, and what it asks while somebody writes.</summary>
public sealed class DeskTests(SharedSite shared) : FreshSite(shared)
{
    private const string Path = "/api/incidents/check";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_is_not_signed_in_is_led_to_the_sign_in()
    {
        using var browser = Site.Browser();
        using var response = await browser.GetAsync("/desk?new");
        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        Assert.StartsWith("/sign-in", response.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_that_is_being_written_is_told_what_is_missing_and_what_its_claims_come_to()
    {
        var checkedDocument = await CheckAsync("""
            {"title":"","kind":"shelling","places":[{"place":"85667563","precision":"province"}],
             "claims":[{"about":"toll","killed":{"min":5,"max":5}},{"about":"toll","killed":{"min":9}}]}
            """);
        Assert.Contains(checkedDocument.GetProperty("problems").EnumerateArray(), p => p.GetProperty("field").GetString() == "title");
        var derived = checkedDocument.GetProperty("derived");
        Assert.Equal(5, derived.GetProperty("killed_low").GetInt32());
        Assert.True(derived.GetProperty("killed_open").GetBoolean());
        Assert.Equal("weak", derived.GetProperty("grade").GetString());
        Assert.NotEmpty(derived.GetProperty("grade_reason").GetString()!);
    }

    [Fact]
    public async Task Claims_that_break_a_rule_come_to_nothing_yet()
    {
        var checkedDocument = await CheckAsync("""{"title":"A","kind":"shelling","claims":[{"about":"toll","killed":{"min":9,"max":5}}]}""");
        Assert.Equal("claims[0].killed.max", checkedDocument.GetProperty("problems")[0].GetProperty("field").GetString());
        Assert.Equal(JsonValueKind.Null, checkedDocument.GetProperty("derived").ValueKind);
    }

    [Fact]
    public async Task Nobody_but_those_who_write_may_ask()
    {
        using var anonymous = await Site.Http.PostAsJsonAsync(Path, new { title = "A", kind = "other" }, Token);
        Assert.Equal(HttpStatusCode.Unauthorized, anonymous.StatusCode);
    }

    private async Task<JsonElement> CheckAsync(string document)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = new StringContent(document, null, "application/json") };
        request.Headers.Authorization = new("Bearer", await Site.TokenAsync(Role.Editor));
        using var response = await Site.Http.SendAsync(request, Token);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonElement>(Token)).Clone();
    }
}
