using BorderMap.Reports.Lexicons;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Figures;

/// <summary>A number as written, with what limits it.</summary>
/// <param name="First">Number of its first token, with "at least" before it.</param>
/// <param name="Last">Number after its last token.</param>
/// <param name="Min">The least; null for "dozens" and "up to".</param>
/// <param name="Max">The most; null for "at least" and "dozens".</param>
internal readonly record struct WrittenNumber(int First, int Last, int? Min, int? Max)
{
    /// <summary>"dozens", "several": no number.</summary>
    public bool IsVague => Min is null && Max is null;

    /// <summary>"a" or "an", which counts only before a noun of people.</summary>
    public bool IsArticle { get; init; }
}

/// <summary>Reads numbers in digits and words.</summary>
internal static partial class Numbers
{
    private enum Bound { Least, Most, About }

    private enum Role { Unit, Tens, Scale, Dozen, Half, Vague }

    private const int Largest = 1_000_000;

    private static readonly PhraseTable<Bound> Bounds = new(LexiconFile.Rows("qualifiers.tsv", "pattern\tbound").Select(row => (row[0], Enum.Parse<Bound>(row[1], ignoreCase: true))));

    private static readonly Dictionary<string, (Role Role, int Value)> Words = LexiconFile.Rows("numbers.tsv", "word\trole\tvalue")
        .ToDictionary(row => row[0], row => (Enum.Parse<Role>(row[1], ignoreCase: true), int.Parse(row[2])));

    /// <summary>Units of what is no people: "7 km", "24 hours", "60 percent", "a 12-year-old".</summary>
    private static readonly HashSet<string> Units = new(StringComparer.Ordinal)
    {
        "km", "kilometre", "kilometres", "kilometer", "kilometers", "mile", "miles", "metre", "metres", "meter", "meters", "percent", "per", "pc", "year", "years", "month", "months", "week", "weeks", "day", "days",
        "hour", "hours", "hrs", "minute", "minutes", "mm", "kg", "million", "billion", "am", "pm", "gmt", "points", "st", "nd", "rd", "th", "o",
    };

    /// <summary>A unit of time or length, or a word of quantity: "a day", "a lot".</summary>
    public static bool IsOfTime(string key) => Units.Contains(key) || key is "lot" or "number" or "few" or "handful" or "total" or "further" or "combined" or "second" or "moment" or "while" or "fortnight" or "decade" or "short" or "evening" or "night" or "morning";

    /// <summary>"has gone up to 46": a rise, no limit.</summary>
    private static readonly HashSet<string> Risen = new(StringComparer.Ordinal) { "go", "goes", "gone", "went", "going", "move", "moved", "shot", "crept", "ticked", "edged", "inched", "jumped", "climbed", "pushed", "bumped", "taken", "brought", "revised", "raised", "rising", "rose", "risen", "owned", "owns", "owning" };

    /// <summary>The number that begins at a token.</summary>
    public static WrittenNumber? At(IReadOnlyList<Token> tokens, int at, int to)
    {
        if (Bounds.At(tokens, at, to) is { } bound && bound.Last < to && !(tokens[at].Key is "up" && at > 0 && Risen.Contains(tokens[at - 1].Key)))
        {
            return Plain(tokens, bound.Last, to) is not { } limited ? Vague(tokens, at, to) : limited.IsVague || limited.IsArticle ? limited with { First = at } : bound.Value switch
            {
                Bound.Least => limited with { First = at, Max = null },
                Bound.Most => limited with { First = at, Min = null },
                _ => limited with { First = at },
            };
        }
        return Plain(tokens, at, to);
    }

    private static WrittenNumber? Plain(IReadOnlyList<Token> tokens, int at, int to)
    {
        // "another four", "a further three", "a total of nine"
        var added = tokens[at].Key is "another" ? at + 1 : tokens[at].Key is "a" && at + 1 < to && tokens[at + 1].Key is "further" or "combined" or "total" ? at + 2 + (at + 2 < to && tokens[at + 2].Key is "of" ? 1 : 0) : at;
        if (added > at && Whole(tokens, added, to) is not null && Plain(tokens, added, to) is { } more)
        {
            return more with { First = at };
        }
        if (tokens[at].Key is "between" && Whole(tokens, at + 1, to) is var (low, afterLow) && afterLow < to && tokens[afterLow].Key is "and" or "to" && Whole(tokens, afterLow + 1, to) is var (high, afterHigh) && high > low)
        {
            return new WrittenNumber(at, afterHigh, low, high);
        }
        if (Whole(tokens, at, to) is not var (value, last))
        {
            return Vague(tokens, at, to) ?? Article(tokens, at);
        }
        var isRange = last < to && !IsRisingFrom(tokens, at) && (tokens[last].Key is "to" or "or" || tokens[last].IsMark('-') || tokens[last - 1].IsJoined);
        if (isRange && Whole(tokens, last + (tokens[last - 1].IsJoined && tokens[last].Kind is not TokenKind.Mark && tokens[last].Key is not ("to" or "or") ? 0 : 1), to) is var (most, afterMost) && most > value)
        {
            return IsUnit(tokens, afterMost, to) ? null : new WrittenNumber(at, afterMost, value, most);
        }
        if (last < to && AddedTo(tokens, last, to) is > 0 and var beyond)
        {
            return new WrittenNumber(at, beyond, value, null);
        }
        // "02 x soldiers"
        last += last + 1 < to && (tokens[last].Key is "x" || tokens[last].IsMark('×')) && tokens[last + 1].IsWord ? 1 : 0;
        // "a dozen or so guards"
        last += last + 1 < to && tokens[last].Key is "or" && tokens[last + 1].Key is "so" ? 2 : 0;
        return IsUnit(tokens, last, to) ? null : new WrittenNumber(at, last, value, value);
    }

    /// <summary>"five at the very least"</summary>
    private static int PastLeast(IReadOnlyList<Token> tokens, int at, int to)
    {
        while (at < to && tokens[at].Key is "the" or "very")
        {
            at++;
        }
        return at < to && tokens[at].Key is "least" && !(at + 1 < to && tokens[at + 1].Kind is TokenKind.Number) ? at + 1 : 0;
    }

    /// <summary>"200-plus", "200+", "200 or more": past the words that make it the least; 0: none.</summary>
    private static int AddedTo(IReadOnlyList<Token> tokens, int last, int to) =>
        last + 1 < to && tokens[last].Key is "at" && PastLeast(tokens, last + 1, to) is > 0 and var past ? past
        : tokens[last].Key is "plus" or "odd" && tokens[last - 1].IsJoined || tokens[last].IsMark('+') ? last + 1
        : last + 1 < to && tokens[last].Key is "or" or "and" && tokens[last + 1].Key is "more" or "upwards" or "above" ? last + 2 : 0;

    /// <summary>"nobody", "none", "not one", "no" before a noun: nought.</summary>
    public static WrittenNumber? None(IReadOnlyList<Token> tokens, int at, int to)
    {
        var next = at + 1 < to ? tokens[at + 1].Key : "";
        var length = tokens[at].Key switch
        {
            "nobody" or "none" or "noone" or "nil" => 1,
            "no" => next is "less" or "fewer" or "more" ? 0 : next is "one" or "body" ? 2 : 1,
            "not" => next is "one" ? 2 : next is "a" or "an" && at + 2 < to ? tokens[at + 2].Key is "single" ? 3 : 2 : 0,
            _ => 0,
        };
        return length == 0 ? null : new WrittenNumber(at, at + length, 0, 0) { IsArticle = tokens[at].Key is "no" && length == 1 || tokens[at + length - 1].Key is "a" or "an" };
    }

    /// <summary>"rose from nine to 12" are two numbers, "from nine to 12 soldiers" is one.</summary>
    private static bool IsRisingFrom(IReadOnlyList<Token> tokens, int at) => at > 1 && tokens[at - 1].Key is "from" && tokens[at - 2].Key is "rose" or "risen" or "rises" or "rising" or "up" or "increased" or "climbed" or "jumped" or "revised" or "raised" or "toll" or "grown" or "grew" or "wounded" or "injured" or "killed" or "dead" or "deaths" or "injuries" or "tally" or "count" or "figure";

    private static bool IsUnit(IReadOnlyList<Token> tokens, int at, int to) => at < to && (Units.Contains(tokens[at].Key) || (tokens[at].IsCapital && Dates.Months.Is(tokens[at].Key)) || tokens[at].IsMark('%') || tokens[at].IsMark('°'));

    private static WrittenNumber? Article(IReadOnlyList<Token> tokens, int at) =>
        // "a single guard": counted, no article.
        tokens[at].Key is "a" && at + 2 < tokens.Count && tokens[at + 1].Key is "single" or "lone" or "solitary" ? new WrittenNumber(at, at + 2, 1, 1)
        : tokens[at].Key is "a" or "an" or "another" ? new WrittenNumber(at, at + 1, 1, 1) { IsArticle = true } : null;

    private static WrittenNumber? Vague(IReadOnlyList<Token> tokens, int at, int to)
    {
        if (tokens[at].Key is "a" && at + 1 < to && tokens[at + 1].Key is "few" or "number" or "handful" or "score")
        {
            return new WrittenNumber(at, at + 2 < to && tokens[at + 2].Key is "of" ? at + 3 : at + 2, null, null);
        }
        if (tokens[at].Key is "a" or "an" && at + 2 < to && tokens[at + 1].Key is "large" or "great" or "big" or "good" or "considerable" or "small" or "unknown" or "unspecified" or "undisclosed" && tokens[at + 2].Key is "number")
        {
            return new WrittenNumber(at, at + 3 < to && tokens[at + 3].Key is "of" ? at + 4 : at + 3, null, null);
        }
        // "the same number", "double that number": as told before
        if (at + 2 < to && tokens[at + 2].Key is "number" && (tokens[at].Key is "the" or "an" or "a" ? tokens[at + 1].Key is "same" or "equal" or "similar" or "like" or "identical" : tokens[at].Key is "double" or "twice" or "half" or "triple" && tokens[at + 1].Key is "that" or "the"))
        {
            return new WrittenNumber(at, at + 3 < to && tokens[at + 3].Key is "of" ? at + 4 : at + 3, null, null);
        }
        // "nobody knows how many died"
        return Words.TryGetValue(tokens[at].Key, out var word) && word.Role is Role.Vague && !(at > 0 && tokens[at - 1].Key is "how")
            ? new WrittenNumber(at, at + 1 < to && tokens[at + 1].Key is "of" ? at + 2 : at + 1, null, null) : null;
    }

    /// <summary>A whole number without limits; null where none begins.</summary>
    public static (int Value, int Last)? Whole(IReadOnlyList<Token> tokens, int at, int to)
    {
        if (at >= to)
        {
            return null;
        }
        if (tokens[at].Kind is TokenKind.Number)
        {
            return tokens[at].IsOrdinal || tokens[at].Value is < 0 or > Largest || (tokens[at].Key.Length == 4 && tokens[at].Key[0] == '0') ? null
                : at + 1 < to && tokens[at + 1].Key is "hundred" or "thousand" ? ((int)Math.Min(Largest, (long)tokens[at].Value * Words[tokens[at + 1].Key].Value), at + 2)
                : (tokens[at].Value, at + 1);
        }
        if (tokens[at].Key is "half" && at + 2 < to && tokens[at + 1].Key is "a" && tokens[at + 2].Key is "dozen")
        {
            return (6, at + 3);
        }
        var start = tokens[at].Key is "a" ? at + 1 : at;
        var (value, total, last) = (0, 0, start);
        for (; last < to && last - start < 8; last++)
        {
            if (!Words.TryGetValue(tokens[last].Key, out var word) || word.Role is Role.Vague or Role.Half)
            {
                if (tokens[last].Key is "and" && last > start && last + 1 < to && Words.TryGetValue(tokens[last - 1].Key, out var before) && before.Role is Role.Scale && Words.TryGetValue(tokens[last + 1].Key, out var after) && after.Role is Role.Unit or Role.Tens)
                {
                    continue;
                }
                break;
            }
            // "three five" are two numbers
            if (word.Role is Role.Unit && last > start && Words.TryGetValue(tokens[last - 1].Key, out var left) && left.Role is Role.Unit)
            {
                break;
            }
            (value, total) = word.Role switch
            {
                Role.Unit or Role.Tens => (value + word.Value, total),
                Role.Dozen => (Math.Max(1, value) * word.Value, total),
                _ when word.Value == 1000 => (0, total + (Math.Max(1, value) * 1000)),
                _ => (Math.Max(1, value) * word.Value, total),
            };
        }
        if (last == start || (start > at && !(Words.TryGetValue(tokens[start].Key, out var scale) && scale.Role is Role.Scale or Role.Dozen)))
        {
            return null;
        }
        return (Math.Min(Largest, total + value), last < to && tokens[last - 1].Key is "couple" or "dozen" && tokens[last].Key is "of" ? last + 1 : last);
    }
}
