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
            return !IsShotAtOthers(mention);
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
        // "a drone, which was downed on Sunday": told of what stands before the clause.
        var from = passage.Tokens[mention.Clause.From].Key is "which" or "that" ? Math.Max(sentence.First, mention.Clause.From - FarthestObject) : mention.Clause.From;
        if (Enumerable.Range(from, Math.Max(0, mention.First - from)).Any(at => Aircraft.Contains(passage.Tokens[at].Key)))
        {
            return true;
        }
        // "One was brought down", "The second was shot down"
        return mention.First - sentence.First <= 6 && mention.Sentence > 0 && passage.SameBlock(mention.Sentence, mention.Sentence - 1)
            && passage.Tokens[sentence.First].Key is "one" or "it" or "two" or "both" or "another" or "the" or "a" or "three" or "they"
            && passage.Text.Sentences[mention.Sentence - 1] is var before && Enumerable.Range(before.First, before.Last - before.First).Any(at => Aircraft.Contains(passage.Tokens[at].Key));
    }

    /// <summary>"began shooting at each other after a drone crossed": what flew by was the cause, and nobody shot it.</summary>
    private bool IsShotAtOthers(Mention mention)
    {
        var keys = Enumerable.Range(mention.First, mention.Last - mention.First).Select(at => passage.Tokens[at].Key).ToList();
        return !Aircraft.Contains(keys[0]) && !keys.Contains("down") && keys.Exists(key => key is "after" or "when" or "because" or "before" or "while" or "since" or "as" or "over");
    }

    /// <summary>Sentences from a flight to the fire at it.</summary>
    private const int FarthestFlight = 2;

    /// <summary>"turned back after anti-aircraft guns opened up", "residents fired at it": shots at what flies are part of its flight.</summary>
    private bool IsAtAircraft(Mention mention, List<Mention> here)
    {
        if (!here.Exists(other => IsFlight(other.Kind) && other.Against is null) && Latest.LastOrDefault() is not { Group: "airspace_violation" or "drone_shootdown" })
        {
            return false;
        }
        if (!here.Exists(other => IsFlight(other.Kind)) && mention.Sentence - Latest.Last().LastTouched > FarthestFlight)
        {
            return false;
        }
        var to = Math.Min(passage.Text.Sentences[mention.Sentence].Last, mention.Last + FarthestObject);
        for (var at = Math.Max(mention.Clause.From, mention.First - FarthestObject); at < to; at++)
        {
            var isUpward = at >= mention.First && passage.Tokens[at].Key is "at" or "on" or "upon" or "toward" or "towards" or "into" && Enumerable.Range(at + 1, Math.Max(0, Math.Min(FarthestUpward, to - at - 1))).Any(word => passage.Tokens[word].Key is "it" or "them" or "air" or "sky" || Aircraft.Contains(passage.Tokens[word].Key));
            if (isUpward || passage.Tokens[at].Key is "antiaircraft" || (passage.Tokens[at].Key is "anti" or "air" && Enumerable.Range(at + 1, Math.Max(0, Math.Min(FarthestUpward, to - at - 1))).Any(word => passage.Tokens[word].Key is "aircraft" or "defence" or "defense" or "defences" or "defenses")))
            {
                return true;
            }
        }
        return false;
    }

    private const int FarthestUpward = 3;

    private static bool IsFlight(string kind) => kind is "airspace_violation" or "drone_shootdown";
}
