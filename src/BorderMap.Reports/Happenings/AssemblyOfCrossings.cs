using BorderMap.Incidents.Model;
using BorderMap.Reports.Dates;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Happenings;

/// <summary>What is told of gates, closed, opened again, and since when, and of truces.</summary>
internal sealed partial class Assembly
{
    private const int DaysOfWeek = 7;
    private const int FarthestRoad = 8;

    /// <summary>Tokens of a speaker's label.</summary>
    private const int LongestLabel = 6;

    /// <summary>Words between a gate and what becomes of it.</summary>
    private const int FarthestGate = 12;

    private static readonly HashSet<string> Gates = new(StringComparer.Ordinal)
        { "crossing", "crossings", "gate", "gates", "border", "terminal", "terminals", "gateway", "checkpoint", "frontier", "footbridge", "zero", "passage", "point" };

    /// <summary>Words from what passes a gate to the verb that says it is stopped.</summary>
    private const int FarthestPassing = 7;

    /// <summary>What passes a gate, and the way through it.</summary>
    private static readonly HashSet<string> Passing = new(StringComparer.Ordinal)
    {
        "traffic", "trucks", "truck", "lorries", "lorry", "vehicles", "containers", "cargo", "freight", "pedestrians", "pedestrian", "passengers", "travellers", "travelers", "consignments", "convoys", "trailers", "tankers",
        "transit", "clearance", "route", "movement", "trade",
    };

    /// <summary>What else is closed and opened.</summary>
    private static readonly HashSet<string> Others = new(StringComparer.Ordinal)
    {
        "road", "roads", "highway", "schools", "school", "colleges", "college", "university", "universities", "shops", "shop", "markets", "market", "bazaar", "bazaars", "hospital", "clinic", "clinics",
        "airport", "airports", "airspace", "offices", "office", "consulate", "consulates", "embassy", "pasture", "mine", "mines", "case", "eyes", "mosque", "seminaries", "camps", "banks", "courts", "stock", "offensive", "assault", "inquiry", "investigation",
    };

    /// <summary>Of the places of a closure the crossings; where none is told beside it, the one told last.</summary>
    private IReadOnlyList<Scene> AtCrossings(Mention mention, IReadOnlyList<Scene> places)
    {
        // "Torkham shut after a row; open again by noon"
        if (mention.Own.Count == 0 && passage.PlacesIn(mention.Sentence).LastOrDefault(located => located.First < mention.First && located.Toponym is { Usage: ToponymUsage.Literal, Place: { } place } && passage.IsAtCrossing(place)) is { } beside)
        {
            return [new Scene(beside, PlaceRole.Scene, "beside")];
        }
        var crossings = places.Where(scene => passage.IsCrossing(scene.Place!)).ToList();
        if (crossings.Count > 0 || !IsPlacedElsewhere(mention))
        {
            return crossings.Count > 0 ? crossings : places;
        }
        var named = passage.Before(mention.First).Where(located => located.Toponym is { Usage: ToponymUsage.Literal, Place: { } place } && passage.IsAtCrossing(place)).ToList();
        // Rows speak of the gate of their heading, or of the only one named, not of that of another row.
        var told = !mention.IsRow || named.TrueForAll(located => located.Toponym.Place!.Id == named[0].Toponym.Place!.Id) ? named.LastOrDefault()
            : named.FindLast(located => passage.SameBlock(passage.Text.SentenceOf[located.First], mention.Sentence) || passage.IsHeading(passage.Text.SentenceOf[located.First]));
        told ??= passage.Before(mention.First).LastOrDefault(located => located.Toponym is { Usage: ToponymUsage.Literal, Place: { } place } && passage.IsCrossing(place));
        return told is null ? mention.Own : [new Scene(told, PlaceRole.Scene, "neighbour")];
    }

    /// <summary>"It was locked", "They were shut", where a sentence begins, "On Friday it was shut again": the gate, or the gates that were told of.</summary>
    private bool IsGateMeant(int at, in Sentence sentence) => passage.Tokens[at].Key is "it" or "they" or "both" && (at == sentence.First || passage.Tokens[at - 1].IsMark('.')
        ? passage.Tokens[at].Key is "it" || IsGateTold() : at + 1 < sentence.Last && passage.Tokens[at + 1].Key is "was" or "were" or "is" or "are" or "has" or "have" or "had" && IsGateTold());

    private bool IsGateTold() => happenings.Exists(happening => happening.Group is "crossing_closure" or "crossing_reopening");

    /// <summary>"Movement is suspended; travellers should not come beyond Michni": its own clause names no place.</summary>
    private static bool IsPlacedElsewhere(Mention mention) => mention.Own.All(scene => scene.Rule is "sentence");

    /// <summary>What is closed or opened is a gate: the nearest thing before the word that can be, else any of the sentence.</summary>
    private bool IsOfCrossing(Mention mention)
    {
        var sentence = passage.Text.Sentences[mention.Sentence];
        // "The crossing was closed on Monday after people blocked the road, and opened again on Tuesday", "shut the gate and opened it by noon": a verb after "and" without a subject has that of the sentence.
        if (mention is { Kind: "crossing_reopening", Form: ActForm.Verb } && (GoesOn(mention.First) || (mention.First > sentence.First && GoesOn(mention.First - 1)) || passage.Tokens[mention.Last - 1].Key is "it" or "them")
            && bySentence[mention.Sentence].Any(other => other is { Kind: "crossing_closure", Against: null } && other.First < mention.First && byMention.ContainsKey(other)))
        {
            return true;
        }
        if (IsOfOtherObject(mention, sentence))
        {
            return false;
        }
        var isBare = !Gates.Overlaps(mention.Cue.Split(' ', '|'));
        for (var at = mention.First - 1; at >= Math.Max(sentence.First, mention.First - (isBare ? FarthestGate : FarthestRoad)); at--)
        {
            // "the Torkham road was closed", "the road of Kharlachi": the road through a gate that gives it its name.
            if (passage.Tokens[at].Key is "road" or "route" or "highway" or "passage" && IsNamedForGate(at, mention.Sentence))
            {
                return true;
            }
            // "the road to Teri Mangal was closed", "schools in Torkham stay shut": no gate. "bazaar and crossing closed": a gate too.
            if (at + 1 < mention.Last && passage.Tokens[at].Key is "and" && Gates.Contains(passage.Tokens[at + 1].Key))
            {
                return true;
            }
            if (Others.Contains(passage.Tokens[at].Key))
            {
                return false;
            }
            if (Gates.Contains(passage.Tokens[at].Key))
            {
                return true;
            }
            if (passage.Tokens[at].IsMark(';') || (!isBare && passage.Tokens[at].Kind is TokenKind.Mark))
            {
                break;
            }
        }
        if (mention.Own.Any(scene => passage.IsCrossing(scene.Place!)) || (IsPlacedElsewhere(mention) && IsOfGateTold(mention, sentence)))
        {
            return true;
        }
        return isBare ? (mention.Cue.Contains(' ') && HasGate(sentence)) || (mention is { Own.Count: 0 } && passage.Tokens[sentence.First].Key is "it") : HasGate(sentence);
    }

    private bool GoesOn(int at) => passage.Tokens[at].Key is "and" or "but" or "then" or "before";

    private bool IsNamedForGate(int road, int sentence) => passage.PlacesIn(sentence).Any(located => (located.Last == road || (located.First == road + 2 && passage.Tokens[road + 1].Key is "of" or "at" or "through" or "via"))
        && located.Toponym.Place is { } named && passage.IsAtCrossing(named));

    /// <summary>"Lorries were turned back; the route remains shut", "it was locked the same day", after a gate was named: what passes through it, or it.</summary>
    private bool IsOfGateTold(Mention mention, in Sentence sentence)
    {
        // "Traffic has been restored": at a gate, where one was told shut.
        if (mention.Kind is "crossing_reopening" && !happenings.Exists(happening => happening.Group is "crossing_closure"))
        {
            return false;
        }
        if (IsAnswer(mention, sentence))
        {
            return passage.Before(mention.First).Any(located => located.Toponym is { Usage: not ToponymUsage.Metonymic, Place: { } place } && passage.IsAtCrossing(place));
        }
        for (var at = Math.Max(sentence.First, mention.First - FarthestPassing); at < mention.Last; at++)
        {
            if (Passing.Contains(passage.Tokens[at].Key) || (at < mention.First && IsGateMeant(at, sentence)))
            {
                return passage.Before(mention.First).Any(located => located.Toponym is { Usage: ToponymUsage.Literal, Place: { } place } && passage.IsCrossing(place)
                    && (passage.SameBlock(passage.Text.SentenceOf[located.First], mention.Sentence) || mention.Sentence - passage.Text.SentenceOf[located.First] <= Farthest || passage.IsHeading(passage.Text.SentenceOf[located.First])));
            }
        }
        return false;
    }

    /// <summary>"What about the gate? - Shut Tuesday night. Open again since six": the state alone, after a sentence of the gate or of its state.</summary>
    private bool IsAnswer(Mention mention, Sentence sentence)
    {
        var begin = mention.First > sentence.First && passage.Tokens[mention.First - 1].IsMark(':') && mention.First - sentence.First <= LongestLabel ? mention.First : sentence.First;
        return mention.First == begin && mention.Sentence > 0 && mention is { Own.Count: 0 } && (!mention.IsRow || passage.SameBlock(mention.Sentence, mention.Sentence - 1)) && (HasGate(passage.Text.Sentences[mention.Sentence - 1]) || bySentence[mention.Sentence - 1].Any(other => byMention.GetValueOrDefault(other) is { Group: "crossing_closure" or "crossing_reopening" }));
    }

    private bool HasGate(Sentence sentence) => Enumerable.Range(sentence.First, sentence.Last - sentence.First).Any(at => Gates.Contains(passage.Tokens[at].Key) || passage.Tokens[at].Key is "crossed" or "pass");

    /// <summary>"Ghulam Khan is working normally": open as ever, where nothing told it shut before.</summary>
    private bool IsOpenAsEver(Mention mention, List<Mention> here)
    {
        if (mention.Kind is not "crossing_reopening" || !(mention.Cue.StartsWith("worked|working", StringComparison.Ordinal) || IsStaying(mention) || IsOpenForAll(mention)) || mention.Time is { Use: TimeUse.Since } || here.Exists(other => other is { Kind: "crossing_closure", Against: null } && other.First < mention.First))
        {
            return false;
        }
        return !happenings.Exists(happening => happening.Group is "crossing_closure" && (mention.Own.Count == 0 || happening.Scenes.Any(told => mention.Own.Any(own => IsSame(told, own)))));
    }

    /// <summary>"The opening of the gate, shut since Feb 21, was put off": it was not opened.</summary>
    private bool IsPutOff(Mention mention)
    {
        var last = Math.Min(passage.Text.Sentences[mention.Sentence].Last, mention.Last + FarthestDelay);
        return mention is { Kind: "crossing_reopening" } && passage.Tokens[mention.First].Key is "opening" or "reopening" && Enumerable.Range(mention.Last, Math.Max(0, last - mention.Last)).Any(at => passage.Tokens[at].Key is "postponed" or "delayed" or "deferred" or "shelved" || (passage.Tokens[at].Key is "off" && passage.Tokens[at - 1].Key is "put" or "called"));
    }

    /// <summary>"Torkham: open for returnees only. Trade gate shut since 12 October": the part that was never shut.</summary>
    private bool IsOpenInPart(Mention mention) => mention is { Kind: "crossing_reopening", TimeRule: not ("clause" or "sentence") } && passage.Tokens[mention.First].Key is "open"
        && Enumerable.Range(mention.First, Math.Min(passage.Text.Sentences[mention.Sentence].Last, mention.Last + FarthestOnly) - mention.First).Any(at => passage.Tokens[at].Key is "only")
        && Enumerable.Range(mention.Sentence, Math.Min(FarthestPart, passage.Text.Sentences.Count - mention.Sentence)).Any(next => passage.SameBlock(next, mention.Sentence) && bySentence[next].Any(other => other is { Kind: "crossing_closure", Against: null, Time.Use: TimeUse.Since }));

    /// <summary>Words from "open" to "only".</summary>
    private const int FarthestOnly = 3;

    /// <summary>Words from an opening to what became of it.</summary>
    private const int FarthestDelay = 10;

    /// <summary>"The terminal is open for patients from eight": its hours.</summary>
    private bool IsOpenForAll(Mention mention) => mention.First > 0 && passage.Tokens[mention.First].Key is "open" && passage.Tokens[mention.First - 1].Key is "is" or "are" && passage.Tokens[mention.Last - 1].Key is not "again";

    private bool IsStaying(Mention mention) => Enumerable.Range(mention.First - 1, mention.Last - mention.First + 1).Any(at => at >= 0 && passage.Tokens[at].Key is "stayed" or "stays" or "stay" or "remained" or "remains" or "remain" or "kept" or "keeps" or "still");

    /// <summary>"shut on Tuesday, and worked as usual from Wednesday": a closure ends where its gate is opened.</summary>
    private void EndClosures()
    {
        foreach (var closed in happenings.Where(happening => happening.Group is "crossing_closure"))
        {
            closed.Until = LastDayOf(closed);
        }
        foreach (var opened in happenings.Where(happening => happening.Group is "crossing_reopening"))
        {
            // "Ghulam Khan, shut since the Monday, reopened on Saturday", in a note of the Monday after: the Monday before it opened.
            if (opened.Time.Time is { IsDated: true, Start: { } on } && bySentence[opened.First.Sentence].Select(other => byMention.GetValueOrDefault(other)).FirstOrDefault(other => other is { Group: "crossing_closure" }) is { Time.Time: { Rule: "weekday", Start: { } from } } late && from > on)
            {
                late.MoveBack(DaysOfWeek);
            }
            if (opened.Time.Time is { IsDated: true, Start: { } day } && happenings.FindLast(closed => closed.Group is "crossing_closure" && closed.Time.Time?.Start <= day && !(LastDayOf(closed) < day) && closed.Scenes.Any(scene => opened.Scenes.Any(other => IsSame(scene, other)))) is { } closure)
            {
                closure.Until = day;
            }
        }
    }

    /// <summary>"had been shut from November 13 to November 21": its own last day, and not the day of an opening weeks on.</summary>
    private DateOnly? LastDayOf(Happening closed) => closed.Time.Time is { Use: TimeUse.When, Precision: DatePrecision.Range, First: > 1, Start: { } start, End: { } end } time && end > start && (passage.Tokens[time.First].Key is "from" or "between" || passage.Tokens[time.First - 1].Key is "from" or "between") ? end : null;

    /// <summary>"reopened for empty lorries | closed on foot": a gate half open, in a row that has one day for both.</summary>
    private bool IsHalfOpen(Mention mention, List<Mention> here) => passage.IsRow(mention.Sentence)
        && here.Exists(other => other.First < mention.First && Enumerable.Range(other.Last, Math.Max(0, mention.First - other.Last)).Any(at => passage.Tokens[at].IsMark('|')) && Acts.GroupOf(other.Kind) is "crossing_closure" or "crossing_reopening" && other.Kind != mention.Kind && byMention.ContainsKey(other) && other.Time?.Start == mention.Time?.Start);

    /// <summary>"The closure stranded lorries at Jamrud": the one told, and no place of its own.</summary>
    private Happening? ClosureMeant(Mention mention) => mention is { Kind: "crossing_closure", IsDefinite: true, Form: not ActForm.Verb, IsRow: false } && !mention.Own.Any(scene => passage.IsAtCrossing(scene.Place!))
        ? Latest.LastOrDefault(happening => happening.Group is "crossing_closure" or "crossing_reopening" && !happening.First.IsRow) is { } meant && !(meant.Group is "crossing_reopening" && IsBefore(mention, meant)) ? meant : null : null;

    /// <summary>"... opened on Saturday. A dispute caused the shutdown on Tuesday": a closure with its own day, before that of the opening.</summary>
    private static bool IsBefore(Mention mention, Happening opened) => mention is { TimeRule: "clause" or "sentence", Time: { Precision: DatePrecision.Day, Start: { } day } } && StartOf(opened) > day;

    /// <summary>"reopened after remaining closed for 26 days", "after a closure of nine days": no more. One with a day of its own is told for itself.</summary>
    private bool IsPastClosure(Mention mention, List<Mention> here) => mention.Kind is "crossing_closure" && !(mention is { HasOwnTime: true, TimeRule: not "beside", Time: { Precision: DatePrecision.Day, Start: not null, Rule: not "lasting" } }) && !(mention.Last < passage.Tokens.Count && passage.Tokens[mention.Last].Key is "again") && here.Exists(other => other is { Kind: "crossing_reopening", Against: null } && other.First < mention.First);

    /// <summary>Elders or commanders make a truce where they are; one that states agree on has no place.</summary>
    private bool IsLocalTruce(Mention mention)
    {
        var sentence = passage.Text.Sentences[mention.Sentence];
        return Enumerable.Range(sentence.First, sentence.Last - sentence.First).Any(at => passage.Tokens[at].Key is "jirga" or "elder" or "elders" or "local" or "tribal" or "commanders" or "commandants" or "maliks" or "sector" or "post" or "posts" or "here" or "white");
    }

    /// <summary>"fighting at Spin Boldak until noon; a truce from six that evening": one that states agree on is where the fight of its day or the day before was.</summary>
    private void PlaceTruces()
    {
        foreach (var truce in happenings.Where(happening => happening is { Group: "ceasefire", Scenes.Count: 0 } && !happening.Mentions.Any(IsOfStates)).Take(ManyPlaces))
        {
            if (truce.Time.Time is { IsDated: true, Start: { } from } && happenings.Where(happening => happening is { Group: "combat", HasOwnPlace: true } && happening.Time.Time is { IsDated: true } fought && (fought.End ?? fought.Start) is { } last
                && from.DayNumber - last.DayNumber is 0 or 1).Take(2).ToList() is [var only])
            {
                truce.AddScenes(only.Scenes);
            }
        }
    }

    /// <summary>"the truce announced by both capitals": of the whole line, wherever it was fought last.</summary>
    private bool IsOfStates(Mention mention)
    {
        var sentence = passage.Text.Sentences[mention.Sentence];
        return Enumerable.Range(sentence.First, sentence.Last - sentence.First).Any(at => passage.Tokens[at].Key is "capitals" or "governments");
    }

    private IReadOnlyList<Scene> PlaceToldLast(Mention mention) =>
        passage.Before(mention.First).LastOrDefault(located => scenes.MayBe(located) && mention.Sentence - passage.Text.SentenceOf[located.First] <= Farthest && (!mention.IsRow || passage.SameBlock(passage.Text.SentenceOf[located.First], mention.Sentence))) is { } last ? [new Scene(last, PlaceRole.Scene, "neighbour")] : mention.Lent;
}
