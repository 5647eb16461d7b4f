using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Lexicons;

/// <summary>A phrase found in a text.</summary>
/// <param name="First">Number of its first token.</param>
/// <param name="Last">Number after its last token.</param>
/// <param name="Value">What the phrase says.</param>
/// <param name="Cue">The pattern that fitted, as the lexicon writes it.</param>
internal readonly record struct PhraseMatch<T>(int First, int Last, T Value, string Cue);

/// <summary>Many phrases, found in one pass: at each word the longest that fits, and of equally long ones the first of the file.</summary>
internal sealed class PhraseTable<T>
{
    private const int KeyOfBeginning = KeySigns.Beginning;
    private readonly SignSet firstWords = new();
    private readonly SignSet firstLetters = new();
    private readonly Dictionary<string, List<Phrase<T>>> byWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Phrase<T>>> byBeginning = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Phrase<T>>>.AlternateLookup<ReadOnlySpan<char>> beginnings;
    private readonly List<Phrase<T>> byNumber = [];

    public PhraseTable(IEnumerable<(string Pattern, T Value)> rows)
    {
        beginnings = byBeginning.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var (pattern, value) in rows)
        {
            Add(new Phrase<T>([.. pattern.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(PhrasePiece.Parse)], value, pattern));
        }
    }

    /// <summary>The phrases of a stretch of tokens, none overlapping another.</summary>
    public List<PhraseMatch<T>> Find(IReadOnlyList<Token> tokens, int from, int to)
    {
        var found = new List<PhraseMatch<T>>();
        for (var at = from; at < to;)
        {
            if (At(tokens, at, to) is { } match)
            {
                found.Add(match);
                at = Math.Max(match.Last, at + 1);
            }
            else
            {
                at++;
            }
        }
        return found;
    }

    /// <summary>The longest phrase that begins with a token.</summary>
    public PhraseMatch<T>? At(IReadOnlyList<Token> tokens, int at, int to)
    {
        PhraseMatch<T>? best = null;
        var token = tokens[at];
        if (token.Kind is TokenKind.Number)
        {
            Try(byNumber);
        }
        if (firstWords.MayHold(token.Sign))
        {
            Try(byWord.GetValueOrDefault(token.Key));
        }
        if (token.Key.Length >= KeyOfBeginning && firstLetters.MayHold(token.SignOfBeginning) && beginnings.TryGetValue(token.Key.AsSpan(0, KeyOfBeginning), out var phrases))
        {
            Try(phrases);
        }
        return best;

        void Try(List<Phrase<T>>? phrases)
        {
            foreach (var phrase in phrases ?? [])
            {
                if (phrase.Pieces[0].Fits(tokens[at]) && EndOf(phrase.Pieces, 1, tokens, at + 1, to) is > 0 and var end && !(best?.Last >= end))
                {
                    best = new PhraseMatch<T>(at, end, phrase.Value, phrase.Written);
                }
            }
        }
    }

    /// <summary>Where the pieces from one on end, fitted to the tokens from one on; -1 where they do not fit.</summary>
    private static int EndOf(IReadOnlyList<PhrasePiece> pieces, int piece, IReadOnlyList<Token> tokens, int at, int to)
    {
        if (piece == pieces.Count)
        {
            return at;
        }
        var next = pieces[piece];
        if (next.Words is null)
        {
            for (var skipped = 0; skipped <= next.Gap && at + skipped <= to; skipped++)
            {
                if (EndOf(pieces, piece + 1, tokens, at + skipped, to) is > 0 and var end)
                {
                    return end;
                }
                if (at + skipped < to && tokens[at + skipped].Kind is TokenKind.Mark)
                {
                    break;
                }
            }
            return -1;
        }
        if (at < to && next.Fits(tokens[at]) && EndOf(pieces, piece + 1, tokens, at + 1, to) is > 0 and var after)
        {
            return after;
        }
        return next.IsOptional ? EndOf(pieces, piece + 1, tokens, at, to) : -1;
    }

    private void Add(Phrase<T> phrase)
    {
        var first = phrase.Pieces[0];
        if (first.Words is null || first.IsOptional)
        {
            throw new InvalidDataException($"\"{phrase.Written}\" must begin with a word");
        }
        foreach (var word in first.Words)
        {
            Under(byWord, word, phrase);
            firstWords.Add(KeySigns.Of(word));
        }
        foreach (var beginning in first.Beginnings)
        {
            Under(byBeginning, beginning[..KeyOfBeginning], phrase);
            firstLetters.Add(KeySigns.OfBeginning(beginning));
        }
        if (first.IsNumber)
        {
            byNumber.Add(phrase);
        }
    }

    private static void Under(Dictionary<string, List<Phrase<T>>> table, string key, Phrase<T> phrase)
    {
        if (!table.TryGetValue(key, out var phrases))
        {
            table[key] = phrases = [];
        }
        phrases.Add(phrase);
    }
}
