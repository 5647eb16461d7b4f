using BorderMap.Gazetteer;
using BorderMap.Incidents.Model;

namespace BorderMap.Incidents;

public static class Validation
{
    public static IReadOnlyList<Problem> Check(Incident incident, ValidationContext context) => throw new NotImplementedException();
    public static IReadOnlyList<Problem> Check(Episode episode, ValidationContext context) => throw new NotImplementedException();
    public static IReadOnlyList<Problem> Check(Source source) => throw new NotImplementedException();
    public static IReadOnlyList<Problem> Check(Actor actor, ValidationContext context) => throw new NotImplementedException();
}

/// <summary>What the documents may refer to.</summary>
public sealed record ValidationContext(IReadOnlySet<string> Actors, IReadOnlySet<string> Sources, IReadOnlySet<string> Episodes, Atlas Atlas);
