using System.Text.RegularExpressions;
using System.Xml.Linq;
using BorderMap.Web.Tests.Running;

namespace BorderMap.Web.Tests;

public sealed partial class ConventionTests
{
    private static readonly string Root = Site.Content.Folder;

    /// <summary>Which projects a project may use: the arrows run one way.</summary>
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["BorderMap.Gazetteer"] = [],
        ["BorderMap.Incidents"] = ["BorderMap.Gazetteer"],
        ["BorderMap.Reports"] = ["BorderMap.Gazetteer", "BorderMap.Incidents"],
        ["NetTopologySuite.IO.PostGis"] = [],
        ["BorderMap.PostGis"] = ["BorderMap.Incidents", "NetTopologySuite.IO.PostGis"],
        ["BorderMap.Web"] = ["BorderMap.Gazetteer", "BorderMap.Incidents", "BorderMap.Reports", "BorderMap.PostGis"],
    };

    [Fact]
    public void Projects_use_only_what_lies_below_them()
    {
        var projects = Directory.GetFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories);
        Assert.Equal(MayUse.Keys.Order(), projects.Select(project => Path.GetFileNameWithoutExtension(project)).Order());
        Assert.All(projects, project =>
        {
            var uses = XDocument.Load(project).Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!));
            Assert.Empty(uses.Except(MayUse[Path.GetFileNameWithoutExtension(project)]));
        });
    }

    [Fact]
    public void The_gazetteer_and_the_incidents_know_no_database_and_no_web()
    {
        foreach (var project in new[] { "BorderMap.Gazetteer", "BorderMap.Incidents", "BorderMap.Reports" })
        {
            Assert.All(SourcesOf(project), file => Assert.DoesNotMatch(DatabaseOrWeb(), File.ReadAllText(file)));
        }
    }

    [Fact]
    public void Every_setting_stands_in_the_readme_with_its_default_and_every_setting_of_the_readme_is_one()
    {
        var readme = File.ReadAllText(Path.Combine(Root, "README.md"));
        var documented = SettingRow().Matches(readme).ToDictionary(row => row.Groups[1].Value, row => row.Groups[2].Value);

        Assert.Equal(Settings.All.Select(setting => setting.Name).Order(), documented.Keys.Order());
        Assert.All(Settings.All.Where(setting => setting.Default.Length > 0), setting => Assert.Contains($"`{setting.Default}`", documented[setting.Name], StringComparison.Ordinal));
    }

    [Fact]
    public void Every_environment_variable_of_ours_that_the_program_reads_is_a_setting()
    {
        var read = Directory.GetDirectories(Path.Combine(Root, "src")).SelectMany(folder => SourcesOf(Path.GetFileName(folder)))
            .SelectMany(file => OwnVariable().Matches(File.ReadAllText(file))).Select(match => match.Value).Distinct();

        Assert.Empty(read.Except(Settings.All.Select(setting => setting.Name)));
    }

    [Fact]
    public void The_entry_point_is_a_contents_page() =>
        Assert.InRange(File.ReadAllLines(Path.Combine(Root, "src", "BorderMap.Web", "Program.cs")).Length, 1, 60);

    [Fact]
    public void No_room_is_named_for_nothing()
    {
        var folders = Directory.GetDirectories(Path.Combine(Root, "src"), "*", SearchOption.AllDirectories).Select(folder => Path.GetFileName(folder));

        Assert.DoesNotContain(folders, folder => EmptyName().IsMatch(folder));
    }

    private static IEnumerable<string> SourcesOf(string project) => Directory.GetFiles(Path.Combine(Root, "src", project), "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    [GeneratedRegex(@"^\s*using (Npgsql|Microsoft\.AspNetCore|System\.Net\.Http)", RegexOptions.Multiline)]
    private static partial Regex DatabaseOrWeb();

    [GeneratedRegex(@"^\| `(BORDERMAP_[A-Z_]+)` \| ([^|]*) \|", RegexOptions.Multiline)]
    private static partial Regex SettingRow();

    [GeneratedRegex(@"BORDERMAP_[A-Z_]+[A-Z]")]
    private static partial Regex OwnVariable();

    [GeneratedRegex("^(Common|Utils?|Utilities|Helpers?|Managers?|Services?|Misc)$", RegexOptions.IgnoreCase)]
    private static partial Regex EmptyName();
}
