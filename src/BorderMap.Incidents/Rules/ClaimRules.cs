using BorderMap.Incidents.Model;

namespace BorderMap.Incidents.Rules;

internal static class ClaimRules
{
    public static void CheckAll(IReadOnlyList<Claim> claims, ValidationContext context, Findings findings)
    {
        findings.Each("claims", claims, Limits.Items, (field, claim) => Check(field, claim, context, findings));
        for (var i = 0; i < claims.Count && i < Limits.Items; i++)
            if (claims[i] is { } claim)
                CheckAmong($"claims[{i}]", claim, claims, findings);
    }

    private static void Check(string field, Claim claim, ValidationContext context, Findings findings)
    {
        findings.Id($"{field}.id", claim.Id, Ids.Claim, isRequired: false);
        findings.Known($"{field}.claimant", claim.Claimant, context.Actors, "actor");
        findings.Known($"{field}.source", claim.Source, context.Sources, "source");
        findings.Line($"{field}.speaker", claim.Speaker, Limits.Name);
        findings.Text($"{field}.words", claim.Words, Limits.Words);
        SpanRules.Check($"{field}.span", claim.Span, findings);
        CheckGroup($"{field}.group", claim.Group, findings);
        CheckFigures(field, claim, findings);
        findings.Each($"{field}.objects", claim.Objects, Limits.Items, (path, thing) =>
        {
            findings.Line($"{path}.item", thing.Item, Limits.Name, isRequired: true);
            CheckNumbers(path, thing.Min, thing.Max, findings);
        });
        DateRules.CheckDay($"{field}.said_on", claim.SaidOn, findings);
        if (claim.Period is { } period)
            DateRules.CheckOrder($"{field}.period", period.Start, period.End, findings);
        PlaceRules.CheckKnown($"{field}.places", claim.Places, context, findings);
    }

    private static void CheckGroup(string field, HarmedGroup? group, Findings findings)
    {
        if (group is null)
            return;
        if (group.Category is null || Groups.Find(group.Category) is null)
            findings.Add("unknown-category", $"{field}.category", group.Category, $"There is no category '{Problems.Shorten(group.Category ?? "null")}'.", $"Categories are {string.Join(", ", Groups.Categories.Select(c => c.Category))}.");
        if (group.Side is not null && !Groups.IsSide(group.Side))
            findings.Add("unknown-side", $"{field}.side", group.Side, $"There is no side '{Problems.Shorten(group.Side)}'.", $"Sides are {string.Join(", ", Groups.Sides.Select(s => s.Side))}; leave it out where it is not said.");
        findings.Line($"{field}.words", group.Words, Limits.Words);
    }

    private static void CheckFigures(string field, Claim claim, Findings findings)
    {
        CheckFigure($"{field}.killed", claim.Killed, findings);
        CheckFigure($"{field}.injured", claim.Injured, findings);
        CheckFigure($"{field}.missing", claim.Missing, findings);
        CheckFigure($"{field}.captured", claim.Captured, findings);
        CheckFigure($"{field}.casualties", claim.Casualties, findings);
        if (claim.Stance != Stance.Asserts)
            return;
        if (claim is { About: ClaimAbout.Toll, Killed: null, Injured: null, Missing: null, Captured: null, Casualties: null, Words: null })
            findings.Add("claim-without-figures", field, null, $"{field} is about a toll, but has no figure.", "Give killed, injured, missing, captured or casualties, the claim in words, or say what else it is about.");
        if (claim is { About: ClaimAbout.Objects, Objects.Count: 0 })
            findings.Add("claim-without-objects", field, null, $"{field} is about objects, but names none.", "Give objects, or say what else it is about.");
    }

    private static void CheckFigure(string field, Figure? figure, Findings findings)
    {
        if (figure is null)
            return;
        findings.Line($"{field}.words", figure.Words, Limits.Words);
        if (figure is { Min: null, Max: null, Words: null })
            findings.Add("empty-figure", field, null, $"{field} says nothing.", "Give min and max, min alone for \"at least\", or words; or leave it out.");
        CheckNumbers(field, figure.Min, figure.Max, findings);
    }

    private static void CheckNumbers(string field, int? min, int? max, Findings findings)
    {
        if (min is < 0 or > Limits.Count)
            findings.Add("count-out-of-range", $"{field}.min", $"{min}", $"{min} is no count of people or things.", $"Give 0 to {Limits.Count}.");
        if (max is < 0 or > Limits.Count)
            findings.Add("count-out-of-range", $"{field}.max", $"{max}", $"{max} is no count of people or things.", $"Give 0 to {Limits.Count}.");
        if (min > max)
            findings.Add("min-above-max", $"{field}.max", $"{max}", $"The maximum {max} is less than the minimum {min}.", "Exchange the two; for \"at least\" leave the maximum out.");
        if (min is null && max is not null)
            findings.Add("max-without-min", $"{field}.min", null, $"{field} has a maximum, but no minimum.", "Give the minimum: 0 where the source says \"up to\".");
    }

    private static void CheckAmong(string field, Claim claim, IReadOnlyList<Claim> claims, Findings findings)
    {
        if (claim.Id is { Length: > 0 } && claims.First(c => c?.Id == claim.Id) is var first && !ReferenceEquals(first, claim))
            findings.Add("repeated-id", $"{field}.id", claim.Id, $"Two claims have the id {claim.Id}.", "Give each its own, or leave the id out.");
        if (claim.Supersedes is not { } earlierId)
            return;
        var earlier = claims.FirstOrDefault(c => c?.Id == earlierId);
        if (earlier is null || earlierId.Length == 0)
            findings.Add("unknown-claim", $"{field}.supersedes", earlierId, $"There is no claim '{Problems.Shorten(earlierId)}' here.", "Give the id of an earlier claim of this document.");
        else if (earlier.Claimant != claim.Claimant)
            findings.Add("supersedes-another", $"{field}.supersedes", earlierId, "A claim can only supersede one of the same claimant.", "Leave it out: contradicting claims are both kept.");
        else if (LeadsBack(claim, claims))
            findings.Add("supersedes-itself", $"{field}.supersedes", earlierId, "The claims supersede one another in a circle.", "Let the later one supersede the earlier one.");
    }

    private static bool LeadsBack(Claim claim, IReadOnlyList<Claim> claims)
    {
        var at = claim;
        for (var steps = 0; steps <= claims.Count; steps++)
        {
            at = at.Supersedes is { Length: > 0 } earlier ? claims.FirstOrDefault(c => c?.Id == earlier) : null;
            if (at is null)
                return false;
            if (ReferenceEquals(at, claim))
                return true;
        }
        return true;
    }
}
