using BorderMap.Reports.Learnt;
using BorderMap.Reports.Lexicons;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Happenings;

/// <summary>What a sentence tells by all its words together, where no phrase of the lexicon says: by weights learnt from annotated texts.</summary>
internal sealed class KindsByWords(Passage passage)
{
    /// <summary>The cue of an act that was read so.</summary>
    public const string Cue = "all its words";

    private const string None = "none";

    /// <summary>Shorter sentences have too few words.</summary>
    private const int Shortest = 4;

    /// <summary>What is told is taken from this on.</summary>
    private const double Likely = 0.4;

    /// <summary>One word at least must say so much for it, and not the day's.</summary>
    private const float Telling = 0.2f;

    public static readonly IReadOnlyList<string> Labels = [None, "armed_clash", "ground_attack", "cross_border_fire", "shelling", "post_capture", "airstrike", "drone_strike", "drone_shootdown", "airspace_violation", "ied_attack", "infiltration", "crossing_closure", "crossing_reopening", "ceasefire", "ceasefire_violation", "fence_dispute", "detention", "abduction"];

    /// <summary>Kinds of one group are told with the same words: together they must be likely.</summary>
    private static readonly int[][] Groups = [.. Enumerable.Range(1, Labels.Count - 1).GroupBy(label => Acts.GroupOf(Labels[label])).Select(group => group.ToArray())];

    private HashSet<string>? ofText;

    /// <summary>The act that a sentence tells; at the word that says most for it.</summary>
    public PhraseMatch<Act>? Of(int number)
    {
        var sentence = passage.Text.Sentences[number];
        if (sentence.Last - sentence.First < Shortest || Modality.Cause(passage.Tokens, sentence.First, sentence.Last) is not null || Modality.IsSupposed(passage.Tokens, sentence))
        {
            return null;
        }
        var shares = FeaturesOf(number).Shares();
        var best = Groups.MaxBy(group => group.Sum(label => shares[label]))!;
        if (best.Sum(label => shares[label]) < Likely)
        {
            return null;
        }
        var kind = best.MaxBy(label => shares[label]);
        var words = Enumerable.Range(sentence.First, sentence.Last - sentence.First).Where(token => passage.Tokens[token].IsWord && !passage.TimesIn(number).Any(time => time.First <= token && token < time.Last))
            .Select(token => (Token: token, Says: passage.Models.Kinds.Of($"word {passage.Tokens[token].Key}", kind))).ToList();
        return words.Count == 0 || words.MaxBy(word => word.Says) is not { Says: >= Telling, Token: var at } ? null : new PhraseMatch<Act>(at, at + 1, new Act(Labels[kind], ActForm.Read), Cue);
    }

    /// <param name="number">Number of the sentence.</param>
    /// <param name="isKept">Whether the names of the features are asked for.</param>
    public Features FeaturesOf(int number, bool isKept = false)
    {
        var sentence = passage.Text.Sentences[number];
        var features = new Features(passage.Models.Kinds, isKept, isOnce: true);
        features.Add("bias");
        var before = "^";
        for (var at = sentence.First; at < sentence.Last; at++)
        {
            var token = passage.Tokens[at];
            var word = token.Kind is TokenKind.Number ? "#" : token.IsWord ? token.Key : ".";
            if (word is not ".")
            {
                features.Add($"word {word}");
                if (word.Length > 5)
                {
                    features.Add($"stem {word.AsSpan(0, 5)}");
                }
            }
            features.Add($"pair {before} {word}");
            before = word;
        }
        foreach (var located in passage.PlacesIn(number).Where(located => located.Toponym.Place is not null))
        {
            var place = located.Toponym.Place!;
            var km = passage.KmFromLine(place);
            features.Add($"place {place.Country} {(km <= 10 ? "near" : km <= 40 ? "belt" : "far")}");
            features.Add($"place {(passage.IsCrossing(place) ? "at a crossing" : place.Kind.ToString())}");
            features.Add($"place after {(located.First > sentence.First ? passage.Tokens[located.First - 1].Key : "^")}");
        }
        AddRead(features, number);
        features.Add(passage.IsHeading(number) ? "heading" : passage.IsRow(number) ? "row" : "paragraph");
        foreach (var group in ofText ??= OfText())
        {
            features.Add($"text {group}");
        }
        return features;
    }

    /// <summary>What the rules read in the sentence.</summary>
    private void AddRead(Features features, int number)
    {
        foreach (var toll in passage.TollsIn(number))
        {
            features.Add($"toll {toll.Outcome}{(toll.IsZero ? " none" : "")}");
        }
        foreach (var actor in passage.ActorsIn(number))
        {
            features.Add($"actor {actor.Value.Side} {actor.Value.IsForce}");
        }
        foreach (var time in passage.TimesIn(number))
        {
            features.Add($"time {time.Use} {time.Precision}");
        }
        foreach (var act in passage.ActsIn(number))
        {
            features.Add($"act {act.Value.Kind} {act.Value.Form}");
        }
    }

    /// <summary>The kinds that the lexicon finds anywhere in the text.</summary>
    private HashSet<string> OfText() => [.. Enumerable.Range(0, passage.Text.Sentences.Count).SelectMany(passage.ActsIn).Select(act => Acts.GroupOf(act.Value.Kind))];
}
