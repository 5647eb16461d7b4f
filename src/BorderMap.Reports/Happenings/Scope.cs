using BorderMap.Reports.Lexicons;
using BorderMap.Reports.Speakers;

namespace BorderMap.Reports.Happenings;

/// <summary>Whether an act belongs to the border: force across it or at it, one state's force on the other's soil, a crossing, a truce between them.</summary>
internal sealed partial class Scope(Passage passage)
{
    /// <summary>Farther from the line a place alone does not say that the border is concerned.</summary>
    private const double BeltKm = 30;

    /// <summary>So near, whoever attacks a post does so at the border.</summary>
    private const double AtTheLineKm = 5;

    private const double DeepKm = 60;

    /// <summary>Words of the border, and apart from them words of another border or matter: "on Friday Iranian border guards" is both.</summary>
    private static readonly PhraseTable<bool> Cues = CuesOf("in"), Others = CuesOf("out");

    private static readonly PhraseTable<bool> Reactions = new([("condemn~v|denounce~v|deplore~v|mourn~v|regret|regrets|regretted|welcome~v|condole~v|lament~v|decry|decried|decries|praise~v|hail|hails|hailed", true),
        ("offer~v|express~v|extend~v|convey|conveys|conveyed|send|sends|sent ..2 condolences|sympathy|sympathies|sorrow|grief|regret|solidarity", true)]);

    private static readonly PhraseTable<bool> NotOfBorder = new([("nothing|unrelated|no|not ..4 to|do|with ..1 border|frontier|fence", true), ("not|non|no ..1 border related", true), ("not ..1 border", true)]);

    private readonly Dictionary<int, (bool Border, bool Outside, HashSet<string> Sides)> read = [];
    private bool? isAboutBorder;
    private bool? hasBothSides;
    private bool? isOfBelt;

    /// <summary>In words why it belongs; null where it does not.</summary>
    public string? Why(Mention mention, IReadOnlyList<Scene> scenes)
    {
        var (border, outside, sides) = Of(mention.Sentence);
        var isSaidHere = border;
        // A row of a log whose title names the border.
        border |= mention.IsRow && (Of(0).Border || (HasBothSides() && Acts.GroupOf(mention.Kind) is "combat")) && IsInBelt(scenes);
        if (outside || IsNotedOutside(mention.Sentence))
        {
            return null;
        }
        // A row has no room for words of the border: the table is about it, and the place lies there.
        border |= passage.RowOf(mention.Sentence) is not null && IsAboutBorder() && IsInBelt(scenes);
        var group = Acts.GroupOf(mention.Kind);
        if (scenes.Count > 0 && scenes.All(scene => IsInland(group, scene, isSaidHere)))
        {
            return null;
        }
        if (group is "crossing_closure" or "crossing_reopening" && scenes.Count > 0 && scenes.All(IsOtherGate))
        {
            return null;
        }
        if (group is "crossing_closure" or "crossing_reopening" or "ceasefire" or "fence_dispute" or "infiltration" or "airspace_violation")
        {
            return "its kind concerns the border";
        }
        // Men taken in a city are a matter of its police.
        if (group is "custody" && scenes.Count > 0 && scenes.All(scene => scene.Place is { } place && !IsInBelt(place)))
        {
            return null;
        }
        if (group is "drone_shootdown" && IsInBelt(scenes))
        {
            return "an aircraft brought down in the border belt";
        }
        if (border || (group is "custody" or "explosive" && IsFromAcross(mention, scenes)))
        {
            return "words of the border beside it";
        }
        if (sides.Contains("AF") && sides.Contains("PK"))
        {
            return "both sides beside it";
        }
        var countries = scenes.Select(scene => scene.Place?.Country).OfType<string>().ToHashSet();
        if ((countries.Contains("AF") && sides.Contains("PK")) || (countries.Contains("PK") && sides.Contains("AF")) || (countries.Contains("AF") && countries.Contains("PK")))
        {
            return "one side's force on the other's soil";
        }
        if (group is "strike" && countries.Contains("AF") && !IsOfOthers(mention.Sentence) && !IsBombOfOthers(mention, scenes) && (Beside(mention.Sentence).Sides.Contains("PK") || (HasBothSides() && mention is { Kind: "airstrike", IsToll: false } && IsRecent(mention)) || !scenes.All(IsDeep)))
        {
            return "from the air on Afghan soil";
        }
        if (group is "custody" or "release" && scenes.Any(scene => scene.Place is { } place && passage.IsAtCrossing(place)))
        {
            return "at a crossing";
        }
        if (group is "explosive" && scenes.Any(scene => scene.Place is { Kind: not Gazetteer.PlaceKind.Province and not Gazetteer.PlaceKind.District } place && passage.Atlas.Line.DistanceKm(place.Lon, place.Lat) <= AtTheLineKm))
        {
            return "at the line";
        }
        // "Separately, a blast in the town of Wana": turned to something else, it is of the border only by its own words.
        if (group is "explosive" && mention.IsAnother && !isSaidHere)
        {
            return null;
        }
        if (group is "explosive" && IsInBelt(scenes) && Beside(mention.Sentence) is { Border: true, Outside: false })
        {
            return "words of the border in a neighbouring sentence";
        }
        if (group is "explosive" && IsInBelt(scenes) && IsOfBelt() && (HasForces(mention.Sentence) || IsAboutBorder()))
        {
            return "in the border belt, in a report of no other place";
        }
        if (group is "explosive" or "custody" or "release")
        {
            return null;
        }
        if (group is "combat" && (HasForces(mention.Sentence) || HasBothSides() || mention.Cue.Contains("sides", StringComparison.Ordinal)) && scenes.Any(scene => scene.Place is { Kind: Gazetteer.PlaceKind.Crossing }))
        {
            return "forces in arms at a crossing";
        }
        var (borderBeside, outsideBeside, sidesBeside) = Beside(mention.Sentence);
        if (outsideBeside)
        {
            return null;
        }
        if (borderBeside || (sidesBeside.Contains("AF") && sidesBeside.Contains("PK")) || (countries.Contains("AF") && sidesBeside.Contains("PK")) || (countries.Contains("PK") && sidesBeside.Contains("AF")))
        {
            return "words of the border in a neighbouring sentence";
        }
        var isInBelt = IsInBelt(scenes);
        if (group is "strike" && IsOfOthers(mention.Sentence))
        {
            return null;
        }
        // Gunmen who shoot somebody are no force at the border.
        if ((mention.Cue.StartsWith("shot ", StringComparison.Ordinal) || mention.Cue.StartsWith("gunned", StringComparison.Ordinal)) && !HasForces(mention.Sentence))
        {
            return null;
        }
        if (isInBelt && group is "combat" && countries is { Count: 1 } && countries.Contains("AF"))
        {
            return "arms at the border, on the Afghan side";
        }
        // Militants inside Pakistan, and no word of the border beside them: another war.
        if (countries is { Count: 1 } && countries.Contains("PK") && !scenes.Any(scene => scene.Place is { } place && passage.Atlas.Line.DistanceKm(place.Lon, place.Lat) <= AtTheLineKm) && passage.ActorsIn(mention.Sentence).Any(match => match.Value.Side is "other"))
        {
            return null;
        }
        return isInBelt && (IsAboutBorder() || HasBothSides()) ? "in the border belt, in a report about the border"
            : isInBelt && IsOfBelt() ? "in the border belt, in a report of no other place" : null;
    }

    /// <summary>
    /// Whether force on the ground at a place is none at the border: deeper in Pakistan than the belt, or a bomb or an arrest deeper in either country. Of
    /// air strikes and artillery on Afghan soil no place is too deep.
    /// </summary>
    private bool IsInland(string group, Scene scene, bool isBesideBorder) => scene.Place is { } place
        && (place.Country is "PK" ? group is "combat" or "infiltration" or "explosive" or "custody" or "release" or "fence_dispute" : group is "explosive" or "custody" or "fence_dispute")
        && passage.Atlas.Line.DistanceKm(place.Lon, place.Lat) > BeltKm + (place.Kind is Gazetteer.PlaceKind.Locality || (group is "explosive" or "custody" && !isBesideBorder) ? 0 : group is "explosive" ? Math.Min(place.RadiusM / 1000, Passage.WidestKm) : group is "custody" ? Math.Min(place.RadiusM / 1000, 2 * Passage.WidestKm) : place.RadiusM / 1000);

    /// <summary>So far from the line that only the words beside it say whose aircraft it was.</summary>
    private bool IsDeep(Scene scene) => scene.Place is { } place && passage.KmFromLine(place) > DeepKm;

    /// <summary>"an alliance aircraft bombed a camp": the war of others, where Pakistan is not named beside it.</summary>
    public bool IsOfOthers(int number)
    {
        if (IsNotedOutside(number))
        {
            return true;
        }
        var sentence = passage.Text.Sentences[number];
        return !Of(number).Sides.Contains("PK") && Enumerable.Range(sentence.First, sentence.Last - sentence.First).Any(at => passage.Tokens[at].Key is "nato" or "isaf" or "american" or "coalition" or "alliance" or "allied" or "us" && passage.Tokens[at].IsCapital | passage.Tokens[at].Key is not "us");
    }

    /// <summary>"Taliban raid on a hideout. Internal, no link with the border": the note at the end of the same row.</summary>
    private bool IsNotedOutside(int number)
    {
        for (var next = number + 1; passage.IsRow(number) && next < passage.Text.Sentences.Count && passage.SameBlock(number, next); next++)
        {
            if (NotOfBorder.Find(passage.Tokens, passage.Text.Sentences[next].First, passage.Text.Sentences[next].Last).Count > 0)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Of the year before the report, and not of an older war.</summary>
    private bool IsRecent(Mention mention) => passage.Published is not { } published || mention.Time is not { Start: { } start } || start >= published.AddYears(-1);

    /// <summary>Farther inside Pakistan than any force at the border reaches.</summary>
    public bool IsDeepInPakistan(Scene scene) => scene.Place is { Country: "PK" } place && (IsSeat(place) || passage.Atlas.Line.DistanceKm(place.Lon, place.Lat) > DeepKm + place.RadiusM / 1000);

    /// <summary>
    /// "In Quetta, a grenade wounded a watchman": whose district reaches far, but who names it means the city, where desks, hospitals and spokesmen sit and no
    /// force of the border stands.
    /// </summary>
    public static bool IsOfSeat(Scene scene) => scene.Place is { } place && IsSeat(place);

    private static bool IsSeat(FoundPlace place) => place is { Country: "PK", Kind: Gazetteer.PlaceKind.Locality or Gazetteer.PlaceKind.District, Name: "Peshawar" or "Quetta" };

    /// <summary>A gate so far from the line that it is one to another country.</summary>
    private bool IsOtherGate(Scene scene) => scene.Place is { Kind: not Gazetteer.PlaceKind.Province } place && passage.KmFromLine(place) > DeepKm;

    private bool IsInBelt(IReadOnlyList<Scene> scenes) => scenes.Any(scene => scene.Place is { } place && IsInBelt(place));

    public bool IsInBelt(FoundPlace place) => passage.KmFromLine(place) <= BeltKm;

    private bool HasForces(int number)
    {
        var sentence = passage.Text.Sentences[number];
        return Enumerable.Range(sentence.First, sentence.Last - sentence.First).Any(at => Figures.People.CategoryAt(passage.Tokens, at, sentence.Last) is "soldiers" or "security_forces");
    }

    /// <summary>Whether a deed read from single words has what makes it one: a place of the belt in its sentence, or one beside it and a word of the border.</summary>
    public bool IsAtBorder(Mention mention, IReadOnlyList<Scene> scenes) => (mention.Kind is "ceasefire" && (IsAboutBorder() || HasBothSides())) || (mention.Own.Count > 0 || Of(mention.Sentence).Border || IsOfBelt())
        && scenes.Any(scene => scene.Place is { } place && (IsInBelt(place) || (place.Country is "AF" && Acts.GroupOf(mention.Kind) is "strike" or "airspace_violation")));

    public IReadOnlySet<string> SidesIn(int sentence) => Of(sentence).Sides;

    /// <summary>Whether any sentence has a word of the border, or both sides are named.</summary>
    public bool IsAboutBorder() => isAboutBorder ??= Enumerable.Range(0, passage.Text.Sentences.Count).Any(number => Of(number).Border)
        || Enumerable.Range(0, passage.Text.Sentences.Count).SelectMany(number => Of(number).Sides).ToHashSet().IsSupersetOf(["AF", "PK"]);

    /// <summary>Whether every place of the text lies in the border belt: a short note of one valley at the line.</summary>
    private bool IsOfBelt() => isOfBelt ??= passage.Places.Where(located => located.Toponym.Usage is ToponymUsage.Literal && located.Toponym.Place is not { Kind: Gazetteer.PlaceKind.Country })
        .Select(located => located.Toponym.Place).ToList() is { Count: > 0 } places && places.Exists(place => place is not null && IsInBelt(place)) && places.TrueForAll(place => place is not null && (IsInBelt(place) || IsHolder(place, places)))
        && Enumerable.Range(0, passage.Text.Sentences.Count).All(number => !Of(number).Outside);

    /// <summary>"in Chaman, Balochistan": a province that only says where a place named with it lies.</summary>
    private bool IsHolder(FoundPlace place, List<FoundPlace?> places) => place is { Kind: Gazetteer.PlaceKind.Province, Place: { } unit } && places.Exists(other => other is { Kind: not Gazetteer.PlaceKind.Province, Place: { } inner } && passage.IsIn(inner, unit));

    /// <summary>Whether places of the belt in both countries are named, or who speaks is of both sides.</summary>
    public bool HasBothSides() => hasBothSides ??= passage.Places.Where(located => located.Toponym is { Usage: ToponymUsage.Literal, Place: { Kind: not Gazetteer.PlaceKind.Country } place } && IsInBelt(place))
        .Select(located => located.Toponym.Place!.Country).Distinct().Count() > 1
        || Enumerable.Range(0, passage.Text.Sentences.Count).SelectMany(passage.ActorsIn).Select(match => match.Value.Side).ToHashSet().IsSupersetOf(["AF", "PK"]);

    public (bool Border, bool Outside, HashSet<string> Sides) Beside(int sentence)
    {
        var (border, outside, sides) = (false, false, new HashSet<string>());
        for (var other = sentence - 1; other <= sentence + 1; other++)
        {
            if (other >= 0 && other < passage.Text.Sentences.Count && other != sentence && passage.SameBlock(other, sentence))
            {
                var of = Of(other);
                border |= of.Border;
                outside |= of.Outside;
                sides.UnionWith(of.Sides);
            }
        }
        sides.UnionWith(Of(sentence).Sides);
        return (border, outside, sides);
    }

    public (bool Border, bool Outside, HashSet<string> Sides) Of(int number)
    {
        if (!read.TryGetValue(number, out var of))
        {
            var sentence = passage.Text.Sentences[number];
            var cues = Cues.Find(passage.Tokens, sentence.First, sentence.Last);
            var sides = passage.ActorsIn(number).Where(match => match.Value.Side is "AF" or "PK" && !IsSpeaker(number, match) && !IsReacting(sentence.Last, match)).Select(match => match.Value.Side).ToHashSet();
            read[number] = of = (cues.Count > 0, Others.Find(passage.Tokens, sentence.First, sentence.Last).Count > 0 || (cues.Count == 0 && sides.Count == 0 && IsOfThirdCountry(number)), sides);
        }
        return of;
    }

    private static PhraseTable<bool> CuesOf(string scope) => new(LexiconFile.Rows("border-cues.tsv", "pattern\tscope\twhy").Where(row => row[1] == scope).Select(row => (row[0], true)));

    /// <summary>"Pakistan condemns Monday's attack": who mourns or condemns a deed is no party to it.</summary>
    private bool IsReacting(int to, PhraseMatch<ActorName> match)
    {
        var at = match.Last;
        while (at < to && passage.Tokens[at].Key is "has" or "have" or "had" or "also" or "strongly" or "government" or "later" or "earlier")
        {
            at++;
        }
        return at < to && Reactions.At(passage.Tokens, at, to) is not null;
    }

    /// <summary>"seized a man who had come from Bazar": out of a place of the other country.</summary>
    private bool IsFromAcross(Mention mention, IReadOnlyList<Scene> scenes)
    {
        var country = scenes.Select(scene => scene.Place?.Country).FirstOrDefault(code => code is not null);
        // "A bomb hit the bus. Those who laid it had come from Kunar": told in the next sentence.
        var next = mention.Sentence + 1 < passage.Text.Sentences.Count && passage.SameBlock(mention.Sentence, mention.Sentence + 1) ? mention.Sentence + 1 : mention.Sentence;
        // "kidnapped by gunmen who fled towards Khost": into a place of the other country.
        if (country is not null && Acts.GroupOf(mention.Kind) is "custody" && passage.PlacesIn(mention.Sentence).Any(located => located.First >= mention.Last + 2 && passage.Tokens[located.First - 1].Key is "to" or "toward" or "towards" or "into"
            && passage.Tokens[located.First - 2].Key is "fled" or "escaped" or "retreated" or "withdrew" or "fleeing" or "escaping" or "back" or "crossed" or "away" or "taken" && located.Toponym.Place is { Country: "AF" or "PK" } refuge && refuge.Country != country))
        {
            return true;
        }
        return country is not null && passage.PlacesIn(mention.Sentence).Concat(next > mention.Sentence && Acts.GroupOf(mention.Kind) is "explosive" ? passage.PlacesIn(next) : []).Any(located => located.First >= mention.Last && located.First > 1 && passage.Tokens[located.First - 1].Key is "from"
            && passage.Tokens[located.First - 2].Key is "come" or "came" or "coming" or "crossed" or "crossing" or "over" or "in" or "across" or "entered" or "entering" or "arrived" or "arriving" or "slipped" or "walked" or "strayed" or "returned" or "returning"
            && located.Toponym.Place is { Country: "AF" or "PK" } place && place.Country != country);
    }

    /// <summary>Who only speaks is no party.</summary>
    private bool IsSpeaker(int sentence, PhraseMatch<ActorName> match) => passage.Speakers.In(sentence).Any(speech => speech.First >= 0 && match.First >= speech.First && match.Last <= speech.Last);
}
