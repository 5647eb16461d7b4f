namespace BorderMap.Incidents;

/// <summary>A window of time, said in civil dates of the place so that it compares with an incident's dates. A null bound is open; all bounds are inclusive.</summary>
/// <param name="Text">As it is spelt in a URL.</param>
/// <param name="From">Possible: an incident that ends before this day lies outside.</param>
/// <param name="To">Possible: an incident that starts after this day lies outside.</param>
/// <param name="CertainFrom">Certain: an incident must start on this day or later.</param>
/// <param name="CertainTo">Certain: an incident must end on this day or earlier.</param>
public sealed record DateWindow(string Text, DateOnly? From, DateOnly? To, DateOnly? CertainFrom, DateOnly? CertainTo)
{
    /// <summary>Whether dates (null: open) lie in the window; the one meaning that SQL has to agree with.</summary>
    public bool Holds(DateOnly? start, DateOnly? end, TimeMatch match) => match == TimeMatch.Possible
        ? (To is null || start is null || start <= To) && (From is null || end is null || end >= From)
        : (CertainFrom is null || (start is not null && start >= CertainFrom)) && (CertainTo is null || (end is not null && end <= CertainTo));
}
