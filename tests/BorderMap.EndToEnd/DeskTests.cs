using BorderMap.EndToEnd.Running;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BorderMap.EndToEnd;

/// <summary>Recording, publishing, correcting and retracting in real browsers, and what happens when two meet or something breaks off.</summary>
public sealed class DeskTests(Product product, DeskSite site) : IClassFixture<DeskSite>
{
    [Fact]
    public async Task An_incident_goes_the_whole_way_from_a_contributors_keyboard_to_a_readers_map_and_off_it_again()
    {
        await using var reader = await site.BrowserAsync(product.Browser, null);
        var map = await reader.NewPageAsync();
        var watched = new WatchedPage(map, site.Server.Address);
        await map.GotoAsync("/?view=8/31/66.4&q=overnight%20at%20Spin");
        await watched.ReadyAsync();
        var shown = await watched.ShownAsync();

        await using var cora = await site.BrowserAsync(product.Browser, null);
        var id = await RecordAndSubmitAsync(cora);
        Assert.Equal(shown, await watched.ShownAsync());

        await using var editor = await site.BrowserAsync(product.Browser, "edi");
        var form = await DeskForm.OpenAsync(editor, $"incident={id}");
        await Expect(form.State).ToContainTextAsync("Submitted for review, version 1");
        await Expect(form.Page.Locator(".derived")).ToContainTextAsync("23 to 58");
        await form.Act("publish").ClickAsync();
        await Expect(form.Messages).ToContainTextAsync("Published.");
        await watched.ShowsAsync(shown + 1);
        await map.Locator("#list").GetByText("Clashes overnight at Spin Boldak").ClickAsync();
        await Expect(map.Locator("#detail")).ToContainTextAsync("58");

        await form.Page.Locator("[data-claim='0'] [data-measure='killed']").FillAsync("at least 60");
        await form.Page.Locator("[data-why]").FillAsync("the ministry's second count");
        await form.PressAsync("Control+Enter");
        await Expect(form.State).ToContainTextAsync("Published, version 3");
        await Expect(map.Locator(".news")).ToContainTextAsync("1 incident was changed");

        await form.Page.GetByText("History", new() { Exact = true }).ClickAsync();
        var last = form.Page.Locator("[data-version='3']");
        await Expect(last).ToContainTextAsync("edi: the ministry's second count");
        await Expect(last.Locator("tbody tr")).ToHaveCountAsync(1);
        await Expect(last.Locator("tbody tr")).ToContainTextAsync("58");
        await Expect(last.Locator("tbody tr")).ToContainTextAsync("60 or more (“at least 60”)");
        await Expect(last.Locator(".public")).ToContainTextAsync("this is what readers see");
        await Expect(form.Page.Locator("[data-version='1'] .public")).ToHaveTextAsync("Never public.");

        await form.Page.Locator(".act[data-name='retract'] summary").ClickAsync();
        await form.Page.Locator(".act[data-name='retract'] textarea").FillAsync("It is the clash of the next night.");
        await form.Page.Locator("[data-go='retract']").ClickAsync();
        await Expect(form.Page.Locator("[data-version='4']")).ToContainTextAsync("Retracted");
        await watched.ShowsAsync(shown);
        Assert.Empty(watched.Faults);
    }

    [Fact]
    public async Task Two_editors_of_one_incident_see_each_others_changes_field_by_field_and_neither_is_lost()
    {
        await using var edi = await site.BrowserAsync(product.Browser, "edi");
        await using var emma = await site.BrowserAsync(product.Browser, "emma");
        var id = await site.PublishAsync(edi, "Shelling that two edit");
        var (one, other) = (await DeskForm.OpenAsync(edi, $"incident={id}"), await DeskForm.OpenAsync(emma, $"incident={id}"));
        await one.Title.FillAsync("Shelling as edi has it");
        await one.Act("correct").ClickAsync();
        await Expect(one.State).ToContainTextAsync("version 2");

        await other.Page.Locator("#part-notes textarea").FillAsync("emma's note");
        await other.Act("correct").ClickAsync();
        var conflict = other.Page.Locator(".conflict");
        await Expect(conflict).ToContainTextAsync("You changed other fields than they did.");
        await Expect(conflict.Locator("section").First).ToContainTextAsync("Shelling as edi has it");
        await Expect(conflict.Locator("section").Last).ToContainTextAsync("emma's note");
        await conflict.Locator("[data-act='both']").ClickAsync();
        await Expect(other.Title).ToHaveValueAsync("Shelling as edi has it");
        await other.Act("correct").ClickAsync();
        await Expect(other.State).ToContainTextAsync("version 3");
        await Expect(other.Page.Locator("#part-notes textarea")).ToHaveValueAsync("emma's note");
    }

    [Fact]
    public async Task Publishing_is_undone_with_one_press()
    {
        await using var edi = await site.BrowserAsync(product.Browser, "edi");
        var id = await site.PublishAsync(edi, "Shelling published twice");
        var form = await DeskForm.OpenAsync(edi, $"incident={id}");
        await form.Title.FillAsync("Shelling corrected wrongly");
        await form.Act("correct").ClickAsync();
        await form.Act("undo").ClickAsync();
        await Expect(form.State).ToContainTextAsync("Published, version 3");
        Assert.Equal("Shelling published twice", (await site.Server.JsonAsync($"api/incidents/{id}")).GetProperty("title").GetString());

        await form.Act("unpublish").ClickAsync();
        await Expect(form.State).ToContainTextAsync("Draft, version 4");
        await form.Act("publish").ClickAsync();
        await form.Act("undo").ClickAsync();
        await Expect(form.State).ToContainTextAsync("Draft, version 6");
    }

    [Fact]
    public async Task Nothing_is_lost_when_the_sign_in_or_the_connection_ends()
    {
        await using var emma = await site.BrowserAsync(product.Browser, "emma");
        var form = await DeskForm.OpenAsync(emma, "new");
        await form.TypeAsync("Shell");
        await form.Title.FillAsync("Typed while signed out");
        var token = await site.SignInAsync(emma, "emma");
        var left = await emma.APIRequest.DeleteAsync("/api/session?everywhere=true", new() { Headers = [new("X-Antiforgery", token)] });
        Assert.True(left.Ok, await left.TextAsync());
        await form.Act("save").ClickAsync();
        await Expect(form.Messages).ToContainTextAsync("You are no longer signed in. What you typed is kept here.");

        var elsewhere = await form.Page.RunAndWaitForPopupAsync(() => form.Messages.GetByRole(AriaRole.Link).ClickAsync());
        await elsewhere.Locator("[name=name]").FillAsync("emma");
        await elsewhere.Locator("[name=password]").FillAsync(site.PasswordOf("emma"));
        await elsewhere.Keyboard.PressAsync("Enter");
        await elsewhere.WaitForURLAsync("**/desk**");
        await elsewhere.CloseAsync();
        await form.Page.EvaluateAsync("dispatchEvent(new Event('focus'))");
        await Expect(form.State).ToContainTextAsync("Draft, version 1");

        await emma.SetOfflineAsync(true);
        await form.Title.FillAsync("Typed without a connection");
        await form.Act("save").ClickAsync();
        await Expect(form.Messages).ToContainTextAsync("No connection. What you typed is kept here");
        await emma.SetOfflineAsync(false);
        await Expect(form.State).ToContainTextAsync("Draft, version 2");
        await Expect(form.State).Not.ToContainTextAsync("not saved");

        await form.Title.FillAsync("Typed before the page was left");
        await Expect(form.State).ToContainTextAsync("changes not saved; kept in this browser");
        await form.Page.CloseAsync(new() { RunBeforeUnload = false });
        var again = await DeskForm.OpenAsync(emma, form.Page.Url.Split('?')[1]);
        await Expect(again.Title).ToHaveValueAsync("Typed before the page was left");
        await Expect(again.Messages).ToContainTextAsync("This is what you typed before the page was left.");
    }

    [Fact]
    public async Task Two_windows_with_a_new_incident_keep_what_is_typed_apart_and_offer_it_again()
    {
        await using var emma = await site.BrowserAsync(product.Browser, "emma");
        var one = await DeskForm.OpenAsync(emma, "new");
        await Expect(one.Page).ToHaveTitleAsync("New incident · Desk · BorderMap");
        await Expect(one.Page.Locator("#bar [aria-current]")).ToHaveTextAsync("New incident");
        await Expect(one.Page.Locator(".problems:visible")).ToHaveCountAsync(0);
        await one.Title.FillAsync("Typed in one window");
        await Expect(one.State).ToContainTextAsync("kept in this browser");
        var address = one.Page.Url;
        await one.Page.CloseAsync(new() { RunBeforeUnload = false });

        var other = await DeskForm.OpenAsync(emma, "new");
        await Expect(other.Title).ToHaveValueAsync("");
        await other.Title.FillAsync("Typed in another");
        await other.Messages.GetByText("Typed in one window").ClickAsync();
        await Expect(other.Title).ToHaveValueAsync("Typed in one window");
        Assert.Equal(address, other.Page.Url);
    }

    /// <summary>By keyboard alone, signed in by the page itself.</summary>
    /// <returns>The incident's id.</returns>
    private async Task<string> RecordAndSubmitAsync(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync("/desk?new");
        await page.Locator("[name=name]").FillAsync("cora");
        await page.Locator("[name=password]").FillAsync(site.PasswordOf("cora"));
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#desk[data-ready='true']").WaitForAsync();
        var form = new DeskForm(page);

        await form.FocusedAsync("#desk-kind");
        await form.TypeAsync("Armed");
        await form.PressAsync("Tab");
        await form.TypeAsync("Clashes overnight at Spin Boldak");
        await form.PressAsync("Enter");
        await form.PressAsync("Space");
        await form.PressAsync("Tab");
        await form.TypeAsync("overnight 11-12 October 2025");
        await Expect(page.Locator(".read")).ToContainTextAsync("11–12 October 2025");
        await form.PressAsync("Enter");
        await form.ChooseAsync("spin boldak", "Spin Boldak");
        await form.ChooseAsync("chaman", "Chaman");
        await form.PressAsync("Enter");
        await form.ChooseAsync("afghan taliban forces", "Afghan Taliban forces");
        await form.PressAsync("Enter");
        await form.ChooseAsync("https://news.example/durand/clashes", "New source at");
        await form.PressAsync("Control+a");
        await form.TypeAsync("Example News");
        await form.PressAsync("Enter");
        await Expect(page.Locator(".source-row")).ToContainTextAsync("Example News");
        await form.PressAsync("Enter");
        await form.PressAsync("Enter");
        await form.ChooseAsync("taliban gov", "Taliban");
        await form.TypeAsync("Pak");
        await form.PressAsync("Tab");
        await form.TypeAsync("sold");
        await form.PressAsync("Tab");
        await form.TypeAsync("58");
        await form.PressAsync("Enter");
        await form.ChooseAsync("pakistan mil", "Pakistan military");
        await form.TypeAsync("Pak");
        await form.PressAsync("Tab");
        await form.TypeAsync("sold");
        await form.PressAsync("Tab");
        await form.TypeAsync("23");
        await form.PressAsync("Control+Enter");
        await Expect(form.Messages).ToContainTextAsync("Submitted.");
        return page.Url.Split('=')[^1];
    }
}
