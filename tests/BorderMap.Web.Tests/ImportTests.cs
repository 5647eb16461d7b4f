using System.Text;
using System.Text.Json;
using BorderMap.PostGis.People;
using BorderMap.Web.Tests.Running;

namespace BorderMap.Web.Tests;

/// <summary>Imports over HTTP, from the upload to the last row.</summary>
public sealed class ImportTests(OwnSite own) : IClassFixture<OwnSite>
{
    private const string Odd = "Ref,Headline,Type of event,Event date,Village,District\n";

    private static readonly object OddMapping = new
    {
        columns = new { source_key = "Ref", title = "Headline", kind = "Type of event", date_start = "Event date", place = "Village", place_context = "District" },
        values = new { kind = new Dictionary<string, string> { ["Air raid"] = "airstrike" } },
        dates = new[] { "dd/MM/yyyy" },
        key_prefix = "odd:",
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reads_a_foreign_table_tries_it_brings_it_in_and_finds_it_unchanged_the_next_time()
    {
        using var editor = await EditorAsync();
        var file = Odd + "1,Raid on a village,Air raid,11/10/2025,Torkham,Nangarhar\n2,Shells,shelling,12/10/2025,Spin Boldak,Kandahar\n";

        var held = await UploadAsync(editor, file, "odd.csv");
        Assert.Equal(("uploaded", "csv", true), (Text(held, "state"), Text(held, "read_as"), held.GetProperty("needs_mapping").GetBoolean()));
        Assert.Equal("Headline", held.GetProperty("suggested").GetProperty("columns").GetProperty("title").GetString());
        Assert.Equal("Raid on a village", held.GetProperty("rows")[0].GetProperty("cells")[1].GetString());

        var drafts = await DraftsAsync(editor);
        var checkedHeld = await EndAsync(editor, held, "dry-run", new { mapping = OddMapping });
        Assert.Equal("checked", Text(checkedHeld, "state"));
        Assert.Equal(2, Count(checkedHeld, "added"));
        Assert.Equal(drafts, await DraftsAsync(editor));

        var imported = await EndAsync(editor, held, "run", new { mapping = OddMapping });
        Assert.Equal(("imported", 2), (Text(imported, "state"), Count(imported, "added")));
        Assert.Equal(drafts + 2, await DraftsAsync(editor));
        Assert.Equal(410, await editor.StatusAsync(HttpMethod.Post, Address(held) + "/run", new { mapping = OddMapping }));

        var again = await EndAsync(editor, await UploadAsync(editor, file, "odd.csv"), "run", new { mapping = OddMapping });
        Assert.Equal(("imported", 0, 2), (Text(again, "state"), Count(again, "added"), Count(again, "unchanged")));
    }

    [Fact]
    public async Task Publishes_where_asked_and_lets_what_is_not_sure_wait_with_its_reason()
    {
        using var editor = await EditorAsync();
        var held = await UploadAsync(editor, "source_key,kind,date_start,place,place_context\npub:1,shelling,2025-10-11,Torkham,Nangarhar\npub:2,shelling,2025-10-12,Nowhere at all,\n", "two.csv");

        var imported = await EndAsync(editor, held, "run", new { @as = "published" });

        Assert.Equal((2, 1), (Count(imported, "added"), Count(imported, "waiting")));
        var waits = Assert.Single(imported.GetProperty("result").GetProperty("waiting").EnumerateArray());
        Assert.Contains("Nowhere at all", Text(waits, "why"), StringComparison.Ordinal);
        var id = Assert.Single(imported.GetProperty("result").GetProperty("published").EnumerateArray()).GetString();
        using var reader = own.Site.Browser();
        Assert.Equal(200, await reader.StatusAsync(HttpMethod.Get, $"/api/incidents/{id}"));
    }

    [Fact]
    public async Task Names_every_bad_row_by_line_column_value_and_reason_and_skips_it_only_when_told_to()
    {
        using var editor = await EditorAsync();
        var held = await UploadAsync(editor, "source_key,kind,date_start,killed\nbad:1,shelling,2025-10-11,3\nbad:2,=party,2025-10-12,\nbad:3,shelling,12.10.2025,many\n", "bad.csv");

        var refused = await EndAsync(editor, held, "run", new { });

        Assert.Equal("refused", Text(refused, "state"));
        Assert.Equal(2, Count(refused, "rejected"));
        var kind = refused.GetProperty("result").GetProperty("problems").EnumerateArray().First(problem => Text(problem, "column") == "kind");
        Assert.Equal((3, "=party"), (kind.GetProperty("line").GetInt32(), Text(kind, "value")));
        Assert.NotEqual("", Text(kind, "reason"));
        using var table = await editor.GetAsync(Address(held) + "/problems.csv");
        Assert.Contains("line 3,3,kind,'=party,", await table.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(1, Count(await EndAsync(editor, held, "run", new { bad_rows = "skip" }), "added"));
    }

    [Theory]
    [InlineData("", "empty-file")]
    [InlineData("PK\u0003\u0004\0\0", "not-text")]
    [InlineData("id,title,kind,grade,line_distance_km,version,url\n", "projection")]
    public async Task Refuses_what_is_no_file_of_incidents(string file, string code)
    {
        using var editor = await EditorAsync();
        using var response = await SendAsync(editor, file, "x.csv");

        Assert.Equal(422, (int)response.StatusCode);
        Assert.Equal(code, Text(await response.JsonAsync(), "code"));
    }

    [Fact]
    public async Task Asks_for_a_mapping_and_refuses_one_that_names_unknown_fields()
    {
        using var editor = await EditorAsync();
        var held = await UploadAsync(editor, Odd + "1,Raid,airstrike,2025-10-11,Torkham,\n", "odd.csv");

        var needed = await editor.ExpectAsync(422, HttpMethod.Post, Address(held) + "/run", new { });
        Assert.Equal("needs-mapping", Text(needed, "code"));
        var unknown = await editor.ExpectAsync(422, HttpMethod.Post, Address(held) + "/dry-run", new { mapping = new { columns = new { colour = "Ref" } } });
        Assert.Equal(("unknown-field", "colour"), (Text(unknown, "code"), Text(unknown, "value")));
    }

    [Fact]
    public async Task Cancelling_leaves_nothing_and_another_cannot_begin_meanwhile()
    {
        using var editor = await EditorAsync();
        var rows = new StringBuilder("source_key,kind,date_start,place,place_context\n");
        for (var i = 0; i < 20_000; i++)
        {
            rows.Append($"stop:{i},shelling,2025-10-11,Torkham,Nangarhar\n");
        }
        var drafts = await DraftsAsync(editor);
        var held = await UploadAsync(editor, rows.ToString(), "many.csv");
        await editor.ExpectAsync(202, HttpMethod.Post, Address(held) + "/run", new { });

        using (var second = await SendAsync(editor, Odd, "second.csv"))
        {
            Assert.Equal((409, "import-running"), ((int)second.StatusCode, Text(await second.JsonAsync(), "code")));
        }
        Assert.Equal(409, await editor.StatusAsync(HttpMethod.Post, Address(held) + "/dry-run", new { }));
        await editor.ExpectAsync(204, HttpMethod.Delete, Address(held));

        Assert.Equal("cancelled", Text(await EndedAsync(editor, held), "state"));
        Assert.Equal(drafts, await DraftsAsync(editor));
        Assert.Empty(Spooled(held));
    }

    [Fact]
    public async Task Names_the_setting_when_a_file_is_too_large_and_keeps_nothing_of_it()
    {
        await using var site = await own.StartEmptyAsync(new Settings { Home = own.Home, ImportMaxMb = 1 });
        await site.AddPersonAsync("edith", Role.Editor);
        using var editor = await site.SignedInAsync("edith");

        using var response = await SendAsync(editor, new string('x', (1 << 20) + 1), "large.csv");

        Assert.Equal(413, (int)response.StatusCode);
        Assert.Contains(Settings.ImportMaxName, Text(await response.JsonAsync(), "detail"), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, (await editor.JsonAsync("/api/imports")).GetProperty("current").ValueKind);
    }

    [Fact]
    public async Task Holds_a_few_files_at_once_and_takes_another_when_one_is_let_go()
    {
        await using var site = await own.StartEmptyAsync(new Settings { Home = own.Home });
        var programs = new List<Browser>();
        for (var i = 0; i <= Limits.ImportsHeld; i++)
        {
            programs.Add(await site.ProgramAsync(Role.Editor));
        }
        var first = await UploadAsync(programs[0], Odd, "0.csv");
        foreach (var program in programs.Skip(1).SkipLast(1))
        {
            await UploadAsync(program, Odd, "more.csv");
        }

        using (var refused = await SendAsync(programs[^1], Odd, "last.csv"))
        {
            Assert.Equal(429, (int)refused.StatusCode);
        }
        await programs[0].ExpectAsync(204, HttpMethod.Delete, Address(first));
        await UploadAsync(programs[^1], Odd, "last.csv");
        programs.ForEach(program => program.Dispose());
    }

    [Fact]
    public async Task An_import_is_its_owners_alone_and_one_that_is_left_alone_is_forgotten_with_its_file()
    {
        using var editor = await EditorAsync();
        var held = await UploadAsync(editor, Odd, "mine.csv");
        Assert.NotEmpty(Spooled(held));

        using var other = await EditorAsync();
        Assert.Contains("once more", Text(await other.ExpectAsync(404, HttpMethod.Get, Address(held)), "detail"), StringComparison.Ordinal);
        own.Site.Time.Advance(Limits.ImportKept + Limits.ImportLookup);
        await EventuallyAsync(async () => await editor.StatusAsync(HttpMethod.Get, Address(held)) == 404);
        Assert.Empty(Spooled(held));
    }

    [Fact]
    public async Task Gives_the_template_and_what_its_columns_mean()
    {
        using var editor = await EditorAsync();
        using var template = await editor.GetAsync("/api/imports/template.csv");

        Assert.Contains("source_key", await template.TextAsync(), StringComparison.Ordinal);
        var about = await editor.JsonAsync("/api/imports");
        Assert.Equal(512L << 20, about.GetProperty("max_bytes").GetInt64());
        var kind = about.GetProperty("fields").EnumerateArray().Single(field => Text(field, "name") == "kind");
        Assert.Contains("airstrike", kind.GetProperty("allowed").EnumerateArray().Select(word => word.GetString()));
    }

    private async Task<Browser> EditorAsync()
    {
        var name = "e" + Guid.NewGuid().ToString("N")[..12];
        await own.Site.AddPersonAsync(name, Role.Editor);
        return await own.Site.SignedInAsync(name);
    }

    private static async Task<HttpResponseMessage> SendAsync(Browser browser, string file, string name) =>
        await browser.SendAsync(HttpMethod.Post, $"/api/imports?name={Uri.EscapeDataString(name)}", Encoding.UTF8.GetBytes(file));

    private static async Task<JsonElement> UploadAsync(Browser browser, string file, string name)
    {
        using var response = await SendAsync(browser, file, name);
        Assert.True((int)response.StatusCode == 201, await response.TextAsync());
        return await response.JsonAsync();
    }

    /// <summary>Begins and waits for the end.</summary>
    private static async Task<JsonElement> EndAsync(Browser browser, JsonElement held, string what, object options)
    {
        await browser.ExpectAsync(202, HttpMethod.Post, $"{Address(held)}/{what}", options);
        return await EndedAsync(browser, held);
    }

    private static async Task<JsonElement> EndedAsync(Browser browser, JsonElement held)
    {
        var is_ = held;
        await EventuallyAsync(async () => Text(is_ = await browser.JsonAsync(Address(held)), "state") is not ("checking" or "importing"));
        return is_;
    }

    private static async Task EventuallyAsync(Func<Task<bool>> holds)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        while (!await holds())
        {
            await Task.Delay(20, limit.Token);
        }
    }

    private IEnumerable<string> Spooled(JsonElement held)
    {
        var folder = Path.Combine(own.Home, "imports");
        return Directory.Exists(folder) ? Directory.GetFiles(folder).Where(path => new FileInfo(path).Length == held.GetProperty("bytes").GetInt64()) : [];
    }

    private static async Task<int> DraftsAsync(Browser browser) => (await browser.JsonAsync("/api/review?kind=draft&limit=1")).GetProperty("counts").TryGetProperty("draft", out var drafts) ? drafts.GetInt32() : 0;

    private static string Address(JsonElement held) => "/api/imports/" + Text(held, "id");

    private static int Count(JsonElement held, string name) => held.GetProperty("result").GetProperty("counts").GetProperty(name).GetInt32();

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";
}
