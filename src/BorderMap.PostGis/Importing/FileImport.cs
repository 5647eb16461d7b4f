using System.Runtime.CompilerServices;
using System.Threading.Channels;
using BorderMap.Gazetteer;
using BorderMap.Incidents;
using BorderMap.PostGis.Writing;

namespace BorderMap.PostGis.Importing;

/// <summary>
/// Brings a BorderMap file in: streamed, checked and staged without the lock, merged under it, all or nothing.
/// When another writer changed what the stage rests on, it is done once more with the lock held from the start.
/// </summary>
internal sealed class FileImport(Database database, Atlas atlas, TimeProvider time, ImportOptions options, IProgress<ImportProgress>? progress)
{
    private const int BatchSize = 1000;

    public async Task<ImportResult> RunAsync(Stream file, CancellationToken cancellation)
    {
        if (file.CanSeek)
            return await TwiceAsync(file, cancellation);
        await using var spool = new FileStream(Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        await file.CopyToAsync(spool, cancellation);
        spool.Position = 0;
        return await TwiceAsync(spool, cancellation);
    }

    private async Task<ImportResult> TwiceAsync(Stream file, CancellationToken cancellation)
    {
        var start = file.Position;
        if (await OnceAsync(file, lockFirst: false, cancellation) is { } result)
            return result;
        file.Position = start;
        return await OnceAsync(file, lockFirst: true, cancellation)
            ?? throw new InvalidOperationException("What was staged under the lock went stale");
    }

    /// <summary>Null when the stage went stale.</summary>
    private async Task<ImportResult?> OnceAsync(Stream file, bool lockFirst, CancellationToken cancellation)
    {
        await using var session = await WriteSession.BeginAsync(database, atlas, time, cancellation);
        if (lockFirst)
            await session.LockAsync(null, cancellation);
        var seq = await session.SeqAsync(cancellation);
        var problems = new ProblemList();
        var related = new RelatedImport(session, problems);
        var (counts, rows) = await StageAsync(file, session, related, problems, cancellation);
        await FindDuplicatesAsync(session, problems, cancellation);
        if (problems.Count > 0)
            return new ImportResult(0, 0, 0, problems.First, problems.Count, await session.PubAsync(cancellation));
        progress?.Report(new ImportProgress("merging", rows));
        if (!lockFirst)
            await session.LockAsync(null, cancellation);
        if (await session.IsStaleAsync(seq, cancellation))
            return null;
        await StageReferringAsync(session, related.Changed, cancellation);
        var pub = options.DryRun || counts is { Added: 0, Updated: 0 }
            ? await session.PubAsync(cancellation)
            : await session.CommitAsync(options.By, options.Why, cancellation);
        return new ImportResult(counts.Added, counts.Updated, counts.Unchanged, [], 0, pub);
    }

    private async Task<(ImportCounts Counts, long Rows)> StageAsync(Stream file, WriteSession session, RelatedImport related, ProblemList problems, CancellationToken cancellation)
    {
        var incidents = new IncidentImport(session, problems);
        var (counts, rows, batch) = (ImportCounts.None, 0L, new List<FileRow>(BatchSize));
        await foreach (var row in ReadAheadAsync(BorderMapReader.ReadAsync(file, cancellation), cancellation))
        {
            if (row.Problem is { } problem)
            {
                problems.Add(row.Name, null, [problem]);
                continue;
            }
            if (batch.Count > 0 && IsOver(batch, row))
            {
                counts = await FlushAsync(batch, counts);
                progress?.Report(new ImportProgress("reading", rows));
            }
            batch.Add(row);
            rows++;
        }
        return (await FlushAsync(batch, counts), rows);

        async Task<ImportCounts> FlushAsync(List<FileRow> full, ImportCounts before)
        {
            var after = full switch
            {
                [] => before,
                [{ Incident: not null }, ..] => await incidents.StageAsync(full, before, cancellation),
                _ => await related.StageAsync(full, before, cancellation),
            };
            if (full is [{ Incident: null }, ..])
                related.Check(full);
            full.Clear();
            return after;
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
            problems.Add(row, null, [new Problem("duplicate", field, value, $"The file gives it to several rows: {rows}.", "Keep one of them.")]);
    }

    /// <summary>What refers to a changed actor, source or episode is projected anew, a batch at a time.</summary>
    private static async Task StageReferringAsync(WriteSession session, IReadOnlyCollection<string> changed, CancellationToken cancellation)
    {
        if (changed.Count == 0)
            return;
        var after = "";
        while (await StoredIncident.ReferringToAsync(session.Connection, [.. changed], after, BatchSize, cancellation) is { Count: > 0 } referring)
        {
            await session.Incidents.StageAsync([.. referring.Select(stored => stored.Again())], cancellation);
            after = referring[^1].Id;
        }
    }
}
