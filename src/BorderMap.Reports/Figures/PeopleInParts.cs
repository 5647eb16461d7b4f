using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Figures;

/// <summary>People told once as a whole and once more by who some of them were, or of whom they are.</summary>
internal static partial class People
{
    private const int LongestUnit = 3;
    private const int MostInDashes = 12;

    /// <summary>"a woman and a boy in their number", "two of their number".</summary>
    private static bool IsInTheirNumber(IReadOnlyList<Token> tokens, int last, int to) =>
        last + 2 < to && tokens[last].Key is "in" or "among" && tokens[last + 1].Key is "their" or "its" or "this" or "that" && tokens[last + 2].Key is "number" or "count" or "total" or "figure";

    /// <summary>"four people, a woman and a boy in their number": what stands behind the list is said of all of it; "six guards and five civilians, a woman included": of her alone.</summary>
    private static void WithPartsBefore(IReadOnlyList<Token> tokens, List<PeopleGroup> groups, PeopleGroup group, int to)
    {
        var isBehind = group.IsPart && (IsInTheirNumber(tokens, group.Last, to) || (group.Last < to && tokens[group.Last].Key is "included" or "among"));
        for (var (at, first) = (groups.Count - 1, group.First); isBehind && at > 0 && !groups[at].IsPart && groups[at].Min is not null && groups[0].Min > groups[at].Min && IsJoin(tokens, groups[at].Last, first) && !(tokens[groups[at].Last].IsMark(',') && groups[at - 1].Last + 1 == groups[at].First); at--)
        {
            first = groups[at].First;
            groups[at] = groups[at] with { IsPart = true };
        }
    }

    /// <summary>"three persons, a girl of nine one of them": the girl is one of the three.</summary>
    private static bool IsOneOfThem(IReadOnlyList<Token> tokens, List<PeopleGroup> groups, PeopleGroup group, int to) => group is { IsBare: true, Min: 1, Max: 1 } && groups.Count > 1 && groups[^1] is { Min: 1, IsBare: false } && groups[^2].Min is > 1
        && tokens[group.Last - 1].Key is "one" && group.Last + 1 < to && tokens[group.Last].Key is "of" && tokens[group.Last + 1].Key is "them" or "whom" && tokens[group.First - 1].IsWord && (group.Last + 2 >= to || tokens[group.Last + 2].Kind is TokenKind.Mark);

    /// <summary>"eighteen of one clan", "three of a sleeping family of five": the family counts nobody on top.</summary>
    private static PeopleGroup? OfOneHouse(IReadOnlyList<Token> tokens, WrittenNumber number, int to)
    {
        var first = number.Last + 2;
        if (number.IsArticle || first >= to || tokens[number.Last].Key is not "of" || tokens[number.Last + 1].Key is not ("a" or "an" or "one" or "the" or "his" or "her" or "their"))
        {
            return null;
        }
        var last = first;
        while (last < to && last - first < LongestUnit && tokens[last].IsWord && !IsHouse(tokens[last].Key) && !Breaks.Contains(tokens[last].Key))
        {
            last++;
        }
        if (last >= to || last - first >= LongestUnit || !IsHouse(tokens[last].Key))
        {
            return null;
        }
        last++;
        var size = last + 1 < to && tokens[last].Key is "of" ? Numbers.At(tokens, last + 1, to) : null;
        return size is null && tokens[number.Last + 1].Key is not ("one" or "a") ? null : new PeopleGroup(number.First, size is { IsArticle: false } ? size.Value.Last : last, number.Min, number.Max, "civilians", null);
    }

    /// <summary>"17 people of one family": whose they are, no one more.</summary>
    private static bool IsHouseOf(IReadOnlyList<Token> tokens, WrittenNumber number, int from, int to) => number is { Min: 1, Max: 1 } && number.First - 1 > from && tokens[number.First - 1].Key is "of" or "from" && Enumerable.Range(number.Last, Math.Min(to, number.Last + LongestUnit) - number.Last).FirstOrDefault(at => !tokens[at].IsWord || IsHouse(tokens[at].Key)) is > 0 and var house && IsHouse(tokens[house].Key)
        && NounOf(tokens, number.First - 2, number.First - 1) is { } noun && noun.Last == number.First - 1;

    private static bool IsHouse(string key) => key is "family" or "household" or "kin" or "clan" or "house" or "home" or "tribe" or "kindred" or "lineage" or "hamlet";

    /// <summary>"18 people died, 11 of them children, and five were taken to hospital": the five are none of the 18.</summary>
    private static bool HasVerbOfItsOwn(IReadOnlyList<Token> tokens, int join, int last, int to) => tokens[join].IsMark(',') && tokens[join + 1].Key is "and" && last < to && tokens[last].Key is "was" or "were" or "had" or "have" or "has" or "are" or "is";

    private static bool IsJoin(IReadOnlyList<Token> tokens, int from, int to) => to - from is 1 or 2 && Enumerable.Range(from, to - from).All(at => tokens[at].IsMark(',') || tokens[at].Key is "and");

    /// <summary>"nine children (five boys and four girls)".</summary>
    private static bool IsBracketed(IReadOnlyList<Token> tokens, int from, int to)
    {
        var (depth, isDashed) = (0, false);
        for (var at = from; at < to; at++)
        {
            depth += tokens[at].IsMark('(') ? 1 : tokens[at].IsMark(')') ? -1 : 0;
            isDashed ^= tokens[at].IsMark('-');
        }
        return depth > 0 || (isDashed && HasDashAfter(tokens, to));
    }

    /// <summary>"nine children - five boys and four girls - and a woman": the second dash.</summary>
    private static bool HasDashAfter(IReadOnlyList<Token> tokens, int from)
    {
        for (var at = from; at < Math.Min(tokens.Count, from + MostInDashes); at++)
        {
            if (tokens[at].IsMark('-'))
            {
                return true;
            }
            if (tokens[at].IsMark('.') || tokens[at].IsMark(';'))
            {
                return false;
            }
        }
        return false;
    }
}
