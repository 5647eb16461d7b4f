using BorderMap.Incidents;
using BorderMap.PostGis.Columns;
using BorderMap.Web.Http;

namespace BorderMap.Web;

/// <summary>Makes what the map loads ahead, once at start, so that the first reader does not wait for it. Later states are made when somebody asks.</summary>
public sealed partial class ColumnsAhead(KeptColumns columns, ILogger<ColumnsAhead> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await columns.GetAsync(IncidentFilter.All, ColumnPart.Map, "br", stoppingToken);
        }
        catch (Exception error) when (Failures.IsDatabaseAway(error))
        {
            LogAway(log, error.GetType().Name);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // Whoever asks is told; everything else goes on.
            LogFailed(log, error);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The incidents were not made ready for the map: the database is away ({Error})")]
    private static partial void LogAway(ILogger log, string error);

    [LoggerMessage(LogLevel.Error, "The incidents were not made ready for the map")]
    private static partial void LogFailed(ILogger log, Exception error);
}
