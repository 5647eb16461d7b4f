using System.Data;
using BorderMap.Incidents;
using BorderMap.PostGis.Columns;
using Npgsql;

namespace BorderMap.PostGis.Reading;

/// <summary>Reads the public incidents into columns, latest first as the list of the API has them.</summary>
internal sealed class PublicColumns(PublicConnections source)
{
    /// <param name="filter">Which incidents.</param>
    /// <param name="part">Which columns.</param>
    /// <param name="most">The most rows: the latest.</param>
    /// <param name="cancellation">Stops the read.</param>
    public async Task<ColumnFile> ReadAsync(IncidentFilter filter, ColumnPart part, int most, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        if (filter with { AsOf = null } == IncidentFilter.All)
            await CostLimit.LiftAsync(connection, cancellation);
        var now = await PublicIncidents.PubAsync(connection, cancellation);
        var pub = Math.Min(now, filter.AsOf ?? now);
        var shown = FilterSql.Build(filter with { AsOf = pub == now ? null : pub });
        var matched = await PublicIncidents.CountAsync(connection, shown, cancellation);
        var withheld = filter.AsOf is null ? null : await PublicIncidents.WithheldAsync(connection, pub, cancellation);
        var rows = (int)Math.Min(matched, most);
        var set = Set(part, rows);
        await FillAsync(set, rows, connection, shown, cancellation);
        var writer = new ColumnFileWriter(rows);
        set.Write(writer);
        var file = writer.Finish(json =>
        {
            json.WriteNumber("matched", matched);
            json.WriteNumber("pub", pub);
            if (withheld is { } count)
                json.WriteNumber("withheld", count);
        });
        return new ColumnFile(file, now);
    }

    private static async Task FillAsync(IColumnSet set, int rows, NpgsqlConnection connection, FilterSql shown, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"select {set.Selected} from public_incident where {shown.Where} order by newest, id limit {rows}", connection);
        command.Parameters.AddRange(PublicIncidents.Bound(shown));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        for (var row = 0; await reader.ReadAsync(cancellation); row++)
            set.Take(reader, row);
    }

    private static IColumnSet Set(ColumnPart part, int rows) => part switch
    {
        ColumnPart.Map => new MapColumns(rows),
        ColumnPart.Texts => new TextColumns(rows),
        ColumnPart.Ids => new IdColumns(rows),
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "unknown part"),
    };
}
