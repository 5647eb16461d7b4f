using BorderMap.Benchmarks.Running;
using BorderMap.Incidents;
using BorderMap.Incidents.Exporting;
using BorderMap.Incidents.Exporting.FlatGeobuf;
using BorderMap.PostGis;

namespace BorderMap.Benchmarks;

/// <summary>Exports in each format, against the bare COPY of the finished text and ogr2ogr over the same table.</summary>
internal static class ExportBenchmark
{
    private const string Columns = "id, kind, family, date_start, date_end, date_precision, precision, radius_m, side, line_km, line_distance_km, "
        + "killed_low, killed_high, injured_low, injured_high, grade, episode, cross_border, version, updated, geom";

    private static readonly (string Driver, string Ending)[] OgrFormats = [("GeoJSON", "geojson"), ("CSV", "csv"), ("KML", "kml"), ("FlatGeobuf", "fgb")];

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
        List<Func<Task>> competitors = [() => ToNullAsync(GeoJson), () => ToFileAsync(GeoJson), () => ToFileAsync(_ => new CsvFormat()), () => ToFileAsync(head => new KmlFormat(head)), () => ToFileAsync(FlatGeobuf),
            () => PsqlAsync(cluster, file, cancellation)];
        if (hasOgr)
            competitors.AddRange(OgrFormats.Select<(string, string), Func<Task>>(format => () => OgrAsync(cluster, file, format, cancellation)));
        var times = await Clock.MedianSecondsAsync([.. competitors]);
        var report = new Report("s");
        var psql = ("psql \\copy binary of the feature column", times[5]);
        report.Add("GeoJSON to nowhere", times[0], psql);
        report.Add("GeoJSON to a file", times[1], psql);
        foreach (var (name, own, other) in new[] { ("GeoJSON", 1, 6), ("CSV", 2, 7), ("KML", 3, 8), ("FlatGeobuf with its index", 4, 9) })
            report.Add($"{name} to a file", times[own], hasOgr ? ("ogr2ogr of the columns, the same format", times[other]) : null);
        var megabytes = await cluster.AskAsync<long>("select sum(octet_length(feature)) from public_incident where to_pub is null", cancellation) / 1e6;
        report.Note($"Text: {Report.Number(megabytes)} MB. Medians of {Clock.Runs} runs. The process grew by {Report.Number(await PeakMemory.GrowthAsync(() => ToNullAsync(GeoJson)))} MB at most while it exported GeoJSON, "
            + $"by {Report.Number(await PeakMemory.GrowthAsync(() => ToNullAsync(FlatGeobuf)))} MB with FlatGeobuf, whose index keeps 20 bytes a point.");
        report.Note(await cluster.VersionsAsync(cancellation) + (hasOgr ? "" : "; ogr2ogr is not installed"));
        return report;

        static IFeatureFormat GeoJson(ExportHead head) => new GeoJsonFormat(head);

        static IFeatureFormat FlatGeobuf(ExportHead head) => new FlatGeobufFormat(head);

        Task ToNullAsync(Func<ExportHead, IFeatureFormat> format) => ExportAsync(format, Stream.Null);

        async Task ToFileAsync(Func<ExportHead, IFeatureFormat> format)
        {
            await using var output = File.Create(file);
            await ExportAsync(format, output);
        }

        // Counted first, as a download is.
        async Task ExportAsync(Func<ExportHead, IFeatureFormat> format, Stream output)
        {
            await using var export = await reader.OpenExportAsync(new(IncidentFilter.All), cancellation);
            var count = await export.CountAsync(isLocated: false, cancellation);
            var isSpatial = format(new("", export.Pub, count, null)).IsSpatial;
            var head = new ExportHead("", export.Pub, count, isSpatial ? await export.CountAsync(isLocated: true, cancellation) : null);
            if (await export.WriteAsync(format(head), output, cancellation) is var written && written != rows)
                throw new InvalidOperationException($"{written} features of {rows}");
        }
    }

    private static Task PsqlAsync(OwnCluster cluster, string file, CancellationToken cancellation) => Peer.RunAsync("psql",
        ["-X", "-q", "-h", cluster.Socket, "-U", "bordermap", "-d", "bordermap", "-c",
            $"\\copy (select feature from bordermap.public_incident where to_pub is null order by id) to '{file}.copy' (format binary)"], cancellation);

    private static Task OgrAsync(OwnCluster cluster, string file, (string Driver, string Ending) format, CancellationToken cancellation)
    {
        var target = $"{file}.{format.Ending}";
        File.Delete(target);
        return Peer.RunAsync("ogr2ogr", ["-f", format.Driver, target, $"PG:host={cluster.Socket} user=bordermap dbname=bordermap",
            "-sql", $"select {Columns} from bordermap.public_incident where to_pub is null order by id"], cancellation);
    }
}
