using System.Globalization;
using System.Text;
using NetTopologySuite.Geometries;

namespace BorderMap.Incidents.Cql2;

/// <summary>Writes a filter as <c>cql2-text</c>: one spelling for what means the same, which reads back as it was.</summary>
public static class TextPrinter
{
    // Brackets stand where a part binds less than its place asks for.
    private const int Any = 0;
    private const int Conjunct = 1;
    private const int Negated = 2;
    private const int Summand = 4;
    private const int Factor = 5;
    private const int Power = 6;
    private const int Primary = 7;

    public static string Print(Expression filter) => Print(filter, Any);

    private static string Print(Expression node, int place)
    {
        var text = Bare(node);
        return Binding(node) < place ? $"({text})" : text;
    }

    private static int Binding(Expression node) => node switch
    {
        Logical { Operator: LogicalOperator.Or } => Any,
        Logical => Conjunct,
        Not { Condition: not (Like or Between or In or IsNull) } => Negated,
        Not or Comparison or Like or Between or In or IsNull => Negated + 1,
        Arithmetic { Operator: ArithmeticOperator.Plus or ArithmeticOperator.Minus } => Summand,
        Arithmetic { Operator: ArithmeticOperator.Power } => Power,
        Arithmetic => Factor,
        NumberLiteral { Value: var value } when double.IsNegative(value) => Power,
        _ => Primary,
    };

    private static string Bare(Expression node) => node switch
    {
        TextLiteral text => Escapes.Quote(text.Value),
        NumberLiteral number => Number(number.Value),
        BooleanLiteral truth => truth.Value ? "TRUE" : "FALSE",
        DateLiteral date => $"DATE('{Instants.Text(date.Value)}')",
        InstantLiteral instant => $"TIMESTAMP('{Instants.Text(instant.Value)}')",
        Property property => Name(property.Name),
        BoxLiteral box => $"BBOX({Number(box.West)},{Number(box.South)},{Number(box.East)},{Number(box.North)})",
        GeometryLiteral geometry => Wkt(geometry.Value),
        Interval interval => $"INTERVAL({End(interval.From)},{End(interval.To)})",
        Folded folded => Call(Operators.Foldings.WordOf(folded.Folding), folded.Text),
        Spatial spatial => Call(Operators.Spatials.WordOf(spatial.Operator), spatial.Left, spatial.Right),
        Temporal temporal => Call(Operators.Temporals.WordOf(temporal.Operator), temporal.Left, temporal.Right),
        DistanceWithin near => Call(Operators.DistanceWithin, near.Left, near.Right, new NumberLiteral(near.Metres)),
        Arithmetic sum => Infix(sum),
        Comparison comparison => $"{Print(comparison.Left, Summand)} {Operators.Comparisons.WordOf(comparison.Operator)} {Print(comparison.Right, Summand)}",
        Logical logical => string.Join(logical.Operator == LogicalOperator.And ? " AND " : " OR ", logical.Conditions.Select(part => Print(part, logical.Operator == LogicalOperator.And ? Negated : Conjunct))),
        Not { Condition: Like or Between or In or IsNull } not => Test(not.Condition, "NOT "),
        Not not => $"NOT {Print(not.Condition, Negated)}",
        _ => Test(node, ""),
    };

    private static string Test(Expression node, string not) => node switch
    {
        Like like => $"{Print(like.Text, Summand)} {not}LIKE {Print(like.Pattern, Summand)}",
        Between between => $"{Print(between.Value, Summand)} {not}BETWEEN {Print(between.Low, Summand)} AND {Print(between.High, Summand)}",
        In test => $"{Print(test.Value, Summand)} {not}IN ({string.Join(",", test.List.Select(item => Print(item, Summand)))})",
        IsNull test => $"{Print(test.Value, Summand)} IS {not}NULL",
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, "no such expression"),
    };

    private static string Infix(Arithmetic sum)
    {
        var place = Binding(sum);
        // Of equals, the left one comes first; a power takes no other power.
        var (left, right) = place == Power ? (Primary, Primary) : (place, place + 1);
        return $"{Print(sum.Left, left)} {Operators.Arithmetics.WordOf(sum.Operator)} {Print(sum.Right, right)}";
    }

    private static string Call(string name, params IEnumerable<Expression> arguments) => $"{name.ToUpperInvariant()}({string.Join(",", arguments.Select(argument => Print(argument, Summand)))})";

    private static string End(Expression? end) => end switch
    {
        null => $"'{Instants.Open}'",
        DateLiteral date => $"'{Instants.Text(date.Value)}'",
        InstantLiteral instant => $"'{Instants.Text(instant.Value)}'",
        _ => Print(end, Summand),
    };

    // In quotes wherever that might be needed.
    private static string Name(string name) => name.Length > 0 && name.All(c => char.IsAsciiLetterLower(c) || c == '_') && !Keywords.Reserve(name)
        ? name
        : $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    internal static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Wkt(Geometry geometry)
    {
        var text = new StringBuilder(geometry.GeometryType.ToUpperInvariant());
        Coordinates(geometry, text);
        return text.ToString();
    }

    private static void Coordinates(Geometry geometry, StringBuilder text)
    {
        switch (geometry)
        {
            case Point or LineString:
                text.Append('(').AppendJoin(',', geometry.Coordinates.Select(at => $"{Number(at.X)} {Number(at.Y)}")).Append(')');
                break;
            case Polygon polygon:
                List([polygon.ExteriorRing, .. polygon.InteriorRings], Coordinates, text);
                break;
            case MultiPoint or MultiLineString or MultiPolygon:
                List((GeometryCollection)geometry, Coordinates, text);
                break;
            default:
                List((GeometryCollection)geometry, (part, to) => to.Append(Wkt(part)), text);
                break;
        }
    }

    private static void List(IEnumerable<Geometry> parts, Action<Geometry, StringBuilder> write, StringBuilder text)
    {
        var separator = '(';
        foreach (var part in parts)
        {
            text.Append(separator);
            write(part, text);
            separator = ',';
        }
        text.Append(')');
    }
}
