using BorderMap.Reports.Figures;

namespace BorderMap.Reports.Happenings;

/// <summary>What is told of aircraft over the border.</summary>
internal sealed partial class Assembly
{
    private const int FarthestObject = 5;
    private const int FarthestNoun = 60;

    private static readonly HashSet<string> Aircraft = new(StringComparer.Ordinal)
        { "drone", "drones", "uav", "uavs", "quadcopter", "quadcopters", "aircraft", "helicopter", "helicopters", "jet", "jets", "plane", "planes", "warplane", "warplanes", "rpa", "quad", "quads", "machine", "machines" };

    /// <summary>The aircraft named last, in the singular.</summary>
    private string AircraftOf(int number)
    {
        for (var at = passage.Text.Sentences[number].Last - 1; at >= Math.Max(0, passage.Text.Sentences[number].First - FarthestNoun); at--)
        {
            if (Aircraft.Contains(passage.Tokens[at].Key) && passage.Tokens[at].Key is not ("machine" or "machines"))
            {
                return at > 0 && passage.Tokens[at - 1].Key is "unmanned" or "pilotless" or "uncrewed" or "aerial" ? "drone" : passage.Tokens[at].Key.TrimEnd('s');
            }
        }
        return "drone";
    }

    /// <summary>"brought down": a flag, men or an aircraft. "One was brought down": of those of the sentence before.</summary>
    private bool IsOfAircraft(Mention mention)
    {
        if (mention.Cue.Contains("drone", StringComparison.Ordinal))
        {
            return true;
        }
        var sentence = passage.Text.Sentences[mention.Sentence];
        for (var at = mention.Last; at < Math.Min(sentence.Last, mention.Last + FarthestObject); at++)
        {
            if (Aircraft.Contains(passage.Tokens[at].Key))
            {
                return true;
            }
            if (People.CategoryAt(passage.Tokens, at, sentence.Last) is not null)
            {
                return false;
            }
        }
        if (Enumerable.Range(mention.Clause.From, Math.Max(0, mention.First - mention.Clause.From)).Any(at => Aircraft.Contains(passage.Tokens[at].Key)))
        {
            return true;
        }
        // "One was brought down", "The second was shot down"
        return mention.First - sentence.First <= 6 && mention.Sentence > 0 && passage.SameBlock(mention.Sentence, mention.Sentence - 1)
            && passage.Tokens[sentence.First].Key is "one" or "it" or "two" or "both" or "another" or "the" or "a" or "three" or "they"
            && passage.Text.Sentences[mention.Sentence - 1] is var before && Enumerable.Range(before.First, before.Last - before.First).Any(at => Aircraft.Contains(passage.Tokens[at].Key));
    }
}
