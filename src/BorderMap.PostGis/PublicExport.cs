using System.Buffers;
using System.Data;
using BorderMap.Incidents.Exporting;
using BorderMap.PostGis.Reading;
using Npgsql;

namespace BorderMap.PostGis;

/// <summary>One state of what is public, held open while it is written out, in one format or in several. Memory stays flat, and no more is read than the output takes.</summary>
public sealed class PublicExport : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;
    private readonly NpgsqlTransaction snapshot;
    private readonly ExportSql sql;

    private PublicExport(NpgsqlConnection connection, NpgsqlTransaction snapshot, ExportQuery query, long pub)
    {
        (this.connection, this.snapshot) = (connection, snapshot);
        (Query, Pub, sql) = (query, pub, ExportSql.Build(query));
    }

    public ExportQuery Query { get; }

    /// <summary>The public sequence that is shown.</summary>
    public long Pub { get; }

    internal static async Task<PublicExport> OpenAsync(PublicConnections source, ExportQuery query, CancellationToken cancellation)
    {
        var connection = await source.OpenConnectionAsync(cancellation);
        try
        {
            var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
            var now = await PublicIncidents.PubAsync(connection, cancellation);
            var export = new PublicExport(connection, snapshot, query, Math.Min(now, query.Filter.AsOf ?? now));
            await export.SetAsync(cancellation);
            return export;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>How many incidents it holds, and how many of them have a place.</summary>
    public Task<long> CountAsync(bool isLocated, CancellationToken cancellation) => AskAsync($"select count(*) {sql.Rows(isLocated)}", cancellation);

    /// <summary>How many that changed since do not, or not any more, belong to it.</summary>
    public Task<long> CountGoneAsync(CancellationToken cancellation) => AskAsync($"select count(*) {sql.GoneRows}", cancellation);

    /// <summary>Writes a file.</summary>
    /// <returns>How many incidents it holds.</returns>
    public async Task<long> WriteAsync(IFeatureFormat format, Stream output, CancellationToken cancellation)
    {
        await CostLimit.LiftAsync(connection, cancellation);
        if (format is IWeighingFormat { Weighs: true } weighing)
            await RawCopy.ReadAsync(connection, sql.Features(format.IsSpatial), (feature, _) => weighing.Weigh(feature), Stream.Null, cancellation);
        foreach (var piece in format.Begin())
            await output.WriteAsync(piece, cancellation);
        var count = await RawCopy.ReadAsync(connection, sql.Features(format.IsSpatial), format.Write, output, cancellation);
        if (Query.Since is not null && format is IGoneFormat telling)
        {
            await WriteAsync(telling.BeginGone, output, cancellation);
            await RawCopy.ReadAsync(connection, sql.Gone, telling.WriteGone, output, cancellation);
        }
        await WriteAsync(format.End, output, cancellation);
        return count;
    }

    public async ValueTask DisposeAsync()
    {
        await snapshot.DisposeAsync();
        await connection.DisposeAsync();
    }

    private static async Task WriteAsync(Action<IBufferWriter<byte>> write, Stream output, CancellationToken cancellation)
    {
        var piece = new ArrayBufferWriter<byte>();
        write(piece);
        await output.WriteAsync(piece.WrittenMemory, cancellation);
    }

    private async Task<long> AskAsync(string text, CancellationToken cancellation) => (long)(await connection.ScalarAsync(text, [], cancellation))!;

    /// <summary>COPY takes no parameters: the values are settings of the transaction.</summary>
    private async Task SetAsync(CancellationToken cancellation)
    {
        foreach (var parameter in sql.Parameters)
            await connection.ExecuteAsync("select set_config(@name, (@value)::text, true)",
                [new("name", FilterSql.SettingName(parameter)), new NpgsqlParameter("value", parameter.Type) { Value = parameter.Value }], cancellation);
    }
}
