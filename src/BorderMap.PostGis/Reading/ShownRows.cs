using BorderMap.Incidents;
using Npgsql;

namespace BorderMap.PostGis.Reading;

/// <summary>Reads something of the public incidents of a filter, by one statement.</summary>
internal static class ShownRows
{
    /// <param name="source">The public connections.</param>
    /// <param name="filter">Which incidents.</param>
    /// <param name="select">The statement up to its source.</param>
    /// <param name="end">What follows its condition.</param>
    /// <param name="read">Makes a row.</param>
    /// <param name="cancellation">Stops the read.</param>
    /// <param name="more">Values beside those of the filter.</param>
    public static async Task<List<T>> ReadAsync<T>(PublicConnections source, IncidentFilter filter, string select, string end, Func<NpgsqlDataReader, T> read, CancellationToken cancellation, params NpgsqlParameter[] more)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var shown = FilterSql.Build(filter);
        return await connection.QueryAsync($"{select} from public_incident where {shown.Where} {end}", [.. PublicIncidents.Bound(shown), .. more], read, cancellation);
    }
}
