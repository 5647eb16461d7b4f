using BorderMap.Incidents.Model;

namespace BorderMap.Incidents.Rules;

internal static class IncidentRules
{
    public static void Check(Incident incident, ValidationContext context, Findings findings)
    {
        findings.Id("id", incident.Id, Ids.Incident, isRequired: false);
        findings.Line("title", incident.Title, Limits.Title, isRequired: true);
        CheckKind(incident.Kind, findings);
        DateRules.Check(incident.Date, findings);
        findings.Each("places", incident.Places, Limits.Items, (field, place) => PlaceRules.Check(field, place, context, findings));
        CheckActors(incident.Actors, context, findings);
        findings.Known("episode", incident.Episode, context.Episodes, "episode");
        ClaimRules.CheckAll(incident.Claims, context, findings);
        findings.Each("estimates", incident.Estimates, Limits.Items, (field, estimate) => CheckEstimate(field, estimate, context, findings));
        CheckSources(incident.Sources, context, findings);
        CheckCleared(incident, findings);
        findings.Text("notes", incident.Notes, Limits.Notes);
        CheckKeys(incident.SourceKeys, findings);
        findings.Each("merged", incident.Merged, Limits.Items, (field, merged) => findings.Id($"{field}.id", merged.Id ?? "", Ids.Incident, isRequired: true));
    }

    public static void CheckSources(IReadOnlyList<SourceUse> sources, ValidationContext context, Findings findings) =>
        findings.Each("sources", sources, Limits.Items, (field, use) =>
        {
            findings.Known($"{field}.source", use.Source ?? "", context.Sources, "source");
            SpanRules.Check($"{field}.span", use.Span, findings);
            if (!ReferenceEquals(sources.First(s => s?.Source == use.Source), use))
                findings.Add("repeated-source", $"{field}.source", use.Source, $"The source {use.Source} stands twice.", "Keep one of the two; a claim names its own source.");
        });

    public static void CheckKeys(IReadOnlyList<string> keys, Findings findings) =>
        findings.Each("source_keys", keys, Limits.Items, (field, key) =>
        {
            findings.Line(field, key, Limits.Key, isRequired: true);
            if (keys.Count(k => k == key) > 1)
                findings.Add("repeated-key", field, key, $"The key '{Problems.Shorten(key)}' stands twice.", "Keep one of the two.");
        });

    private static void CheckKind(string kind, Findings findings)
    {
        if (Kinds.Find(kind) is null)
            findings.Add("unknown-kind", "kind", kind, $"There is no kind '{Problems.Shorten(kind)}'.", $"Kinds are {string.Join(", ", Kinds.All.Select(k => k.Kind))}.");
    }

    private static void CheckActors(IReadOnlyList<IncidentActor> actors, ValidationContext context, Findings findings) =>
        findings.Each("actors", actors, Limits.Items, (field, part) =>
        {
            findings.Known($"{field}.actor", part.Actor, context.Actors, "actor");
            findings.Line($"{field}.words", part.Words, Limits.Words);
            if (actors.Count(a => a?.Actor == part.Actor && a.Role == part.Role) > 1)
                findings.Add("repeated-actor", $"{field}.actor", part.Actor, $"The actor {Problems.Shorten(part.Actor)} stands twice in the same role.", "Keep one of the two.");
        });

    private static void CheckEstimate(string field, Estimate estimate, ValidationContext context, Findings findings)
    {
        findings.Known($"{field}.source", estimate.Source, context.Sources, "source");
        findings.Line($"{field}.by", estimate.By, Limits.Name, isRequired: true);
        findings.Line($"{field}.release", estimate.Release, Limits.Name);
        findings.Line($"{field}.reason", estimate.Reason, Limits.Words);
        if (estimate is { By: Estimate.Editors, Reason: null or "" })
            findings.Add("estimate-without-reason", $"{field}.reason", null, "The editors' estimate has no reason.", "Say what it rests on.");
        foreach (var (name, count) in new[] { ("low", estimate.Low), ("best", estimate.Best), ("high", estimate.High) })
            if (count is < 0 or > Limits.Count)
                findings.Add("count-out-of-range", $"{field}.{name}", $"{count}", $"{count} is no count of people.", $"Give 0 to {Limits.Count}.");
        if (estimate.Low > estimate.Best || estimate.Best > estimate.High || estimate.Low > estimate.High)
            findings.Add("estimate-order", field, $"{estimate.Low}, {estimate.Best}, {estimate.High}", $"Low, best and high of {field} are out of order.", "Low must not exceed best, nor best high.");
        foreach (var (side, count) in estimate.BySide)
        {
            findings.Line($"{field}.by_side", side, Limits.Name, isRequired: true);
            if (count is < 0 or > Limits.Count)
                findings.Add("count-out-of-range", $"{field}.by_side.{Problems.Shorten(side)}", $"{count}", $"{count} is no count of people.", $"Give 0 to {Limits.Count}.");
        }
    }

    private static void CheckCleared(Incident incident, Findings findings) =>
        findings.Each("sensitivity.cleared", incident.Sensitivity.Cleared, Limits.Items, (field, cleared) =>
        {
            var isKnown = cleared is "title" or "episode"
                || (cleared.StartsWith("source:", StringComparison.Ordinal) && (incident.Sources.Any(s => s?.Source == cleared[7..]) || incident.Claims.Any(c => c?.Source == cleared[7..])))
                || (cleared.StartsWith("claim:", StringComparison.Ordinal) && incident.Claims.Any(c => c?.Id == cleared[6..]));
            if (!isKnown)
                findings.Add("unknown-clearance", field, cleared, $"'{Problems.Shorten(cleared)}' clears nothing of this incident.", "Write title, episode, source:ID or claim:ID with an id of this document.");
        });
}
