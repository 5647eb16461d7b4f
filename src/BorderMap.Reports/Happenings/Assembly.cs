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
    private const int FarthestRoad = 8;
    private const double SamePlaceKm = 30;

    /// <summary>A toll so far from what was told, with no act beside it, belongs to something else.</summary>
    private const double ElsewhereKm = 25;
    private const int ManyPlaces = 3;
    private const int MostOpen = 40;
    private const int MostTotals = 100;

    private readonly Passage passage;
    private readonly Scenes scenes;
    private readonly Scope scope;
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
        foreach (var toll in columns[number].Any() ? columns[number] : Figures.Tolls.Find(passage.Tokens, passage.Text.Sentences[number]))
        {
            Attach(toll, number, here);
        }
        Lose(number, here);
        Deny(number, here);
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
        if (IsOfAnother(mention, here))
        {
            return;
        }
        if (Acts.GroupOf(mention.Kind) is "crossing_closure" or "crossing_reopening" && !IsOfCrossing(mention))
        {
            return;
        }
        if (mention.Kind is "infiltration" && !IsArmed(mention))
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
        if (IsPastClosure(mention, here))
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
            places = passage.Before(mention.First).LastOrDefault(located => scenes.MayBe(located) && mention.Sentence - passage.Text.SentenceOf[located.First] <= Farthest && (!mention.IsRow || passage.SameBlock(passage.Text.SentenceOf[located.First], mention.Sentence))) is { } last ? [new Scene(last, PlaceRole.Scene, "neighbour")] : places;
            mention = mention with { Lent = places };
        }
        mention = WithTimeTold(mention);
        if (mention.IsHeading || (mention.Form is ActForm.Weak && ((mention.IsDefinite && happenings.Count > 0) || !MayStandAlone(mention))))
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
        "ground_attack" => mention.Form is ActForm.Verb && here.Exists(other => other.First < mention.First && other is { Against: null, Form: not ActForm.Weak } && !HasSemicolon(other.Last, mention.First) && (Acts.GroupOf(other.Kind) is "explosive" or "strike" || other.Kind is "shelling" or "rocket_attack")),
        "infiltration" => passage.Tokens[mention.Clause.From].Key is "who" or "which" or "that" && here.Exists(other => !ReferenceEquals(other, mention) && other is { Against: null, Form: not ActForm.Weak } && Acts.IsViolent(other.Kind) && other.Kind is not "infiltration"),
        _ => false,
    };

    /// <summary>Of the places of a closure the crossings; where none is told beside it, the one told last.</summary>
    private IReadOnlyList<Scene> AtCrossings(Mention mention, IReadOnlyList<Scene> places)
    {
        var crossings = places.Where(scene => passage.IsCrossing(scene.Place!)).ToList();
        if (crossings.Count > 0 || mention.Own.Count > 0)
        {
            return crossings.Count > 0 ? crossings : places;
        }
        var told = passage.Before(mention.First).LastOrDefault(located => located.Toponym is { Usage: ToponymUsage.Literal, Place: { } place } && passage.IsAtCrossing(place));
        return told is null || (mention.IsRow && !passage.SameBlock(passage.Text.SentenceOf[told.First], mention.Sentence)) ? [] : [new Scene(told, PlaceRole.Scene, "neighbour")];
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

    private bool IsOfCrossing(Mention mention)
    {
        var sentence = passage.Text.Sentences[mention.Sentence];
        // "the road to Teri Mangal was closed": no gate.
        for (var at = Math.Max(sentence.First, mention.First - 1); at >= Math.Max(sentence.First, mention.First - FarthestRoad); at--)
        {
            if (passage.Tokens[at].Key is "road" or "roads" or "highway" or "schools" or "school" or "shops" or "markets" or "bazaar" or "hospital" or "airport" or "airspace")
            {
                return false;
            }
            if (passage.Tokens[at].Key is "crossing" or "gate" or "border" or "terminal" or "gates" or "crossings" || passage.Tokens[at].Kind is Reading.TokenKind.Mark)
            {
                break;
            }
        }
        return mention.Own.Any(scene => passage.IsCrossing(scene.Place!))
            || Enumerable.Range(sentence.First, sentence.Last - sentence.First).Any(at => passage.Tokens[at].Key is "crossing" or "crossings" or "gate" or "gates" or "border" or "terminal" or "gateway" or "checkpoint" or "crossed" or "pass");
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

    /// <summary>"reopened after remaining closed for 26 days": no more.</summary>
    private bool IsPastClosure(Mention mention, List<Mention> here) => mention.Kind is "crossing_closure" && !(mention.Last < passage.Tokens.Count && passage.Tokens[mention.Last].Key is "again") && here.Exists(other => other is { Kind: "crossing_reopening", Against: null } && other.First < mention.First);

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

    /// <summary>The happening that a telling speaks of.</summary>
    private Happening? Told(Mention mention) => mention.IsRow
        ? Latest.LastOrDefault(happening => passage.SameBlock(happening.First.Sentence, mention.Sentence) && !mention.IsAnother && Fits(happening, mention))
        : PartOfLast(mention) ?? Latest.LastOrDefault(happening => !happening.First.IsRow && !mention.IsAnother && Fits(happening, mention)) ?? Absorbed(mention) ?? Unplaced(mention);

    /// <summary>An act without place and day, a sentence or two after another in its paragraph, tells the same in other words: "said 200 were killed in precision strikes".</summary>
    private Happening? Unplaced(Mention mention) => mention.IsAnother || mention.HasOwnTime || mention.Own.Count > 0 || !Acts.IsViolent(mention.Kind) ? null
        : Latest.LastOrDefault(happening => Acts.IsViolent(happening.Kind) && mention.Sentence - happening.LastSentence is >= 0 and <= 2 && passage.SameBlock(happening.LastSentence, mention.Sentence) && !happening.First.IsRow && happening.HasOwnPlace);

    /// <summary>"... were killed while trying to cross. Five soldiers died in the clashes": those of the sentence before.</summary>
    private Happening? PartOfLast(Mention mention) => mention is { IsDefinite: true, IsAnother: false, Own.Count: 0 } && happenings.LastOrDefault() is { } last && mention.Sentence - last.LastSentence is >= 0 and <= 1 && last.Group is "infiltration" && Acts.GroupOf(mention.Kind) is "combat" ? last : null;

    /// <summary>Fighting told in the breath of an infiltration is part of it.</summary>
    private Happening? Absorbed(Mention mention)
    {
        if (mention.IsAnother || mention.Own.Any(scene => scene.Role is PlaceRole.Scene))
        {
            return null;
        }
        return Latest.LastOrDefault(happening => mention.Sentence - happening.LastSentence <= FarthestPart && IsPart(Acts.GroupOf(mention.Kind), happening.Group) && TimesFit(happening, mention));
    }

    /// <summary>What may be told as part of what: fire exchanged with infiltrators, the airspace that a drone violated before it was shot down.</summary>
    private static bool IsPart(string part, string whole) => (part, whole) is ("combat" or "custody", "infiltration") or ("infiltration", "combat") or ("airspace_violation", "drone_shootdown" or "strike");

    private bool Fits(Happening happening, Mention mention)
    {
        var distance = mention.Sentence - happening.LastSentence;
        var isGeneral = mention.Form is ActForm.Weak && Acts.IsViolent(mention.Kind) && Acts.IsViolent(happening.Kind);
        // What is known by its toll alone takes any act at its place, or right beside it.
        var isSameGroup = happening.IsOfToll ? Acts.IsViolent(mention.Kind) && (mention.Own.Count > 0 || (distance <= 2 && passage.SameBlock(happening.LastSentence, mention.Sentence))) : Acts.GroupOf(mention.Kind) == happening.Group;
        // "troops crossed from Zhob": where they came from is no place of the deed.
        mention = mention.Own.All(scene => scene.Role is PlaceRole.Origin) ? mention with { Own = [] } : mention;
        // An infiltration told without its place, then the fight with the infiltrators: one, at the place of the fight.
        if (happening is { Group: "infiltration", Scenes.Count: 0 } && Acts.GroupOf(mention.Kind) is "combat" && distance <= FarthestPart && TimesFit(happening, mention))
        {
            return true;
        }
        // "... bombed houses in Khost. Four more were hurt in raids on Kunar": a general word in the next sentence, of the same time.
        if (isGeneral && distance is 0 or 1 && mention is { Form: ActForm.Weak, IsRow: false } && !IsElsewhereWithToll(happening, mention) && passage.SameBlock(happening.LastSentence, mention.Sentence) && TimesFit(happening, mention))
        {
            return true;
        }
        // "the clash", a sentence or two on: the one told, wherever it puts it.
        if (mention is { IsDefinite: true, IsAnother: false, IsRow: false } && mention.Kind == happening.Kind && distance is >= 0 and <= 2 && TimesFit(happening, mention) && mention.Form is not ActForm.Verb && !mention.Cue.Contains("strike", StringComparison.Ordinal))
        {
            return true;
        }
        if ((!isSameGroup && !(isGeneral && (mention.IsDefinite || mention.Own.Count == 0) && distance <= Farthest)) || !TimesFit(happening, mention))
        {
            return false;
        }
        if (mention.Own.Count > 0 && happening.HasOwnPlace)
        {
            return PlacesFit(happening, mention) && (!isGeneral || isSameGroup || mention.IsDefinite || IsRaidOfStrike(happening, mention));
        }
        if (mention.Own.Count == 0 && IsToldFromElsewhere(happening, mention))
        {
            return false;
        }
        if (mention.Own.Count == 0)
        {
            return distance <= (mention.IsDefinite || mention.IsHeading ? FarthestWithoutPlace : Farthest);
        }
        // What was told without a place takes the place of a telling of the same kind; another kind of act in another paragraph is something else.
        return distance <= FarthestWithoutPlace && (mention.Form is ActForm.Weak || mention.IsDefinite || mention.Kind == happening.Kind || happening.First is { Form: ActForm.Weak } or { IsHeading: true } || passage.SameBlock(happening.LastSentence, mention.Sentence));
    }

    /// <summary>"The other five were killed in Gayan, where a school was hit": a far place with its own toll.</summary>
    private bool IsElsewhereWithToll(Happening happening, Mention mention) => mention.Own.Count > 0 && happening.HasOwnPlace && mention.Own.All(own => own.Role is PlaceRole.Scene && happening.Scenes.All(told => IsFar(told, own)))
        && Figures.Tolls.Find(passage.Tokens, passage.Text.Sentences[mention.Sentence]).Exists(toll => toll is { IsPart: false, IsVague: false, IsZero: false } && !Enumerable.Range(toll.First, toll.Last - toll.First).Any(at => passage.Tokens[at].Key is "more" or "others" or "other"));

    /// <summary>Air strikes on Kunar and Khost, then "raids on Kunar and Paktika".</summary>
    private static bool IsRaidOfStrike(Happening happening, Mention mention) => happening.Group is "strike" && (mention.Cue.StartsWith("raid", StringComparison.Ordinal) || mention.Cue.StartsWith("attack", StringComparison.Ordinal) || mention.Cue.StartsWith("bombing", StringComparison.Ordinal))
        && happening.Scenes.Any(told => mention.Own.Any(own => own.Place!.Id == told.Place!.Id));

    /// <summary>Words quoted from an official of another province, with a time of their own: another happening.</summary>
    private bool IsToldFromElsewhere(Happening happening, Mention mention) => happening.HasOwnPlace && mention.HasOwnTime && passage.Tokens[mention.First].IsQuoted
        && mention.Lent is [{ Rule: "speaker" }, ..] && !happening.Scenes.Any(told => mention.Lent.Any(lent => IsSame(told, lent) || Holds(told, lent) || Holds(lent, told)));

    private bool TimesFit(Happening happening, Mention mention)
    {
        var (time, rule) = happening.Time;
        if (time is not { IsDated: true } || mention.Time is not { IsDated: true } other || mention.TimeRule is "publication" or "speech" or "neighbour" || rule is "publication" or "speech" or "neighbour")
        {
            return true;
        }
        var slack = time.Precision is DatePrecision.Approx || other.Precision is DatePrecision.Approx ? 3 : time.Rule == "overnight" || other.Rule == "overnight" ? 1 : 0;
        // A closure since a day lasts.
        var (start, end) = ((time.Start ?? time.End)!.Value, (time.Use is TimeUse.Since && happening.Group is "crossing_closure" ? passage.Published : null) ?? (time.End ?? time.Start)!.Value);
        var (from, to) = ((other.Start ?? other.End)!.Value, (other.End ?? other.Start)!.Value);
        return from.DayNumber <= end.DayNumber + slack && start.DayNumber <= to.DayNumber + slack;
    }

    /// <summary>
    /// Whether a telling speaks of the places of a happening. That a province holds both says little: it counts while nothing in the province was told more
    /// exactly, and from one paragraph to another only for the same kind of act, or one told before ("the shelling").
    /// </summary>
    private bool PlacesFit(Happening happening, Mention mention)
    {
        var mayHold = mention.Form is ActForm.Weak || mention.IsDefinite || mention.IsHeading || mention.Kind == happening.Kind || happening.First is { Form: ActForm.Weak } or { IsHeading: true } || passage.SameBlock(happening.LastSentence, mention.Sentence);
        return happening.Scenes.Any(told => mention.Own.Any(own => (IsSame(told, own) && (mayHold || !IsOnlyNear(told, own))) || (mayHold && (Holds(own, told) || (Holds(told, own) && !happening.Scenes.Any(other => other != told && Holds(told, other)))))));
    }

    /// <summary>Two places of their own that lie close together.</summary>
    private bool IsOnlyNear(Scene a, Scene b) => a.Place!.Id != b.Place!.Id && !Holds(a, b) && !Holds(b, a);

    private bool Holds(Scene outer, Scene inner) => outer.Place?.Place is { } unit && inner.Place?.Place is { } place && unit.Id != place.Id && passage.IsIn(place, unit);

    private bool IsSame(Scene a, Scene b)
    {
        if (a.Place!.Id is not null && a.Place.Id == b.Place!.Id)
        {
            return true;
        }
        // A village and its district are one place; a province and what it holds are not.
        if (Holds(a, b) && a.Place.Kind is not PlaceKind.Province || Holds(b, a) && b.Place!.Kind is not PlaceKind.Province)
        {
            return true;
        }
        return a.Place.Kind is not PlaceKind.Province && b.Place!.Kind is not PlaceKind.Province && a.Place.Point.KmTo(b.Place.Point) <= SamePlaceKm / (a.Place.Kind is PlaceKind.District && b.Place.Kind is PlaceKind.District ? 30 : 2);
    }

    private Happening? Focus(Mention mention) => Latest.LastOrDefault(happening => Acts.IsViolent(happening.Kind) && mention.Sentence - happening.LastSentence <= Farthest && (!mention.IsRow || passage.SameBlock(happening.First.Sentence, mention.Sentence)));

    /// <summary>A sentence that sums up, over many provinces, what was told of each.</summary>
    private bool IsRollUp(Mention mention) => mention.Own.Count >= ManyPlaces && mention.Own.All(scene => scene.Place!.Kind is PlaceKind.Province)
        && Latest.Count(happening => Acts.GroupOf(mention.Kind) == happening.Group && happening.HasOwnPlace) >= 2;

    /// <summary>Leaves out what has neither a place nor more than a word of the border.</summary>
    private void Finish()
    {
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
