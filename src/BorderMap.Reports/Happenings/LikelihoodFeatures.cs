using BorderMap.Gazetteer;
using BorderMap.Reports.Learnt;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Happenings;

/// <summary>What stands around a telling, as features: its words, its place and distance from the line, its time, who is named, and what the rules say of it.</summary>
internal sealed class LikelihoodFeatures(Passage passage, Scope scope)
{
    private const int Around = 3;

    /// <summary>Words of a clause farther off say nothing of the telling.</summary>
    private const int FarthestWord = 20;
    private readonly Dictionary<int, Features> bySentence = [];
    private (string Sides, bool Border, bool Outside)? named;
    private readonly Dictionary<string, Features> ofText = new(StringComparer.Ordinal);

    /// <param name="mention">The telling.</param>
    /// <param name="places">Where it puts the deed.</param>
    /// <param name="rule">What the rules say: why it belongs, why it is out, or what speaks against it.</param>
    /// <param name="isKept">Whether the names of the features are asked for.</param>
    public Features Of(Mention mention, IReadOnlyList<Scene> places, string rule, bool isKept)
    {
        var group = Acts.GroupOf(mention.Kind);
        var features = new Features(passage.Models.Tellings, isKept) { Group = group };
        features.Add("bias");
        features.OfGroup($"rule {rule}");
        features.Add($"kind {mention.Kind}");
        features.Add($"rule {rule} kind {mention.Kind}");
        features.Add($"form {mention.Form} rule {rule}");
        features.Add($"cue {mention.Cue}");
        features.Add($"against {mention.Against?.Cue}");
        AddPlaces(features, places);
        AddTime(features, mention);
        AddFlags(features, mention);
        AddWords(features, mention);
        features.Add(bySentence.TryGetValue(mention.Sentence, out var told) ? told : bySentence[mention.Sentence] = OfSentence(mention.Sentence, isKept));
        features.Add(ofText.TryGetValue(group, out var ofAll) ? ofAll : ofText[group] = OfText(group, isKept));
        return features;
    }

    private void AddPlaces(Features features, IReadOnlyList<Scene> places)
    {
        var far = double.MaxValue;
        FoundPlace? nearest = null;
        foreach (var place in places.Select(scene => scene.Place).OfType<FoundPlace>())
        {
            var km = passage.KmFromLine(place);
            (far, nearest) = km < far ? (km, place) : (far, nearest);
        }
        if (nearest is null)
        {
            features.OfGroup($"place none");
            return;
        }
        var bucket = far switch { <= 0 => "0", <= 5 => "5", <= 15 => "15", <= 30 => "30", <= 60 => "60", <= 120 => "120", _ => "far" };
        features.OfGroup($"km {bucket}");
        features.OfGroup($"km {bucket} {nearest.Country}");
        features.OfGroup($"place {nearest.Kind} {places[0].Rule}");
        features.OfGroup($"places {Math.Min(4, places.Count)} countries {string.Join('+', places.Select(scene => scene.Place?.Country).Distinct().Order())}");
        if (nearest.Kind is PlaceKind.Locality or PlaceKind.District or PlaceKind.Area && passage.IsCrossing(nearest))
        {
            features.OfGroup($"place at a crossing");
        }
    }

    private void AddTime(Features features, Mention mention)
    {
        features.OfGroup($"time {mention.TimeRule} {mention.Time?.Use} {mention.Time?.Precision}");
        features.OfGroup($"days {(mention.Time is { } time && (time.End ?? time.Start) is { } end && passage.Published is { } day
            ? (day.DayNumber - end.DayNumber) switch { < 0 => "future", <= 1 => "1", <= 4 => "4", <= 10 => "10", <= 40 => "40", <= 400 => "400", _ => "years" } : "unknown")}");
    }

    private void AddFlags(Features features, Mention mention)
    {
        features.OfGroup($"definite {mention.IsDefinite} another {mention.IsAnother}");
        features.OfGroup($"heading {mention.IsHeading} row {mention.IsRow}");
        features.OfGroup($"speech {mention.Speech?.Act} {mention.Speech?.Actor?.Side}");
        features.OfGroup($"denial {mention.Denial is not null} quoted {passage.Tokens[mention.First].IsQuoted}");
        features.OfGroup($"tolls {Math.Min(2, passage.TollsIn(mention.Sentence).Count(toll => !toll.IsZero))}");
        features.OfGroup($"at {(mention.Sentence == 0 ? "first" : "later")}");
        var (border, outside, sides) = scope.Of(mention.Sentence);
        features.OfGroup($"border {border} outside {outside} sides {string.Join('+', sides.Order())}");
        var (near, other, beside) = scope.Beside(mention.Sentence);
        features.OfGroup($"beside border {near} outside {other} sides {string.Join('+', beside.Order())}");
    }

    private void AddWords(Features features, Mention mention)
    {
        var sentence = passage.Text.Sentences[mention.Sentence];
        string WordAt(int at) => at < sentence.First ? "^" : at >= sentence.Last ? "$" : passage.Tokens[at] is { Kind: not TokenKind.Number } token ? token.Key : "#";
        for (var i = 1; i <= Around; i++)
        {
            features.Add($"left {i} {WordAt(mention.First - i)}");
            features.Add($"right {i} {WordAt(mention.Last + i - 1)}");
        }
        features.Add($"left pair {WordAt(mention.First - 2)} {WordAt(mention.First - 1)}");
        features.Add($"right pair {WordAt(mention.Last)} {WordAt(mention.Last + 1)}");
        features.Add($"begins {WordAt(sentence.First)} {WordAt(sentence.First + 1)}");
        for (var at = Math.Max(mention.Clause.From, mention.First - FarthestWord); at < Math.Min(Math.Min(mention.Clause.To, mention.Last + FarthestWord), passage.Tokens.Count); at++)
        {
            if (passage.Tokens[at] is { IsWord: true, Key: var word })
            {
                features.OfGroup($"clause {word}");
            }
        }
    }

    private Features OfSentence(int number, bool isKept)
    {
        var sentence = passage.Text.Sentences[number];
        var features = new Features(passage.Models.Tellings, isKept, isOnce: true);
        for (var at = sentence.First; at < sentence.Last; at++)
        {
            if (passage.Tokens[at].IsWord)
            {
                features.Add($"word {passage.Tokens[at].Key}");
            }
        }
        foreach (var actor in passage.ActorsIn(number))
        {
            features.Add($"actor {actor.Value.Side} {actor.Value.IsForce}");
        }
        foreach (var time in passage.TimesIn(number))
        {
            features.Add($"sentence time {time.Use} {time.Precision}");
        }
        return features;
    }

    private Features OfText(string group, bool isKept)
    {
        var (sides, border, outside) = named ??= OfAllSentences();
        var features = new Features(passage.Models.Tellings, isKept) { Group = group };
        features.OfGroup($"text sides {sides}");
        features.OfGroup($"text border {(border ? 1 : 0)}");
        features.OfGroup($"text outside {(outside ? 1 : 0)}");
        features.OfGroup($"text far {(passage.Places.Any(located => located.Toponym.Status is ToponymStatus.Far) ? 1 : 0)}");
        features.OfGroup($"text belt {(passage.Places.Any(located => located.Toponym.Place is { } place && scope.IsInBelt(place)) ? 1 : 0)}");
        return features;
    }

    /// <summary>The sides that the text names, and whether it has words of this border, and of another.</summary>
    private (string Sides, bool Border, bool Outside) OfAllSentences()
    {
        var sides = new HashSet<string>();
        var (border, outside) = (false, false);
        for (var number = 0; number < passage.Text.Sentences.Count; number++)
        {
            var of = scope.Of(number);
            sides.UnionWith(of.Sides);
            (border, outside) = (border || of.Border, outside || of.Outside);
        }
        return (string.Join('+', sides.Order()), border, outside);
    }
}
