using BorderMap.Gazetteer;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Happenings;

/// <summary>What stands around a telling, as features: its words, its place and distance from the line, its time, who is named, and what the rules say of it.</summary>
internal sealed class LikelihoodFeatures(Passage passage, Scope scope)
{
    private const int Around = 3;

    /// <summary>Words of a clause farther off say nothing of the telling.</summary>
    private const int FarthestWord = 20;
    private readonly Dictionary<int, List<string>> bySentence = [];
    private List<string>? ofText;

    /// <param name="mention">The telling.</param>
    /// <param name="places">Where it puts the deed.</param>
    /// <param name="rule">What the rules say: why it belongs, why it is out, or what speaks against it.</param>
    public IReadOnlyList<string> Of(Mention mention, IReadOnlyList<Scene> places, string rule)
    {
        var group = Acts.GroupOf(mention.Kind);
        var features = new List<string>(160) { "bias" };
        void Add(string feature)
        {
            features.Add(feature);
            features.Add($"{group}: {feature}");
        }
        Add($"rule {rule}");
        features.Add($"kind {mention.Kind}");
        features.Add($"rule {rule} kind {mention.Kind}");
        features.Add($"form {mention.Form} rule {rule}");
        features.Add($"cue {mention.Cue}");
        features.Add($"against {mention.Against?.Cue}");
        AddPlaces(Add, places);
        AddTime(Add, mention);
        AddFlags(Add, mention);
        AddWords(features, mention, group);
        features.AddRange(bySentence.TryGetValue(mention.Sentence, out var told) ? told : bySentence[mention.Sentence] = OfSentence(mention.Sentence));
        foreach (var feature in ofText ??= OfText())
        {
            Add(feature);
        }
        return features;
    }

    private void AddPlaces(Action<string> add, IReadOnlyList<Scene> places)
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
            add("place none");
            return;
        }
        var bucket = far switch { <= 0 => "0", <= 5 => "5", <= 15 => "15", <= 30 => "30", <= 60 => "60", <= 120 => "120", _ => "far" };
        add($"km {bucket}");
        add($"km {bucket} {nearest.Country}");
        add($"place {nearest.Kind} {places[0].Rule}");
        add($"places {Math.Min(4, places.Count)} countries {string.Join('+', places.Select(scene => scene.Place?.Country).Distinct().Order())}");
        if (nearest.Kind is PlaceKind.Locality or PlaceKind.District or PlaceKind.Area && passage.IsCrossing(nearest))
        {
            add("place at a crossing");
        }
    }

    private void AddTime(Action<string> add, Mention mention)
    {
        add($"time {mention.TimeRule} {mention.Time?.Use} {mention.Time?.Precision}");
        add(mention.Time is { } time && (time.End ?? time.Start) is { } end && passage.Published is { } day
            ? $"days {(day.DayNumber - end.DayNumber) switch { < 0 => "future", <= 1 => "1", <= 4 => "4", <= 10 => "10", <= 40 => "40", <= 400 => "400", _ => "years" }}" : "days unknown");
    }

    private void AddFlags(Action<string> add, Mention mention)
    {
        add($"definite {mention.IsDefinite} another {mention.IsAnother}");
        add($"heading {mention.IsHeading} row {mention.IsRow}");
        add($"speech {mention.Speech?.Act} {mention.Speech?.Actor?.Side}");
        add($"denial {mention.Denial is not null} quoted {passage.Tokens[mention.First].IsQuoted}");
        add($"tolls {Math.Min(2, passage.TollsIn(mention.Sentence).Count(toll => !toll.IsZero))}");
        add($"at {(mention.Sentence == 0 ? "first" : "later")}");
        var (border, outside, sides) = scope.Of(mention.Sentence);
        add($"border {border} outside {outside} sides {string.Join('+', sides.Order())}");
        var (near, other, beside) = scope.Beside(mention.Sentence);
        add($"beside border {near} outside {other} sides {string.Join('+', beside.Order())}");
    }

    private void AddWords(List<string> features, Mention mention, string group)
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
                features.Add($"clause {word}");
                features.Add($"{group}: clause {word}");
            }
        }
    }

    private List<string> OfSentence(int number)
    {
        var sentence = passage.Text.Sentences[number];
        var features = new List<string>();
        for (var at = sentence.First; at < sentence.Last; at++)
        {
            if (passage.Tokens[at].IsWord)
            {
                features.Add($"word {passage.Tokens[at].Key}");
            }
        }
        features.AddRange(passage.ActorsIn(number).Select(match => $"actor {match.Value.Side} {match.Value.IsForce}"));
        features.AddRange(passage.TimesIn(number).Select(time => $"sentence time {time.Use} {time.Precision}"));
        return [.. features.Distinct()];
    }

    private List<string> OfText()
    {
        var sides = new HashSet<string>();
        var (border, outside) = (0, 0);
        for (var number = 0; number < passage.Text.Sentences.Count; number++)
        {
            var of = scope.Of(number);
            sides.UnionWith(of.Sides);
            border += of.Border ? 1 : 0;
            outside += of.Outside ? 1 : 0;
        }
        var far = passage.Places.Count(located => located.Toponym.Status is ToponymStatus.Far);
        var belt = passage.Places.Count(located => located.Toponym.Place is { } place && scope.IsInBelt(place));
        return
        [
            $"text sides {string.Join('+', sides.Order())}",
            $"text border {Math.Min(1, border)}",
            $"text outside {Math.Min(1, outside)}",
            $"text far {Math.Min(1, far)}",
            $"text belt {Math.Min(1, belt)}",
        ];
    }
}
