using BorderMap.Gazetteer;
using BorderMap.Incidents.Cql2;
using BorderMap.Incidents.Model;

namespace BorderMap.Incidents;

/// <summary>Which incidents are meant: the filter parameters that page, embed, API and exports share.</summary>
public sealed record IncidentFilter
{
    public static IncidentFilter All { get; } = new();

    /// <summary>Between names, which may hold commas.</summary>
    public const char PublisherSeparator = '|';

    public Bbox? Bbox { get; init; }
    public PlaceMatch PlaceMatch { get; init; }
    public DateWindow? Datetime { get; init; }
    public TimeMatch TimeMatch { get; init; }

    /// <summary>Kinds and families as they were asked for; empty: all. <see cref="KindSet"/> holds the kinds alone.</summary>
    public IReadOnlyList<string> Kind { get; init; } = [];
    public IReadOnlyList<string> Actor { get; init; } = [];
    public IReadOnlyList<string> Place { get; init; } = [];
    public IReadOnlyList<BorderSide> Side { get; init; } = [];

    /// <summary>The position along the line; an incident without one is in no stretch.</summary>
    public LineStretch? LineKm { get; init; }
    public IReadOnlyList<string> Episode { get; init; } = [];

    /// <summary>Filters the low of the killed range.</summary>
    public int? KilledMin { get; init; }
    public IReadOnlyList<Grade> Grade { get; init; } = [];
    public IReadOnlyList<PlacePrecision> Precision { get; init; } = [];
    public bool? CrossBorder { get; init; }

    /// <summary>Words to look for in the public search text.</summary>
    public string? Q { get; init; }

    /// <summary>Names of publishers, as sources have them: of a source that is shown whole.</summary>
    public IReadOnlyList<string> Publisher { get; init; } = [];
    public IReadOnlyList<string> Ids { get; init; } = [];

    /// <summary>A public sequence number: the state as it was then.</summary>
    public long? AsOf { get; init; }

    /// <summary>What else has to hold: a checked condition over <see cref="IncidentQueryables"/>.</summary>
    public Expression? Condition { get; init; }

    /// <summary>The kinds asked for, families expanded (a word that is both is the kind); empty: all.</summary>
    public IReadOnlyList<string> KindSet =>
        [.. Kind.SelectMany(k => Kinds.Find(k) is null ? Kinds.InFamily(k) : [k]).Distinct()];

    /// <summary>Reads the parameters of a query string.</summary>
    /// <param name="parameters">Decoded names and values, in order; a name may come several times.</param>
    /// <param name="alsoAllowed">Names that the route itself reads (<c>limit</c>, <c>cursor</c>): passed over here.</param>
    public static FilterResult Parse(IEnumerable<KeyValuePair<string, string>> parameters, IReadOnlyCollection<string>? alsoAllowed = null) =>
        FilterParser.Parse(parameters, alsoAllowed ?? []);

    /// <summary>The canonical parameters, lists joined by commas: what <see cref="Parse"/> reads back as the same filter.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> ToParameters()
    {
        var parameters = new List<KeyValuePair<string, string>>();
        Add(FilterNames.Bbox, Bbox?.ToString());
        Add(FilterNames.PlaceMatch, PlaceMatch == PlaceMatch.Point ? null : Words.Of(PlaceMatch));
        Add(FilterNames.Datetime, Datetime?.Text);
        Add(FilterNames.TimeMatch, TimeMatch == TimeMatch.Possible ? null : Words.Of(TimeMatch));
        Add(FilterNames.Kind, Join(Kind));
        Add(FilterNames.Actor, Join(Actor));
        Add(FilterNames.Place, Join(Place));
        Add(FilterNames.Side, Join(Side.Select(Words.Of)));
        Add(FilterNames.LineKm, LineKm?.ToString());
        Add(FilterNames.Episode, Join(Episode));
        Add(FilterNames.KilledMin, KilledMin?.ToString());
        Add(FilterNames.Grade, Join(Grade.Select(Words.Of)));
        Add(FilterNames.Precision, Join(Precision.Select(Words.Of)));
        Add(FilterNames.CrossBorder, CrossBorder is { } crosses ? (crosses ? "true" : "false") : null);
        Add(FilterNames.Q, Q);
        Add(FilterNames.Publisher, string.Join(PublisherSeparator, Publisher));
        Add(FilterNames.Ids, Join(Ids));
        Add(FilterNames.AsOf, AsOf?.ToString());
        Add(FilterNames.Filter, Condition is null ? null : TextPrinter.Print(Condition));
        return parameters;

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
                parameters.Add(new(name, value));
        }

        static string Join(IEnumerable<string> values) => string.Join(',', values);
    }

    /// <summary><see cref="ToParameters"/> as a query string without the question mark; empty for <see cref="All"/>.</summary>
    public string ToQuery() => string.Join('&', ToParameters().Select(p => $"{p.Key}={Escape(p.Value)}"));

    // Comma, slash and colon may stand in a query as they are; so the URL stays readable.
    private static string Escape(string value) =>
        Uri.EscapeDataString(value).Replace("%2C", ",", StringComparison.Ordinal).Replace("%2F", "/", StringComparison.Ordinal).Replace("%3A", ":", StringComparison.Ordinal);

    public bool Equals(IncidentFilter? other) => other is not null && ToQuery() == other.ToQuery();

    public override int GetHashCode() => ToQuery().GetHashCode(StringComparison.Ordinal);
}

/// <summary>A filter, or why there is none.</summary>
public sealed record FilterResult(IncidentFilter? Filter, IReadOnlyList<Problem> Problems);

/// <summary>How a place must lie in the box: its point, some of its uncertain area, or all of it.</summary>
public enum PlaceMatch { Point, Possible, Certain }

/// <summary>How a date must lie in the window: possibly (it overlaps), or certainly (it lies inside).</summary>
public enum TimeMatch { Possible, Certain }
