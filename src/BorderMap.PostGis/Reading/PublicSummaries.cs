using BorderMap.Incidents;
using BorderMap.Incidents.Model;
using Npgsql;

namespace BorderMap.PostGis.Reading;

/// <summary>Sums up the incidents of a filter.</summary>
internal sealed class PublicSummaries(PublicConnections source)
{
    public async Task<FilterSummary> ReadAsync(IncidentFilter filter, CancellationToken cancellation) => (await ShownAsync(filter,
        $"select count(*), min(date_start), max(coalesce(date_end, date_start)), {Sum("killed")}, {Sum("injured")}, count(*) filter (where date_start is null and date_end is null)", "",
        reader => new FilterSummary(reader.GetInt64(0), Sum(reader, 3), Sum(reader, 7), reader.Nullable<DateOnly>(1), reader.Nullable<DateOnly>(2), reader.GetInt64(11)), cancellation)).Single();

    public async Task<IReadOnlyList<KindTally>> TallyAsync(IncidentFilter filter, CancellationToken cancellation) => await ShownAsync(filter, "select kind, grade, count(*)", "group by kind, grade order by kind, grade",
        reader => new KindTally(reader.GetString(0), Enum.Parse<Grade>(reader.GetString(1), ignoreCase: true), reader.GetInt64(2)), cancellation);

    public async Task<IReadOnlyList<string>> DocumentsAsync(IncidentFilter filter, int most, CancellationToken cancellation) =>
        await ShownAsync(filter, "select document", "order by newest, id limit @most", reader => reader.GetString(0), cancellation, new NpgsqlParameter("most", most));

    private Task<List<T>> ShownAsync<T>(IncidentFilter filter, string select, string end, Func<NpgsqlDataReader, T> read, CancellationToken cancellation, params NpgsqlParameter[] more) =>
        ShownRows.ReadAsync(source, filter, select, end, read, cancellation, more);

    private static string Sum(string what) => $"""
        coalesce(sum({what}_low), 0)::bigint, coalesce(sum(coalesce({what}_high, {what}_low)), 0)::bigint, count(*) filter (where {what}_low is not null and {what}_high is null), count(*) filter (where {what}_low is null)
        """;

    private static ReportedSum Sum(NpgsqlDataReader reader, int first) =>
        new(reader.GetInt64(first), reader.GetInt64(first + 1), reader.GetInt64(first + 2) > 0, reader.GetInt64(first + 3));
}
