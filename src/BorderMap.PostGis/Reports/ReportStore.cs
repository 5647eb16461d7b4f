using System.Runtime.CompilerServices;
using Npgsql;
using NpgsqlTypes;
using static BorderMap.PostGis.SqlValues;

namespace BorderMap.PostGis.Reports;

/// <summary>Reports that were read into drafts, and what people made of them. For the desk only.</summary>
public sealed class ReportStore(Database database)
{
    private const string Columns = "r.id, r.at, r.by, r.sha256, r.characters, r.text, r.published, r.publisher, r.origin, r.title, r.url, r.source, r.reading::text";

    private const string DraftColumns = "d.n, d.draft::text, d.decision, d.incident, d.corrected::text, d.by, d.why, d.decided";

    /// <summary>Keeps a report with its drafts.</summary>
    public async Task AddAsync(StoredReport report, CancellationToken cancellation)
    {
        await using var connection = await database.Editor.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await connection.ExecuteAsync("""
            insert into report (id, at, by, sha256, characters, text, published, publisher, origin, title, url, reading)
            values (@id, @at, @by, @sha256, @characters, @text, @published, @publisher, @origin, @title, @url, @reading)
            """,
            [
                new("id", report.Id), At("at", report.At), new("by", report.By), new("sha256", report.Sha256), new("characters", report.Characters), Text("text", report.Text),
                new("published", NpgsqlDbType.Date) { Value = (object?)report.Published ?? DBNull.Value }, .. Origin(report.Origin), Json("reading", report.Reading),
            ], cancellation);
        foreach (var draft in report.Drafts)
            await connection.ExecuteAsync("insert into report_draft (report, n, draft) values (@report, @n, @draft)", [new("report", report.Id), new("n", draft.N), Json("draft", draft.Draft)], cancellation);
        await transaction.CommitSurelyAsync(cancellation);
    }

    /// <summary>The report with its drafts; null: there is none.</summary>
    public async Task<StoredReport?> FindAsync(string id, CancellationToken cancellation)
    {
        await using var connection = await database.Editor.OpenConnectionAsync(cancellation);
        if (await connection.QueryAsync($"select {Columns}, 0, 0 from report r where r.id = @id", [new("id", id)], ReadReport, cancellation) is not [var report])
            return null;
        var drafts = await connection.QueryAsync($"select {DraftColumns} from report_draft d where d.report = @id order by d.n", [new("id", id)], ReadDraft, cancellation);
        return report with { Drafts = drafts, DraftCount = drafts.Count, OpenCount = drafts.Count(draft => draft.Decision is null) };
    }

    /// <summary>Latest first, without their drafts.</summary>
    /// <param name="by">Whose; null: everybody's.</param>
    /// <param name="after">The last of the page before; null for the first.</param>
    /// <param name="limit">The most to give.</param>
    /// <param name="cancellation">Stops the read.</param>
    public async Task<IReadOnlyList<StoredReport>> ListAsync(string? by, StoredReport? after, int limit, CancellationToken cancellation)
    {
        await using var connection = await database.Editor.OpenConnectionAsync(cancellation);
        return await connection.QueryAsync($"""
            select {Columns}, of.drafts, of.open
            from report r cross join lateral (select count(*)::integer as drafts, count(*) filter (where d.decision is null)::integer as open from report_draft d where d.report = r.id) of
            where (@by is null or r.by = @by) and (@after is null or (r.at, r.id) < (@at, @after))
            order by r.at desc, r.id desc limit @limit
            """, [Text("by", by), Text("after", after?.Id), At("at", after?.At ?? DateTimeOffset.UnixEpoch), new("limit", limit)], ReadReport, cancellation);
    }

    /// <summary>The latest report whose text was the same, by whoever read it; null: none.</summary>
    public async Task<string?> SameTextAsync(string sha256, CancellationToken cancellation)
    {
        await using var connection = await database.Editor.OpenConnectionAsync(cancellation);
        return (string?)await connection.ScalarAsync("select id from report where sha256 = @sha256 order by at desc, id desc limit 1", [new("sha256", sha256)], cancellation);
    }

    /// <summary>Says better where a report comes from. What its source says already is changed there, not here.</summary>
    public async Task TellOriginAsync(string id, ReportOrigin origin, CancellationToken cancellation)
    {
        await using var connection = await database.Editor.OpenConnectionAsync(cancellation);
        await connection.ExecuteAsync("update report set publisher = @publisher, origin = @origin, title = @title, url = @url where id = @id and source is null",
            [new("id", id), .. Origin(origin)], cancellation);
    }

    /// <summary>Remembers the source that a report's drafts rest on, unless another was remembered meanwhile.</summary>
    /// <returns>The one that is remembered.</returns>
    public async Task<string> SetSourceAsync(string id, string source, CancellationToken cancellation)
    {
        await using var connection = await database.Editor.OpenConnectionAsync(cancellation);
        return (string)(await connection.ScalarAsync("update report set source = coalesce(source, @source) where id = @id returning source", [new("id", id), new("source", source)], cancellation))!;
    }

    /// <summary>The source of an address; null: there is none.</summary>
    public async Task<string?> SourceOfAsync(string url, CancellationToken cancellation)
    {
        await using var connection = await database.Editor.OpenConnectionAsync(cancellation);
        return (string?)await connection.ScalarAsync("select id from document where kind = 'source' and doc ->> 'url' = @url order by id limit 1", [new("url", url)], cancellation);
    }

    /// <summary>Decides about a draft that nobody has decided about; so two people who decide at once do not both make an incident of it.</summary>
    /// <returns>Whether this call did.</returns>
    public async Task<bool> DecideAsync(string id, int n, ReportDecision decision, string by, string why, DateTimeOffset at, CancellationToken cancellation)
    {
        await using var connection = await database.Editor.OpenConnectionAsync(cancellation);
        return await connection.ExecuteAsync("""
            update report_draft set decision = @decision, by = @by, why = @why, decided = @at
            where report = @id and n = @n and decision is null
            """, [new("id", id), new("n", n), new("decision", EnumWords<ReportDecision>.Of(decision)), new("by", by), new("why", why), At("at", at)], cancellation) == 1;
    }

    /// <summary>What became of a draft that was taken.</summary>
    public async Task FinishAsync(string id, int n, string incident, string? corrected, CancellationToken cancellation)
    {
        await using var connection = await database.Editor.OpenConnectionAsync(cancellation);
        await connection.ExecuteAsync("update report_draft set incident = @incident, corrected = @corrected where report = @id and n = @n",
            [new("id", id), new("n", n), new("incident", incident), Json("corrected", corrected)], cancellation);
    }

    /// <summary>Takes a decision back that made no incident.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> ReopenAsync(string id, int n, CancellationToken cancellation)
    {
        await using var connection = await database.Editor.OpenConnectionAsync(cancellation);
        return await connection.ExecuteAsync("update report_draft set decision = null, by = null, why = null, decided = null where report = @id and n = @n and decision is not null and incident is null",
            [new("id", id), new("n", n)], cancellation) == 1;
    }

    /// <summary>Every draft that was decided about, with its report, by time: what extraction made and what people made of it.</summary>
    public async IAsyncEnumerable<(StoredReport Report, StoredDraft Draft)> DecidedAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var connection = await database.Editor.OpenConnectionAsync(cancellation);
        await using var command = new NpgsqlCommand($"""
            select {Columns}, 0, 0, {DraftColumns} from report_draft d join report r on r.id = d.report
            where d.decision is not null order by d.decided, d.report, d.n
            """, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            yield return (ReadReport(reader), ReadDraft(reader, 15));
    }

    private static StoredReport ReadReport(NpgsqlDataReader reader) => new()
    {
        Id = reader.GetString(0),
        At = reader.GetFieldValue<DateTimeOffset>(1),
        By = reader.GetString(2),
        Sha256 = reader.GetString(3),
        Characters = reader.GetInt32(4),
        Text = reader.Text(5),
        Published = reader.Nullable<DateOnly>(6),
        Origin = new() { Publisher = reader.Text(7), Origin = reader.Text(8), Title = reader.Text(9), Url = reader.Text(10) },
        Source = reader.Text(11),
        Reading = reader.GetString(12),
        DraftCount = reader.GetInt32(13),
        OpenCount = reader.GetInt32(14),
    };

    private static StoredDraft ReadDraft(NpgsqlDataReader reader) => ReadDraft(reader, 0);

    private static StoredDraft ReadDraft(NpgsqlDataReader reader, int first) => new(reader.GetInt32(first), reader.GetString(first + 1))
    {
        Decision = reader.Text(first + 2) is { } word ? Enum.Parse<ReportDecision>(word, ignoreCase: true) : null,
        Incident = reader.Text(first + 3),
        Corrected = reader.Text(first + 4),
        By = reader.Text(first + 5),
        Why = reader.Text(first + 6),
        Decided = reader.Nullable<DateTimeOffset>(first + 7),
    };

    private static NpgsqlParameter[] Origin(ReportOrigin origin) => [Text("publisher", origin.Publisher), Text("origin", origin.Origin), Text("title", origin.Title), Text("url", origin.Url)];
}
