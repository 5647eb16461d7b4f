using System.Diagnostics.Metrics;
using BorderMap.Web.Http;

namespace BorderMap.Web.Operating;

/// <summary>What the program measures of itself beside what its server and its connections do.</summary>
public sealed class ProgramMeter : IDisposable
{
    public const string Name = "BorderMap";

    private readonly Meter meter = new(Name);

    public ProgramMeter(SeenState seen)
    {
        meter.CreateObservableGauge("bordermap.public.sequence", () => seen.Pub, null, "The public sequence as it was last seen.");
        meter.CreateObservableGauge("bordermap.database.away", () => seen.IsDatabaseAway ? 1 : 0, null, "1 while the database does not answer and what is kept is shown.");
    }

    public void Dispose() => meter.Dispose();
}
