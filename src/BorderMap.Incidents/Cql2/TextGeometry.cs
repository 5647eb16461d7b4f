using System.Globalization;
using NetTopologySuite.Geometries;

namespace BorderMap.Incidents.Cql2;

/// <summary>Reads well-known text and BBOX. Heights are let go.</summary>
internal sealed class TextGeometry(Tokens tokens, Reading reading)
{
    private static readonly HashSet<string> Kinds = new(StringComparer.OrdinalIgnoreCase)
        { "POINT", "LINESTRING", "POLYGON", "MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON", "GEOMETRYCOLLECTION" };

    private readonly GeometryParts parts = new(reading);

    public static bool Begins(Token name, Token after) => Kinds.Contains(name.Value) && (after.IsSymbol("(") || after.IsWord("Z") || after.IsWord("EMPTY"));

    public Expression Read()
    {
        var at = tokens.Next.At;
        return parts.Whole(Tagged(), at);
    }

    public Expression Box()
    {
        var name = tokens.Take();
        return parts.Box(tokens.List(Number), name.At);
    }

    private Geometry Tagged()
    {
        var name = tokens.Take();
        tokens.TakeWord("Z");
        return name.Value.ToUpperInvariant() switch
        {
            "POINT" => Point(),
            "LINESTRING" => Line(),
            "POLYGON" => Polygon(),
            "MULTIPOINT" => Many("MULTIPOINT", () => tokens.Next.IsSymbol("(") ? Point() : GeometryParts.Point(Position())),
            "MULTILINESTRING" => Many("MULTILINESTRING", Line),
            "MULTIPOLYGON" => Many("MULTIPOLYGON", Polygon),
            _ => Many("GEOMETRYCOLLECTION", Member),
        };
    }

    // One within another is no literal of the standard, and would be a way to any depth.
    private Geometry Member()
    {
        if (Kinds.Contains(tokens.Next.Value) && !tokens.Next.IsWord("GEOMETRYCOLLECTION"))
            return Tagged();
        tokens.Expect("a POINT, LINESTRING, POLYGON, MULTIPOINT, MULTILINESTRING or MULTIPOLYGON");
        return GeometryParts.Point(new(0, 0));
    }

    private Geometry Many(string kind, Func<Geometry> part) => GeometryParts.Many(kind, tokens.List(part));

    private Geometry Point()
    {
        tokens.Require("(");
        var position = Position();
        tokens.Require(")");
        return GeometryParts.Point(position);
    }

    private Geometry Line()
    {
        var at = tokens.Next.At;
        return parts.Line(tokens.List(Position), at);
    }

    private Geometry Polygon()
    {
        var at = tokens.Next.At;
        return parts.Polygon(tokens.List(() => tokens.List(Position)), at);
    }

    private Coordinate Position()
    {
        var at = tokens.Next.At;
        var (x, y) = (Number(), Number());
        if (tokens.Next.Kind == TokenKind.Number || tokens.Next.IsSymbol("-"))
            Number();
        return parts.Position(x, y, at);
    }

    private double Number()
    {
        var isNegative = tokens.TakeSymbol("-");
        if (!isNegative)
            tokens.TakeSymbol("+");
        if (tokens.Next.Kind != TokenKind.Number)
        {
            tokens.Expect("a number");
            return 0;
        }
        var value = double.Parse(tokens.Take().Value, NumberStyles.Float, CultureInfo.InvariantCulture);
        return isNegative ? -value : value;
    }
}
