using NetTopologySuite.Geometries;

namespace BorderMap.Incidents.Cql2;

/// <summary>Checks a filter against the properties that there are, and gives every literal the type of what it is compared with: what comes out cannot fail in a database.</summary>
internal sealed class TypeCheck(IReadOnlyDictionary<string, QueryableProperty> queryables, Reading reading)
{
    private const int MaxSaid = 40;
    private readonly TemporalCheck temporals = new(reading);

    public Expression Condition(Expression expression)
    {
        var (node, type) = Visit(expression);
        if (type != Cql2Type.Boolean)
            Mismatch(node, $"{Said(node)} is {Words(type)} and no condition", "Compare it, for example with = or IS NULL.");
        return node;
    }

    private (Expression Node, Cql2Type Type) Visit(Expression expression) => expression switch
    {
        TextLiteral => (expression, Cql2Type.Text),
        NumberLiteral => (expression, Cql2Type.Number),
        BooleanLiteral => (expression, Cql2Type.Boolean),
        DateLiteral => (expression, Cql2Type.Date),
        InstantLiteral => (expression, Cql2Type.Instant),
        GeometryLiteral or BoxLiteral => (expression, Cql2Type.Geometry),
        Property property => Known(property),
        Interval interval => (temporals.Checked(interval with { From = End(interval.From), To = End(interval.To) }), Cql2Type.Interval),
        Folded folded => (folded with { Text = Of(Cql2Type.Text, folded.Text) }, Cql2Type.Text),
        Arithmetic sum => (sum with { Left = Of(Cql2Type.Number, sum.Left), Right = Of(Cql2Type.Number, sum.Right) }, Cql2Type.Number),
        _ => (Predicate(expression), Cql2Type.Boolean),
    };

    private Expression Predicate(Expression expression) => expression switch
    {
        Not not => not with { Condition = Condition(not.Condition) },
        Logical logical => logical with { Conditions = [.. logical.Conditions.Select(Condition)] },
        IsNull test => test with { Value = Visit(test.Value).Node },
        Comparison comparison => Alike(comparison.Left, comparison.Right) is [var left, var right] ? comparison with { Left = left, Right = right } : comparison,
        Between between => Alike(between.Value, between.Low, between.High) is [var value, var low, var high] ? between with { Value = value, Low = low, High = high } : between,
        In test => Alike([test.Value, .. test.List]) is [var value, .. var list] ? test with { Value = value, List = list } : test,
        Like like => like with { Text = Of(Cql2Type.Text, like.Text), Pattern = Pattern(like.Pattern) },
        Spatial spatial => Relation(spatial with { Left = Of(Cql2Type.Geometry, spatial.Left), Right = Of(Cql2Type.Geometry, spatial.Right) }),
        DistanceWithin near => near with { Left = Simple(Of(Cql2Type.Geometry, near.Left), Operators.DistanceWithin), Right = Simple(Of(Cql2Type.Geometry, near.Right), Operators.DistanceWithin) },
        Temporal temporal => temporals.Relation(temporal with { Left = Visit(temporal.Left).Node, Right = Visit(temporal.Right).Node }),
        _ => throw new ArgumentOutOfRangeException(nameof(expression), expression, "no such expression"),
    };

    private (Expression, Cql2Type) Known(Property property)
    {
        if (queryables.TryGetValue(property.Name, out var queryable))
        {
            var type = queryable.Type == Cql2Type.Integer ? Cql2Type.Number : queryable.Type;
            return (property with { Type = type }, type);
        }
        reading.Fail(Cql2Problems.NoProperty(property.At, property.Name, queryables.Keys));
        return (property, Cql2Type.Text);
    }

    private Expression? End(Expression? end) => end is null ? null : Visit(end).Node;

    private Expression Of(Cql2Type wanted, Expression expression)
    {
        var (node, type) = Visit(expression);
        if (type != wanted)
            Mismatch(node, $"{Said(node)} is {Words(type)} where {Words(wanted)} is needed", wanted == Cql2Type.Geometry ? "Give a property that is a geometry, a WKT or GeoJSON geometry, or a BBOX." : $"Give {Words(wanted)}.");
        return node;
    }

    /// <summary>What is compared with one another, brought to one type.</summary>
    private List<Expression> Alike(params List<Expression> expressions)
    {
        var visited = expressions.Select(Visit).ToList();
        var leading = visited.Select(pair => pair.Type).Aggregate(Stronger);
        if (leading is Cql2Type.Geometry or Cql2Type.Interval)
            Mismatch(visited[0].Node, $"{Said(visited[0].Node)} cannot be compared", leading == Cql2Type.Geometry ? "Use a spatial function such as S_INTERSECTS." : "Use a temporal function such as T_INTERSECTS.");
        return [.. visited.Select(pair => As(leading, pair.Node, pair.Type, visited[0].Node))];
    }

    // Days and moments take in texts that say one, moments take in days.
    private static Cql2Type Stronger(Cql2Type one, Cql2Type other) => (one, other) switch
    {
        (Cql2Type.Text, Cql2Type.Date or Cql2Type.Instant) or (Cql2Type.Date, Cql2Type.Instant) => other,
        _ => one,
    };

    private Expression As(Cql2Type wanted, Expression node, Cql2Type type, Expression first)
    {
        var literal = wanted is Cql2Type.Date or Cql2Type.Instant && node is TextLiteral text ? Instants.Literal(text.Value, text.At) : node;
        return (wanted, literal) switch
        {
            (Cql2Type.Instant, DateLiteral or Property { Type: Cql2Type.Date }) => temporals.AsInstant(literal),
            (Cql2Type.Instant, InstantLiteral) or (Cql2Type.Date, DateLiteral) => literal,
            _ when type == wanted => node,
            _ => Mismatch(node, $"{Said(node)} is {Words(type)}, {Said(first)} is {Words(wanted)}".Replace($"{Said(node)}, {Said(node)}", Said(node), StringComparison.Ordinal), "Compare values of one type."),
        };
    }

    private Expression Pattern(Expression pattern)
    {
        var inner = pattern;
        while (inner is Folded folded)
            inner = folded.Text;
        if (inner is not TextLiteral text)
            return Mismatch(pattern, $"{Said(pattern)} is no pattern", "Behind LIKE stands a text in single quotes, alone or in CASEI or ACCENTI.");
        var backslashes = text.Value.Length - text.Value.TrimEnd('\\').Length;
        return backslashes % 2 == 0 ? pattern : Mismatch(text, "The pattern ends with a backslash that takes away the meaning of nothing", "Write it twice, or leave it out.");
    }

    private Spatial Relation(Spatial spatial) => spatial.Operator is SpatialOperator.Intersects or SpatialOperator.Disjoint ? spatial : spatial with
    {
        Left = Simple(spatial.Left, Operators.Spatials.WordOf(spatial.Operator)),
        Right = Simple(spatial.Right, Operators.Spatials.WordOf(spatial.Operator)),
    };

    // What such a function says of a collection of points, lines and polygons is not agreed upon.
    private Expression Simple(Expression node, string function)
    {
        if (node is GeometryLiteral { Value: GeometryCollection and not (MultiPoint or MultiLineString or MultiPolygon) })
            reading.Fail(Cql2Problems.Unsupported(node.At, $"A geometry collection in {function.ToUpperInvariant()}", "Give a MULTIPOINT, MULTILINESTRING or MULTIPOLYGON, or use S_INTERSECTS or S_DISJOINT."));
        return node;
    }

    private Expression Mismatch(Expression node, string what, string fix)
    {
        reading.Fail(Cql2Problems.Mismatch(node.At, Said(node), $"{what}.", fix));
        return node;
    }

    internal static string Said(Expression node) => Problems.ShortenTo(MaxSaid, TextPrinter.Print(node));

    internal static string Words(Cql2Type type) => type switch
    {
        Cql2Type.Text => "a text",
        Cql2Type.Number or Cql2Type.Integer => "a number",
        Cql2Type.Boolean => "true or false",
        Cql2Type.Date => "a day",
        Cql2Type.Instant => "a moment",
        Cql2Type.Interval => "an interval",
        _ => "a geometry",
    };
}
