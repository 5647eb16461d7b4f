using BorderMap.Gazetteer;
using BorderMap.Reports.Learnt;

namespace BorderMap.Reports.Happenings;

/// <summary>Where something happened, by weights learnt from annotated texts: where the rules say, or at another place named around it.</summary>
/// <param name="passage">The text.</param>
/// <param name="happenings">All that it tells.</param>
/// <param name="judged">Receives the choices; null: nobody asks.</param>
internal sealed class ScenesWeighed(Passage passage, IReadOnlyList<Happening> happenings, Judged? judged)
{
    /// <summary>The rule of a place that was chosen so.</summary>
    public const string Rule = "what stands around it";

    /// <summary>Sentences before and after a telling whose places may be its own.</summary>
    private const int Before = 5, After = 3;

    /// <summary>Places that are weighed, the nearest first.</summary>
    private const int Most = 12;

    /// <summary>By how much more likely another must be; tried on texts held out in turn.</summary>
    private const double Surer = 0.15;

    private readonly ILookup<int, Happening> bySentence = happenings.SelectMany(happening => happening.Mentions.Select(mention => (mention.Sentence, happening))).Distinct().ToLookup(pair => pair.Sentence, pair => pair.happening);
    private readonly ILookup<string, Happening> byPlace = happenings.SelectMany(happening => happening.Scenes.Select(scene => (Id: IdOf(scene.Place!), happening))).ToLookup(pair => pair.Id, pair => pair.happening);
    private readonly Dictionary<string, int> times = passage.Places.Where(located => located.Toponym.Place is not null).GroupBy(located => IdOf(located.Toponym.Place!)).ToDictionary(group => group.Key, group => group.Count());

    /// <summary>A place that is likelier than what the rules say; null: none is.</summary>
    public Located? Better(Happening happening)
    {
        // What is told along many places stays there.
        if (happening.Scenes.Count > 1)
        {
            return null;
        }
        var main = happening.Mentions.FirstOrDefault(mention => mention is { Form: not ActForm.Weak, IsHeading: false }) ?? happening.First;
        var near = Near(happening, main);
        if (near.Count == 0)
        {
            return null;
        }
        var told = happening.Scenes.Count > 0 ? happening.Scenes[0] : null;
        var candidates = new List<Candidate<Located>>(near.Count + 1) { new(null, true, OfPlace(happening, main, told?.Located, isTold: true)) };
        candidates.AddRange(near.Select(located => new Candidate<Located>(located, false, OfPlace(happening, main, located, isTold: false))));
        judged?.Places.Add(new JudgedPlace(happening, [.. happening.Scenes], candidates));
        return Choice.Of(candidates, Surer);
    }

    private List<Located> Near(Happening happening, Mention main)
    {
        var near = new List<Located>();
        for (var sentence = Math.Max(0, main.Sentence - Before); sentence <= Math.Min(passage.Text.Sentences.Count - 1, main.Sentence + After); sentence++)
        {
            near.AddRange(passage.PlacesIn(sentence).Where(located => located.Toponym is { Place.Kind: not PlaceKind.Country, Status: not ToponymStatus.Far } && !happening.Scenes.Any(scene => scene.Located == located)).Take(Most));
        }
        return near.Count <= Most ? near : [.. near.OrderBy(located => Math.Abs(located.First - main.First)).Take(Most)];
    }

    private Features OfPlace(Happening happening, Mention main, Located? located, bool isTold)
    {
        var told = happening.Scenes.Count > 0 ? happening.Scenes[0] : null;
        var (rule, kind, who) = (told?.Rule ?? "none", told?.Place!.Kind.ToString() ?? "none", isTold ? "told" : "other");
        var features = new Features(passage.Models.Places, judged is not null) { Group = rule };
        features.Add(who);
        features.InGroup($"{who} {happening.Group}");
        features.InGroup($"{who} over {kind}");
        features.InGroup($"{who} places {Math.Min(3, happening.Scenes.Count)}");
        if (located is null)
        {
            return features;
        }
        var place = located.Toponym.Place!;
        var number = passage.Text.SentenceOf[located.First];
        var far = Far(main.Sentence - number);
        AddWords(features, located, who);
        AddTellings(features, happening, main, located, who);
        features.OfGroup($"{who} {place.Kind} over {kind}");
        features.OfGroup($"{who} km {passage.KmFromLine(place) switch { <= 5 => "5", <= 20 => "20", <= 50 => "50", _ => "more" }}");
        features.OfGroup($"{who} usage {located.Toponym.Usage} {located.Toponym.Status}");
        features.OfGroup($"{who} {place.Kind} of {happening.Group}");
        features.OfGroup($"{who} crossing {passage.IsCrossing(place)} of {happening.Group}");
        features.OfGroup($"{who} times {Math.Min(3, times[IdOf(place)])}");
        if (told?.Place is { } first)
        {
            features.OfGroup($"{who} from told {first.Point.KmTo(place.Point) switch { < 25 => "25", < 60 => "60", < 150 => "150", _ => "more" }} same country {first.Country == place.Country}");
            features.OfGroup($"{who} {Within(place, first)} {place.Kind} over {kind} far {far}");
        }
        return features;
    }

    private void AddWords(Features features, Located located, string who)
    {
        var tokens = passage.Tokens;
        features.OfGroup($"{who} before {(located.First > 0 ? tokens[located.First - 1].Key : "")}");
        features.OfGroup($"{who} behind {(located.Last < tokens.Count ? tokens[located.Last].Key : "")}");
        if (located.First > 1)
        {
            features.OfGroup($"{who} before {tokens[located.First - 2].Key} {tokens[located.First - 1].Key}");
        }
    }

    private void AddTellings(Features features, Happening happening, Mention main, Located located, string who)
    {
        var number = passage.Text.SentenceOf[located.First];
        var far = Far(main.Sentence - number);
        var isHere = number == main.Sentence;
        features.OfGroup($"{who} far {far}");
        features.OfGroup($"{who} told there {bySentence[number].Contains(happening)} another {bySentence[number].Any(other => other != happening)} far {far}");
        features.OfGroup($"{who} of another {byPlace[IdOf(located.Toponym.Place!)].Any(other => other != happening)}");
        features.OfGroup($"{who} speaker {passage.Speakers.In(number).Any(speech => speech.First >= 0 && speech.First <= located.First && located.Last <= speech.Last)}");
        features.OfGroup($"{who} clause {isHere && located.First >= main.Clause.From && located.Last <= main.Clause.To} {(located.First < main.First ? "before" : "behind")} far {far}");
        features.OfGroup($"{who} block {passage.SameBlock(number, main.Sentence)} far {far} row {passage.IsRow(number)} heading {passage.IsHeading(number)}");
    }

    private string Within(FoundPlace place, FoundPlace told) => place.Place is not { } one || told.Place is not { } other ? "unknown" : passage.IsIn(one, other) ? "inside" : passage.IsIn(other, one) ? "around" : "beside";

    private static string IdOf(FoundPlace place) => place.Id ?? $"{place.Lon:0.000},{place.Lat:0.000}";

    private static string Far(int sentences) => sentences switch { < -2 => "long before", < 0 => "before", 0 => "0", 1 => "1", 2 => "2", 3 => "3", <= 8 => "8", _ => "more" };
}
