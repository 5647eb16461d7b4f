namespace BorderMap.Incidents.Cql2;

/// <summary>Reads <c>cql2-text</c> by recursive descent, a method a rule. Types are checked afterwards.</summary>
internal sealed class TextParser
{
    private const string Operand = "a property, a value, a function or '('";
    private readonly Reading reading;
    private readonly Tokens tokens;
    private readonly TextFunctions functions;

    private TextParser(string text, Reading reading)
    {
        this.reading = reading;
        tokens = new Tokens(Lexer.Read(text, reading), reading);
        functions = new TextFunctions(tokens, reading, Sum);
    }

    public static Expression Read(string text, Reading reading)
    {
        var parser = new TextParser(text, reading);
        var filter = parser.AnyOf();
        if (!reading.HasFailed && parser.tokens.Next.Kind != TokenKind.End)
            parser.tokens.Expect("an operator such as = or AND, or the end of the filter");
        return filter;
    }

    private Expression AnyOf() => reading.Deeper(tokens.Next.At, () => Chain(Operators.Or, LogicalOperator.Or, () => Chain(Operators.And, LogicalOperator.And, Negation)));

    private Expression Chain(string word, LogicalOperator logical, Func<Expression> part)
    {
        var first = part();
        if (!tokens.Next.IsWord(word))
            return first;
        var parts = new List<Expression> { first };
        while (tokens.TakeWord(word))
            parts.Add(part());
        return reading.Count(new Logical(logical, parts) { At = first.At });
    }

    private Expression Negation()
    {
        var at = tokens.Next.At;
        return tokens.TakeWord(Operators.Not) ? reading.Count(new Not(reading.Deeper(at, Negation)) { At = at }) : Predicate();
    }

    private Expression Predicate()
    {
        var left = Sum();
        var next = tokens.Next;
        if (next.Kind == TokenKind.Symbol && Operators.Comparisons.TryGetValue(next.Value, out var comparison))
        {
            tokens.Take();
            return reading.Count(new Comparison(comparison, left, Sum()) { At = left.At });
        }
        if (tokens.TakeWord("is"))
            return Is(left);
        var isNot = tokens.TakeWord(Operators.Not);
        var predicate = tokens.TakeWord(Operators.Like) ? new Like(left, Sum()) { At = left.At }
            : tokens.TakeWord(Operators.Between) ? Between(left)
            : tokens.TakeWord(Operators.In) ? new In(left, tokens.List(Sum)) { At = left.At }
            : isNot ? tokens.Expect("LIKE, BETWEEN or IN") : null;
        return predicate is null ? left : Negated(isNot, reading.Count(predicate));
    }

    private Expression Negated(bool isNot, Expression predicate) => isNot ? reading.Count(new Not(predicate) { At = predicate.At }) : predicate;

    private Between Between(Expression value)
    {
        var low = Sum();
        tokens.RequireWord(Operators.And);
        return new Between(value, low, Sum()) { At = value.At };
    }

    private Expression Is(Expression value)
    {
        var isNot = tokens.TakeWord(Operators.Not);
        var isNull = reading.Count(new IsNull(value) { At = value.At });
        if (tokens.TakeWord("null"))
            return Negated(isNot, isNull);
        // Beyond the standard, as QGIS writes it: the same, and not both unknown.
        var equal = reading.Count(new Comparison(ComparisonOperator.Equal, value, Sum()) { At = value.At });
        return Negated(isNot, reading.Count(new Logical(LogicalOperator.And, [equal, Negated(true, isNull)]) { At = value.At }));
    }

    private Expression Sum() => Terms(Product, "+", "-");

    private Expression Product() => Terms(Power, "*", "/", "%", "div");

    private Expression Terms(Func<Expression> term, params ReadOnlySpan<string> operators)
    {
        var left = term();
        for (var count = 1; tokens.TakeOperator(operators) is { } taken; count++)
        {
            if (count == Cql2Limits.Terms)
                return reading.Fail(Cql2Problems.TooMany(tokens.Next.At, "operators in one sum or product", Cql2Limits.Terms));
            left = reading.Count(new Arithmetic(Operators.Arithmetics[taken], left, term()) { At = left.At });
        }
        return left;
    }

    private Expression Power()
    {
        var left = Factor();
        return tokens.TakeSymbol("^") ? reading.Count(new Arithmetic(ArithmeticOperator.Power, left, Factor()) { At = left.At }) : left;
    }

    private Expression Factor()
    {
        var at = tokens.Next.At;
        if (!tokens.TakeSymbol("-"))
            return tokens.TakeSymbol("+") ? tokens.Next.Kind == TokenKind.Number ? Primary() : tokens.Expect("a number") : Primary();
        var inner = reading.Deeper(at, Factor);
        return inner is NumberLiteral number
            ? number with { Value = -number.Value, At = at }
            : reading.Count(new Arithmetic(ArithmeticOperator.Times, reading.Count(new NumberLiteral(-1) { At = at }), inner) { At = at });
    }

    private Expression Primary()
    {
        var token = tokens.Next;
        if (token.IsSymbol("("))
        {
            tokens.Take();
            var inner = AnyOf();
            tokens.Require(")", inner is TextLiteral or NumberLiteral ? "')' (a list of values stands behind IN alone)" : "')', AND or OR");
            return inner;
        }
        if (token.Kind == TokenKind.Text)
            return reading.Count(new TextLiteral(tokens.Take().Value) { At = token.At });
        if (token.Kind == TokenKind.Number)
            return Literals.Number(tokens.Take().Value, token.At, reading);
        if (token.Kind is not (TokenKind.Name or TokenKind.QuotedName))
            return tokens.Expect(Operand);
        if (token.Kind == TokenKind.Name && functions.Find(token) is { } function)
            return reading.Deeper(token.At, function);
        return Name(token);
    }

    private Expression Name(Token token)
    {
        if (token.IsWord("true") || token.IsWord("false"))
            return reading.Count(new BooleanLiteral(tokens.Take().IsWord("true")) { At = token.At });
        if (token.Kind == TokenKind.Name && Keywords.Reserve(token.Value))
            return tokens.Expect(token.IsWord("null") ? "a value (ask for a missing one by IS NULL)" : Operand);
        tokens.Take();
        return tokens.Next.IsSymbol("(")
            ? reading.Fail(Cql2Problems.Unsupported(token.At, $"The function {token.Said}", $"There are {string.Join(", ", TextFunctions.Names)}."))
            : reading.Count(new Property(token.Value) { At = token.At });
    }
}
