namespace BorderMap.Gazetteer;

/// <summary>A position: WGS 84 degrees, longitude first.</summary>
public readonly record struct GeoPoint(double Lon, double Lat);
