using System.Diagnostics.Metrics;
using BorderMap.Web.Http;

namespace BorderMap.Web.Operating;

/// <summary>What the program measures of itself beside what its server and its connections do.</summary>
public sealed class ProgramMeter : IDisposable
{
    public const string Name = "BorderMap";

    /// <summary>The label that names a service beside the requests.</summary>
    public const string ServiceLabel = "service";

    private readonly Meter meter = new(Name);

    public ProgramMeter(SeenState seen, Supervision supervision)
    {
        meter.CreateObservableGauge("bordermap.public.sequence", () => seen.Pub, null, "The public sequence as it was last seen.");
        meter.CreateObservableGauge("bordermap.database.away", () => seen.IsDatabaseAway ? 1 : 0, null, "1 while the database does not answer and what is kept is shown.");
        meter.CreateObservableCounter("bordermap.background.failures", () => Each(supervision, standing => standing.Failures), null, "How often a service beside the requests has failed and was begun again.");
        meter.CreateObservableGauge("bordermap.background.down", () => Each(supervision, standing => standing.IsDown ? 1L : 0), null, "1 while a service beside the requests that failed waits to be begun again.");
    }

    public void Dispose() => meter.Dispose();

    private static IEnumerable<Measurement<long>> Each(Supervision supervision, Func<Supervision.Standing, long> value) =>
        supervision.Services.Select(service => new Measurement<long>(value(service.Value), new KeyValuePair<string, object?>(ServiceLabel, service.Key)));
}
