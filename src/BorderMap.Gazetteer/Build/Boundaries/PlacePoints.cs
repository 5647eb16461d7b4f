using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;

namespace BorderMap.Gazetteer.Build.Boundaries;

/// <summary>Step: the point of each place with a boundary lies inside it, and its radius holds the whole of it.</summary>
internal static class PlacePoints
{
    /// <summary>Metres to which radii are rounded up.</summary>
    private const double RadiusStepM = 100;

    public static void Do(BuildState state, CancellationToken cancellation)
    {
        foreach (var (id, area) in state.Boundaries)
        {
            cancellation.ThrowIfCancellationRequested();
            var place = state.Entries[id];
            if (new IndexedPointInAreaLocator(area).Locate(new Coordinate(place.Lon, place.Lat)) != Location.Interior)
            {
                var inside = area.InteriorPoint;
                (place.Lon, place.Lat) = (inside.X, inside.Y);
                state.Report.Add("points moved into their boundary");
            }
            place.RadiusM = RadiusM(place.Lon, place.Lat, area);
        }
    }

    /// <summary>Metres to the farthest corner, with room for what generalising moved.</summary>
    internal static int RadiusM(double lon, double lat, Geometry area)
    {
        var farthest = area.Coordinates.Max(c => Geo.DistanceM(lon, lat, c.X, c.Y)) + DrawBoundaries.ToleranceM;
        return (int)(Math.Ceiling(farthest / RadiusStepM) * RadiusStepM);
    }
}
