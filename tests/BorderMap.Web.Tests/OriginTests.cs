using System.Net;
using BorderMap.Web.Tests.Running;
using Microsoft.AspNetCore.Builder;

namespace BorderMap.Web.Tests;

/// <summary>Whose word counts for the address that links use.</summary>
public sealed class OriginTests(SharedSite shared)
{
    [Fact]
    public async Task Links_use_the_public_address_where_one_is_set()
    {
        await using var app = await StartAsync(new Settings { Home = "/nowhere", PublicUrl = new Uri("https://map.example.org/border") });

        Assert.StartsWith("https://map.example.org/border/api/incidents?limit=1&cursor=", await NextAsync(app), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_cannot_tell_the_address_and_a_trusted_proxy_can()
    {
        await using var wary = await StartAsync(new Settings { Home = "/nowhere" });
        await using var trusting = await StartAsync(new Settings { Home = "/nowhere", TrustedProxies = [IPNetwork.Parse("127.0.0.0/8")] });

        Assert.StartsWith("http://127.0.0.1:", await NextAsync(wary), StringComparison.Ordinal);
        Assert.StartsWith("https://proxy.example/api/incidents?", await NextAsync(trusting), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_embed_may_be_framed_where_the_setting_says()
    {
        await using var app = await StartAsync(new Settings { Home = "/nowhere", EmbedAncestors = "https://news.example 'self'" });
        using var http = new HttpClient();
        using var response = await http.GetAsync(app.Urls.First() + "/embed", TestContext.Current.CancellationToken);

        Assert.EndsWith("frame-ancestors https://news.example 'self'", response.Header("Content-Security-Policy"), StringComparison.Ordinal);
    }

    private async Task<WebApplication> StartAsync(Settings settings)
    {
        var app = App.Build(new AppParts(settings, Site.Content, shared.Atlas, shared.Site.Database, shared.Site.Time), ["--urls", "http://127.0.0.1:0"]);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }

    private static async Task<string> NextAsync(WebApplication app)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("X-Forwarded-Host", "proxy.example");
        http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        using var response = await http.GetAsync(app.Urls.First() + "/api/incidents?limit=1", TestContext.Current.CancellationToken);
        var page = await response.JsonAsync();
        return page.GetProperty("links").EnumerateArray().Single(link => link.GetProperty("rel").GetString() == "next").GetProperty("href").GetString()!;
    }
}
