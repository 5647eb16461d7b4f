using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using BorderMap.Web.Commands;
using BorderMap.Web.Tests.Running;

namespace BorderMap.Web.Tests;

/// <summary>The commands that write, against a home and a cluster of their own.</summary>
public sealed class DatabaseCommandTests
{
    [Fact]
    public async Task Import_export_redact_and_reproject_do_what_they_say()
    {
        using var home = new Home();
        var dry = await RunAsync(home, "import", Site.FixtureFile, "--dry-run");
        Assert.Equal((0, true), (dry.Code, dry.Messages.Contains("dry run: 22 added", StringComparison.Ordinal)));
        Assert.All(dry.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.StartsWith("added\tincidents[", line, StringComparison.Ordinal));

        var first = await RunAsync(home, "import", Site.FixtureFile);
        Assert.Equal((0, true, ""), (first.Code, first.Messages.Contains("22 added, 0 updated, 0 unchanged", StringComparison.Ordinal), first.Output));

        var again = await RunAsync(home, "import", Site.FixtureFile);
        Assert.Equal((0, true), (again.Code, again.Messages.Contains("0 added, 0 updated, 22 unchanged", StringComparison.Ordinal)));
        Assert.Equal(SequenceOf(first.Messages), SequenceOf(again.Messages));

        Assert.Equal(0, (await RunAsync(home, "redact", "i-bbbbbbbbbb", "--reason", "asked for")).Code);
        Assert.Equal(1, (await RunAsync(home, "redact", "i-2222222222", "--reason", "asked for")).Code);
        Assert.Equal(0, (await RunAsync(home, "reproject")).Code);

        var file = Path.Combine(home.Folder, "out.geojson");
        var export = await RunAsync(home, "export", file, "--filter", "kind=airstrike,armed_clash");
        Assert.Equal(0, export.Code);
        using var collection = JsonDocument.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        Assert.Equal(["i-aaaaaaaaaa", "i-gggggggggg"], collection.RootElement.GetProperty("features").EnumerateArray().Select(feature => feature.GetProperty("id").GetString()));
        Assert.False(File.Exists(file + ".partial"));
    }

    [Fact]
    public async Task An_import_with_bad_rows_names_each_and_changes_nothing()
    {
        using var home = new Home();
        var file = Path.Combine(home.Folder, "bad.json");
        await File.WriteAllTextAsync(file, """
            {"format":"bordermap/1","actors":[],"sources":[],"episodes":[],"incidents":[
            {"title":"Good","kind":"shelling","status":"published","date":{"start":"2025-01-01","end":"2025-01-01","precision":"day"},"source_keys":["t:1"]},
            {"title":"Bad kind","kind":"earthquake","status":"published","date":{"start":"2025-01-01","end":"2025-01-01","precision":"day"},"source_keys":["t:2"]},
            {"title":"Bad date","kind":"shelling","status":"published","date":{"start":"2025-13-01"},"source_keys":["t:3"]}
            ]}
            """, TestContext.Current.CancellationToken);

        var bad = await RunAsync(home, "import", file);
        var nothing = await RunAsync(home, "export", Path.Combine(home.Folder, "out.csv"));

        Assert.Equal(1, bad.Code);
        Assert.Contains("incidents[1]", bad.Messages, StringComparison.Ordinal);
        Assert.Contains("incidents[2]", bad.Messages, StringComparison.Ordinal);
        Assert.Contains("nothing was imported", bad.Messages, StringComparison.Ordinal);
        Assert.Contains("0 incidents written", nothing.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_with_foreign_columns_is_read_by_the_mapping_that_a_dry_run_suggests()
    {
        using var home = new Home();
        var (table, mapping) = (Path.Combine(home.Folder, "mine.csv"), Path.Combine(home.Folder, "mapping.json"));
        await File.WriteAllTextAsync(table, "Event ID,Headline,Kind,Event date,Weather\nm1,Invented shells,shelling,2025-10-11,sunny\n", TestContext.Current.CancellationToken);

        var refused = await RunAsync(home, "import", table);
        var dry = await RunAsync(home, "import", table, "--dry-run");
        await File.WriteAllTextAsync(mapping, dry.Output[..(dry.Output.LastIndexOf('}') + 1)], TestContext.Current.CancellationToken);
        var mapped = await RunAsync(home, "import", table, "--mapping", mapping, "--as", "published");

        Assert.Equal((1, true), (refused.Code, refused.Messages.Contains("not those of the template", StringComparison.Ordinal)));
        Assert.Equal((0, true), (dry.Code, dry.Output.Contains("added\tline 2\tm1\tInvented shells", StringComparison.Ordinal)));
        Assert.Equal((0, true), (mapped.Code, mapped.Messages.Contains("1 added", StringComparison.Ordinal)));
        Assert.Contains("public sequence 1", mapped.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_comes_back_into_another_home_with_the_same_export_and_over_nothing_that_is_there()
    {
        using var home = new Home();
        using var other = new Home();
        var (backup, one, two) = (Path.Combine(home.Folder, "all.backup"), Path.Combine(home.Folder, "one.csv"), Path.Combine(other.Folder, "two.csv"));
        await RunAsync(home, "import", Site.FixtureFile);

        Assert.Equal(0, (await RunAsync(home, "backup", backup)).Code);
        Assert.Equal(0, (await RunAsync(other, "restore", backup)).Code);
        var again = await RunAsync(other, "restore", backup);
        await RunAsync(home, "export", one);
        await RunAsync(other, "export", two);

        Assert.Equal((1, true), (again.Code, again.Messages.Contains("--replace", StringComparison.Ordinal)));
        Assert.Equal(await File.ReadAllTextAsync(one, TestContext.Current.CancellationToken), await File.ReadAllTextAsync(two, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Serve_that_cannot_listen_says_so_and_fails()
    {
        using var home = new Home();
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var taken = await RunAsync(home, "serve", "--urls", $"http://{other.LocalEndpoint}");

        Assert.Equal(1, taken.Code);
        Assert.Contains("address already in use", taken.Messages, StringComparison.Ordinal);
        Assert.Contains("--urls", taken.Messages, StringComparison.Ordinal);
    }

    private static string SequenceOf(string messages) => messages[messages.IndexOf("public sequence", StringComparison.Ordinal)..].Trim();

    private static async Task<(int Code, string Messages, string Output)> RunAsync(Home home, params string[] arguments)
    {
        using var output = new MemoryStream();
        using var messages = new StringWriter();
        var surroundings = new Surroundings(new Settings { Home = home.Folder, Starter = false }, Site.Content, TimeProvider.System, TextReader.Null, output, messages);
        var code = await CommandLine.RunAsync(surroundings, arguments);
        return (code, messages.ToString(), Encoding.UTF8.GetString(output.ToArray()));
    }
}
