namespace BorderMap.Incidents.Cql2;

/// <summary>The rules of the text encoding that begin with a word of their own: predicates with arguments, and literals that are no plain text or number.</summary>
/// <param name="tokens">Where the parser stands.</param>
/// <param name="reading">What it keeps.</param>
/// <param name="argument">Reads an argument.</param>
internal sealed class TextFunctions(Tokens tokens, Reading reading, Func<Expression> argument)
{
    private readonly TextGeometry geometries = new(tokens, reading);

    public static IReadOnlyList<string> Names { get; } = [.. ((IEnumerable<string>)
        [.. Operators.Spatials.Keys, Operators.DistanceWithin, .. Operators.Temporals.Keys, .. Operators.Foldings.Keys, "date", "timestamp", "interval", "bbox"])
        .Select(name => name.ToUpperInvariant())];

    /// <summary>The rule that a name begins; null when it begins none.</summary>
    public Func<Expression>? Find(Token name)
    {
        if (TextGeometry.Begins(name, tokens.AfterNext))
            return geometries.Read;
        if (!tokens.AfterNext.IsSymbol("("))
            return null;
        if (Operators.Spatials.TryGetValue(name.Value, out var spatial))
            return () => Two((left, right) => new Spatial(spatial, left, right) { At = name.At });
        if (Operators.Temporals.TryGetValue(name.Value, out var temporal))
            return () => Two((left, right) => new Temporal(temporal, left, right) { At = name.At });
        if (Operators.Foldings.TryGetValue(name.Value, out var folding))
            return () => reading.Count(new Folded(folding, Arguments(1)[0]) { At = name.At });
        return name.Value.ToUpperInvariant() switch
        {
            "DATE" => () => Literals.Date(TextArgument(), name.At, reading),
            "TIMESTAMP" => () => Literals.Instant(TextArgument(), name.At, reading),
            "INTERVAL" => Interval,
            "BBOX" => geometries.Box,
            "S_DWITHIN" or "DWITHIN" => DistanceWithin,
            "A_EQUALS" or "A_CONTAINS" or "A_CONTAINEDBY" or "A_OVERLAPS" => () => reading.Fail(Cql2Problems.Unsupported(name.At, $"{name.Said}", "No property is a list.")),
            _ => null,
        };
    }

    private Expression Two(Func<Expression, Expression, Expression> make)
    {
        var arguments = Arguments(2);
        return reading.Count(make(arguments[0], arguments[1]));
    }

    /// <summary>Exactly so many arguments; when there are not, they stand for missing ones.</summary>
    private List<Expression> Arguments(int count)
    {
        var name = tokens.Take();
        var arguments = tokens.List(argument);
        if (arguments.Count != count)
            reading.Fail(Cql2Problems.BadText(name.At, name.Value, $"{name.Said} has {arguments.Count} arguments", $"Give {count}."));
        while (arguments.Count < count)
            arguments.Add(arguments[0]);
        return arguments;
    }

    private string TextArgument()
    {
        tokens.Take();
        tokens.Require("(");
        if (tokens.Next.Kind != TokenKind.Text)
            tokens.Expect("a text in single quotes");
        var text = tokens.Take().Value;
        tokens.Require(")");
        return text;
    }

    private Expression Interval()
    {
        var name = tokens.Take();
        tokens.Require("(");
        var from = End();
        tokens.Require(",");
        var to = End();
        tokens.Require(")");
        return reading.Count(new Interval(from, to) { At = name.At });
    }

    private Expression? End()
    {
        var token = tokens.Next;
        return token.Kind == TokenKind.Text ? Literals.End(tokens.Take().Value, token.At, reading) : argument();
    }

    private Expression DistanceWithin()
    {
        var name = tokens.Take();
        tokens.Require("(");
        var left = argument();
        tokens.Require(",");
        var right = argument();
        tokens.Require(",");
        var (at, distance) = (tokens.Next.At, argument());
        var unit = tokens.TakeSymbol(",") ? tokens.Take() : new Token(TokenKind.Name, Distances.Metre, at);
        tokens.Require(")", "',' and a unit, or ')'");
        return Distances.Within(left, right, distance, (unit.Value, unit.At), name.At, reading);
    }
}
