using BorderMap.Incidents;
using BorderMap.Incidents.Importing;
using BorderMap.PostGis;
using BorderMap.Web.Http;

namespace BorderMap.Web.Imports;

/// <summary>
/// Imports of files that came over HTTP: one a person, a few for all, each at work apart from the requests that begin it and ask after it.
/// What is held is forgotten when the program ends; what is written goes through the same import as the command's.
/// </summary>
public sealed partial class ImportDesk(IncidentStore store, ImportSpool spool, TimeProvider time, ILogger<ImportDesk> log) : BackgroundService
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, HeldImport> held = [];
    private readonly HashSet<string> uploading = [];
    private readonly HashSet<Task> working = [];

    /// <summary>Somebody's import; null: none.</summary>
    public HeldImport? Of(string owner)
    {
        lock (gate)
        {
            return held.GetValueOrDefault(owner);
        }
    }

    /// <summary>Takes a file in place of the owner's earlier one.</summary>
    public async Task<(HeldImport? Import, Problem? Problem)> TakeAsync(string owner, string name, Stream body, long? length, CancellationToken cancellation)
    {
        if (Reserve(owner) is { } refusal)
        {
            return (null, refusal);
        }
        try
        {
            var (file, problem) = await spool.KeepAsync(body, length, cancellation);
            if (file is null)
            {
                return (null, problem);
            }
            var head = await HeadAsync(file);
            if (head.Recognition.Format is null)
            {
                await file.DisposeAsync();
                return (null, head.Recognition.Problem);
            }
            var import = new HeldImport($"im-{Guid.NewGuid():N}", owner, name, file, head, time.GetUtcNow());
            lock (gate)
            {
                held[owner] = import;
            }
            return (import, null);
        }
        finally
        {
            lock (gate)
            {
                uploading.Remove(owner);
            }
        }
    }

    /// <summary>Begins a dry run or an import.</summary>
    /// <returns>Why it does not begin; null when it does.</returns>
    public Problem? Begin(HeldImport import, PlanRequest request, bool skipBad)
    {
        var planned = request.Plan(import.Head.Recognition);
        if (planned.Plan is not { } plan)
        {
            return planned.Problem;
        }
        lock (gate)
        {
            if (import.Standing.IsOver)
            {
                return new(ProblemCodes.Gone, "id", import.Id, $"This import is {JsonText.Word(import.Standing.State)} and its file is gone.", "Upload the file once more.");
            }
            if (import.Standing.IsBusy)
            {
                return Running(import);
            }
            if (held.Values.Count(other => other.Standing.IsBusy) >= Limits.ImportsAtOnce)
            {
                return new(ProblemCodes.TooMany, "imports", null, $"{Limits.ImportsAtOnce} imports are under way already.", "Try again when one of them has ended; the file stays here meanwhile.");
            }
            import.Begin(request.IsDryRun ? ImportState.Checking : ImportState.Importing, plan, skipBad, time.GetUtcNow());
            var options = new ImportOptions(import.Owner, $"import of {import.Name}", request.IsDryRun) { Plan = plan, SkipBad = skipBad };
            var work = Task.Run(() => WorkAsync(import, options, import.Stop.Token));
            working.Add(work);
            work.ContinueWith(Leave, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
        return null;
    }

    /// <summary>Stops what is under way and lets the file go.</summary>
    public void Cancel(HeldImport import)
    {
        lock (gate)
        {
            if (import.Standing.IsBusy)
            {
                // The work itself says how it ended: it may be done already.
                import.Stop.Cancel();
            }
            else if (!import.Standing.IsOver)
            {
                End(import, new ImportStanding(ImportState.Cancelled, time.GetUtcNow()));
            }
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        Task[] ends;
        lock (gate)
        {
            foreach (var import in held.Values.Where(import => import.Standing.IsBusy))
            {
                import.Stop.Cancel();
            }
            ends = [.. working];
        }
        await Task.WhenAll(ends).WaitAsync(cancellationToken);
        lock (gate)
        {
            foreach (var import in held.Values.Where(import => !import.Standing.IsOver))
            {
                import.Close();
            }
            held.Clear();
        }
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        spool.Clear();
        while (true)
        {
            await Task.Delay(Limits.ImportLookup, time, stoppingToken);
            ForgetOld();
        }
    }

    private void ForgetOld()
    {
        var before = time.GetUtcNow() - Limits.ImportKept;
        lock (gate)
        {
            foreach (var import in held.Values.Where(import => !import.Standing.IsBusy && import.Standing.Since <= before).ToList())
            {
                Drop(import);
            }
        }
    }

    /// <summary>Room for an upload: the owner's earlier file goes, unless it is at work.</summary>
    private Problem? Reserve(string owner)
    {
        lock (gate)
        {
            if (held.GetValueOrDefault(owner) is { } earlier)
            {
                if (earlier.Standing.IsBusy)
                {
                    return Running(earlier);
                }
                Drop(earlier);
            }
            if (held.Values.Count(import => !import.Standing.IsOver) + uploading.Count >= Limits.ImportsHeld)
            {
                return new(ProblemCodes.TooMany, "imports", null, $"{Limits.ImportsHeld} files are held for import already.", "Try again when one of them has been imported or cancelled.");
            }
            return uploading.Add(owner) ? null : new(ProblemCodes.ImportRunning, "imports", null, "You are uploading another file already.", "Wait until it has come, or stop it.");
        }
    }

    private async Task WorkAsync(HeldImport import, ImportOptions options, CancellationToken cancellation)
    {
        ImportStanding Now(ImportState state) => import.Standing with { State = state, Since = time.GetUtcNow() };
        try
        {
            var result = await store.ImportAsync(import.File, options, import, cancellation);
            Settle(import, Now(options.DryRun ? ImportState.Checked : result.IsDone ? ImportState.Imported : ImportState.Refused) with { Result = result });
        }
        catch (Exception) when (cancellation.IsCancellationRequested)
        {
            Settle(import, Now(ImportState.Cancelled));
        }
        catch (Exception error)
        {
            var isAway = Failures.IsDatabaseAway(error);
            LogFailure(log, import.Name, error);
            Settle(import, Now(ImportState.Failed) with
            {
                Problem = isAway
                    ? new(ProblemCodes.Unavailable, "", null, "The database did not answer. Nothing was changed.", "Try again in a while; the file is still here.")
                    : new(ProblemCodes.Internal, "", null, "The import failed through a fault of the program. Nothing was changed.", "Try again; if it stays so, tell the operator the time."),
            });
        }
    }

    private void Settle(HeldImport import, ImportStanding standing)
    {
        lock (gate)
        {
            if (standing.IsOver)
            {
                End(import, standing);
            }
            else
            {
                import.Standing = standing;
            }
        }
    }

    private static void End(HeldImport import, ImportStanding standing)
    {
        import.Standing = standing;
        import.Close();
    }

    private void Drop(HeldImport import)
    {
        held.Remove(import.Owner);
        if (!import.Standing.IsOver)
        {
            import.Close();
        }
    }

    private void Leave(Task work)
    {
        lock (gate)
        {
            working.Remove(work);
        }
    }

    private static Problem Running(HeldImport import) =>
        new(ProblemCodes.ImportRunning, "imports", import.Id, $"Your import of {import.Name} is under way.", "Wait until it has ended, or cancel it.");

    private static async Task<FileHead> HeadAsync(FileStream file)
    {
        var head = await FileHead.ReadAsync(file, CancellationToken.None);
        file.Position = 0;
        return head;
    }

    [LoggerMessage(LogLevel.Error, "The import of {Name} failed.")]
    private static partial void LogFailure(ILogger log, string name, Exception error);
}
