using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Figures;

/// <summary>Counts that another count of the sentence corrects or repeats.</summary>
internal static partial class People
{
    private static bool IsNegated(IReadOnlyList<Token> tokens, int at, int from) => at - 2 >= from && tokens[at - 1].Key is "not" && (tokens[at - 2].IsMark(',') || tokens[at - 2].Key is "and" or "hurt" or "killed" or "dead" or "wounded" or "injured" or "martyred" or "men" or "people" or "soldiers");

    /// <summary>"not three but eight were killed".</summary>
    private static bool IsCorrected(IReadOnlyList<Token> tokens, PeopleGroup group, int from, int to) => group.First > from && tokens[group.First - 1].Key is "not" && group.Last + 1 < to && tokens[group.Last].Key is "but" && Numbers.At(tokens, group.Last + 1, to) is { IsArticle: false };

    /// <summary>"two killed and as many wounded": the number told before.</summary>
    private static bool AsMany(IReadOnlyList<Token> tokens, PeopleGroup group) =>
        group.First > 0 && tokens[group.First].Key is "many" && tokens[group.First - 1].Key is "as" && !(group.First + 1 < tokens.Count && tokens[group.First + 1].Key is "as");
}
