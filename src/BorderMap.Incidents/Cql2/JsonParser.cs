using System.Text.Json;

namespace BorderMap.Incidents.Cql2;

/// <summary>Reads <c>cql2-json</c>. Types are checked afterwards.</summary>
internal sealed class JsonParser(Reading reading)
{
    private static readonly Dictionary<string, int> Arguments = new()
    {
        [Operators.Not] = 1,
        [Operators.IsNull] = 1,
        [Operators.Like] = 2,
        [Operators.In] = 2,
        [Operators.Between] = 3,
    };

    private readonly JsonGeometry geometries = new(reading);

    public static Expression Read(string text, Reading reading) => JsonPart.Read(text, reading) is { } part
        ? new JsonParser(reading).Expression(part)
        : new BooleanLiteral(false);

    private Expression Expression(JsonPart part) => reading.Deeper(part.At, () => part.Kind switch
    {
        JsonTokenType.String => reading.Count(new TextLiteral(part.Text) { At = part.At }),
        JsonTokenType.Number => Literals.Number(part.Text, part.At, reading),
        JsonTokenType.True or JsonTokenType.False => reading.Count(new BooleanLiteral(part.Kind == JsonTokenType.True) { At = part.At }),
        JsonTokenType.StartObject => Object(part),
        _ => Expected(part, "a value or an object"),
    });

    private Expression Object(JsonPart part)
    {
        if (part.Member("op") is { } op)
            return Has(part, "op", "args") ? Operation(part, op) : Reading.Nothing;
        if (part.Member("property") is { } property)
            return Has(part, "property") && IsText(property) ? reading.Count(new Property(property.Text) { At = part.At }) : Reading.Nothing;
        if (part.Member("date") is { } date)
            return Has(part, "date") && IsText(date) ? Literals.Date(date.Text, part.At, reading) : Reading.Nothing;
        if (part.Member("timestamp") is { } instant)
            return Has(part, "timestamp") && IsText(instant) ? Literals.Instant(instant.Text, part.At, reading) : Reading.Nothing;
        if (part.Member("interval") is { } interval)
            return Has(part, "interval") ? Interval(part, interval) : Reading.Nothing;
        if (part.Member("type") is not null)
            return geometries.Read(part);
        return part.Member("bbox") is { } box ? geometries.Box(part, box)
            : Expected(part, "an object with op and args, property, date, timestamp, interval, bbox, or a GeoJSON geometry");
    }

    private Expression Operation(JsonPart part, JsonPart op)
    {
        if (!IsText(op))
            return Reading.Nothing;
        if (part.Member("args") is not { Kind: JsonTokenType.StartArray } args)
            return Expected(part.Member("args") ?? part, "an array of args");
        var items = args.Items;
        return op.Text switch
        {
            Operators.And or Operators.Or => items.Count >= 2
                ? reading.Count(new Logical(op.Text == Operators.And ? LogicalOperator.And : LogicalOperator.Or, [.. items.Select(Expression)]) { At = part.At })
                : WrongCount(args, op.Text, "two or more"),
            Operators.In when items.Count == 2 => List(items[1]) is var list && list.Count > 0
                ? reading.Count(new In(Expression(items[0]), list) { At = part.At })
                : Expected(items[1], "an array of at least one value"),
            Operators.DistanceWithin => Distance(part, args),
            _ => Fixed(part, op.Text, args),
        };
    }

    private Expression Fixed(JsonPart part, string op, JsonPart args)
    {
        var count = Arguments.TryGetValue(op, out var own) ? own : Operators.Foldings.ContainsKey(op) ? 1 : 2;
        if (Make(op, part.At) is not { } make)
            return reading.Fail(Cql2Problems.Unsupported(part.At, $"The op \"{op}\"",
                $"There are {string.Join(", ", (IEnumerable<string>)[Operators.And, Operators.Or, Operators.DistanceWithin, .. Arguments.Keys, .. Operators.Comparisons.Keys, .. Operators.Arithmetics.Keys, .. Operators.Foldings.Keys, .. Operators.Spatials.Keys, .. Operators.Temporals.Keys])}."));
        return args.Items.Count == count ? reading.Count(make([.. args.Items.Select(Expression)])) : WrongCount(args, op, count.ToString());
    }

    private static Func<Expression[], Expression>? Make(string op, int at)
    {
        if (Operators.Comparisons.TryGetValue(op, out var comparison))
            return a => new Comparison(comparison, a[0], a[1]) { At = at };
        if (Operators.Arithmetics.TryGetValue(op, out var arithmetic))
            return a => new Arithmetic(arithmetic, a[0], a[1]) { At = at };
        if (Operators.Spatials.TryGetValue(op, out var spatial))
            return a => new Spatial(spatial, a[0], a[1]) { At = at };
        if (Operators.Temporals.TryGetValue(op, out var temporal))
            return a => new Temporal(temporal, a[0], a[1]) { At = at };
        if (Operators.Foldings.TryGetValue(op, out var folding))
            return a => new Folded(folding, a[0]) { At = at };
        return op switch
        {
            Operators.Not => a => new Not(a[0]) { At = at },
            Operators.IsNull => a => new IsNull(a[0]) { At = at },
            Operators.Like => a => new Like(a[0], a[1]) { At = at },
            Operators.Between => a => new Between(a[0], a[1], a[2]) { At = at },
            _ => null,
        };
    }

    private Expression Distance(JsonPart part, JsonPart args)
    {
        if (args.Items.Count is not (3 or 4))
            return WrongCount(args, Operators.DistanceWithin, "two geometries, a distance and, if not metres, a unit");
        var unit = args.Items.Count == 4 ? args.Items[3] : null;
        return unit is not null && !IsText(unit) ? Reading.Nothing
            : Distances.Within(Expression(args.Items[0]), Expression(args.Items[1]), Expression(args.Items[2]), (unit?.Text ?? Distances.Metre, unit?.At ?? part.At), part.At, reading);
    }

    private List<Expression> List(JsonPart part) => [.. part.Items.Select(Expression)];

    private Expression Interval(JsonPart part, JsonPart ends) => ends.Items.Count == 2
        ? reading.Count(new Interval(End(ends.Items[0]), End(ends.Items[1])) { At = part.At })
        : Expected(ends, "an array of two ends");

    private Expression? End(JsonPart end) => end.Kind == JsonTokenType.String ? Literals.End(end.Text, end.At, reading) : Expression(end);

    /// <summary>Whether an object has these members alone.</summary>
    private bool Has(JsonPart part, params ReadOnlySpan<string> names)
    {
        foreach (var (name, value) in part.Members)
            if (!names.Contains(name))
                reading.Fail(Cql2Problems.BadText(value.At, name, $"\"{name}\" has no place in this object", "Leave it out."));
        return !reading.HasFailed;
    }

    private bool IsText(JsonPart part)
    {
        if (part.Kind != JsonTokenType.String)
            Expected(part, "a text");
        return part.Kind == JsonTokenType.String;
    }

    private Expression WrongCount(JsonPart args, string op, string count) =>
        reading.Fail(Cql2Problems.BadText(args.At, op, $"\"{op}\" has {args.Items.Count} args", $"Give {count}."));

    private Expression Expected(JsonPart part, string expected) => reading.Fail(Cql2Problems.Expected(part.At, part.Said, expected));
}
