using System.Net;
using BorderMap.PostGis.People;
using BorderMap.Web.Tests.Running;

namespace BorderMap.Web.Tests;

public sealed class StoredEmbedTests(OwnSite own) : IClassFixture<OwnSite>
{
    private Site Site => own.Site;

    [Fact]
    public async Task Whoever_is_signed_in_stores_one_and_anyone_reads_it_and_is_led_to_it()
    {
        using var ada = await PersonAsync("ada", Role.Contributor);
        var stored = await StoreAsync(ada, "?kind=air&view=8/34.1/71&widget=counter&accent=1f5f7a&title=Strikes");
        var id = stored.GetProperty("id").GetString()!;
        Assert.Matches("^e-[a-z2-7]{10}$", id);

        using var read = await Site.GetAsync($"/api/embeds/{id}");
        var document = await read.JsonAsync();
        Assert.Equal("kind=air&view=8%2F34.1%2F71&widget=counter&accent=1f5f7a&title=Strikes", document.GetProperty("query").GetString());
        Assert.False(document.TryGetProperty("owner", out _));
        Assert.Equal(("*", $"\"{id}.1\"", "no-cache"), (read.Header("Access-Control-Allow-Origin"), read.Header("ETag"), read.Header("Cache-Control")));
        using var again = await Site.GetAsync($"/api/embeds/{id}", ("If-None-Match", $"\"{id}.1\""));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);

        using var anyone = Site.Browser();
        using var led = await anyone.GetAsync($"/embed/{id}");
        Assert.Equal(HttpStatusCode.Found, led.StatusCode);
        Assert.EndsWith("/embed?kind=air&view=8%2F34.1%2F71&widget=counter&accent=1f5f7a&title=Strikes", led.Header("Location"), StringComparison.Ordinal);
        Assert.EndsWith("frame-ancestors *", led.Header("Content-Security-Policy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_changed_from_the_version_that_was_seen_and_by_its_owner_or_an_admin()
    {
        using var ben = await PersonAsync("ben", Role.Editor);
        using var eve = await PersonAsync("eve", Role.Editor);
        using var adm = await PersonAsync("adm", Role.Admin);
        var address = "/api/embeds/" + (await StoreAsync(ben, "kind=air")).GetProperty("id").GetString();
        var tag = $"\"{address[12..]}.1\"";

        Assert.Equal(428, await ben.StatusAsync(HttpMethod.Put, address, new { query = "kind=combat" }));
        Assert.Equal(404, await eve.StatusAsync(HttpMethod.Put, address, new { query = "kind=combat" }, ("If-Match", tag)));
        Assert.Equal(200, await ben.StatusAsync(HttpMethod.Put, address, new { query = "kind=combat", title = "Clashes" }, ("If-Match", tag)));
        using var stale = await ben.SendAsync(HttpMethod.Put, address, new { query = "kind=truce" }, ("If-Match", tag));
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.StatusCode);
        Assert.Equal("kind=combat", (await stale.JsonAsync()).GetProperty("current").GetProperty("query").GetString());
        Assert.Empty((await eve.JsonAsync("/api/embeds")).GetProperty("embeds").EnumerateArray());
        Assert.Equal("Clashes", Assert.Single((await ben.JsonAsync("/api/embeds")).GetProperty("embeds").EnumerateArray()).GetProperty("title").GetString());

        Assert.Equal(204, await adm.StatusAsync(HttpMethod.Delete, address, null, ("If-Match", tag.Replace(".1", ".2", StringComparison.Ordinal))));
        using var gone = await Site.GetAsync(address);
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        Assert.DoesNotContain("combat", await gone.TextAsync(), StringComparison.Ordinal);
        using var page = await Site.GetAsync("/embed/" + address[12..]);
        Assert.Equal(HttpStatusCode.Gone, page.StatusCode);
    }

    [Theory]
    [InlineData("kind=nonsense", "kind")]
    [InlineData("kind=air&utm_source=x", "utm_source")]
    [InlineData("accent=red;background:url(x)", "accent")]
    [InlineData("controls=title,everything", "controls")]
    [InlineData("view=//evil.example", "view")]
    [InlineData("theme=dark&theme=light", "theme")]
    [InlineData("title=a%00b", "title")]
    [InlineData("asOf=999999", "asOf")]
    public async Task What_is_unknown_or_none_of_its_values_is_named_and_not_kept(string query, string field)
    {
        using var program = await Site.ProgramAsync(Role.Contributor);
        using var answer = await program.SendAsync(HttpMethod.Post, "/api/embeds", new { query });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(field, (await answer.JsonAsync()).GetProperty("field").GetString());
        Assert.Empty((await program.JsonAsync("/api/embeds")).GetProperty("embeds").EnumerateArray());
    }

    [Fact]
    public async Task One_person_stores_only_so_many_in_a_short_time()
    {
        using var program = await Site.ProgramAsync(Role.Contributor);
        var statuses = new List<int>();
        for (var i = 0; i <= Limits.EmbedBurst + 1; i++)
        {
            statuses.Add(await program.StatusAsync(HttpMethod.Post, "/api/embeds", new { query = "" }));
        }
        Assert.Equal((201, 429), (statuses[0], statuses[^1]));
    }

    private async Task<Browser> PersonAsync(string name, Role role)
    {
        await Site.AddPersonAsync(name, role);
        return await Site.SignedInAsync(name);
    }

    private static async Task<System.Text.Json.JsonElement> StoreAsync(Browser browser, string query)
    {
        using var answer = await browser.SendAsync(HttpMethod.Post, "/api/embeds", new { query });
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.TextAsync());
        return await answer.JsonAsync();
    }
}
