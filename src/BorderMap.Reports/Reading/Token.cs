namespace BorderMap.Reports.Reading;

internal enum TokenKind { Word, Number, Mark }

/// <summary>A word, number or mark of the text.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends, exclusive, without a possessive 's.</param>
/// <param name="Key">Its letters in lower case, without accents, apostrophes and invisible signs; a mark is itself.</param>
/// <param name="Kind">What it is.</param>
internal readonly record struct Token(int Start, int End, string Key, TokenKind Kind)
{
    /// <summary>A number of the whole key, and one of its first letters: what a table of words does not know it need not look for.</summary>
    public uint Sign { get; } = KeySigns.Of(Key);
    public uint SignOfBeginning { get; } = KeySigns.OfBeginning(Key);
    public bool IsCapital { get; init; }

    /// <summary>Two capitals or more and nothing small.</summary>
    public bool IsAllCapitals { get; init; }

    /// <summary>Followed by 's.</summary>
    public bool IsPossessive { get; init; }

    /// <summary>A hyphen or slash joins it to the next.</summary>
    public bool IsJoined { get; init; }

    /// <summary>It stands inside a quotation.</summary>
    public bool IsQuoted { get; init; }

    /// <summary>A quotation begins with it.</summary>
    public bool OpensQuotation { get; init; }

    /// <summary>A quotation ends with it.</summary>
    public bool ClosesQuotation { get; init; }

    /// <summary>Of a number: its value; -1 where it is none that counts ("3rd" is 3, and <see cref="IsOrdinal"/>).</summary>
    public int Value { get; init; }
    public bool IsOrdinal { get; init; }

    public bool IsWord => Kind is TokenKind.Word;
    public bool Is(string key) => Key == key;
    public bool IsMark(char mark) => Kind is TokenKind.Mark && Key[0] == mark;
    public TextSpan Span => new(Start, End);
}
