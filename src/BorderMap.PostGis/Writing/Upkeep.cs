using BorderMap.Gazetteer;
using BorderMap.Incidents;

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
        await using var session = await WriteSession.BeginAsync(database, atlas, time, cancellation);
        if ((await StoredIncident.DueAsync(session.Connection, session.Now, cancellation)).Count == 0 || !await session.LockAsync(Patience, cancellation))
            return 0;
        var due = await StoredIncident.DueAsync(session.Connection, session.Now, cancellation);
        await session.Incidents.StageAsync([.. due.Select(stored => stored.Again())], cancellation);
        await session.Connection.ExecuteAsync("update document set due = null where kind = 'incident' and id = any (@ids)",
            [new("ids", due.Select(stored => stored.Id).ToArray())], cancellation);
        await session.CommitAsync(By, "embargo passed", cancellation);
        return due.Count;
    }

    public async Task<long> ReprojectAsync(IProgress<long>? progress, CancellationToken cancellation)
    {
        var (after, done, changed) = ("", 0L, 0L);
        while (true)
        {
            await using var session = await WriteSession.BeginAsync(database, atlas, time, cancellation);
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
        await using var session = await WriteSession.BeginAsync(database, atlas, time, cancellation);
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
