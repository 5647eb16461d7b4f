namespace BorderMap.Incidents;

/// <summary>One kind of incident, with the nearest terms of other codebooks.</summary>
/// <param name="Kind">The word stored, <c>armed_clash</c>.</param>
/// <param name="Family">The family it is shown with, <c>combat</c>.</param>
/// <param name="Label">English words for it.</param>
/// <param name="Acled">ACLED event type / sub-event type; null: no counterpart.</param>
/// <param name="Ucdp">UCDP <c>type_of_violence</c>, comma-separated where several fit; null: UCDP records no such event.</param>
/// <param name="Gold">The type of the annotated articles; null: no counterpart.</param>
/// <param name="Labels">Words for it in other languages, by their tags.</param>
public sealed record IncidentKind(string Kind, string Family, string Label, string? Acled, string? Ucdp, string? Gold, IReadOnlyDictionary<string, string>? Labels = null);

/// <summary>A family of kinds.</summary>
public sealed record KindFamily(string Family, string Label, IReadOnlyDictionary<string, string>? Labels = null);
