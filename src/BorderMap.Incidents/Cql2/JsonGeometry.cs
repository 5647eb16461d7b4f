using System.Globalization;
using System.Text.Json;
using NetTopologySuite.Geometries;

namespace BorderMap.Incidents.Cql2;

/// <summary>Reads GeoJSON geometries and boxes of <c>cql2-json</c>. Heights are let go.</summary>
internal sealed class JsonGeometry(Reading reading)
{
    private const string Kinds = "Point, LineString, Polygon, MultiPoint, MultiLineString, MultiPolygon or GeometryCollection";
    private readonly GeometryParts parts = new(reading);

    public Expression Read(JsonPart part) => parts.Whole(Geometry(part, isMember: false), part.At);

    public Expression Box(JsonPart part, JsonPart box) => parts.Box([.. Items(box, "an array of numbers").Select(Number)], part.At);

    private Geometry Geometry(JsonPart part, bool isMember)
    {
        var kind = part.Member("type")?.Text ?? "";
        if (kind == "GeometryCollection" && !isMember)
            return GeometryParts.Many("GEOMETRYCOLLECTION", [.. Items(part.Member("geometries") ?? part, "an array of geometries").Select(member => Geometry(member, isMember: true))]);
        var coordinates = part.Member("coordinates") ?? part;
        return kind switch
        {
            "Point" => Point(coordinates),
            "LineString" => Line(coordinates),
            "Polygon" => Polygon(coordinates),
            "MultiPoint" => Many("MULTIPOINT", coordinates, Point),
            "MultiLineString" => Many("MULTILINESTRING", coordinates, Line),
            "MultiPolygon" => Many("MULTIPOLYGON", coordinates, Polygon),
            _ => Unknown(part),
        };
    }

    private Geometry Unknown(JsonPart part)
    {
        reading.Fail(Cql2Problems.Expected(part.At, part.Said, $"a GeoJSON geometry ({Kinds})"));
        return GeometryParts.Point(new(0, 0));
    }

    private Geometry Many(string kind, JsonPart coordinates, Func<JsonPart, Geometry> part) => GeometryParts.Many(kind, [.. Items(coordinates, "an array of coordinates").Select(part)]);

    private Geometry Point(JsonPart coordinates) => GeometryParts.Point(Position(coordinates));

    private Geometry Line(JsonPart coordinates) => parts.Line(Positions(coordinates), coordinates.At);

    private Geometry Polygon(JsonPart coordinates) => parts.Polygon([.. Items(coordinates, "an array of rings").Select(Positions)], coordinates.At);

    private IReadOnlyList<Coordinate> Positions(JsonPart coordinates) => [.. Items(coordinates, "an array of positions").Select(Position)];

    private Coordinate Position(JsonPart position)
    {
        var numbers = Items(position, "a position of two numbers");
        if (numbers.Count is 2 or 3)
            return parts.Position(Number(numbers[0]), Number(numbers[1]), position.At);
        reading.Fail(Cql2Problems.Expected(position.At, position.Said, "a position of two numbers"));
        return new(0, 0);
    }

    private double Number(JsonPart part)
    {
        if (part.Kind == JsonTokenType.Number)
            return double.Parse(part.Text, NumberStyles.Float, CultureInfo.InvariantCulture);
        reading.Fail(Cql2Problems.Expected(part.At, part.Said, "a number"));
        return 0;
    }

    private IReadOnlyList<JsonPart> Items(JsonPart part, string expected)
    {
        if (part.Kind == JsonTokenType.StartArray)
            return part.Items;
        reading.Fail(Cql2Problems.Expected(part.At, part.Said, expected));
        return [];
    }
}
