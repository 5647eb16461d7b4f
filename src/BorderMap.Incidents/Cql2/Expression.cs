using NetTopologySuite.Geometries;

namespace BorderMap.Incidents.Cql2;

/// <summary>A part of a filter: what both encodings are read to, and what SQL is made of.</summary>
/// <remarks>Positions of geometries are WGS 84, longitude first, whatever CRS the filter was written in.</remarks>
public abstract record Expression
{
    private protected Expression()
    {
    }

    /// <summary>The character of the filter at which it begins, counted from 1; 0: it was not read from one.</summary>
    public int At { get; init; }
}

public sealed record TextLiteral(string Value) : Expression;

public sealed record NumberLiteral(double Value) : Expression;

public sealed record BooleanLiteral(bool Value) : Expression;

public sealed record DateLiteral(DateOnly Value) : Expression;

/// <summary>A moment, UTC, to the microsecond.</summary>
public sealed record InstantLiteral(DateTime Value) : Expression;

public sealed record GeometryLiteral(Geometry Value) : Expression;

/// <summary>A box; where west is greater than east, it crosses the antimeridian.</summary>
public sealed record BoxLiteral(double West, double South, double East, double North) : Expression;

public sealed record Property(string Name) : Expression
{
    /// <summary>Of the queryable; known after <see cref="TypeCheck"/>.</summary>
    public Cql2Type Type { get; init; }
}

/// <summary>A period; a null end is open, as is the end whose property has no value.</summary>
public sealed record Interval(Expression? From, Expression? To) : Expression
{
    /// <summary>Whether its ends are moments rather than days; known after <see cref="TypeCheck"/>.</summary>
    public bool IsOfInstants { get; init; }
}

/// <summary>A text without regard to case or to accents.</summary>
public sealed record Folded(Folding Folding, Expression Text) : Expression;

public sealed record Arithmetic(ArithmeticOperator Operator, Expression Left, Expression Right) : Expression;

public sealed record Comparison(ComparisonOperator Operator, Expression Left, Expression Right) : Expression;

/// <summary>In the pattern <c>%</c> stands for any characters, <c>_</c> for one, <c>\</c> takes their meaning away.</summary>
public sealed record Like(Expression Text, Expression Pattern) : Expression;

public sealed record Between(Expression Value, Expression Low, Expression High) : Expression;

public sealed record In(Expression Value, IReadOnlyList<Expression> List) : Expression;

public sealed record IsNull(Expression Value) : Expression;

public sealed record Not(Expression Condition) : Expression;

/// <summary>All, or any, of at least two conditions.</summary>
public sealed record Logical(LogicalOperator Operator, IReadOnlyList<Expression> Conditions) : Expression;

public sealed record Spatial(SpatialOperator Operator, Expression Left, Expression Right) : Expression;

/// <summary>Whether two geometries are at most so many metres apart on the ellipsoid.</summary>
public sealed record DistanceWithin(Expression Left, Expression Right, double Metres) : Expression;

public sealed record Temporal(TemporalOperator Operator, Expression Left, Expression Right) : Expression;
