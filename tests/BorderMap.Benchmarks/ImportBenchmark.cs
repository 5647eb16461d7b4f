using BorderMap.Benchmarks.Running;
using BorderMap.Incidents;
using BorderMap.Incidents.Exporting;
using BorderMap.PostGis;

namespace BorderMap.Benchmarks;

/// <summary>A validated import against a bare COPY of the finished rows into tables with the same indexes and checks, and ogr2ogr, which loads the public features alone.</summary>
internal static class ImportBenchmark
{
    private const string OgrTable = "ogr_incident";

    /// <summary>What an import of incidents fills.</summary>
    private static readonly string[] Filled = ["document", "source_key", "change", "public_incident", "public_incident_place", "shown_version"];

    public static async Task<Report> RunAsync(int rows, CancellationToken cancellation)
    {
        await using var cluster = await OwnCluster.OpenAsync(cancellation);
        var file = Path.Combine(cluster.Home, "incidents.json");
        var atlas = CommittedData.Load(cancellation);
        await new SyntheticIncidents(atlas, rows).WriteAsync(file, cancellation);
        await cluster.CheckpointAsync(cancellation);

        var (import, growth) = (0.0, 0.0);
        var processor = await ProcessorTime.SecondsAsync(cluster.Postmaster, async () =>
            growth = await PeakMemory.GrowthAsync(async () => import = await Clock.SecondsAsync(() => cluster.FillAsync(atlas, file, cancellation))));
        var again = await Clock.SecondsAsync(() => cluster.FillAsync(atlas, file, cancellation));
        var (bare, bareProcessor) = (new Dictionary<string, double>(), new Dictionary<string, double>());
        foreach (var table in Filled)
            (bare[table], bareProcessor[table]) = await BareAsync(cluster, table, cancellation);
        var ogr = Peer.Has("ogr2ogr") ? await OgrAsync(cluster, cancellation) : (double?)null;

        var report = new Report("s");
        report.Add("import", import, ("COPY into public_incident", bare["public_incident"]));
        report.Add("import", import, ("COPY into every table it fills", bare.Values.Sum()));
        if (ogr is { } seconds)
            report.Add("import", import, ("ogr2ogr of the features into a table of its own", seconds));
        report.Add("processor time of the import", processor, ("of COPY into public_incident", bareProcessor["public_incident"]));
        report.Add("processor time of the import", processor, ("of COPY into every table it fills", bareProcessor.Values.Sum()));
        report.Add("the same file again", again, ("import", import));
        report.Note($"{Report.Number(rows / import)} rows/s. File: {Report.Number(new FileInfo(file).Length / 1e6)} MB. The process grew by {Report.Number(growth)} MB at most. One run each, "
            + "a checkpoint before it; the copies lack foreign keys, "
            + (ogr is null ? "and ogr2ogr is not installed." : "and ogr2ogr makes one index of its own, checks nothing and keeps neither documents nor an audit trail."));
        report.Note(await cluster.VersionsAsync(cancellation));
        return report;
    }

    private static async Task<double> OgrAsync(OwnCluster cluster, CancellationToken cancellation)
    {
        var file = Path.Combine(cluster.Home, "features.geojsonl");
        await using (var export = await new PublicReader(cluster.Database).OpenExportAsync(new(IncidentFilter.All), cancellation))
        await using (var output = File.Create(file))
            await export.WriteAsync(new GeoJsonLinesFormat(isSequence: false), output, cancellation);
        await cluster.CheckpointAsync(cancellation);
        return await Clock.SecondsAsync(() => Peer.RunAsync("ogr2ogr", ["-f", "PostgreSQL", $"PG:host={cluster.Socket} user=bordermap dbname=bordermap", $"GeoJSONSeq:{file}",
            "-nln", $"bordermap.{OgrTable}", "-lco", "GEOMETRY_NAME=geom", "-lco", "FID=fid", "--config", "PG_USE_COPY", "YES"], cancellation));
    }

    private static async Task<(double Seconds, double Processor)> BareAsync(OwnCluster cluster, string table, CancellationToken cancellation)
    {
        var columns = await cluster.AskAsync<string>($"""
            select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
            where attrelid = '{table}'::regclass and attnum > 0 and not attisdropped and attgenerated = ''
            """, cancellation);
        var file = Path.Combine(cluster.Home, $"{table}.copy");
        await cluster.ExecuteAsync($"create table bare_{table} (like {table} including all)", cancellation);
        await PsqlAsync(cluster, $"\\copy bordermap.{table} ({columns}) to '{file}' (format binary)", cancellation);
        await cluster.CheckpointAsync(cancellation);
        var seconds = 0.0;
        var processor = await ProcessorTime.SecondsAsync(cluster.Postmaster, async () => seconds = await Clock.SecondsAsync(
            () => PsqlAsync(cluster, $"\\copy bordermap.bare_{table} ({columns}) from '{file}' (format binary)", cancellation)));
        File.Delete(file);
        return (seconds, processor);
    }

    private static Task PsqlAsync(OwnCluster cluster, string command, CancellationToken cancellation) =>
        Peer.RunAsync("psql", ["-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", cluster.Socket, "-U", "bordermap", "-d", "bordermap", "-c", command], cancellation);
}
