using BorderMap.Gazetteer;
using BorderMap.Incidents;
using Npgsql;
using NpgsqlTypes;

namespace BorderMap.PostGis.Writing;

/// <summary>What happens without an editor: embargoes end, rules and the gazetteer change.</summary>
internal sealed class Upkeep(Database database, Atlas atlas, TimeProvider time)
{
    private const int BatchSize = 500;
    private const string By = "bordermap";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private string ProjectionMark => $"{Projection.Version}/{atlas.Version}";

    public async Task PrepareAsync(IProgress<string>? progress, CancellationToken cancellation)
    {
        await using (var connection = await database.Editor.OpenConnectionAsync(cancellation))
            await PlaceTable.LoadAsync(connection, atlas, progress, cancellation);
        if (await SettingAsync(cancellation) != ProjectionMark)
        {
            var counter = progress is null ? null : new Progress<long>(done => progress.Report($"projecting anew: {done} incidents"));
            await ReprojectAsync(counter, cancellation);
        }
        await PublishDueAsync(cancellation);
    }

    public async Task<int> PublishDueAsync(CancellationToken cancellation)
    {
        await using var session = await WriteSession.BeginAsync(database, database.Bulk, atlas, time, cancellation);
        if (!await IsDueAsync(session, cancellation) || !await session.LockAsync(Patience, cancellation))
            return 0;
        var due = await StoredIncident.DueAsync(session.Connection, session.Now, cancellation);
        await session.Incidents.StageAsync([.. due.Select(stored => stored.Again())], cancellation);
        var sources = await DueSourcesAsync(session, cancellation);
        var resting = await StageRestingOnAsync(session, sources, [.. due.Select(stored => stored.Id)], cancellation);
        session.RepublishSources(sources);
        await session.Connection.ExecuteAsync("update document set due = null where due <= @now", [Now(session)], cancellation);
        await session.CommitAsync(By, "embargo passed", cancellation);
        return due.Count + resting;
    }

    private static NpgsqlParameter Now(WriteSession session) => new("now", NpgsqlDbType.TimestampTz) { Value = session.Now.UtcDateTime };

    private static async Task<bool> IsDueAsync(WriteSession session, CancellationToken cancellation) =>
        await session.Connection.ScalarAsync("select exists (select from document where due <= @now)", [Now(session)], cancellation) is true;

    private static Task<List<string>> DueSourcesAsync(WriteSession session, CancellationToken cancellation) =>
        session.Connection.QueryAsync("select id from document where kind = 'source' and due <= @now", [Now(session)], reader => reader.GetString(0), cancellation);

    /// <summary>Stages the incidents that use these sources, but for those that are staged already.</summary>
    private static async Task<int> StageRestingOnAsync(WriteSession session, List<string> sources, HashSet<string> staged, CancellationToken cancellation)
    {
        var (references, after, count) = (sources.Select(id => References.Name(DocumentKind.Source, id)).ToArray(), "", 0);
        while (sources.Count > 0 && await StoredIncident.ReferringToAsync(session.Connection, references, after, BatchSize, cancellation) is { Count: > 0 } resting)
        {
            await session.Incidents.StageAsync([.. resting.Where(stored => !staged.Contains(stored.Id)).Select(stored => stored.Again())], cancellation);
            (after, count) = (resting[^1].Id, count + resting.Count);
        }
        return count;
    }

    public async Task<long> ReprojectAsync(IProgress<long>? progress, CancellationToken cancellation)
    {
        var (after, done, changed) = ("", 0L, 0L);
        while (true)
        {
            await using var session = await WriteSession.BeginAsync(database, database.Bulk, atlas, time, cancellation);
            await session.LockAsync(null, cancellation);
            var batch = await StoredIncident.PublishedAfterAsync(session.Connection, after, BatchSize, cancellation);
            if (batch.Count == 0)
                break;
            await session.Incidents.StageAsync([.. batch.Select(stored => stored.Again())], cancellation);
            changed += session.Stage.PublicChanges;
            await session.CommitAsync(By, "projected anew", cancellation);
            (after, done) = (batch[^1].Id, done + batch.Count);
            progress?.Report(done);
        }
        await ReprojectRelatedAsync(cancellation);
        return changed;
    }

    /// <summary>Episodes, sources and actors, and the mark that all is done.</summary>
    private async Task ReprojectRelatedAsync(CancellationToken cancellation)
    {
        await using var session = await WriteSession.BeginAsync(database, database.Bulk, atlas, time, cancellation);
        await session.LockAsync(null, cancellation);
        session.RepublishAllRelated();
        await session.Connection.ExecuteAsync("insert into setting (name, value) values ('projection', @value) on conflict (name) do update set value = excluded.value",
            [new("value", ProjectionMark)], cancellation);
        await session.CommitAsync(By, "projected anew", cancellation);
    }

    private async Task<string?> SettingAsync(CancellationToken cancellation)
    {
        await using var connection = await database.Editor.OpenConnectionAsync(cancellation);
        return (string?)await connection.ScalarAsync("select value from setting where name = 'projection'", [], cancellation);
    }
}
