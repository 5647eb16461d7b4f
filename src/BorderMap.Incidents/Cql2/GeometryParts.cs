using System.Globalization;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;

namespace BorderMap.Incidents.Cql2;

/// <summary>Makes geometries of the positions that a parser reads: transformed, counted and checked, so that no later step can fail on them.</summary>
internal sealed class GeometryParts(Reading reading)
{
    /// <summary>Parts of a side of a box that is not along the meridians: its sides are curves then.</summary>
    private const int BoxSteps = 16;

    /// <summary>Degrees: what a transformation may be off at the edge of the world.</summary>
    private const double Rounding = 1e-9;

    private static readonly GeometryFactory Factory = new(new PrecisionModel(), 4326);

    /// <summary>A position in WGS 84, of the two numbers in the order of the filter's CRS.</summary>
    public Coordinate Position(double x, double y, int at)
    {
        reading.CountVertex(at);
        if (reading.Crs.ToLonLat(x, y) is { } place && Math.Abs(place.Lon) <= 180 + Rounding && Math.Abs(place.Lat) <= 90 + Rounding)
            return new(Math.Clamp(place.Lon, -180, 180), Math.Clamp(place.Lat, -90, 90));
        reading.Fail(Cql2Problems.BadGeometry(at, Said(x, y), $"There is no place at {Said(x, y)}.",
            reading.Crs == FilterCrs.Crs84 ? "Give longitude and latitude in degrees, or name the CRS with filter-crs." : "Give positions in the CRS and the order of axes of filter-crs."));
        return new(0, 0);
    }

    public static Geometry Point(Coordinate position) => Factory.CreatePoint(position);

    public Geometry Line(IReadOnlyList<Coordinate> positions, int at)
    {
        if (positions.Count >= 2)
            return Factory.CreateLineString([.. positions]);
        reading.Fail(Cql2Problems.BadGeometry(at, "", "A line of less than two positions is none.", "Give two or more."));
        return Factory.CreatePoint();
    }

    public Geometry Polygon(IReadOnlyList<IReadOnlyList<Coordinate>> rings, int at)
    {
        if (rings.FirstOrDefault(ring => ring.Count < 4 || !ring[0].Equals2D(ring[^1])) is not null)
        {
            reading.Fail(Cql2Problems.BadGeometry(at, "", "A ring of this polygon is not closed, or has less than four positions.", "Repeat its first position as its last."));
            return Factory.CreatePolygon();
        }
        return rings.Count == 0 ? Factory.CreatePolygon()
            : Factory.CreatePolygon(Factory.CreateLinearRing([.. rings[0]]), [.. rings.Skip(1).Select(ring => Factory.CreateLinearRing([.. ring]))]);
    }

    public static Geometry Many(string kind, IReadOnlyList<Geometry> parts) => kind switch
    {
        "MULTIPOINT" => Factory.CreateMultiPoint([.. parts.OfType<Point>()]),
        "MULTILINESTRING" => Factory.CreateMultiLineString([.. parts.OfType<LineString>()]),
        "MULTIPOLYGON" => Factory.CreateMultiPolygon([.. parts.OfType<Polygon>()]),
        _ => Factory.CreateGeometryCollection([.. parts]),
    };

    /// <summary>The whole geometry, checked: a polygon that crosses itself has no inside.</summary>
    public Expression Whole(Geometry geometry, int at)
    {
        if (reading.HasFailed)
            return reading.Count(new GeometryLiteral(geometry) { At = at });
        if (geometry.IsEmpty)
            return reading.Fail(Cql2Problems.BadGeometry(at, "", "The geometry is empty.", "Give at least one position."));
        if (new IsValidOp(geometry).ValidationError is { } error)
            return reading.Fail(Cql2Problems.BadGeometry(at, Said(error.Coordinate.X, error.Coordinate.Y),
                $"The geometry is not valid near {Said(error.Coordinate.X, error.Coordinate.Y)}: {error.Message}.", "Let no ring cross itself or another one."));
        return reading.Count(new GeometryLiteral(geometry) { At = at });
    }

    /// <summary>A box of four or six numbers in the order of the filter's CRS; heights are let go.</summary>
    public Expression Box(IReadOnlyList<double> numbers, int at)
    {
        if (numbers.Count is not (4 or 6))
            return reading.Fail(Cql2Problems.BadGeometry(at, $"{numbers.Count} numbers", $"A box has four numbers (or six with heights), this one has {numbers.Count}.", "Give west, south, east, north."));
        var half = numbers.Count / 2;
        var (x1, y1, x2, y2) = (numbers[0], numbers[1], numbers[half], numbers[half + 1]);
        if (!reading.Crs.IsGeographic)
            return Projected(x1, y1, x2, y2, at);
        var (low, high) = (Position(x1, y1, at), Position(x2, y2, at));
        return low.Y > high.Y
            ? reading.Fail(Cql2Problems.BadGeometry(at, Said(low.Y, high.Y), "The south of the box lies north of its north.", "Give west, south, east, north."))
            : reading.Count(new BoxLiteral(low.X, low.Y, high.X, high.Y) { At = at });
    }

    private Expression Projected(double x1, double y1, double x2, double y2, int at)
    {
        if (x1 >= x2 || y1 >= y2)
            return reading.Fail(Cql2Problems.BadGeometry(at, Said(x1, y1), "The first corner of the box is not below its second one.", "Give the lower corner first."));
        (double X, double Y)[] corners = [(x1, y1), (x2, y1), (x2, y2), (x1, y2), (x1, y1)];
        var ring = corners.Zip(corners.Skip(1)).SelectMany(side => Enumerable.Range(0, BoxSteps).Select(step =>
            Position(Along(side.First.X, side.Second.X, step), Along(side.First.Y, side.Second.Y, step), at))).ToList();
        return Whole(Polygon([[.. ring, ring[0]]], at), at);
    }

    private static double Along(double from, double to, int step) => from + ((to - from) * step / BoxSteps);

    private static string Said(double x, double y) => string.Create(CultureInfo.InvariantCulture, $"{x} {y}");
}
