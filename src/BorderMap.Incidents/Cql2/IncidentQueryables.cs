namespace BorderMap.Incidents.Cql2;

/// <summary>What filters of incidents may name: the flat properties of their features, and the geometry.</summary>
public static class IncidentQueryables
{
    public const string Geometry = "geometry";

    public static IReadOnlyList<QueryableProperty> All { get; } =
    [
        .. Of(Cql2Type.Text, "id", "title", "kind", "family", "date_precision", "place", "district", "province", "country", "precision", "side", "grade", "episode"),
        .. Of(Cql2Type.Date, "date_start", "date_end"),
        .. Of(Cql2Type.Integer, "radius_m", "killed_low", "killed_high", "injured_low", "injured_high", "claims", "sources", "version"),
        .. Of(Cql2Type.Number, "line_km", "line_distance_km"),
        .. Of(Cql2Type.Boolean, "cross_border"),
        .. Of(Cql2Type.Instant, "updated"),
        .. Of(Cql2Type.Geometry, Geometry),
    ];

    private static IEnumerable<QueryableProperty> Of(Cql2Type type, params IEnumerable<string> names) => names.Select(name => new QueryableProperty(name, type));
}
