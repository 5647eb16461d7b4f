using BorderMap.Incidents.Model;

namespace BorderMap.Reports.Writing;

/// <summary>Writes an extraction for a person at a terminal.</summary>
public static class ExtractionText
{
    private const int LongestQuote = 160;

    /// <param name="extraction">What was found.</param>
    /// <param name="isExplained">Whether every stage is shown: what was ignored, the place names, why each field, what was left out.</param>
    public static IEnumerable<string> Lines(Extraction extraction, bool isExplained)
    {
        ArgumentNullException.ThrowIfNull(extraction);
        var text = extraction.Text;
        yield return $"published {extraction.Published?.ToString("yyyy-MM-dd") ?? "not known"} ({extraction.PublishedFrom.ToString().ToLowerInvariant()}), language {extraction.Language}, {extraction.Sentences.Count} sentences, {extraction.Toponyms.Count} place names, {extraction.Drafts.Count} drafts";
        foreach (var warning in extraction.Warnings)
        {
            yield return $"! {warning}";
        }
        if (extraction.Origin is { } origin)
        {
            yield return $"reporting of {origin.Agency}: {Quote(origin.Span, text)}";
        }
        foreach (var draft in extraction.Drafts)
        {
            foreach (var line in Draft(draft, text, isExplained))
            {
                yield return line;
            }
        }
        foreach (var total in extraction.Totals)
        {
            yield return $"total {Figures(total.Claim.Claim)} by {total.Claim.Claimant ?? "nobody named"}{(total.Claim.Claim.Period is { } period ? $", {Day(period.Start)} to {Day(period.End)}" : "")}: {Quote(total.Claim.Span, text)}";
        }
        if (!isExplained)
        {
            yield break;
        }
        foreach (var part in extraction.Ignored)
        {
            yield return $"ignored {part.Span.Start}..{part.Span.End} {part.Why}: {Quote(part.Span, text)}";
        }
        foreach (var toponym in extraction.Toponyms)
        {
            yield return $"place {toponym.Span.Start}..{toponym.Span.End} {toponym.Text} = {toponym.Place?.Name ?? "?"} ({toponym.Place?.Kind.ToString().ToLowerInvariant() ?? "unknown"}, {toponym.Place?.Country}) {toponym.Status.ToString().ToLowerInvariant()}, {toponym.Usage.ToString().ToLowerInvariant()}, {toponym.Rule}: {toponym.Place?.Why}";
        }
        foreach (var left in extraction.LeftOut)
        {
            yield return $"left out {left.Span.Start}..{left.Span.End} {left.Why} ({left.Cue}): {Quote(left.Span, text)}";
        }
    }

    private static IEnumerable<string> Draft(Draft draft, string text, bool isExplained)
    {
        yield return "";
        yield return $"{draft.Key} {draft.Title} [{draft.Status.ToString().ToLowerInvariant()}, {draft.Confidence:0.00}]";
        yield return $"   kind {draft.Kind}; date {Day(draft.Date.Date.Start)} to {Day(draft.Date.Date.End)} ({draft.Date.Date.Precision.ToString().ToLowerInvariant()})";
        foreach (var place in draft.Places)
        {
            yield return $"   place {place.Words} = {place.Place.Name} ({place.Role.ToString().ToLowerInvariant()}, {place.Status.ToString().ToLowerInvariant()})";
        }
        foreach (var actor in draft.Actors)
        {
            yield return $"   {actor.Role.ToString().ToLowerInvariant()} {actor.Words} = {actor.Actor}";
        }
        foreach (var claim in draft.Claims)
        {
            yield return $"   claim {Figures(claim.Claim)} by {claim.Claimant ?? "nobody named"}: {Quote(claim.Span, text)}";
        }
        foreach (var denial in draft.Denials)
        {
            yield return $"   denied by {denial.By ?? "somebody"}: {Quote(denial.Span, text)}";
        }
        foreach (var span in draft.Evidence)
        {
            yield return $"   says {span.Start}..{span.End}: {Quote(span, text)}";
        }
        foreach (var reason in isExplained ? draft.Why : [])
        {
            yield return $"   why {reason.Field}: {reason.Rule} ({reason.Cue})";
        }
    }

    private static string Figures(Claim claim)
    {
        var parts = new[] { ("killed", claim.Killed), ("injured", claim.Injured), ("captured", claim.Captured), ("missing", claim.Missing), ("killed or injured", claim.Casualties) }
            .Where(part => part.Item2 is not null).Select(part => $"{part.Item1} {Range(part.Item2!)}")
            .Concat(claim.Objects.Select(thing => $"{thing.Effect.ToString().ToLowerInvariant()} {thing.Min?.ToString() ?? ""} {thing.Item}"));
        return $"{string.Join(", ", parts)} ({(claim.Group is { } group ? Incidents.Groups.LabelOf(group) : "things")}{(claim.Part is ClaimPart.Breakdown ? ", a part" : "")}{(claim.Supersedes is null ? "" : ", in place of an earlier count")})";
    }

    private static string Range(Figure figure) => figure is { Min: null, Max: null } ? figure.Words ?? "" : figure.Max is null ? $"{figure.Min}+" : figure.Min == figure.Max ? $"{figure.Min}" : $"{figure.Min}-{figure.Max}";

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd") ?? "?";

    private static string Quote(TextSpan span, string text)
    {
        var words = span.Of(text).ReplaceLineEndings(" ");
        return words.Length <= LongestQuote ? words : words[..LongestQuote] + "...";
    }
}
