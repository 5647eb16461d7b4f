using System.Net;
using System.Text.RegularExpressions;
using BorderMap.EndToEnd.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BorderMap.EndToEnd;

/// <summary>The review queue in a browser, most of it by keyboard.</summary>
public sealed class DeskQueueTests(StaffedServer staffed) : IClassFixture<StaffedServer>
{
    [Fact]
    public async Task A_submission_is_compared_and_sent_back_and_its_author_reads_why_and_goes_on_writing()
    {
        var id = await RecordAsync(staffed.Contributor, "Shelling sent back", "submitted", "2019-03-02");
        await using var queue = await staffed.Editor.OpenAsync("/desk?q=sent+back");
        var page = queue.Page;
        await Expect(Tab(page, "submitted")).ToContainTextAsync("1");

        await page.Keyboard.PressAsync("j");
        await Expect(Row(page, id).Locator("a")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".queue-detail h2")).ToBeFocusedAsync();
        await Expect(page).ToHaveURLAsync(new Regex($"q=sent\\+back&open={id}$"));
        await Expect(Field(page, "Places")).ToHaveTextAsync(new Regex("Spin Boldak, Kandahar, “سپین بولدک”, scene, district$"));
        await Expect(Field(page, "Claims")).ToContainTextAsync("Pakistan military says: 4 or more killed");
        await page.GoBackAsync();
        await Expect(page.Locator(".queue-hint")).ToBeVisibleAsync();
        await Expect(Row(page, id).Locator("a")).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("r");
        await Expect(page.Locator(".reason textarea")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator(".reason textarea")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Which village? A reader asks.");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator(".queue-outcomes")).ToContainTextAsync("sent back to its author");
        await Expect(Tab(page, "submitted")).ToContainTextAsync("0");

        await using var own = await staffed.Contributor.OpenAsync("/desk?q=sent+back");
        var row = Row(own.Page, id);
        await Expect(row).ToContainTextAsync("Came back");
        await Expect(row.Locator("q")).ToHaveTextAsync("Which village? A reader asks.");
        await row.GetByText("Go on writing").ClickAsync();
        await Expect(own.Page.Locator("#desk-title")).ToHaveValueAsync("Shelling sent back");
        await Expect(own.Page.Locator(".given-back q")).ToHaveTextAsync("Which village? A reader asks.");
        Assert.Empty(queue.Faults);
    }

    [Fact]
    public async Task Those_chosen_are_published_together_what_is_stale_says_so_and_a_publication_is_taken_back()
    {
        var ids = new List<string>();
        for (var day = 1; day <= 3; day++)
        {
            ids.Add(await RecordAsync(staffed.Contributor, $"Shelling of many {day}", "draft", $"2018-06-0{day}"));
        }
        await using var queue = await staffed.Editor.OpenAsync("/desk?kind=draft&owner=cy&q=of+many");
        var page = queue.Page;
        await staffed.Contributor.SendAsync("PATCH", $"/api/incidents/{ids[2]}", new { title = "Shelling of many 3, again" }, $"{ids[2]}.1");

        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("x");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("x");
        await Expect(page.Locator(".queue-bulk")).ToContainTextAsync("2 chosen");
        await page.GetByLabel("Choose all 3 shown").CheckAsync();
        await page.GetByText("Accept", new() { Exact = true }).ClickAsync();
        await Expect(page.Locator(".queue-bulk")).ToContainTextAsync("Say why");
        await page.GetByLabel("Reason, for all of them").FillAsync("checked with the sources");
        await page.GetByText("Accept", new() { Exact = true }).ClickAsync();
        await Expect(page.Locator(".queue-outcomes")).ToContainTextAsync("2 of 3 done");
        await Expect(page.Locator("[data-outcome='stale']")).ToContainTextAsync("version 2 now");
        await Expect(Row(page, ids[2])).ToContainTextAsync("version 2 now");
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.NotFound], await StatusesAsync(ids));

        await page.Locator(".queue-outcomes [data-act='undo']").ClickAsync();
        await Expect(page.Locator(".queue-row")).ToHaveCountAsync(3);
        Assert.Equal([HttpStatusCode.Gone, HttpStatusCode.Gone, HttpStatusCode.NotFound], await StatusesAsync(ids));
        await Expect(Row(page, ids[2])).ToContainTextAsync("again");

        await RecordAsync(staffed.Contributor, "Shelling of many 4", "draft", "2018-06-04");
        await page.EvaluateAsync("dispatchEvent(new Event('focus'))");
        await Expect(page.Locator(".queue-notice")).ToContainTextAsync("1 new");
        await page.Locator("[data-act='refresh']").ClickAsync();
        await Expect(page.Locator(".queue-row")).ToHaveCountAsync(4);
        Assert.Empty(queue.Faults);
    }

    [Fact]
    public async Task Two_that_are_one_are_merged_and_a_readers_report_is_answered()
    {
        var told = await RecordAsync(staffed.Editor, "Shelling told twice", "published", "2017-04-05");
        var again = await RecordAsync(staffed.Contributor, "Shelling told again", "draft", "2017-04-05");
        await staffed.Editor.SendAsync("POST", "/api/error-reports", new { incident = told, words = "نام قریه غلط است", version = 1 });
        var pair = string.CompareOrdinal(told, again) < 0 ? $"{told}~{again}" : $"{again}~{told}";
        await using var queue = await staffed.Editor.OpenAsync($"/desk?kind=error_report&open={pair}");
        var page = queue.Page;

        await Expect(page.Locator(".queue-content")).ToContainTextAsync("both in Spin Boldak district");
        await Expect(page.Locator("input[name='survivor']:checked")).ToHaveValueAsync(told);
        await page.Keyboard.PressAsync("r");
        await page.Keyboard.TypeAsync("another post");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator(".queue-outcomes")).ToContainTextAsync("kept as two");
        await page.Locator(".queue-outcomes [data-act='undo']").ClickAsync();
        await Expect(page.Locator(".queue-outcomes")).ToContainTextAsync("it waits again");

        await page.GotoAsync($"/desk?kind=error_report&open={pair}");
        await Expect(page.Locator("input[name='survivor']:checked")).ToHaveValueAsync(told);
        await page.Keyboard.PressAsync("a");
        await Expect(page.Locator(".queue-outcomes")).ToContainTextAsync("merged.");
        var kept = await staffed.Server.JsonAsync($"api/incidents/{told}");
        Assert.Equal(2, kept.GetProperty("claims").GetArrayLength());

        await page.Keyboard.PressAsync("Escape");
        await page.GetByText("Shelling told twice").ClickAsync();
        await Expect(page.Locator(".reader")).ToHaveTextAsync("نام قریه غلط است");
        await Expect(page.Locator(".reader")).ToHaveCSSAsync("direction", "rtl");
        await page.Keyboard.PressAsync("a");
        await Expect(page.Locator(".reason textarea")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("The village is corrected.");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.Locator(".queue-outcomes")).ToContainTextAsync("report taken as right");
        await Expect(page.Locator(".queue-message")).ToContainTextAsync("Nothing waits under these filters.");
        Assert.Empty(queue.Faults);
    }

    private static ILocator Tab(IPage page, string kind) => page.Locator($"[data-tab='{kind}'] .number");

    private static ILocator Row(IPage page, string id) => page.Locator($"[data-ref='{id}']");

    private static ILocator Field(IPage page, string label) => page.Locator(".difference tr", new() { Has = page.GetByRole(AriaRole.Rowheader, new() { Name = label, Exact = true }) });

    private static async Task<string> RecordAsync(Staff by, string title, string status, string day)
    {
        var recorded = await by.SendAsync("POST", "/api/incidents", new
        {
            title,
            kind = "shelling",
            status,
            date = new { start = day, end = day, precision = "day" },
            places = new[] { new { place = "1108562519", words = "سپین بولدک", precision = "district" } },
            claims = new[] { new { about = "toll", claimant = "pak-military", killed = new { min = 4 } } },
        });
        return recorded.GetProperty("id").GetString()!;
    }

    private async Task<List<HttpStatusCode>> StatusesAsync(IEnumerable<string> ids)
    {
        var statuses = new List<HttpStatusCode>();
        foreach (var id in ids)
        {
            using var answer = await staffed.Server.Http.GetAsync($"api/incidents/{id}", TestContext.Current.CancellationToken);
            statuses.Add(answer.StatusCode);
        }
        return statuses;
    }
}
