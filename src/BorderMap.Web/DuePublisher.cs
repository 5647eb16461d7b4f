using BorderMap.PostGis;
using BorderMap.Web.Http;

namespace BorderMap.Web;

/// <summary>Ends embargoes: publishes what is due by a timer, and when a request comes once something is due. Late at worst, never early.</summary>
public sealed partial class DuePublisher(IncidentStore store, TimeProvider time, ILogger<DuePublisher> log) : BackgroundService
{
    private readonly Lock gate = new();
    private readonly CancellationTokenSource stop = new();
    private Task running = Task.CompletedTask;
    private long nextTicks;
    private int asks;

    /// <summary>The last try failed, or takes too long: standbys go on answering, and not every reader shall wait for a primary that does not.</summary>
    private volatile bool isStuck;

    private bool IsDue => time.GetUtcNow().UtcTicks >= Interlocked.Read(ref nextTicks);

    /// <summary>Publishes what is due, if the next embargo known has ended; costs nothing when it has not. All who come meanwhile wait for the same one, but not long.</summary>
    public async Task PublishIfDueAsync(CancellationToken cancellation)
    {
        while (IsDue)
        {
            var turn = Turn();
            try
            {
                await turn.WaitAsync(isStuck ? TimeSpan.Zero : Limits.DueWait, time, cancellation);
            }
            catch (TimeoutException) when (!turn.IsCompleted)
            {
                isStuck = true;
                return;
            }
        }
    }

    /// <summary>A write may have set an earlier embargo than the next that is known.</summary>
    public void LookSoon()
    {
        Interlocked.Increment(ref asks);
        Interlocked.Exchange(ref nextTicks, 0);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await stop.CancelAsync();
        await base.StopAsync(cancellationToken);
        await running.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public override void Dispose()
    {
        stop.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(UntilNextLook(), time, stoppingToken);
            await LookAgainAsync(stoppingToken);
        }
    }

    private TimeSpan UntilNextLook()
    {
        var untilDue = TimeSpan.FromTicks(Math.Max(0, Interlocked.Read(ref nextTicks) - time.GetUtcNow().UtcTicks));
        return untilDue > Limits.DueLookup ? Limits.DueLookup : untilDue < Limits.DuePause ? Limits.DuePause : untilDue;
    }

    // Another process may have set an earlier embargo since the last look.
    private async Task LookAgainAsync(CancellationToken cancellation)
    {
        try
        {
            await Turn().WaitAsync(cancellation);
        }
        catch (Exception error) when (Failures.IsDatabaseAway(error))
        {
            LogAway(log, error.GetType().Name);
        }
    }

    /// <summary>The one publication that is under way, or a new one.</summary>
    private Task Turn()
    {
        lock (gate)
        {
            if (running.IsCompleted)
            {
                running = PublishAsync(stop.Token);
            }
            return running;
        }
    }

    private async Task PublishAsync(CancellationToken cancellation)
    {
        // Off the lock of whoever began it.
        await Task.Yield();
        var (asked, asksBefore) = (time.GetUtcNow(), Volatile.Read(ref asks));
        try
        {
            await store.PublishDueAsync(cancellation);
            isStuck = false;
        }
        catch (Exception error) when (Failures.IsDatabaseAway(error))
        {
            isStuck = true;
            Interlocked.Exchange(ref nextTicks, (time.GetUtcNow() + Limits.DuePause).UtcTicks);
            throw;
        }
        var next = await store.NextDueAsync(cancellation) ?? DateTimeOffset.MaxValue;
        // Due already when asked: another writer, a long import, holds the lock. Not every request shall wait for it.
        var soonest = time.GetUtcNow() + Limits.RetryAfter;
        Interlocked.Exchange(ref nextTicks, (next <= asked ? soonest : next).UtcTicks);
        if (Volatile.Read(ref asks) != asksBefore)
        {
            // What was written since may be due sooner than what was found.
            Interlocked.Exchange(ref nextTicks, 0);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The database does not answer ({Error}); what is due is published later.")]
    private static partial void LogAway(ILogger log, string error);
}
