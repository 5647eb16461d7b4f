using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Happenings;

/// <summary>What is opened or halted beside a gate, and is none.</summary>
internal sealed partial class Assembly
{
    /// <summary>Words of a gate's name before its noun.</summary>
    private const int LongestGate = 4;

    /// <summary>What goes on beside a gate and may be stopped.</summary>
    private static readonly HashSet<string> Works = new(StringComparer.Ordinal)
    {
        "work", "works", "construction", "building", "fencing", "digging", "repairs", "patrol", "patrols", "patrolling", "talks", "negotiations", "fighting", "firing", "shelling", "search", "protest", "project", "survey", "excavation", "sit-in", "strike",
    };

    /// <summary>"opened an offensive along the border", "work near the pass was halted": the gate is only where it was.</summary>
    private bool IsOfOtherObject(Mention mention, in Sentence sentence)
    {
        var tokens = passage.Tokens;
        if (tokens[mention.First].Key is "opened" or "opens" or "opening" or "open")
        {
            for (var at = mention.First + 1; at < mention.Last; at++)
            {
                if (Gates.Contains(tokens[at].Key) || Passing.Contains(tokens[at].Key))
                {
                    return false;
                }
                if (at > mention.First + 1 && tokens[at].Key is "along" or "near" or "across" or "over" or "against" or "at" or "on" or "from" && !tokens[at - 1].Key.EndsWith("ly", StringComparison.Ordinal))
                {
                    return Enumerable.Range(at, mention.Last - at).Any(gate => Gates.Contains(tokens[gate].Key));
                }
            }
            return false;
        }
        for (var at = mention.First - 1; at > sentence.First && mention.First - at <= LongestGate; at--)
        {
            if (tokens[at].Key is "near" or "at" or "along" or "beside" or "by" or "on" or "around")
            {
                return Works.Contains(tokens[at - 1].Key);
            }
            if (!tokens[at].IsCapital && tokens[at].Key is not "the")
            {
                return false;
            }
        }
        return false;
    }
}
