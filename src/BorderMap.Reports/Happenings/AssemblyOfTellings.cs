using BorderMap.Incidents.Model;
using BorderMap.Reports.Dates;
using BorderMap.Reports.Speakers;

namespace BorderMap.Reports.Happenings;

/// <summary>Says which happening a telling speaks of.</summary>
internal sealed partial class Assembly
{
    /// <summary>Words from "the clashes" to "had begun", and days that one fight goes on.</summary>
    private const int FarthestBeginning = 4;
    private const int MostDaysFought = 7;

    /// <summary>The happening that a telling speaks of.</summary>
    private Happening? Told(Mention mention) => mention.IsRow
        ? OfRowAbove(mention) ?? OfRecord(mention) ?? Latest.LastOrDefault(happening => passage.SameBlock(happening.First.Sentence, mention.Sentence) && !mention.IsAnother && Fits(happening, mention)) ?? OfTickerAbove(mention)
        : PartOfLast(mention) ?? Latest.OrderBy(happening => IsOnlyAnchor(happening) || IsBackground(happening, mention.Sentence) ? 0 : IsCalledSo(happening, mention) ? 2 : 1).LastOrDefault(happening => !happening.First.IsRow && !mention.IsAnother && Fits(happening, mention)) ?? Absorbed(mention) ?? Unplaced(mention) ?? OfOtherSide(mention) ?? OfTickerBefore(mention);

    /// <summary>"airstrikes in Paktika, and Taliban forces answered by shelling. Officials said the strikes ...": those from the air, where both were told.</summary>
    private static bool IsCalledSo(Happening happening, Mention mention) => mention is { Form: ActForm.Weak, IsDefinite: true } && happening.Group is "strike" && (happening.HasOwnPlace || mention.Own.Count == 0) && (mention.Kind is "airstrike" || mention.Cue.StartsWith("raid", StringComparison.Ordinal) || mention.Cue.StartsWith("bombing", StringComparison.Ordinal));

    /// <summary>"Guns duelled at Angoor Adda. Across the line in Barmal, the firing cost two lives": places that face each other over the line, and no day that parts them.</summary>
    private Happening? OfOtherSide(Mention mention) => mention.IsAnother || !IsLent(mention.TimeRule) || mention.Own.Count == 0 || Acts.GroupOf(mention.Kind) is not "combat" ? null
        : Latest.LastOrDefault(happening => happening.Group is "combat" && !happening.First.IsRow && mention.Sentence - happening.LastTouched <= FarthestPart && TimesFit(happening, mention) && !passage.AreOfOtherLabels(happening.First.Sentence, mention.Sentence)
            && !Enumerable.Range(happening.LastSentence, Math.Max(0, mention.Sentence - happening.LastSentence)).Any(between => between > happening.LastSentence && passage.IsHeading(between)) && mention.Own.All(own => own.Role is PlaceRole.Origin || happening.Scenes.Any(told => AreOpposite(told, own))));

    private bool AreOpposite(Scene a, Scene b) => a.Role is PlaceRole.Scene && (a.Place!.Country, b.Place!.Country) is ("AF", "PK") or ("PK", "AF") && (!IsFar(a, b) || !IsFar(b, a));

    /// <summary>"* Afghan side opens fire at Angoor Adda", "* 23 martyred in repulsing attack: ISPR": a line of a ticker that names the same place, or none, goes on with what a line above told.</summary>
    private Happening? OfTickerAbove(Mention mention) => mention.IsAnother || passage.RowOf(mention.Sentence) is not null || Acts.GroupOf(mention.Kind) is not "combat" ? null
        : Latest.LastOrDefault(happening => happening is { First.IsRow: true, Group: "combat" } && passage.RowOf(happening.First.Sentence) is null && mention.Sentence - happening.LastTouched <= Farthest
            && TimesFit(happening, mention) && (OfItsRow(mention) is not { Count: > 0 } places || places.Any(own => happening.Scenes.Any(told => IsSame(told, own) && !IsOnlyNear(told, own)))));

    /// <summary>"FLASH: firing at Chaman - officials", then the story with its day: a ticker's lines without a day of their own tell what the story below them tells.</summary>
    private Happening? OfTickerBefore(Mention mention) => mention.IsAnother || mention.Own.Count == 0 || Acts.GroupOf(mention.Kind) is not "combat" || passage.RowOf(mention.Sentence) is not null ? null
        : Latest.LastOrDefault(happening => happening is { First.IsRow: true, Group: "combat" } && passage.RowOf(happening.First.Sentence) is null && mention.Sentence - happening.LastTouched <= FarthestPart
            && !happening.Mentions.Any(told => told.HasOwnTime) && TimesFit(happening, mention) && mention.Own.Any(own => happening.Scenes.Any(told => IsSame(told, own) && !IsOnlyNear(told, own))));

    /// <summary>"Wed 2215 - Nawagai, Bajaur. Post attacked": the places that the line itself names, in this sentence or the one before.</summary>
    private IReadOnlyList<Scene> OfItsRow(Mention mention) => mention.Own.Count > 0 ? mention.Own : [.. mention.Lent.Where(scene => passage.SameBlock(passage.Text.SentenceOf[scene.Located.First], mention.Sentence))];

    /// <summary>"24 Mar | Maruf | Drone shot down | Drone lost through a fault": a row of a table tells one happening, in whatever words its cells have for it.</summary>
    private Happening? OfRecord(Mention mention) => mention.IsAnother || !Acts.IsViolent(mention.Kind) ? null
        : Latest.LastOrDefault(happening => happening.First.IsRow && (Acts.IsViolent(happening.Kind) || happening.Group is "drone_shootdown") && passage.SameBlock(happening.First.Sentence, mention.Sentence) && IsOfTable(happening.First.Sentence) && mention.Own.All(own => happening.Scenes.Any(told => IsSame(told, own))) && TimesFit(happening, mention));

    /// <summary>Whether a row has cells.</summary>
    private bool IsOfTable(int number) => passage.Text.Sentences[number] is var sentence && Enumerable.Range(sentence.First, sentence.Last - sentence.First).Any(at => passage.Tokens[at].IsMark('|'));

    /// <summary>"27 Dec | Spera | same strike | 11 | army": another source's row of what the row above tells.</summary>
    private Happening? OfRowAbove(Mention mention) => passage.RowOf(mention.Sentence) is not null && mention.First > 0 && passage.Tokens[mention.First - 1].Key is "same" or "ditto"
        ? Latest.LastOrDefault(happening => happening.First.IsRow && happening.Group == Acts.GroupOf(mention.Kind) && happening.Scenes.Any(told => mention.Own.Count == 0 || mention.Own.Any(own => IsSame(told, own)))) : null;

    /// <summary>An act without place and day, a sentence or two after another in its paragraph, tells the same in other words: "said 200 were killed in precision strikes".</summary>
    private Happening? Unplaced(Mention mention) => mention.IsAnother || mention.HasOwnTime || mention.Own.Count > 0 || !Acts.IsViolent(mention.Kind) ? null
        : Latest.LastOrDefault(happening => Acts.IsViolent(happening.Kind) && mention.Sentence - happening.LastSentence is >= 0 and <= 2 && passage.SameBlock(happening.LastSentence, mention.Sentence) && !happening.First.IsRow && happening.HasOwnPlace);

    /// <summary>"... were killed while trying to cross. Five soldiers died in the clashes": those of the sentence before.</summary>
    private Happening? PartOfLast(Mention mention) => mention is { IsDefinite: true, IsAnother: false, Own.Count: 0 } && happenings.LastOrDefault() is { } last && mention.Sentence - last.LastSentence is >= 0 and <= 1 && last.Group is "infiltration" && Acts.GroupOf(mention.Kind) is "combat" ? last : null;

    /// <summary>Fighting told in the breath of an infiltration is part of it.</summary>
    private Happening? Absorbed(Mention mention)
    {
        if (TakenThere(mention) is { } there)
        {
            return there;
        }
        if (mention.IsAnother)
        {
            return null;
        }
        if (mention.Own.Any(scene => scene.Role is PlaceRole.Scene))
        {
            return mention.Kind is not "infiltration" || mention.HasOwnTime ? null : Latest.LastOrDefault(happening => happening.Group is "combat" && !happening.First.IsRow && mention.Sentence - happening.LastTouched <= FarthestPart && !passage.AreOfOtherLabels(happening.First.Sentence, mention.Sentence) && TimesFit(happening, mention)
                && mention.Own.All(own => own.Role is PlaceRole.Origin || happening.Scenes.Any(told => IsSameOrWithin(told, own))));
        }
        return Latest.LastOrDefault(happening => mention.Sentence - happening.LastSentence <= FarthestPart && (IsPart(Acts.GroupOf(mention.Kind), happening.Group) || IsTakenInFight(happening, mention)) && TimesFit(happening, mention));
    }

    /// <summary>"infiltrators were met at Ghulam Khan: seven died and two were apprehended", "clashed with infiltrators": of the fight of the same sentence and place.</summary>
    private Happening? TakenThere(Mention mention) => mention.IsAnother || (Acts.GroupOf(mention.Kind) is not "custody" && !(mention.Kind is "infiltration" && mention.First > 0 && passage.Tokens[mention.First - 1].Key is "with" or "against" or "between")) ? null
        : Latest.LastOrDefault(happening => happening.Group is "combat" or "infiltration" && happening.LastSentence == mention.Sentence && mention.Own.All(own => happening.Scenes.Any(told => IsSame(told, own))) && TimesFit(happening, mention));

    /// <summary>"After an exchange of fire fourteen were killed while three were apprehended": a loss of the fight.</summary>
    private bool IsTakenInFight(Happening happening, Mention mention) => Acts.GroupOf(mention.Kind) is "custody" && happening.Group is "combat" && mention.Sentence - happening.LastSentence <= 1 && passage.SameBlock(happening.LastSentence, mention.Sentence);

    /// <summary>What may be told as part of what: fire exchanged with infiltrators, the airspace that a drone violated before it was shot down.</summary>
    private static bool IsPart(string part, string whole) => (part, whole) is ("combat" or "custody", "infiltration") or ("infiltration", "combat" or "explosive") or ("airspace_violation", "drone_shootdown" or "strike");

    private bool Fits(Happening happening, Mention mention)
    {
        var distance = mention.Sentence - happening.LastSentence;
        if (IsStillShut(happening, mention, distance))
        {
            return true;
        }
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
        if (mention is { IsDefinite: true, IsAnother: false, IsRow: false } && mention.Kind == happening.Kind && distance is >= 0 and <= 2 && (TimesFit(happening, mention) || BeganBefore(happening, mention)) && mention.Form is not ActForm.Verb && !mention.Cue.Contains("strike", StringComparison.Ordinal))
        {
            return true;
        }
        if (IsSameAgain(happening, mention, distance) || WentOnUntil(happening, mention, distance))
        {
            return true;
        }
        // "were still exchanging shells. The firing, which began on Wednesday": of the days since.
        var isOlder = mention.Own.Count == 0 && isSameGroup && distance <= 1 && BeganBefore(happening, mention);
        if ((!isSameGroup && !(isGeneral && (mention.IsDefinite || mention.Own.Count == 0) && distance <= Farthest)) || !(TimesFit(happening, mention) || isOlder))
        {
            return false;
        }
        if (mention.Own.Count > 0 && happening.HasOwnPlace)
        {
            return (!passage.AreOfOtherLabels(happening.First.Sentence, mention.Sentence) || NamesAgain(happening, mention)) && PlacesFit(happening, mention) && (!isGeneral || isSameGroup || mention.IsDefinite || IsRaidOfStrike(happening, mention));
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

    /// <summary>"shut on 14 May, still shut on Wednesday night": the same closure goes on.</summary>
    private static bool IsStillShut(Happening happening, Mention mention, int distance) => happening.Group is "crossing_closure" && mention.Kind == happening.Kind && distance is 0 && mention.Cue.StartsWith("remained|", StringComparison.Ordinal)
        && mention.Own.All(own => happening.Scenes.Any(told => told.Place?.Id == own.Place?.Id));

    /// <summary>"The families displaced by the Dangam and Shigal shelling", under another label: the places of what was told, and no day of its own.</summary>
    private static bool NamesAgain(Happening happening, Mention mention) => !mention.HasOwnTime && !mention.IsAnother && mention.Form is not ActForm.Verb && mention.Own.Count > 1 && mention.Own.All(own => happening.Scenes.Any(told => told.Place!.Id == own.Place!.Id));

    /// <summary>Words from a verb of saying to its day: "told reporters here on Monday".</summary>
    private const int FarthestSaying = 4;

    /// <summary>"... exchanged fire in Zazi Maidan, the police chief told reporters here on Monday": the day on which it was said, which keeps no earlier day of the deed away.</summary>
    private Mention WithDayOfSaying(Mention mention) => DayOf(mention) is { } time && (IsDayOfCount(mention, time) || IsDayOfSaying(mention, time) || IsDayOfWords(time)) ? mention with { TimeRule = "speech" } : mention;

    /// <summary>"“This evening they began attacks again,” he posted": the day on which it was written, which may be before that of the report.</summary>
    private bool IsDayOfWords(TimeMention time) => passage.Tokens[time.First].IsQuoted && passage.Tokens[time.First].Key is "this" or "today" or "tonight" && happenings.Exists(happening => Acts.IsViolent(happening.Kind) && happening.Mentions.Any(told => told.HasOwnTime));

    private static TimeMention? DayOf(Mention mention) => mention is { IsRow: false, TimeRule: "clause" or "sentence", Time: { Use: TimeUse.When, Precision: DatePrecision.Day, First: >= 0 } time } && Acts.GroupOf(mention.Kind) is not ("crossing_closure" or "crossing_reopening" or "ceasefire") ? time : null;

    private bool IsDayOfSaying(Mention mention, TimeMention time) => passage.Speakers.In(passage.Text.SentenceOf[time.First]).Any(speech => speech.Act is not SpeechAct.Deny && (speech.VerbFirst >= mention.Last || speech.VerbLast <= mention.First) && time.First >= speech.VerbLast && time.First - speech.VerbLast <= FarthestSaying
        && (speech.VerbFirst >= mention.Last || time.Last <= mention.First) && !Enumerable.Range(speech.VerbLast - 1, time.First - speech.VerbLast + 1).Any(at => passage.Tokens[at].Kind is Reading.TokenKind.Mark || passage.Tokens[at].Key is "that"));

    /// <summary>"put the toll of the raid at nine on Monday ... Aircraft bombed the tents late on Saturday": the day of the count, where the deed has one of its own.</summary>
    private bool IsDayOfCount(Mention mention, TimeMention time) => Acts.IsViolent(mention.Kind) && times.IsOfCount(time) && mentions.Exists(other => other.HasOwnTime && other.Sentence != mention.Sentence && Acts.IsViolent(other.Kind)
        && (other.Time?.End ?? other.Time?.Start) is { } end && time.Start is { } start && start.DayNumber - end.DayNumber is > 0 and <= MostDaysBeside);

    /// <summary>"fought for a fourth night running. The clashes, which began on Tuesday": one fight, of all the days since.</summary>
    private bool BeganBefore(Happening happening, Mention mention) => mention is { HasOwnTime: true, Time: { Precision: DatePrecision.Day or DatePrecision.Range, Start: { } start } } && happening.Time.Time is { Start: { } told } && told.DayNumber - start.DayNumber is > 0 and <= MostDaysFought
        && Enumerable.Range(mention.First, Math.Min(mention.Last - mention.First + FarthestBeginning, passage.Text.Sentences[mention.Sentence].Last - mention.First)).Any(at => passage.Tokens[at].Key is "began" or "begun" or "started" or "flared" or "erupted" or "broke");

    /// <summary>"The other five were killed in Gayan, where a school was hit": a far place with its own toll.</summary>
    private bool IsElsewhereWithToll(Happening happening, Mention mention) => mention.Own.Count > 0 && happening.HasOwnPlace && mention.Own.All(own => own.Role is PlaceRole.Scene && happening.Scenes.All(told => IsFar(told, own)))
        && passage.TollsIn(mention.Sentence).Any(toll => toll is { IsPart: false, IsVague: false, IsZero: false } && !Enumerable.Range(toll.First, toll.Last - toll.First).Any(at => passage.Tokens[at].Key is "more" or "others" or "other"));

    /// <summary>Air strikes on Kunar and Khost, then "raids on Kunar and Paktika".</summary>
    private static bool IsRaidOfStrike(Happening happening, Mention mention) => happening.Group is "strike" && (mention.Cue.StartsWith("raid", StringComparison.Ordinal) || mention.Cue.StartsWith("attack", StringComparison.Ordinal) || mention.Cue.StartsWith("bombing", StringComparison.Ordinal))
        && happening.Scenes.Any(told => mention.Own.Any(own => own.Place!.Id == told.Place!.Id));

    /// <summary>Words quoted from an official of another province, with a time of their own: another happening.</summary>
    private bool IsToldFromElsewhere(Happening happening, Mention mention) => happening.HasOwnPlace && mention.HasOwnTime && passage.Tokens[mention.First].IsQuoted
        && mention.Lent is [{ Rule: "speaker" }, ..] && !happening.Scenes.Any(told => mention.Lent.Any(lent => IsSameOrWithin(told, lent)));

    /// <summary>A day that nothing tells of the deed itself: it keeps no two tellings apart.</summary>
    private static bool IsLent(string rule) => rule is "publication" or "speech" or "neighbour" or "told before";

    /// <summary>"the toll rose to 17 on Wednesday ... Strikes on November 2 left six dead": weeks before what a report is of.</summary>
    private static bool IsLongBefore(TimeMention told, string rule, Mention mention) => rule is "speech" && mention is { IsDefinite: false, HasOwnTime: true, Time: { Precision: DatePrecision.Day or DatePrecision.Range } time } && (time.End ?? time.Start) is { } end && told.Start is { } start && start.DayNumber - end.DayNumber > WeeksBefore;

    private const int WeeksBefore = 28;

    private bool TimesFit(Happening happening, Mention mention)
    {
        var (time, rule) = happening.Time;
        if (time is not { IsDated: true } || mention.Time is not { IsDated: true } other || IsLent(mention.TimeRule))
        {
            return true;
        }
        if (IsLent(rule))
        {
            return !IsLongBefore(time, rule, mention);
        }
        var slack = time.Precision is DatePrecision.Approx || other.Precision is DatePrecision.Approx ? 3 : time.Rule == "overnight" || other.Rule == "overnight" ? 1 : 0;
        // A closure since a day lasts.
        var (start, end) = ((time.Start ?? time.End)!.Value, (time.Use is TimeUse.Since && happening.Group is "crossing_closure" ? passage.Published : null) ?? (time.End ?? time.Start)!.Value);
        var (from, to) = ((other.Start ?? other.End)!.Value, (other.End ?? other.Start)!.Value);
        // "was shut on Saturday after shots were fired": on that day, or some days before.
        if (mention.TimeRule is "beside" || rule is "beside")
        {
            var (lent, told) = rule is "beside" ? (end, (from, to)) : (to, (start, end));
            return rule == mention.TimeRule || (told.Item1 <= lent && told.Item2.DayNumber >= lent.DayNumber - MostDaysBeside);
        }
        return from.DayNumber <= end.DayNumber + slack && start.DayNumber <= to.DayNumber + slack;
    }

    /// <summary>
    /// Whether a telling speaks of the places of a happening. That a province holds both says little: it counts while nothing in the province was told more
    /// exactly, and from one paragraph to another only for the same kind of act, or one told before ("the shelling").
    /// </summary>
    private bool PlacesFit(Happening happening, Mention mention)
    {
        if (IsReturned(happening, mention))
        {
            return false;
        }
        var mayHold = mention.Form is ActForm.Weak || mention.IsDefinite || mention.IsHeading || mention.Kind == happening.Kind || happening.First is { Form: ActForm.Weak } or { IsHeading: true } || passage.SameBlock(happening.LastSentence, mention.Sentence);
        return happening.Scenes.Any(told => mention.Own.Any(own => (IsSame(told, own) && (mayHold || !IsOnlyNear(told, own))) || (told.Place!.Country != own.Place!.Country && passage.AreOfOneCrossing(told.Place, own.Place)) || (mayHold && (Holds(own, told) || (Holds(told, own) && !happening.Scenes.Any(other => other != told && Holds(told, other)))))));
    }

    /// <summary>"Shells fell on Nari. Mortar bombs from Nari struck hamlets above Arandu": the guns of the other side, from where the first ones hit.</summary>
    private static bool IsReturned(Happening happening, Mention mention) => IsFire(happening.Kind) && IsFire(mention.Kind) && mention.Own.Any(own => own.Role is PlaceRole.Scene && happening.Scenes.All(told => told.Place!.Id != own.Place!.Id))
        && mention.Own.Any(own => own.Role is PlaceRole.Origin && happening.Scenes.Any(told => told.Role is PlaceRole.Scene && told.Place!.Id == own.Place!.Id));

    private static bool IsFire(string kind) => kind is "shelling" or "rocket_attack" or "cross_border_fire";
}
