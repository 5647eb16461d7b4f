using BorderMap.PostGis.Review;
using BorderMap.Web.Http;

namespace BorderMap.Web;

/// <summary>Erases decided error reports, and how to reach who sent them, when they have been kept long enough.</summary>
public sealed partial class ErrorReportRetention(ErrorReportStore reports, TimeProvider time, ILogger<ErrorReportRetention> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await reports.ForgetAsync(stoppingToken);
            }
            catch (Exception error) when (Failures.IsDatabaseAway(error))
            {
                LogAway(log, error.GetType().Name);
            }
            await Task.Delay(Limits.ForgetEvery, time, stoppingToken);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The database does not answer ({Error}); old error reports are erased later.")]
    private static partial void LogAway(ILogger log, string error);
}
