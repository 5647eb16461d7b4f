using System.Data;
using BorderMap.Incidents;
using BorderMap.PostGis.Features;
using Npgsql;
using NpgsqlTypes;

namespace BorderMap.PostGis.Reading;

/// <summary>Reads the public incidents.</summary>
internal sealed class PublicIncidents(PublicConnections source)
{
    private const int CountsKept = 10_000;

    private readonly Kept<long> counts = new(CountsKept);

    public static async Task<long> PubAsync(NpgsqlConnection connection, CancellationToken cancellation) =>
        (long)(await connection.ScalarAsync("select pub from public_state", [], cancellation))!;

    public async Task<IReadOnlyList<string>> PlacesAsync(CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return await connection.QueryAsync("select distinct place from public_incident_place where to_pub is null and place is not null", [], reader => reader.GetString(0), cancellation);
    }

    /// <summary>All pages of a walk show the state of its first page, so that they fit together and to the count.</summary>
    public async Task<IncidentPage> PageAsync(IncidentFilter filter, PageRequest request, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        var now = await PubAsync(connection, cancellation);
        var pub = Math.Min(now, filter.AsOf ?? request.Cursor?.Pub ?? now);
        var shown = FilterSql.Build(filter with { AsOf = pub == now ? null : pub });
        var matched = request.Cursor?.NumberMatched ?? await CountOnceAsync(connection, filter, shown, now, cancellation);
        var withheld = filter.AsOf is null ? null : await WithheldAsync(connection, pub, cancellation);
        var order = request.Cursor?.Order ?? request.Order;
        var rows = await RowsAsync(connection, shown, request, order, cancellation);
        var next = rows.Count <= request.Limit ? null : new PageCursor
        {
            Order = order,
            Pub = pub,
            NumberMatched = matched,
            Newest = rows[request.Limit - 1].Newest,
            Id = rows[request.Limit - 1].Id,
            Filter = PageCursor.Fingerprint(filter),
        };
        return new IncidentPage([.. rows.Take(request.Limit).Select(row => row.Feature)], next?.Write(), matched, pub, withheld);
    }

    public async Task<long> CountAsync(IncidentFilter filter, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return await CountAsync(connection, FilterSql.Build(filter), cancellation);
    }

    /// <summary>What was counted of this public sequence is not counted again.</summary>
    private async Task<long> CountOnceAsync(NpgsqlConnection connection, IncidentFilter filter, FilterSql shown, long now, CancellationToken cancellation)
    {
        var key = PageCursor.Digest(filter);
        if (counts.TryGet(now, key, out var kept))
            return kept;
        var count = await CountAsync(connection, shown, cancellation);
        counts.Keep(now, key, count);
        return count;
    }

    public async Task<PublicIncident> FindAsync(string id, long? asOf, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var found = await connection.QueryAsync<PublicIncident>(SqlFiles.Read("public_find"), [new("id", id), AsOf(asOf)], reader => reader.Text(5) switch
        {
            null => new PublicIncident.Found(id, reader.GetInt32(0), reader.Nullable<long>(1), reader.GetString(2), reader.GetString(3), reader.GetFieldValue<DateTimeOffset>(4)),
            "merged" when reader.Text(7) is { } successor => new PublicIncident.Moved(successor),
            _ => new PublicIncident.Gone(reader.GetString(6)),
        }, cancellation);
        return found.SingleOrDefault() ?? new PublicIncident.Missing();
    }

    public async Task<IReadOnlyList<PublicVersion>> HistoryAsync(string id, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return await connection.QueryAsync("select version, from_pub, to_pub, updated, withheld_since, document from public_incident where id = @id order by version desc",
            [new("id", id)], reader => new PublicVersion(reader.GetInt32(0), reader.GetInt64(1), reader.Nullable<long>(2), reader.GetFieldValue<DateTimeOffset>(3),
                reader.Nullable<long>(4), reader.GetString(5)), cancellation);
    }

    public async Task<ChangePage> ChangesAsync(long since, int limit, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var now = since;
        var changes = await connection.QueryAsync(SqlFiles.Read("changes"), [new("since", since), new("limit", limit + 1)], reader =>
        {
            now = reader.GetInt64(0);
            return reader.IsDBNull(1) ? null : new Change(reader.GetInt64(1), reader.GetString(2), reader.GetInt32(3), Kind(reader.GetString(7)),
                reader.GetFieldValue<DateTimeOffset>(4), reader.Text(5), reader.Text(6));
        }, cancellation);
        var page = changes.OfType<Change>().Take(limit).ToList();
        var more = changes.Count > limit;
        return new ChangePage(page, more ? page[^1].Pub : now, more);
    }

    private static ChangeKind Kind(string how) => how switch
    {
        "published" => ChangeKind.Published,
        "updated" => ChangeKind.Updated,
        "retracted" => ChangeKind.Retracted,
        "withdrawn" or "redacted" => ChangeKind.Withdrawn,
        "merged" => ChangeKind.Moved,
        _ => throw new ArgumentOutOfRangeException(nameof(how), how, "unknown change"),
    };

    /// <summary>How many incidents of an earlier state are withheld since.</summary>
    public static async Task<long?> WithheldAsync(NpgsqlConnection connection, long pub, CancellationToken cancellation) =>
        await connection.ScalarAsync(SqlFiles.Read("public_withheld"), [new("asof", pub)], cancellation) as long?;

    public static async Task<long> CountAsync(NpgsqlConnection connection, FilterSql shown, CancellationToken cancellation) =>
        (long)(await connection.ScalarAsync($"select count(*) from public_incident where {shown.Where}", Bound(shown), cancellation))!;

    /// <summary>One row more than asked for tells whether there is a next page.</summary>
    private static Task<List<(int Newest, string Id, string Feature)>> RowsAsync(NpgsqlConnection connection, FilterSql shown, PageRequest request, PageOrder order,
        CancellationToken cancellation)
    {
        var (after, by) = order == PageOrder.Newest ? ("(newest, id) > (@newest, @id)", "newest, id") : ("id > @id", "id");
        var sql = $"select newest, id, feature from public_incident where {shown.Where}{(request.Cursor is null ? "" : $" and {after}")} order by {by} limit @limit";
        NpgsqlParameter[] position = request.Cursor is null ? [] : [new("newest", request.Cursor.Newest), new("id", request.Cursor.Id)];
        return connection.QueryAsync(sql, [.. Bound(shown), .. position, new("limit", request.Limit + 1)],
            reader => (reader.GetInt32(0), reader.GetString(1), reader.GetString(2)), cancellation);
    }

    public static NpgsqlParameter[] Bound(FilterSql shown) => [.. shown.Parameters.Select(parameter => Bound(parameter, parameter.Name))];

    private static NpgsqlParameter Bound(FilterParameter parameter, string name) => new(name, parameter.Type) { Value = parameter.Value };

    private static NpgsqlParameter AsOf(long? asOf) => new("asof", NpgsqlDbType.Bigint) { Value = (object?)asOf ?? DBNull.Value };
}
