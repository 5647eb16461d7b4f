using Microsoft.Playwright;

namespace BorderMap.EndToEnd.Running;

/// <summary>A server of its own with people who may sign in, for tests that write.</summary>
public sealed class DeskSite : IAsyncLifetime
{
    private readonly Dictionary<string, string> passwords = [];

    public RunningServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Server = await RunningServer.StartAsync(Homes.Make());
        foreach (var (name, role) in ((string, string)[])[("cora", "contributor"), ("edi", "editor"), ("emma", "editor")])
        {
            passwords[name] = await Accounts.AddAsync(Server, name, role);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Homes.Remove(Server.Home);
    }

    public string PasswordOf(string name) => passwords[name];

    /// <summary>A browser of somebody who is signed in; null: of a reader.</summary>
    public async Task<IBrowserContext> BrowserAsync(IBrowser browser, string? name)
    {
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1440, Height = 900 }, BaseURL = Server.Address.ToString() });
        context.SetDefaultTimeout(Product.Patience);
        if (name is not null)
        {
            await SignInAsync(context, name);
        }
        return context;
    }

    /// <returns>The antiforgery token of the sign-in.</returns>
    public async Task<string> SignInAsync(IBrowserContext context, string name)
    {
        var answer = await context.APIRequest.PostAsync("/api/session", new() { DataObject = new { name, password = PasswordOf(name) } });
        Assert.True(answer.Ok, await answer.TextAsync());
        return (await answer.JsonAsync())!.Value.GetProperty("antiforgery").GetString()!;
    }

    /// <summary>A published incident to work on.</summary>
    public async Task<string> PublishAsync(IBrowserContext editor, string title)
    {
        var token = await SignInAsync(editor, "edi");
        var answer = await editor.APIRequest.PostAsync("/api/incidents", new()
        {
            Headers = [new("X-Antiforgery", token)],
            DataObject = new
            {
                title,
                kind = "shelling",
                status = "published",
                date = new { start = "2026-05-02", end = "2026-05-02", precision = "day" },
                places = new[] { new { place = "1108562519", precision = "district" } },
            },
        });
        Assert.True(answer.Ok, await answer.TextAsync());
        return (await answer.JsonAsync())!.Value.GetProperty("id").GetString()!;
    }
}
