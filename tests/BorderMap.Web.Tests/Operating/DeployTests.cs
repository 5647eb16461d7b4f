using System.Text.RegularExpressions;
using BorderMap.Web.Tests.Running;

namespace BorderMap.Web.Tests.Operating;

/// <summary>The files to deploy with, read as their engines would, since none of these runs here.</summary>
public sealed partial class DeployTests
{
    private static readonly string Deploy = Path.Combine(Site.Content.Folder, "build", "deploy");

    public static TheoryData<string> Files => [.. Directory.GetFiles(Deploy), Path.Combine(Site.Content.Folder, "docs", "OPERATIONS.md"), Path.Combine(Site.Content.Folder, "docs", "THREATS.md")];

    [Theory]
    [MemberData(nameof(Files))]
    public void Name_settings_that_there_are(string file) =>
        Assert.All(SettingName().Matches(File.ReadAllText(file)).Select(match => match.Value), name => Assert.Contains(name, Settings.All.Select(setting => setting.Name)));

    [Fact]
    public void The_container_runs_as_nobody_and_its_image_is_pinned_and_looked_after()
    {
        var lines = File.ReadAllLines(Path.Combine(Deploy, "Dockerfile"));
        var last = lines[Array.FindLastIndex(lines, line => line.StartsWith("FROM ", StringComparison.Ordinal))..];

        Assert.Contains("USER $APP_UID", last);
        Assert.Contains(last, line => line.StartsWith("HEALTHCHECK ", StringComparison.Ordinal));
        Assert.DoesNotContain(last.SkipWhile(line => !line.StartsWith("USER ", StringComparison.Ordinal)), line => line.StartsWith("RUN ", StringComparison.Ordinal) || line.StartsWith("COPY ", StringComparison.Ordinal));
        Assert.All(lines.Where(line => line.StartsWith("FROM ", StringComparison.Ordinal)), line => Assert.Matches("^FROM [^ ]+:[0-9][^ ]*( AS [a-z]+)?$", line));
        Assert.DoesNotContain(lines, line => line.StartsWith("ADD ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("compose.yaml", "read_only: true")]
    [InlineData("compose.yaml", "cap_drop: [ALL]")]
    [InlineData("compose.yaml", "no-new-privileges:true")]
    [InlineData("compose.yaml", "Passfile=/run/secrets/")]
    [InlineData("compose.yaml", "127.0.0.1:8080:8080")]
    [InlineData("bordermap.service", "NoNewPrivileges=yes")]
    [InlineData("bordermap.service", "ProtectSystem=strict")]
    [InlineData("bordermap.service", "Restart=on-failure")]
    public void Keep_what_confines_the_program(string file, string line) => Assert.Contains(line, File.ReadAllText(Path.Combine(Deploy, file)), StringComparison.Ordinal);

    /// <summary>Evidence that is named is there: tests by the names of their methods, classes or, in JavaScript, sentences.</summary>
    [Fact]
    public void Every_test_that_the_threats_and_the_faults_name_is_one()
    {
        var tests = Path.Combine(Site.Content.Folder, "tests");
        var code = string.Concat(Directory.EnumerateFiles(tests, "*Tests.cs", SearchOption.AllDirectories).Where(file => !file.Contains("/bin/", StringComparison.Ordinal)).Select(File.ReadAllText));
        var sentences = string.Concat(Directory.EnumerateFiles(Path.Combine(tests, "js"), "*.test.js").Select(File.ReadAllText));
        var named = Quoted().Matches(Document("THREATS.md")).Select(match => match.Groups[1].Value)
            .Where(name => name.EndsWith("Tests", StringComparison.Ordinal) || name.Count(c => c is '_' or ' ') >= 2).Distinct().ToList();
        var faults = LastColumn().Matches(Document("OPERATIONS.md")).Select(match => match.Groups[1].Value).ToList();
        named.AddRange(faults);

        Assert.True(named.Count > 60 && faults.Count > 12, $"{named.Count}, {faults.Count}");
        Assert.All(named, name => Assert.True(code.Contains($" {name}(", StringComparison.Ordinal) || code.Contains($"class {name}", StringComparison.Ordinal) || sentences.Contains($"test('{name}'", StringComparison.Ordinal), name));
    }

    private static string Document(string name) => File.ReadAllText(Path.Combine(Site.Content.Folder, "docs", name));

    /// <summary>Of the table of faults: what has seen each.</summary>
    [GeneratedRegex(@"^\|.*\| `(\w+)` \|\r?$", RegexOptions.Multiline)]
    private static partial Regex LastColumn();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex("BORDERMAP_[A-Z_]*[A-Z]")]
    private static partial Regex SettingName();
}
