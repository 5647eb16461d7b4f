using BorderMap.Gazetteer;
using BorderMap.Incidents.Model;
using BorderMap.Reports.Reading;
using BorderMap.Reports.Toponyms;

namespace BorderMap.Reports.Happenings;

/// <summary>Which of a text's places are where an act happened.</summary>
internal sealed partial class Scenes(Passage passage)
{
    private const int LongestList = 3;

    /// <summary>Words of who speaks, before where that one is.</summary>
    private const int LongestSpeaker = 5;

    /// <summary>Sentences within which "the district" is the one told.</summary>
    private const int FarthestTold = 6;

    /// <summary>Words between an act and "in the district".</summary>
    private const int Farthest = 20;

    private static readonly HashSet<string> Units = new(StringComparer.Ordinal) { "district", "area", "village", "province", "town", "region", "locality", "city", "site", "valley", "place", "spot", "location", "loc" };

    private static readonly HashSet<string> Gates = new(StringComparer.Ordinal) { "crossing", "gate", "border", "checkpoint", "terminal", "gateway" };

    /// <summary>What has "border" before it and is no gate.</summary>
    private static readonly HashSet<string> OfBorder = new(StringComparer.Ordinal)
        { "post", "posts", "guard", "guards", "police", "force", "forces", "troops", "units", "unit", "soldiers", "area", "areas", "region", "regions", "village", "villages", "district", "districts", "fence", "line", "belt", "zone", "strip", "command", "corps", "brigade", "battalion", "outpost", "outposts", "fort", "tower", "towers", "wire", "road" };

    private readonly IReadOnlyList<Token> tokens = passage.Tokens;

    /// <summary>The places that the act's own sentence gives.</summary>
    /// <param name="sentence">Number of the sentence.</param>
    /// <param name="first">Number of the act's first token.</param>
    /// <param name="last">Number after its last token.</param>
    /// <param name="clause">The act's clause.</param>
    /// <param name="taken">Clauses of the sentence's other acts: their places are theirs.</param>
    public List<Scene> Own(int sentence, int first, int last, (int From, int To) clause, IReadOnlyList<(int From, int To)> taken)
    {
        var all = passage.PlacesIn(sentence).Where(located => IsCandidate(located, sentence) && passage.AsideAt(located.First) == passage.AsideAt(first)).ToList();
        if (passage.RowOf(sentence) is { IsOfEvents: true } row && row.HasColumn(ColumnKind.Place))
        {
            return OfRow(row, all);
        }
        // A row of cells is one record; a row in words, with several acts, gives each the places of its own clause.
        if (passage.IsRow(sentence) && (taken.Count == 0 || !all.Exists(located => located.First >= clause.From && located.Last <= clause.To)))
        {
            return all.Count > 0 ? WithForm(Settle(all, "row"), sentence) : OfLabel(sentence) is { Count: > 0 } labelled ? labelled : OfForm(sentence) is { Count: > 0 } form ? form : Anaphor(clause, first) is { } above ? [above] : [];
        }
        var candidates = all.FindAll(located => !taken.Any(other => other != clause && !(other.From <= first && last <= other.To) && located.First >= other.From && located.Last <= other.To));
        var inClause = candidates.FindAll(located => located.First >= clause.From && located.Last <= clause.To);
        if (inClause.Count > 0)
        {
            inClause = taken.Any(other => other == clause) && inClause.Count > 1 ? InPart(inClause, clause, first, last) : inClause;
            var scenes = Within(Settle(inClause, "clause"), candidates, clause, first);
            // "Upper Dir. Gunfire from Kunar struck a pick-up": where the fire came from leaves the label its place.
            return scenes.TrueForAll(scene => scene.Role is PlaceRole.Origin) && OfLabel(sentence) is { Count: > 0 } label ? [.. label, .. scenes] : scenes;
        }
        if (Anaphor(clause, first) is { } told)
        {
            return [told];
        }
        var own = taken.Count == 0 ? Settle(candidates, "sentence") : Settle(Nearest(candidates, first, last), "sentence");
        return own.Count > 0 ? own : OfLabel(sentence) is { Count: > 0 } named ? named : OfHost(all, sentence, clause);
    }

    /// <summary>"a policeman was shot in Mir Ali, and a cart went off in Bannu": of two acts joined by "and" each has the places of its part, where it has any.</summary>
    private List<Located> InPart(List<Located> places, (int From, int To) clause, int first, int last)
    {
        var (from, to) = (first, last);
        while (from > clause.From && !IsJoint(from))
        {
            from--;
        }
        while (to < clause.To && !IsJoint(to))
        {
            to++;
        }
        return places.FindAll(located => located.First >= from && located.Last <= to) is { Count: > 0 } own ? own : places;
    }

    /// <summary>", and a cart went off", "and had bombed", "and of having struck": another verb begins.</summary>
    private bool IsJoint(int at) => tokens[at].Key is "and" && at > 0 && at + 1 < tokens.Count && ((tokens[at - 1].IsMark(',') && tokens[at + 1].Kind is not TokenKind.Mark && !tokens[at + 1].IsCapital)
        || tokens[at + 1].Key is "had" or "has" or "have" or "having" or "then" or "later" || (tokens[at + 1].Key is "of" && at + 2 < tokens.Count && tokens[at + 2].Key.EndsWith("ing", StringComparison.Ordinal) && !tokens[at + 2].IsCapital));

    /// <summary>The list of places nearest to some tokens.</summary>
    public List<Scene> Beside(int sentence, int first, int last)
    {
        var candidates = passage.PlacesIn(sentence).Where(located => IsCandidate(located, sentence) && (first >= passage.Text.Sentences[sentence].Last || passage.AsideAt(located.First) == passage.AsideAt(first))).ToList();
        return Settle(Nearest(candidates, first, last), "beside");
    }

    /// <summary>The places of the sentence before, else of the one after, of the same paragraph; else of who speaks.</summary>
    public List<Scene> Lent(int sentence)
    {
        if (!passage.IsRow(sentence))
        {
            foreach (var neighbour in (ReadOnlySpan<int>)[sentence - 1, sentence + 1, sentence - 2, sentence - 3])
            {
                if (neighbour >= 0 && neighbour < passage.Text.Sentences.Count && passage.SameBlock(neighbour, sentence)
                    && Settle(passage.PlacesIn(neighbour).Where(located => IsCandidate(located, neighbour) && passage.AsideAt(located.First) < 0).ToList(), "neighbour") is { Count: > 0 } scenes && scenes[0].Role is PlaceRole.Scene)
                {
                    return scenes;
                }
            }
        }
        return passage.IsRow(sentence) ? OfItem(sentence) : OfSequel(sentence);
    }

    /// <summary>Where the one who tells of it speaks from: "an official in Khyber-Pakhtunkhwa".</summary>
    public List<Scene> OfSpeaker(Speakers.Speech? speech) => speech is not { First: >= 0 } ? []
        : Settle(passage.Before(speech.Last).Where(located => located.First >= speech.First && located.Last <= speech.Last && IsSpot(located) && located.Toponym.Usage is ToponymUsage.Literal && !IsOfNewsroom(located)).ToList(), "speaker");

    /// <summary>Whether a place named anywhere may be where something happened.</summary>
    public bool MayBe(Located located) => IsCandidate(located, passage.Text.SentenceOf[located.First]);

    /// <summary>Whether a place may be a scene at all.</summary>
    private bool IsCandidate(Located located, int sentence) => IsSpot(located) && located.Toponym.Usage is ToponymUsage.Literal && !IsOfSpeaker(located, sentence) && !IsElsewhere(located, sentence);

    private static bool IsSpot(Located located) => located.Toponym.Place is { Kind: not PlaceKind.Country } && located.Toponym.Status is not ToponymStatus.Far;

    /// <summary>In the name of who speaks, or before it: "In Paktia, the governor's spokesman reported ...".</summary>
    private bool IsOfSpeaker(Located located, int sentence) => IsWhereSaid(located, sentence) || IsWhereSpeakerIs(located, sentence) || passage.Speakers.In(sentence).Any(speech => speech.First >= 0 && ((located.First >= speech.First && located.Last <= speech.Last && !IsOfPeople(speech, located) && !IsBeforeSpeaker(speech, located))
        || (located.First - 1 == passage.Text.Sentences[sentence].First && tokens[located.First - 1].Key is "in" && IsWideOrOneOfMany(located, sentence) && speech.VerbFirst >= speech.Last && !IsOfPeople(speech, located) && (speech.First == located.Last || (speech.First == located.Last + 1 && tokens[located.Last].IsMark(','))))));

    /// <summary>Officials so far from the line speak of another place.</summary>
    private const double WidestSpeakerKm = 30;

    /// <summary>"In Shorabak, officials said, troops fired on a tractor": a place smaller than a province is where it happened, if the sentence names no other.</summary>
    private bool IsWideOrOneOfMany(Located located, int sentence) => located.Toponym.Place!.Kind is PlaceKind.Province || passage.KmFromLine(located.Toponym.Place) > WidestSpeakerKm || passage.PlacesIn(sentence).Any(other => other != located && IsSpot(other) && other.Toponym.Place!.Kind is not PlaceKind.Province);

    /// <summary>"In Gomal district the people say ...": those who live there speak of their own place; a ministry does not.</summary>
    private bool IsOfPeople(Speakers.Speech speech, Located located) => located.First > 0 && tokens[located.First - 1].Key is "in" or "of" or "at" && Enumerable.Range(located.Last, Math.Max(0, speech.Last - located.Last)).Any(at => tokens[at].Key is "people" or "residents" or "villagers" or "locals" or "inhabitants" or "farmers" or "shepherds");

    /// <summary>"NATO said in Kabul", "told reporters in Peshawar on Monday": where it was said, with no more to say of it.</summary>
    private bool IsWhereSaid(Located located, int sentence)
    {
        var at = located.First - 1;
        var (first, last) = (passage.Text.Sentences[sentence].First, passage.Text.Sentences[sentence].Last);
        if (at <= first || !(tokens[at].Key is "in" or "from" or "at"))
        {
            return false;
        }
        var isAll = located.Last >= last || tokens[located.Last].Kind is TokenKind.Mark || tokens[located.Last].Key is "on" or "by" or "late" or "early" or "that" or "where";
        return IsSeatOfState(located, at, first, isAll) || (isAll && (tokens[at - 1].Key is "given" or "issued" or "released" or "published" or "speaking" or "interviewed" or "reached" or "contacted"
            || passage.Speakers.In(sentence).Any(speech => speech.Act is not Speakers.SpeechAct.Count && at - speech.VerbLast is >= 0 and <= 3
            && Enumerable.Range(speech.VerbLast, at - speech.VerbLast).All(word => tokens[word].IsCapital || tokens[word].Key is "reporters" or "journalists" or "newsmen" or "the" or "a" or "media" or "lawmakers" or "statement" or "us" or "parliament" or "news" or "press" or "conference" or "briefing" or "rally" or "gathering"))));
    }

    private static readonly HashSet<string> StateBodies = new(StringComparer.Ordinal) { "ministry", "ministries", "government", "authorities", "embassy", "leadership", "rulers", "administration", "conference", "briefing" };

    /// <summary>Words from "near" to "ministry": "near the old interior ministry in Kabul".</summary>
    private const int FarthestHit = 4;

    /// <summary>"the defence ministry in Kabul", "an interior ministry spokesman in Kabul", "a news conference in Islamabad": where a state speaks, far from the line; one that was hit is where it happened.</summary>
    private bool IsSeatOfState(Located located, int at, int first, bool isAll)
    {
        var body = at - (tokens[at - 1].Key is "spokesman" or "spokesperson" or "spokeswoman" && at - 2 >= first ? 2 : 1);
        var from = Math.Max(first, body - FarthestHit);
        // "the authorities in Ghazni detained thirty": only a ministry, whatever it goes on to do, is at its seat.
        return StateBodies.Contains(tokens[body].Key) && (isAll || tokens[body].Key is "ministry" or "ministries") && passage.KmFromLine(located.Toponym.Place!) > WidestSpeakerKm
            && (tokens[body].Key is "conference" or "briefing" || !Enumerable.Range(from, body - from).Any(word => tokens[word].Key is "near" or "outside" or "at" or "beside" or "behind" or "hit" or "struck" or "on" or "targeted" or "bombed"));
    }

    /// <summary>"A health worker in Dishu, the nearest clinic, said": between who speaks and the verb, behind "in" or "of".</summary>
    private bool IsWhereSpeakerIs(Located located, int sentence)
    {
        var at = located.First - 1;
        at -= at > 0 && tokens[at].Key is "the" ? 1 : 0;
        return at > 0 && tokens[at].Key is "in" or "at" or "of" or "from" && passage.Speakers.In(sentence).Any(speech => speech.First >= 0 && speech.VerbFirst >= located.Last && (speech.Last == at
            // "A health worker in Dishu, the nearest clinic, said": the apposition was taken for who speaks.
            || (speech.First == located.Last + 1 && tokens[located.Last].IsMark(',') && !IsOfPeople(speech, located) && speech.VerbFirst >= speech.Last && at - passage.Text.Sentences[sentence].First <= LongestSpeaker && !Enumerable.Range(passage.Text.Sentences[sentence].First, at - passage.Text.Sentences[sentence].First).Any(word => tokens[word].Kind is TokenKind.Mark))));
    }

    private List<Located> Nearest(List<Located> candidates, int first, int last)
    {
        if (candidates.Count == 0)
        {
            return [];
        }
        var nearest = candidates.OrderBy(located => located.First >= last ? located.First - last : first - located.Last + 2).First();
        return candidates.FindAll(located => InListWith(candidates, nearest, located));
    }

    private bool InListWith(List<Located> candidates, Located a, Located b)
    {
        if (ReferenceEquals(a, b))
        {
            return true;
        }
        var (left, right) = a.First < b.First ? (a, b) : (b, a);
        var between = candidates.Where(located => located.First >= left.First && located.Last <= right.Last).OrderBy(located => located.First).ToList();
        return between.Zip(between.Skip(1)).All(pair => IsJoin(pair.First.Last, pair.Second.First));
    }

    private bool IsJoin(int from, int to)
    {
        if (to < from || to - from > LongestList)
        {
            return false;
        }
        for (var at = from; at < to; at++)
        {
            if (!(tokens[at].IsMark(',') || tokens[at].Key is "and" or "or" or "of" or "in" or "the" || PlaceCues.IsKind(tokens, at)))
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>"in the district", "there": the place told that the words of a clause mean.</summary>
    public Scene? Meant((int From, int To) clause, int before) => Anaphor(clause, before);

    /// <summary>"in the district", "there", "the gate": the place told last that fits the word.</summary>
    private Scene? Anaphor((int From, int To) clause, int before)
    {
        for (var at = Math.Max(clause.From, before - Farthest); at < Math.Min(clause.To, before + Farthest); at++)
        {
            var key = tokens[at].Key;
            if (key is not ("the" or "this" or "that" or "same" or "here" or "there"))
            {
                continue;
            }
            var unit = at + 1;
            while (unit < clause.To && unit - at <= 3 && tokens[unit].Key is "same" or "very" or "general" or "said" or "main" or "busy" or "busiest" or "key" or "major" or "vital" or "important" or "nearby" or "strategic" or "bustling" or "disputed")
            {
                unit++;
            }
            var (noun, isPointing) = (unit < clause.To ? tokens[unit].Key : "", key is "the" or "this" or "that");
            // "the place", "that spot" may be anything; "the same place" is the one told.
            var isUnit = Units.Contains(noun) && (isPointing ? unit > at + 1 || noun is not ("place" or "spot" or "location" or "loc") : key is "same") && !(unit + 1 < tokens.Count && tokens[unit + 1].Key is "of");
            var isGate = isPointing && at + 1 < clause.To && Gates.Contains(noun) && !(unit > at + 1 && tokens[at + 1].Key is "same" or "very" or "general" or "said") && !(noun is "border" && unit + 1 < tokens.Count && OfBorder.Contains(tokens[unit + 1].Key));
            var isHere = key is "here" or "there" && !(at + 1 < tokens.Count && tokens[at + 1].Key is "was" or "were" or "is" or "are" or "have" or "has" or "had");
            if (key is "the" && OfCapital(at, clause.To) is { } capital)
            {
                return capital;
            }
            if ((!isUnit && !isGate && !isHere) || passage.Speakers.In(passage.Text.SentenceOf[at]).Any(speech => speech.First >= 0 && at >= speech.First && at < speech.Last))
            {
                continue;
            }
            var told = passage.Before(at).Where(located => IsSpot(located) && (located.Toponym.Usage is ToponymUsage.Literal || (isGate && located.Toponym.Usage is ToponymUsage.Dateline)) && passage.Text.SentenceOf[at] - passage.Text.SentenceOf[located.First] <= 12 && (!isGate || IsGate(located))).ToList();
            var block = passage.Text.SentenceOf[at];
            // "in the same area" is no province.
            told = isUnit && noun is not ("province" or "region") && told.FindAll(located => located.Toponym.Place!.Kind is not PlaceKind.Province) is { Count: > 0 } smaller ? smaller : told;
            var meant = (isUnit ? told.FindAll(located => passage.SameBlock(passage.Text.SentenceOf[located.First], block)) is { Count: > 0 } near ? near.FindLast(located => IsCandidate(located, passage.Text.SentenceOf[located.First])) ?? near[^1] : null : null) ?? (key is "there" ? OfLocalSpeaker(told, block) : null) ?? told.LastOrDefault(located => IsCandidate(located, passage.Text.SentenceOf[located.First])) ?? told.LastOrDefault();
            // "in Chahar Burjak of Nimroz. There ...": the smaller of the two.
            meant = meant is not null && noun is not ("province" or "region" or "district") && told.LastOrDefault(located => meant.First - located.Last is >= 0 and <= LongestList && LiesIn(located, meant) && passage.Text.SentenceOf[located.First] == passage.Text.SentenceOf[meant.First]) is { } inner ? inner : meant;
            if (meant is not null && (isGate || passage.Text.SentenceOf[at] - passage.Text.SentenceOf[meant.First] <= FarthestTold))
            {
                return new Scene(meant, PlaceRole.Scene, $"told before: {key} {(isHere ? "" : tokens[at + 1].Key)}".TrimEnd());
            }
        }
        return null;
    }

    private bool IsGate(Located located) => (located.Last < tokens.Count && Gates.Contains(tokens[located.Last].Key)) || passage.IsCrossing(located.Toponym.Place!);

    /// <summary>The places without those that only hold others of them, scenes before origins.</summary>
    private List<Scene> Settle(List<Located> places, string rule)
    {
        var scenes = new List<Scene>();
        foreach (var located in places)
        {
            var isListed = scenes.Count > 0 && IsJoin(scenes[^1].Located.Last, located.First) && !Enumerable.Range(scenes[^1].Located.Last, located.First - scenes[^1].Located.Last).Any(at => tokens[at].Key is "in" or "of");
            scenes.Add(new Scene(located, isListed ? scenes[^1].Role : RoleOf(located), rule));
        }
        scenes.RemoveAll(scene => scenes.Exists(other => !ReferenceEquals(other, scene) && IsHolder(scene, other)));
        var distinct = scenes.GroupBy(scene => scene.Place!.Id ?? $"{scene.Place.Lon},{scene.Place.Lat}").Select(group => group.First()).ToList();
        return distinct.Exists(scene => scene.Role is PlaceRole.Scene) ? [.. distinct.OrderBy(scene => scene.Role is PlaceRole.Origin ? 1 : 0)] : distinct;
    }

    /// <summary>"Jani Khel district of Paktia": Paktia says only where Jani Khel is. A unit listed beside its own place stays.</summary>
    private bool IsHolder(Scene outer, Scene inner)
    {
        if (outer.Place?.Place is not { } unit || unit.Kind is PlaceKind.Locality or PlaceKind.Crossing || inner.Place?.Place is not { } place || unit.Id == place.Id)
        {
            return false;
        }
        return passage.IsIn(place, unit) || (inner.Located.Toponym.Status is ToponymStatus.Approximate && place.Id == unit.Id);
    }

    private PlaceRole RoleOf(Located located)
    {
        var before = located.First - 1;
        before -= before > 0 && tokens[before].Key is "the" or "afghanistan" or "pakistan" ? 1 : 0;
        // "took in 19 wounded from Sarkano": where they were hit.
        var isOfHarmed = before > 0 && tokens[before - 1].Key is "wounded" or "injured" or "hurt" or "dead" or "bodies" or "casualties" or "patients" or "victims" or "killed";
        return before >= 0 && tokens[before].Key is "from" && !isOfHarmed ? PlaceRole.Origin : PlaceRole.Scene;
    }
}
