using System.Text.Json;
using BorderMap.Web.Commands;
using BorderMap.Web.Tests.Running;

namespace BorderMap.Web.Tests;

public sealed class CommandTests
{
    [Fact]
    public async Task Resolve_reads_a_name_a_line_and_writes_an_object_a_line()
    {
        var (code, output, messages) = await RunAsync("Torkham\nKhost\tAfghanistan\n\n", "resolve", "--limit", "2");

        Assert.Equal(0, code);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["Torkham", "Khost", ""], lines.Select(line => line.GetProperty("query").GetString()));
        Assert.Equal("Afghanistan", lines[1].GetProperty("context").GetString());
        Assert.Equal("unknown", lines[2].GetProperty("status").GetString());
        Assert.All(lines, line => Assert.InRange(line.GetProperty("candidates").GetArrayLength(), 0, 2));
        Assert.Contains("3 names", messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Resolve_writes_csv_with_a_row_a_line()
    {
        var (code, output, _) = await RunAsync("Torkham\nno such, place at all", "resolve", "--format", "csv");

        Assert.Equal(0, code);
        var lines = output.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        Assert.StartsWith("query,context,status,id,name", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("\"no such, place at all\",,", lines[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("resolve", "--limit", "0")]
    [InlineData("resolve", "--format", "xml")]
    [InlineData("imprt", "file.json", "--dry-run")]
    [InlineData("--url", "http://127.0.0.1:1", "--")]
    [InlineData("serve", "export", "now")]
    [InlineData("export", "incidents.kml", "--filter=")]
    [InlineData("export", "incidents.csv", "--filter=kind=earthquake")]
    [InlineData("import", "/nowhere/file.json", "--dry-run")]
    [InlineData("restore", "/nowhere/all.backup", "--replace")]
    [InlineData("import", "--as=published", "--bad-rows=skip")]
    [InlineData("import", "/dev/null", "--format=xlsx")]
    [InlineData("import", "/dev/null", "--as=retracted")]
    [InlineData("gazetteer", "build", "--from=/nowhere")]
    [InlineData("redact", "i-aaaaaaaaaa", "--because")]
    public async Task A_command_that_cannot_do_what_it_says_fails_with_words_and_without_data(params string[] arguments)
    {
        var (code, output, messages) = await RunAsync("", arguments);

        Assert.NotEqual(0, code);
        Assert.Empty(output);
        Assert.NotEmpty(messages);
        Assert.DoesNotContain("   at BorderMap", messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_prints_its_template_and_what_the_columns_mean()
    {
        var (code, template, _) = await RunAsync("", "import", "--template");
        var (_, fields, _) = await RunAsync("", "import", "--fields");

        Assert.Equal(0, code);
        Assert.StartsWith("\uFEFFsource_key,title,kind,", template, StringComparison.Ordinal);
        Assert.Contains("INVENTED EXAMPLE", template, StringComparison.Ordinal);
        Assert.Equal(template.Split("\r\n")[0].TrimStart('\uFEFF').Split(','), fields.Split("\r\n").Skip(1).Where(line => line.Length > 0).Select(line => line.Split(',')[0]));
    }

    [Theory]
    [InlineData(null, "--environment", "Development")]
    [InlineData(null, "--Logging:LogLevel:Default=Debug")]
    [InlineData("--urlz", "--environment", "Development", "--urlz", "x")]
    [InlineData("stray", "stray")]
    public void Serve_hands_on_what_is_aspnets_own_and_nothing_else(string? misplaced, params string[] words) => Assert.Equal(misplaced, ServeCommand.Misplaced(words));

    private static Task<(int Code, string Output, string Messages)> RunAsync(string input, params string[] arguments) => CommandRun.RunAsync(input, arguments);
}
