using BorderMap.Incidents.Model;
using BorderMap.Incidents.Rules;

namespace BorderMap.Incidents;

/// <summary>Whether a document can be stored: every field is looked at, every problem names field, value and fix. Empty: it can.
/// What the server owns (version, derived) is not looked at.</summary>
public static class Validation
{
    public static IReadOnlyList<Problem> Check(Incident incident, ValidationContext context)
    {
        var findings = new Findings();
        IncidentRules.Check(incident, context, findings);
        return findings.Problems;
    }

    public static IReadOnlyList<Problem> Check(Episode episode, ValidationContext context)
    {
        var findings = new Findings();
        EpisodeRules.Check(episode, context, findings);
        return findings.Problems;
    }

    public static IReadOnlyList<Problem> Check(Source source)
    {
        var findings = new Findings();
        SourceRules.Check(source, findings);
        return findings.Problems;
    }

    public static IReadOnlyList<Problem> Check(Actor actor, ValidationContext context)
    {
        var findings = new Findings();
        ActorRules.Check(actor, context, findings);
        return findings.Problems;
    }
}
