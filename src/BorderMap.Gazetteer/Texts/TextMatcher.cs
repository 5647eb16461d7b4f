using BorderMap.Gazetteer.Folding;
using BorderMap.Gazetteer.Resolving;

namespace BorderMap.Gazetteer.Texts;

/// <summary>
/// Finds the place names of a text in one pass over the same index that resolves them. It knows names, not sentences: whether "Khan" is a
/// man or a village is for others to say. Thread-safe; odd text gives fewer names, never an exception.
/// </summary>
public sealed class TextMatcher
{
    /// <summary>Words of the longest name that is looked for.</summary>
    private const int MostWords = 6;

    /// <summary>Names of fewer letters are abbreviations, told by their capitals.</summary>
    private const int ShortestName = 3;

    /// <summary>Another spelling of a shorter name is too often a word.</summary>
    private const int ShortestSpelling = 4;

    /// <summary>A shorter name is a slip away from too many others.</summary>
    private const int ShortestSlip = 5;

    private const int MostWordsOfSlip = 2;

    /// <summary>Fewer words with a capital than one in so many: case tells nothing.</summary>
    private const int FewCapitals = 50;

    private readonly Matcher matcher;

    internal TextMatcher(Matcher matcher) => this.matcher = matcher;

    private FoldingRules Rules => matcher.Rules;

    /// <summary>The place names of a text in their order, the longest where several overlap.</summary>
    /// <param name="text">In any script; Latin names are told by their capital, unless the text is in one case throughout.</param>
    public IReadOnlyList<TextMatch> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = TextTokens.Of(text, Rules.Folding);
        var caseTells = CaseTells(tokens);
        var found = new List<TextMatch>();
        for (var at = 0; at < tokens.Count;)
        {
            var here = At(text, tokens, at, caseTells);
            if (here.Count == 0)
            {
                at++;
                continue;
            }
            var (longest, words) = here[0];
            var overlapping = here.Skip(1).Select(match => match.Match)
                .Concat(Enumerable.Range(at + 1, words - 1).SelectMany(inner => At(text, tokens, inner, caseTells)).Select(match => match.Match))
                .Where(match => match.End <= longest.End && (match.Start, match.End) != (longest.Start, longest.End));
            found.Add(longest with { Alternatives = [.. overlapping] });
            at += words;
        }
        return found;
    }

    private static bool CaseTells(List<TextToken> tokens)
    {
        var (capitals, lower) = (0, 0);
        foreach (var token in tokens)
        {
            capitals += token.Case is TextCase.Capital ? 1 : 0;
            lower += token.Case is TextCase.Lower ? 1 : 0;
        }
        return lower > 0 && capitals * FewCapitals >= lower;
    }

    /// <summary>The names that begin with a word, longest first, with the number of their words. What is not recorded so is looked for while nothing longer is found.</summary>
    private List<(TextMatch Match, int Words)> At(string text, List<TextToken> tokens, int at, bool caseTells)
    {
        var matches = new List<(TextMatch, int)>();
        if (!MayBegin(tokens[at], caseTells))
        {
            return matches;
        }
        for (var words = WordsTogether(tokens, at); words > 0; words--)
        {
            if (MayBeName(tokens, at, words, caseTells)
                && (Exact(text, tokens, at, words, caseTells) ?? (caseTells && matches.Count == 0 ? Near(text, tokens, at, words) : null)) is { } match)
            {
                matches.Add((match, words));
            }
        }
        return matches;
    }

    private static bool MayBegin(TextToken token, bool caseTells) => token.Case is not TextCase.Lower || !caseTells;

    /// <summary>How many words from here may be one name.</summary>
    private static int WordsTogether(List<TextToken> tokens, int at)
    {
        var words = 1;
        while (words < MostWords && at + words < tokens.Count && tokens[at + words - 1].JoinsNext)
        {
            words++;
        }
        return words;
    }

    /// <summary>Ends as it begins, with a capital, and is more than common words: "The", "Border Police", "District".</summary>
    private bool MayBeName(List<TextToken> tokens, int at, int words, bool caseTells)
    {
        if (caseTells && tokens[at + words - 1].Case is TextCase.Lower && !Rules.Generic.IsGeneric(tokens[at + words - 1].Key))
        {
            return false;
        }
        for (var i = at; i < at + words; i++)
        {
            if (!Rules.CommonWords.Contains(tokens[i].Key) && !Rules.Generic.IsGeneric(tokens[i].Key))
            {
                return words > 1 || tokens[i].Key.Length >= ShortestName || tokens[i].Case is TextCase.AllCapitals;
            }
        }
        return false;
    }

    private TextMatch? Exact(string text, List<TextToken> tokens, int at, int words, bool caseTells)
    {
        Span<char> key = stackalloc char[NameFolding.MaxLength];
        var length = Join(tokens, at, words, key);
        if (length == 0 || !matcher.IsRecorded(key[..length]))
        {
            return null;
        }
        var hits = matcher.FindRecorded(key[..length]);
        // Without capitals, a word of the language may be a hamlet somewhere.
        return !caseTells && words == 1 && tokens[at].Case is not TextCase.None && !hits.Exists(matcher.IsWellKnown) ? null
            : Match(text, tokens, at, words, TextMatchKind.Exact, hits);
    }

    private TextMatch? Near(string text, List<TextToken> tokens, int at, int words)
    {
        Span<char> key = stackalloc char[NameFolding.MaxLength];
        var length = Join(tokens, at, words, key);
        if (length < ShortestSpelling)
        {
            return null;
        }
        var spelt = matcher.FindSpelling(key[..length]);
        if (spelt.Count > 0)
        {
            return Match(text, tokens, at, words, TextMatchKind.Spelling, spelt);
        }
        var maySlip = length >= ShortestSlip && words <= MostWordsOfSlip && (words == 1 || !Holds(tokens, at, words));
        var slipped = maySlip ? matcher.FindWellKnownSlip(key[..length]) : [];
        return slipped.Count > 0 ? Match(text, tokens, at, words, TextMatchKind.Slip, slipped) : null;
    }

    /// <summary>Whether one of the words is a name by itself: then both together are no slip of another.</summary>
    private bool Holds(List<TextToken> tokens, int at, int words) => tokens.GetRange(at, words).Exists(token => matcher.IsRecorded(token.Key));

    /// <summary>Writes the words' keys with spaces between them; 0 when they are too long for a name.</summary>
    private static int Join(List<TextToken> tokens, int at, int words, Span<char> key)
    {
        var length = 0;
        for (var i = at; i < at + words; i++)
        {
            if (length + tokens[i].Key.Length + 1 > key.Length)
            {
                return 0;
            }
            if (length > 0)
            {
                key[length++] = ' ';
            }
            tokens[i].Key.CopyTo(key[length..]);
            length += tokens[i].Key.Length;
        }
        return length;
    }

    /// <summary>The match without words of kind at its ends, where the rest is a name too; these and the ones beside it say the kind.</summary>
    private TextMatch Match(string text, List<TextToken> tokens, int at, int words, TextMatchKind how, List<Hit> hits)
    {
        var (first, last) = (at, at + words - 1);
        while (first < last && Rules.Generic.IsGeneric(tokens[last].Key) && IsName(tokens, first, last - first))
        {
            last--;
        }
        while (first < last && Rules.Generic.IsGeneric(tokens[first].Key) && IsName(tokens, first + 1, last - first))
        {
            first++;
        }
        var named = KindOf(tokens, last + 1, tokens[last].JoinsNext) ?? KindOf(tokens, first - 1, first > 0 && tokens[first - 1].JoinsNext);
        var (start, end) = (tokens[first].Start, tokens[last].End);
        return new TextMatch(start, end - start, text[start..end], how, named, matcher.PlacesOf(hits, named));
    }

    private bool IsName(List<TextToken> tokens, int at, int words)
    {
        Span<char> key = stackalloc char[NameFolding.MaxLength];
        return matcher.IsRecorded(key[..Join(tokens, at, words, key)]);
    }

    private PlaceKind? KindOf(List<TextToken> tokens, int at, bool isBeside) =>
        isBeside && at < tokens.Count && Rules.Generic.KindOf(tokens[at].Key) is { } kind ? kind : null;
}
