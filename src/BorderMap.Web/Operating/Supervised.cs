using Microsoft.Extensions.DependencyInjection.Extensions;

namespace BorderMap.Web.Operating;

/// <summary>
/// Runs a service beside the requests as long as the program runs. What it does not expect ends neither the program nor, in silence, the service: it is logged, counted and
/// begun again, after a pause that doubles as long as it goes on failing. An orderly stop says nothing.
/// </summary>
public sealed partial class Supervised<TService>(TService service, Supervision supervision, TimeProvider time, ILogger<Supervised<TService>> log) : BackgroundService
    where TService : BackgroundService
{
    private static readonly string Name = typeof(TService).Name;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = Limits.RestartPause;
        while (true)
        {
            var began = time.GetTimestamp();
            if (await FailureAsync(stoppingToken) is not { } error)
            {
                return;
            }
            pause = time.GetElapsedTime(began) > Limits.RestartPauseMost ? Limits.RestartPause : pause;
            supervision.Failed(Name);
            LogFailed(log, Name, pause, error);
            await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            pause = pause * 2 < Limits.RestartPauseMost ? pause * 2 : Limits.RestartPauseMost;
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        // First the supervision, which is told that this end is meant.
        await base.StopAsync(cancellationToken);
        await service.StopAsync(cancellationToken);
    }

    /// <summary>Runs it once.</summary>
    /// <returns>What it failed of; null when it has ended, or the program ends.</returns>
    private async Task<Exception?> FailureAsync(CancellationToken stopping)
    {
        if (stopping.IsCancellationRequested)
        {
            return null;
        }
        supervision.Began(Name);
        try
        {
            await service.StartAsync(stopping);
            await (service.ExecuteTask ?? Task.CompletedTask);
            return null;
        }
        catch (Exception error)
        {
            return stopping.IsCancellationRequested ? null : error;
        }
    }

    [LoggerMessage(LogLevel.Error, "{Service} failed; it begins again in {Pause}.")]
    private static partial void LogFailed(ILogger log, string service, TimeSpan pause, Exception error);
}

/// <summary>Adds services beside the requests.</summary>
public static class SupervisedParts
{
    public static void AddSupervised<TService>(this IServiceCollection services) where TService : BackgroundService
    {
        services.TryAddSingleton<Supervision>();
        services.TryAddSingleton<TService>();
        services.AddHostedService<Supervised<TService>>();
    }
}
