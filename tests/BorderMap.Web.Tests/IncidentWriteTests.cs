using System.Text.Json.Nodes;
using BorderMap.PostGis.People;
using BorderMap.Web.Tests.Running;
using static BorderMap.Web.Tests.Running.Documents;

namespace BorderMap.Web.Tests;

/// <summary>Recording, changing, publishing and retracting over HTTP.</summary>
public sealed class IncidentWriteTests(SharedSite shared) : FreshSite(shared)
{
    private Browser editor = null!;
    private Browser cy = null!;
    private Browser dee = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Site.AddPersonAsync("bo", Role.Editor);
        await Site.AddPersonAsync("cy", Role.Contributor);
        await Site.AddPersonAsync("dee", Role.Contributor);
        editor = await Site.ProgramAsync(Role.Editor, "bo");
        cy = await Site.ProgramAsync(Role.Contributor, "cy");
        dee = await Site.ProgramAsync(Role.Contributor, "dee");
    }

    [Fact]
    public async Task A_draft_is_written_submitted_published_corrected_taken_back_and_retracted_and_each_step_is_on_record()
    {
        using var made = await cy.SendAsync(HttpMethod.Post, "/api/incidents?why=seen", Shelling().ToJsonString());
        var id = (await made.JsonAsync()).GetProperty("id").GetString()!;
        Assert.Equal(($"\"{id}.1\"", "no-store"), (made.Header("ETag"), made.Header("Cache-Control")));
        Assert.EndsWith($"/api/incidents/{id}", made.Header("Location"), StringComparison.Ordinal);
        Assert.Equal("weak", (await made.JsonAsync()).GetProperty("derived").GetProperty("grade").GetString());
        await cy.ExpectAsync(200, HttpMethod.Patch, $"/api/incidents/{id}", new { status = "submitted" }, IfMatch(id, 1));
        await NotPublicAsync(id);

        await editor.ExpectAsync(200, HttpMethod.Patch, $"/api/incidents/{id}?why=good", new { status = "published" }, IfMatch(id, 2));
        var shown = await Site.JsonAsync($"/api/incidents/{id}");
        Assert.Equal(("public", "Shelling of Spin Boldak"), (shown.GetProperty("representation").GetString(), shown.GetProperty("title").GetString()));
        await editor.ExpectAsync(200, HttpMethod.Put, $"/api/incidents/{id}", Shelling("Shelling near Spin Boldak", "published"), IfMatch(id, 3));
        await editor.ExpectAsync(200, HttpMethod.Patch, $"/api/incidents/{id}?why=too+soon", new { status = "draft" }, IfMatch(id, 4));
        using (var gone = await Site.GetAsync($"/api/incidents/{id}"))
        {
            Assert.Equal(410, (int)gone.StatusCode);
        }
        await editor.ExpectAsync(200, HttpMethod.Delete, $"/api/incidents/{id}?for=error&reason=Another+district.", null, IfMatch(id, 5));

        var versions = await editor.JsonAsync($"/api/incidents/{id}/versions");
        Assert.Equal(["6 bo retracted Another district.", "5 bo draft too soon", "4 bo published edited", "3 bo published good", "2 cy submitted edited", "1 cy draft seen"],
            versions.GetProperty("versions").EnumerateArray().Select(one => $"{one.GetProperty("version")} {one.GetProperty("by")} {one.GetProperty("state")} {one.GetProperty("why")}"));
        var changed = versions.GetProperty("versions")[2].GetProperty("changes")[0];
        Assert.Equal(("title", "Shelling of Spin Boldak", "Shelling near Spin Boldak"), (changed.GetProperty("path").GetString(), changed.GetProperty("before").GetString(), changed.GetProperty("after").GetString()));
    }

    [Fact]
    public async Task To_a_contributor_what_is_not_theirs_reads_as_what_is_not_there()
    {
        var id = await cy.RecordAsync(Shelling());
        var never = await AnswerAsync(dee, HttpMethod.Get, "i-2222222222");
        Assert.Equal(never, await AnswerAsync(dee, HttpMethod.Get, id));
        foreach (var method in new[] { HttpMethod.Put, HttpMethod.Patch, HttpMethod.Delete })
        {
            Assert.Equal(await AnswerAsync(dee, method, "i-2222222222"), await AnswerAsync(dee, method, id));
        }
        Assert.Equal("SENTINEL note", (await cy.JsonAsync($"/api/incidents/{id}")).GetProperty("notes").GetString());
        Assert.Equal("SENTINEL note", (await editor.JsonAsync($"/api/incidents/{id}")).GetProperty("notes").GetString());
        await NotPublicAsync(id);
    }

    [Fact]
    public async Task A_contributor_publishes_nothing_and_changes_nothing_published()
    {
        Assert.Equal("status", (await cy.ExpectAsync(403, HttpMethod.Post, "/api/incidents", Shelling(status: "published"))).GetProperty("field").GetString());
        var id = await cy.RecordAsync(Shelling());
        await cy.ExpectAsync(403, HttpMethod.Patch, $"/api/incidents/{id}", new { status = "published" }, IfMatch(id, 1));
        await editor.ExpectAsync(200, HttpMethod.Patch, $"/api/incidents/{id}", new { status = "published" }, IfMatch(id, 1));
        await cy.ExpectAsync(403, HttpMethod.Put, $"/api/incidents/{id}", Shelling(), IfMatch(id, 2));
        await cy.ExpectAsync(403, HttpMethod.Patch, $"/api/incidents/{id}", new { title = "x" }, IfMatch(id, 2));
        await cy.ExpectAsync(403, HttpMethod.Delete, $"/api/incidents/{id}?reason=x", null, IfMatch(id, 2));
        Assert.Equal("public", (await cy.JsonAsync($"/api/incidents/{id}")).GetProperty("representation").GetString());
    }

    [Fact]
    public async Task What_a_contributor_gives_as_keys_of_an_import_is_left_out()
    {
        var document = Shelling();
        document["source_keys"] = new JsonArray("ucdp:1");
        var mine = await cy.RecordAsync(document);
        var theirs = await editor.RecordAsync((JsonObject)document.DeepClone());

        Assert.Equal(0, (await cy.JsonAsync($"/api/incidents/{mine}")).GetProperty("source_keys").GetArrayLength());
        Assert.Equal(1, (await editor.JsonAsync($"/api/incidents/{theirs}")).GetProperty("source_keys").GetArrayLength());
    }

    [Fact]
    public async Task A_change_needs_the_version_it_was_made_of_and_a_stale_one_gets_the_current()
    {
        var id = await editor.RecordAsync(Shelling());
        foreach (var tag in new[] { null, "*", "", $"\"{id}.1\", \"{id}.2\"" })
        {
            (string, string)[] headers = tag is null ? [] : [("If-Match", tag)];
            Assert.Equal("precondition-required", (await editor.ExpectAsync(428, HttpMethod.Put, $"/api/incidents/{id}", Shelling(), headers)).GetProperty("code").GetString());
        }
        await editor.ExpectAsync(200, HttpMethod.Put, $"/api/incidents/{id}", Shelling("Mine"), IfMatch(id, 1));
        foreach (var tag in new[] { $"\"{id}.1\"", $"\"{id}.3\"", $"W/\"{id}.2\"", "\"i-2222222222.2\"", $"\"{id}.\"", $"\"{id}.-2\"", $"\"{id}\"" })
        {
            foreach (var (method, path) in new[] { (HttpMethod.Put, ""), (HttpMethod.Patch, ""), (HttpMethod.Delete, "?reason=x"), (HttpMethod.Post, "/restore") })
            {
                var stale = await editor.ExpectAsync(412, method, $"/api/incidents/{id}{path}", method == HttpMethod.Delete ? null : path.Length > 0 ? new { version = 1 } : Shelling("Yours"), ("If-Match", tag));
                Assert.Equal((2, "Mine"), (stale.GetProperty("version").GetInt32(), stale.GetProperty("current").GetProperty("title").GetString()));
            }
        }
        await editor.ExpectAsync(404, HttpMethod.Put, "/api/incidents/i-2222222222", Shelling(), IfMatch("i-2222222222", 1));
    }

    [Theory]
    [InlineData("""{"representation":"public","title":"x","kind":"shelling"}""", 422, "representation")]
    [InlineData("""{"title":"x"}""", 400, "document")]
    [InlineData("""{"title":"x","kind":"earthquake"}""", 422, "kind")]
    [InlineData("""{"title":"x","kind":"shelling","nots":"x"}""", 400, "nots")]
    [InlineData("""{"title":"x","title":"y","kind":"shelling"}""", 400, "title")]
    [InlineData("""{"title":"x","kind":"shelling","status":"retracted"}""", 422, "status")]
    [InlineData("""{"title":"x","kind":"shelling","date":{"start":"2025-13-01"}}""", 400, "date.start")]
    [InlineData("""{"title":"x","kind":"shelling","places":[{"place":"999999999"}]}""", 422, "places[0].place")]
    [InlineData("""["title"]""", 400, "document")]
    [InlineData("""{"title":""", 400, "title")]
    [InlineData("", 400, "document")]
    public async Task A_bad_document_is_named_by_field_and_nothing_is_written(string body, int status, string field)
    {
        var problem = await editor.ExpectAsync(status, HttpMethod.Post, "/api/incidents", body);

        Assert.Equal(field, problem.GetProperty("field").GetString());
        Assert.Equal(0, (await editor.JsonAsync("/api/drafts")).GetProperty("drafts").GetArrayLength());
    }

    [Fact]
    public async Task What_the_server_owns_is_ignored()
    {
        var document = Shelling();
        document["id"] = "i-aaaaaaaaaa";
        document["version"] = 99;
        document["derived"] = new JsonObject { ["grade"] = "confirmed", ["grade_reason"] = "so" };
        document["merged"] = new JsonArray(new JsonObject { ["id"] = "i-bbbbbbbbbb", ["version"] = 1 });
        var id = await editor.RecordAsync(document);
        var stored = await editor.JsonAsync($"/api/incidents/{id}");

        Assert.NotEqual("i-aaaaaaaaaa", id);
        Assert.Equal((1, "weak", 0), (stored.GetProperty("version").GetInt32(), stored.GetProperty("derived").GetProperty("grade").GetString(), stored.GetProperty("merged").GetArrayLength()));
        // What was read is taken as it is.
        await editor.ExpectAsync(200, HttpMethod.Put, $"/api/incidents/{id}", stored.GetRawText(), IfMatch(id, 1));
    }

    [Fact]
    public async Task A_public_projection_is_refused_as_it_was_read()
    {
        var id = await editor.RecordAsync(Shelling(status: "published"));
        var shown = await Site.JsonAsync($"/api/incidents/{id}");
        var problem = await editor.ExpectAsync(422, HttpMethod.Put, $"/api/incidents/{id}", shown.GetRawText(), IfMatch(id, 1));

        Assert.Equal("projection", problem.GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_patch_changes_members_and_takes_away_what_is_null()
    {
        var id = await editor.RecordAsync(Shelling());
        using var patched = await editor.SendAsync(HttpMethod.Patch, $"/api/incidents/{id}", """{"notes":null,"date":{"words":"at dawn"}}""", IfMatch(id, 1));
        var document = await patched.JsonAsync();

        Assert.False(document.TryGetProperty("notes", out _));
        Assert.Equal(("2025-10-15", "at dawn"), (document.GetProperty("date").GetProperty("start").GetString(), document.GetProperty("date").GetProperty("words").GetString()));
    }

    [Fact]
    public async Task A_retraction_needs_a_reason_and_a_known_cause()
    {
        var id = await editor.RecordAsync(Shelling());
        Assert.Equal("reason", (await editor.ExpectAsync(400, HttpMethod.Delete, $"/api/incidents/{id}", null, IfMatch(id, 1))).GetProperty("field").GetString());
        Assert.Equal("for", (await editor.ExpectAsync(400, HttpMethod.Delete, $"/api/incidents/{id}?reason=x&for=fun", null, IfMatch(id, 1))).GetProperty("field").GetString());
    }

    [Fact]
    public async Task While_another_writer_holds_the_database_one_is_asked_to_wait()
    {
        await using var connection = await Site.Database.Editor.OpenConnectionAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(Cancellation);
        await using var command = new Npgsql.NpgsqlCommand($"select pg_advisory_xact_lock({0x626F72646D6170})", connection);
        await command.ExecuteNonQueryAsync(Cancellation);
        using var busy = await editor.SendAsync(HttpMethod.Post, "/api/incidents", Shelling().ToJsonString());

        Assert.Equal((503, "5"), ((int)busy.StatusCode, busy.Header("Retry-After")));
        await transaction.RollbackAsync(Cancellation);
        await editor.RecordAsync(Shelling());
    }

    [Fact]
    public async Task An_embargo_that_is_set_over_http_ends_with_the_first_request_after_it()
    {
        var document = Shelling(status: "published");
        document["sensitivity"] = new JsonObject { ["public_from"] = "2026-05-01T00:00:10Z" };
        await Site.JsonAsync("/api/incidents");
        var id = await editor.RecordAsync(document);
        await NotPublicAsync(id);
        Site.Time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal("public", (await Site.JsonAsync($"/api/incidents/{id}")).GetProperty("representation").GetString());
    }

    [Fact]
    public async Task A_document_is_checked_before_it_is_saved()
    {
        var good = await cy.ExpectAsync(200, HttpMethod.Post, "/api/incidents/check", Shelling());
        Assert.Equal((0, "weak"), (good.GetProperty("problems").GetArrayLength(), good.GetProperty("derived").GetProperty("grade").GetString()));
        var document = Shelling();
        document["kind"] = "earthquake";
        var bad = await cy.ExpectAsync(200, HttpMethod.Post, "/api/incidents/check", document);
        Assert.Equal("kind", bad.GetProperty("problems")[0].GetProperty("field").GetString());
        Assert.Equal(0, (await cy.JsonAsync("/api/drafts")).GetProperty("drafts").GetArrayLength());
    }

    private async Task NotPublicAsync(string id)
    {
        using var response = await Site.GetAsync($"/api/incidents/{id}");
        Assert.Equal(404, (int)response.StatusCode);
    }

    private static async Task<string> AnswerAsync(Browser who, HttpMethod method, string id)
    {
        var path = $"/api/incidents/{id}{(method == HttpMethod.Delete ? "?reason=x" : "")}";
        using var response = await who.SendAsync(method, path, method == HttpMethod.Put || method == HttpMethod.Patch ? Shelling().ToJsonString() : null, IfMatch(id, 1));
        Assert.Equal(404, (int)response.StatusCode);
        return (await response.TextAsync()).Replace(id, "ID", StringComparison.Ordinal);
    }
}
