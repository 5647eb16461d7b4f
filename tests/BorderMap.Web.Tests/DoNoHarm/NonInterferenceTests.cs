using System.Text;
using System.Text.RegularExpressions;
using BorderMap.Incidents;
using BorderMap.Incidents.Exporting;
using BorderMap.PostGis;
using BorderMap.PostGis.Columns;
using BorderMap.Web.Http;
using BorderMap.Web.Tests.Running;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BorderMap.Web.Tests.DoNoHarm;

/// <summary>
/// Nobody learns anything of what is hidden: every answer of a site that holds secrets is, byte for byte, the answer of a site in which they are not
/// there (embargoed, unpublished, withheld, not to be redistributed) or are otherwise (generalised, withdrawn, redacted).
/// </summary>
public sealed partial class NonInterferenceTests(Twins twins) : IClassFixture<Twins>
{
    private const int Seed = 20261121;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_public_table_holds_the_same_under_the_public_role()
    {
        var tables = await AskAsync(twins.Left, "select table_name::text from information_schema.role_table_grants where table_schema = 'bordermap' and privilege_type = 'SELECT' and table_name <> 'place' order by 1");

        Assert.Contains("public_incident", tables);
        foreach (var table in tables)
        {
            var rows = await RowsAsync(twins.Left, table);
            Assert.Equal(rows, await RowsAsync(twins.Right, table));
            Assert.DoesNotContain(rows, row => Secrets.Texts.Take(2).Any(secret => row.Contains(secret, StringComparison.OrdinalIgnoreCase)));
        }
    }

    [Fact]
    public async Task The_twins_do_differ_in_what_editors_see()
    {
        var there = await twins.Left.Store.FindAsync(Secrets.Embargoed, Cancellation);
        var place = (await twins.Left.Store.FindAsync(twins.Secrets.Ids[0], Cancellation))!.Places[0];
        var other = (await twins.Right.Store.FindAsync(twins.Secrets.Ids[0], Cancellation))!.Places[0];

        Assert.NotNull(there);
        Assert.Null(await twins.Right.Store.FindAsync(Secrets.Embargoed, Cancellation));
        Assert.NotEqual((place.Lon, place.Lat, place.Words), (other.Lon, other.Lat, other.Words));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Ten_thousand_probes_of_the_readers_find_no_difference(int part)
    {
        var probes = new Probes(twins.Secrets, Seed + part);
        var (left, right) = (ReaderOf(twins.Left), ReaderOf(twins.Right));
        var pub = await left.PubAsync(Cancellation);
        var found = 0;
        for (var i = 0; i < 2_450; i++)
        {
            var filter = probes.Filter(pub);
            var answer = await AnswerAsync(left, filter, i);
            Assert.Equal((filter.ToQuery(), answer), (filter.ToQuery(), await AnswerAsync(right, filter, i)));
            found += answer is "0" or "" ? 0 : 1;
        }
        // Probes that find nothing at all would prove nothing.
        Assert.InRange(found, 500, 2_450);
    }

    /// <summary><c>BORDERMAP_PROBES=10000</c> asks more often, <c>BORDERMAP_PROBES_SEED</c> otherwise.</summary>
    [Fact]
    public async Task Probes_over_every_route_find_no_difference()
    {
        var (seed, count) = (Number("BORDERMAP_PROBES_SEED", Seed), Number("BORDERMAP_PROBES", 1_500));
        var probes = new Probes(twins.Secrets, seed);
        var pub = await ReaderOf(twins.Left).PubAsync(Cancellation);
        var routes = twins.Left.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(MayBeProbed).ToList();
        var (tag, next, found) = ("", (string?)null, 0);
        for (var i = 0; i < count; i++)
        {
            var probe = probes.Ask(routes, pub, next);
            var answers = await Task.WhenAll(AnswerAsync(twins.Left, probe, tag), AnswerAsync(twins.Right, probe, tag));
            if (answers[0] != answers[1])
                Assert.Fail($"Probe {i} of seed {seed}, {probe}, If-None-Match {tag}\n\nwith what is hidden:\n{answers[0]}\n\nwithout:\n{answers[1]}");
            tag = answers[0].Split('\n').FirstOrDefault(line => line.StartsWith("ETag: ", StringComparison.Ordinal))?[6..] ?? tag;
            next = NextPage().Match(answers[0]) is { Success: true } match ? match.Groups[1].Value : null;
            found += answers[0].Split('\n')[1] == "200" ? 1 : 0;
        }
        // Refusals alone would prove little.
        Assert.InRange(found, count / 4, count);
    }

    [Fact]
    public async Task Every_id_answers_the_same_on_every_route_and_at_every_moment()
    {
        var pub = await ReaderOf(twins.Left).PubAsync(Cancellation);
        foreach (var id in twins.Secrets.Ids)
        {
            foreach (var address in new[] { $"/api/incidents/{id}", $"/api/incidents/{id}/history", $"/api/incidents/{id}/nearby", $"/incidents/{id}", $"/api/incidents?ids={id}&asOf={pub - 3}", $"/export/incidents.csv?ids={id}", $"/api/incidents/{id}?asOf={pub - 12}" })
            {
                var probe = new Probe(HttpMethod.Get, address, null);
                Assert.Equal(await AnswerAsync(twins.Left, probe, ""), await AnswerAsync(twins.Right, probe, ""));
            }
        }
    }

    [Fact]
    public async Task No_tile_at_any_zoom_shows_where_it_was_or_counts_it()
    {
        var pub = await ReaderOf(twins.Left).PubAsync(Cancellation);
        var found = 0;
        foreach (var (lon, lat) in twins.Secrets.Spots)
        {
            for (var zoom = 0; zoom <= 14; zoom++)
            {
                var tile = MvtTile.Holding(zoom, lon, lat);
                foreach (var query in new[] { "", "?kind=shelling", $"?asOf={pub - 12}" })
                {
                    var probe = new Probe(HttpMethod.Get, $"/tiles/incidents/{tile}.mvt{query}", null);
                    var answer = await AnswerAsync(twins.Left, probe, "");
                    Assert.Equal(answer, await AnswerAsync(twins.Right, probe, ""));
                    found += answer.Contains("\n200\n", StringComparison.Ordinal) ? 1 : 0;
                }
            }
        }
        Assert.InRange(found, 50, 1_000);
    }

    [Fact]
    public async Task The_stream_tells_the_same()
    {
        await using var left = await StreamedEvents.OpenAsync(twins.Left, "?since=0");
        await using var right = await StreamedEvents.OpenAsync(twins.Right, "?since=0");
        var pub = await ReaderOf(twins.Left).PubAsync(Cancellation);
        var last = 0L;
        while (last < pub)
        {
            var (one, other) = (await left.NextAsync(), await right.NextAsync());
            Assert.Equal((one!.Value.EventId, one.Value.EventType, one.Value.Data), (other!.Value.EventId, other.Value.EventType, other.Value.Data));
            last = long.Parse(one.Value.EventId!);
        }
        Assert.False(left.HasNext());
    }

    // The stream has a test of its own; signing in is slow on purpose and knows people alone.
    private static bool MayBeProbed(RouteEndpoint route) => route.RoutePattern.RawText is not (Routes.ChangeStream or Routes.Session or Routes.Password);

    [GeneratedRegex("<https://map.example.org(/[^>]*)>; rel=\"next\"")]
    private static partial Regex NextPage();

    private static int Number(string name, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable(name), out var number) ? number : otherwise;

    private static async Task<string> AnswerAsync(PublicReader reader, IncidentFilter filter, int kind)
    {
        switch (kind % 8)
        {
            case 0:
                var page = await reader.PageAsync(filter, new PageRequest(1 + kind % 5, null, kind % 3 == 0 ? PageOrder.Id : PageOrder.Newest), Cancellation);
                return $"{string.Join('\n', page.Features)} {page.Next} {page.NumberMatched} {page.Pub} {page.Withheld}";
            case 1:
                return await ExportAsync(reader, filter, kind);
            case 2 when kind % 16 == 2:
                var changes = await reader.ChangesAsync(kind % 60, 1 + kind % 7, Cancellation);
                return $"{string.Join('\n', changes.Changes)} {changes.Pub} {changes.More}";
            case 3:
                var columns = await reader.ColumnsAsync(filter, (ColumnPart)(kind % 3), 1 + kind % 7, Cancellation);
                return $"{Convert.ToBase64String(columns.Bytes)} {columns.Now}";
            default:
                return (await reader.CountAsync(filter, Cancellation)).ToString();
        }
    }

    private static async Task<string> ExportAsync(PublicReader reader, IncidentFilter filter, int kind)
    {
        await using var export = await reader.OpenExportAsync(new(filter, filter.AsOf is null && kind % 3 == 0 ? kind % 60 : null), Cancellation);
        using var output = new MemoryStream();
        var head = new ExportHead("", export.Pub, 0, null);
        await export.WriteAsync(kind % 2 == 0 ? new GeoJsonFormat(head) : new GeoJsonLinesFormat(isSequence: true), output, Cancellation);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static async Task<string> AnswerAsync(Site site, Probe probe, string tag)
    {
        using var request = new HttpRequestMessage(probe.Method, probe.Address);
        if (tag.Length > 0)
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        if (probe.Body is not null)
            request.Content = new StringContent(probe.Body, Encoding.UTF8, "application/json");
        using var response = await site.Http.SendAsync(request, Cancellation);
        var headers = response.Headers.Concat(response.Content.Headers).Where(header => header.Key is not ("Date" or "Last-Modified"))
            .OrderBy(header => header.Key, StringComparer.Ordinal).Select(header => $"{header.Key}: {string.Join(", ", header.Value)}");
        return $"{probe.Method} {probe.Address}\n{(int)response.StatusCode}\n{string.Join('\n', headers)}\n\n{await response.TextAsync()}";
    }

    private static PublicReader ReaderOf(Site site) => site.Services.GetRequiredService<PublicReader>();

    private static async Task<List<string>> RowsAsync(Site site, string table) => await AskAsync(site, $"select t::text from {table} t order by 1");

    private static async Task<List<string>> AskAsync(Site site, string sql)
    {
        await using var connection = await site.Database.Public.OpenConnectionAsync(Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var rows = new List<string>();
        while (await reader.ReadAsync(Cancellation))
        {
            rows.Add(reader.GetString(0));
        }
        return rows;
    }
}
