using BorderMap.Gazetteer;

namespace BorderMap.PostGis;

/// <summary>An incident as a still picture draws it.</summary>
/// <param name="Lon">Degrees east, WGS 84; null with <paramref name="Lat"/>: it has no point.</param>
/// <param name="Lat">Degrees north.</param>
/// <param name="Family">The family of its kind.</param>
/// <param name="Precision">What the point is worth; null without one.</param>
/// <param name="RadiusM">Metres within which it happened.</param>
/// <param name="KilledLow">The lowest claim; null: nobody said.</param>
/// <param name="Start">Its first day; null: not known.</param>
/// <param name="End">Its last day; null: not known.</param>
public sealed record PictureSpot(double? Lon, double? Lat, string Family, PlacePrecision? Precision, int RadiusM, int? KilledLow, DateOnly? Start, DateOnly? End)
{
    /// <summary>The highest claim; null: nobody said, or it is open.</summary>
    public int? KilledHigh { get; init; }

    /// <summary>Kilometres along the Durand Line; null: beside both border belts.</summary>
    public double? LineKm { get; init; }

    /// <summary>The episode that it is part of.</summary>
    public string? Episode { get; init; }

    /// <summary>Ids of its places and of what holds them, where they were asked for.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];
}
