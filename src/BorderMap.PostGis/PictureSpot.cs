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
public sealed record PictureSpot(double? Lon, double? Lat, string Family, PlacePrecision? Precision, int RadiusM, int? KilledLow, DateOnly? Start, DateOnly? End);
