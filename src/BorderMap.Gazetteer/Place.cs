namespace BorderMap.Gazetteer;

/// <summary>An entry of the gazetteer. Coordinates are WGS 84 degrees, longitude first; the point lies inside the place's boundary where it has one.</summary>
public sealed record Place
{
    /// <summary>The Who's On First number where there is one, else <c>x-</c> and a fixed slug; never reused.</summary>
    public required string Id { get; init; }
    public required PlaceKind Kind { get; init; }

    /// <summary>The name shown: Latin script, English usage.</summary>
    public required string Name { get; init; }

    /// <summary>ISO 3166-1 alpha-2: <c>AF</c> or <c>PK</c>; a crossing belongs to the side its point lies on.</summary>
    public required string Country { get; init; }

    /// <summary>Id of the province that holds it; null for a country, a province, or an area across several.</summary>
    public string? ProvinceId { get; init; }

    /// <summary>
    /// Id of the district that holds it; null for a country, a province, an area across several, and a district with a boundary.
    /// A district made after the boundaries were drawn lies in the drawn one from which it was cut.
    /// </summary>
    public string? DistrictId { get; init; }
    public required double Lon { get; init; }
    public required double Lat { get; init; }

    /// <summary>Metres from the point within which the whole place lies.</summary>
    public required double RadiusM { get; init; }

    /// <summary>Every recorded name, preferred ones first; <see cref="Name"/> is among them.</summary>
    public required IReadOnlyList<PlaceName> Names { get; init; }

    /// <summary>The first day on which it was there; null as far as known.</summary>
    public DateOnly? From => History.From;

    /// <summary>The last day on which it was there; null for what is there today.</summary>
    public DateOnly? Until => History.Until;

    /// <summary>What it belonged to, and belongs to no more.</summary>
    public IReadOnlyList<FormerParent> FormerParents => History.FormerParents;

    /// <summary>Ids of the places that it is today; empty for what still is itself.</summary>
    public IReadOnlyList<string> Today => History.Today;

    internal PlaceHistory History { get; init; } = PlaceHistory.None;
}
