using BorderMap.Benchmarks.Running;
using BorderMap.Gazetteer;
using NpgsqlTypes;

namespace BorderMap.Benchmarks;

/// <summary>Positions to district and nearest places, against PostGIS over the same places with its spatial indexes.</summary>
internal static class ReverseBenchmark
{
    private const int Seed = 20261121;

    /// <summary>Degrees that a position lies from a place at most.</summary>
    private const double Off = 0.2;

    private const string NearestAndDistrict = """
        (select id from place where kind = 'district' and st_contains(boundary, st_setsrid(st_makepoint(@lon, @lat), 4326)) limit 1)
        union all
        (select id from place where kind in ('locality', 'crossing') order by geom <-> st_setsrid(st_makepoint(@lon, @lat), 4326) limit 5)
        """;

    public static async Task<Report> RunAsync(int rows, CancellationToken cancellation)
    {
        var atlas = CommittedData.Load(cancellation);
        var report = new Report("us");
        var random = new Random(Seed);
        var points = random.GetItems([.. atlas.Places.All.Where(place => place.Kind is PlaceKind.Locality)], rows)
            .Select(place => new GeoPoint(place.Lon + ((random.NextDouble() - 0.5) * Off), place.Lat + ((random.NextDouble() - 0.5) * Off))).ToList();
        var first = await Clock.SecondsAsync(() => Task.FromResult(atlas.Reverse.At(points[0].Lon, points[0].Lat)));
        var times = Clock.Microseconds(points, point => atlas.Reverse.At(point.Lon, point.Lat));

        await using var cluster = await OwnCluster.OpenAsync(cancellation);
        await NameTable.MakeAsync(cluster, atlas, "name_gin", NameTable.Gin, cancellation);
        await cluster.ExecuteAsync("vacuum analyze place", cancellation);
        await using var query = await PreparedQuery.OpenAsync(cluster, NearestAndDistrict, cancellation, ("lon", NpgsqlDbType.Double), ("lat", NpgsqlDbType.Double));
        report.AddTimes("positions", times, "PostGIS", Clock.Microseconds(points, point => query.Ask(point.Lon, point.Lat)));
        report.AddTimes("side and place along the line", Clock.Microseconds(points, point => atlas.Line.Locate(point.Lon, point.Lat, 0)), "positions", times);
        report.Note($"The first look-up, which makes the index of places: {Report.Number(first * 1000)} ms. PostGIS gives district and five nearest places by degrees; ours also crossings, line, grid references.");
        report.Note($"{await cluster.VersionsAsync(cancellation)}; prepared, over a socket, one client.");
        return report;
    }
}
