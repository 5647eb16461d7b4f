using BorderMap.Incidents.Cql2;
using NpgsqlTypes;

namespace BorderMap.PostGis.Reading;

/// <summary>A checked CQL2 filter as SQL: the one place where one becomes the other. Of the filter's own text nothing but parameters is left; null is unknown in both.</summary>
internal sealed class Cql2Sql
{
    private const string Prefix = "cql";
    private readonly IReadOnlyDictionary<string, string> columns;
    private readonly List<FilterParameter> parameters = [];

    private Cql2Sql(IReadOnlyDictionary<string, string> columns) => this.columns = columns;

    /// <param name="filter">As <see cref="Cql2Filter.Read"/> gives it.</param>
    /// <param name="columns">For every queryable the SQL that gives its value: text, number, boolean, date, timestamptz or geometry (SRID 4326) as its type says.</param>
    public static FilterSql Build(Expression filter, IReadOnlyDictionary<string, string> columns)
    {
        var sql = new Cql2Sql(columns);
        return new FilterSql(sql.Of(filter), sql.parameters);
    }

    private string Of(Expression node) => node switch
    {
        TextLiteral text => Add(text.Value, NpgsqlDbType.Text),
        NumberLiteral number => Add(number.Value, NpgsqlDbType.Double),
        BooleanLiteral truth => truth.Value ? "true" : "false",
        DateLiteral date => Add(date.Value, NpgsqlDbType.Date),
        InstantLiteral instant => Add(instant.Value, NpgsqlDbType.TimestampTz),
        GeometryLiteral geometry => Add(geometry.Value, NpgsqlDbType.Geometry),
        BoxLiteral box => Add(BoxGeometry.Of(box), NpgsqlDbType.Geometry),
        Property property => columns[property.Name],
        Folded folded => $"{(folded.Folding == Folding.CaseI ? "cql_casei" : "cql_accenti")}({Of(folded.Text)})",
        Arithmetic sum => $"{Function(sum.Operator)}({Of(sum.Left)}, {Of(sum.Right)})",
        Not not => $"(not {Of(not.Condition)})",
        Logical logical => $"({string.Join(logical.Operator == LogicalOperator.And ? " and " : " or ", logical.Conditions.Select(Of))})",
        Comparison comparison => $"({Compared(comparison.Left)} {Operators.Comparisons.WordOf(comparison.Operator)} {Of(comparison.Right)})",
        Between between => $"({Compared(between.Value)} between {Of(between.Low)} and {Of(between.High)})",
        In test => $"({Compared(test.Value)} {List(test.List)})",
        Like like => $"({Compared(like.Text)} like {Of(like.Pattern)})",
        IsNull test => Missing(test.Value),
        Spatial spatial => Relation(spatial),
        DistanceWithin near => Near(near),
        Temporal temporal => TemporalSql.Of(temporal.Operator, Ends(temporal.Left), Ends(temporal.Right)),
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, "no such expression"),
    };

    private string Add(object value, NpgsqlDbType type)
    {
        parameters.Add(new FilterParameter($"{Prefix}{parameters.Count}", value, type));
        return "@" + parameters[^1].Name;
    }

    // Texts are compared by code points, whatever the column's or the database's order is.
    private string Compared(Expression node) => IsText(node) ? $"{Of(node)} collate \"C\"" : Of(node);

    private static bool IsText(Expression node) => node is TextLiteral or Folded or Property { Type: Cql2Type.Text };

    private string List(IReadOnlyList<Expression> list)
    {
        if (list.All(item => item is TextLiteral))
            return $"= any ({Add(list.Select(item => ((TextLiteral)item).Value).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text)})";
        return $"in ({string.Join(", ", list.Select(Of))})";
    }

    // An interval is always there: its missing ends are open.
    private string Missing(Expression value) => value is Interval ? "false" : $"({Of(value)} is null)";

    private static string Function(ArithmeticOperator arithmetic) => arithmetic switch
    {
        ArithmeticOperator.Plus => "cql_plus",
        ArithmeticOperator.Minus => "cql_minus",
        ArithmeticOperator.Times => "cql_times",
        ArithmeticOperator.DividedBy => "cql_divided",
        ArithmeticOperator.Modulo => "cql_modulo",
        ArithmeticOperator.Div => "cql_div",
        ArithmeticOperator.Power => "cql_power",
        _ => throw new ArgumentOutOfRangeException(nameof(arithmetic), arithmetic, "unknown"),
    };

    // The property first: PostGIS finds no index for some functions the other way round.
    private string Relation(Spatial spatial) => spatial switch
    {
        { Left: not Property, Right: Property } => Relation(new Spatial(Converse(spatial.Operator), spatial.Right, spatial.Left)),
        { Operator: SpatialOperator.Disjoint } => $"(not ST_Intersects({Of(spatial.Left)}, {Of(spatial.Right)}))",
        _ => $"ST_{spatial.Operator}({Of(spatial.Left)}, {Of(spatial.Right)})",
    };

    private static SpatialOperator Converse(SpatialOperator spatial) => spatial switch
    {
        SpatialOperator.Within => SpatialOperator.Contains,
        SpatialOperator.Contains => SpatialOperator.Within,
        _ => spatial,
    };

    /// <summary>On the ellipsoid, for which there is no index: where one side is given, a box that holds all that is near enough goes before.</summary>
    private string Near(DistanceWithin near)
    {
        var (left, right) = (Of(near.Left), Of(near.Right));
        var exact = $"ST_DWithin({left}::geography, {right}::geography, {Add(near.Metres, NpgsqlDbType.Double)})";
        var (column, given) = near.Left is Property ? (left, near.Right) : (right, near.Left);
        return given is not Property && near.Left is Property != near.Right is Property && NearBox.Of(given, near.Metres) is { } box
            ? $"({column} && {Add(box, NpgsqlDbType.Geometry)} and {exact})"
            : exact;
    }

    private TimeEnds Ends(Expression node)
    {
        if (node is not Interval interval)
            return new(Of(node));
        var type = interval.IsOfInstants ? "timestamptz" : "date";
        return new(End(interval.From, $"'-infinity'::{type}"), End(interval.To, $"'infinity'::{type}"));
    }

    private string End(Expression? end, string open) => end switch
    {
        null => open,
        Property => $"coalesce({Of(end)}, {open})",
        _ => Of(end),
    };
}
