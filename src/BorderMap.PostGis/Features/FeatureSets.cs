using BorderMap.Gazetteer;
using BorderMap.Incidents;
using BorderMap.Incidents.Model;

namespace BorderMap.PostGis.Features;

/// <summary>The collections that there are, in the order in which they are listed.</summary>
public static class FeatureSets
{
    private static readonly IReadOnlyList<string> Countries = ["AF", "PK"];

    private static readonly FeatureProperty LineKm =
        new("line_km", PropertyType.Number, "line_km", "Position along the line") { Description = "Kilometres along the Durand Line from the tripoint with Iran; none farther than 100 km from it.", Unit = "km" };

    private static readonly FeatureProperty LineDistance = new("line_distance_km", PropertyType.Number, "line_distance_km", "Distance to the line") { Unit = "km" };

    private static readonly FeatureProperty Side =
        new("side", PropertyType.Text, "side", "Side of the line") { Description = "Side of the Durand Line; straddles: the radius, or the line's own uncertainty, crosses it.", Values = [.. Words.All<BorderSide>()] };

    public static FeatureSet Incidents { get; } = new("incidents", "Incidents", "What is reported to have happened, one feature an incident at its principal place. Precision and radius say how well the place is known; a point known only to a district or province stands for that area.")
    {
        From = "public_incident i",
        Where = FeatureSet.Shown("i"),
        Properties =
        [
            Id("i.id"), .. Happening("i"),
            Name("place", "i.place", "Place"), .. Unit("i"), .. Precision("i"),
            Of("i", Side), Of("i", LineKm), Of("i", LineDistance),
            Count("killed_low", "i.killed_low", "Killed, lowest claim"), Count("killed_high", "i.killed_high", "Killed, highest claim", "Null beside a low: at least."),
            Count("injured_low", "i.injured_low", "Injured, lowest claim"), Count("injured_high", "i.injured_high", "Injured, highest claim", "Null beside a low: at least."),
            GradeOf("i"), Count("claims", "i.claims", "Claims"), Count("sources", "i.sources", "Sources"), Episode("i"), CrossBorder("i"), .. Stamp("i"),
            Url("'/incidents/' || i.id"),
        ],
        Geometry = "i.geom",
        Shape = GeometryShape.Point,
        HasCells = true,
        Finished = "i.feature",
        IsVersioned = true,
        TakesIncidentFilter = true,
    };

    public static FeatureSet IncidentPlaces { get; } = new("incident-places", "Places of incidents", "One feature a place of an incident: an incident along six districts has six. Without figures, so that none is counted twice.")
    {
        From = "public_incident_place p join public_incident i on i.id = p.id and i.version = p.version",
        Where = FeatureSet.Shown("p"),
        Properties =
        [
            Id("p.feature_id"), new("incident", PropertyType.Text, "p.id", "Incident") { Description = "The incident's id." }, .. Happening("i"),
            Name("place", "p.name", "Place"), new("place_id", PropertyType.Text, "p.place", "Place's id") { Description = "In the gazetteer; none where coordinates alone are known." },
            new("role", PropertyType.Text, "p.role", "Role") { Description = "What the place was to the incident.", Values = [.. Words.All<PlaceRole>()] },
            new("principal", PropertyType.Boolean, "(p.ordinal = 0)", "Principal place"),
            .. Unit("p"), .. Precision("p"), GradeOf("i"), Episode("i"), CrossBorder("i"), .. Stamp("i"),
            Url("'/incidents/' || p.id"),
        ],
        Geometry = "p.geom",
        Shape = GeometryShape.Point,
        HasCells = true,
        IsVersioned = true,
    };

    public static FeatureSet Episodes { get; } = new("episodes", "Episodes", "Escalations that join incidents, with the dates of their public members; the geometry is the box around the areas in which these lie.")
    {
        From = "public_episode e",
        Where = FeatureSet.Shown("e"),
        Properties =
        [
            Id("e.id"), Name("title", "e.document::jsonb ->> 'title'", "Title"), .. Dates("e"), Name("summary", "e.document::jsonb ->> 'summary'", "Summary"),
            Count("incidents", "jsonb_array_length(e.document::jsonb -> 'incidents')", "Incidents"),
            Count("claims", "jsonb_array_length(e.document::jsonb -> 'claims')", "Claims of its own", "Totals claimed for the whole; they overlap and are never summed."),
            Count("sources", "jsonb_array_length(e.document::jsonb -> 'sources')", "Sources"), .. Stamp("e"),
            Url("'/api/episodes/' || e.id"),
        ],
        Geometry = $"(select ST_SetSRID(ST_Extent(m.extent)::geometry, 4326) from public_incident m where m.episode = e.id and {FeatureSet.Shown("m")})",
        Shape = GeometryShape.Polygon,
        IsVersioned = true,
    };

    public static FeatureSet Places { get; } = Gazetteer("places", "Places", "Every place of the gazetteer, as a point within which radius the whole place lies.", "true", GeometryShape.Point,
        [new("kind", PropertyType.Text, "g.kind", "Kind") { Values = [.. Words.All<PlaceKind>()], Role = PropertyRole.Kind }]);

    public static FeatureSet Districts { get; } = Gazetteer("districts", "Districts", "Afghanistan's districts (woluswali) and Pakistan's, with generalised boundaries. Those made after the boundaries were drawn have none.", "g.kind = 'district'", GeometryShape.MultiPolygon, [], isUnit: true);

    public static FeatureSet Provinces { get; } = Gazetteer("provinces", "Provinces", "The provinces of both countries, with generalised boundaries.", "g.kind = 'province'", GeometryShape.MultiPolygon, [], isUnit: true);

    public static FeatureSet Crossings { get; } = Gazetteer("crossings", "Crossings", "Crossings of the Durand Line.", "g.kind = 'crossing'", GeometryShape.Point,
        [Of("g", Side), Of("g", LineKm), Of("g", LineDistance)]);

    public static FeatureSet DurandLine { get; } = new("durand-line", "Durand Line", "The line as one feature, from the tripoint with Iran to the tripoint with China; to be drawn dashed.")
    {
        From = "durand_line l",
        Where = "true",
        Properties =
        [
            Id("l.id"), Name("name", "l.name", "Name"), Name("status", "l.status", "Status"), new("length_km", PropertyType.Number, "l.length_km", "Length of the spine") { Unit = "km" },
            Count("uncertainty_m", "l.uncertainty_m", "Uncertainty", "By how much its sources differ, in the median.") with { Unit = "m" },
        ],
        Geometry = "l.geom",
        Shape = GeometryShape.LineString,
    };

    public static IReadOnlyList<FeatureSet> All { get; } = [Incidents, IncidentPlaces, Episodes, Places, Districts, Provinces, Crossings, DurandLine];

    public static FeatureSet? Find(string id) => All.FirstOrDefault(collection => collection.Id == id);

    private static FeatureSet Gazetteer(string id, string title, string description, string where, GeometryShape shape, IReadOnlyList<FeatureProperty> own, bool isUnit = false) => new(id, title, description)
    {
        From = "place g left join place d on d.id = g.district left join place v on v.id = g.province",
        Where = where,
        Properties =
        [
            Id("g.id"), Name("name", "g.name", "Name"), Name("name_ps", "g.name_ps", "Name in Pashto"), Name("name_prs", "g.name_prs", "Name in Dari"), Name("name_ur", "g.name_ur", "Name in Urdu"), .. own,
            .. isUnit ? [] : (FeatureProperty[])[Name("district", "d.name", "District"), Name("district_id", "g.district", "District's id")],
            .. id == "provinces" ? [] : (FeatureProperty[])[Name("province", "v.name", "Province"), Name("province_id", "g.province", "Province's id")],
            new("country", PropertyType.Text, "g.country", "Country") { Values = Countries },
            new("radius_m", PropertyType.Integer, "round(g.radius_m)::integer", "Radius") { Description = "The whole place lies within it.", Unit = "m" },
            new("valid_from", PropertyType.Date, "g.valid_from", "First day"), new("valid_until", PropertyType.Date, "g.valid_until", "Last day"),
            Url("'/places/' || g.id"),
        ],
        Geometry = shape == GeometryShape.Point ? "g.geom" : "ST_Multi(g.boundary)",
        Shape = shape,
        HasCells = shape == GeometryShape.Point,
    };

    private static FeatureProperty Id(string sql) => new("id", PropertyType.Text, sql, "Id") { Role = PropertyRole.Id };

    private static FeatureProperty Name(string name, string sql, string title) => new(name, PropertyType.Text, $"({sql}) collate \"C\"", title);

    private static FeatureProperty Count(string name, string sql, string title, string? description = null) => new(name, PropertyType.Integer, sql, title) { Description = description };

    private static FeatureProperty Of(string alias, FeatureProperty property) => property with { Sql = $"{alias}.{property.Sql}" };

    private static FeatureProperty GradeOf(string alias) => new("grade", PropertyType.Text, $"{alias}.grade", "Grade") { Description = "How sure it is that it happened; /method has the rule.", Values = [.. Words.All<Grade>()] };

    private static FeatureProperty Episode(string alias) => new("episode", PropertyType.Text, $"{alias}.episode", "Episode") { Description = "The episode's id." };

    private static FeatureProperty CrossBorder(string alias) => new("cross_border", PropertyType.Boolean, $"{alias}.cross_border", "Cross-border") { Description = "Whether force crossed the border, or the border itself was concerned." };

    private static FeatureProperty[] Happening(string alias) =>
    [
        Name("title", $"{alias}.title", "Title"),
        new("kind", PropertyType.Text, $"{alias}.kind", "Kind") { Values = [.. Kinds.All.Select(kind => kind.Kind)], Role = PropertyRole.Kind },
        new("family", PropertyType.Text, $"{alias}.family", "Family of kinds") { Values = [.. Kinds.Families.Select(family => family.Family)] },
        .. Dates(alias),
        new("date_precision", PropertyType.Text, $"{alias}.date_precision", "Precision of the date") { Values = [.. Words.All<DatePrecision>()] },
    ];

    private static FeatureProperty[] Dates(string alias) =>
    [
        new("date_start", PropertyType.Date, $"{alias}.date_start", "First day") { Description = "A civil date of the place; null: open.", Role = PropertyRole.Start, DescendingSql = alias == "i" ? "i.newest" : null },
        new("date_end", PropertyType.Date, $"{alias}.date_end", "Last day") { Description = "Inclusive; null: open.", Role = PropertyRole.End },
    ];

    private static FeatureProperty[] Unit(string alias) =>
        [Name("district", $"{alias}.district", "District"), Name("province", $"{alias}.province", "Province"), new("country", PropertyType.Text, $"{alias}.country", "Country") { Values = Countries }];

    private static FeatureProperty[] Precision(string alias) =>
    [
        new("precision", PropertyType.Text, $"{alias}.precision", "Precision of the place") { Values = [.. Words.All<PlacePrecision>()] },
        new("radius_m", PropertyType.Integer, $"{alias}.radius_m", "Radius") { Description = "Within which it happened.", Unit = "m" },
    ];

    private static FeatureProperty[] Stamp(string alias) =>
        [Count("version", $"{alias}.version", "Public version"), new("updated", PropertyType.Instant, $"{alias}.updated", "Last public change")];

    private static FeatureProperty Url(string sql) => new("url", PropertyType.Text, sql, "Address") { Description = "Of its page or document on this server.", IsQueryable = false };
}
