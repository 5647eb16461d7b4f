using System.Text.Json.Nodes;
using BorderMap.PostGis.People;
using BorderMap.Web.Tests.Running;
using static BorderMap.Web.Tests.Running.Documents;

namespace BorderMap.Web.Tests;

/// <summary>Recording and changing sources, actors and episodes over HTTP.</summary>
public sealed class RelatedWriteTests(SharedSite shared) : FreshSite(shared)
{
    private Browser editor = null!;
    private Browser cy = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Site.AddPersonAsync("cy", Role.Contributor);
        editor = await Site.ProgramAsync(Role.Editor);
        cy = await Site.ProgramAsync(Role.Contributor, "cy");
    }

    [Fact]
    public async Task A_source_is_public_through_a_public_incident_alone_and_its_correction_reaches_the_public()
    {
        var source = await cy.ExpectAsync(201, HttpMethod.Post, "/api/sources", new { publisher = "Example Post", title = "First" });
        var id = source.GetProperty("id").GetString()!;
        var document = Shelling(status: "published");
        document["sources"] = new JsonArray(new JsonObject { ["source"] = id });
        await NotPublicAsync($"/api/sources/{id}");
        var incident = await editor.RecordAsync(document);
        Assert.Equal("First", (await Site.JsonAsync($"/api/sources/{id}")).GetProperty("title").GetString());

        await editor.ExpectAsync(200, HttpMethod.Put, $"/api/sources/{id}", new { publisher = "Example Post", title = "Second", notes = "SENTINEL" }, IfMatch(id, 1));
        var shown = await Site.JsonAsync($"/api/sources/{id}");
        Assert.Equal("Second", shown.GetProperty("title").GetString());
        Assert.DoesNotContain("SENTINEL", shown.ToString() + await Site.JsonAsync($"/api/incidents/{incident}"), StringComparison.Ordinal);
        Assert.Contains("Second", (await Site.JsonAsync($"/api/incidents/{incident}")).ToString(), StringComparison.Ordinal);
        Assert.Equal(("SENTINEL", 2), ((await editor.JsonAsync($"/api/sources/{id}")).GetProperty("notes").GetString(), (await editor.JsonAsync($"/api/sources/{id}")).GetProperty("version").GetInt32()));
    }

    [Fact]
    public async Task A_stale_change_gets_the_current_one_and_nobody_but_editors_changes_any()
    {
        var id = (await cy.ExpectAsync(201, HttpMethod.Post, "/api/sources", new { publisher = "Example Post" })).GetProperty("id").GetString()!;
        await cy.ExpectAsync(403, HttpMethod.Put, $"/api/sources/{id}", new { publisher = "Mine" }, IfMatch(id, 1));
        await editor.ExpectAsync(428, HttpMethod.Put, $"/api/sources/{id}", new { publisher = "Mine" });
        await editor.ExpectAsync(200, HttpMethod.Put, $"/api/sources/{id}", new { publisher = "Mine" }, IfMatch(id, 1));
        var stale = await editor.ExpectAsync(412, HttpMethod.Put, $"/api/sources/{id}", new { publisher = "Yours" }, IfMatch(id, 1));

        Assert.Equal((2, "Mine"), (stale.GetProperty("version").GetInt32(), stale.GetProperty("current").GetProperty("publisher").GetString()));
        await editor.ExpectAsync(404, HttpMethod.Put, "/api/sources/s-2222222222", new { publisher = "x" }, IfMatch("s-2222222222", 1));
    }

    [Fact]
    public async Task Actors_and_episodes_are_recorded_by_editors_under_their_rules()
    {
        await cy.ExpectAsync(403, HttpMethod.Post, "/api/actors", new { id = "some-force", name = "Some Force" });
        await editor.ExpectAsync(201, HttpMethod.Post, "/api/actors", new { id = "some-force", name = "Some Force", kind = "state_force", country = "PK" });
        await editor.ExpectAsync(409, HttpMethod.Post, "/api/actors", new { id = "some-force", name = "Another" });
        Assert.Equal("id", (await editor.ExpectAsync(422, HttpMethod.Post, "/api/actors", new { id = "Some Force", name = "x" })).GetProperty("field").GetString());
        Assert.Equal("part_of", (await editor.ExpectAsync(422, HttpMethod.Post, "/api/actors", new { id = "other", name = "x", part_of = "nobody" })).GetProperty("field").GetString());
        await editor.ExpectAsync(400, HttpMethod.Post, "/api/actors", new { name = "x" });

        var episode = await editor.ExpectAsync(201, HttpMethod.Post, "/api/episodes", new { title = "October", start = "2025-10-11" });
        var id = episode.GetProperty("id").GetString()!;
        var document = Shelling(status: "published");
        document["episode"] = id;
        await editor.RecordAsync(document);
        await editor.ExpectAsync(200, HttpMethod.Put, $"/api/episodes/{id}", new { title = "October 2025", start = "2025-10-11" }, IfMatch(id, 1));
        Assert.Equal("October 2025", (await Site.JsonAsync($"/api/episodes/{id}")).GetProperty("title").GetString());
    }

    [Fact]
    public async Task The_library_holds_what_is_public_and_ones_own_and_for_editors_all()
    {
        var own = (await cy.ExpectAsync(201, HttpMethod.Post, "/api/sources", new { publisher = "Own Post", notes = "mine" })).GetProperty("id").GetString();
        var other = (await editor.ExpectAsync(201, HttpMethod.Post, "/api/sources", new { publisher = "Other Post", notes = "SENTINEL" })).GetProperty("id").GetString()!;
        Assert.Equal([own], await IdsAsync(cy, "/api/library/sources"));
        Assert.Equal(new[] { own, other }.Order(StringComparer.Ordinal), await IdsAsync(editor, "/api/library/sources"));
        Assert.Equal([other], await IdsAsync(editor, "/api/library/sources?q=oTHER"));

        var document = Shelling(status: "published");
        document["sources"] = new JsonArray(new JsonObject { ["source"] = other });
        await editor.RecordAsync(document);
        var list = (await cy.JsonAsync("/api/library/sources")).ToString();
        Assert.Contains(other, list, StringComparison.Ordinal);
        Assert.DoesNotContain("SENTINEL", list, StringComparison.Ordinal);
        Assert.Contains("mine", list, StringComparison.Ordinal);
        Assert.Equal(2, (await WalkAsync()).Count);
        await editor.ExpectAsync(404, HttpMethod.Get, "/api/library/people");
    }

    private async Task<List<string?>> WalkAsync()
    {
        var ids = new List<string?>();
        for (var next = "/api/library/sources?limit=1"; next is not null; next = (await editor.JsonAsync(next)).GetProperty("next").GetString())
        {
            ids.AddRange(await IdsAsync(editor, next));
        }
        return ids;
    }

    private static async Task<List<string?>> IdsAsync(Browser who, string path) =>
        [.. (await who.JsonAsync(path)).GetProperty("sources").EnumerateArray().Select(source => source.GetProperty("id").GetString())];

    private async Task NotPublicAsync(string path)
    {
        using var response = await Site.GetAsync(path);
        Assert.Equal(404, (int)response.StatusCode);
    }
}
