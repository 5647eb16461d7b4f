using BorderMap.Gazetteer;
using BorderMap.Incidents.Model;
using BorderMap.Reports.Dates;
using BorderMap.Reports.Figures;
using BorderMap.Reports.Speakers;

namespace BorderMap.Reports.Happenings;

/// <summary>Puts tellings together to happenings, and gives each its tolls and denials. Nothing is joined from afar.</summary>
internal sealed partial class Assembly
{
    /// <summary>A general word speaks of what was told at most so many sentences before.</summary>
    private const int Farthest = 5;

    /// <summary>A telling without place may go with one told so far away, of the same kind and day.</summary>
    private const int FarthestWithoutPlace = 9;
    private const int FarthestPart = 3;
    private const int ManyPlaces = 3;
    private const int MostDaysBeside = 14;
    private const int MostOpen = 40;
    private const int MostTotals = 100;

    private readonly Passage passage;
    private readonly Scenes scenes;
    private readonly Times times;
    private readonly Scope scope;
    private readonly Likelihood likelihood;
    private readonly Frames frames;
    private readonly List<Mention> mentions;
    private readonly ILookup<int, Toll> columns;
    private readonly ILookup<int, Mention> bySentence;
    private readonly List<Happening> happenings = [];

    /// <summary>The town of the border that the report is dated from.</summary>
    private readonly Lazy<Located?> dateline;
    private readonly Dictionary<Mention, Happening> byMention = new(ReferenceEqualityComparer.Instance);

    /// <summary>Acts that are none of the border's: their tolls are left out with them.</summary>
    private readonly HashSet<Mention> outside = new(ReferenceEqualityComparer.Instance);

    private Assembly(Passage passage, ICollection<JudgedTelling>? judged)
    {
        this.passage = passage;
        scenes = new Scenes(passage);
        times = new Times(passage);
        scope = new Scope(passage);
        likelihood = new Likelihood(passage, scope) { Judged = judged };
        frames = new Frames(passage);
        repeats = RepeatsOf(passage.Text);
        mentions = new MentionReader(passage).Read();
        bySentence = mentions.ToLookup(mention => mention.Sentence);
        columns = TableTolls.Find(passage.Text);
        dateline = new Lazy<Located?>(() => passage.Places.FirstOrDefault(located => located.Toponym is { Usage: ToponymUsage.Dateline, Place: { Kind: not PlaceKind.Country and not PlaceKind.Province } place } && scope.IsInBelt(place)));
    }

    public List<LeftOut> LeftOut { get; } = [];

    /// <summary>Figures over many places or a longer time, with who says them and the time they cover.</summary>
    public List<(Toll Toll, Speech? Speech, Mention? Of)> Totals { get; } = [];

    public IReadOnlyList<Happening> Happenings => happenings;

    /// <summary>Those that a new telling may speak of.</summary>
    private IEnumerable<Happening> Latest => happenings.Skip(Math.Max(0, happenings.Count - MostOpen));

    /// <param name="passage">The text.</param>
    /// <param name="judged">Receives the tellings that were weighed; null: nobody asks.</param>
    public static Assembly Of(Passage passage, ICollection<JudgedTelling>? judged = null)
    {
        var assembly = new Assembly(passage, judged);
        for (var number = 0; number < passage.Text.Sentences.Count; number++)
        {
            assembly.Read(number);
        }
        assembly.AttachOpen();
        assembly.Finish();
        return assembly;
    }

    private void Read(int number)
    {
        var here = bySentence[number].Select(WithoutDoubt).ToList();
        foreach (var mention in here)
        {
            Place(mention, here);
        }
        foreach (var toll in TollsOf(number))
        {
            Attach(toll, number, here);
        }
        Lose(number, here);
        Deny(number, here);
        DenyInOtherWords(number, here);
    }

    /// <summary>What something speaks against, and all else for: it is told as done.</summary>
    private Mention WithoutDoubt(Mention mention) => Likelihood.IsDoubt(mention) && !Modality.IsAhead(passage.Tokens, mention.First) && likelihood.IsTaken(mention, PlacesOf(mention), null) ? mention with { Against = null } : mention;

    private void Place(Mention mention, List<Mention> here)
    {
        if (mention.Against is null && ToldWordForWord(mention) is { } repeated)
        {
            Join(repeated, mention);
            return;
        }
        if (mention.Against is null && IsToldBetter(mention, here))
        {
            return;
        }
        if (mention.Against is { } against)
        {
            if (mention.Form is not ActForm.Weak)
            {
                Leave(mention.First, mention.Last, against.Value, against.Cue);
            }
        }
        else if (IsOfOutside(mention, here))
        {
            outside.Add(mention);
        }
        else if (WhyNone(mention, here) is var (why, cue))
        {
            Leave(mention.First, mention.Last, why, cue);
        }
        else if (ClosureMeant(mention) is { } meant)
        {
            if (meant.Group is "crossing_closure")
            {
                Join(meant, mention with { Own = [] });
            }
        }
        else if (HeardOf(mention) is { } heard)
        {
            Join(heard, mention with { Own = [] });
            byMention[mention] = heard;
        }
        else if (Acts.IsViolent(mention.Kind) && WholeOf(mention.Sentence, mention.Own) is { } whole && whole.Group == Acts.GroupOf(mention.Kind) && TimesFit(whole, mention))
        {
            TakeShare(whole, mention.Own[0]);
            Begin(mention);
        }
        else if (OfSeries(mention) is { } series)
        {
            Join(series, mention);
        }
        else if ((DayOf(mention) is { } day && (IsDayOfSaying(mention, day) || IsDayOfWords(day)) ? mention with { TimeRule = "speech" } : mention) is var said && (OfThatDay(mention) ?? Told(said)) is { } told)
        {
            Join(told, said);
            byMention[mention] = told;
        }
        else
        {
            Begin(mention);
        }
    }

    private void Begin(Mention read)
    {
        var places = PlacesOf(read);
        var mention = WithDayOfSaying(WithTimeTold(read.Own.Count > 0 ? read with { Own = places } : read with { Lent = places }));
        if (mention.IsHeading || (mention.Form is ActForm.Weak && ((mention.IsDefinite && happenings.Count > 0) || !MayStandAlone(mention))))
        {
            return;
        }
        if (IsOfWhoDidIt(mention) || IsArrestKnown(mention))
        {
            Leave(mention.First, mention.Last, "background", "known");
            return;
        }
        // What is read from all its words is weighed with its place below.
        if (mention.Form is ActForm.Read && mention.Cue is not KindsByWords.Cue && !scope.IsAtBorder(mention, places) && !(mention is { Kind: "infiltration", Denial: null } && IsArmed(mention)))
        {
            return;
        }
        var why = scope.Why(mention, places);
        var isOfSeat = places.Count > 0 && mention.Kind is not "drone_strike" && places.All(Scope.IsOfSeat);
        var share = 0.0;
        if (isOfSeat || !likelihood.IsTaken(mention, places, why, out share))
        {
            outside.Add(read);
            Leave(mention.First, mention.Last, "out of scope", why is null ? "no word of the border beside it" : "what stands around it");
            return;
        }
        var happening = new Happening(mention, why ?? "by what stands around it") { Likelihood = share };
        happening.AddScenes(places);
        happenings.Add(happening);
        byMention[read] = happening;
    }

    /// <summary>"closed on the day a shell fell among the lorries": the gate told of in the same sentence, whose place is nearer than one in the next.</summary>
    private Happening? ToldBeside(Mention mention) => bySentence[mention.Sentence].Select(other => byMention.GetValueOrDefault(other)).FirstOrDefault(other => other is { Scenes.Count: > 0 });

    private IReadOnlyList<Scene> PlacesOf(Mention mention)
    {
        var places = mention.Own.Count > 0 ? mention.Own : mention.Lent.Any(Scope.IsOfSeat) ? [.. mention.Lent.Where(scene => !Scope.IsOfSeat(scene))] : mention.Lent;
        if (Acts.GroupOf(mention.Kind) is "crossing_closure" or "crossing_reopening")
        {
            places = AtCrossings(mention, places);
        }
        if (mention is { Kind: "ceasefire" })
        {
            return mention.Own.Count > 0 ? mention.Own : IsLocalTruce(mention) ? PlaceToldLast(mention) : [];
        }
        if (mention.Own.Count > 0 && places.Count > 0 && places.All(scene => scene.Role is PlaceRole.Origin))
        {
            return [.. scenes.Target(places, mention.Sentence), .. places];
        }
        if (UnnamedGate(mention) is { } gate)
        {
            return [gate];
        }
        if (mention.Own.Count == 0 && places.Count > 0 && places.All(scene => scene.Rule is "neighbour" && scene.Located.First >= mention.Last) && ToldBeside(mention) is { } beside)
        {
            return [.. beside.Scenes.Select(scene => scene with { Rule = "neighbour" })];
        }
        if (mention.IsAnswer)
        {
            return [];
        }
        return places.Count == 0 && mention is { IsHeading: false, Form: not ActForm.Weak } ? LastResort(mention) : places;
    }

    /// <summary>A telling without a day of its own, after one of the same kind that has one: of that day, and not of the day of the report.</summary>
    private Mention WithTimeTold(Mention mention)
    {
        if (mention.TimeRule is not "publication" || mention.IsRow || !Acts.IsViolent(mention.Kind))
        {
            return mention;
        }
        var told = Latest.LastOrDefault(happening => happening.Group == Acts.GroupOf(mention.Kind) && !happening.First.IsRow && happening.Mentions.Any(other => other.HasOwnTime));
        return told?.Time is ({ Use: TimeUse.When, IsDated: true } time, "clause" or "sentence" or "heading" or "told before") ? mention with { Time = time, TimeRule = "told before" } : mention;
    }

    /// <summary>A general word tells of something by itself only with a place in its clause, and a toll, a day, or "second" beside it.</summary>
    private bool MayStandAlone(Mention mention) => mention.Own.Count > 0 && (mention.IsAnother || (mention.TimeRule is "clause" or "heading" or "sentence" && mention.Time!.Precision is DatePrecision.Day or DatePrecision.Range && mention.Own[0].Rule is "clause" or "row")
        || (passage.TollsIn(mention.Sentence).Count > 0 && !(mention is { Kind: "airstrike", IsDefinite: false } && mention.Own[0].Rule is "label"))) && !(mention.IsDefinite && mention.Cue.StartsWith("incident", StringComparison.Ordinal));

    private void Join(Happening told, Mention mention)
    {
        if (BeganBefore(told, mention))
        {
            told.BeginOn(mention.Time!.Start!.Value);
        }
        told.Add(mention);
        if (!mention.IsHeading)
        {
            told.AddScenes(mention.Own.Count > 0 ? mention.Own : told.Scenes.Count == 0 ? mention.Lent : []);
        }
        byMention[mention] = told;
    }

    private void Leave(int first, int last, string why, string cue) => LeftOut.Add(new LeftOut(passage.SpanOf(first, last), why, cue));

    /// <summary>A sentence that sums up, over many provinces, what was told of each.</summary>
    private bool IsRollUp(Mention mention) => mention.Own.Count >= ManyPlaces && mention.Own.All(scene => scene.Place!.Kind is PlaceKind.Province)
        && Latest.Count(happening => Acts.GroupOf(mention.Kind) == happening.Group && happening.HasOwnPlace) >= 2;

    /// <summary>Leaves out what has neither a place nor more than a word of the border.</summary>
    private void Finish()
    {
        EndClosures();
        PlaceTruces();
        // What a wrong title said is told right below it.
        var told = happenings.Where(happening => !IsOfTitle(happening)).Select(happening => happening.Group).ToHashSet(StringComparer.Ordinal);
        happenings.RemoveAll(happening => IsOfTitle(happening) && (told.Contains(happening.Group) || (Acts.IsViolent(happening.Kind) && happenings.Exists(other => Acts.IsViolent(other.Kind) && !IsOfTitle(other)))));
        // The airspace violated by those who bomb is told with the bombing, in whatever sentence.
        var strikes = happenings.Where(happening => happening.Group is "strike").Take(MostOpen).ToList();
        happenings.RemoveAll(happening => happening.Group is "airspace_violation" && strikes.Exists(strike => TimesFit(strike, happening.First) && happening.Scenes.All(own => strike.Scenes.Any(scene => IsSame(scene, own)))));
        happenings.RemoveAll(happening =>
        {
            happening.DropHolders((outer, inner) => outer.Place!.Place is { Kind: PlaceKind.Province } && Holds(outer, inner));
            PlaceByNameBefore(happening);
            PlaceBySpotNext(happening);
            if (happening.Scenes.Count == 0 && happening.Group is not "ceasefire" && !happening.First.IsAnswer)
            {
                happening.AddScenes(PlacesToldNear(happening));
            }
            if (happening.Scenes.Count > 0 || happening.Group is "ceasefire" || (HasDay(happening) && happening.Tolls.Any(told => told.Toll.Outcome is Outcome.Killed or Outcome.Injured)))
            {
                return false;
            }
            Leave(happening.First.First, happening.First.Last, "no place", happening.First.Cue);
            return true;
        });
        JoinSplits();
        Settle();
    }

    private bool IsOfTitle(Happening happening) => happening.Mentions.All(mention => frames.IsEarlierTitle(mention.Sentence, mention.First));

    private static bool HasDay(Happening happening) => happening.Mentions.Any(mention => mention.HasOwnTime && mention.Time is { IsDated: true, Rule: not "recent" });
}
