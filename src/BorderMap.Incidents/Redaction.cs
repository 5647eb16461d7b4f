using BorderMap.Incidents.Model;

namespace BorderMap.Incidents;

/// <summary>Redaction beats asOf: an earlier version is shown by the stricter of its own rule and today's.</summary>
public static class Redaction
{
    /// <summary>The earlier document with the stricter sensitivity of the two: project this to rewrite an earlier public row.</summary>
    public static Incident Apply(Incident earlier, Sensitivity today) => earlier with { Sensitivity = Stricter(earlier.Sensitivity, today) };

    /// <summary>The coarser place, the later embargo, and only what both cleared.</summary>
    public static Sensitivity Stricter(Sensitivity a, Sensitivity b) => new()
    {
        ShowAs = a.ShowAs > b.ShowAs ? a.ShowAs : b.ShowAs,
        PublicFrom = a.PublicFrom is null || b.PublicFrom > a.PublicFrom ? b.PublicFrom : a.PublicFrom,
        Cleared = a.ShowAs == ShowAs.Full ? b.Cleared : b.ShowAs == ShowAs.Full ? a.Cleared : [.. a.Cleared.Intersect(b.Cleared)],
    };
}
