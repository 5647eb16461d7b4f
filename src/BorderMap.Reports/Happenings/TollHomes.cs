using BorderMap.Reports.Dates;
using BorderMap.Reports.Figures;
using BorderMap.Reports.Learnt;
using BorderMap.Reports.Speakers;

namespace BorderMap.Reports.Happenings;

/// <summary>
/// Which happening a figure is of, by weights learnt from annotated texts: the one that the rules say, another told before or after it, or none. The rules
/// say while they read on; here the whole text is known.
/// </summary>
/// <param name="passage">The text.</param>
/// <param name="happenings">All of it, in the order in which they begin.</param>
/// <param name="judged">Receives the choices; null: nobody asks.</param>
internal sealed class TollHomes(Passage passage, IReadOnlyList<Happening> happenings, Judged? judged)
{
    /// <summary>Happenings that begin before and after a figure, and may be its own.</summary>
    private const int MostBefore = 6, MostAfter = 3;

    /// <summary>By how much more likely another must be; tried on texts held out in turn.</summary>
    private const double Surer = 0.2;

    private const int MostPlaces = 8;
    private const double SameKm = 25, NearKm = 80;
    private const int FarthestBetween = 60;

    private readonly List<Happening> may = [.. happenings.Where(happening => happening.Group is not ("crossing_closure" or "crossing_reopening" or "ceasefire" or "airspace_violation"))];
    private readonly Dictionary<int, Features> words = [];

    /// <summary>The happening that figures of one sentence are of, which the rules give to the same; null: none.</summary>
    /// <param name="tolls">The figures: what is told together is of the same.</param>
    /// <param name="sentence">Number of their sentence.</param>
    /// <param name="home">The happening that the rules give them to; null: they leave them out.</param>
    /// <param name="why">Why they leave them out.</param>
    public Happening? Of(IReadOnlyList<Toll> tolls, int sentence, Happening? home, string why)
    {
        if (may.Count == 0 || (home is not null && !may.Contains(home)))
        {
            return home;
        }
        var near = Near(sentence, home);
        var all = new List<IReadOnlyList<Candidate<Happening>>>(tolls.Count);
        foreach (var toll in tolls)
        {
            var around = new Around(toll, sentence, home, why, passage.SpeakerOf(toll), [.. passage.PlacesIn(sentence).Where(located => located.Toponym.Place is not null).Take(MostPlaces)], near);
            var candidates = new List<Candidate<Happening>>(near.Count + 1) { new(null, home is null, OfNone(around)) };
            candidates.AddRange(near.Select(happening => new Candidate<Happening>(happening, happening == home, OfHappening(around, happening))));
            judged?.Homes.Add(new JudgedToll<Happening>(toll, candidates));
            all.Add(candidates);
        }
        return Choice.OfAll(all, Surer);
    }

    /// <summary>A figure with what is the same for all its candidates.</summary>
    private sealed record Around(Toll Toll, int Sentence, Happening? Home, string Why, Speech? Speech, IReadOnlyList<Located> Places, IReadOnlyList<Happening> Near)
    {
        public Happening? Last { get; } = Near.Where(happening => happening.First.Sentence < Sentence).MaxBy(happening => happening.Mentions.Where(mention => mention.Sentence < Sentence).Max(mention => mention.First));
    }

    private List<Happening> Near(int sentence, Happening? home)
    {
        var (low, high) = (0, may.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = may[middle].First.Sentence <= sentence ? (middle + 1, high) : (low, middle);
        }
        var near = may.Skip(Math.Max(0, low - MostBefore)).Take(Math.Min(low, MostBefore) + MostAfter).ToList();
        return home is null || near.Contains(home) ? near : [home, .. near];
    }

    private Features OfNone(Around around)
    {
        var (toll, number, home, why, speech, places, near) = around;
        var features = new Features(passage.Models.Homes, judged is not null);
        var rule = home is null ? why : "told";
        features.Add("none");
        features.Add($"none rule {rule}");
        features.Add($"none zero {toll.IsZero} rule {rule}");
        features.Add($"none cue {toll.Cue}");
        features.Add($"none of {Math.Min(3, may.Count)} rule {rule}");
        features.Add($"none near {Far(near.Min(happening => Math.Abs(Nearest(happening, toll, number).Sentence - number)))} rule {rule}");
        features.Add($"none speech {speech?.Act} rule {rule}");
        features.Add($"none places {Math.Min(2, places.Count)} rule {rule}");
        features.Add($"none first {number == 0} rule {rule}");
        foreach (var time in passage.TimesIn(number))
        {
            features.Add($"none time {time.Use} {time.Precision} {home is null}");
        }
        features.Add(words.TryGetValue(number, out var of) ? of : words[number] = WordsOf(number));
        return features;
    }

    private Features WordsOf(int number)
    {
        var features = new Features(passage.Models.Homes, judged is not null);
        for (var at = passage.Text.Sentences[number].First; at < passage.Text.Sentences[number].Last; at++)
        {
            if (passage.Tokens[at].IsWord)
            {
                features.Add($"none word {passage.Tokens[at].Key}");
            }
        }
        return features;
    }

    private Features OfHappening(Around around, Happening happening)
    {
        var (toll, number, home, why, speech, _, _) = around;
        var nearest = Nearest(happening, toll, number);
        var far = Far(number - nearest.Sentence);
        var (kind, group) = (happening.Kind, happening.Group);
        var features = new Features(passage.Models.Homes, judged is not null) { Group = happening == home ? "told" : home is null ? why : "other" };
        features.Add("one");
        features.InGroup($"");
        features.InGroup($"far {far}");
        features.InGroup($"far {far} block {passage.SameBlock(nearest.Sentence, number)}");
        features.InGroup($"of {Math.Min(3, may.Count)} far {far}");
        features.InGroup($"of {Math.Min(3, may.Count)}");
        features.InGroup($"last {happening == around.Last} of {Math.Min(3, may.Count)} far {far}");
        features.InGroup($"last {happening == around.Last}");
        features.InGroup($"first {happening == may[0]}");
        features.Add($"kind {kind} {toll.Outcome}");
        features.InGroup($"kind {kind}");
        features.Add($"kind {kind} cue {toll.Cue}");
        features.Add($"group {group} side {toll.Side} of {toll.Category}");
        features.Add($"group {group} of {toll.Category}");
        features.Add($"zero {toll.IsZero} own {toll.IsOfSpeaker} enemy {toll.IsOfEnemy} {group}");
        AddWhereAndWhen(features, around, far, happening);
        AddSentence(features, toll, number, nearest);
        features.InGroup($"heading {passage.IsHeading(number)}");
        features.InGroup($"form {nearest.Form}");
        features.InGroup($"by toll {happening.IsOfToll}");
        features.InGroup($"speaker {(speech is null ? "none" : happening.Mentions.Any(mention => mention.Speech?.Words == speech.Words) ? "same" : happening.Mentions.Any(mention => mention.Speech is not null) ? "other" : "new")}");
        features.InGroup($"begins {passage.Tokens[passage.Text.Sentences[number].First].Key} {(far is "0" or "1" ? far : "")}");
        return features;
    }

    private void AddWhereAndWhen(Features features, Around around, string far, Happening happening)
    {
        var nearest = double.MaxValue;
        foreach (var located in around.Places)
        {
            foreach (var scene in happening.Scenes.Take(MostPlaces))
            {
                nearest = Math.Min(nearest, scene.Place?.Point.KmTo(located.Toponym.Place!.Point) ?? double.MaxValue);
            }
        }
        var place = around.Places.Count == 0 ? "none" : nearest < SameKm ? "same" : nearest < NearKm ? "near" : "other";
        features.InGroup($"place {place}");
        features.InGroup($"place {place} far {far}");
        features.InGroup($"place {place} of {Math.Min(3, may.Count)}");
        var days = passage.TimesIn(around.Sentence).Where(time => time is { Use: TimeUse.When, IsDated: true }).Select(time => (time.Start ?? time.End)!.Value.DayNumber).ToList();
        var time = days.Count == 0 ? "none" : happening.Time.Time?.Start is not { } start ? "unknown" : days.Exists(day => Math.Abs(day - start.DayNumber) <= 1) ? "same" : "other";
        features.InGroup($"time {time}");
        features.InGroup($"time {time} far {far}");
    }

    private void AddSentence(Features features, Toll toll, int number, Mention nearest)
    {
        features.InGroup($"row {passage.IsRow(number)} {nearest.IsRow} {nearest.Sentence == number}");
        if (nearest.Sentence != number)
        {
            return;
        }
        var (first, last) = (Math.Min(nearest.First, toll.First), Math.Max(nearest.First, toll.First));
        var (commas, isParted) = (0, false);
        for (var at = first; at < Math.Min(last, first + FarthestBetween); at++)
        {
            commas += passage.Tokens[at].IsMark(',') ? 1 : 0;
            isParted |= passage.Tokens[at].IsMark(';');
        }
        features.InGroup($"parted {isParted} commas {Math.Min(2, commas)} before {nearest.First < toll.First}");
        features.InGroup($"clause {nearest.Clause.From <= toll.First && toll.Last <= nearest.Clause.To}");
    }

    private static Mention Nearest(Happening happening, Toll toll, int number) => happening.Mentions.MinBy(mention => (Math.Abs(mention.Sentence - number), Math.Abs(mention.First - toll.First)))!;

    private static string Far(int sentences) => sentences switch { < -3 => "long before", < 0 => "before", 0 => "0", 1 => "1", 2 => "2", 3 => "3", <= 6 => "6", <= 12 => "12", _ => "more" };
}
