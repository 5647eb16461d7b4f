namespace BorderMap.Incidents.Cql2;

/// <summary>Brings days, moments and intervals of one predicate to one grain. A day that is written becomes its midnight, UTC; a day that is stored has no time zone and becomes nothing else.</summary>
internal sealed class TemporalCheck(Reading reading)
{
    private const string Fix = "Give a property that is a day or a moment, DATE('2025-10-11'), TIMESTAMP('2025-10-11T18:30:00Z') or INTERVAL('2025-10-11', '..').";

    public Interval Checked(Interval interval)
    {
        foreach (var end in (Expression?[])[interval.From, interval.To])
            if (end is not (null or DateLiteral or InstantLiteral or Property { Type: Cql2Type.Date or Cql2Type.Instant }))
                Refuse(end, "cannot be the end of an interval");
        var checkedInterval = IsOfInstants(interval) ? OfInstants(interval) : interval;
        if (IsBackwards(checkedInterval))
            Refuse(interval, "ends before it begins");
        return checkedInterval;
    }

    public Temporal Relation(Temporal temporal)
    {
        var (left, right) = (Operand(temporal.Left), Operand(temporal.Right));
        if (temporal.Operator > TemporalOperator.Intersects && (left is not Interval || right is not Interval))
            reading.Fail(Cql2Problems.Mismatch(temporal.At, TypeCheck.Said(temporal), $"{Operators.Temporals.WordOf(temporal.Operator).ToUpperInvariant()} compares intervals only.",
                "Give two, such as INTERVAL(date_start, date_end), or use T_AFTER, T_BEFORE, T_DISJOINT, T_EQUALS or T_INTERSECTS."));
        return IsOfInstants(left) || IsOfInstants(right) ? temporal with { Left = AsInstant(left), Right = AsInstant(right) } : temporal with { Left = left, Right = right };
    }

    /// <summary>The same as moments.</summary>
    public Expression AsInstant(Expression node)
    {
        switch (node)
        {
            case DateLiteral date:
                return new InstantLiteral(date.Value.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc)) { At = date.At };
            case Interval interval:
                return OfInstants(interval);
            case Property { Type: Cql2Type.Date } property:
                reading.Fail(Cql2Problems.Mismatch(property.At, property.Name, $"{property.Name} is a day and has no time zone.", "Compare it with DATE('2025-10-11')."));
                return node;
            default:
                return node;
        }
    }

    private Interval OfInstants(Interval interval) => interval with
    {
        From = interval.From is { } from ? AsInstant(from) : null,
        To = interval.To is { } to ? AsInstant(to) : null,
        IsOfInstants = true,
    };

    private Expression Operand(Expression node)
    {
        if (node is TextLiteral text && Instants.Literal(text.Value, text.At) is { } literal)
            return literal;
        if (node is not (DateLiteral or InstantLiteral or Interval or Property { Type: Cql2Type.Date or Cql2Type.Instant }))
            Refuse(node, "is no time");
        return node;
    }

    private static bool IsOfInstants(Expression? node) => node switch
    {
        InstantLiteral or Property { Type: Cql2Type.Instant } => true,
        Interval interval => interval.IsOfInstants || IsOfInstants(interval.From) || IsOfInstants(interval.To),
        _ => false,
    };

    private static bool IsBackwards(Interval interval) => (interval.From, interval.To) switch
    {
        (DateLiteral from, DateLiteral to) => from.Value > to.Value,
        (InstantLiteral from, InstantLiteral to) => from.Value > to.Value,
        _ => false,
    };

    private void Refuse(Expression node, string what) => reading.Fail(Cql2Problems.Mismatch(node.At, TypeCheck.Said(node), $"{TypeCheck.Said(node)} {what}.", Fix));
}
