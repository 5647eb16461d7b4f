namespace BorderMap.Reports.Lexicons;

/// <summary>
/// A pattern over the words of a sentence. A piece is a word, several with <c>|</c> between them, a beginning (<c>infiltrat*</c>), a number
/// (<c>#</c>), a piece that may be missing (<c>the?</c>), or a gap of a few words (<c>..3</c>) without a mark in it.
/// </summary>
/// <typeparam name="T">What the pattern says.</typeparam>
internal sealed record Phrase<T>(IReadOnlyList<PhrasePiece> Pieces, T Value, string Written);

internal sealed record PhrasePiece(HashSet<string>? Words, IReadOnlyList<string> Beginnings, bool IsNumber, bool IsOptional, int Gap)
{
    /// <summary>A bit for the sign of each word.</summary>
    private readonly ulong signs = Words?.Aggregate(0UL, (bits, word) => bits | BitOf(Reading.KeySigns.Of(word))) ?? 0;

    public static PhrasePiece Parse(string written)
    {
        if (written.StartsWith("..", StringComparison.Ordinal))
        {
            return new PhrasePiece(null, [], false, false, int.Parse(written.AsSpan(2)));
        }
        var isOptional = written.Length > 1 && written[^1] == '?';
        var alternatives = (isOptional ? written[..^1] : written).Split('|');
        var words = alternatives.Where(word => word[^1] != '*' && word != "#").SelectMany(WordForms.Of).ToHashSet(StringComparer.Ordinal);
        return new PhrasePiece(words, [.. alternatives.Where(word => word.Length > 1 && word[^1] == '*').Select(word => word[..^1])], alternatives.Contains("#"), isOptional, 0);
    }

    public bool Fits(in Reading.Token token)
    {
        if (IsNumber && token.Kind is Reading.TokenKind.Number)
        {
            return true;
        }
        if ((signs & BitOf(token.Sign)) != 0 && Words!.Contains(token.Key))
        {
            return true;
        }
        foreach (var beginning in Beginnings)
        {
            if (token.Key.StartsWith(beginning, StringComparison.Ordinal))
            {
                return true;
            }
        }
        return false;
    }

    private static ulong BitOf(uint sign) => 1UL << (int)(sign & 63);
}
