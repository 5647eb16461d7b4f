using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Happenings;

/// <summary>Sentences that a page has twice: its teaser and its first paragraph.</summary>
internal sealed partial class Assembly
{
    /// <summary>Shorter sentences may come again and tell of something else.</summary>
    private const int ShortestRepeat = 8;

    /// <summary>By sentence, the first one before it with the same words.</summary>
    private readonly Dictionary<int, int> repeats;

    private static Dictionary<int, int> RepeatsOf(ReportText text)
    {
        var (seen, found) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<int, int>());
        for (var number = 0; number < text.Sentences.Count; number++)
        {
            var sentence = text.Sentences[number];
            if (sentence.Last - sentence.First < ShortestRepeat || text.KindOf(sentence) is BlockKind.Row)
            {
                continue;
            }
            var words = text.Words(sentence.First, sentence.Last);
            if (!seen.TryAdd(words, number))
            {
                found[number] = seen[words];
            }
        }
        return found;
    }

    /// <summary>What the same sentence told before.</summary>
    private Happening? ToldWordForWord(Mention mention)
    {
        if (!repeats.TryGetValue(mention.Sentence, out var first))
        {
            return null;
        }
        var shift = passage.Text.Sentences[mention.Sentence].First - passage.Text.Sentences[first].First;
        return bySentence[first].FirstOrDefault(other => other.First + shift == mention.First) is { } told ? byMention.GetValueOrDefault(told) : null;
    }
}
