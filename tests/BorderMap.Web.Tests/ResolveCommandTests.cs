using System.Text.Json;
using BorderMap.Web.Commands;
using BorderMap.Web.Tests.Running;

namespace BorderMap.Web.Tests;

public sealed class ResolveCommandTests
{
    private const string Added = "bm_status,bm_id,bm_name,bm_kind,bm_district,bm_province,bm_country,bm_lon,bm_lat,bm_precision,bm_radius_m,bm_score,bm_matched,bm_why,bm_others,bm_problem";

    [Fact]
    public async Task A_table_comes_out_as_it_is_with_columns_added()
    {
        string[] rows = ["1,Torkham,\"Nangarhar, AF\",\"says \"\"x\"\"\"", " 2 ,=Spin Boldak,Kandahar,", "3,\"Wana\",\"South\nWaziristan\",@x"];

        var (code, output, messages) = await RunAsync("id,village,district,note\n" + string.Join('\n', rows) + "\n", "--csv");

        Assert.Equal(0, code);
        Assert.StartsWith($"id,village,district,note,{Added}\n", output, StringComparison.Ordinal);
        Assert.All(rows, row => Assert.Contains($"\n{row},resolved,", output, StringComparison.Ordinal));
        Assert.Contains("names from column \"village\", context from \"district\"", messages, StringComparison.Ordinal);
        Assert.Contains("3 names: 3 resolved", messages, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "\n")]
    [InlineData("\uFEFF", "\r\n")]
    public async Task A_table_keeps_its_byte_order_mark_and_line_ends(string mark, string lineEnd)
    {
        var (code, output, _) = await RunAsync($"{mark}name{lineEnd}Torkham{lineEnd}{lineEnd}Khost", "--csv");

        Assert.Equal(0, code);
        Assert.StartsWith($"{mark}name,{Added}{lineEnd}Torkham,resolved,", output, StringComparison.Ordinal);
        var lines = output.Split(lineEnd);
        Assert.Equal((5, "", ""), (lines.Length, lines[2], lines[4]));
        Assert.StartsWith("Khost,resolved,", lines[3], StringComparison.Ordinal);
        Assert.Equal(lineEnd == "\n" ? 0 : 4, output.Count(c => c == '\r'));
    }

    [Theory]
    [InlineData("name;district\nChaman;x\n", ';')]
    [InlineData("name\tdistrict\nChaman\tx\n", '\t')]
    [InlineData("\"name\",\"a;b\"\nChaman,x\n", ',')]
    public async Task A_table_keeps_its_separator(string table, char separator)
    {
        var (code, output, _) = await RunAsync(table, "--csv");

        Assert.Equal(0, code);
        Assert.Contains($"{separator}bm_status{separator}bm_id{separator}", output, StringComparison.Ordinal);
        Assert.Contains($"\nChaman{separator}x{separator}", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_short_row_is_filled_up_so_that_the_added_columns_stand_in_line()
    {
        var (_, output, _) = await RunAsync("name,b,c\nTorkham\n", "--csv");

        Assert.Contains("\nTorkham,,,resolved,", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Name,Province\nJani Khel,Paktia\n", "name", "Province")]
    [InlineData("person_name,NAME_EN,ADM2_EN,adm1_name,Country\nx,Jani Khel,,Paktia,AF\n", "NAME_EN", "Country")]
    [InlineData("محل,ولایت\nJani Khel,Paktia\n", "محل", "ولایت")]
    [InlineData("only\nJani Khel, Paktia\n", "only", null)]
    public async Task The_columns_are_known_by_their_headers(string table, string name, string? context)
    {
        var (code, _, messages) = await RunAsync(table.Replace(", Paktia", " Paktia", StringComparison.Ordinal), "--csv");

        Assert.Equal(0, code);
        Assert.Contains($"names from column \"{name}\"", messages, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(context is null ? "no context" : $"\"{context}\"", messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_columns_can_be_named()
    {
        var (_, output, messages) = await RunAsync("name,ort,kreis,land\nx,Jani Khel,Jani Khel,Paktia\n", "--csv", "--name-column", "Ort", "--context-columns", "kreis,land", "--format", "jsonl");

        var query = JsonDocument.Parse(output).RootElement;
        Assert.Equal(("Jani Khel", "Jani Khel, Paktia"), (query.GetProperty("query").GetString(), query.GetProperty("context").GetString()));
        Assert.Contains("names from column \"ort\", context from \"kreis\", \"land\"", messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Others_and_problems_are_told_in_words()
    {
        var (_, output, _) = await RunAsync("name\nJani Khel\n\"95.1, 200.2\"\n", "--csv");

        Assert.Contains("ambiguous", output, StringComparison.Ordinal);
        Assert.Contains(", Paktika, Afghanistan (district 1108562101)", output, StringComparison.Ordinal);
        Assert.Contains(",The latitude 95.1 is outside -90 to 90. ", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "line 1: there is no header.")]
    [InlineData("a,b\n1,2\n", "line 1: no column is known to hold place names. Say which with --name-column; there are: a, b.")]
    [InlineData("name,bm_id\nx,1\n", "line 1: there is a column bm_id already.")]
    [InlineData("name,b\nTorkham,2\n1,2,3\n", "line 3: the row has 3 fields, the header 2. A field with \",\" in it must stand in quotes.")]
    [InlineData("name,b\nTorkham,2\n\"a\"b,2\n", "(line 3): text after the closing quote")]
    [InlineData("name,b\nTorkham,2\n\"a,2\n", "(line 3): a quoted field that is never closed")]
    [InlineData("name,b\nTorkham,2\n\uFFFDx,2\n", "line 3, field 1: \"\uFFFDx\" is not UTF-8.")]
    [InlineData("n\0a\0m\0e\0", "the text is not UTF-8 but looks like UTF-16.")]
    public async Task A_broken_table_is_refused_with_line_and_reason(string table, string message)
    {
        var (code, output, messages) = await RunAsync(table, "--csv");

        Assert.Equal(CommandLine.Failed, code);
        Assert.Contains(message, messages, StringComparison.Ordinal);
        // What came before the broken row is answered.
        Assert.Equal(table.Contains("Torkham", StringComparison.Ordinal), output.Contains("\nTorkham,2,resolved,", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--csv", "--name-column", "z")]
    [InlineData("--csv", "--context-columns", "name,z")]
    [InlineData("--csv", "--name-column", "twice")]
    [InlineData("--name-column", "name")]
    [InlineData("--csv", "Torkham")]
    [InlineData("--from", "/nowhere/list.txt")]
    public async Task What_cannot_be_done_is_refused_without_data(params string[] arguments)
    {
        var (code, output, messages) = await RunAsync("name,twice,twice\nTorkham,1,2\n", arguments);

        Assert.NotEqual(0, code);
        Assert.Empty(output);
        Assert.NotEmpty(messages);
        Assert.DoesNotContain("   at ", messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thousands_of_lines_come_out_in_their_order_and_progress_is_told()
    {
        var names = Enumerable.Range(0, 20_500).Select(i => i % 7 == 0 ? $"Torkham {i}" : $"{30 + (i % 7)}.{i:D5}, 70.5").ToList();

        var (code, output, messages) = await RunAsync(string.Join('\n', names), "--limit", "1");

        Assert.Equal(0, code);
        Assert.Equal(names, output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("query").GetString()));
        Assert.Contains("10000 names so far", messages, StringComparison.Ordinal);
        Assert.Contains("20500 names: ", messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_table_of_lines_is_safe_to_open_as_a_spreadsheet()
    {
        var (_, output, _) = await RunAsync("=cmd|' /C calc'!A0\t+1+1\n", "--format", "csv");

        Assert.Contains("\n'=cmd|' /C calc'!A0,'+1+1,", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_byte_order_mark_is_no_part_of_the_first_name()
    {
        var (_, output, _) = await RunAsync("\uFEFFTorkham\n");

        Assert.StartsWith("{\"query\":\"Torkham\"", output, StringComparison.Ordinal);
    }

    private static Task<(int Code, string Output, string Messages)> RunAsync(string input, params string[] arguments) => CommandRun.RunAsync(input, ["resolve", .. arguments]);
}
