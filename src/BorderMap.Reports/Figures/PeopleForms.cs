using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Figures;

/// <summary>People told otherwise than by a number and a noun: by rank and name, by whose they are.</summary>
internal static partial class People
{
    /// <summary>"Havildar Muhammad Aslam": one soldier, by rank and name.</summary>
    private static PeopleGroup? Ranked(IReadOnlyList<Token> tokens, int at, int from, int to)
    {
        if (!tokens[at].IsCapital || Nouns.At(tokens, at, to) is not { Value: { Category: "soldiers" or "police", IsMass: false } noun } rank || rank.Last >= to || !tokens[rank.Last].IsCapital || !tokens[rank.Last].IsWord || tokens[rank.Last - 1].Key[^1] == 's' || (at > from && tokens[at - 1].Kind is TokenKind.Number))
        {
            return null;
        }
        var last = rank.Last;
        while (last < to && last - rank.Last < 5 && tokens[last] is { IsWord: true, IsCapital: true })
        {
            last++;
        }
        return new PeopleGroup(at, last, 1, 1, noun.Category, null) { IsNamed = true };
    }

    /// <summary>"16 of our brothers": those who speak in arms, no children.</summary>
    private static bool IsBrotherInArms(IReadOnlyList<Token> tokens, int first, int last) => first > 0 && tokens[first - 1].Key is "our" && tokens[last - 1].Key is "brothers" or "sons" or "lads" or "boys" or "youths";

    private static bool IsOwner(string key) => key is "his" or "her" or "their" or "its" or "our" or "my";

    /// <summary>"Parun Khan and his brother": whoever is named before is one more.</summary>
    private static PeopleGroup WithNamed(IReadOnlyList<Token> tokens, PeopleGroup group, int from)
    {
        var at = group.First - 1;
        if (at <= from || tokens[at].Key is not "and" || group.Min is null || group.Min != group.Max)
        {
            return group;
        }
        var first = at;
        while (first > from && at - first < 5 && tokens[first - 1] is { IsWord: true, IsCapital: true })
        {
            first--;
        }
        var isNamed = first < at && Nouns.At(tokens, at - 1, at) is null && (first == from || tokens[first - 1].Kind is TokenKind.Mark || tokens[first - 1].Key is "killed" or "killing" or "wounded" or "wounding" or "injuring" or "away" or "off" or "that" or "when" or "martyred" or "martyring");
        return isNamed ? group with { First = first, Min = group.Min + 1, Max = group.Max + 1 } : group;
    }

    /// <summary>"her two children": the number after the owner.</summary>
    private static PeopleGroup? Owned(IReadOnlyList<Token> tokens, int at, int from, int to) =>
        at + 1 < to && Numbers.At(tokens, at + 1, to) is { IsArticle: false } && At(tokens, at + 1, from, to) is { } group
            ? group with { First = at, IsOfSpeaker = group.IsOfSpeaker || tokens[at].Key is "our" or "its" } : null;

    /// <summary>"both her daughters", "both of the guards": two.</summary>
    private static PeopleGroup? Both(IReadOnlyList<Token> tokens, int at, int to)
    {
        if (tokens[at].Key is not "both")
        {
            return null;
        }
        var next = at + 1;
        next += next < to && tokens[next].Key is "of" ? 1 : 0;
        next += next < to && (IsOwner(tokens[next].Key) || tokens[next].Key is "the") ? 1 : 0;
        return next < to && Head(tokens, next, to) is var (noun, last) && !noun.IsMass && noun.Category is not "same" && tokens[last - 1].Key is not "man" and not "woman" and not "child"
            ? new PeopleGroup(at, last, 2, 2, noun.Category, SideOf(tokens, at, last)) : null;
    }

    /// <summary>"a family of five".</summary>
    private static PeopleGroup? FamilyOf(IReadOnlyList<Token> tokens, WrittenNumber number, int to) =>
        number.IsArticle && number.Last + 2 < to && tokens[number.Last].Key is "family" && tokens[number.Last + 1].Key is "of" && Numbers.At(tokens, number.Last + 2, to) is { IsArticle: false } size
            ? new PeopleGroup(number.First, size.Last, size.Min, size.Max, "civilians", null) : null;

    /// <summary>"the driver", "his wife": one, where the noun is singular.</summary>
    private static PeopleGroup? OneOf(IReadOnlyList<Token> tokens, int at, int to) =>
        Head(tokens, at + 1, to) is var (noun, last) && !noun.IsMass && noun.Category is not ("same" or "soldiers" or "security_forces" or "armed_group" or "combatants" or "all") && tokens[last - 1].Key[^1] != 's' && tokens[last - 1].Key is not ("children" or "women" or "wives")
            ? new PeopleGroup(at, last, 1, 1, noun.Category, SideOf(tokens, at, last)) : null;

    public static string? SideOf(IReadOnlyList<Token> tokens, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            switch (tokens[at].Key)
            {
                case "khwarij" or "khawarij" or "militants" or "terrorists" or "ttp":
                    return "other";
                case "pakistani" or "pakistan" or "pakistanis" or "pak" or "fc":
                    return at + 1 < to && tokens[at + 1].Key is "taliban" ? "other" : "PK";
                case "afghan" or "afghans" or "taliban" or "afghanistan" or "mujahideen" or "emirate":
                    return "AF";
                default:
                    continue;
            }
        }
        return null;
    }

    private static bool IsPart(IReadOnlyList<Token> tokens, int at, int from)
    {
        for (var before = at - 1; before >= from && at - before <= 3; before--)
        {
            if (Parts.Contains(tokens[before].Key))
            {
                if (tokens[before].Key is "among" && before == at - 1)
                {
                    return false;
                }
                return tokens[before].Key is not "include" || (before > from && tokens[before - 1].Key is "which");
            }
            if (tokens[before].Kind is TokenKind.Mark || tokens[before].Key is not ("them" or "whom" or "those" or "of" or "the" or "at" or "least" or "dead" or "victims"))
            {
                return false;
            }
            if (tokens[before].Key is "them" or "whom" && before > from && tokens[before - 1].Key is "of")
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>"seven of theirs", "two of our own".</summary>
    private static bool IsOwnedBy(IReadOnlyList<Token> tokens, int last, int to, params ReadOnlySpan<string> words) =>
        last + 1 < to && tokens[last].Key is "of" && (words.Contains(tokens[last + 1].Key) || (last + 2 < to && tokens[last + 1].Key is "our" or "his" or "its" or "their" && words.Contains(tokens[last + 2].Key)));

    private static bool Has(IReadOnlyList<Token> tokens, int from, int to, params ReadOnlySpan<string> words)
    {
        for (var at = from; at < to; at++)
        {
            if (words.Contains(tokens[at].Key))
            {
                return true;
            }
        }
        return false;
    }
}
