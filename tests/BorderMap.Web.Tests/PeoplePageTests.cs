using System.Net;
using BorderMap.PostGis.People;
using BorderMap.Web.Http;
using BorderMap.Web.Tests.Running;

namespace BorderMap.Web.Tests;

public sealed class PeoplePageTests(SharedSite shared) : FreshSite(shared)
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Site.AddPersonAsync("ada", Role.Admin);
        await Site.AddPersonAsync("bo", Role.Editor);
    }

    [Theory]
    [InlineData("/account", "/account")]
    [InlineData("/?kind=airstrike&view=7/33/70", "/?kind=airstrike&view=7/33/70")]
    [InlineData("//elsewhere.example/x", "/account")]
    [InlineData("/\\elsewhere.example", "/account")]
    [InlineData("https://elsewhere.example", "/account")]
    [InlineData("javascript:alert(1)", "/account")]
    [InlineData("account", "/account")]
    [InlineData("/\t/elsewhere.example", "/account")]
    [InlineData("", "/account")]
    [InlineData(null, "/account")]
    public void Goes_on_to_a_page_of_this_host_only(string? wanted, string path) => Assert.Equal(path, LocalPath.Of(wanted));

    [Fact]
    public async Task The_sign_in_page_carries_where_to_go_on_to_and_never_sends_a_password_in_an_address()
    {
        using var response = await Site.GetAsync("/sign-in?return=%2Fpeople%3Fa%3D%22%3E1");
        var page = await response.TextAsync();

        Assert.Contains("data-return=\"/people?a=&quot;&gt;1\"", page, StringComparison.Ordinal);
        Assert.Contains("method=\"post\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("action=", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_led_to_the_sign_in_and_back()
    {
        using var response = await Site.GetAsync("/people");

        Assert.Equal((HttpStatusCode.Redirect, "/sign-in?return=%2Fpeople"), (response.StatusCode, response.Header("Location")));
    }

    [Fact]
    public async Task Each_sees_their_own_account_and_only_admins_the_people()
    {
        using var ada = await Site.SignedInAsync("ada");
        using var bo = await Site.SignedInAsync("bo");
        using var account = await bo.GetAsync("/account");
        var page = await account.TextAsync();

        Assert.Contains("Signed in as <strong>bo</strong>, role editor", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<option>admin", page, StringComparison.Ordinal);
        Assert.Equal("no-store", account.Header("Cache-Control"));
        using var refused = await bo.SendAsync(HttpMethod.Get, "/people", null, ("Accept", "text/html"));
        Assert.Equal((HttpStatusCode.Forbidden, "text/html"), (refused.StatusCode, refused.Content.Headers.ContentType?.MediaType));
        Assert.Equal(200, await ada.StatusAsync(HttpMethod.Get, "/people"));
    }
}
