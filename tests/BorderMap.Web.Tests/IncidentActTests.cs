using System.Text.Json;
using System.Text.Json.Nodes;
using BorderMap.PostGis.People;
using BorderMap.Web.Tests.Running;
using static BorderMap.Web.Tests.Running.Documents;

namespace BorderMap.Web.Tests;

/// <summary>Restoring, merging, splitting and erasing over HTTP, and what the desk lists.</summary>
public sealed class IncidentActTests(SharedSite shared) : FreshSite(shared)
{
    private Browser admin = null!;
    private Browser editor = null!;
    private Browser cy = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Site.AddPersonAsync("bo", Role.Editor);
        await Site.AddPersonAsync("cy", Role.Contributor);
        admin = await Site.ProgramAsync(Role.Admin);
        editor = await Site.ProgramAsync(Role.Editor, "bo");
        cy = await Site.ProgramAsync(Role.Contributor, "cy");
    }

    [Fact]
    public async Task An_old_version_comes_back_as_a_new_one_and_shows_no_more_than_today()
    {
        var id = await editor.RecordAsync(Shelling("First", "published"));
        var hidden = Shelling("Second", "published");
        hidden["sensitivity"] = new JsonObject { ["show_as"] = "province" };
        await editor.ExpectAsync(200, HttpMethod.Put, $"/api/incidents/{id}", hidden, IfMatch(id, 1));
        var restored = await editor.ExpectAsync(200, HttpMethod.Post, $"/api/incidents/{id}/restore", new { version = 1 }, IfMatch(id, 2));

        Assert.Equal((3, "First", "published", "province"), (restored.GetProperty("version").GetInt32(), restored.GetProperty("title").GetString(),
            restored.GetProperty("status").GetString(), restored.GetProperty("sensitivity").GetProperty("show_as").GetString()));
        Assert.Equal("First", (await editor.JsonAsync($"/api/incidents/{id}/versions/1")).GetProperty("title").GetString());
        await editor.ExpectAsync(404, HttpMethod.Post, $"/api/incidents/{id}/restore", new { version = 9 }, IfMatch(id, 3));
        await editor.ExpectAsync(404, HttpMethod.Get, $"/api/incidents/{id}/versions/9");
        await editor.ExpectAsync(404, HttpMethod.Get, "/api/incidents/i-2222222222/versions");
    }

    [Fact]
    public async Task The_versions_say_which_the_public_saw_since_when_and_which_it_sees_no_more()
    {
        var id = await editor.RecordAsync(Shelling("First"));
        Site.Time.Advance(TimeSpan.FromHours(1));
        var published = Site.Time.GetUtcNow();
        await editor.ExpectAsync(200, HttpMethod.Put, $"/api/incidents/{id}", Shelling("Second", "published"), IfMatch(id, 1));
        Site.Time.Advance(TimeSpan.FromHours(1));
        await editor.ExpectAsync(200, HttpMethod.Put, $"/api/incidents/{id}", Shelling("Third", "published"), IfMatch(id, 2));
        Assert.Equal([("3", true, false), ("2", false, false)], await PublicAsync(id));
        var second = (await editor.JsonAsync($"/api/incidents/{id}/versions")).GetProperty("versions")[1];
        Assert.Equal(published, second.GetProperty("public").GetProperty("since").GetDateTimeOffset());

        await editor.ExpectAsync(200, HttpMethod.Delete, $"/api/incidents/{id}?for=harm&reason=asked%20for", null, IfMatch(id, 3));
        Assert.Equal([("3", false, true), ("2", false, true)], await PublicAsync(id));
    }

    private async Task<IEnumerable<(string, bool, bool)>> PublicAsync(string id) =>
        from version in (await editor.JsonAsync($"/api/incidents/{id}/versions")).GetProperty("versions").EnumerateArray()
        where version.TryGetProperty("public", out _)
        let shown = version.GetProperty("public")
        select (version.GetProperty("version").ToString(), shown.GetProperty("now").GetBoolean(), shown.GetProperty("withheld").GetBoolean());

    [Fact]
    public async Task Two_become_one_and_two_again()
    {
        var winner = await editor.RecordAsync(Shelling("Winner", "published"));
        var loser = await editor.RecordAsync(Shelling("Loser", "published"));
        await editor.ExpectAsync(412, HttpMethod.Post, $"/api/incidents/{winner}/merge", new { from = loser }, IfMatch(winner, 7));
        await editor.ExpectAsync(428, HttpMethod.Post, $"/api/incidents/{winner}/merge", new { from = loser });
        await editor.ExpectAsync(400, HttpMethod.Post, $"/api/incidents/{winner}/merge", new { from = "elsewhere" }, IfMatch(winner, 1));
        var merged = await editor.ExpectAsync(200, HttpMethod.Post, $"/api/incidents/{winner}/merge", new { from = loser, why = "same" }, IfMatch(winner, 1));
        Assert.Equal(loser, merged.GetProperty("merged")[0].GetProperty("id").GetString());
        using (var moved = await Site.GetAsync($"/api/incidents/{loser}"))
        {
            Assert.Equal(301, (int)moved.StatusCode);
        }
        await editor.ExpectAsync(404, HttpMethod.Put, $"/api/incidents/{loser}", Shelling(), IfMatch(loser, 2));

        await editor.ExpectAsync(200, HttpMethod.Post, $"/api/incidents/{winner}/split", new { from = loser }, IfMatch(winner, 2));
        Assert.Equal("Loser", (await Site.JsonAsync($"/api/incidents/{loser}")).GetProperty("title").GetString());
    }

    [Fact]
    public async Task What_is_erased_is_gone_from_every_version_also_for_the_desk()
    {
        var id = await editor.RecordAsync(Shelling("SENTINEL title", "published"));
        await editor.ExpectAsync(403, HttpMethod.Post, $"/api/incidents/{id}/redact", new { why = "asked for" }, IfMatch(id, 1));
        await admin.ExpectAsync(400, HttpMethod.Post, $"/api/incidents/{id}/redact", new { }, IfMatch(id, 1));
        await admin.ExpectAsync(204, HttpMethod.Post, $"/api/incidents/{id}/redact", new { why = "asked for" }, IfMatch(id, 1));

        await admin.ExpectAsync(410, HttpMethod.Get, $"/api/incidents/{id}");
        var versions = await admin.JsonAsync($"/api/incidents/{id}/versions");
        Assert.DoesNotContain("SENTINEL", versions.ToString(), StringComparison.Ordinal);
        Assert.All(versions.GetProperty("versions").EnumerateArray(), version => Assert.True(version.GetProperty("erased").GetBoolean()));
        await admin.ExpectAsync(404, HttpMethod.Get, $"/api/incidents/{id}/versions/1");
    }

    [Fact]
    public async Task Drafts_are_listed_page_by_page_by_state_owner_and_words_and_to_contributors_only_their_own()
    {
        var ids = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            ids.Add(await cy.RecordAsync(Shelling($"Draft {i}", i % 2 == 0 ? "draft" : "submitted")));
            Site.Time.Advance(TimeSpan.FromSeconds(1));
        }
        var theirs = await editor.RecordAsync(Shelling("Of bo"));
        await editor.RecordAsync(Shelling("Published", "published"));

        Assert.Equal([theirs, .. Enumerable.Reverse(ids)], await WalkAsync(editor, "/api/drafts?limit=2"));
        Assert.Equal(Enumerable.Reverse(ids), await WalkAsync(cy, "/api/drafts?limit=1"));
        Assert.Equal([ids[3], ids[1]], await WalkAsync(editor, "/api/drafts?status=submitted&limit=1"));
        Assert.Equal([theirs], await WalkAsync(editor, "/api/drafts?owner=bo"));
        Assert.Empty(await WalkAsync(cy, "/api/drafts?owner=bo"));
        Assert.Equal([ids[4]], await WalkAsync(editor, "/api/drafts?q=dRAFT+4"));
        Assert.Equal([theirs], await WalkAsync(editor, $"/api/drafts?q={theirs}"));
        Assert.Equal(6, (await WalkAsync(editor, "/api/drafts?q=spin%20boldak")).Count);
        Assert.Empty(await WalkAsync(editor, "/api/drafts?q=100%25"));
        foreach (var bad in new[] { "status=published", "limit=0", "cursor=AAAA", "cursor=%00", "owner=a&owner=b" })
        {
            await editor.ExpectAsync(400, HttpMethod.Get, $"/api/drafts?{bad}");
        }
    }

    [Fact]
    public async Task An_author_reads_why_a_draft_came_back_until_it_is_handed_in_again_and_finds_what_was_retracted()
    {
        var id = await cy.RecordAsync(Shelling("Of cy", "submitted"));
        await editor.ExpectAsync(200, HttpMethod.Post, "/api/review/decisions", Rejected("submitted", id, 1, "Which crossing?"));
        await cy.ExpectAsync(200, HttpMethod.Patch, $"/api/incidents/{id}", new { title = "Of cy, at Torkham" }, IfMatch(id, 2));
        var back = (await cy.JsonAsync("/api/drafts")).GetProperty("drafts")[0];
        Assert.Equal(("draft", "bo", "Which crossing?"), (back.GetProperty("status").GetString(), back.GetProperty("given_back").GetProperty("by").GetString(), back.GetProperty("given_back").GetProperty("reason").GetString()));

        await cy.ExpectAsync(200, HttpMethod.Patch, $"/api/incidents/{id}", new { status = "submitted" }, IfMatch(id, 3));
        Assert.Equal(JsonValueKind.Null, (await cy.JsonAsync("/api/drafts")).GetProperty("drafts")[0].GetProperty("given_back").ValueKind);
        await cy.ExpectAsync(200, HttpMethod.Patch, $"/api/incidents/{id}", new { status = "draft" }, IfMatch(id, 4));
        Assert.Equal(JsonValueKind.Null, (await cy.JsonAsync("/api/drafts")).GetProperty("drafts")[0].GetProperty("given_back").ValueKind);

        await editor.ExpectAsync(200, HttpMethod.Post, "/api/review/decisions", Rejected("draft", id, 5, "Invented."));
        Assert.Empty(await WalkAsync(cy, "/api/drafts"));
        Assert.Equal("Invented.", (await cy.JsonAsync("/api/drafts?status=retracted")).GetProperty("drafts")[0].GetProperty("given_back").GetProperty("reason").GetString());
        Assert.Empty(await WalkAsync(cy, "/api/drafts?status=retracted&owner=bo"));
        using var anonymous = await Site.GetAsync($"/api/incidents/{id}");
        Assert.Equal(404, (int)anonymous.StatusCode);
    }

    private static object Rejected(string kind, string id, int version, string reason) => new { decisions = new[] { new { kind, id, version, decision = "reject", reason } } };

    private static async Task<List<string>> WalkAsync(Browser who, string path)
    {
        var ids = new List<string>();
        for (var next = path; next is not null;)
        {
            var page = await who.JsonAsync(next);
            ids.AddRange(page.GetProperty("drafts").EnumerateArray().Select(draft => draft.GetProperty("id").GetString()!));
            next = page.GetProperty("next").GetString();
        }
        return ids;
    }
}
