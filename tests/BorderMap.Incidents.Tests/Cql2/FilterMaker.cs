using BorderMap.Incidents.Cql2;
using NetTopologySuite.Geometries;

namespace BorderMap.Incidents.Tests.Cql2;

/// <summary>Makes filters at random over the properties of a table of its own, of every operator and type, with values that meet often, and rows of that table.</summary>
internal sealed class FilterMaker(Random random)
{
    private static readonly string[] Texts = ["", "a", "B", "b", "ab", "Torkham", "torkham", "TORKHAM", "é", "É", "e", "Köln", "kolN", "%", "_", "50%", "a_b", "\\", "it's", "ناوه", "😀", "\uE000", "x\ny"];
    private static readonly double[] Numbers = [0, 1, -1, 2, 3, 3.5, 0.1, -2.25, 1000, 1e50, -1e-50, 1e100];
    private static readonly double[] Kilometres = [0, 10, 51, 80, 203];
    private static readonly GeometryFactory Factory = new(new PrecisionModel(), 4326);

    public static IReadOnlyList<QueryableProperty> Queryables { get; } =
    [
        new("name", Cql2Type.Text), new("other name", Cql2Type.Text), new("count", Cql2Type.Integer), new("size", Cql2Type.Number), new("between", Cql2Type.Boolean),
        new("begins", Cql2Type.Date), new("ends", Cql2Type.Date), new("seen", Cql2Type.Instant), new("left", Cql2Type.Instant), new("spot", Cql2Type.Geometry), new("shape", Cql2Type.Geometry),
    ];

    public Dictionary<string, object?> Row() => new()
    {
        ["name"] = Often(Text),
        ["other name"] = Often(Text),
        ["count"] = Often(() => (double)random.Next(-2, 5)),
        ["size"] = Often(() => Pick(Numbers)),
        ["between"] = Often(() => random.Next(2) == 0),
        ["begins"] = Often(Day),
        ["ends"] = Often(Day),
        ["seen"] = Often(Moment),
        ["left"] = Often(Moment),
        ["spot"] = Often(Spot),
        ["shape"] = Often(() => Shape(withCollections: false)),
    };

    public Expression Condition(int depth = 4) => depth == 0 ? Leaf() : random.Next(6) switch
    {
        0 => new Not(Condition(depth - 1)),
        1 or 2 => new Logical(Pick(Enum.GetValues<LogicalOperator>()), [.. Enumerable.Range(0, random.Next(2, 4)).Select(_ => Condition(depth - 1))]),
        3 when random.Next(4) == 0 => new Comparison(Pick(Enum.GetValues<ComparisonOperator>()), Condition(depth - 1), Condition(depth - 1)),
        _ => Leaf(),
    };

    private Expression Leaf() => random.Next(12) switch
    {
        0 => new Like(TextValue(), Folds(new TextLiteral(Pattern()))),
        1 => Test(TextValue),
        2 => Test(NumberValue),
        3 => Test(DayValue),
        4 => Test(MomentValue),
        5 => new IsNull(random.Next(6) switch { 0 => TextValue(), 1 => NumberValue(), 2 => DayValue(), 3 => GeometryValue(false), 4 => Condition(0), _ => Period() }),
        6 or 7 => Relation(),
        8 => new DistanceWithin(new Property("spot"), new GeometryLiteral(Spot()), Pick(Kilometres) * 1000),
        9 or 10 => Time(),
        _ => random.Next(3) == 0 ? new BooleanLiteral(random.Next(2) == 0) : new Property("between"),
    };

    private Expression Test(Func<Expression> value) => random.Next(3) switch
    {
        0 => new Comparison(Pick(Enum.GetValues<ComparisonOperator>()), value(), value()),
        1 => new Between(value(), value(), value()),
        _ => new In(value(), [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => value())]),
    };

    private Expression TextValue() => random.Next(5) switch
    {
        0 => new TextLiteral(Text()),
        1 => Folds(new Property("name")),
        _ => new Property(Pick(["name", "other name"])),
    };

    private Expression Folds(Expression text) => random.Next(4) switch
    {
        0 => new Folded(Folding.CaseI, text),
        1 => new Folded(Folding.AccentI, text),
        2 => new Folded(Folding.AccentI, new Folded(Folding.CaseI, text)),
        _ => text,
    };

    private Expression NumberValue() => NumberValue(2);

    private Expression NumberValue(int depth) => depth > 0 && random.Next(3) == 0
        ? new Arithmetic(Pick(Enum.GetValues<ArithmeticOperator>()), NumberValue(depth - 1), NumberValue(depth - 1))
        : random.Next(2) == 0 ? new NumberLiteral(Pick(Numbers)) : new Property(Pick(["count", "size"]));

    private Expression DayValue() => random.Next(2) == 0 ? new DateLiteral(Day()) : new Property(Pick(["begins", "ends"]));

    private Expression MomentValue() => random.Next(2) == 0 ? new InstantLiteral(Moment()) : new Property(Pick(["seen", "left"]));

    private Temporal Time()
    {
        var temporal = Pick(Enum.GetValues<TemporalOperator>());
        var isOfMoments = random.Next(2) == 0;
        return new(temporal, TimeValue(temporal, isOfMoments), TimeValue(temporal, isOfMoments));
    }

    private Expression TimeValue(TemporalOperator temporal, bool isOfMoments) =>
        temporal > TemporalOperator.Intersects || random.Next(2) == 0 ? Period(isOfMoments) : isOfMoments ? MomentValue() : DayValue();

    private Interval Period() => Period(random.Next(2) == 0);

    private Interval Period(bool isOfMoments)
    {
        if (random.Next(2) == 0)
            return isOfMoments ? new(new Property("seen"), new Property("left")) : new(new Property("begins"), new Property("ends"));
        var (from, to) = isOfMoments ? InOrder(Moment(), Moment(), at => new InstantLiteral(at)) : InOrder(Day(), Day(), day => new DateLiteral(day));
        return new(random.Next(4) == 0 ? null : from, random.Next(4) == 0 ? null : to);
    }

    private static (Expression, Expression) InOrder<T>(T one, T other, Func<T, Expression> make) where T : IComparable<T> =>
        one.CompareTo(other) <= 0 ? (make(one), make(other)) : (make(other), make(one));

    private Spatial Relation()
    {
        var spatial = Pick(Enum.GetValues<SpatialOperator>());
        var takesCollections = spatial is SpatialOperator.Intersects or SpatialOperator.Disjoint;
        return new(spatial, GeometryValue(takesCollections), GeometryValue(takesCollections));
    }

    private Expression GeometryValue(bool withCollections) => random.Next(5) switch
    {
        0 or 1 => new Property(Pick(["spot", "shape"])),
        2 => new BoxLiteral(70 + (Step() / 2), 33 + (Step() / 2), 72, 35),
        _ => new GeometryLiteral(Shape(withCollections)),
    };

    private Geometry Shape(bool withCollections) => random.Next(withCollections ? 8 : 7) switch
    {
        0 => Spot(),
        1 => Line(),
        2 or 3 => Area(),
        4 => Factory.CreateMultiPoint([Spot(), Spot()]),
        5 => Factory.CreateMultiLineString([Line(), Line()]),
        6 => Factory.CreateMultiPolygon([Box(70, 33), Box(70 + 1, 33 + 1)]),
        _ => Factory.CreateGeometryCollection([Spot(), Line(), Area()]),
    };

    private Point Spot() => Factory.CreatePoint(At());

    private LineString Line()
    {
        var (from, to) = (At(), At());
        return from.Equals2D(to) ? Factory.CreateLineString([from, new(to.X + 1, to.Y)]) : Factory.CreateLineString([from, to]);
    }

    private Polygon Area()
    {
        var (x, y) = (70 + Step(), 33 + Step());
        return random.Next(3) switch
        {
            0 => Factory.CreatePolygon([new(x, y), new(x + 1, y), new(x, y + 1), new(x, y)]),
            1 => Factory.CreatePolygon(Ring(x, y, 1.5), [Ring(x + 0.5, y + 0.5, 0.5)]),
            _ => Box(x, y),
        };
    }

    private static Polygon Box(double x, double y) => Factory.CreatePolygon(Ring(x, y, 1));

    private static LinearRing Ring(double x, double y, double size) => Factory.CreateLinearRing([new(x, y), new(x + size, y), new(x + size, y + size), new(x, y + size), new(x, y)]);

    private Coordinate At() => new(70 + Step(), 33 + Step());

    private double Step() => random.Next(5) * 0.5;

    private string Text() => Pick(Texts);

    private string Pattern() => string.Concat(Enumerable.Range(0, random.Next(4)).Select(_ => Pick(["%", "_", "\\%", "\\_", "\\\\", "a", "B", "é", "Tork", "ham", "ناوه", "\\é"])));

    private DateOnly Day() => random.Next(12) switch
    {
        0 => DateOnly.MinValue,
        1 => DateOnly.MaxValue,
        _ => new DateOnly(2025, 10, 8).AddDays(random.Next(6)),
    };

    private DateTime Moment() => new DateTime(2025, 10, 11, 18, 0, 0, DateTimeKind.Utc).AddMinutes(random.Next(4)).AddTicks(10 * random.Next(2));

    private object? Often<T>(Func<T> value) => random.Next(6) == 0 ? null : value();

    private T Pick<T>(IReadOnlyList<T> values) => values[random.Next(values.Count)];
}
