using BorderMap.PostGis.Backup;
using Npgsql;

namespace BorderMap.Web;

/// <summary>Looks every few minutes whether a nightly backup is due; one that fails is tried again at the next look.</summary>
public sealed partial class NightlyBackup(NightlyBackups backups, TimeProvider time, ILogger<NightlyBackup> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Limits.BackupLookup, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await LookAsync(stoppingToken);
        }
    }

    private async Task LookAsync(CancellationToken cancellation)
    {
        try
        {
            if (await backups.RunAsync(cancellation) is { } file)
            {
                LogMade(file);
            }
        }
        catch (Exception error) when (error is BackupException or NpgsqlException or IOException or UnauthorizedAccessException)
        {
            LogFailed(error.Message);
        }
    }

    [LoggerMessage(LogLevel.Information, "Nightly backup written to {File}")]
    private partial void LogMade(string file);

    [LoggerMessage(LogLevel.Warning, "The nightly backup failed: {Reason}")]
    private partial void LogFailed(string reason);
}
