using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using BorderMap.Incidents;
using BorderMap.Incidents.Exporting;
using BorderMap.Web.Exports;
using BorderMap.Web.Tests.Running;

namespace BorderMap.Web.Tests;

public sealed class ExportTests(SharedSite shared)
{
    private static readonly XNamespace Kml = "http://www.opengis.net/kml/2.2";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Endings => [.. ExportFile.All.Select(file => file.Ending)];

    [Theory]
    [InlineData("", 6)]
    [InlineData("?kind=airstrike", 1)]
    [InlineData("?kind=detention&precision=exact", 0)]
    public async Task Writes_one_whole_feature_collection(string query, int count)
    {
        var collection = await shared.Site.JsonAsync("/export/incidents.geojson" + query);

        Assert.Equal("FeatureCollection", collection.GetProperty("type").GetString());
        Assert.Equal(count, collection.GetProperty("features").GetArrayLength());
        Assert.Equal(count, collection.GetProperty("numberReturned").GetInt32());
        Assert.EndsWith("/export/incidents.geojson" + query, collection.GetProperty("links")[0].GetProperty("href").GetString(), StringComparison.Ordinal);
        Assert.False(collection.TryGetProperty("gone", out _));
    }

    [Theory]
    [MemberData(nameof(Endings))]
    public async Task Says_filter_count_version_and_licence_before_the_file_and_its_digest_behind_it(string ending)
    {
        using var response = await shared.Site.GetAsync($"/export/incidents.{ending}?grade=weak,fair,confirmed,contested&datetime=2025-01-01/..");
        using var head = await shared.Site.SendAsync(HttpMethod.Head, $"/export/incidents.{ending}?grade=weak,fair,confirmed,contested&datetime=2025-01-01/..");
        var bytes = await response.Content.ReadAsByteArrayAsync(Cancellation);
        var ready = await shared.Site.JsonAsync("/readyz");
        var matched = (await shared.Site.JsonAsync("/api/incidents?grade=weak,fair,confirmed,contested&datetime=2025-01-01/..&limit=1")).GetProperty("numberMatched").GetInt32();

        Assert.Equal("datetime=2025-01-01/..&grade=weak,fair,confirmed,contested", response.Header(ExportHeaders.Filter));
        Assert.Equal(matched, int.Parse(response.Header(ExportHeaders.Count)!) + int.Parse(response.Header(ExportHeaders.WithoutPlace) ?? "0"));
        Assert.Equal(ready.GetProperty("pub").GetInt64().ToString(), response.Header(ExportHeaders.Pub));
        Assert.Contains("<https://creativecommons.org/licenses/by/4.0/>; rel=\"license\"", response.Header("Link"), StringComparison.Ordinal);
        Assert.Equal($"sha-256=:{Convert.ToBase64String(SHA256.HashData(bytes))}:", Assert.Single(response.TrailingHeaders.GetValues(ExportHeaders.Digest)));
        foreach (var header in ExportHeaders.All.Where(header => header.Name != ExportHeaders.Digest))
        {
            Assert.Equal(response.Header(header.Name), head.Header(header.Name));
            Assert.Contains(header.Name, response.Header("Access-Control-Expose-Headers"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_digest_is_of_what_was_sent_also_when_that_is_compressed()
    {
        using var response = await shared.Site.GetAsync("/export/incidents.csv", ("Accept-Encoding", "gzip"));
        var bytes = await response.Content.ReadAsByteArrayAsync(Cancellation);

        Assert.Equal([0x1f, 0x8b], bytes[..2]);
        Assert.Equal($"sha-256=:{Convert.ToBase64String(SHA256.HashData(bytes))}:", Assert.Single(response.TrailingHeaders.GetValues(ExportHeaders.Digest)));
    }

    [Theory]
    [MemberData(nameof(Endings))]
    public async Task The_same_data_are_the_same_bytes(string ending)
    {
        var first = await shared.Site.Http.GetByteArrayAsync($"/export/incidents.{ending}?kind=combat", Cancellation);

        Assert.Equal(first, await shared.Site.Http.GetByteArrayAsync($"/export/incidents.{ending}?kind=combat", Cancellation));
    }

    [Fact]
    public async Task Writes_the_same_columns_in_geojson_and_csv()
    {
        var collection = await shared.Site.JsonAsync("/export/incidents.geojson");
        var names = collection.GetProperty("features")[0].GetProperty("properties").EnumerateObject().Select(property => property.Name);
        using var response = await shared.Site.GetAsync("/export/incidents.csv");
        var header = (await response.TextAsync()).TrimStart('\uFEFF').Split('\n')[0].TrimEnd('\r').Split(',');

        Assert.Equal([.. names, "lon", "lat"], header);
    }

    [Fact]
    public async Task Writes_a_feature_a_line_with_a_record_separator_before_it_or_without()
    {
        var features = (await shared.Site.JsonAsync("/export/incidents.geojson")).GetProperty("features").EnumerateArray().Select(feature => feature.GetRawText()).ToList();
        using var lines = await shared.Site.GetAsync("/export/incidents.geojsonl");
        using var sequence = await shared.Site.GetAsync("/export/incidents.geojsons");

        Assert.Equal(string.Concat(features.Select(feature => feature + "\n")), await lines.TextAsync());
        Assert.Equal(string.Concat(features.Select(feature => $"\u001E{feature}\n")), await sequence.TextAsync());
    }

    [Fact]
    public async Task Writes_csv_with_a_byte_order_mark_and_no_formula()
    {
        using var response = await shared.Site.GetAsync("/export/incidents.csv");
        var bytes = await response.Content.ReadAsByteArrayAsync(Cancellation);

        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        Assert.NotEqual(Encoding.UTF8.GetPreamble(), bytes[3..6]);
        Assert.Contains("'=HYPERLINK", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.DoesNotContain(",=", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writes_kml_that_draws_no_area_as_a_spot()
    {
        using var response = await shared.Site.GetAsync("/export/incidents.kml");
        var kml = XDocument.Parse(await response.TextAsync());
        var marks = kml.Descendants(Kml + "Placemark").ToDictionary(mark => (string)mark.Attribute("id")!);
        var features = (await shared.Site.JsonAsync("/export/incidents.geojson")).GetProperty("features").EnumerateArray().ToList();

        Assert.Equal(features.Select(feature => feature.GetProperty("id").GetString()!).Order(), marks.Keys.Order());
        Assert.All(features, feature =>
        {
            var (mark, properties) = (marks[feature.GetProperty("id").GetString()!], feature.GetProperty("properties"));
            Assert.Equal(properties.GetProperty("title").GetString(), (string?)mark.Element(Kml + "name"));
            Assert.Equal(properties.GetProperty("date_start").GetString(), (string?)mark.Element(Kml + "TimeSpan")?.Element(Kml + "begin"));
            Assert.Equal(properties.GetProperty("date_end").GetString(), (string?)mark.Element(Kml + "TimeSpan")?.Element(Kml + "end"));
            var isSpot = properties.GetProperty("precision").GetString() is "exact" or "near" or "locality" && properties.GetProperty("radius_m").GetInt32() <= 5000;
            var isLocated = feature.GetProperty("geometry").ValueKind == JsonValueKind.Object;
            Assert.Equal((isLocated && isSpot, isLocated && !isSpot), (mark.Element(Kml + "Point") is not null, mark.Element(Kml + "Polygon") is not null));
        });
        Assert.Equal(ExportColumns.All.Select(column => column.Name), kml.Descendants(Kml + "SimpleField").Select(field => (string)field.Attribute("name")!));
    }

    [Fact]
    public async Task Names_the_file_by_day_and_filter()
    {
        using var response = await shared.Site.GetAsync("/export/incidents.geojson?kind=airstrike&datetime=2025-10-01/..&q=%22%2f..%0a");
        var disposition = response.Content.Headers.ContentDisposition!;

        Assert.Equal("attachment", disposition.DispositionType);
        Assert.Matches("^\"?bordermap-incidents_2026-05-01_[A-Za-z0-9_.,-]+\\.geojson\"?$", disposition.FileName);
        Assert.Contains("kind-airstrike", disposition.FileName, StringComparison.Ordinal);
        Assert.Contains("datetime-2025-10-01", disposition.FileName, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changes_since_a_sequence_and_what_is_gone_make_the_earlier_file_the_present_one()
    {
        var pub = (await shared.Site.JsonAsync("/readyz")).GetProperty("pub").GetInt64();
        var now = await FeaturesAsync("");
        for (var since = 0L; since <= pub; since++)
        {
            var kept = await FeaturesAsync($"asOf={since}");
            var changes = await shared.Site.JsonAsync($"/export/incidents.geojson?changed-since={since}");
            foreach (var gone in changes.GetProperty("gone").EnumerateArray())
            {
                kept.Remove(gone.GetProperty("id").GetString()!);
                Assert.True(gone.GetProperty("how").GetString() is "retracted" or "withdrawn" or "moved", gone.GetRawText());
            }
            foreach (var feature in changes.GetProperty("features").EnumerateArray())
            {
                kept[feature.GetProperty("id").GetString()!] = feature.GetRawText();
            }
            Assert.Equal(now, kept);
        }
        using var csv = await shared.Site.GetAsync("/export/incidents.csv?changed-since=0&kind=airstrike");
        Assert.Equal("1", csv.Header(ExportHeaders.Count));
        Assert.NotEqual("0", csv.Header(ExportHeaders.Gone));
    }

    [Theory]
    [InlineData("changed-since=100000", "changed-since")]
    [InlineData("changed-since=-1", "changed-since")]
    [InlineData("changed-since=1&asOf=1", "asOf")]
    public async Task Refuses_changes_since_what_is_not_yet_or_up_to_what_was(string query, string field)
    {
        using var response = await shared.Site.GetAsync($"/export/incidents.csv?{query}");

        Assert.Equal((HttpStatusCode.BadRequest, field), (response.StatusCode, (await response.JsonAsync()).GetProperty("field").GetString()));
    }

    [Fact]
    public async Task The_dictionary_tells_of_every_column_and_the_documentation_holds_it()
    {
        using var response = await shared.Site.GetAsync("/export/dictionary.csv");
        var rows = (await response.TextAsync()).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var documented = await File.ReadAllTextAsync(Path.Combine(Site.Content.Folder, "docs", "GIS.md"), Cancellation);

        Assert.Equal(["name", .. Csv.Columns], rows.Select(row => row.Split(',')[0]));
        Assert.Contains(ColumnMeanings.Markdown, documented, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_who_takes_nothing_holds_no_more_than_a_buffer_and_is_dropped_in_time()
    {
        await using var site = await shared.StartAnotherAsync();
        await site.FillAsync();
        await MultiplyAsync(site);
        using var idle = await AskAndReadNothingAsync(site);

        // The database waits for the program, the program for the reader.
        await WaitingAsync(site, 1);
        site.Time.Advance(Limits.ExportPatience / 2);
        await WaitingAsync(site, 1);
        await DroppedAsync(site);
        Assert.False(await EndsWholeAsync(idle));
    }

    [Fact]
    public async Task A_client_has_its_share_of_downloads_and_is_told_when_to_come_again()
    {
        await using var site = await shared.StartAnotherAsync();
        await site.FillAsync();
        await MultiplyAsync(site);
        var idle = new List<Socket>();
        for (var i = 0; i < Limits.ExportsPerClient; i++)
        {
            idle.Add(await AskAndReadNothingAsync(site));
        }
        await WaitingAsync(site, Limits.ExportsPerClient);
        using var refused = await site.GetAsync("/export/incidents.csv?ids=i-aaaaaaaaaa");
        using var page = await site.GetAsync("/api/incidents?limit=1");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "5"), (refused.StatusCode, refused.Header("Retry-After")));
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        await DroppedAsync(site);
        using var again = await site.GetAsync("/export/incidents.csv?ids=i-aaaaaaaaaa");
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        idle.ForEach(socket => socket.Dispose());
    }

    private async Task<SortedDictionary<string, string>> FeaturesAsync(string query) => new((await shared.Site.JsonAsync($"/export/incidents.geojson?{query}"))
        .GetProperty("features").EnumerateArray().ToDictionary(feature => feature.GetProperty("id").GetString()!, feature => feature.GetRawText()), StringComparer.Ordinal);

    /// <summary>Some 30 MB of one incident: more than lies in the buffers of a connection.</summary>
    private static async Task MultiplyAsync(Site site)
    {
        await using var connection = await site.Database.Editor.OpenConnectionAsync(Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = """
            insert into public_incident (id, version, from_pub, kind, family, title, claims, sources, date_precision, cross_border, place_ids, actor_ids, claimant_ids, source_ids, grade, search, content_hash, updated, feature, document)
            select 'i-copy' || n, 1, 1, kind, family, title, claims, sources, date_precision, cross_border, place_ids, actor_ids, claimant_ids, source_ids, grade, search, content_hash, updated, repeat(feature, 20), ''
            from public_incident, generate_series(1, 2500) n where id = 'i-aaaaaaaaaa' and to_pub is null
            """;
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private static async Task<Socket> AskAndReadNothingAsync(Site site)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
        await socket.ConnectAsync(site.Http.BaseAddress!.Host, site.Http.BaseAddress.Port, Cancellation);
        await socket.SendAsync("GET /export/incidents.geojsonl HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray(), Cancellation);
        // The answer has begun, so its place is taken.
        Assert.Equal(15, await socket.ReceiveAsync(new byte[15], Cancellation));
        return socket;
    }

    private static async Task<bool> EndsWholeAsync(Socket socket)
    {
        var (buffer, end) = (new byte[1 << 16], "");
        try
        {
            while (await socket.ReceiveAsync(buffer, Cancellation) is > 0 and var read)
            {
                end = Encoding.ASCII.GetString(buffer, 0, read);
            }
        }
        catch (SocketException error)
        {
            Assert.Equal(SocketError.ConnectionReset, error.SocketErrorCode);
        }
        return end.EndsWith("\r\n\r\n", StringComparison.Ordinal);
    }

    /// <summary>Lets time pass until no download is under way: the last pieces may still have gone into the buffers of the connection.</summary>
    private static Task DroppedAsync(Site site) => WaitingAsync(site, 0, () => site.Time.Advance(Limits.ExportPatience));

    /// <summary>Waits until so many downloads are under way, and the database waits for all of them.</summary>
    private static async Task WaitingAsync(Site site, int downloads, Action? meanwhile = null)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        await using var connection = await site.Database.Editor.OpenConnectionAsync(limit.Token);
        await using var command = connection.CreateCommand();
        command.CommandText = $"select count(*) = {downloads} and count(*) filter (where wait_event = 'ClientWrite') = {downloads} from pg_stat_activity where datname = current_database() and state = 'active' and query like 'copy %'";
        while (await command.ExecuteScalarAsync(limit.Token) is not true)
        {
            meanwhile?.Invoke();
        }
    }
}
