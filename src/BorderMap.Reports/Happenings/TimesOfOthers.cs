using BorderMap.Reports.Dates;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Happenings;

/// <summary>Which days beside an act are none of its own: that a record goes back to, or on which a toll was counted.</summary>
internal sealed partial class Times
{
    /// <summary>Words from "since" to the day or year: "since the Taliban took power in August 2021".</summary>
    private const int FarthestSince = 9;

    /// <summary>Words from the verb of counting to the day: "rose to at least twelve people on Monday".</summary>
    private const int FarthestCount = 14;

    private static readonly HashSet<string> Counting = new(StringComparer.Ordinal)
    {
        "put", "puts", "putting", "rose", "rises", "risen", "climbed", "climbs", "jumped", "jumps", "reached", "reaches", "increased", "grew", "grown", "revised", "raised", "raising", "updated", "stood", "stands", "mounted", "mounts", "soared", "lowered", "gave", "went", "passed",
    };

    private static readonly HashSet<string> Counts = new(StringComparer.Ordinal) { "toll", "tolls", "count", "tally", "number", "figure", "figures" };

    /// <summary>"the worst clashes since 2021": the time that a record goes back to.</summary>
    private bool IsOfRecord(TimeMention time, int sentence) => Superlatives.IsSince(tokens, passage.Text.Sentences[sentence].First, time.First - FarthestSince, time.First);

    /// <summary>"Officials put the toll of the raid at nine on Monday": the day on which the dead were counted, which may be that of the raid or a later one.</summary>
    public bool IsOfCount(TimeMention time)
    {
        var from = passage.Text.Sentences[passage.Text.SentenceOf[time.First]].First;
        for (var at = time.First - 1; at > from && time.First - at <= FarthestCount && tokens[at].Kind is not TokenKind.Mark; at--)
        {
            // "put the toll of Sunday's raid at nine": behind the noun alone the day is that of the raid.
            if (Counting.Contains(tokens[at].Key))
            {
                return Enumerable.Range(at, time.First - at).Any(word => tokens[word].Key is "to" or "at" or "past" or "from" or "reached" or "passed") && HasCount(from, time.First);
            }
        }
        // "on Monday put the toll at nine"
        return time.Last < tokens.Count && Counting.Contains(tokens[time.Last].Key) && HasCount(time.Last, Math.Min(time.Last + FarthestCount, tokens.Count));
    }

    private bool HasCount(int from, int to) => Enumerable.Range(from, to - from).Any(at => Counts.Contains(tokens[at].Key));
}
