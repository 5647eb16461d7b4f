namespace BorderMap.Incidents;

/// <summary>The names of the filter parameters, in their canonical order.</summary>
public static class FilterNames
{
    public const string Bbox = "bbox";
    public const string PlaceMatch = "place-match";
    public const string Datetime = "datetime";
    public const string TimeMatch = "time-match";
    public const string Kind = "kind";
    public const string Actor = "actor";
    public const string Place = "place";
    public const string Side = "side";
    public const string LineKm = "line-km";
    public const string Episode = "episode";
    public const string KilledMin = "killed-min";
    public const string Grade = "grade";
    public const string Precision = "precision";
    public const string CrossBorder = "cross-border";
    public const string Q = "q";
    public const string Publisher = "publisher";
    public const string Ids = "ids";
    public const string AsOf = "asOf";

    /// <summary>A condition in CQL2, and its encoding.</summary>
    public const string Filter = "filter";
    public const string FilterLang = "filter-lang";

    public static IReadOnlyList<string> All { get; } =
        [Bbox, PlaceMatch, Datetime, TimeMatch, Kind, Actor, Place, Side, LineKm, Episode, KilledMin, Grade, Precision, CrossBorder, Q, Publisher, Ids, AsOf, Filter, FilterLang];
}
