namespace BorderMap.Reports.Happenings;

/// <summary>Where the answer to a strike fell: never at the places of the strike.</summary>
internal sealed partial class MentionReader
{
    /// <summary>Words from "answered" to the fire: "answered late at night with heavy weapons".</summary>
    private const int FarthestAnswer = 6;

    /// <summary>"Jets bombed homes in Paktika, and the Taliban answered with heavy weapons": it hit the other side, at places told later or never.</summary>
    private void PartAnswers(List<Mention> mentions, int first)
    {
        for (var at = first + 1; at < mentions.Count; at++)
        {
            var mention = mentions[at];
            if (Acts.GroupOf(mention.Kind) is "combat" && AnswerBefore(mention) is { } answer && mentions.FindIndex(first, at - first, other => other.Against is null && other.First < answer && Acts.GroupOf(other.Kind) is "strike") >= 0)
            {
                var own = mention.Own.Where(scene => scene.Located.First > answer).ToList();
                mentions[at] = mention with { Own = own, Lent = [], IsAnswer = own.Count == 0 };
            }
        }
    }

    /// <summary>Number of the word of answering before an act, in its sentence.</summary>
    private int? AnswerBefore(Mention mention)
    {
        for (var at = mention.First; at > passage.Text.Sentences[mention.Sentence].First && mention.First - at <= FarthestAnswer; at--)
        {
            if (tokens[at].Key is "answered" or "replied" or "responded" or "retaliated" or "answering" or "responding" or "retaliating")
            {
                return at;
            }
        }
        return null;
    }
}
