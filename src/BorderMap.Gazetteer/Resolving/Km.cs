using BorderMap.Gazetteer.Line;

namespace BorderMap.Gazetteer.Resolving;

/// <summary>Kilometres between places.</summary>
internal static class Km
{
    public static double Between(Place a, Place b) => Between(a, new GeoPoint(b.Lon, b.Lat));

    public static double Between(Place place, GeoPoint point) => SpherePoint.Of(place.Lon, place.Lat).KmTo(SpherePoint.Of(point.Lon, point.Lat));

    /// <summary>From a position to where a place may begin: 0 within its radius when it is a region.</summary>
    public static double Outside(Place place, GeoPoint point) =>
        Math.Max(0, Between(place, point) - (place.Kind is PlaceKind.Locality or PlaceKind.Crossing ? 0 : place.RadiusM / 1000));
}
