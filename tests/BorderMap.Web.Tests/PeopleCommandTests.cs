using System.Text;
using BorderMap.Web.Commands;
using BorderMap.Web.Tests.Running;

namespace BorderMap.Web.Tests;

/// <summary>The commands on people and tokens, beside a running server of the same home.</summary>
public sealed class PeopleCommandTests(SharedSite shared)
{
    [Fact]
    public async Task The_first_admin_comes_by_command_signs_in_and_is_kept_out_again()
    {
        using var home = new Home();
        await using var site = await Site.StartAsync(home.Folder, shared.Atlas);
        var (code, once, words) = await RunAsync(home, "user", "add", "ada", "--role", "admin", "--display", "Ada");
        Assert.Equal((0, true), (code, words.Contains("shown only here", StringComparison.Ordinal)));
        Assert.Matches("^[a-z2-9]{5}(-[a-z2-9]{5}){3}\n$", once);
        using var ada = await site.SignedInAsync("ada", once.Trim());
        Assert.True((await ada.JsonAsync("/api/session")).GetProperty("must_change").GetBoolean());

        Assert.Equal((1, ""), Outcome(await RunAsync(home, "user", "add", "ada", "--role", "editor")));
        Assert.Equal((1, ""), Outcome(await RunAsync(home, "user", "disable", "ada")));
        Assert.Equal(0, (await RunAsync(home, "user", "add", "bo", "--role", "admin")).Code);
        Assert.Equal((0, ""), Outcome(await RunAsync(home, "user", "disable", "ada")));
        Assert.False((await ada.JsonAsync("/api/session")).GetProperty("signed_in").GetBoolean());
        Assert.Equal((0, ""), Outcome(await RunAsync(home, "user", "role", "ada", "--role", "editor")));
        Assert.Equal((0, "ada\teditor\tdisabled\tAda\nbo\tadmin\tone-time password\tbo\n"), Outcome(await RunAsync(home, "user", "list")));
        Assert.Equal((0, ""), Outcome(await RunAsync(home, "user", "enable", "ada")));
        var reset = await RunAsync(home, "user", "reset", "ada");
        using var again = await site.SignedInAsync("ada", reset.Output.Trim());
        Assert.Equal((1, ""), Outcome(await RunAsync(home, "user", "reset", "nobody")));
    }

    [Fact]
    public async Task A_token_made_by_command_works_until_it_is_revoked_by_command()
    {
        using var home = new Home();
        await using var site = await Site.StartAsync(home.Folder, shared.Atlas);
        var made = await RunAsync(home, "token", "add", "nightly feed", "--role", "editor");
        var bearer = ("Authorization", $"Bearer {made.Output.Trim()}");
        using var session = await site.GetAsync("/api/session", bearer);
        Assert.Equal("token:nightly feed", (await session.JsonAsync()).GetProperty("name").GetString());

        var (_, list, _) = await RunAsync(home, "token", "list");
        Assert.Matches("^t-[a-z2-7]{10}\tnightly feed\t-\teditor\t2\\d{3}-\\d\\d-\\d\\d\tused 2[^\t]+\tactive\n$", list);
        Assert.DoesNotContain(made.Output.Trim(), list, StringComparison.Ordinal);
        Assert.Equal((1, ""), Outcome(await RunAsync(home, "token", "add", "nightly feed", "--role", "editor")));
        Assert.Equal((1, ""), Outcome(await RunAsync(home, "token", "add", "x", "--role", "editor", "--owner", "nobody")));
        Assert.Equal((0, ""), Outcome(await RunAsync(home, "token", "revoke", list.Split('\t')[0])));
        Assert.Equal((1, ""), Outcome(await RunAsync(home, "token", "revoke", "t-aaaaaaaaaa")));
        using var refused = await site.GetAsync("/api/session", bearer);
        Assert.Equal(401, (int)refused.StatusCode);
    }

    [Theory]
    [InlineData("user", "add", "Ada Lovelace", "--role", "admin")]
    [InlineData("user", "add", "ada", "--role", "owner")]
    [InlineData("user", "add", "ada")]
    [InlineData("token", "add", "", "--role", "editor")]
    public async Task A_misused_command_makes_no_home(params string[] arguments)
    {
        using var home = new Home();
        var (code, output, words) = await RunAsync(home, arguments);

        Assert.NotEqual(0, code);
        Assert.Empty(output);
        Assert.NotEmpty(words);
        Assert.Empty(Directory.GetFileSystemEntries(home.Folder));
    }

    private static (int, string) Outcome((int Code, string Output, string Messages) run) => (run.Code, run.Output);

    private static async Task<(int Code, string Output, string Messages)> RunAsync(Home home, params string[] arguments)
    {
        using var output = new MemoryStream();
        using var messages = new StringWriter();
        var surroundings = new Surroundings(new Settings { Home = home.Folder }, Site.Content, TimeProvider.System, TextReader.Null, output, messages);
        var code = await CommandLine.RunAsync(surroundings, arguments);
        return (code, Encoding.UTF8.GetString(output.ToArray()), messages.ToString());
    }
}
