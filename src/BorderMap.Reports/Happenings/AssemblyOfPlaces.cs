using BorderMap.Gazetteer;
using BorderMap.Incidents.Model;
using BorderMap.Reports.Dates;
using BorderMap.Reports.Figures;

namespace BorderMap.Reports.Happenings;

/// <summary>Happenings that are known by a toll with its place.</summary>
internal sealed partial class Assembly
{
    /// <summary>
    /// A toll with a place of its own, other than what was told: a happening whose kind is that of the text before. Where nothing was told before, one
    /// that is known by its toll alone.
    /// </summary>
    private Happening? OwnHappening(Toll toll, int number, (int From, int To) clause, out bool isElsewhere)
    {
        isElsewhere = false;
        var beside = scenes.Beside(number, toll.First, toll.Last);
        if (IsOfInlandDeed(beside, toll, number, clause.To))
        {
            isElsewhere = true;
            return null;
        }
        var places = PlacesOf(beside, toll, number, clause);
        var (time, rule) = times.Of(number, toll.First, toll.Last, clause, isLasting: false);
        var focus = FocusOf(number);
        var before = Enumerable.Range(Math.Max(0, number - 2), Math.Min(3, number + 1)).Where(sentence => !passage.IsRow(number) || passage.SameBlock(sentence, number)).SelectMany(sentence => bySentence[sentence]).LastOrDefault(mention => Acts.IsViolent(mention.Kind));
        var isDated = time is { Use: TimeUse.When, IsDated: true, Rule: not "recent" } && !IsOfLaterDay(toll, number, time) && (rule is "clause" or "sentence" || (rule is "heading" && !(focus is { First.IsRow: true } && passage.SameBlock(focus.First.Sentence, number))));
        if (places.Count == 0 && OfSpeakersPlace(toll, focus) is { } near)
        {
            return near;
        }
        if (places.Count == 0 || toll.Outcome is Outcome.Captured or Outcome.Missing)
        {
            return null;
        }
        if (before is not null && passage.SameBlock(before.Sentence, number) && IsLeftForCause(before))
        {
            isElsewhere = true;
            return null;
        }
        if (OfTableAbove(number, places, time, rule) is { } row)
        {
            return row;
        }
        // "sixteen were hurt: fourteen in Gurbuz and two in Gomal": the happening of that place, where each has its own.
        if (!isDated && !passage.IsRow(number) && places is [var here] && here.Place!.Id is { } id && Latest.Where(happening => Acts.IsViolent(happening.Kind) && !happening.First.IsRow && happening.Scenes.Any(scene => scene.Place!.Id == id)).OrderBy(happening => -happening.Scenes.Count).LastOrDefault() is { } home && !ReferenceEquals(home, focus))
        {
            return home;
        }
        if (before is null || !isDated)
        {
            if (focus is null)
            {
                return OfToll(toll, number, clause, places, time, rule);
            }
            return OfFocus(focus, toll, number, clause, places, isDated ? (time, rule) : (focus.Time.Time, "told before"), before, out isElsewhere);
        }
        var kind = before.Form is ActForm.Weak && (focus ?? Latest.LastOrDefault(happening => happening.Group is "strike" && before.Cue.StartsWith("raid", StringComparison.Ordinal))) is { } known ? known.Kind : toll.Category is "armed_group" && Acts.GroupOf(before.Kind) is "combat" ? "armed_clash" : KindBefore(before, places);
        return Begin(toll, number, clause, places, time, rule, kind);
    }

    private List<Scene> PlacesOf(List<Scene> beside, Toll toll, int number, (int From, int To) clause)
    {
        if (beside.Count > 0)
        {
            // "eight died, and the board withdrew from a tournament in Lahore": so deep in Pakistan nobody was hit at the border.
            return beside.FindAll(scene => !scope.IsDeepInPakistan(scene));
        }
        if (FocusOf(number) is null && scenes.OfLabel(number) is { Count: > 0 } labelled)
        {
            return labelled;
        }
        if (OfParagraph(number) is { Count: > 0 } head)
        {
            return head;
        }
        return OfPlaceTold(toll, number, clause) is { } told ? [told] : happenings.TrueForAll(happening => happening.Group is "ceasefire") ? [.. OnlyPlace()] : [];
    }

    /// <summary>"In Spin Boldak bakeries were open. On Wednesday alone, 36 were killed in the district": before any deed was told, of the place told last.</summary>
    private Scene? OfPlaceTold(Toll toll, int number, (int From, int To) clause) => passage.IsRow(number) || toll.IsZero || !happenings.TrueForAll(happening => happening.Group is "ceasefire" or "crossing_closure" or "crossing_reopening") || bySentence[number].Any(mention => Acts.IsViolent(mention.Kind)) ? null : scenes.Meant(clause, toll.First);

    /// <summary>"The hospital in Chaman now counts five dead": of what was told of Chaman, where the last thing told was of another place.</summary>
    private Happening? OfSpeakersPlace(Toll toll, Happening? focus)
    {
        var from = scenes.OfSpeaker(passage.SpeakerOf(toll));
        return from.Count == 0 || focus is null || from.Exists(scene => focus.Scenes.Any(told => IsSame(told, scene))) ? null
            : Latest.LastOrDefault(happening => Acts.IsViolent(happening.Kind) && happening.Scenes.Any(told => from.Exists(scene => IsSame(told, scene))));
    }

    /// <summary>"In Behsud men were digging through a house. Police said 18 were dead": a paragraph that begins with a place, and tells no deed there, speaks of that place.</summary>
    private List<Scene> OfParagraph(int number)
    {
        var head = number - 1;
        if (head < 0 || passage.IsRow(number) || !passage.SameBlock(head, number) || (head > 0 && passage.SameBlock(head - 1, head)) || bySentence[head].Any() || bySentence[number].Any() || passage.PlacesIn(number).Any())
        {
            return [];
        }
        var first = passage.Text.Sentences[head].First;
        return passage.Tokens[first].Key is "in" or "at" && passage.PlacesIn(head).FirstOrDefault() is { } located && located.First - first <= 2 ? scenes.Beside(head, first, first + 1) : [];
    }

    /// <summary>"Strikes hit Nangarhar and Kunar. In Achin twelve were killed, in Dangam seven": a place with its own toll, of several or beside the one told.</summary>
    private bool IsOneOfMany(Happening focus, Toll toll, List<Scene> places) => focus.HasOwnPlace && (focus.Group is "strike" or "explosive" || focus.Kind is "shelling" or "rocket_attack") && !toll.IsZero && !toll.IsPart && !toll.IsVague && !IsOfCare(toll) && !focus.First.IsRow
        && places.All(scene => scene.Role is PlaceRole.Scene && !focus.Scenes.Any(told => Holds(scene, told)) && (focus.Scenes.Count > 1 ? !focus.Scenes.Any(told => told.Place!.Id == scene.Place!.Id) : IsFar(focus.Scenes[0], scene)));

    /// <summary>"They fired on Sarkani and Dangam. In Sarkani a child died; ... In Dangam two men were hurt": the places of one side told together, and then each with its own toll.</summary>
    private bool IsSharedOut(Happening focus, Toll toll, int number, List<Scene> places) => places is [var own] && focus.Scenes.Count > 1 && Acts.IsViolent(focus.Kind) && !toll.IsPart && !toll.IsVague && !IsOfCare(toll) && !focus.First.IsRow && focus.First.Sentence < number
        && focus.Scenes.All(scene => scene.Place!.Country == own.Place!.Country) && focus.Scenes.Any(scene => scene.Place!.Id == own.Place!.Id) && IsAtHead(own.Located, number)
        && Enumerable.Range(focus.First.Sentence + 1, number - focus.First.Sentence - 1).Any(before => passage.PlacesIn(before).Any(located => IsAtHead(located, before) && located.Toponym.Place?.Id != own.Place!.Id && focus.Scenes.Any(scene => scene.Place!.Id == located.Toponym.Place?.Id)) && passage.TollsIn(before).Count > 0);

    /// <summary>Words before a place at the head of its sentence: "On the Shorabak front".</summary>
    private const int MostAtHead = 2;

    private bool IsAtHead(Located located, int number) => located.First - passage.Text.Sentences[number].First <= MostAtHead;

    /// <summary>"Four civilians were killed in Spin Boldak on Thursday": what killed them is told later, or never.</summary>
    private Happening? OfToll(Toll toll, int number, (int From, int To) clause, List<Scene> places, TimeMention? time, string rule) =>
        toll.Outcome is Outcome.Killed or Outcome.Injured && !toll.IsZero && !toll.IsPart && !toll.IsVague && !(toll.Cue.Contains("bodies", StringComparison.Ordinal) && ThingIn(number) is null) && !passage.IsHeading(number) && time is { Use: TimeUse.When } && TellsDeed(toll, number, rule) && places.Exists(scene => scene.Role is PlaceRole.Scene) && (scope.IsAboutBorder() || (ThingIn(number) is "airstrike" or "drone_strike" && places.Exists(scene => scene.Place!.Country is "AF")) || places.Exists(scene => scope.SidesIn(number).Any(side => side is "AF" or "PK" && side != scene.Place!.Country)))
            ? Begin(toll, number, clause, places, time, rule, KindOf(number)) : null;

    /// <summary>Where an act was that nothing says the place of: the one place of the text, where its paragraph put the act before it, or the district whose office writes.</summary>
    private IReadOnlyList<Scene> LastResort(Mention mention) => OnlyPlace() is { Count: > 0 } only ? only
        : Acts.GroupOf(mention.Kind) is "crossing_closure" or "crossing_reopening" ? []
        : !mention.IsRow && Latest.LastOrDefault(happening => mention.Sentence - happening.LastTouched is >= 0 and <= FarthestPart && passage.SameBlock(happening.LastTouched, mention.Sentence) && happening.HasOwnPlace && TimesFit(happening, mention)) is { } before ? [.. before.Scenes.Select(scene => scene with { Rule = "neighbour" })]
        : OfLetterhead() is { Count: > 0 } office ? office : OfTitle(mention);

    /// <summary>"During the firing of last week a shopkeeper died in the bazaar": what no sentence gives a place is where the text was before, else where it goes on.</summary>
    private IEnumerable<Scene> PlacesToldNear(Happening happening)
    {
        var isGate = happening.Group is "crossing_closure" or "crossing_reopening";
        var placed = happenings.Where(other => other.HasOwnPlace && (!isGate || other.Scenes.All(scene => passage.IsCrossing(scene.Place!))) && other.First.IsRow == happening.First.IsRow && other.Group is not "ceasefire").ToList();
        if (isGate && OfTitle(happening.First) is [{ Place: { } gate }] title && passage.IsCrossing(gate))
        {
            return title;
        }
        var near = placed.LastOrDefault(other => happening.First.Sentence - other.LastTouched is >= 0 and <= Farthest) ?? placed.Find(other => other.First.Sentence - happening.LastTouched is >= 0 and <= FarthestPart);
        return near is not null ? near.Scenes.Select(scene => scene with { Rule = "neighbour" }) : PlaceNamedLast(happening.First, isGate) is { } named ? [new Scene(named, PlaceRole.Scene, "neighbour")] : [];
    }

    /// <summary>A town farther from the line than this reports of a gate, and has none.</summary>
    private const double FarthestGateTown = 30;

    /// <summary>Words from "a" to "crossing": "one of the busiest border crossings".</summary>
    private const int LongestGateName = 5;

    /// <summary>"traded fire near a key border crossing ... The Torkham point was calm": a gate without its name is the one that the text names, further on or before.</summary>
    private Scene? UnnamedGate(Mention mention) => mention is { Own.Count: 0, IsRow: false, Form: not ActForm.Weak } && Acts.IsViolent(mention.Kind) && HasUnnamedGate(mention)
        && (GateNamed(passage.From(mention.Last + 1).TakeWhile(located => passage.Text.SentenceOf[located.First] - mention.Sentence <= FarthestWithoutPlace)) ?? GateNamed(passage.Before(mention.First).Reverse())) is { } gate ? new Scene(gate, PlaceRole.Scene, "neighbour") : null;

    private Located? GateNamed(IEnumerable<Located> named) => named.FirstOrDefault(located => located.Toponym is { Usage: ToponymUsage.Literal, Place: { } place } && passage.IsCrossing(place));

    private bool HasUnnamedGate(Mention mention)
    {
        for (var at = mention.Clause.From + 1; at < mention.Clause.To; at++)
        {
            if (passage.Tokens[at].Key is "crossing" or "crossings" or "terminal" or "gate" && Enumerable.Range(Math.Max(mention.Clause.From, at - LongestGateName), Math.Min(LongestGateName, at - mention.Clause.From)).Any(before => passage.Tokens[before].Key is "a" or "an" or "main" or "key" or "busiest" or "principal"))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>The place named last before, in any paragraph; the first after it; at last that of the dateline.</summary>
    private Located? PlaceNamedLast(Mention mention, bool isGate)
    {
        bool May(Located located) => scenes.MayBe(located) && (!isGate || passage.IsCrossing(located.Toponym.Place!)) && scope.IsInBelt(located.Toponym.Place!) && (!mention.IsRow || passage.SameBlock(passage.Text.SentenceOf[located.First], mention.Sentence));
        return passage.Before(mention.First).LastOrDefault(May)
            ?? passage.From(mention.Last + 1).TakeWhile(located => passage.Text.SentenceOf[located.First] - mention.Sentence <= (isGate ? FarthestWithoutPlace : FarthestPart)).FirstOrDefault(May)
            // "In Shorabak, officials said, troops fired on a tractor": where those are who tell it.
            ?? passage.PlacesIn(mention.Sentence).FirstOrDefault(located => located.Toponym is { Usage: ToponymUsage.Literal, Place.Kind: not PlaceKind.Country and not PlaceKind.Province } && (!isGate || passage.IsCrossing(located.Toponym.Place)) && scope.IsInBelt(located.Toponym.Place))
            ?? (mention.IsRow || (isGate && dateline.Value is { } town && passage.KmFromLine(town.Toponym.Place!) > FarthestGateTown) ? null : dateline.Value);
    }

    /// <summary>"The office of the governor of Kunar said": so wide a place, of who speaks, gives way to the one named last before.</summary>
    private void PlaceByNameBefore(Happening happening)
    {
        if (happening.Scenes is [{ Rule: "speaker" or "toll", Place.Kind: PlaceKind.Province } said] && !happening.First.IsRow && (said.Rule is "speaker" || IsNamedByOffice(said.Located))
            && passage.Before(happening.First.First).LastOrDefault(located => scenes.MayBe(located) && located.Toponym.Place!.Kind is not PlaceKind.Province && located.Toponym.Place.Country == said.Place!.Country && scope.IsInBelt(located.Toponym.Place)) is { } named)
        {
            happening.Move([new Scene(named, PlaceRole.Scene, "neighbour")]);
        }
    }

    /// <summary>"the Paktika information office": the province of an office.</summary>
    private bool IsNamedByOffice(Located located) => Enumerable.Range(located.Last, Math.Min(2, passage.Tokens.Count - located.Last)).Any(at => passage.Tokens[at].Key is "office" or "department" or "directorate" or "police" or "governor" or "governors" or "spokesman" or "official" or "officials" or "authorities" or "administration" or "command");

    private const int LongestLetterhead = 16;

    /// <summary>"OFFICE OF THE DPO, BAJAUR", "District Police, Mohmand - press note": what an office reports is of its district.</summary>
    private IReadOnlyList<Scene> OfLetterhead()
    {
        var head = passage.Text.Sentences[0];
        return head.Last - head.First <= LongestLetterhead && passage.Text.Sentences.Count > 1 && !passage.SameBlock(0, 1) && Enumerable.Range(head.First, head.Last - head.First).Any(at => passage.Tokens[at].Key is "office" or "police" or "dpo" or "dc" or "commissioner" or "levies" or "headquarters" or "governor" or "district" or "hospital" or "superintendent" or "dhq" or "thq" or "clinic")
            && passage.PlacesIn(0).FirstOrDefault(located => located.Toponym is { Usage: not ToponymUsage.Metonymic, Place: { Kind: not PlaceKind.Country } place } && scope.IsInBelt(place)) is { } unit ? [new Scene(unit, PlaceRole.Scene, "neighbour")] : [];
    }

    /// <summary>"Torkham closed, day 3 - what we know", above points that name no place: of the one that the title names.</summary>
    private IReadOnlyList<Scene> OfTitle(Mention mention) => mention.IsRow && !passage.IsRow(0) && mention.Sentence > 0 && !passage.SameBlock(0, mention.Sentence)
        && passage.PlacesIn(0).Where(located => located.Toponym is { Usage: not ToponymUsage.Metonymic, Place.Kind: not PlaceKind.Country }).DistinctBy(located => located.Toponym.Place!.Id).ToList() is [{ Toponym.Place: { Kind: not PlaceKind.Province } place } only] && scope.IsInBelt(place) ? [new Scene(only, PlaceRole.Scene, "neighbour")] : [];

    /// <summary>A village, its district and its province are one place.</summary>
    private const int MostHolders = 3;

    private IReadOnlyList<Scene>? onlyPlace;

    /// <summary>The one place that a short text names, be it in the name of who speaks or at its head: where none other is named, it happened there.</summary>
    private IReadOnlyList<Scene> OnlyPlace() => onlyPlace ??= passage.Places.Where(located => located.Toponym is { Usage: not ToponymUsage.Metonymic, Place.Kind: not PlaceKind.Country, Status: not ToponymStatus.Far })
        .DistinctBy(located => located.Toponym.Place!.Id).Take(MostHolders + 1).Select(located => new Scene(located, PlaceRole.Scene, "only place")).ToList() is { Count: <= MostHolders } named
        && named.FindAll(scene => !named.Exists(other => Holds(scene, other))) is [{ Place: { } place } only] && scope.IsInBelt(place) ? [only] : [];

    /// <summary>The kind that the things named in a sentence, or else in those beside it, speak for.</summary>
    private string KindOf(int number) => ThingIn(number) ?? Enumerable.Range(Math.Max(0, number - FarthestThing), Math.Min(passage.Text.Sentences.Count, number + FarthestThing + 1) - Math.Max(0, number - FarthestThing))
        .Where(other => passage.SameBlock(other, number)).Select(ThingIn).FirstOrDefault(kind => kind is not null) ?? "cross_border_fire";

    private const int FarthestThing = 2;

    private string? ThingIn(int number)
    {
        var sentence = passage.Text.Sentences[number];
        for (var at = sentence.First; at < sentence.Last; at++)
        {
            var kind = passage.Tokens[at].Key switch
            {
                "drone" or "drones" or "quadcopter" or "quadcopters" or "uav" or "uavs" => "drone_strike",
                "jets" or "jet" or "planes" or "plane" or "aeroplanes" or "warplanes" or "aircraft" or "bombs" or "helicopters" or "helicopter" => "airstrike",
                "mine" or "mines" => "mine_blast",
                "bomb" or "explosives" or "device" or "explosion" or "blast" => "bombing",
                "shell" or "shells" or "mortar" or "mortars" or "rockets" or "rocket" or "artillery" => "shelling",
                _ => null,
            };
            if (kind is not null)
            {
                return kind;
            }
        }
        return null;
    }

    private Happening? Begin(Toll toll, int number, (int From, int To) clause, List<Scene> places, TimeMention? time, string rule, string kind)
    {
        var mention = new Mention
        {
            Sentence = number,
            First = toll.First,
            Last = toll.Last,
            Kind = kind,
            Form = ActForm.Noun,
            Cue = toll.Cue,
            Clause = clause,
            Own = places,
            Time = time,
            TimeRule = rule,
            Speech = passage.SpeakerOf(toll),
            IsRow = passage.IsRow(number),
            IsToll = true,
        };
        if (Latest.LastOrDefault(happening => happening.First.IsRow == mention.IsRow && !(happening.Scenes.Count > 1 && rule is "told before") && Fits(happening, mention)) is { } told)
        {
            return told;
        }
        if (scope.Why(mention, places) is not { } why)
        {
            return null;
        }
        var happening = new Happening(mention, why);
        happening.AddScenes(places);
        happenings.Add(happening);
        return happening;
    }
}
