using BorderMap.PostGis;
using BorderMap.Web.Http;

namespace BorderMap.Web;

/// <summary>The one listener of this process: reads what has changed in public once, and wakes every stream that waits for it.</summary>
public sealed partial class ChangeFeed(PublicSequence sequence, PublicReader reader, TimeProvider time, ILogger<ChangeFeed> log) : BackgroundService
{
    private volatile Latest latest = new(-1, new ChangePage([], -1, false));

    /// <summary>What came after <paramref name="pub"/>, where that is at hand; null: ask the database.</summary>
    public ChangePage? After(long pub) =>
        latest is var (from, page) && from >= 0 && pub >= from && pub < page.Pub ? page with { Changes = [.. page.Changes.Where(change => change.Pub > pub)] } : null;

    /// <summary>Waits until something may have come after <paramref name="pub"/>.</summary>
    /// <param name="pub">What the asker knows.</param>
    /// <param name="within">How long to wait.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <returns>False when nothing came in that time.</returns>
    public async Task<bool> MovesBeyondAsync(long pub, TimeSpan within, CancellationToken cancellation)
    {
        var (known, moved) = (latest.Page.Pub, latest.Moved.Task);
        if (known > pub)
        {
            return true;
        }
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var first = await Task.WhenAny(moved, Task.Delay(within, time, stop.Token));
        await stop.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
        return first == moved;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await foreach (var pub in sequence.FollowAsync(stoppingToken))
                {
                    await ReadToAsync(pub, stoppingToken);
                }
            }
            catch (Exception error) when (Failures.IsDatabaseAway(error))
            {
                LogAway(log, error.GetType().Name);
            }
            await Task.Delay(Limits.RetryAfter, time, stoppingToken);
        }
    }

    // A reader on a standby may be behind the sequence: what is missing comes with the next look.
    private async Task ReadToAsync(long pub, CancellationToken cancellation)
    {
        if (latest.From < 0)
        {
            Move(pub, new ChangePage([], pub, false));
        }
        for (var more = latest.Page.Pub < pub; more;)
        {
            var from = latest.Page.Pub;
            var page = await reader.ChangesAsync(from, Limits.ChangesDefault, cancellation);
            if (page.Pub > from)
            {
                Move(from, page);
            }
            more = page.More;
        }
    }

    private void Move(long from, ChangePage page)
    {
        var before = latest;
        latest = new Latest(from, page);
        before.Moved.SetResult();
    }

    [LoggerMessage(LogLevel.Warning, "The database does not answer ({Error}); streams of changes go on when it does.")]
    private static partial void LogAway(ILogger log, string error);

    /// <summary>The last changes read: only these are kept, whoever is further behind asks the database.</summary>
    /// <param name="From">The public sequence before them; -1 at the very start.</param>
    /// <param name="Page">The changes.</param>
    private sealed record Latest(long From, ChangePage Page)
    {
        public TaskCompletionSource Moved { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
