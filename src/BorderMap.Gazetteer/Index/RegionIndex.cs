using BorderMap.Gazetteer.Line;
using NetTopologySuite.Geometries;

namespace BorderMap.Gazetteer.Index;

/// <summary>
/// Which of some regions holds a position. Envelopes first, then ray casting over flat coordinates: exact on the stored boundaries,
/// without allocation and safe for many threads. A position on a shared edge belongs to exactly one of the neighbours.
/// </summary>
internal sealed class RegionIndex
{
    private const double KmOfDegree = SpherePoint.EarthKm * Math.PI / 180;
    private readonly Region[] regions;

    public RegionIndex(IEnumerable<(Place Place, Geometry Boundary)> members) =>
        regions = [.. members.Select(m => new Region(m.Place, m.Boundary))];

    public Place? At(double lon, double lat)
    {
        foreach (var region in regions)
        {
            if (region.Holds(lon, lat))
            {
                return region.Place;
            }
        }
        return null;
    }

    /// <summary>Kilometres from a position to a region, 0 inside it, infinite when there is no such region.</summary>
    public double KmTo(double lon, double lat, Place region)
    {
        var found = Array.Find(regions, r => ReferenceEquals(r.Place, region));
        return found is null ? double.PositiveInfinity : Math.Sqrt(found.SquaredDegrees(lon, lat, double.MaxValue)) * KmOfDegree;
    }

    /// <summary>The nearest region of a country, by its boundary; used for spots on the line, which may fall on the other side of it.</summary>
    public Place? Nearest(double lon, double lat, string country)
    {
        var (best, least) = ((Place?)null, double.MaxValue);
        foreach (var region in regions)
        {
            if (region.Place.Country == country && region.SquaredDegrees(lon, lat, least) is var distance && distance < least)
            {
                (best, least) = (region.Place, distance);
            }
        }
        return best;
    }

    private sealed class Region(Place place, Geometry boundary)
    {
        private readonly Envelope envelope = boundary.EnvelopeInternal;
        private readonly double[][] rings = [.. Rings(boundary)];

        public Place Place => place;

        public bool Holds(double lon, double lat)
        {
            if (!envelope.Contains(lon, lat))
            {
                return false;
            }
            var isInside = false;
            foreach (var ring in rings)
            {
                isInside ^= CrossesOdd(ring, lon, lat);
            }
            return isInside;
        }

        /// <summary>Squared degrees to the boundary, longitude shortened by the latitude; 0 inside, <paramref name="most"/> or more when farther than that.</summary>
        public double SquaredDegrees(double lon, double lat, double most)
        {
            if (Holds(lon, lat))
            {
                return 0;
            }
            var shorten = Math.Cos(double.DegreesToRadians(lat));
            var (dx, dy) = (Math.Max(0, Math.Max(envelope.MinX - lon, lon - envelope.MaxX)) * shorten, Math.Max(0, Math.Max(envelope.MinY - lat, lat - envelope.MaxY)));
            if ((dx * dx) + (dy * dy) >= most)
            {
                return most;
            }
            return rings.Min(ring => SquaredDegrees(ring, lon, lat, shorten));
        }

        private static double SquaredDegrees(double[] ring, double lon, double lat, double shorten)
        {
            var least = double.MaxValue;
            for (var i = 2; i < ring.Length; i += 2)
            {
                var (ax, ay) = ((ring[i - 2] - lon) * shorten, ring[i - 1] - lat);
                var (rx, ry) = (((ring[i] - lon) * shorten) - ax, ring[i + 1] - lat - ay);
                var length = (rx * rx) + (ry * ry);
                var along = length > 0 ? Math.Clamp(-((ax * rx) + (ay * ry)) / length, 0, 1) : 0;
                var (x, y) = (ax + (along * rx), ay + (along * ry));
                least = Math.Min(least, (x * x) + (y * y));
            }
            return least;
        }

        private static bool CrossesOdd(double[] ring, double lon, double lat)
        {
            var isOdd = false;
            for (var i = 2; i < ring.Length; i += 2)
            {
                var (ay, by) = (ring[i - 1], ring[i + 1]);
                if (ay > lat != by > lat && lon < ring[i - 2] + ((ring[i] - ring[i - 2]) * (lat - ay) / (by - ay)))
                {
                    isOdd = !isOdd;
                }
            }
            return isOdd;
        }

        private static IEnumerable<double[]> Rings(Geometry boundary) =>
            Enumerable.Range(0, boundary.NumGeometries)
                .Select(i => (Polygon)boundary.GetGeometryN(i))
                .SelectMany(p => p.Holes.Prepend(p.Shell))
                .Select(ring => ring.Coordinates.SelectMany(c => new[] { c.X, c.Y }).ToArray());
    }
}
