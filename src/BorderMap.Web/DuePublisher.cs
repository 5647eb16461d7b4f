using BorderMap.PostGis;
using BorderMap.Web.Http;

namespace BorderMap.Web;

/// <summary>Ends embargoes: publishes what is due by a timer, and when a request comes once something is due. Late at worst, never early.</summary>
public sealed partial class DuePublisher(IncidentStore store, TimeProvider time, ILogger<DuePublisher> log) : BackgroundService
{
    private readonly SemaphoreSlim one = new(1);
    private long nextTicks;

    /// <summary>The last try failed, or takes too long: standbys go on answering, and not every reader shall wait for a primary that does not.</summary>
    private volatile bool isStuck;

    private bool IsDue => time.GetUtcNow().UtcTicks >= Interlocked.Read(ref nextTicks);

    /// <summary>Publishes what is due, if the next embargo known has ended; costs nothing when it has not. One request does it; others wait for it, but not long.</summary>
    public async Task PublishIfDueAsync(CancellationToken cancellation)
    {
        if (!IsDue)
        {
            return;
        }
        if (!await one.WaitAsync(isStuck ? TimeSpan.Zero : Limits.DueWait, cancellation))
        {
            isStuck = true;
            return;
        }
        try
        {
            if (IsDue)
            {
                await PublishAsync(cancellation);
            }
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>A write may have set an earlier embargo than the next that is known.</summary>
    public void LookSoon() => Interlocked.Exchange(ref nextTicks, 0);

    public override void Dispose()
    {
        one.Dispose();
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
        await one.WaitAsync(cancellation);
        try
        {
            await PublishAsync(cancellation);
        }
        catch (Exception error) when (Failures.IsDatabaseAway(error))
        {
            LogAway(log, error.GetType().Name);
        }
        finally
        {
            one.Release();
        }
    }

    private async Task PublishAsync(CancellationToken cancellation)
    {
        var asked = time.GetUtcNow();
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
    }

    [LoggerMessage(LogLevel.Warning, "The database does not answer ({Error}); what is due is published later.")]
    private static partial void LogAway(ILogger log, string error);
}
