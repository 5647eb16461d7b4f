using BorderMap.Gazetteer;
using BorderMap.Incidents.Model;

namespace BorderMap.Incidents;

/// <summary>Which incidents are meant: the filter parameters that page, embed, API and exports share.</summary>
public sealed record IncidentFilter
{
    public static IncidentFilter All { get; } = new();

    public Bbox? Bbox { get; init; }
    public PlaceMatch PlaceMatch { get; init; }
    public DateWindow? Datetime { get; init; }
    public TimeMatch TimeMatch { get; init; }

    /// <summary>Kinds and families as they were asked for; empty: all. <see cref="KindSet"/> holds the kinds alone.</summary>
    public IReadOnlyList<string> Kind { get; init; } = [];
    public IReadOnlyList<string> Actor { get; init; } = [];
    public IReadOnlyList<string> Place { get; init; } = [];
    public IReadOnlyList<BorderSide> Side { get; init; } = [];
    public IReadOnlyList<string> Episode { get; init; } = [];

    /// <summary>Filters the low of the killed range.</summary>
    public int? KilledMin { get; init; }
    public IReadOnlyList<Grade> Grade { get; init; } = [];
    public IReadOnlyList<PlacePrecision> Precision { get; init; } = [];
    public bool? CrossBorder { get; init; }

    /// <summary>Words to look for in the public search text.</summary>
    public string? Q { get; init; }
    public IReadOnlyList<string> Ids { get; init; } = [];

    /// <summary>A public sequence number: the state as it was then.</summary>
    public long? AsOf { get; init; }

    /// <summary>The kinds asked for, families expanded; empty: all.</summary>
    public IReadOnlyList<string> KindSet => throw new NotImplementedException();

    /// <summary>Reads the parameters of a query string.</summary>
    /// <param name="parameters">Decoded names and values, in order; a name may come several times.</param>
    /// <param name="alsoAllowed">Names that the route itself reads (<c>limit</c>, <c>cursor</c>): passed over here.</param>
    public static FilterResult Parse(IEnumerable<KeyValuePair<string, string>> parameters, IReadOnlyCollection<string>? alsoAllowed = null) => throw new NotImplementedException();

    /// <summary>The canonical parameters: what <see cref="Parse"/> reads back as the same filter.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> ToParameters() => throw new NotImplementedException();

    /// <summary><see cref="ToParameters"/> as a query string without the question mark; empty for <see cref="All"/>.</summary>
    public string ToQuery() => throw new NotImplementedException();
}

/// <summary>A filter, or why there is none.</summary>
public sealed record FilterResult(IncidentFilter? Filter, IReadOnlyList<Problem> Problems);

/// <summary>A box, WGS 84 degrees.</summary>
public readonly record struct Bbox(double MinLon, double MinLat, double MaxLon, double MaxLat);

/// <summary>How a place must lie in the box: its point, some of its uncertain area, or all of it.</summary>
public enum PlaceMatch { Point, Possible, Certain }

/// <summary>How a date must lie in the window: possibly (it overlaps), or certainly (it lies inside).</summary>
public enum TimeMatch { Possible, Certain }
