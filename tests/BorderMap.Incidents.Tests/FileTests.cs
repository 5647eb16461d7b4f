using System.Text;
using System.Text.Json;
using BorderMap.Incidents.Model;

namespace BorderMap.Incidents.Tests;

public class FileTests
{
    private static readonly BorderMapFile Sample = new()
    {
        Format = BorderMapWriter.Format,
        Actors = [Given.Actors["ispr"], Given.Actors["afg-government"]],
        Sources = [Given.Source("s-aaaaaaaaaa", "Dawn", "AFP")],
        Episodes = [new() { Id = "e-aaaaaaaaaa", Title = "October 2025", Start = new(2025, 10, 9) }],
        Incidents =
        [
            new()
            {
                Id = "i-aaaaaaaaaa", Title = "د سپین بولدک \"نښته\"", Kind = "armed_clash", Status = IncidentStatus.Published, Episode = "e-aaaaaaaaaa",
                Date = new() { Start = new(2025, 10, 11), End = new(2025, 10, 12), Precision = DatePrecision.Range },
                Places = [new() { Place = "421168799", Words = "Spin Boldak", Precision = Gazetteer.PlacePrecision.Near }],
                Claims = [Given.Killed("ispr", Given.PkSoldiers, Given.AtLeast(23), "c-aaaaaaaaaa")],
                Estimates = [new() { By = "UCDP", Low = 1, BySide = new Dictionary<string, int> { ["AF"] = 1 } }],
                Sources = [new("s-aaaaaaaaaa", new("exact words", 3, 14))],
                Sensitivity = new() { PublicFrom = new(2025, 12, 1, 5, 0, 0, TimeSpan.FromHours(5)), ShowAs = ShowAs.District },
                SourceKeys = ["ucdp:1"],
            },
            new() { Title = "Second", Kind = "shelling" },
        ],
    };

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1 << 20)]
    public async Task A_file_reads_back_as_it_was_written_however_its_bytes_arrive(int chunk)
    {
        var rows = await ReadAsync(await WriteAsync(Sample), chunk);
        Assert.All(rows, r => Assert.Null(r.Problem));
        Assert.Equal(["actors[0]", "actors[1]", "sources[0]", "episodes[0]", "incidents[0]", "incidents[1]"], rows.Select(r => r.Name));
        Assert.Equal(Json(Sample.Incidents[0]), Json(rows[4].Incident));
        Assert.Equal(Json(Sample.Actors[0]), Json(rows[0].Actor));
        Assert.Equal(Json(Sample.Sources[0]), Json(rows[2].Source));
        Assert.Equal(Json(Sample.Episodes[0]), Json(rows[3].Episode));
    }

    [Fact]
    public async Task Each_object_stands_on_a_line_of_its_own()
    {
        var lines = Encoding.UTF8.GetString(await WriteAsync(Sample)).Split('\n');
        Assert.Equal(6, lines.Count(l => l.StartsWith("{\"", StringComparison.Ordinal)));
        Assert.Equal("", lines[^1]);
    }

    [Fact]
    public async Task Objects_larger_than_the_first_buffer_are_read()
    {
        var large = Sample with { Incidents = [Sample.Incidents[0] with { Notes = new string('x', 300_000) }] };
        Assert.Equal(300_000, (await ReadAsync(await WriteAsync(large)))[4].Incident!.Notes!.Length);
    }

    [Fact]
    public async Task A_byte_order_mark_is_passed_over() =>
        Assert.Empty(await ReadAsync([0xEF, 0xBB, 0xBF, .. """{"format":"bordermap/1"}"""u8], 1));

    [Theory]
    [InlineData("""{"title":"x","kind":"shelling","colour":"red"}""", "unknown-member", "colour", "\"red\"")]
    [InlineData("""{"title":"x"}""", "missing-member", "document", null)]
    [InlineData("""{"title":null,"kind":"shelling"}""", "unreadable-value", "title", "null")]
    [InlineData("""{"title":"x","title":"y","kind":"shelling"}""", "repeated-member", "title", "\"y\"")]
    [InlineData("""{"title":"x","kind":"shelling","date":{"start":"11.10.2025"}}""", "unreadable-value", "date.start", "\"11.10.2025\"")]
    [InlineData("""{"title":"x","kind":"shelling","date":{"precision":"decade"}}""", "unreadable-value", "date.precision", "\"decade\"")]
    [InlineData("""{"title":"x","kind":"shelling","places":[{"precision":"roughly"}]}""", "unreadable-value", "places[0].precision", "\"roughly\"")]
    [InlineData("""{"title":"x","kind":"shelling","claims":[{"killed":{"min":1.5}}]}""", "unreadable-value", "claims[0].killed.min", "1.5")]
    [InlineData("""{"title":"x","kind":"shelling","claims":[{"killed":{"min":"3"}}]}""", "unreadable-value", "claims[0].killed.min", "\"3\"")]
    [InlineData("""{"title":"x","kind":"shelling","claims":"none"}""", "unreadable-value", "claims", "\"none\"")]
    [InlineData("""{"title":"x","kind":"shelling","status":1}""", "unreadable-value", "status", "1")]
    [InlineData("""{"title":"x","kind":"shelling","sensitivity":{"public_from":"2026-01-01T00:00:00"}}""", "unreadable-value", "sensitivity.public_from", "\"2026-01-01T00:00:00\"")]
    [InlineData("null", "unreadable-value", "document", null)]
    [InlineData("17", "unreadable-value", "document", null)]
    public async Task A_row_that_cannot_be_read_is_named_and_reading_goes_on(string row, string code, string field, string? value)
    {
        var rows = await ReadAsync(Encoding.UTF8.GetBytes($$"""{"format":"bordermap/1","incidents":[{{row}},{"title":"good","kind":"shelling"}]}"""), 5);
        var problem = rows[0].Problem!;
        Assert.Equal((code, field, value), (problem.Code, problem.Field, problem.Value));
        Assert.NotEmpty(problem.Fix);
        Assert.Equal("good", rows[1].Incident!.Title);
    }

    [Fact]
    public async Task A_wrong_word_is_answered_with_the_right_ones()
    {
        var rows = await ReadAsync("""{"format":"bordermap/1","incidents":[{"title":"x","kind":"shelling","places":[{"precision":"roughly"}]}]}"""u8.ToArray());
        Assert.Equal("Its values are exact, near, locality, district, province, country.", rows[0].Problem!.Fix);
    }

    [Theory]
    [InlineData("", "broken-json")]
    [InlineData("[]", "not-a-file")]
    [InlineData("{}", "no-format")]
    [InlineData("""{"format":"bordermap/2"}""", "unknown-format")]
    [InlineData("""{"format":"bordermap/1","events":[]}""", "unknown-section")]
    [InlineData("""{"format":"bordermap/1","incidents":{}}""", "not-an-array")]
    [InlineData("""{"format":"bordermap/1","incidents":[],"actors":[]}""", "section-order")]
    [InlineData("""{"format":"bordermap/1","incidents":[],"incidents":[]}""", "section-order")]
    [InlineData("""{"format":"bordermap/1","incidents":[{"title":""", "broken-json")]
    [InlineData("""{"format":"bordermap/1","incidents":[]} {}""", "broken-json")]
    [InlineData("""{"format":"bordermap/1","incidents":[],}""", "broken-json")]
    public async Task A_file_that_is_no_BorderMap_file_ends_in_a_problem(string text, string code)
    {
        foreach (var chunk in new[] { 1, 4096 })
        {
            var rows = await ReadAsync(Encoding.UTF8.GetBytes(text), chunk);
            Assert.Equal(code, Assert.Single(rows).Problem!.Code);
        }
    }

    [Fact]
    public async Task Broken_JSON_is_named_by_line()
    {
        var rows = await ReadAsync("{\"format\":\"bordermap/1\",\n\"incidents\":[\n{\"title\":\"a\",\"kind\":\"shelling\"},\nxx]}"u8.ToArray(), 3);
        Assert.Equal("a", rows[0].Incident!.Title);
        Assert.StartsWith("Line 4, byte 1:", rows[1].Problem!.Message);
        Assert.Equal("incidents[1]", rows[1].Problem!.Field);
    }

    [Fact]
    public async Task An_object_without_end_is_refused_before_it_fills_the_memory()
    {
        var endless = new byte[BorderMapReader.MaxRow * 2];
        Array.Fill(endless, (byte)'x');
        """{"format":"bordermap/1","incidents":[{"title":" """u8.CopyTo(endless);
        Assert.Equal("row-too-large", Assert.Single(await ReadAsync(endless, 1 << 20)).Problem!.Code);
    }

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, IncidentJson.Options);

    private static async Task<byte[]> WriteAsync(BorderMapFile file)
    {
        using var stream = new MemoryStream();
        await BorderMapWriter.WriteAsync(stream, file);
        return stream.ToArray();
    }

    private static async Task<List<FileRow>> ReadAsync(byte[] bytes, int chunk = 4096)
    {
        var rows = new List<FileRow>();
        await foreach (var row in BorderMapReader.ReadAsync(new SlowStream(bytes, chunk)))
            rows.Add(row);
        return rows;
    }

    // Hands out at most so many bytes a read, as a network does.
    private sealed class SlowStream(byte[] bytes, int chunk) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(chunk, buffer.Length)], cancellationToken);
    }
}
