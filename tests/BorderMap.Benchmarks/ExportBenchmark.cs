using BorderMap.Benchmarks.Running;
using BorderMap.Incidents;
using BorderMap.PostGis;

namespace BorderMap.Benchmarks;

/// <summary>All features by id, as the GeoJSON export reads them, against the bare COPY of the same text and ogr2ogr over the same table.</summary>
internal static class ExportBenchmark
{
    private const string Columns = "id, kind, family, date_start, date_end, date_precision, precision, radius_m, side, line_km, line_distance_km, "
        + "killed_low, killed_high, injured_low, injured_high, grade, episode, cross_border, version, updated, geom";

    public static async Task<Report> RunAsync(int rows, CancellationToken cancellation)
    {
        await using var cluster = await OwnCluster.OpenAsync(cancellation);
        var import = Path.Combine(cluster.Home, "incidents.json");
        var atlas = CommittedData.Load(cancellation);
        await new SyntheticIncidents(atlas, rows).WriteAsync(import, cancellation);
        await cluster.FillAsync(atlas, import, cancellation);
        await cluster.ExecuteAsync("vacuum analyze public_incident", cancellation);
        await cluster.CheckpointAsync(cancellation);

        var reader = new PublicReader(cluster.Database);
        var file = Path.Combine(cluster.Home, "export");
        var hasOgr = Peer.Has("ogr2ogr");
        List<Func<Task>> competitors = [ToNull, ToFile, () => PsqlAsync(cluster, file, cancellation)];
        if (hasOgr)
            competitors.Add(() => OgrAsync(cluster, file, cancellation));
        var times = await Clock.MedianSecondsAsync([.. competitors]);
        var growth = await PeakMemory.GrowthAsync(ToNull);

        var report = new Report("s");
        var psql = ("psql \\copy binary of the feature column", times[2]);
        report.Add("export to nowhere", times[0], psql);
        report.Add("export to a file", times[1], psql);
        if (hasOgr)
            report.Add("export to a file", times[1], ("ogr2ogr -f GeoJSON of the columns", times[3]));
        var megabytes = await cluster.AskAsync<long>("select sum(octet_length(feature)) from public_incident where to_pub is null", cancellation) / 1e6;
        report.Note($"Text: {Report.Number(megabytes)} MB. The process grew by {Report.Number(growth)} MB at most while it exported. Medians of {Clock.Runs} runs.");
        report.Note(await cluster.VersionsAsync(cancellation) + (hasOgr ? "" : "; ogr2ogr is not installed"));
        return report;

        Task ToNull() => ExportAsync(Stream.Null);

        async Task ToFile()
        {
            await using var output = File.Create(file);
            await ExportAsync(output);
        }

        async Task ExportAsync(Stream output)
        {
            var written = await reader.CopyFeaturesAsync(IncidentFilter.All, output, cancellation);
            if (written != rows)
                throw new InvalidOperationException($"{written} features of {rows}");
        }
    }

    private static Task PsqlAsync(OwnCluster cluster, string file, CancellationToken cancellation) => Peer.RunAsync("psql",
        ["-X", "-q", "-h", cluster.Socket, "-U", "bordermap", "-d", "bordermap", "-c",
            $"\\copy (select feature from bordermap.public_incident where to_pub is null order by id) to '{file}.copy' (format binary)"], cancellation);

    private static Task OgrAsync(OwnCluster cluster, string file, CancellationToken cancellation)
    {
        File.Delete($"{file}.geojson");
        return Peer.RunAsync("ogr2ogr", ["-f", "GeoJSON", $"{file}.geojson", $"PG:host={cluster.Socket} user=bordermap dbname=bordermap",
            "-sql", $"select {Columns} from bordermap.public_incident where to_pub is null order by id"], cancellation);
    }
}
