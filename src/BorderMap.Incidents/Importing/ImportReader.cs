using System.Runtime.CompilerServices;
using BorderMap.Gazetteer;

namespace BorderMap.Incidents.Importing;

/// <summary>Reads a file of any format as rows in BorderMap's model, as a stream.</summary>
public static class ImportReader
{
    /// <summary>How many foreign rows are held at a time, so that what they name comes before them.</summary>
    private const int Chunk = 1_000;

    /// <param name="stream">The file, from its beginning.</param>
    /// <param name="plan">How to read it.</param>
    /// <param name="atlas">For places that are given by name.</param>
    /// <param name="actors">The actors there are.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static IAsyncEnumerable<FileRow> ReadAsync(Stream stream, ReadingPlan plan, Atlas atlas, ActorBook actors, CancellationToken cancellation = default)
    {
        if (plan.Format == ImportFormat.Bordermap)
            return BorderMapReader.ReadAsync(stream, cancellation);
        var places = new PlaceFinder(atlas);
        var columns = new Dictionary<string, string>();
        var rows = plan.Format switch
        {
            ImportFormat.Geojson => FeaturesAsync(stream, plan, new TemplateRows(plan, actors, places), columns, cancellation),
            _ => TableAsync(stream, plan, actors, places, columns, cancellation),
        };
        return InChunksAsync(rows, columns, cancellation);
    }

    /// <summary>What rows name comes before them: actors, sources, episodes, then the incidents of up to a thousand rows.</summary>
    private static async IAsyncEnumerable<FileRow> InChunksAsync(IAsyncEnumerable<ImportedRow> rows, Dictionary<string, string> columns, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (held, given, index) = (new List<ImportedRow>(), new HashSet<string>(), 0);
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            held.Add(row);
            if (held.Count < Chunk)
                continue;
            foreach (var ready in Emit(held))
                yield return ready;
            held.Clear();
        }
        foreach (var ready in Emit(held))
            yield return ready;

        IEnumerable<FileRow> Emit(List<ImportedRow> chunk)
        {
            foreach (var row in chunk)
                foreach (var actor in row.Actors)
                    yield return new("actors", index, Actor: actor) { Line = row.Line, IfMissing = true };
            foreach (var row in chunk)
                foreach (var source in row.Sources.Where(source => given.Add(source.Id)))
                    yield return new("sources", index, Source: source) { Line = row.Line, IfMissing = source.Id != row.DatasetId };
            foreach (var row in chunk)
                foreach (var episode in row.Episodes.Where(episode => given.Add(episode.Id)))
                    yield return new("episodes", index, Episode: episode) { Line = row.Line, IfMissing = true };
            foreach (var row in chunk)
                foreach (var incident in EmitIncident(row))
                    yield return incident;
        }

        IEnumerable<FileRow> EmitIncident(ImportedRow row)
        {
            index++;
            if (row.IsElsewhere)
                yield return new("incidents", index) { Line = row.Line, IsElsewhere = true };
            else if (row.Problems.Count > 0)
                foreach (var problem in row.Problems)
                    yield return new(row.EndsFile ? "" : "incidents", index, Problem: problem) { Line = row.Line };
            else
                yield return new("incidents", index, Incident: row.Incident) { Line = row.Line, Columns = columns, Basis = row.Basis, Waits = row.Waits };
        }
    }

    private static async IAsyncEnumerable<ImportedRow> TableAsync(Stream stream, ReadingPlan plan, ActorBook actors, PlaceFinder places, Dictionary<string, string> columns,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        Table? table = null;
        var template = new TemplateRows(plan, actors, places);
        Func<Cells, ImportedRow?> read = plan.Format switch
        {
            ImportFormat.Ucdp => new UcdpRows(UcdpRelease.Read(plan.Release ?? "") ?? throw new ArgumentException("A UCDP file needs its release", nameof(plan)), plan, actors, places).Read,
            ImportFormat.Acled => new AcledRows(plan, actors).Read,
            _ => template.Next,
        };
        await foreach (var record in CsvReader.ReadAsync(stream, null, cancellation))
        {
            if (record.Problem is { } problem)
                yield return ImportedRow.Bad(record.Line, [problem]) with { EndsFile = true };
            else if (table is null)
            {
                table = new Table(record.Values, plan);
                if (table.Problems.Count > 0)
                {
                    yield return ImportedRow.Bad(record.Line, table.Problems) with { EndsFile = true };
                    yield break;
                }
                foreach (var (path, column) in table.Paths)
                    columns[path] = column;
            }
            else if (table.Misshapen(record) is { } misshapen)
                yield return ImportedRow.Bad(record.Line, [misshapen]);
            else if (read(table.Cells(record)) is { } row)
                yield return row;
        }
        if (template.End() is { } last)
            yield return last;
    }

    private static async IAsyncEnumerable<ImportedRow> FeaturesAsync(Stream stream, ReadingPlan plan, TemplateRows template, Dictionary<string, string> columns,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        var names = new FieldNames(plan.Mapping);
        foreach (var (path, field) in TemplateRows.Fields)
            columns[path] = names.ColumnOf(field);
        await foreach (var feature in GeoJsonReader.ReadAsync(stream, cancellation))
        {
            if (feature.Problem is { } problem)
                yield return ImportedRow.Bad(feature.Number, [problem]) with { EndsFile = problem.Field == "file" };
            else if (template.Next(names.Cells(feature.Number, column => feature.Values.GetValueOrDefault(column)
                ?? (column == "lon" ? feature.Lon : column == "lat" ? feature.Lat : null), plan)) is { } row)
                yield return row;
        }
        if (template.End() is { } last)
            yield return last;
    }
}
