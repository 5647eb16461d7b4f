using BorderMap.Incidents.Model;

namespace BorderMap.Incidents.Rules;

internal static class SpanRules
{
    public static void Check(string field, Span? span, Findings findings)
    {
        if (span is null)
            return;
        findings.Text($"{field}.quote", span.Quote, Limits.Quote, isRequired: true);
        if (span is { Start: null, End: null })
            return;
        if (span is not { Start: { } start, End: { } end })
            findings.Add("half-span", field, null, $"{field} has only one of start and end.", "Give both or neither.");
        else if (start < 0 || end - (long)start != (span.Quote?.Length ?? 0))
            findings.Add("bad-span", field, $"{start}..{end}", $"{field} goes from {start} to {end}, but its quote has {span.Quote?.Length ?? 0} UTF-16 code units.", "Offsets count UTF-16 code units, the end is exclusive.");
    }
}
