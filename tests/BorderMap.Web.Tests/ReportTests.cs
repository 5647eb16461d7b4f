using System.Text.Json;
using BorderMap.PostGis.People;
using BorderMap.Web.Tests.Running;

namespace BorderMap.Web.Tests;

/// <summary>From a pasted text to incidents, over HTTP.</summary>
public sealed class ReportTests(OwnSite own) : IClassFixture<OwnSite>
{
    private const string Clash = "KABUL, Oct 12 (Reuters) - Taliban fighters and Pakistani soldiers exchanged heavy fire at the Torkham border crossing on Saturday night, officials said. "
        + "Pakistan's military said two of its soldiers were killed. The Taliban government said nine of its fighters were killed.";

    [Fact]
    public async Task A_text_becomes_drafts_whose_evidence_lies_in_it_and_nothing_is_recorded_yet()
    {
        using var editor = await own.Site.ProgramAsync(Role.Editor);
        var before = await CountAsync(editor, "/api/drafts?limit=500", "drafts");
        var report = await ReadAsync(editor, Clash);

        var draft = report.GetProperty("drafts")[0];
        Assert.Equal("draft", draft.GetProperty("document").GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, draft.GetProperty("decision").ValueKind);
        Assert.NotEmpty(draft.GetProperty("evidence").EnumerateArray());
        foreach (var evidence in draft.GetProperty("evidence").EnumerateArray())
        {
            var (start, end) = (evidence.GetProperty("start").GetInt32(), evidence.GetProperty("end").GetInt32());
            Assert.True(start >= 0 && start < end && end <= Clash.Length);
            Assert.NotEmpty(evidence.GetProperty("field").GetString()!);
        }
        foreach (var claim in draft.GetProperty("document").GetProperty("claims").EnumerateArray())
        {
            var span = claim.GetProperty("span");
            Assert.Equal(Clash[span.GetProperty("start").GetInt32()..span.GetProperty("end").GetInt32()], span.GetProperty("quote").GetString());
        }
        Assert.Equal(JsonValueKind.Null, report.GetProperty("text").ValueKind);
        Assert.Equal(before, await CountAsync(editor, "/api/drafts?limit=500", "drafts"));
    }

    [Fact]
    public async Task A_draft_is_taken_once_rests_on_its_source_and_a_second_report_joins_it()
    {
        using var editor = await own.Site.ProgramAsync(Role.Editor);
        var report = await ReadAsync(editor, Clash, "https://example.org/taken-once");

        var taken = await DecideAsync(editor, report, new { draft = 1, decision = "accept" });
        var draft = taken.GetProperty("drafts")[0];
        Assert.Equal("accepted", draft.GetProperty("decision").GetString());
        var id = draft.GetProperty("incident").GetString()!;
        var incident = await editor.JsonAsync($"/api/incidents/{id}");
        var source = taken.GetProperty("source").GetString();
        Assert.Equal(source, incident.GetProperty("sources")[0].GetProperty("source").GetString());
        Assert.All(incident.GetProperty("claims").EnumerateArray(), claim => Assert.Equal(source, claim.GetProperty("source").GetString()));
        Assert.Equal(409, await editor.StatusAsync(HttpMethod.Post, Decisions(report), new { draft = 1, decision = "accept" }));

        var second = await ReadAsync(editor, Clash.Replace("heavy fire", "fire", StringComparison.Ordinal).Replace("nine of its", "twelve of its", StringComparison.Ordinal), "https://example.com/second");
        var same = second.GetProperty("drafts")[0].GetProperty("same").EnumerateArray().Single(one => one.GetProperty("id").GetString() == id);
        var joined = await DecideAsync(editor, second, new { draft = 1, decision = "join", incident = id, version = same.GetProperty("version").GetInt32() });
        Assert.Equal("joined", joined.GetProperty("drafts")[0].GetProperty("decision").GetString());
        var after = await editor.JsonAsync($"/api/incidents/{id}");
        Assert.Equal(2, after.GetProperty("sources").GetArrayLength());
        Assert.True(after.GetProperty("claims").GetArrayLength() < incident.GetProperty("claims").GetArrayLength() * 2);
    }

    [Fact]
    public async Task A_rejection_says_why_and_can_be_taken_back()
    {
        using var editor = await own.Site.ProgramAsync(Role.Editor);
        var report = await ReadAsync(editor, Clash);

        Assert.Equal(400, await editor.StatusAsync(HttpMethod.Post, Decisions(report), new { draft = 1, decision = "reject" }));
        var rejected = await DecideAsync(editor, report, new { draft = 1, decision = "reject", reason = "It is history." });
        Assert.Equal("It is history.", rejected.GetProperty("drafts")[0].GetProperty("reason").GetString());
        var open = await DecideAsync(editor, rejected, new { draft = 1, decision = "reopen" });
        Assert.Equal(JsonValueKind.Null, open.GetProperty("drafts")[0].GetProperty("decision").ValueKind);
    }

    [Fact]
    public async Task Without_a_publisher_nothing_is_taken_and_the_answer_names_the_field()
    {
        using var editor = await own.Site.ProgramAsync(Role.Editor);
        var report = await editor.ExpectAsync(201, HttpMethod.Post, "/api/reports", new { text = Clash, published = "2025-10-12" });

        using var refused = await editor.SendAsync(HttpMethod.Post, Decisions(report), new { draft = 1, decision = "accept" });
        Assert.Equal(422, (int)refused.StatusCode);
        Assert.Contains("\"field\":\"origin.publisher\"", await refused.TextAsync(), StringComparison.Ordinal);
        var taken = await DecideAsync(editor, report, new { draft = 1, decision = "accept", origin = new { publisher = "Dawn", url = "https://example.org/dawn" } });
        Assert.Equal("Dawn", taken.GetProperty("origin").GetProperty("publisher").GetString());
    }

    [Fact]
    public async Task Contributors_see_their_own_reports_and_publish_and_join_nothing()
    {
        using var contributor = await own.Site.ProgramAsync(Role.Contributor, await OwnerAsync());
        using var editor = await own.Site.ProgramAsync(Role.Editor);
        var others = await ReadAsync(editor, Clash);
        var own1 = await ReadAsync(contributor, Clash);

        Assert.Equal(404, await contributor.StatusAsync(HttpMethod.Get, Address(others)));
        Assert.Equal(200, await editor.StatusAsync(HttpMethod.Get, Address(own1)));
        Assert.All(own1.GetProperty("drafts").EnumerateArray(), draft => Assert.Empty(draft.GetProperty("same").EnumerateArray()));
        var document = JsonSerializer.Deserialize<Dictionary<string, object>>(own1.GetProperty("drafts")[0].GetProperty("document").GetRawText())!;
        document["status"] = "published";
        Assert.Equal(403, await contributor.StatusAsync(HttpMethod.Post, Decisions(own1), new { draft = 1, decision = "accept", document }));
        Assert.Equal(403, await contributor.StatusAsync(HttpMethod.Post, Decisions(own1), new { draft = 1, decision = "join", incident = "i-aaaaaaaaaa", version = 1 }));
        Assert.Equal(403, await contributor.StatusAsync(HttpMethod.Get, "/api/reports/corrections.jsonl"));
        Assert.DoesNotContain((await contributor.JsonAsync("/api/reports")).GetProperty("reports").EnumerateArray(), report => report.GetProperty("id").GetString() == others.GetProperty("id").GetString());
    }

    [Fact]
    public async Task What_people_made_of_the_drafts_is_exported_a_line_each()
    {
        using var editor = await own.Site.ProgramAsync(Role.Editor);
        var report = await ReadAsync(editor, Clash);
        var document = JsonSerializer.Deserialize<Dictionary<string, object>>(report.GetProperty("drafts")[0].GetProperty("document").GetRawText())!;
        document["title"] = "Fire at Torkham";
        await DecideAsync(editor, report, new { draft = 1, decision = "accept", document });

        using var response = await editor.SendAsync(HttpMethod.Get, "/api/reports/corrections.jsonl");
        var lines = (await response.TextAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var line = Assert.Single(lines, line => line.GetProperty("id").GetString() == report.GetProperty("id").GetString());
        Assert.Equal("corrected", line.GetProperty("decision").GetString());
        Assert.Equal("Fire at Torkham", line.GetProperty("corrected").GetProperty("title").GetString());
        Assert.Equal("Fire at Torkham", line.GetProperty("stands").GetProperty("title").GetString());
        Assert.NotEqual("Fire at Torkham", line.GetProperty("read").GetProperty("document").GetProperty("title").GetString());
    }

    [Theory]
    [InlineData("""{"text":" "}""", 400, "text")]
    [InlineData("""{"published":"2025-10-12"}""", 400, "text")]
    [InlineData("""{"text":"x","published":"yesterday"}""", 400, "published")]
    [InlineData("""{"text":"x","publisher":"a\u0007b"}""", 400, "publisher")]
    [InlineData("""{"text":"x","nonsense":1}""", 400, "nonsense")]
    public async Task Bad_input_is_named(string body, int status, string field)
    {
        using var editor = await own.Site.ProgramAsync(Role.Editor);
        using var response = await editor.SendAsync(HttpMethod.Post, "/api/reports", body);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Contains(field, await response.TextAsync(), StringComparison.Ordinal);
    }

    private async Task<string> OwnerAsync()
    {
        var name = $"reader-{Guid.NewGuid():n}"[..20];
        await own.Site.AddPersonAsync(name, Role.Contributor);
        return name;
    }

    private static Task<JsonElement> ReadAsync(Browser editor, string text, string? url = null) =>
        editor.ExpectAsync(201, HttpMethod.Post, "/api/reports", new { text, published = "2025-10-12", publisher = url is null ? "Reuters" : new Uri(url).Host, url });

    private static Task<JsonElement> DecideAsync(Browser editor, JsonElement report, object decision) => editor.ExpectAsync(200, HttpMethod.Post, Decisions(report), decision);

    private static string Address(JsonElement report) => $"/api/reports/{report.GetProperty("id").GetString()}";

    private static string Decisions(JsonElement report) => Address(report) + "/decisions";

    private static async Task<int> CountAsync(Browser editor, string address, string list) => (await editor.JsonAsync(address)).GetProperty(list).GetArrayLength();
}
