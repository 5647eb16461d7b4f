using System.Data;
using BorderMap.Gazetteer.Coordinates;
using BorderMap.Incidents;
using BorderMap.PostGis.Reading;
using NetTopologySuite.Geometries;
using Npgsql;
using NpgsqlTypes;

namespace BorderMap.PostGis.Features;

/// <summary>Reads features, through the public role only. Counts, extents and the last pages are kept as long as nothing public changes.</summary>
public sealed class FeatureReader(Database database)
{
    private readonly Kept<long> counts = new(10_000);
    private readonly Kept<FeatureExtent> extents = new(100);
    private readonly LastUsed<PageKey, FeaturePage> pages = new(PageBytesKept, (_, page) => page.Features.Sum(feature => (long)feature.Length + 24));

    private const int PageBytesKept = 64 * 1024 * 1024;

    /// <param name="Query">Of collection, filter and order.</param>
    /// <param name="Limit">The most features.</param>
    /// <param name="Crs">The reference system.</param>
    /// <param name="Cursor">Where the page before ended.</param>
    private sealed record PageKey(string Query, int Limit, ReferenceSystem Crs, string? Cursor);

    /// <summary>All pages of a walk show the state of its first page, so that they fit together and to the count.</summary>
    /// <param name="query">What is asked for.</param>
    /// <param name="known">The public sequence as it was a moment ago; null: not known.</param>
    /// <param name="cancellation">Stops the read.</param>
    public async Task<FeaturePage> PageAsync(FeatureQuery query, long? known, CancellationToken cancellation)
    {
        // What lies in the gazetteer may change without a public sequence.
        if (known is not { } pub || query.AsOf is not null || !query.Collection.TakesIncidentFilter)
            return await ReadAsync(query, known, cancellation);
        var key = new PageKey(FeatureSql.Fingerprint(query), query.Limit, query.Crs, query.Cursor?.Write());
        if (pages.Find(key, pub) is { } kept)
            return kept;
        var page = await ReadAsync(query, known, cancellation);
        // A walk goes on in the state of its first page.
        return pages.Keep(key, query.Cursor is null ? page.Pub : pub, page);
    }

    private async Task<FeaturePage> ReadAsync(FeatureQuery query, long? known, CancellationToken cancellation)
    {
        await using var connection = await database.Public.OpenConnectionAsync(cancellation);
        return await AtOnceAsync(connection, query, known, cancellation) ?? await InSnapshotAsync(connection, query, cancellation);
    }

    /// <summary>One statement, where the count is known and nothing public has changed since; else null.</summary>
    private async Task<FeaturePage?> AtOnceAsync(NpgsqlConnection connection, FeatureQuery query, long? known, CancellationToken cancellation)
    {
        if (known is not { } pub || query.AsOf is not null || (query.Cursor is { } cursor && cursor.Pub != pub))
            return null;
        var matched = query.Cursor?.NumberMatched ?? (counts.TryGet(pub, CountKey(query, null), out var kept) ? kept : null as long?);
        if (matched is not { } count)
            return null;
        var isPlain = FeatureSql.IsByCell(query) && query is { Conditions.Count: 0, Time: null } && query.Filter == IncidentFilter.All;
        var rows = await RowsAsync(connection, query, FeatureSql.Page(query, null), cancellation, isPlain && database.KeepsStatements);
        return rows.Count > 0 && rows[0].Pub == pub ? PageOf(query, rows, pub, count, null) : null;
    }

    private async Task<FeaturePage> InSnapshotAsync(NpgsqlConnection connection, FeatureQuery query, CancellationToken cancellation)
    {
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        var now = await PublicIncidents.PubAsync(connection, cancellation);
        var pub = Math.Min(now, query.AsOf ?? query.Cursor?.Pub ?? now);
        var asOf = pub == now || !query.Collection.IsVersioned ? null : (long?)pub;
        var matched = query.Cursor?.NumberMatched ?? await CountAsync(connection, query, now, asOf, cancellation);
        var withheld = query.AsOf is null ? null : await PublicIncidents.WithheldAsync(connection, pub, cancellation);
        var rows = await RowsAsync(connection, query, FeatureSql.Page(query, asOf), cancellation);
        return PageOf(query, rows, pub, matched, withheld);
    }

    private static FeaturePage PageOf(FeatureQuery query, List<Row> rows, long pub, long matched, long? withheld)
    {
        // The stretches of an area come one after another: were they ever mixed, pages would miss features.
        if (FeatureSql.IsByCell(query) && rows.Zip(rows.Skip(1)).Any(pair => string.CompareOrdinal(pair.First.Keys[0], pair.Second.Keys[0]) > 0))
            throw new InvalidOperationException("The features of an area came out of order.");
        var next = rows.Count > query.Limit && rows[query.Limit - 1] is var last ? new FeatureCursor(pub, matched, FeatureSql.Fingerprint(query), last.Keys, last.Id).Write() : null;
        return new FeaturePage([.. rows.Take(query.Limit).Select(row => row.Feature)], next, matched, pub, withheld);
    }

    /// <summary>One feature by its id; null where the query's collection, or its moment, has none.</summary>
    public async Task<byte[]?> FindAsync(FeatureQuery query, string id, CancellationToken cancellation)
    {
        await using var connection = await database.Public.OpenConnectionAsync(cancellation);
        var asked = query with { Limit = 1, Conditions = [new FeatureCondition($"{query.Collection.Key.Sql} = @id", new FilterParameter("id", id, NpgsqlDbType.Text))] };
        var rows = await RowsAsync(connection, asked, FeatureSql.Page(asked, query.AsOf), cancellation);
        return rows.Count == 0 ? null : rows[0].Feature;
    }

    public async Task<FeatureExtent> ExtentAsync(FeatureSet collection, CancellationToken cancellation)
    {
        await using var connection = await database.Public.OpenConnectionAsync(cancellation);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        var now = await PublicIncidents.PubAsync(connection, cancellation);
        if (extents.TryGet(now, collection.Id, out var kept))
            return kept!;
        var rows = await connection.QueryAsync(FeatureSql.Extent(collection).Text, [], reader => new FeatureExtent(reader.GetInt64(0),
            reader.IsDBNull(1) ? null : new(reader.GetDouble(1), reader.GetDouble(2), reader.GetDouble(3), reader.GetDouble(4)), reader.Nullable<DateOnly>(5), reader.Nullable<DateOnly>(6)), cancellation);
        extents.Keep(now, collection.Id, rows[0]);
        return rows[0];
    }

    private async Task<long> CountAsync(NpgsqlConnection connection, FeatureQuery query, long now, long? asOf, CancellationToken cancellation)
    {
        var key = CountKey(query, asOf);
        if (counts.TryGet(now, key, out var kept))
            return kept;
        var sql = FeatureSql.Count(query, asOf);
        var count = (long)(await connection.ScalarAsync(sql.Text, Bound(sql), cancellation))!;
        counts.Keep(now, key, count);
        return count;
    }

    private static string CountKey(FeatureQuery query, long? asOf) => $"{FeatureSql.Selection(query)} {asOf}";

    private static NpgsqlParameter[] Bound(FeatureSql sql) => [.. sql.Parameters.Select(parameter => parameter.Bound())];

    private static Task<List<Row>> RowsAsync(NpgsqlConnection connection, FeatureQuery query, FeatureSql sql, CancellationToken cancellation, bool isKept = false)
    {
        var keys = FeatureSql.Keys(query);
        var (text, geometry) = (keys.Count + 2, keys.Count + 3);
        return connection.QueryAsync(sql.Text, Bound(sql), reader =>
        {
            var feature = reader.GetFieldValue<byte[]>(text);
            if (reader.FieldCount > geometry)
                feature = FeatureGeometry.Replace(feature, reader.IsDBNull(geometry) ? null : reader.GetFieldValue<Geometry>(geometry), query.Crs);
            return new Row(reader.GetInt64(0), reader.GetString(1), keys.Count == 0 ? [] : [.. keys.Select((key, i) => Key(reader, i + 2, key.Type))], feature);
        }, cancellation, isKept);
    }

    private static string? Key(NpgsqlDataReader reader, int column, NpgsqlDbType type) => reader.IsDBNull(column) ? null : FeatureCursor.Text(type switch
    {
        NpgsqlDbType.Date => reader.GetFieldValue<DateOnly>(column),
        NpgsqlDbType.TimestampTz => reader.GetFieldValue<DateTime>(column),
        _ => reader.GetValue(column),
    });

    private sealed record Row(long Pub, string Id, IReadOnlyList<string?> Keys, byte[] Feature);
}
