namespace BorderMap.Incidents.Cql2;

internal enum TokenKind { Name, QuotedName, Text, Number, Symbol, End }

/// <summary>A word of the text encoding.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">A name or a text without its quotes, escapes resolved; else as it stands.</param>
/// <param name="At">Its first character, counted from 1.</param>
internal readonly record struct Token(TokenKind Kind, string Value, int At)
{
    public bool IsSymbol(string symbol) => Kind == TokenKind.Symbol && Value == symbol;

    /// <summary>A keyword in any case; a name in quotes is none.</summary>
    public bool IsWord(string word) => Kind == TokenKind.Name && Value.Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>As a message tells it.</summary>
    public string Said => Kind switch
    {
        TokenKind.End => "the end",
        TokenKind.Text => $"the text '{Problems.Shorten(Value)}'",
        TokenKind.QuotedName => $"\"{Problems.Shorten(Value)}\"",
        _ => $"'{Problems.Shorten(Value)}'",
    };
}
