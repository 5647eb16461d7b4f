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
    private const double SamePlaceKm = 30;

    /// <summary>A toll so far from what was told, with no act beside it, belongs to something else.</summary>
    private const double ElsewhereKm = 25;
    private const int ManyPlaces = 3;
    private const int MostDaysBeside = 14;
    private const int MostOpen = 40;
    private const int MostTotals = 100;

    private readonly Passage passage;
    private readonly Scenes scenes;
    private readonly Scope scope;
    private readonly Frames frames;
    private readonly List<Mention> mentions;
    private readonly ILookup<int, Toll> columns;
    private readonly ILookup<int, Mention> bySentence;
    private readonly List<Happening> happenings = [];
    private readonly Dictionary<Mention, Happening> byMention = new(ReferenceEqualityComparer.Instance);

    /// <summary>Acts that are none of the border's: their tolls are left out with them.</summary>
    private readonly HashSet<Mention> outside = new(ReferenceEqualityComparer.Instance);

    private Assembly(Passage passage)
    {
        this.passage = passage;
        scenes = new Scenes(passage);
        scope = new Scope(passage);
        frames = new Frames(passage);
        mentions = new MentionReader(passage).Read();
        bySentence = mentions.ToLookup(mention => mention.Sentence);
        columns = TableTolls.Find(passage.Text);
    }

    public List<LeftOut> LeftOut { get; } = [];

    /// <summary>Figures over many places or a longer time, with who says them and the time they cover.</summary>
    public List<(Toll Toll, Speech? Speech, Mention? Of)> Totals { get; } = [];

    public IReadOnlyList<Happening> Happenings => happenings;

    /// <summary>Those that a new telling may speak of.</summary>
    private IEnumerable<Happening> Latest => happenings.Skip(Math.Max(0, happenings.Count - MostOpen));

    public static Assembly Of(Passage passage)
    {
        var assembly = new Assembly(passage);
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
        var here = bySentence[number].ToList();
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

    private void Place(Mention mention, List<Mention> here)
    {
        var read = mention;
        if (mention.Against is { } against)
        {
            if (mention.Form is not ActForm.Weak)
            {
                Leave(mention.First, mention.Last, against.Value, against.Cue);
            }
            return;
        }
        // "In a similar incident, guards uprooted ...": the sentence has a better word for it.
        if (mention is { Form: ActForm.Weak } && here.Exists(other => other is { Form: not ActForm.Weak, Against: null } && other.First < mention.Clause.To && other.Last > mention.Clause.From))
        {
            return;
        }
        // The airspace violated by those who bomb is told with the bombing.
        if (mention.Kind is "airspace_violation" && here.Exists(other => other.Against is null && Acts.GroupOf(other.Kind) is "strike" or "drone_shootdown"))
        {
            return;
        }
        // "killing ten and breaking a truce": the strike is told, that it breaks the truce is a view of it.
        if (mention.Kind is "ceasefire_violation" && here.Exists(other => other.Against is null && other.Kind is not "ceasefire_violation" && Acts.GroupOf(other.Kind) is "strike" or "combat" && other.Form is not ActForm.Weak))
        {
            return;
        }
        if (IsOfAnother(mention, here) || (mention.Kind is "drone_shootdown" && !IsOfAircraft(mention)))
        {
            return;
        }
        if (Acts.GroupOf(mention.Kind) is "crossing_closure" or "crossing_reopening" && !IsOfCrossing(mention))
        {
            return;
        }
        if (IsOpenAsEver(mention, here))
        {
            Leave(mention.First, mention.Last, "state", "open, and not told shut");
            return;
        }
        if (mention.Kind is "infiltration" && mention.Form is not ActForm.Read && !IsArmed(mention))
        {
            return;
        }
        // "a car bomb killed five in Bannu, an attack claimed by ..."
        if (mention is { Form: ActForm.Weak } && here.Exists(other => other.First < mention.First && outside.Contains(other)) && !here.Exists(other => byMention.ContainsKey(other)))
        {
            outside.Add(mention);
            return;
        }
        if (mention is { Form: ActForm.Weak, IsDefinite: true, Own.Count: 0 } && LastViolent(mention) is { } meant && outside.Contains(meant))
        {
            outside.Add(mention);
            return;
        }
        if (ClosureMeant(mention) is { } meantClosure)
        {
            if (meantClosure.Group is "crossing_closure")
            {
                Join(meantClosure, mention with { Own = [] });
            }
            return;
        }
        if (IsHalfOpen(mention, here) || IsPastClosure(mention, here))
        {
            Leave(mention.First, mention.Last, "ended", "reopened");
            return;
        }
        if (IsRollUp(mention))
        {
            Leave(mention.First, mention.Last, "roll-up", "many places told before");
            return;
        }
        if (Told(mention) is { } told)
        {
            Join(told, mention);
            return;
        }
        var places = mention.Own.Count > 0 ? mention.Own : mention.Lent;
        if (Acts.GroupOf(mention.Kind) is "crossing_closure" or "crossing_reopening")
        {
            places = AtCrossings(mention, places);
            mention = mention with { Own = mention.Own.Count > 0 ? places : [], Lent = mention.Own.Count > 0 ? [] : places };
        }
        if (mention is { Kind: "ceasefire", Own.Count: 0 })
        {
            places = IsLocalTruce(mention) ? PlaceToldLast(mention) : [];
            mention = mention with { Lent = places };
        }
        if (places.Count == 0 && mention is { IsHeading: false, Form: not ActForm.Weak } && mention.Kind is not "ceasefire")
        {
            places = OnlyPlace();
            mention = mention with { Lent = places };
        }
        mention = WithTimeTold(mention);
        if (mention.IsHeading || (mention.Form is ActForm.Weak && ((mention.IsDefinite && happenings.Count > 0) || !MayStandAlone(mention))))
        {
            return;
        }
        if (mention.Form is ActForm.Read && !scope.IsAtBorder(mention, places))
        {
            return;
        }
        if (scope.Why(mention, places) is not { } why)
        {
            outside.Add(mention);
            Leave(mention.First, mention.Last, "out of scope", "no word of the border beside it");
            return;
        }
        var happening = new Happening(mention, why);
        happening.AddScenes(places);
        happenings.Add(happening);
        byMention[read] = happening;
    }

    /// <summary>"a bomb hit a patrol": what the bomb hit is no attack beside it; "a bomb planted by men who had slipped across": nor is what those did before.</summary>
    private bool IsOfAnother(Mention mention, List<Mention> here) => mention.Kind switch
    {
        "ground_attack" => mention.Form is ActForm.Verb && here.Exists(other => other.First < mention.First && !(mention.Clause.From > other.Last && passage.Tokens[mention.Clause.From - 1].IsMark(',')) && other is { Against: null, Form: not ActForm.Weak } && !HasSemicolon(other.Last, mention.First) && (Acts.GroupOf(other.Kind) is "explosive" or "strike" || other.Kind is "shelling" or "rocket_attack")),
        // Who cut a fence to attack a post, or was shot at beside it, had no dispute over it.
        "fence_dispute" => here.Exists(other => other is { Against: null, Form: not ActForm.Weak } && Acts.IsViolent(other.Kind) && other.Kind is not "armed_clash"),
        // "crossed the fence and stormed a post": the way to the deed.
        "infiltration" when !mention.Cue.StartsWith("infiltrat", StringComparison.Ordinal) && here.Exists(other => other.First > mention.First && other is { Against: null, Form: not ActForm.Weak, Kind: "ground_attack" or "post_capture" or "abduction" or "suicide_attack" or "ied_attack" }) => true,
        // "carried away several bodies": their own dead.
        "abduction" => Enumerable.Range(mention.First, Math.Min(mention.Last + 3, passage.Tokens.Count) - mention.First).Any(at => passage.Tokens[at].Key is "bodies" or "corpses" or "dead" or "wounded" or "casualties" or "injured" or "remains"
            or "wire" or "rolls" or "coils" or "poles" or "posts" or "pickets" or "weapons" or "arms" or "ammunition" or "equipment" or "goods" or "sheep" or "goats" or "cattle" or "livestock"),
        // "movement was picked up by own troops": seen, and nobody was taken.
        "detention" => mention.Cue.StartsWith("picked", StringComparison.Ordinal) && Enumerable.Range(passage.Text.Sentences[mention.Sentence].First, mention.First - passage.Text.Sentences[mention.Sentence].First).Any(at => passage.Tokens[at].Key is "movement" or "movements" or "signal" or "signals" or "chatter" or "drone" or "drones"),
        "infiltration" => passage.Tokens[mention.Clause.From].Key is "who" or "which" or "that" && here.Exists(other => !ReferenceEquals(other, mention) && other is { Against: null, Form: not ActForm.Weak } && Acts.IsViolent(other.Kind) && other.Kind is not "infiltration"),
        _ => false,
    };

    /// <summary>Elders or commanders make a truce where they are; one that states agree on has no place.</summary>
    private bool IsLocalTruce(Mention mention)
    {
        var sentence = passage.Text.Sentences[mention.Sentence];
        return Enumerable.Range(sentence.First, sentence.Last - sentence.First).Any(at => passage.Tokens[at].Key is "jirga" or "elder" or "elders" or "local" or "tribal" or "commanders" or "commandants" or "maliks" or "sector" or "post" or "posts" or "here" or "white");
    }

    private IReadOnlyList<Scene> PlaceToldLast(Mention mention) =>
        passage.Before(mention.First).LastOrDefault(located => scenes.MayBe(located) && mention.Sentence - passage.Text.SentenceOf[located.First] <= Farthest && (!mention.IsRow || passage.SameBlock(passage.Text.SentenceOf[located.First], mention.Sentence))) is { } last ? [new Scene(last, PlaceRole.Scene, "neighbour")] : mention.Lent;

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

    /// <summary>Traders and trucks cross a border too: those who infiltrate bear arms.</summary>
    private bool IsArmed(Mention mention)
    {
        if (mention.Cue.StartsWith("infiltrat", StringComparison.Ordinal) || mention.Cue.StartsWith("intrusion", StringComparison.Ordinal))
        {
            return true;
        }
        var from = passage.Text.Sentences[Math.Max(0, mention.Sentence - (mention.IsRow ? 0 : mention.Cue.Contains("intercept", StringComparison.Ordinal) ? Farthest : 1))].First;
        var to = passage.Text.Sentences[mention.Sentence].Last;
        return Enumerable.Range(from, to - from).Any(at => Figures.People.CategoryAt(passage.Tokens, at, to) is "armed_group" or "combatants")
            || ActorNames.Find(passage.Tokens, from, to).Exists(match => match.Value is { IsForce: true, Side: "other" });
    }

    /// <summary>The act of violence told last before a general word for one.</summary>
    private Mention? LastViolent(Mention mention)
    {
        for (var sentence = mention.Sentence; sentence >= Math.Max(0, mention.Sentence - 1); sentence--)
        {
            if (bySentence[sentence].LastOrDefault(other => other.First < mention.First && (other.Form is not ActForm.Weak || outside.Contains(other)) && Acts.IsViolent(other.Kind)) is { } last)
            {
                return last;
            }
        }
        return null;
    }

    /// <summary>A general word tells of something by itself only with a place in its clause, and a toll, a day, or "second" beside it.</summary>
    private bool MayStandAlone(Mention mention) => mention.Own.Count > 0 && (mention.IsAnother || (mention.TimeRule is "clause" or "heading" or "sentence" && mention.Time!.Precision is DatePrecision.Day or DatePrecision.Range && mention.Own[0].Rule is "clause" or "row")
        || Figures.Tolls.Find(passage.Tokens, passage.Text.Sentences[mention.Sentence]).Count > 0) && !(mention.IsDefinite && mention.Cue.StartsWith("incident", StringComparison.Ordinal));

    private void Join(Happening told, Mention mention)
    {
        told.Add(mention);
        if (!mention.IsHeading)
        {
            told.AddScenes(mention.Own.Count > 0 ? mention.Own : told.Scenes.Count == 0 ? mention.Lent : []);
        }
        byMention[mention] = told;
    }

    private void Leave(int first, int last, string why, string cue) => LeftOut.Add(new LeftOut(passage.SpanOf(first, last), why, cue));

    private Happening? Focus(Mention mention) => Latest.LastOrDefault(happening => Acts.IsViolent(happening.Kind) && mention.Sentence - happening.LastSentence <= Farthest && (!mention.IsRow || passage.SameBlock(happening.First.Sentence, mention.Sentence)));

    /// <summary>A sentence that sums up, over many provinces, what was told of each.</summary>
    private bool IsRollUp(Mention mention) => mention.Own.Count >= ManyPlaces && mention.Own.All(scene => scene.Place!.Kind is PlaceKind.Province)
        && Latest.Count(happening => Acts.GroupOf(mention.Kind) == happening.Group && happening.HasOwnPlace) >= 2;

    /// <summary>Leaves out what has neither a place nor more than a word of the border.</summary>
    private void Finish()
    {
        EndClosures();
        // The airspace violated by those who bomb is told with the bombing, in whatever sentence.
        happenings.RemoveAll(happening => happening.Group is "airspace_violation" && happenings.Exists(other => other.Group is "strike" && TimesFit(other, happening.First) && happening.Scenes.All(own => other.Scenes.Any(scene => IsSame(scene, own)))));
        happenings.RemoveAll(happening =>
        {
            happening.DropHolders((outer, inner) => outer.Place!.Place is { } unit && inner.Place!.Place is { } place && unit.Id != place.Id && unit.Kind is PlaceKind.Province && passage.IsIn(place, unit));
            if (happening.Scenes.Count > 0 || happening.Group is "ceasefire" || (HasDay(happening) && happening.Tolls.Any(told => told.Toll.Outcome is Outcome.Killed or Outcome.Injured)))
            {
                return false;
            }
            Leave(happening.First.First, happening.First.Last, "no place", happening.First.Cue);
            return true;
        });
    }

    private static bool HasDay(Happening happening) => happening.Mentions.Any(mention => mention.HasOwnTime && mention.Time is { IsDated: true, Rule: not "recent" });
}
