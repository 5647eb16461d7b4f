using BorderMap.Incidents.Model;
using BorderMap.Reports.Dates;
using BorderMap.Reports.Figures;
using BorderMap.Reports.Speakers;

namespace BorderMap.Reports.Happenings;

/// <summary>Several tellings of one happening, gathered while the text is read.</summary>
internal sealed class Happening(Mention first, string scope)
{
    /// <summary>No report tells of one happening so often; a text that repeats itself without end does.</summary>
    private const int Most = 60;

    private readonly List<Mention> mentions = [first];
    private readonly List<Scene> scenes = [];
    private readonly List<(Toll, Speech?)> tolls = [];
    private readonly List<(Speech?, int, int)> denials = [];
    private readonly List<(Thing, Speech?)> things = [];

    public IReadOnlyList<Mention> Mentions => mentions;
    public Mention First => mentions[0];
    public string Scope { get; } = scope;

    /// <summary>How likely its first telling is one of the border.</summary>
    public double Likelihood { get; init; }

    /// <summary>How likely it stands by itself, when all of the text is read.</summary>
    public double Standing { get; set; } = 1;
    public string Group => Acts.GroupOf(Kind);

    /// <summary>The kind of the first telling that names one; a general word gives way to a particular one.</summary>
    public string Kind => (mentions.Find(mention => mention is { Form: not ActForm.Weak, IsHeading: false, IsToll: false }) ?? mentions.Find(mention => mention is { Form: not ActForm.Weak, IsHeading: false }) ?? mentions.Find(mention => mention.Form is not ActForm.Weak) ?? First).Kind;

    /// <summary>Known by who came to harm alone: what did it is not told yet.</summary>
    public bool IsOfToll => mentions.TrueForAll(mention => mention.IsToll);

    public IReadOnlyList<(Toll Toll, Speech? Speech)> Tolls => tolls;
    public IReadOnlyList<(Speech? By, int First, int Last)> Denials => denials;
    public IReadOnlyList<(Thing Thing, Speech? Speech)> Things => things;
    public IReadOnlyList<Scene> Scenes => scenes;

    public bool HasOwnPlace => scenes.Exists(scene => scene.Rule is not ("neighbour" or "speaker"));

    /// <summary>Of a closure: the day it was opened again; null while it lasts.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>The last sentence that tells of it.</summary>
    public int LastSentence { get; private set; } = first.Sentence;

    /// <summary>The last sentence that tells of it or gives a figure.</summary>
    public int LastTouched { get; private set; } = first.Sentence;

    /// <summary>The best time told: its own before one taken from elsewhere, a closure's beginning before a mention of it.</summary>
    public (TimeMention? Time, string Rule) Time => mentions.Where(mention => ReferenceEquals(mention, First) || mention.Form is not ActForm.Weak || mention.IsDefinite).Select(mention => (mention.Time, mention.TimeRule))
        .Where(time => time.Time is { Use: not TimeUse.Distance }).OrderBy(time => Rank(time.Time!, time.TimeRule)).ThenBy(time => First.Kind is "crossing_closure" ? time.Time!.Start?.DayNumber : null).FirstOrDefault();

    public void Add(Mention mention)
    {
        if (mentions.Count < Most)
        {
            mentions.Add(mention);
        }
        LastSentence = Math.Max(LastSentence, mention.Sentence);
        LastTouched = Math.Max(LastTouched, LastSentence);
    }

    /// <summary>Adds a figure, in its place in the order of the text.</summary>
    /// <param name="toll">Who came to harm.</param>
    /// <param name="speech">Who says so.</param>
    /// <param name="sentence">Number of the sentence that gives it.</param>
    public void Add(Toll toll, Speech? speech, int sentence)
    {
        if (tolls.Count < Most)
        {
            var before = tolls.FindLastIndex(told => told.Item1.First <= toll.First);
            tolls.Insert(before + 1, (toll, speech));
        }
        LastTouched = Math.Max(LastTouched, sentence);
    }

    public void Add(Thing thing, Speech? speech)
    {
        if (things.Count < Most)
        {
            things.Add((thing, speech));
        }
    }

    /// <summary>Tells it so many days earlier: the weekday was that of a week before.</summary>
    public void MoveBack(int days)
    {
        for (var at = 0; at < mentions.Count; at++)
        {
            mentions[at] = mentions[at].Time is { } time ? mentions[at] with { Time = time with { Start = time.Start?.AddDays(-days), End = time.End?.AddDays(-days) } } : mentions[at];
        }
    }

    /// <summary>Tells it from an earlier day on: the fight of the last night began then.</summary>
    public void BeginOn(DateOnly day)
    {
        for (var at = 0; at < mentions.Count; at++)
        {
            mentions[at] = mentions[at] is { Time: { Start: { } start } time } && start > day ? mentions[at] with { Time = time with { Start = day, End = time.End ?? start, Precision = DatePrecision.Range } } : mentions[at];
        }
    }

    public void Deny(Speech? by, int from, int to)
    {
        if (denials.Count < Most)
        {
            denials.Add((by, from, to));
        }
    }

    /// <summary>Adds places that are not there yet; what a telling of its own says drives out what was lent.</summary>
    public void AddScenes(IEnumerable<Scene> more)
    {
        foreach (var scene in more)
        {
            var isOwn = scene.Rule is not ("neighbour" or "speaker");
            if (isOwn)
            {
                scenes.RemoveAll(other => other.Rule is "neighbour" or "speaker");
            }
            if (!scenes.Exists(other => other.Place!.Id == scene.Place!.Id && other.Place.Lon == scene.Place.Lon) && (isOwn || !HasOwnPlace))
            {
                scenes.Add(scene);
            }
        }
    }

    /// <summary>Takes over all that was told of it as of another.</summary>
    public void Take(Happening other)
    {
        foreach (var mention in other.Mentions)
        {
            Add(mention);
        }
        AddScenes(other.Scenes);
        Until ??= other.Until;
        foreach (var (toll, speech) in other.Tolls)
        {
            Add(toll, speech, LastTouched);
        }
        denials.AddRange(other.denials.Take(Most - denials.Count));
        things.AddRange(other.things.Take(Most - things.Count));
    }

    public void Move(IEnumerable<Scene> to)
    {
        scenes.Clear();
        scenes.AddRange(to);
    }

    /// <summary>Leaves out what only holds a place told more exactly.</summary>
    public void DropHolders(Func<Scene, Scene, bool> holds) => scenes.RemoveAll(scene => scenes.Exists(other => !ReferenceEquals(other, scene) && holds(scene, other)));

    private static int Rank(TimeMention time, string rule)
    {
        var byRule = rule switch { "clause" => 0, "sentence" => 1, "heading" => 2, "told before" => 3, "beside" or "neighbour" => 4, "speech" => 5, _ => 6 };
        var isVague = time.Precision is DatePrecision.Approx or DatePrecision.Month or DatePrecision.Unknown || time.IsFloating;
        return byRule + (isVague ? 3 : 0) - (time.Use is TimeUse.Since ? 1 : 0);
    }
}
