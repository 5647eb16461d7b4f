using BorderMap.Incidents;
using BorderMap.Incidents.Model;
using Npgsql;

namespace BorderMap.PostGis.Reading;

/// <summary>Sums up the incidents of a filter.</summary>
internal sealed class PublicSummaries(NpgsqlDataSource source)
{
    public async Task<FilterSummary> ReadAsync(IncidentFilter filter, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var shown = FilterSql.Build(filter);
        return (await connection.QueryAsync($"""
            select count(*), min(date_start), max(coalesce(date_end, date_start)), {Sum("killed")}, {Sum("injured")}, count(*) filter (where date_start is null and date_end is null)
            from public_incident where {shown.Where}
            """, PublicIncidents.Bound(shown),
            reader => new FilterSummary(reader.GetInt64(0), Sum(reader, 3), Sum(reader, 7), reader.Nullable<DateOnly>(1), reader.Nullable<DateOnly>(2), reader.GetInt64(11)), cancellation)).Single();
    }

    public async Task<IReadOnlyList<KindTally>> TallyAsync(IncidentFilter filter, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var shown = FilterSql.Build(filter);
        return await connection.QueryAsync($"select kind, grade, count(*) from public_incident where {shown.Where} group by kind, grade order by kind, grade", PublicIncidents.Bound(shown),
            reader => new KindTally(reader.GetString(0), Enum.Parse<Grade>(reader.GetString(1), ignoreCase: true), reader.GetInt64(2)), cancellation);
    }

    public async Task<IReadOnlyList<string>> DocumentsAsync(IncidentFilter filter, int most, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var shown = FilterSql.Build(filter);
        return await connection.QueryAsync($"select document from public_incident where {shown.Where} order by newest, id limit @most", [.. PublicIncidents.Bound(shown), new("most", most)],
            reader => reader.GetString(0), cancellation);
    }

    private static string Sum(string what) => $"""
        coalesce(sum({what}_low), 0)::bigint, coalesce(sum({what}_high), 0)::bigint, count(*) filter (where {what}_low is not null and {what}_high is null), count(*) filter (where {what}_low is null)
        """;

    private static ReportedSum Sum(NpgsqlDataReader reader, int first) =>
        new(reader.GetInt64(first), reader.GetInt64(first + 2) > 0 ? null : reader.GetInt64(first + 1), reader.GetInt64(first + 3));
}
