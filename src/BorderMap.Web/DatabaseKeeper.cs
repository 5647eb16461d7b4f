using BorderMap.PostGis;
using BorderMap.Web.Http;

namespace BorderMap.Web;

/// <summary>Looks now and then whether the database answers, and starts a private cluster that was killed again.</summary>
public sealed partial class DatabaseKeeper(Database database, PublicReader reader, TimeProvider time, ILogger<DatabaseKeeper> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(Limits.RetryAfter, time, stoppingToken);
            try
            {
                await reader.PubAsync(stoppingToken);
            }
            catch (Exception error) when (Failures.IsDatabaseAway(error))
            {
                LogAway(log, error.GetType().Name);
                await StartAgainAsync(stoppingToken);
            }
        }
    }

    private async Task StartAgainAsync(CancellationToken cancellation)
    {
        try
        {
            await database.StartAgainAsync(cancellation);
        }
        catch (Exception error) when (error is DatabaseSetupException or IOException || Failures.IsDatabaseAway(error))
        {
            LogRefusal(log, error.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The database does not answer ({Error}).")]
    private static partial void LogAway(ILogger log, string error);

    [LoggerMessage(LogLevel.Error, "The database does not start: {Reason}")]
    private static partial void LogRefusal(ILogger log, string reason);
}
