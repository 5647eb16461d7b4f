using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using BorderMap.Gazetteer;
using BorderMap.Incidents.Model;
using BorderMap.PostGis;
using BorderMap.Web.Http;
using BorderMap.Web.Tests.Running;

namespace BorderMap.Web.Tests;

/// <summary>The map's columns hold what the list of the API says, row by row.</summary>
public sealed class ColumnTests(SharedSite shared)
{
    private const string Khyber = "1108692255";
    private const string Kurram = "1108692271";
    private static readonly string[] Texts = ["title", "place", "district", "province", "country"];
    private static readonly string[] Numbers = ["killed_low", "killed_high", "line_km"];
    private static readonly string[] Words = ["id", "date_precision", "kind", "side", "precision", "grade", "episode"];

    [Theory]
    [InlineData("")]
    [InlineData("kind=airstrike")]
    [InlineData("q=torkham&time-match=certain")]
    [InlineData("bbox=60,29,75,38&place-match=possible")]
    [InlineData("within=60,29,75,29,68,38&place-match=possible")]
    [InlineData("ids=i-zzzzzzzzzz")]
    public async Task Hold_the_rows_of_the_list_in_its_order(string filter)
    {
        var features = (await shared.Site.JsonAsync($"{Routes.Incidents}?{filter}&limit=10000".Replace("?&", "?", StringComparison.Ordinal))).GetProperty("features").EnumerateArray().ToList();
        var map = await ReadAsync($"part=map&{filter}".TrimEnd('&'));
        var texts = await ReadAsync($"part=texts&{filter}".TrimEnd('&'));
        var ids = await ReadAsync($"part=ids&{filter}".TrimEnd('&'));

        Assert.Equal((features.Count, features.Count, features.Count), (map.Rows, texts.Rows, ids.Rows));
        Assert.Equal(features.Count, map.Matched);
        for (var row = 0; row < features.Count; row++)
        {
            var properties = features[row].GetProperty("properties");
            Assert.Equal(properties.GetProperty("id").GetString(), ids.Text("id", row));
            Assert.All(Words, name => Assert.Equal((name, properties.GetProperty(name).GetString()), (name, map.Text(name, row))));
            Assert.All(Texts, name => Assert.Equal((name, properties.GetProperty(name).GetString()), (name, texts.Text(name, row))));
            Assert.All(Numbers, name => Assert.Equal((name, Number(properties.GetProperty(name))), (name, map.Number(name, row))));
            Assert.Equal(Number(properties.GetProperty("radius_m")) ?? 0, map.Number("radius_m", row) ?? 0);
            Assert.Equal(properties.GetProperty("cross_border").GetBoolean(), map.Number("cross_border", row) == 1);
            Assert.Equal(Day(properties.GetProperty("date_start")), map.Number("start", row));
            Assert.Equal(Day(properties.GetProperty("date_end")), map.Number("end", row));
            var point = features[row].GetProperty("geometry");
            Assert.Equal(point.ValueKind == JsonValueKind.Null ? null : point.GetProperty("coordinates")[0].GetDouble(), map.Number("lon", row));
            Assert.Equal(point.ValueKind == JsonValueKind.Null ? null : point.GetProperty("coordinates")[1].GetDouble(), map.Number("lat", row));
        }
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Come_compressed_and_are_the_same(string encoding)
    {
        var plain = await BytesAsync("part=map");
        using var response = await shared.Site.GetAsync($"{Routes.IncidentColumns}?part=map", ("Accept-Encoding", encoding));
        await using var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await using Stream decoded = encoding == "br" ? new BrotliStream(body, CompressionMode.Decompress) : new GZipStream(body, CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        await decoded.CopyToAsync(bytes, TestContext.Current.CancellationToken);

        Assert.Equal(encoding, response.Header("Content-Encoding"));
        Assert.Contains("Accept-Encoding", response.Header("Vary"), StringComparison.Ordinal);
        Assert.Equal(plain, bytes.ToArray());
    }

    [Fact]
    public async Task Show_an_earlier_state_and_the_present_by_its_sequence()
    {
        var now = await ReadAsync("part=ids");
        var changes = (await shared.Site.JsonAsync("/api/changes?since=0")).GetProperty("changes").EnumerateArray();
        var before = changes.Single(change => change.GetProperty("id").GetString() == "i-ffffffffff" && change.GetProperty("kind").GetString() == "retracted").GetProperty("pub").GetInt64() - 1;
        var then = await ReadAsync($"part=ids&asOf={before}");

        Assert.DoesNotContain("i-ffffffffff", Enumerable.Range(0, now.Rows).Select(row => now.Text("id", row)));
        Assert.Contains("i-ffffffffff", Enumerable.Range(0, then.Rows).Select(row => then.Text("id", row)));
        Assert.Equal(before, then.Pub);
        Assert.Equal(await BytesAsync("part=map"), await BytesAsync($"part=map&asOf={now.Pub}"));
    }

    [Fact]
    public async Task Follow_what_is_published_although_they_are_kept()
    {
        await using var site = await shared.StartAnotherAsync();
        await site.FillAsync();
        using var first = await site.GetAsync(Routes.IncidentColumns);
        using var again = await site.GetAsync(Routes.IncidentColumns, ("If-None-Match", first.Header("ETag")!));
        var before = Columns.Read(await first.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        await site.Store.RetractAsync("i-aaaaaaaaaa", null, PostGis.RetractFor.Error, "test", "test", TestContext.Current.CancellationToken);
        using var after = await site.GetAsync(Routes.IncidentColumns, ("If-None-Match", first.Header("ETag")!));
        var columns = Columns.Read(await after.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.Equal(before.Rows - 1, columns.Rows);
        Assert.True(columns.Pub > before.Pub);
    }

    [Fact]
    public async Task Name_all_places_where_a_point_says_too_little()
    {
        await using var site = await shared.StartAnotherAsync();
        var closure = await SaveAsync(site, "crossing_closure", "x-torkham-crossing");
        var along = await SaveAsync(site, "armed_clash", Khyber, Kurram);
        var single = await SaveAsync(site, "armed_clash", Khyber);
        using var response = await site.GetAsync(Routes.IncidentColumns);
        var columns = Columns.Read(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        var placesOf = Enumerable.Range(0, columns.Rows).ToDictionary(row => columns.Text("id", row)!, row => columns.Text("place_ids", row)?.Split(' '));

        Assert.Contains("x-torkham-crossing", placesOf[closure]!);
        Assert.Contains(Khyber, placesOf[along]!);
        Assert.Contains(Kurram, placesOf[along]!);
        Assert.Null(placesOf[single]);
    }

    private static async Task<string> SaveAsync(Site site, string kind, params string[] places)
    {
        var incident = new Incident { Title = "Somewhere", Kind = kind, Status = IncidentStatus.Published, Places = [.. places.Select(place => new IncidentPlace { Place = place, Precision = PlacePrecision.District })] };
        var result = await site.Store.SaveAsync(incident, null, "test", "test", TestContext.Current.CancellationToken);
        Assert.True(result is SaveResult.Saved, result.ToString());
        return ((SaveResult.Saved)result).Incident.Id;
    }

    [Theory]
    [InlineData("part=all", "part")]
    [InlineData("kind=nonsense", "kind")]
    [InlineData("asOf=999999", "asOf")]
    [InlineData("layer=nonsense", "layer")]
    [InlineData("worldview=mars", "worldview")]
    public async Task Refuse_what_is_wrong_and_name_it(string query, string field)
    {
        using var response = await shared.Site.GetAsync($"{Routes.IncidentColumns}?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains($"\"{field}\"", await response.TextAsync(), StringComparison.Ordinal);
    }

    private static double? Number(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value.GetDouble();

    private static double? Day(JsonElement value) => value.GetString() is { } day
        ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber
        : null;

    private async Task<Columns> ReadAsync(string query) => Columns.Read(await BytesAsync(query));

    private async Task<byte[]> BytesAsync(string query)
    {
        using var response = await shared.Site.GetAsync($"{Routes.IncidentColumns}?{query}");
        Assert.True(response.StatusCode == HttpStatusCode.OK, await response.TextAsync());
        return await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Reads the format as docs/COLUMNS.md describes it, a value at a time.</summary>
    private sealed record Columns(byte[] Bytes, int Start, JsonElement Directory)
    {
        public int Rows => Directory.GetProperty("rows").GetInt32();
        public long Matched => Directory.GetProperty("matched").GetInt64();
        public long Pub => Directory.GetProperty("pub").GetInt64();

        public static Columns Read(byte[] bytes)
        {
            Assert.Equal("BMCOLS01", Encoding.ASCII.GetString(bytes, 0, 8));
            var start = 16 + BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(8));
            var directory = JsonDocument.Parse(bytes.AsMemory(16, start - 16)).RootElement;
            Assert.Equal(0, start % 8);
            Assert.Equal(bytes.Length, start + directory.GetProperty("bytes").GetInt32());
            return new Columns(bytes, start, directory);
        }

        public double? Number(string name, int row)
        {
            var column = Column(name);
            var value = Raw(column.GetProperty("type").GetString()!, column.GetProperty("offset").GetInt32(), row);
            var isNone = double.IsNaN(value) || (column.TryGetProperty("none", out var none) && none.GetDouble() == value);
            return isNone ? null : value / (column.TryGetProperty("scale", out var scale) ? scale.GetInt32() : 1);
        }

        public string? Text(string name, int row)
        {
            var column = Column(name);
            switch (column.GetProperty("type").GetString())
            {
                case "ascii":
                    var width = column.GetProperty("width").GetInt32();
                    return Encoding.ASCII.GetString(Bytes, Start + column.GetProperty("offset").GetInt32() + row * width, width);
                case "text":
                    return TextAt(column, row);
                default:
                    return Number(name, row) is not { } index ? null
                        : column.TryGetProperty("words", out var words) ? words[(int)index].GetString() : TextAt(column.GetProperty("texts"), (int)index);
            }
        }

        private string TextAt(JsonElement texts, int index)
        {
            var (type, offset) = (texts.GetProperty("lengths").GetString()!, texts.GetProperty("offset").GetInt32());
            var before = Enumerable.Range(0, index).Sum(at => (int)Raw(type, offset, at));
            return Encoding.UTF8.GetString(Bytes, Start + texts.GetProperty("start").GetInt32() + before, (int)Raw(type, offset, index));
        }

        private JsonElement Column(string name) => Directory.GetProperty("columns").EnumerateArray().Single(column => column.GetProperty("name").GetString() == name);

        private double Raw(string type, int offset, int index) => type switch
        {
            "u8" => Bytes[Start + offset + index],
            "u16" => BinaryPrimitives.ReadUInt16LittleEndian(Bytes.AsSpan(Start + offset + index * 2)),
            "u32" => BinaryPrimitives.ReadUInt32LittleEndian(Bytes.AsSpan(Start + offset + index * 4)),
            "i32" => BinaryPrimitives.ReadInt32LittleEndian(Bytes.AsSpan(Start + offset + index * 4)),
            "f64" => BinaryPrimitives.ReadDoubleLittleEndian(Bytes.AsSpan(Start + offset + index * 8)),
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, "unknown"),
        };
    }
}
