using BorderMap.Gazetteer.Line;

namespace BorderMap.Gazetteer;

/// <summary>A position: WGS 84 degrees, longitude first.</summary>
public readonly record struct GeoPoint(double Lon, double Lat)
{
    /// <summary>Kilometres to another position, on the sphere of the Earth's mean radius.</summary>
    public double KmTo(GeoPoint other) => SpherePoint.Of(Lon, Lat).KmTo(SpherePoint.Of(other.Lon, other.Lat));
}
