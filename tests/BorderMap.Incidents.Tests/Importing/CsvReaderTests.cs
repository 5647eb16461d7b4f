using System.Text;
using BorderMap.Incidents.Importing;
using FsCheck;
using FsCheck.Fluent;

namespace BorderMap.Incidents.Tests.Importing;

public class CsvReaderTests
{
    [Theory]
    [InlineData("a,b\n1,2\n", "1:a|b 2:1|2")]
    [InlineData("a,b\r\n1,2", "1:a|b 2:1|2")]
    [InlineData("a,b\r1,2\r", "1:a|b 2:1|2")]
    [InlineData("\uFEFFa;b\n1;2,5\n", "1:a|b 2:1|2,5")]
    [InlineData("a\tb\n\n1\t2\n", "1:a|b 3:1|2")]
    [InlineData("a,b\n\"x, \"\"y\"\"\",\"two\nlines\"\n3,4\n", "1:a|b 2:x, \"y\"|two\nlines 4:3|4")]
    [InlineData("a,b\n,\n\"\",x\n", "1:a|b 2:| 3:|x")]
    [InlineData("a,b\n5\" gun,2\n", "1:a|b 2:5\" gun|2")]
    public async Task Reads_records_with_the_line_they_begin_on(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', (await ReadAsync(text)).Select(record => $"{record.Line}:{string.Join('|', record.Values)}")));

    [Theory]
    [InlineData("a,b\n\"open,2\n3,4\n", "open-quote", 2)]
    [InlineData("a,b\n\"x\"y,2\n", "text-after-quote", 2)]
    public async Task A_record_that_cannot_be_read_names_its_line_and_ends_the_reading(string text, string code, long line)
    {
        var last = (await ReadAsync(text))[^1];
        Assert.Equal((code, line), (last.Problem?.Code, last.Line));
    }

    [Fact]
    public async Task Bytes_that_are_no_utf8_are_a_problem_and_not_question_marks()
    {
        var records = await ReadAsync([.. "a,b\n"u8, 0xE9, (byte)',', (byte)'x', (byte)'\n']);
        Assert.Equal("not-utf-8", records[^1].Problem?.Code);
    }

    [Fact]
    public async Task A_cell_without_end_stops_at_its_bound() =>
        Assert.Equal("cell-too-large", (await ReadAsync("a\n\"" + new string('x', CsvReader.MaxCell + 10) + "\"\n"))[^1].Problem?.Code);

    [Fact]
    public void Whatever_is_written_quoted_is_read_back()
    {
        var cells = Gen.Elements('a', '"', ',', ';', '\n', '\r', '\t', ' ', '\u0627', '\'').ArrayOf().Select(characters => new string(characters));
        var tables = cells.Two().ListOf().Select(rows => rows.Select(row => new[] { row.Item1, row.Item2 }).ToList());
        Prop.ForAll(tables.ToArbitrary(), table =>
        {
            var text = "first,second\r\n" + string.Concat(table.Select(row => string.Join(',', row.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\r\n"));
            var read = ReadAsync(text).GetAwaiter().GetResult();
            return read.Skip(1).Select(record => string.Join('|', record.Values)).SequenceEqual(table.Select(row => string.Join('|', row)));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void No_text_at_all_makes_the_reader_throw() =>
        Prop.ForAll(Gen.Elements('a', '"', ',', '\n', '\r', ';', '\0').ArrayOf().Select(characters => new string(characters)).ToArbitrary(),
            text => ReadAsync(text).GetAwaiter().GetResult().All(record => record.Line >= 1)).QuickCheckThrowOnFailure();

    private static Task<List<CsvRecord>> ReadAsync(string text) => ReadAsync(Encoding.UTF8.GetBytes(text));

    private static async Task<List<CsvRecord>> ReadAsync(byte[] bytes)
    {
        var records = new List<CsvRecord>();
        await foreach (var record in CsvReader.ReadAsync(new MemoryStream(bytes), null, TestContext.Current.CancellationToken))
            records.Add(record);
        return records;
    }
}
