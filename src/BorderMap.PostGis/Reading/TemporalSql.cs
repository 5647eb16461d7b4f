using BorderMap.Incidents.Cql2;

namespace BorderMap.PostGis.Reading;

/// <summary>The first and the last of a time, as SQL: of a day or moment they are the same.</summary>
internal readonly record struct TimeEnds(string From, string To)
{
    public TimeEnds(string at) : this(at, at) { }
}

/// <summary>The temporal functions, each by what it says of the ends; both ends belong to an interval.</summary>
internal static class TemporalSql
{
    public static string Of(TemporalOperator temporal, TimeEnds a, TimeEnds b) => $"({Condition(temporal, a, b)})";

    private static string Condition(TemporalOperator temporal, TimeEnds a, TimeEnds b) => temporal switch
    {
        TemporalOperator.After => $"{a.From} > {b.To}",
        TemporalOperator.Before => $"{a.To} < {b.From}",
        TemporalOperator.Disjoint => $"{a.To} < {b.From} or {a.From} > {b.To}",
        TemporalOperator.Equals => $"{a.From} = {b.From} and {a.To} = {b.To}",
        TemporalOperator.Intersects => $"{a.From} <= {b.To} and {a.To} >= {b.From}",
        TemporalOperator.Contains => $"{a.From} < {b.From} and {a.To} > {b.To}",
        TemporalOperator.During => $"{a.From} > {b.From} and {a.To} < {b.To}",
        TemporalOperator.FinishedBy => $"{a.From} < {b.From} and {a.To} = {b.To}",
        TemporalOperator.Finishes => $"{a.From} > {b.From} and {a.To} = {b.To}",
        TemporalOperator.Meets => $"{a.To} = {b.From}",
        TemporalOperator.MetBy => $"{a.From} = {b.To}",
        TemporalOperator.OverlappedBy => $"{a.From} > {b.From} and {a.From} < {b.To} and {a.To} > {b.To}",
        TemporalOperator.Overlaps => $"{a.From} < {b.From} and {a.To} > {b.From} and {a.To} < {b.To}",
        TemporalOperator.StartedBy => $"{a.From} = {b.From} and {a.To} > {b.To}",
        TemporalOperator.Starts => $"{a.From} = {b.From} and {a.To} < {b.To}",
        _ => throw new ArgumentOutOfRangeException(nameof(temporal), temporal, "unknown"),
    };
}
