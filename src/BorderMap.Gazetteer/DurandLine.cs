using BorderMap.Gazetteer.Line;
using NetTopologySuite.Geometries;

namespace BorderMap.Gazetteer;

/// <summary>
/// The Durand Line: distance and side by the detailed line, position by the smoothed spine.
/// </summary>
/// <remarks>
/// Accuracy. The detailed line is geoBoundaries AFG ADM0; Natural Earth 10m draws the same line 1.3 km away in the median and 6.6 km at
/// most. Known crossings (Angoor Adda, Ghulam Khan, Nawa Pass) lie within 0.1 km of the detailed line, so it is taken as it is, and the
/// median is taken as its uncertainty: within <see cref="UncertaintyM"/> of it no side is claimed.
/// Distances are on the WGS 84 ellipsoid, reckoned within 2 cm at 100 km and 2 m at 500 km: far below what is known about the line.
/// A position is that of the nearest point of the detailed line, measured along the spine (tolerance 5 km): a walk along the line never goes back
/// on it and never leaps. Off the line, in the hollow of a bend, two spots side by side may have different nearest points.
/// </remarks>
public sealed class DurandLine
{
    /// <summary>Metres by which the line itself is uncertain: the median distance between its two sources.</summary>
    public const double UncertaintyM = 1300;

    /// <summary>Kilometres from the line within which a place belongs to a border belt, and so has a position along the line.</summary>
    public const double BeltKm = 100;

    /// <summary>Nearer than this the line alone decides the side; farther off a position outside both countries has none.</summary>
    private const double LineDecidesKm = 5;

    private readonly Polyline line;
    private readonly double[] positions;
    private readonly Func<double, double, string?> countryAt;

    /// <param name="detailed">From the tripoint with Iran to the tripoint with China.</param>
    /// <param name="positions">The kilometres along the spine of each point of the detailed line; none less than the one before.</param>
    /// <param name="countryAt">The country of a position (lon, lat), by the boundaries.</param>
    internal DurandLine(IReadOnlyList<Coordinate> detailed, double[] positions, Func<double, double, string?> countryAt)
    {
        Detailed = new LineString([.. detailed]) { SRID = 4326 };
        line = new Polyline([.. detailed.Select(c => SpherePoint.Of(c.X, c.Y))]);
        (this.positions, this.countryAt) = (positions, countryAt);
    }

    /// <summary>The detailed line, WGS 84, lon lat, from the tripoint with Iran to the tripoint with China.</summary>
    public LineString Detailed { get; }

    /// <summary>The length of the spine in kilometres: the position of the tripoint with China.</summary>
    public double LengthKm => positions[^1];

    /// <summary>Where a position stands to the line.</summary>
    /// <param name="lon">Degrees east.</param>
    /// <param name="lat">Degrees north.</param>
    /// <param name="radiusM">Metres within which the position lies.</param>
    /// <param name="country">
    /// The country known from the source (<c>AF</c> or <c>PK</c>), where the position is only a country's, province's or district's point:
    /// it is then the side, for such an area ends at the line however large its radius is; but not within the line's own uncertainty.
    /// Leave it out for a spot.
    /// </param>
    public LinePlacement Locate(double lon, double lat, double radiusM, string? country = null)
    {
        var at = SpherePoint.Of(lon, lat);
        var nearest = line.Nearest(at);
        var isOnTheLine = nearest.DistanceKm * 1000 <= UncertaintyM;
        var side = country switch
        {
            "AF" or "PK" => isOnTheLine ? BorderSide.Straddles : Enum.Parse<BorderSide>(country),
            _ => SideOf(lon, lat, at, nearest, radiusM),
        };
        return new LinePlacement(side, nearest.DistanceKm, nearest.DistanceKm <= BeltKm ? PositionOf(nearest) : null);
    }

    /// <summary>Kilometres to the nearest point of the detailed line.</summary>
    public double DistanceKm(double lon, double lat) => line.Nearest(SpherePoint.Of(lon, lat)).DistanceKm;

    private BorderSide? SideOf(double lon, double lat, SpherePoint at, NearestPoint nearest, double radiusM)
    {
        var country = countryAt(lon, lat);
        if (country is null && nearest.DistanceKm > LineDecidesKm)
        {
            return null;
        }
        if (nearest.DistanceKm * 1000 <= Math.Max(radiusM, UncertaintyM))
        {
            return BorderSide.Straddles;
        }
        // Beyond a tripoint the line has no left and right: the country's boundary decides.
        return IsBeyondAnEnd(nearest) && country is not null ? Enum.Parse<BorderSide>(country)
            : IsLeft(at, nearest) ? BorderSide.AF : BorderSide.PK;
    }

    private bool IsBeyondAnEnd(NearestPoint nearest) =>
        (nearest.Segment == 0 && nearest.Along <= 0) || (nearest.Segment == line.Segments - 1 && nearest.Along >= 1);

    /// <summary>Whether a position lies left of the line, which runs east: on the Afghan side. At a bend the two segments' normals are added.</summary>
    private bool IsLeft(SpherePoint at, NearestPoint nearest)
    {
        var normal = Normal(nearest.Segment);
        var other = nearest.Along <= 0 ? nearest.Segment - 1 : nearest.Along >= 1 ? nearest.Segment + 1 : nearest.Segment;
        var isLeft = at.Dot(normal);
        return (other == nearest.Segment || other < 0 || other >= line.Segments ? isLeft : isLeft + at.Dot(Normal(other))) > 0;
    }

    private SpherePoint Normal(int segment)
    {
        var pole = line[segment].Cross(line[segment + 1]);
        var length = Math.Sqrt(pole.Dot(pole));
        return length > 0 ? new SpherePoint(pole.X / length, pole.Y / length, pole.Z / length) : pole;
    }

    private double PositionOf(NearestPoint nearest) =>
        positions[nearest.Segment] + (nearest.Along * (positions[nearest.Segment + 1] - positions[nearest.Segment]));
}
