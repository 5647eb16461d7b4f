using BorderMap.Gazetteer;
using BorderMap.Incidents.Model;

namespace BorderMap.Incidents;

/// <summary>Makes the document that is shown where an incident's exact place may not be known.</summary>
public static class Generalisation
{
    public static Incident Apply(Incident incident, Atlas atlas) => throw new NotImplementedException();
}
