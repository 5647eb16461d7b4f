using BorderMap.Incidents;
using BorderMap.Incidents.Reviewing;
using Npgsql;
using NpgsqlTypes;
using static BorderMap.PostGis.SqlValues;

namespace BorderMap.PostGis.Review;

/// <summary>Readers' error reports. For editors only; the public may add one and read none.</summary>
public sealed class ErrorReportStore(Database database, TimeProvider time)
{
    /// <summary>Open reports that are kept: about one incident, and in all.</summary>
    public const int OpenPerIncident = 50;
    public const int OpenInAll = 5_000;

    /// <summary>How long a decided report is kept, and how long the way to ask its reader back.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(365);
    public static readonly TimeSpan ContactKeptFor = TimeSpan.FromDays(30);

    private const string Columns = """
        r.id, r.incident, r.version, r.words, r.source_url, r.contact, r.at, r.state, r.revision, r.by, r.reason, r.decided, d.doc ->> 'title'
        """;

    private const string From = "from error_report r left join document d on d.kind = 'incident' and d.id = r.incident";

    /// <summary>Keeps a report that <see cref="ErrorReport.Check"/> finds nothing wrong with, about an incident that is public.</summary>
    public async Task<ErrorReportResult> AddAsync(ErrorReport report, CancellationToken cancellation)
    {
        await using var connection = await database.Editor.OpenConnectionAsync(cancellation);
        var id = Ids.New(Ids.ErrorReport);
        var kept = await connection.ExecuteAsync("""
            insert into error_report (id, incident, version, words, source_url, contact, at)
            select @id, @incident, @version, @words, @url, @contact, @at
            where (select count(*) from error_report where state = 'open' and incident = @incident) < @each
                and (select count(*) from error_report where state = 'open') < @all
            """,
            [
                new("id", id), new("incident", report.Incident), new("version", NpgsqlDbType.Integer) { Value = (object?)report.Version ?? DBNull.Value },
                new("words", report.Words), Text("url", report.SourceUrl), Text("contact", report.Contact), At("at", time.GetUtcNow()),
                new("each", OpenPerIncident), new("all", OpenInAll),
            ], cancellation);
        return kept == 0 ? new ErrorReportResult.Full() : new ErrorReportResult.Kept((await FindAsync(connection, id, cancellation))!);
    }

    /// <summary>Latest first.</summary>
    /// <param name="state">Null: all.</param>
    /// <param name="incident">Null: of every incident.</param>
    /// <param name="after">The last of the page before; null for the first.</param>
    /// <param name="limit">The most to give.</param>
    /// <param name="cancellation">Stops the read.</param>
    public async Task<IReadOnlyList<KeptErrorReport>> ListAsync(ErrorReportState? state, string? incident, KeptErrorReport? after, int limit, CancellationToken cancellation)
    {
        await using var connection = await database.Editor.OpenConnectionAsync(cancellation);
        return await connection.QueryAsync($"""
            select {Columns} {From}
            where (@state::text is null or r.state = @state) and (@incident::text is null or r.incident = @incident)
                and (@after::text is null or (r.at, r.id) < (@at, @after))
            order by r.at desc, r.id desc limit @limit
            """,
            [
                Text("state", state is { } word ? EnumWords<ErrorReportState>.Of(word) : null), Text("incident", incident), Text("after", after?.Id),
                At("at", after?.At ?? time.GetUtcNow()), new("limit", limit),
            ], Read, cancellation);
    }

    public async Task<KeptErrorReport?> FindAsync(string id, CancellationToken cancellation)
    {
        await using var connection = await database.Editor.OpenConnectionAsync(cancellation);
        return await FindAsync(connection, id, cancellation);
    }

    /// <param name="id">The report.</param>
    /// <param name="expectedRevision">What the editor saw; a decision may be taken again, but not over one that was not seen.</param>
    /// <param name="state">What is decided.</param>
    /// <param name="by">Who.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellation">Stops the write.</param>
    public async Task<ErrorReportResult> DecideAsync(string id, int expectedRevision, ErrorReportState state, string by, string reason, CancellationToken cancellation)
    {
        await using var connection = await database.Editor.OpenConnectionAsync(cancellation);
        var isOpen = state == ErrorReportState.Open;
        var written = await connection.ExecuteAsync("""
            update error_report set state = @state, revision = revision + 1, by = @by, reason = @reason, decided = case when @open then null else @at end
            where id = @id and revision = @revision
            """,
            [
                new("id", id), new("revision", expectedRevision), new("state", EnumWords<ErrorReportState>.Of(state)), new("open", isOpen),
                new("by", by), new("reason", reason), At("at", time.GetUtcNow()),
            ], cancellation);
        return await FindAsync(connection, id, cancellation) is not { } report ? new ErrorReportResult.Missing()
            : written > 0 ? new ErrorReportResult.Kept(report) : new ErrorReportResult.Stale(report);
    }

    /// <summary>Erases what has been kept long enough.</summary>
    /// <returns>How many reports were erased.</returns>
    public async Task<int> ForgetAsync(CancellationToken cancellation)
    {
        await using var connection = await database.Editor.OpenConnectionAsync(cancellation);
        await connection.ExecuteAsync("update error_report set contact = null where contact is not null and decided < @at", [At("at", time.GetUtcNow() - ContactKeptFor)], cancellation);
        return await connection.ExecuteAsync("delete from error_report where decided < @at", [At("at", time.GetUtcNow() - KeptFor)], cancellation);
    }

    private static async Task<KeptErrorReport?> FindAsync(NpgsqlConnection connection, string id, CancellationToken cancellation) =>
        (await connection.QueryAsync($"select {Columns} {From} where r.id = @id", [new("id", id)], Read, cancellation)).SingleOrDefault();

    private static KeptErrorReport Read(NpgsqlDataReader reader) => new(
        reader.GetString(0),
        new ErrorReport { Incident = reader.GetString(1), Version = reader.Nullable<int>(2), Words = reader.GetString(3), SourceUrl = reader.Text(4), Contact = reader.Text(5) },
        reader.GetFieldValue<DateTimeOffset>(6), Enum.Parse<ErrorReportState>(reader.GetString(7), ignoreCase: true), reader.GetInt32(8))
    {
        By = reader.Text(9),
        Reason = reader.Text(10),
        Decided = reader.Nullable<DateTimeOffset>(11),
        Title = reader.Text(12),
    };
}
