using Npgsql;
using NpgsqlTypes;

namespace BorderMap.PostGis.Reading;

/// <summary>What stands around a public incident, and how many of those shown have what.</summary>
internal sealed class PublicSurroundings(PublicConnections source)
{
    public async Task<IReadOnlyList<NearbyIncident>> NearbyAsync(string id, Nearness nearness, long? asOf, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var sql = SqlFiles.Read("nearby").Replace("{shown o}", Shown("o"), StringComparison.Ordinal).Replace("{shown i}", Shown("i"), StringComparison.Ordinal);
        return await connection.QueryAsync(sql,
            [
                new("id", id), new("metres", nearness.Km * 1000), new("days", nearness.Days), new("limit", nearness.Limit),
                new("precisions", nearness.Precisions.Select(EnumWords<Gazetteer.PlacePrecision>.Of).ToArray()), AsOf(asOf),
            ],
            reader => new NearbyIncident(reader.GetString(0), reader.GetDouble(1), reader.GetInt32(2)), cancellation);
    }

    public async Task<ValueCounts> CountsAsync(Incidents.IncidentFilter filter, CountBy by, CancellationToken cancellation)
    {
        var shown = FilterSql.Build(filter);
        var (values, from) = by switch
        {
            CountBy.Actor => ("unnest(i.actor_ids)", ""),
            CountBy.Place => ("unnest(i.place_ids)", ""),
            CountBy.Publisher => ("s.publisher", $"join public_source s on s.id = any (i.source_ids) and {Shown("s", filter.AsOf is not null)}"),
            _ => throw new ArgumentOutOfRangeException(nameof(by), by, "unknown"),
        };
        var sql = SqlFiles.Read("counts").Replace("{shown}", shown.Where, StringComparison.Ordinal).Replace("{values}", values, StringComparison.Ordinal)
            .Replace("{from}", from, StringComparison.Ordinal);
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var rows = await connection.QueryAsync(sql, [.. shown.Parameters.Select(parameter => new NpgsqlParameter(parameter.Name, parameter.Type) { Value = parameter.Value })],
            reader => new ValueCount(reader.Text(0) ?? "", reader.GetInt64(1), reader.Nullable<DateOnly>(2), reader.Nullable<DateTimeOffset>(3)), cancellation);
        return new ValueCounts([.. rows.Where(row => row.Value.Length > 0)], rows.Single(row => row.Value.Length == 0));
    }

    private static string Shown(string table) =>
        $"case when @asof is null then {table}.to_pub is null else {Shown(table, true)} end";

    private static string Shown(string table, bool isThen) =>
        isThen ? $"{table}.from_pub <= @asof and ({table}.to_pub is null or {table}.to_pub > @asof)" : $"{table}.to_pub is null";

    private static NpgsqlParameter AsOf(long? asOf) => new("asof", NpgsqlDbType.Bigint) { Value = (object?)asOf ?? DBNull.Value };
}
