namespace BorderMap.Gazetteer.Reversing;

/// <summary>What is known of a position.</summary>
public sealed record Reversal
{
    /// <summary>The position asked for.</summary>
    public required GeoPoint Point { get; init; }

    /// <summary>The district, province and country that hold it; all null outside both countries.</summary>
    public Place? District { get; init; }
    public Place? Province { get; init; }
    public Place? Country { get; init; }

    /// <summary>In words, why there is no country: the position lies outside both ("outside Afghanistan and Pakistan; 45 km from Chaman, Pakistan"); null inside.</summary>
    public string? Problem { get; init; }

    /// <summary>Side, kilometres to the Durand Line and along it, of the spot itself.</summary>
    public required LinePlacement Line { get; init; }

    /// <summary>The position as a MGRS reference to the metre: <c>42S XC 92006 78650</c>.</summary>
    public required string? Mgrs { get; init; }

    /// <summary>The position as UTM coordinates to the metre, zone and hemisphere first: <c>42N 692007 3778650</c>.</summary>
    public required string? Utm { get; init; }

    /// <summary>The position in degrees, minutes and seconds, latitude first: <c>34°07'52.0"N 71°04'55.9"E</c>.</summary>
    public required string Dms { get; init; }

    /// <summary>The nearest localities and crossings, nearest first.</summary>
    public required IReadOnlyList<Neighbour> Nearest { get; init; }

    /// <summary>The named crossings of the Durand Line within 50 km, nearest first.</summary>
    public required IReadOnlyList<Neighbour> Crossings { get; init; }

    /// <summary>The position as seen from the best known place near it: <c>4.2 km NE of Torkham</c>; null where none is near.</summary>
    public string? Words { get; init; }
}
