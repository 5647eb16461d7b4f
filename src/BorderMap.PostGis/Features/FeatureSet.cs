namespace BorderMap.PostGis.Features;

/// <summary>A collection of features, described once: requests, answers, schemas and SQL are made from this.</summary>
/// <param name="Id">As addresses spell it.</param>
/// <param name="Title">For people.</param>
/// <param name="Description">What a feature of it is.</param>
public sealed record FeatureSet(string Id, string Title, string Description)
{
    /// <summary>Stands in any SQL of a collection for the condition that a row of the table with this alias is shown now, or as of a public sequence.</summary>
    public static string Shown(string alias) => $"{{shown {alias}}}";

    /// <summary>Tables and joins, without the word.</summary>
    public required string From { get; init; }

    /// <summary>Which of the rows belong to it, without the word.</summary>
    public required string Where { get; init; }

    /// <summary>In the order of the features' own properties; one has the role of the id, which orders the collection.</summary>
    public required IReadOnlyList<FeatureProperty> Properties { get; init; }

    /// <summary>The geometry in SQL, WGS 84 (SRID 4326), or null.</summary>
    public required string Geometry { get; init; }
    public required GeometryShape Shape { get; init; }

    /// <summary>Whether an index holds the cells of its points with the ids: pages of an area then come in the order of <see cref="Cells"/>.</summary>
    public bool HasCells { get; init; }

    /// <summary>The finished GeoJSON in SQL; null: it is made from geometry and properties.</summary>
    public string? Finished { get; init; }

    /// <summary>Whether it has public versions, so that <c>asOf</c> works.</summary>
    public bool IsVersioned { get; init; }

    /// <summary>Whether the filters of incidents work (<see cref="Incidents.IncidentFilter"/>).</summary>
    public bool TakesIncidentFilter { get; init; }

    public FeatureProperty Key => Properties.First(property => property.Role == PropertyRole.Id);

    /// <summary>The civil dates between which a feature lies; null: it has no time.</summary>
    public (FeatureProperty Start, FeatureProperty End)? Time =>
        Properties.FirstOrDefault(property => property.Role == PropertyRole.Start) is { } start && Properties.FirstOrDefault(property => property.Role == PropertyRole.End) is { } end ? (start, end) : null;

    public FeatureProperty? Find(string name) => Properties.FirstOrDefault(property => property.Name == name);
}

/// <summary>The one type of geometry that the features of a collection have, where they have one.</summary>
public enum GeometryShape { Point, LineString, Polygon, MultiPolygon }
