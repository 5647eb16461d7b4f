using BorderMap.Reports.Figures;
using BorderMap.Reports.Happenings;
using BorderMap.Reports.Speakers;

namespace BorderMap.Reports.Drafting;

/// <summary>"A shell killed two. It was fired from Kunar, police said": figures that nobody says are of whoever speaks first behind them.</summary>
internal static class SpokenBehind
{
    /// <summary>Sentences from one of several figures to the next.</summary>
    private const int MostBetween = 2;

    /// <summary>The tolls of a passage, those of nobody given to who speaks behind them.</summary>
    public static List<(Toll Toll, Speech? Speech)> Settle(Passage passage, List<(Toll Toll, Speech? Speech)> tolls)
    {
        for (var at = tolls.Count - 1; at >= 0; at--)
        {
            var (toll, speech) = tolls[at];
            var number = passage.Text.SentenceOf[toll.First];
            if (speech is not null || toll.IsEarlier || toll.IsZero || passage.IsHeading(number))
            {
                continue;
            }
            // Told in several sentences, whoever speaks behind the last of them tells all.
            var next = tolls.Find(other => passage.Text.SentenceOf[other.Toll.First] is var later && later >= number && later <= number + MostBetween && passage.Text.Sentences[later].Block == passage.Text.Sentences[number].Block && other.Toll.First > toll.First && other.Speech is { IsBehind: true });
            if ((next.Speech ?? passage.Speakers.Behind(number)) is { } behind && !IsOfOtherSide(toll, behind) && !tolls.Exists(here => passage.Text.SentenceOf[here.Toll.First] == number && tolls.Exists(other => IsOtherCount(passage, here.Toll, other.Toll))))
            {
                tolls[at] = (toll, behind with { IsBehind = true });
            }
        }
        return tolls;
    }

    /// <summary>"Kabul disowned the fire that killed five Pakistani soldiers. It was not ours, its spokesman said": the other side's dead are seldom what a side begins with.</summary>
    private static bool IsOfOtherSide(Toll toll, Speech behind) => (toll.Side, behind.Actor?.Side) is ("AF", "PK") or ("PK", "AF");

    /// <summary>"Three died. The office spoke of two": who counts otherwise says nothing of the three.</summary>
    private static bool IsOtherCount(Passage passage, Toll toll, Toll other) => other is { IsZero: false, IsPart: false } && other.Outcome == toll.Outcome && passage.Text.SentenceOf[other.First] == passage.Text.SentenceOf[toll.First] + 1 && (other.Min, other.Max) != (toll.Min, toll.Max);
}
