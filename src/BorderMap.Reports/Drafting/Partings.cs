using BorderMap.Reports.Figures;
using BorderMap.Reports.Happenings;
using BorderMap.Reports.Speakers;

namespace BorderMap.Reports.Drafting;

/// <summary>"Two were hit. One died on the road, the other has lost a leg": what became of those told before is no count on top of them.</summary>
internal static class Partings
{
    /// <summary>The tolls of a passage, where the hurt of one sentence part in the next.</summary>
    public static List<(Toll Toll, Speech? Speech)> Settle(Passage passage, IReadOnlyList<(Toll Toll, Speech? Speech)> told)
    {
        List<(Toll Toll, Speech? Speech)> tolls = OwnLosses.Mark(passage, told);
        told = [.. tolls];
        foreach (var (hurt, _) in told.Where(each => each.Toll is { Outcome: Outcome.Injured, IsPart: false, IsEarlier: false, Min: > 1 } toll && toll.Min == toll.Max))
        {
            var next = tolls.FindAll(each => passage.Text.SentenceOf[each.Toll.First] == passage.Text.SentenceOf[hurt.First] + 1 && IsOfThem(passage, each.Toll) && !IsOfOthers(passage, each.Toll, told));
            var (dead, alive) = (next.FindAll(each => each.Toll.Outcome is Outcome.Killed).Sum(each => each.Toll.Min), next.FindAll(each => each.Toll.Outcome is Outcome.Injured));
            if (dead is not > 0 || dead >= hurt.Min || alive.Sum(each => each.Toll.Min) > hurt.Min - dead)
            {
                continue;
            }
            var at = tolls.FindIndex(each => each.Toll == hurt);
            tolls[at] = (hurt with { Min = hurt.Min - dead, Max = hurt.Max - dead }, tolls[at].Speech);
            tolls.RemoveAll(alive.Contains);
        }
        return tolls;
    }

    /// <summary>"58 were killed and 30 wounded. On the Taliban side nine were killed": others, by whose side they are or by dead that are told already.</summary>
    private static bool IsOfOthers(Passage passage, Toll toll, IReadOnlyList<(Toll Toll, Speech? Speech)> told)
    {
        var number = passage.Text.SentenceOf[toll.First];
        var first = passage.Text.Sentences[number].First;
        return Enumerable.Range(first, toll.FigureFirst - first).Any(at => passage.Tokens[at].Key is "side" or "part" or "turn" or "own" or "opposing" or "enemy")
            || (toll.Outcome is Outcome.Killed && passage.Tokens[toll.Last - 1].Key is "killed" && told.Any(other => other.Toll is { Outcome: Outcome.Killed, IsZero: false } && passage.Text.SentenceOf[other.Toll.First] == number - 1));
    }

    /// <summary>"one died", "the other lost an eye", "two of the wounded": some of those told before.</summary>
    private static bool IsOfThem(Passage passage, Toll toll)
    {
        var (first, after) = (passage.Tokens[toll.FigureFirst].Key, toll.FigureLast < passage.Tokens.Count ? passage.Tokens[toll.FigureLast].Key : "");
        // "four of the dead were women": of the dead, not of the hurt.
        return toll is { IsZero: false, Min: > 0, Rank: 0, Cue: not "among" } && toll.Min == toll.Max
            && ((first is "the" && passage.Tokens[toll.FigureFirst + 1].Key is "other" or "second" or "rest" or "others")
                || (toll.FigureLast - toll.FigureFirst == 1 && after is "died" or "has" or "is" or "was" or "later" or "lost" or "of" or "succumbed" or "had" or "did" or "remain" or "remains" or "are" or "were" && (after is not "of" || (toll.FigureLast + 1 < passage.Tokens.Count && passage.Tokens[toll.FigureLast + 1].Key is "them" or "the" or "these" or "those"))));
    }
}
