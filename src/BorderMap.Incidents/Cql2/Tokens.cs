namespace BorderMap.Incidents.Cql2;

/// <summary>The tokens of one filter and where the parser stands. After a problem it stands at the end, so that every rule comes to its own.</summary>
internal sealed class Tokens(List<Token> tokens, Reading reading)
{
    private int position;

    public Token Next => reading.HasFailed ? tokens[^1] : tokens[position];

    /// <summary>The one behind <see cref="Next"/>.</summary>
    public Token AfterNext => reading.HasFailed || position + 1 >= tokens.Count ? tokens[^1] : tokens[position + 1];

    public Token Take()
    {
        var token = Next;
        if (position < tokens.Count - 1)
            position++;
        return token;
    }

    public bool TakeWord(string word)
    {
        var isNext = Next.IsWord(word);
        if (isNext)
            Take();
        return isNext;
    }

    public bool TakeSymbol(string symbol)
    {
        var isNext = Next.IsSymbol(symbol);
        if (isNext)
            Take();
        return isNext;
    }

    /// <summary>One of these operators, as it is spelt here; null when none is next.</summary>
    public string? TakeOperator(ReadOnlySpan<string> operators)
    {
        foreach (var spelt in operators)
            if (TakeSymbol(spelt) || TakeWord(spelt))
                return spelt;
        return null;
    }

    public void RequireWord(string word)
    {
        if (!TakeWord(word))
            Expect(word.ToUpperInvariant());
    }

    public void Require(string symbol, string? expected = null)
    {
        if (!TakeSymbol(symbol))
            Expect(expected ?? $"'{symbol}'");
    }

    /// <summary>At least one, in brackets, with commas between.</summary>
    public List<T> List<T>(Func<T> item)
    {
        Require("(");
        var items = new List<T>();
        do
            items.Add(item());
        while (TakeSymbol(","));
        Require(")", "',' or ')'");
        return items;
    }

    /// <summary>Refuses what is next.</summary>
    public Expression Expect(string expected) => reading.Fail(Cql2Problems.Expected(Next.At, Next.Said, expected));
}
