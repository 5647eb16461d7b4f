using BorderMap.Incidents;

namespace BorderMap.PostGis.Reading;

/// <summary>Reads what was published or changed last.</summary>
internal sealed class PublicFeed(PublicConnections source)
{
    public async Task<IReadOnlyList<FeedItem>> LatestAsync(IncidentFilter filter, int limit, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var shown = FilterSql.Build(filter);
        return await connection.QueryAsync($"""
            select latest.id, latest.feature, latest.updated, (select min(first.updated) from public_incident first where first.id = latest.id)
            from (select id, feature, updated, from_pub from public_incident where {shown.Where} order by from_pub desc limit @limit) latest
            order by latest.from_pub desc
            """, [.. PublicIncidents.Bound(shown), new("limit", limit)],
            reader => new FeedItem(reader.GetString(0), reader.GetString(1), reader.GetFieldValue<DateTimeOffset>(2), reader.GetFieldValue<DateTimeOffset>(3)), cancellation);
    }
}
