using System.Net;
using System.Text.Json;
using BorderMap.PostGis.People;
using BorderMap.Web.Tests.Running;

namespace BorderMap.Web.Tests;

/// <summary>What admins do with people, and everybody with their tokens.</summary>
public sealed class UserTests(SharedSite shared) : FreshSite(shared)
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Site.AddPersonAsync("ada", Role.Admin);
        await Site.AddPersonAsync("bo", Role.Editor);
    }

    [Fact]
    public async Task An_admin_adds_a_person_who_gets_in_with_the_one_time_password_shown_once()
    {
        using var ada = await Site.SignedInAsync("ada");
        using var added = await ada.SendAsync(HttpMethod.Post, "/api/users", new { name = "cy", display = "سی", role = "contributor" });
        var cy = await added.JsonAsync();
        Assert.Equal((HttpStatusCode.Created, "سی", true), (added.StatusCode, cy.GetProperty("display").GetString(), cy.GetProperty("must_change").GetBoolean()));
        Assert.EndsWith("/api/users/cy", added.Header("Location"), StringComparison.Ordinal);
        using var browser = await Site.SignedInAsync("cy", cy.GetProperty("password").GetString()!);

        Assert.True((await browser.JsonAsync("/api/session")).GetProperty("must_change").GetBoolean());
        var list = (await ada.JsonAsync("/api/users")).ToString();
        Assert.Contains("\"cy\"", list, StringComparison.Ordinal);
        foreach (var secret in new[] { "password", "stamp", cy.GetProperty("password").GetString()! })
        {
            Assert.DoesNotContain(secret, list, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("""{"name":"BO","role":"editor"}""", 422, "name")]
    [InlineData("""{"name":"c","role":"editor"}""", 422, "name")]
    [InlineData("""{"name":"token:x","role":"editor"}""", 422, "name")]
    [InlineData("""{"name":"bo","role":"editor"}""", 409, "name")]
    [InlineData("""{"name":"cy","display":"a\u0000b","role":"editor"}""", 422, "display")]
    [InlineData("""{"name":"cy","role":"owner"}""", 400, "role")]
    [InlineData("""{"name":"cy","role":"editor","password":"x"}""", 400, "password")]
    [InlineData("""{"name":"cy"}""", 400, "document")]
    [InlineData("""[]""", 400, "document")]
    [InlineData("""null""", 400, "document")]
    [InlineData("""{""", 400, "document")]
    public async Task A_person_who_cannot_be_added_is_told_by_field(string body, int status, string field)
    {
        using var ada = await Site.SignedInAsync("ada");
        using var response = await ada.SendAsync(HttpMethod.Post, "/api/users", body);
        var problem = await ProblemTests.PrivateProblemOf(response, status);

        Assert.Equal(field, problem.GetProperty("field").GetString());
        Assert.Equal(2, (await ada.JsonAsync("/api/users")).GetProperty("users").GetArrayLength());
    }

    [Fact]
    public async Task A_change_of_role_or_state_holds_at_once()
    {
        using var ada = await Site.SignedInAsync("ada");
        using var bo = await Site.SignedInAsync("bo");
        Assert.Equal(403, await bo.StatusAsync(HttpMethod.Get, "/api/users"));
        Assert.Equal(200, await ada.StatusAsync(HttpMethod.Patch, "/api/users/bo", new { role = "admin" }));
        Assert.Equal(200, await bo.StatusAsync(HttpMethod.Get, "/api/users"));
        Assert.Equal(200, await bo.StatusAsync(HttpMethod.Patch, "/api/users/ada", new { disabled = true }));

        Assert.Equal(401, await ada.StatusAsync(HttpMethod.Get, "/api/users"));
        Assert.Equal(409, await bo.StatusAsync(HttpMethod.Patch, "/api/users/bo", new { disabled = true }));
        Assert.Equal(200, await bo.StatusAsync(HttpMethod.Patch, "/api/users/ada", new { disabled = false }));
        Assert.Equal(401, await ada.StatusAsync(HttpMethod.Get, "/api/users"));
    }

    [Theory]
    [InlineData("PATCH", "/api/users/nobody")]
    [InlineData("PATCH", "/api/users/%27%F0%9F%92%A9")]
    [InlineData("POST", "/api/users/nobody/reset")]
    [InlineData("POST", "/api/users/%7F/reset")]
    [InlineData("DELETE", "/api/tokens/t-aaaaaaaaaa")]
    [InlineData("DELETE", "/api/tokens/%27")]
    public async Task What_is_not_there_is_not_found(string method, string path)
    {
        using var ada = await Site.SignedInAsync("ada");

        Assert.Equal(404, await ada.StatusAsync(new HttpMethod(method), path, method == "PATCH" ? new { disabled = true } : null));
    }

    [Fact]
    public async Task A_token_is_made_used_listed_and_revoked()
    {
        using var bo = await Site.SignedInAsync("bo");
        using var made = await bo.SendAsync(HttpMethod.Post, "/api/tokens", new { name = "my script", role = "editor" });
        var token = await made.JsonAsync();
        var bearer = ("Authorization", $"Bearer {token.GetProperty("secret").GetString()}");
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var who = await BearerAsync(HttpMethod.Get, "/api/session", bearer);
        Assert.Equal(("bo", JsonValueKind.Null), (who.GetProperty("name").GetString(), who.GetProperty("antiforgery").ValueKind));

        var listed = (await bo.JsonAsync("/api/tokens")).GetProperty("tokens").EnumerateArray().Single();
        Assert.Equal(("my script", "editor", "bo"), (listed.GetProperty("name").GetString(), listed.GetProperty("role").GetString(), listed.GetProperty("owner").GetString()));
        Assert.NotEqual(JsonValueKind.Null, listed.GetProperty("last_used").ValueKind);
        Assert.False(listed.TryGetProperty("secret", out _));

        Assert.Equal(204, await bo.StatusAsync(HttpMethod.Delete, $"/api/tokens/{token.GetProperty("id").GetString()}"));
        using var refused = await Site.GetAsync("/api/session", bearer);
        Assert.Equal("bad-token", (await ProblemTests.PrivateProblemOf(refused, 401)).GetProperty("code").GetString());
        Assert.Equal("Bearer", refused.Header("WWW-Authenticate"));
    }

    [Fact]
    public async Task A_token_makes_no_token_and_changes_no_password_and_needs_no_antiforgery()
    {
        var bearer = ("Authorization", $"Bearer {await Site.TokenAsync(Role.Admin)}");
        using var browser = Site.Browser();
        foreach (var (method, path) in new[] { (HttpMethod.Post, "/api/tokens"), (HttpMethod.Post, "/api/session/password"), (HttpMethod.Delete, "/api/session"), (HttpMethod.Get, "/account") })
        {
            using var response = await browser.SendAsync(method, path, method == HttpMethod.Post ? "{}" : null, bearer);
            Assert.Equal("session-needed", (await ProblemTests.PrivateProblemOf(response, 403)).GetProperty("code").GetString());
        }
        Assert.Equal(201, await browser.StatusAsync(HttpMethod.Post, "/api/users", new { name = "cy", role = "editor" }, bearer));
    }

    [Fact]
    public async Task One_sees_and_revokes_only_ones_own_tokens_and_an_admin_all()
    {
        using var ada = await Site.SignedInAsync("ada");
        using var bo = await Site.SignedInAsync("bo");
        await Site.TokenAsync(Role.Editor);
        await Site.TokenAsync(Role.Editor, "ada", "of-ada");
        var ofAda = (await ada.JsonAsync("/api/tokens")).GetProperty("tokens").EnumerateArray().Single(token => token.GetProperty("name").GetString() == "of-ada").GetProperty("id").GetString();
        Assert.Equal(403, await bo.StatusAsync(HttpMethod.Post, "/api/tokens", new { name = "x", role = "admin" }));
        Assert.Equal(201, await bo.StatusAsync(HttpMethod.Post, "/api/tokens", new { name = "x", role = "editor" }));
        Assert.Equal(409, await bo.StatusAsync(HttpMethod.Post, "/api/tokens", new { name = "x", role = "editor" }));

        Assert.Equal(1, (await bo.JsonAsync("/api/tokens")).GetProperty("tokens").GetArrayLength());
        Assert.Equal(3, (await ada.JsonAsync("/api/tokens")).GetProperty("tokens").GetArrayLength());
        Assert.Equal(404, await bo.StatusAsync(HttpMethod.Delete, $"/api/tokens/{ofAda}"));
        Assert.Equal(204, await ada.StatusAsync(HttpMethod.Delete, $"/api/tokens/{ofAda}"));
    }

    [Fact]
    public async Task A_body_larger_than_a_form_is_refused()
    {
        using var ada = await Site.SignedInAsync("ada");

        Assert.Equal(413, await ada.StatusAsync(HttpMethod.Post, "/api/users", new { name = new string('x', Limits.SmallBodyMax), role = "editor" }));
    }

    private async Task<JsonElement> BearerAsync(HttpMethod method, string path, params (string, string)[] headers)
    {
        using var response = await Site.SendAsync(method, path, headers);
        return await response.JsonAsync();
    }
}
