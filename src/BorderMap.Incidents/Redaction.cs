using BorderMap.Incidents.Model;

namespace BorderMap.Incidents;

/// <summary>Redaction beats asOf: an earlier version is shown by the stricter of its own rule and today's.</summary>
public static class Redaction
{
    /// <summary>The earlier document with the stricter sensitivity of the two: project this to rewrite an earlier public row.</summary>
    public static Incident Apply(Incident earlier, Sensitivity today) => throw new NotImplementedException();
}
