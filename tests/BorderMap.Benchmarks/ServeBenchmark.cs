using BorderMap.Benchmarks.Running;
using BorderMap.Incidents;
using BorderMap.PostGis;
using BorderMap.PostGis.Tiles;

namespace BorderMap.Benchmarks;

/// <summary>
/// Pages of features and vector tiles over HTTP, beside MapServer on the same PostGIS and table: answers a second, p50 and p99 at 2 and 16 connections;
/// tiles cold and warm, and cold beside the bare SQL.
/// </summary>
internal static class ServeBenchmark
{
    /// <param name="Rows">How many incidents.</param>
    /// <param name="Items">The address of a page, with <c>{limit}</c> and <c>{bbox}</c>.</param>
    /// <param name="Tile">The address of a tile, with <c>{z}</c>, <c>{x}</c> and <c>{y}</c>.</param>
    /// <param name="Seconds">How long each load lasts.</param>
    internal sealed record Options(int Rows = 200_000, string Items = "ogc/collections/incidents/items?f=json&limit={limit}&bbox={bbox}", string Tile = "tiles/incidents/{z}/{x}/{y}.mvt", int Seconds = 5);

    private const string PeerItems = "ms/BENCH/ogcapi/collections/incidents/items?f=json&limit={limit}&bbox={bbox}";
    private const string PeerTile = "ms?map=BENCH&mode=tile&tilemode=gmap&tile={x}+{y}+{z}&layers=tiles&map.imagetype=mvt";

    private static readonly int[] Connections = [2, 16];

    /// <summary>Reads <c>--rows N --items ADDRESS --tile ADDRESS --seconds N</c>, in any order; null: they are wrong.</summary>
    public static Options? Read(string[] arguments)
    {
        var options = new Options();
        foreach (var pair in arguments.Chunk(2))
        {
            if (pair is not [var name, var value] || (name is "--rows" or "--seconds" && !int.TryParse(value, out _)))
                return null;
            options = name switch
            {
                "--rows" => options with { Rows = int.Parse(value) },
                "--items" => options with { Items = value.TrimStart('/') },
                "--tile" => options with { Tile = value.TrimStart('/') },
                "--seconds" => options with { Seconds = int.Parse(value) },
                _ => null!,
            };
            if (options is null)
                return null;
        }
        return options;
    }

    public static async Task<Report> RunAsync(Options options, CancellationToken cancellation)
    {
        await using var cluster = await OwnCluster.OpenAsync(cancellation);
        var atlas = CommittedData.Load(cancellation);
        var import = Path.Combine(cluster.Home, "incidents.json");
        await new SyntheticIncidents(atlas, options.Rows).WriteAsync(import, cancellation);
        // Before the import, so that the server finds rows of its own rules and makes none anew.
        await new IncidentStore(cluster.Database, atlas, TimeProvider.System).PrepareAsync(null, cancellation);
        await cluster.FillAsync(atlas, import, cancellation);
        await cluster.ExecuteAsync("vacuum analyze public_incident", cancellation);
        await cluster.CheckpointAsync(cancellation);

        var report = new Report("answers/s");
        await using var product = await Served.BorderMapAsync(cluster, cancellation);
        var isPeered = File.Exists(MapServerFiles.Program) && Peer.Has("lighttpd");
        await using var peer = isPeered ? await Served.MapServerAsync(cluster, cancellation) : null;
        await TilesAsync(report, options, cluster, product, peer, cancellation);
        if (await AnswersAsync(product, ServeAddresses.Items(options.Items, 100)[0], cancellation))
            foreach (var limit in (int[])[100, 1000])
                await CompareAsync(report, options, $"pages of {limit}", product, ServeAddresses.Items(options.Items, limit), peer, ServeAddresses.Items(PeerItems, limit), cancellation);
        else
            report.Note($"/{options.Items} answers with no page; --items names another address.");
        report.Note(isPeered ? "MapServer: four FastCGI processes behind lighttpd, all columns in pages, ten in tiles." : "MapServer is not installed (cgi-mapserver, lighttpd).");
        report.Note(await cluster.VersionsAsync(cancellation));
        return report;
    }

    /// <summary>Each tile once (cold), then for some time (warm); before both, the same statements without HTTP.</summary>
    private static async Task TilesAsync(Report report, Options options, OwnCluster cluster, Served product, Served? peer, CancellationToken cancellation)
    {
        var tiles = ServeAddresses.Tiles();
        var addresses = tiles.Select(tile => ServeAddresses.Of(options.Tile, tile)).ToList();
        var bare = new IncidentTiles(cluster.Database.Public);
        foreach (var warmUp in tiles)
            await bare.ReadAsync(IncidentFilter.All, new(warmUp.Z, warmUp.X, warmUp.Y), cancellation);
        var largest = 0;
        var seconds = await Clock.SecondsAsync(async () =>
        {
            foreach (var (z, x, y) in tiles)
                largest = Math.Max(largest, (await bare.ReadAsync(IncidentFilter.All, new TileAddress(z, x, y), cancellation)).Length);
        });
        // Other tiles first, for what the program does but once.
        await Load.OnceAsync(product.Address, [.. addresses.Select(address => address + (address.Contains('?') ? '&' : '?') + "killed-min=19")], 1, cancellation);
        var cold = await Load.OnceAsync(product.Address, addresses, 1, cancellation);
        report.Add("tiles, 1 connection, cold", cold.PerSecond, ("the bare SQL", tiles.Count / seconds));
        var warm = await Load.ForAsync(product.Address, addresses, 1, TimeSpan.FromSeconds(options.Seconds), cancellation);
        report.Add("tiles, 1 connection, warm", warm.PerSecond, ("cold", cold.PerSecond));
        report.Note($"{tiles.Count} tiles of zoom 5 to 10; the largest has {largest} bytes. Cold: each for the first time.");
        await CompareAsync(report, options, "tiles", product, addresses, peer, [.. tiles.Select(tile => ServeAddresses.Of(PeerTile, tile))], cancellation);
    }

    private static async Task CompareAsync(Report report, Options options, string what, Served product, IReadOnlyList<string> own, Served? peer, IReadOnlyList<string> others, CancellationToken cancellation)
    {
        foreach (var connections in Connections)
        {
            var ours = await MeasureAsync(product, own);
            var theirs = peer is null ? null : await MeasureAsync(peer, others);
            report.Add($"{what}, {connections} connections", ours.PerSecond, theirs is null ? null : ("MapServer", theirs.PerSecond));
            report.Note($"{what}, {connections} connections: {Words(ours)}{(theirs is null ? "" : $"; MapServer {Words(theirs)}")}.");

            async Task<LoadResult> MeasureAsync(Served server, IReadOnlyList<string> paths)
            {
                await Load.ForAsync(server.Address, paths, connections, TimeSpan.FromSeconds(1), cancellation);
                return await Load.ForAsync(server.Address, paths, connections, TimeSpan.FromSeconds(options.Seconds), cancellation);
            }
        }

        static string Words(LoadResult result) => $"p50 {Report.Number(result.P50)} ms, p99 {Report.Number(result.P99)} ms, {Report.Number(result.Bytes / 1000)} kB";
    }

    private static async Task<bool> AnswersAsync(Served server, string path, CancellationToken cancellation)
    {
        using var http = new HttpClient { BaseAddress = server.Address };
        using var answer = await http.GetAsync(path, cancellation);
        return answer.IsSuccessStatusCode;
    }
}
