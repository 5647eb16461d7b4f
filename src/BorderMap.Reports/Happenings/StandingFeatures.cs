using BorderMap.Reports.Learnt;

namespace BorderMap.Reports.Happenings;

/// <summary>
/// What is known of a happening when the whole text is read, as features: how it is told, where it stands, and how it lies to the others of its family.
/// No word of the text is among them, so that few weights say it.
/// </summary>
/// <param name="passage">The text.</param>
/// <param name="scope">What of it concerns the border.</param>
/// <param name="all">Its happenings, in their order.</param>
internal sealed class StandingFeatures(Passage passage, Scope scope, IReadOnlyList<Happening> all)
{
    private const double NearKm = 40;

    /// <summary>Happenings farther off in a long list are not looked at.</summary>
    private const int Around = 40;

    /// <param name="number">Which of the happenings.</param>
    /// <param name="isKept">Whether the names of the features are asked for.</param>
    public Features Of(int number, bool isKept = false)
    {
        var told = all[number];
        var features = new Features(passage.Models.Standings, isKept);
        features.Add("bias");
        AddTelling(features, told);
        AddPlace(features, told);
        AddTime(features, told);
        AddOrder(features, number);
        AddRelation(features, "before", told, Nearest(told, Before(number)));
        AddRelation(features, "after", told, Nearest(told, After(number)));
        return features;
    }

    /// <summary>The other of its family that it tells again, if any; the one told before first.</summary>
    public Happening? Twin(int number)
    {
        var before = Nearest(all[number], Before(number));
        return before is not null && DaysBetween(before, all[number]) is null or <= 3 ? before : Nearest(all[number], After(number)) ?? before;
    }

    private IEnumerable<Happening> Before(int number) => Range(Math.Max(0, number - Around), number);

    private IEnumerable<Happening> After(int number) => Range(number + 1, Math.Min(all.Count, number + 1 + Around));

    private IEnumerable<Happening> Range(int from, int to) => Enumerable.Range(from, to - from).Select(at => all[at]);

    private static Happening? Nearest(Happening told, IEnumerable<Happening> others) => others.Where(other => AreOfOneFamily(other, told))
        .OrderBy(other => (AreNear(other, told) ? 0 : 2) + Math.Min(3, DaysBetween(other, told) ?? 1)).ThenBy(other => Math.Abs(other.First.Sentence - told.First.Sentence)).FirstOrDefault();

    private static bool AreOfOneFamily(Happening a, Happening b) => Incidents.Kinds.FamilyOf(a.Kind) == Incidents.Kinds.FamilyOf(b.Kind);

    private void AddTelling(Features features, Happening told)
    {
        var first = told.First;
        features.Add($"share {told.Likelihood switch { < 0.5 => "4", < 0.6 => "5", < 0.7 => "6", < 0.8 => "7", < 0.9 => "8", < 0.95 => "9", < 0.98 => "95", < 0.99 => "98", _ => "99" }}");
        features.Add($"scope {told.Scope}");
        features.Add($"form {first.Form}");
        features.Add($"kind {told.Kind}");
        features.Add($"strong {told.Mentions.Any(mention => mention.Form is not ActForm.Weak)} place {told.HasOwnPlace} time {HasOwnTime(told)}");
        features.Add($"tellings {Math.Min(3, told.Mentions.Count)} tolls {Math.Min(2, told.Tolls.Count)}");
        features.Add($"tolls {Math.Min(3, told.Tolls.Count)} denied {told.Denials.Count > 0}");
        features.Add($"definite {first.IsDefinite} another {first.IsAnother}");
        features.Add($"row {first.IsRow} toll {first.IsToll} quoted {passage.Tokens[first.First].IsQuoted}");
        features.Add($"speech {first.Speech?.Act} {first.Speech?.Actor?.Side}");
        var (border, outside, sides) = scope.Of(first.Sentence);
        features.Add($"border {border} outside {outside} sides {string.Join('+', sides.Order())}");
    }

    private void AddPlace(Features features, Happening told)
    {
        var place = told.Scenes.Count > 0 ? told.Scenes[0] : null;
        features.Add($"place {place?.Rule} {place?.Located.Toponym.Status}");
        features.Add($"place is {place?.Place?.Kind} {place?.Role}");
        features.Add($"places {Math.Min(4, told.Scenes.Count)}");
        var km = told.Scenes.Where(scene => scene.Place is not null).Select(scene => passage.KmFromLine(scene.Place!)).DefaultIfEmpty(-1).Min();
        features.Add($"km {km switch { < 0 => "none", <= 5 => "5", <= 15 => "15", <= 30 => "30", <= 60 => "60", _ => "far" }}");
    }

    private void AddTime(Features features, Happening told)
    {
        var (time, rule) = told.Time;
        features.Add($"time {rule} {time?.Use} {time?.Precision}");
        features.Add($"time by {time?.Rule}");
        features.Add($"days {((time?.End ?? time?.Start) is { } end && passage.Published is { } day ? (day.DayNumber - end.DayNumber) switch { < 0 => "future", <= 1 => "1", <= 3 => "3", <= 7 => "7", <= 14 => "14", <= 40 => "40", <= 400 => "400", _ => "years" } : "unknown")}");
    }

    private void AddOrder(Features features, int number)
    {
        var told = all[number];
        var others = Before(number).Concat(After(number)).ToList();
        var family = others.FindAll(other => AreOfOneFamily(other, told));
        features.Add($"order {Math.Min(3, number)} of {Math.Min(4, all.Count)}");
        features.Add($"in family {Math.Min(3, family.Count(other => other.First.First < told.First.First))} of {Math.Min(4, family.Count + 1)}");
        features.Add($"quarter {4 * told.First.Sentence / passage.Text.Sentences.Count}");
        features.Add($"sentence {told.First.Sentence switch { 0 => "0", 1 => "1", <= 3 => "3", <= 8 => "8", <= 20 => "20", _ => "far" }}");
        features.Add($"beside {others.Find(other => other.First.Sentence == told.First.Sentence)?.Group}");
        features.Add($"newest {!others.Exists(other => StartOf(other) > StartOf(told))} oldest {!others.Exists(other => StartOf(other) < StartOf(told))}");
    }

    private void AddRelation(Features features, string where, Happening told, Happening? other)
    {
        if (other is null)
        {
            features.Add($"{where} none");
            return;
        }
        var days = DaysBetween(other, told) switch { null => "?", 0 => "0", 1 => "1", <= 3 => "3", <= 10 => "10", _ => "far" };
        var near = other.Scenes.Count == 0 || told.Scenes.Count == 0 ? "?" : AreNear(other, told) ? "near" : "far";
        var apart = Math.Abs(other.LastSentence - told.First.Sentence) switch { 0 => "0", 1 => "1", <= 3 => "3", <= 8 => "8", _ => "far" };
        features.Add($"{where} {near} {days}");
        features.Add($"{where} {near} {days} row {told.First.IsRow} own place {told.HasOwnPlace} time {HasOwnTime(told)}");
        features.Add($"{where} {near} {days} apart {apart} block {passage.SameBlock(Math.Min(other.First.Sentence, told.First.Sentence), Math.Max(other.First.Sentence, told.First.Sentence))}");
        features.Add($"{where} {near} {days} tolls {other.Tolls.Count > 0} {told.Tolls.Count > 0} same {HaveOneFigure(other, told)}");
        features.Add($"{where} {near} {days} kind {other.Kind == told.Kind} another {told.First.IsAnother}");
    }

    private static bool HasOwnTime(Happening told) => told.Mentions.Any(mention => mention.HasOwnTime);

    private static bool HaveOneFigure(Happening a, Happening b) => a.Tolls.Any(one => one.Toll.Min is > 0 && b.Tolls.Any(other => one.Toll.Outcome == other.Toll.Outcome && one.Toll.Min == other.Toll.Min));

    private static DateOnly? StartOf(Happening told) => told.Time.Time is { } time ? time.Start ?? time.End : null;

    /// <summary>Days between the end of one and the beginning of the other; null where one has no day.</summary>
    private static int? DaysBetween(Happening a, Happening b)
    {
        var (one, other) = (a.Time.Time, b.Time.Time);
        return (one?.Start ?? one?.End, one?.End ?? one?.Start, other?.Start ?? other?.End, other?.End ?? other?.Start) is ({ } from, { } to, { } start, { } end)
            ? Math.Max(0, Math.Max(start.DayNumber - to.DayNumber, from.DayNumber - end.DayNumber)) : null;
    }

    private static bool AreNear(Happening a, Happening b) => a.Scenes.Any(one => one.Place is { } place && b.Scenes.Any(other => other.Place is { } near && place.Point.KmTo(near.Point) <= NearKm));
}
