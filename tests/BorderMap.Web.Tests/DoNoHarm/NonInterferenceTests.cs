using BorderMap.Incidents;
using BorderMap.PostGis;
using BorderMap.Web.Http;
using BorderMap.Web.Tests.Running;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BorderMap.Web.Tests.DoNoHarm;

/// <summary>
/// Nobody learns anything of what is hidden: every answer of a site that holds secrets is, byte for byte, the answer of a site in which they are not
/// there (embargoed, unpublished, withheld, not to be redistributed) or are otherwise (generalised, withdrawn, redacted).
/// </summary>
public sealed class NonInterferenceTests(Twins twins) : IClassFixture<Twins>
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

    [Fact]
    public async Task Two_hundred_probes_over_every_public_route_find_no_difference()
    {
        var probes = new Probes(twins.Secrets, Seed);
        var pub = await ReaderOf(twins.Left).PubAsync(Cancellation);
        var routes = twins.Left.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(IsPublicRead).ToList();
        var tag = "";
        for (var i = 0; i < Math.Max(200, 3 * routes.Count); i++)
        {
            var address = probes.Address(routes[i % routes.Count], pub);
            var method = i % 7 == 0 ? HttpMethod.Head : HttpMethod.Get;
            var answer = await AnswerAsync(twins.Left, method, address, tag);
            Assert.Equal(answer, await AnswerAsync(twins.Right, method, address, tag));
            tag = answer.Split('\n').FirstOrDefault(line => line.StartsWith("ETag: ", StringComparison.Ordinal))?[6..] ?? tag;
        }
    }

    [Fact]
    public async Task Every_id_answers_the_same_on_every_route_and_at_every_moment()
    {
        var pub = await ReaderOf(twins.Left).PubAsync(Cancellation);
        foreach (var id in twins.Secrets.Ids)
        {
            foreach (var address in new[] { $"/api/incidents/{id}", $"/api/incidents/{id}/history", $"/api/incidents/{id}/nearby", $"/incidents/{id}", $"/api/incidents?ids={id}&asOf={pub - 3}", $"/export/incidents.csv?ids={id}", $"/api/incidents/{id}?asOf={pub - 12}" })
            {
                Assert.Equal(await AnswerAsync(twins.Left, HttpMethod.Get, address, ""), await AnswerAsync(twins.Right, HttpMethod.Get, address, ""));
            }
        }
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

    private static bool IsPublicRead(RouteEndpoint route) => route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Contains("GET")
        && route.RoutePattern.RawText != Routes.ChangeStream;

    private static async Task<string> AnswerAsync(PublicReader reader, IncidentFilter filter, int kind)
    {
        switch (kind % 8)
        {
            case 0:
                var page = await reader.PageAsync(filter, new PageRequest(1 + kind % 5, null, kind % 3 == 0 ? PageOrder.Id : PageOrder.Newest), Cancellation);
                return $"{string.Join('\n', page.Features)} {page.Next} {page.NumberMatched} {page.Pub} {page.Withheld}";
            case 1:
                var features = new List<string>();
                await foreach (var feature in reader.FeaturesAsync(filter, Cancellation))
                {
                    features.Add(feature);
                }
                return string.Join('\n', features);
            case 2 when kind % 16 == 2:
                var changes = await reader.ChangesAsync(kind % 60, 1 + kind % 7, Cancellation);
                return $"{string.Join('\n', changes.Changes)} {changes.Pub} {changes.More}";
            default:
                return (await reader.CountAsync(filter, Cancellation)).ToString();
        }
    }

    private static async Task<string> AnswerAsync(Site site, HttpMethod method, string address, string tag)
    {
        using var response = await site.SendAsync(method, address, tag.Length > 0 ? [("If-None-Match", tag)] : []);
        var headers = response.Headers.Concat(response.Content.Headers).Where(header => header.Key is not ("Date" or "Last-Modified"))
            .OrderBy(header => header.Key, StringComparer.Ordinal).Select(header => $"{header.Key}: {string.Join(", ", header.Value)}");
        return $"{method} {address}\n{(int)response.StatusCode}\n{string.Join('\n', headers)}\n\n{await response.TextAsync()}";
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
