using BorderMap.PostGis.Review;
using BorderMap.Web.Http;

namespace BorderMap.Web;

/// <summary>Looks for likely duplicates of what was written, in the background: the review queue shows what it finds.</summary>
public sealed partial class DuplicateSearch(DuplicateStore duplicates, TimeProvider time, ILogger<DuplicateSearch> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(Limits.DuplicateSearchEvery, time, stoppingToken);
            try
            {
                // A large import is looked at in batches, with a breath between them.
                while (await duplicates.SearchAsync(stoppingToken) > 0)
                {
                    await Task.Delay(Limits.DuplicateSearchPause, time, stoppingToken);
                }
            }
            catch (Exception error) when (Failures.IsDatabaseAway(error))
            {
                LogAway(log, error.GetType().Name);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "The database does not answer ({Error}); likely duplicates are looked for later.")]
    private static partial void LogAway(ILogger log, string error);
}
