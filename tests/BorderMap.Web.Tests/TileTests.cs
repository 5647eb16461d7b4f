using System.Net;
using System.Text.Json;
using BorderMap.Web.Tests.Running;

namespace BorderMap.Web.Tests;

public sealed class TileTests(SharedSite shared)
{
    private const int MostBytes = 500_000;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(12)]
    [InlineData(14)]
    public async Task Every_located_incident_is_in_one_tile_of_each_zoom_under_any_filter(int zoom)
    {
        foreach (var query in new[] { "", "kind=combat", "datetime=2025-10-01/..&grade=confirmed,fair", "asOf=3", "precision=district,province" })
        {
            var located = await LocatedAsync(shared.Site, query);
            var tiles = located.Select(feature => TileOf(zoom, feature)).Distinct().ToList();
            var found = new List<MvtTile.Feature>();
            foreach (var tile in tiles)
            {
                found.AddRange(await ReadAsync(shared.Site, tile, query));
            }

            Assert.Equal(located.Count, found.Sum(feature => feature.Number("count")));
            Assert.Equal(located.Sum(feature => Number(feature, "killed_low") ?? 0), found.Sum(feature => feature.Number("killed_low")));
            Assert.Equal(located.Count(IsArea), found.Where(feature => feature.Values["area"] is true).Sum(feature => feature.Number("count")));
            Assert.All(found.Where(feature => feature.Number("count") == 1), feature => Same(located.Single(one => one.GetProperty("id").GetString() == (string)feature.Values["id"]), feature));
        }
    }

    [Fact]
    public async Task A_cell_says_what_its_incidents_share_and_adds_their_ranges()
    {
        var located = await LocatedAsync(shared.Site, "");
        foreach (var cell in (await ReadAsync(shared.Site, "0/0/0", "")).Where(cell => cell.Number("count") > 1))
        {
            var members = located.Where(feature => Cell(feature) == (cell.X / 64, cell.Y / 64, cell.Values["area"] is true)).ToList();
            Assert.Equal(members.Count, cell.Number("count"));
            Assert.Equal(Shared(members, "kind"), cell.Values.GetValueOrDefault("kind"));
            Assert.Equal(Shared(members, "grade"), cell.Values.GetValueOrDefault("grade"));
            Assert.Equal(members.Count(member => Number(member, "killed_low") is null), cell.Number("without_figure"));
            var isOpen = members.Any(member => Number(member, "killed_low") is not null && Number(member, "killed_high") is null);
            Assert.Equal(isOpen || !members.Any(member => Number(member, "killed_low") is not null), !cell.Values.ContainsKey("killed_high"));
        }

        static string? Shared(List<JsonElement> members, string name) => members.Select(member => member.GetProperty("properties").GetProperty(name).GetString()).Distinct().Count() == 1
            ? members[0].GetProperty("properties").GetProperty(name).GetString() : null;
    }

    [Fact]
    public async Task No_tile_is_large_however_dense_and_none_is_lost()
    {
        await using var site = await shared.StartAnotherAsync();
        await site.FillAsync();
        await CrowdAsync(site, 40_000);
        var located = await LocatedAsync(site, "");
        Assert.InRange(located.Count, 40_000, 50_000);
        for (var zoom = 0; zoom <= 14; zoom++)
        {
            // The district's one point, and the streets around it.
            var tile = MvtTile.Holding(zoom, 71.1, 34.1);
            var bytes = await BytesAsync(site, tile, "");
            Assert.InRange(bytes.Length, 1, MostBytes);
            Assert.Equal(located.Count(feature => TileOf(zoom, feature) == tile), MvtTile.Read(bytes, "incidents").Sum(feature => feature.Number("count")));
        }
    }

    [Fact]
    public async Task A_kept_tile_is_made_anew_when_something_public_changes()
    {
        await using var site = await shared.StartAnotherAsync();
        await site.FillAsync();
        var before = (await ReadAsync(site, "0/0/0", "")).Sum(feature => feature.Number("count"));
        Assert.IsType<PostGis.SaveResult.Saved>(await site.Store.RetractAsync("i-aaaaaaaaaa", null, PostGis.RetractFor.Error, "It was elsewhere.", "test", Cancellation));

        Assert.Equal(before - 1, (await ReadAsync(site, "0/0/0", "")).Sum(feature => feature.Number("count")));
    }

    [Fact]
    public async Task Where_there_is_nothing_the_answer_is_empty()
    {
        using var response = await shared.Site.GetAsync("/tiles/incidents/5/1/1.mvt");

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Fact]
    public async Task The_description_names_every_attribute_that_the_tiles_have_and_carries_the_filter()
    {
        var described = await shared.Site.JsonAsync("/tiles/incidents.json?kind=combat&datetime=2025-01-01/..");
        var fields = described.GetProperty("vector_layers")[0].GetProperty("fields").EnumerateObject().Select(field => field.Name).ToHashSet();

        Assert.Equal("3.0.0", described.GetProperty("tilejson").GetString());
        Assert.EndsWith("/tiles/incidents/{z}/{x}/{y}.mvt?datetime=2025-01-01/..&kind=combat", described.GetProperty("tiles")[0].GetString(), StringComparison.Ordinal);
        foreach (var tile in new[] { "0/0/0", MvtTile.Holding(8, 71.1, 34.1), MvtTile.Holding(12, 71.08, 34.13) })
        {
            Assert.All((await ReadAsync(shared.Site, tile, "")).SelectMany(feature => feature.Values.Keys), name => Assert.Contains(name, fields));
        }
    }

    [Fact]
    public async Task The_style_names_no_foreign_host_and_only_layers_that_there_are()
    {
        var text = await shared.Site.Http.GetStringAsync("/tiles/style.json?kind=combat", Cancellation);
        var style = JsonDocument.Parse(text).RootElement;
        var own = shared.Site.Http.BaseAddress!.ToString().TrimEnd('/');
        foreach (var source in style.GetProperty("sources").EnumerateObject())
        {
            var address = (source.Value.TryGetProperty("url", out var url) ? url : source.Value.GetProperty("data")).GetString()!;
            Assert.StartsWith(own, address, StringComparison.Ordinal);
            using var response = await shared.Site.GetAsync(address[own.Length..]);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
        Assert.All(style.GetProperty("layers").EnumerateArray().Where(layer => layer.TryGetProperty("source", out _)), layer => Assert.True(style.GetProperty("sources").TryGetProperty(layer.GetProperty("source").GetString()!, out _)));
        Assert.DoesNotMatch("https?://(?!127\\.0\\.0\\.1|creativecommons\\.org/licenses)", text);
        Assert.False(style.TryGetProperty("glyphs", out _));
    }

    private static void Same(JsonElement feature, MvtTile.Feature tiled)
    {
        var properties = feature.GetProperty("properties");
        foreach (var name in new[] { "kind", "family", "grade", "date_start", "date_end", "precision" })
        {
            Assert.Equal(properties.GetProperty(name).GetString(), tiled.Values.GetValueOrDefault(name));
        }
        Assert.Equal((Number(feature, "radius_m"), Number(feature, "killed_high") ?? 0), (tiled.Number("radius_m"), tiled.Number("killed_high")));
        Assert.Equal(IsArea(feature), tiled.Values["area"]);
    }

    private static bool IsArea(JsonElement feature) =>
        feature.GetProperty("properties").GetProperty("precision").GetString() is "district" or "province" or "country" || Number(feature, "radius_m") > 5000;

    private static int? Number(JsonElement feature, string name) => feature.GetProperty("properties").GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : null;

    private static (int X, int Y, bool IsArea) Cell(JsonElement feature)
    {
        var (lon, lat) = PointOf(feature);
        return ((int)((lon + 180) / 360 * 64), (int)((1 - Math.Asinh(Math.Tan(lat * Math.PI / 180)) / Math.PI) / 2 * 64), IsArea(feature));
    }

    private static (double Lon, double Lat) PointOf(JsonElement feature)
    {
        var coordinates = feature.GetProperty("geometry").GetProperty("coordinates");
        return (coordinates[0].GetDouble(), coordinates[1].GetDouble());
    }

    private static string TileOf(int zoom, JsonElement feature)
    {
        var (lon, lat) = PointOf(feature);
        return MvtTile.Holding(zoom, lon, lat);
    }

    private static async Task<List<JsonElement>> LocatedAsync(Site site, string query) =>
        [.. (await site.JsonAsync($"/export/incidents.geojson?{query}")).GetProperty("features").EnumerateArray().Where(feature => feature.GetProperty("geometry").ValueKind == JsonValueKind.Object)];

    private static async Task<List<MvtTile.Feature>> ReadAsync(Site site, string tile, string query) => MvtTile.Read(await BytesAsync(site, tile, query), "incidents");

    private static Task<byte[]> BytesAsync(Site site, string tile, string query) => site.Http.GetByteArrayAsync($"/tiles/incidents/{tile}.mvt?{query}", Cancellation);

    /// <summary>As dense as a million in the whole region would be at its densest: half at one point, half within a few kilometres of it, with long titles.</summary>
    private static async Task CrowdAsync(Site site, int count)
    {
        await using var connection = await site.Database.Editor.OpenConnectionAsync(Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = $$"""
            insert into public_incident (id, version, from_pub, kind, family, title, claims, sources, date_start, date_end, date_precision, cross_border, place_ids, actor_ids, claimant_ids, source_ids, grade, precision, radius_m, killed_low, killed_high, geom, search, content_hash, updated, feature, document)
            select 'i-crowd' || n, 1, 1, k.kind, k.family, 'a crowd', 0, 0, day, day, 'day', false, '{}', '{}', '{}', '{}', 'weak', case when n % 2 = 0 then 'district' else 'exact' end, case when n % 2 = 0 then 20000 else 100 end,
                n % 7, case when n % 5 = 0 then null else n % 7 + 3 end, ST_SetSRID(ST_MakePoint(lon, lat), 4326), '', '', now(),
                json_build_object('type', 'Feature', 'id', 'i-crowd' || n, 'geometry', json_build_object('type', 'Point', 'coordinates', json_build_array(lon, lat)), 'properties', json_build_object('id', 'i-crowd' || n,
                    'title', repeat('گزارش ', 60) || n, 'kind', k.kind, 'precision', case when n % 2 = 0 then 'district' else 'exact' end, 'radius_m', case when n % 2 = 0 then 20000 else 100 end, 'place', 'a place'))::text, ''
            from generate_series(1, {{count}}) n
            cross join lateral (select date '2000-01-01' + n % 9000 as day, round((71.1 + case when n % 2 = 0 then 0 else (n::bigint * 7919 % 10007 - 5003) * 0.000002 end)::numeric, 6)::float8 as lon, round((34.1 + case when n % 2 = 0 then 0 else (n::bigint * 104729 % 10009 - 5004) * 0.000002 end)::numeric, 6)::float8 as lat) at
            cross join lateral (select * from (values ('shelling', 'combat'), ('airstrike', 'air'), ('bombing', 'explosive')) v (kind, family) offset n % 3 limit 1) k
            """;
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
