using BorderMap.Gazetteer.Coordinates;
using BorderMap.Gazetteer.Line;

namespace BorderMap.Gazetteer.Reversing;

/// <summary>Says what is known of a position. Thread-safe.</summary>
/// <remarks>
/// The index of places is made when first asked for, in some tenths of a second. Districts are those of the drawn boundaries, generalised by 300 m;
/// distances and directions are those of the WGS 84 ellipsoid.
/// </remarks>
public sealed class ReverseLookUp
{
    /// <summary>Kilometres within which neighbours and crossings are named.</summary>
    private const double NearKm = 50;

    /// <summary>Kilometres within which a better known place is preferred to a nearer one.</summary>
    private const double LandmarkKm = 25;

    private const int MostCrossings = 3;
    private const int MostLandmarks = 50;

    private readonly Places places;
    private readonly DurandLine line;
    private readonly Lazy<PlaceGrid> spots;
    private readonly Lazy<PlaceGrid> landmarks;
    private readonly Lazy<PlaceGrid> crossings;

    internal ReverseLookUp(Places places, DurandLine line)
    {
        (this.places, this.line) = (places, line);
        var today = new Lazy<Place[]>(() => [.. places.All.Where(place => place.Kind is PlaceKind.Locality or PlaceKind.Crossing && place.Until is null)]);
        spots = new(() => new PlaceGrid(today.Value));
        landmarks = new(() => new PlaceGrid(Array.FindAll(today.Value, Landmark.Is)));
        crossings = new(() => new PlaceGrid(Array.FindAll(today.Value, place => place.Kind is PlaceKind.Crossing)));
    }

    /// <summary>What is known of a position.</summary>
    /// <param name="lon">Degrees east, WGS 84.</param>
    /// <param name="lat">Degrees north, WGS 84.</param>
    /// <param name="count">The most neighbours to give.</param>
    /// <exception cref="ArgumentOutOfRangeException">No place on Earth has this longitude or latitude.</exception>
    public Reversal At(double lon, double lat, int count = 5)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(Math.Abs(lon) <= 180, true, nameof(lon));
        ArgumentOutOfRangeException.ThrowIfNotEqual(Math.Abs(lat) <= 90, true, nameof(lat));
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var point = new GeoPoint(lon, lat);
        var there = Whereabouts.Of(point, places);
        var nearest = Near(spots.Value, point, count, NearKm);
        return new Reversal
        {
            Point = point,
            District = there.IsInside ? there.District : null,
            Province = there.IsInside ? there.Province : null,
            Country = there.IsInside ? places.CountryOf((there.District ?? there.Province)!) : null,
            Problem = there.IsInside ? null : there.OutsideWords(places),
            Line = line.Locate(lon, lat, radiusM: 0),
            Mgrs = CoordinateFormat.Mgrs(point),
            Utm = CoordinateFormat.Utm(point),
            Dms = CoordinateFormat.Dms(point),
            Nearest = nearest,
            Crossings = Near(crossings.Value, point, MostCrossings, NearKm),
            Words = Landmark.Among([.. Near(landmarks.Value, point, MostLandmarks, LandmarkKm), .. nearest])?.Words,
        };
    }

    private static List<Neighbour> Near(PlaceGrid grid, GeoPoint point, int count, double mostKm) =>
        [.. grid.Nearest(point, count, mostKm).Select(near =>
            new Neighbour(near.Place, near.Km, Geodesic.Between(new GeoPoint(near.Place.Lon, near.Place.Lat), point).BearingDegrees))];
}
