using System.Runtime.CompilerServices;
using System.Threading.Channels;
using BorderMap.Gazetteer;
using BorderMap.Incidents;
using BorderMap.Incidents.Importing;
using BorderMap.PostGis.Writing;
using Npgsql;

namespace BorderMap.PostGis.Importing;

/// <summary>
/// Brings a file in: streamed, checked and staged without the lock, merged under it, all or nothing.
/// When another writer changed what the stage rests on, it is done once more with the lock held from the start.
/// While the store holds little, new public rows go straight into their tables; where they meet others there, the file is staged instead.
/// </summary>
internal sealed class FileImport(Database database, Atlas atlas, TimeProvider time, ImportOptions options, IProgress<ImportProgress>? progress)
{
    /// <summary>Each batch costs a dozen turns between the two processes, and some kilobytes a row.</summary>
    private const int BatchSize = 2000;

    /// <summary>Up to how many public rows a store holds little.</summary>
    private const int Little = 10_000;

    private enum How { Directly, Staged, UnderTheLock }

    public async Task<ImportResult> RunAsync(Stream file, CancellationToken cancellation)
    {
        if (file.CanSeek)
            return await UntilDoneAsync(file, cancellation);
        await using var spool = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        await file.CopyToAsync(spool, cancellation);
        spool.Position = 0;
        return await UntilDoneAsync(spool, cancellation);
    }

    private async Task<ImportResult> UntilDoneAsync(Stream file, CancellationToken cancellation)
    {
        var start = file.Position;
        for (var how = How.Directly; ; file.Position = start)
        {
            try
            {
                if (await OnceAsync(file, how, cancellation) is { } done)
                    return done;
                how = how != How.UnderTheLock ? How.UnderTheLock : throw new InvalidOperationException("What was staged under the lock went stale");
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation && how == How.Directly)
            {
                // A row twice in the file, or in another write that runs: staged, it is found and named.
                how = How.Staged;
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.DeadlockDetected)
            {
                // Met the rows of a file written directly, which waits for the lock this one holds or wants. The other goes on; and each file is written directly once.
                how = how == How.Directly ? How.Staged : how;
            }
        }
    }

    /// <summary>Null when the stage went stale.</summary>
    private async Task<ImportResult?> OnceAsync(Stream file, How how, CancellationToken cancellation)
    {
        await using var session = await WriteSession.BeginAsync(database, database.Bulk, atlas, time, cancellation);
        await session.Connection.ExecuteAsync(SqlFiles.Read("import_settings"), [], cancellation);
        if (how == How.UnderTheLock)
            await session.LockAsync(null, cancellation);
        else if (how == How.Directly && !options.DryRun && await session.HoldsLittleAsync(Little, cancellation))
            session.Stage.WriteDirectly(await session.BasePubAsync(cancellation));
        var seq = await session.SeqAsync(cancellation);
        var (problems, tally, sources) = (new ProblemList(), new ImportTally(), new KnownSources(session.Connection));
        var related = new RelatedImport(session, problems, tally, sources);
        var rows = await StageAsync(file, session, related, new IncidentImport(session, problems, tally, sources), tally, problems, cancellation);
        await FindDuplicatesAsync(session, problems, cancellation);
        if (IsInVain(problems))
            return Result(isDone: false, await session.PubAsync(cancellation));
        progress?.Report(new ImportProgress("merging", rows));
        if (how != How.UnderTheLock)
            await session.LockAsync(null, cancellation);
        if (await session.IsStaleAsync(seq, cancellation))
            return null;
        await Referring.StageAsync(session, related.Changed, cancellation);
        if (options.DryRun || tally is { Added: 0, Updated: 0 })
            return Result(isDone: !options.DryRun, await session.PubAsync(cancellation));
        var pub = await session.CommitAsync(options.By, options.Why, cancellation);
        await session.Connection.ExecuteAsync(SqlFiles.Read("import_end"), [], CancellationToken.None);
        return Result(isDone: true, pub);

        ImportResult Result(bool isDone, long pub) => new(tally.Added, tally.Updated, tally.Unchanged, problems.First, problems.Count, pub)
        {
            IsDone = isDone,
            Incidents = tally.Incidents,
            Rejected = problems.Rows,
            IsHopeless = problems.IsFatal,
            Elsewhere = tally.Elsewhere,
            Waiting = tally.Waiting,
            Changes = tally.Changes,
            ProblemRows = problems.Named,
            WaitingRows = tally.WaitingRows,
            NewlyPublished = tally.NewlyPublished,
        };
    }

    private bool IsInVain(ProblemList problems) => problems.IsFatal || (problems.Count > 0 && !options.SkipBad);

    private async Task<long> StageAsync(Stream file, WriteSession session, RelatedImport related, IncidentImport incidents, ImportTally tally, ProblemList problems,
        CancellationToken cancellation)
    {
        await session.Library.LoadAsync([], cancellation);
        var actors = new ActorBook(session.Library.Actors.Values);
        var (rows, batch) = (0L, new List<FileRow>(BatchSize));
        await foreach (var row in ReadAheadAsync(ImportReader.ReadAsync(file, options.Plan, atlas, actors, cancellation), cancellation))
        {
            if (row.Problem is { } problem)
            {
                problems.Add(row, null, [problem]);
                // Of the file as a whole, or of what incidents refer to.
                problems.IsFatal |= row.Section is not "incidents";
                continue;
            }
            if (row.IsElsewhere)
            {
                tally.CountElsewhere();
                continue;
            }
            if (batch.Count > 0 && IsOver(batch, row))
            {
                await FlushAsync();
                progress?.Report(new ImportProgress("reading", rows) { Bytes = file.CanSeek ? file.Position : 0, OfBytes = file.CanSeek ? file.Length : 0 });
            }
            batch.Add(row);
            rows++;
        }
        await FlushAsync();
        await incidents.FinishAsync(cancellation);
        return rows;

        async Task FlushAsync()
        {
            session.Stage.IsInVain = IsInVain(problems);
            if (batch is [{ Incident: not null }, ..])
                await incidents.StageAsync([.. batch], cancellation);
            else if (batch.Count > 0)
                await related.StageAsync(batch, cancellation);
            batch.Clear();
        }
    }

    /// <summary>Reads up to a batch ahead while the batch before is checked and staged.</summary>
    private static async IAsyncEnumerable<FileRow> ReadAheadAsync(IAsyncEnumerable<FileRow> rows, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var ahead = Channel.CreateBounded<FileRow>(BatchSize);
        var reading = Task.Run(() => FillAsync(rows, ahead.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var row in ahead.Reader.ReadAllAsync(cancellation))
                yield return row;
        }
        finally
        {
            await stop.CancelAsync();
            await reading;
        }
    }

    /// <summary>Never throws: what goes wrong reaches the reader of the channel.</summary>
    private static async Task FillAsync(IAsyncEnumerable<FileRow> rows, ChannelWriter<FileRow> ahead, CancellationToken cancellation)
    {
        try
        {
            await foreach (var row in rows.WithCancellation(cancellation))
                await ahead.WriteAsync(row, cancellation);
            ahead.Complete();
        }
        catch (Exception e)
        {
            ahead.Complete(e);
        }
    }

    /// <summary>A batch holds rows of one section; actors come in one batch, since they name one another.</summary>
    private static bool IsOver(List<FileRow> batch, FileRow next) =>
        batch[0].Section != next.Section || (batch.Count >= BatchSize && next.Actor is null);

    private static async Task FindDuplicatesAsync(WriteSession session, ProblemList problems, CancellationToken cancellation)
    {
        var duplicates = await session.Connection.QueryAsync(SqlFiles.Read("stage_duplicates"), [],
            reader => (Row: reader.GetString(0), Value: reader.GetString(1), Field: reader.GetString(2), Rows: reader.GetString(3)), cancellation);
        foreach (var (row, value, field, rows) in duplicates)
        {
            problems.Add(row, new Problem("duplicate", field, value, $"The file gives it to several rows: {rows}.", "Keep one of them."));
            problems.IsFatal = true;
        }
    }
}
