using System.Collections.Concurrent;

namespace BorderMap.Web.Operating;

/// <summary>How the work beside the requests fares, a service each.</summary>
public sealed class Supervision
{
    /// <summary>What is known of one service.</summary>
    /// <param name="Failures">How often it has failed since the program began.</param>
    /// <param name="IsDown">Whether it waits to be begun again.</param>
    public sealed record Standing(long Failures, bool IsDown);

    private readonly ConcurrentDictionary<string, Standing> services = new();

    public IReadOnlyDictionary<string, Standing> Services => services;

    internal void Began(string service) => services.AddOrUpdate(service, new Standing(0, false), (_, before) => before with { IsDown = false });

    internal void Failed(string service) => services.AddOrUpdate(service, new Standing(1, true), (_, before) => new Standing(before.Failures + 1, true));
}
