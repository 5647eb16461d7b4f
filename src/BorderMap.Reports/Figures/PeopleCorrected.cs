using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Figures;

/// <summary>Counts that another count of the sentence corrects or repeats.</summary>
internal static partial class People
{
    private static bool IsNegated(IReadOnlyList<Token> tokens, int at, int from) => at - 2 >= from && tokens[at - 1].Key is "not" && (tokens[at - 2].IsMark(',') || tokens[at - 2].Key is "and" or "hurt" or "killed" or "dead" or "wounded" or "injured" or "martyred" or "men" or "people" or "soldiers");

    /// <summary>"not three but eight were killed".</summary>
    private static bool IsCorrected(IReadOnlyList<Token> tokens, PeopleGroup group, int from, int to) => group.First > from && tokens[group.First - 1].Key is "not" && group.Last + 1 < to && tokens[group.Last].Key is "but" && Numbers.At(tokens, group.Last + 1, to) is { IsArticle: false };

    /// <summary>"two killed and as many wounded", "twice as many", "the same number", "double that number": the count told before, by so many halves.</summary>
    private static (int First, int Halves)? AsMany(IReadOnlyList<Token> tokens, PeopleGroup group)
    {
        var at = group.First;
        if (tokens[at].Key is "many")
        {
            return at == 0 || tokens[at - 1].Key is not "as" || (at + 1 < tokens.Count && tokens[at + 1].Key is "as") ? null
                : at > 1 && HalvesOf(tokens[at - 2].Key) is > 0 and var halves ? (at - 2, halves) : (at - 1, 2);
        }
        return group.Last - at < 3 || tokens[at + 2].Key is not "number" ? null : tokens[at + 1].Key is "that" or "the" ? (at, HalvesOf(tokens[at].Key)) : tokens[at + 1].Key is "same" or "equal" or "similar" or "like" or "identical" ? (at, 2) : null;
    }

    private static int HalvesOf(string key) => key is "half" ? 1 : key is "twice" or "double" ? 4 : key is "thrice" or "triple" or "treble" ? 6 : 0;

    private static PeopleGroup AsTold(PeopleGroup group, PeopleGroup before, (int First, int Halves) many) => group with { First = many.First, Min = before.Min * many.Halves / 2, Max = before.Max * many.Halves / 2 };
}
