using System.Text.Json;
using BorderMap.Web.Tests.Running;

namespace BorderMap.Web.Tests;

public sealed class ExtractCommandTests
{
    private const string Shelling = "Mortar shells fired from the Pakistani side hit a house in the Dangam district of Kunar on Tuesday, wounding two women, police said.";

    [Fact]
    public async Task Writes_the_format_of_annotated_articles_with_offsets_into_the_file()
    {
        using var home = new Home();
        var file = Write(home, "shelling.txt");

        var (code, output, messages) = await RunAsync("", file, "--published", "2025-10-16", "--format", "gold");

        Assert.Equal((0, "1 texts: 1 drafts\n"), (code, messages));
        using var gold = JsonDocument.Parse(output);
        var incident = Assert.Single(gold.RootElement.GetProperty("incidents").EnumerateArray());
        Assert.Equal(("shelling", "2025-10-14", "shelling"), (incident.GetProperty("type").GetString(), incident.GetProperty("date_start").GetString(), gold.RootElement.GetProperty("id").GetString()));
        Assert.Equal(2, incident.GetProperty("claims")[0].GetProperty("injured").GetInt32());
        Assert.All(gold.RootElement.GetProperty("toponyms").EnumerateArray(), toponym =>
            Assert.Equal(toponym.GetProperty("text").GetString(), Shelling[toponym.GetProperty("start").GetInt32()..toponym.GetProperty("end").GetInt32()]));
    }

    [Fact]
    public async Task Reads_many_files_an_object_a_line_and_goes_on_after_one_that_is_not_there()
    {
        using var home = new Home();
        var files = Enumerable.Range(0, 26).Select(i => Write(home, $"{i}.txt")).ToArray();

        var (code, output, messages) = await RunAsync("", [.. files, Path.Combine(home.Folder, "none.txt"), "--format", "json", "--published", "2025-10-16"]);

        Assert.Equal((1, 26), (code, output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line)).Count()));
        Assert.Contains("25 of 27 texts so far\n", messages, StringComparison.Ordinal);
        Assert.Contains("none.txt", messages, StringComparison.Ordinal);
        Assert.Contains("26 texts: 26 drafts; 1 could not be read\n", messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_the_rule_behind_every_field_when_asked_to_explain()
    {
        var (code, output, _) = await RunAsync(Shelling, "--published", "2025-10-16", "--explain");

        Assert.Equal(0, code);
        Assert.Contains("why places[0]: clause (Dangam)", output, StringComparison.Ordinal);
        Assert.Contains("Kunar = Kunar (province, AF) resolved", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaves_the_day_open_and_says_so_where_nobody_gives_it()
    {
        var (code, output, messages) = await RunAsync(Shelling);

        Assert.Equal(0, code);
        Assert.Contains("date ? to ?", output, StringComparison.Ordinal);
        Assert.Contains("The day of publication is not known", messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_day_that_is_none()
    {
        var (code, output, messages) = await RunAsync(Shelling, "--published", "16/10/2025");

        Assert.Equal(2, code);
        Assert.Equal("", output);
        Assert.Contains("--published is '16/10/2025'; write a day as in 2025-10-12.", messages, StringComparison.Ordinal);
    }

    private static string Write(Home home, string name)
    {
        var path = Path.Combine(home.Folder, name);
        File.WriteAllText(path, Shelling);
        return path;
    }

    private static Task<(int Code, string Output, string Messages)> RunAsync(string input, params string[] arguments) => CommandRun.RunAsync(input, ["extract", .. arguments]);
}
