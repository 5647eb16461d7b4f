using BorderMap.Gazetteer;
using BorderMap.Gazetteer.Texts;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Toponyms;

/// <summary>Names that no source records, or records only far away: somewhere in what the text says holds them.</summary>
internal sealed partial class Resolving
{
    private const double ParentScore = 0.5;

    private const int WordsOfOffice = 4;

    /// <summary>Kilometres from a district to places that a text about it may name next, and from the line to what is at it.</summary>
    private const double NextKm = 100, AtLineKm = 30;

    /// <summary>A town recorded in so many names is meant by each of them, wherever the text was before.</summary>
    private const int NamesOfTown = 8;

    /// <summary>Metres outside a unit where its boundary is in doubt.</summary>
    private const double BesideM = 15_000;

    /// <summary>Drops near names that are other names: what is left is told by its own name or sounds the same.</summary>
    private Resolution Credible(Resolution resolution, PlaceMention mention, int number)
    {
        if (resolution.Candidates.All(candidate => candidate.Edits is null))
        {
            return resolution;
        }
        var name = text.Words(mention.First, mention.Last);
        var near = Near(number).FindAll(unit => Math.Abs(text.SentenceOf[mentions[unit.Mention].First] - text.SentenceOf[mention.First]) <= MostSentences);
        return resolution with { Candidates = [.. resolution.Candidates.Where(candidate => EditedNames.IsCredible(name, candidate, near.Exists(unit => unit.Unit.Kind is PlaceKind.District && IsBeside(candidate, unit.Unit))))] };
    }

    /// <summary>
    /// A hamlet far from every unit that the text names, told after one, or from the unit that it is said to lie in: the name is one of many, and this one
    /// is in no source. Somewhere in the unit is honest.
    /// </summary>
    private FoundToponym OrSomewhere(FoundToponym found, int number)
    {
        if (found.Place is null)
        {
            return Parent(number) is { } parent ? Somewhere(found, parent, "in no source; the text names") : found;
        }
        if (found is not { Place: { Kind: PlaceKind.Locality or PlaceKind.Crossing, Place: { } hamlet } } || hamlet.Names.Count >= NamesOfCity || (hamlet.Names.Count >= NamesOfTown && mentions[number].Match is { How: TextMatchKind.Exact } && HolderOf(number) is null))
        {
            return found;
        }
        if (HolderOf(number) is { } holder && holder.Id != hamlet.Id && !atlas.Places.IsIn(hamlet, holder, DateOnly.MaxValue) && new GeoPoint(holder.Lon, holder.Lat).KmTo(found.Place.Point) * 1000 > holder.RadiusM + BesideM)
        {
            return Somewhere(found, holder, "the namesakes lie outside");
        }
        var isGuessed = found.Status is ToponymStatus.Ambiguous || mentions[number].Match is not { How: TextMatchKind.Exact } || PlaceCues.Of(tokens, mentions[number].Last) is PlaceCue.Area;
        if (!isGuessed)
        {
            return found;
        }
        var near = Near(number).FindAll(unit => Math.Abs(text.SentenceOf[mentions[unit.Mention].First] - text.SentenceOf[mentions[number].First]) <= MostSentences);
        var last = near.FindLast(unit => unit.Mention < number && !IsOnlySaid(unit.Mention) && !IsBeforeOffice(unit.Mention)).Unit ?? TownBefore(number) ?? near.Find(unit => unit.Mention > number && unit.Unit.Kind is PlaceKind.District && !IsOnlySaid(unit.Mention) && !IsHome(unit.Mention)).Unit
            // "KURRAM: ... in the Palosin area": at last the district that the report comes from.
            ?? near.FindLast(unit => unit.Mention < number && !IsOfOfficials(unit.Mention) && !IsBeforeOffice(unit.Mention)).Unit ?? TownOfOrigin(number) ?? OfOfficials(number);
        return last is not { Kind: PlaceKind.District } district || IsNextAtLine(found.Place, district, mentions[number]) || near.Exists(unit => IsGround(unit.Mention, number) && IsAmid(found.Place, hamlet, unit.Unit, district)) ? found
            : Somewhere(found, district, "the namesakes lie far from");
    }

    /// <summary>Whether a unit says where the text is when it comes to a name: not one that it turns to later, nor one that only officials are of.</summary>
    private bool IsGround(int unit, int number) => (unit < number || text.SentenceOf[mentions[unit].First] == text.SentenceOf[mentions[number].First]) && !IsOfOfficials(unit) && !IsBeforeOffice(unit);

    /// <summary>In a unit or beside it; a province that only says where the district lies holds too much to say anything of a hamlet.</summary>
    private bool IsAmid(FoundPlace guess, Place hamlet, Place unit, Place district) => unit.Kind is PlaceKind.Province ? atlas.Places.IsIn(hamlet, unit, DateOnly.MaxValue) && !atlas.Places.IsIn(district, unit, DateOnly.MaxValue)
        : atlas.Places.IsIn(hamlet, unit, DateOnly.MaxValue) || !IsFar(guess, unit);

    /// <summary>"the Kandahar police chief"</summary>
    private bool IsBeforeOffice(int number) => mentions[number].Last is var at && at < tokens.Count && tokens[at].Key is "police" or "governor" or "governors" or "spokesman" or "officials" or "official" or "authorities" or "administration" or "hospital" or "commissioner";

    /// <summary>"at Chaman, near Killi Luqman", "the town of Chaman ... In Killi Luqman": the district of the town named last before, in its sentence or the ones before it.</summary>
    private Place? TownBefore(int number) => number > 0 && text.SentenceOf[mentions[number].First] - text.SentenceOf[mentions[number - 1].First] <= MostSentences && !IsOnlySaid(number - 1) ? DistrictOfTown(number - 1)
        // "Killi Luqman and Killi Jahangir": as the one listed before it.
        ?? (mentions[number].First - mentions[number - 1].Last <= 1 ? TownBefore(number - 1) : null) : null;

    private Place? DistrictOfTown(int number) => mentions[number].Match is { How: TextMatchKind.Exact, Places: [{ Kind: PlaceKind.Locality or PlaceKind.Crossing, DistrictId: { } district } town, ..] } && (town.Names.Count >= NamesOfTown || IsOrigin(number)) ? atlas.Places.Find(district) : null;

    /// <summary>"fired at each other near Palosin, police in Upper Kurram said": where nothing else says it, the district of those who tell it.</summary>
    private Place? OfOfficials(int number)
    {
        for (var other = Math.Max(0, number - MostListed); other < Math.Min(mentions.Count, number + MostListed); other++)
        {
            if (other != number && Math.Abs(text.SentenceOf[mentions[other].First] - text.SentenceOf[mentions[number].First]) <= 1 && (IsOfOfficials(other) || IsBeforeOffice(other)) && mentions[other].Match is { How: TextMatchKind.Exact, Places: [{ Kind: PlaceKind.District or PlaceKind.Area } unit, ..] })
            {
                return unit.Kind is PlaceKind.District ? unit : unit.DistrictId is { } district ? atlas.Places.Find(district) : null;
            }
        }
        return null;
    }

    /// <summary>"PARACHINAR: ... in the Palosin area": the district of the town that the report is dated from.</summary>
    private Place? TownOfOrigin(int number) => number > 0 && IsOrigin(0) && mentions[0].First == 0 ? DistrictOfTown(0) : null;

    /// <summary>"Datta Khel", told after Bannu: by its own name at the line, in the next district or the one after it.</summary>
    private bool IsNextAtLine(FoundPlace guess, Place district, PlaceMention mention) => mention.Match is { How: TextMatchKind.Exact } && new GeoPoint(district.Lon, district.Lat).KmTo(guess.Point) <= NextKm && atlas.Line.DistanceKm(guess.Lon, guess.Lat) <= AtLineKm;

    private bool IsBeside(Candidate candidate, Place unit) => atlas.Places.IsIn(candidate.Place, unit, DateOnly.MaxValue) || new GeoPoint(unit.Lon, unit.Lat).KmTo(new GeoPoint(candidate.Lon, candidate.Lat)) * 1000 <= unit.RadiusM + BesideM;

    private static bool IsFar(FoundPlace place, Place unit) => new GeoPoint(unit.Lon, unit.Lat).KmTo(place.Point) * 1000 > unit.RadiusM + NearM;

    private static FoundToponym Somewhere(FoundToponym found, Place unit, string why)
    {
        var place = Direct(unit, unit.Kind is PlaceKind.Province ? PlacePrecision.Province : PlacePrecision.District) with { Score = ParentScore, Why = $"{why} {unit.Name}" };
        return found with { Status = ToponymStatus.Approximate, Place = place, Others = found.Place is null ? found.Others : [found.Place, .. found.Others] };
    }

    /// <summary>The district or province that the text says holds a name.</summary>
    private Place? HolderOf(int number) => (Holder(number) ?? Possessor(number)) is { } holder && mentions[holder].Match is { Places: [{ Kind: PlaceKind.Province or PlaceKind.District } unit, ..] } ? unit : null;

    /// <summary>The unit told to hold an unknown name; else the one named beside it, or before it close by.</summary>
    private Place? Parent(int number)
    {
        if ((HolderOf(number) ?? UnitOf(number)) is { } told)
        {
            return told;
        }
        var sentence = text.SentenceOf[mentions[number].First];
        for (var before = number - 1; before >= Math.Max(0, number - MostListed) && text.SentenceOf[mentions[before].First] == sentence; before--)
        {
            if (mentions[before].Match is { How: TextMatchKind.Exact, Places: [{ Kind: not PlaceKind.Country } place, ..] namesakes })
            {
                if (place.Kind is PlaceKind.District or PlaceKind.Province)
                {
                    return place;
                }
                if (namesakes.Count == 1 && place.DistrictId is { } district && atlas.Places.Find(district) is { } unit)
                {
                    return unit;
                }
            }
        }
        var near = Near(number).FindAll(unit => unit.Mention < number && sentence - text.SentenceOf[mentions[unit.Mention].First] <= MostSentences && !IsOnlySaid(unit.Mention));
        // A province is named for its officials as often as for what happened there.
        return near.FindLast(unit => unit.Unit.Kind is PlaceKind.District).Unit ?? near.LastOrDefault().Unit ?? Near(number).FindLast(unit => unit.Mention < number && IsOrigin(unit.Mention) && sentence - text.SentenceOf[mentions[unit.Mention].First] <= MostSentences).Unit;
    }

    /// <summary>Of officials, or at the head of the report: where it was told.</summary>
    private bool IsOnlySaid(int number) => IsOfOfficials(number) || IsOrigin(number);

    private bool IsHome(int number) => Homes.Is(tokens, mentions[number].First, text.Sentences[text.SentenceOf[mentions[number].First]].First);

    /// <summary>"QUETTA, Oct 15: ...", "KHOST (Agency) - ...": in capitals at the head of a paragraph of the beginning.</summary>
    private bool IsOrigin(int number) => IsHeadOfReport(number) || (number > 0 && mentions[number].First - mentions[number - 1].Last == 1 && tokens[mentions[number].First - 1].Kind is TokenKind.Mark && tokens[mentions[number].First].IsAllCapitals && IsHeadOfReport(number - 1));

    private bool IsHeadOfReport(int number) => mentions[number].First is var first && text.SentenceOf[first] is <= MostSentences and var sentence && text.Sentences[sentence].First == first && tokens[first].IsAllCapitals && text.KindOf(text.Sentences[sentence]) is not BlockKind.Row
        && mentions[number].Last < tokens.Count && tokens[mentions[number].Last].Kind is TokenKind.Mark;

    /// <summary>"the governor's house in Parun", "the authorities in Zabul": where people speak, not where something is.</summary>
    private bool IsOfOfficials(int number)
    {
        for (var at = mentions[number].First - 1; at >= Math.Max(0, mentions[number].First - WordsOfOffice) && text.SentenceOf[at] == text.SentenceOf[mentions[number].First]; at--)
        {
            if (tokens[at].Key is "authorities" or "officials" or "official" or "governor" or "spokesman" or "spokesperson" or "police" or "chief" or "hospital" or "commissioner" or "administration" or "director" or "government" or "office" or "correspondent" or "reporters")
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>A name that was somewhere in a unit where it first stood is there wherever it comes again.</summary>
    private List<FoundToponym> AsBefore(List<FoundToponym> found)
    {
        var first = new Dictionary<string, FoundToponym>(StringComparer.Ordinal);
        for (var number = 0; number < found.Count; number++)
        {
            var mention = mentions[number];
            if (found[number].Status is ToponymStatus.Approximate)
            {
                first.TryAdd(Key(mention), found[number]);
            }
            else if (found[number].Status is ToponymStatus.Unknown or ToponymStatus.Ambiguous && first.TryGetValue(Key(mention), out var before))
            {
                found[number] = found[number] with { Status = before.Status, Place = before.Place, Others = before.Others };
            }
        }
        return found;
    }

    private string Key(PlaceMention mention) => text.Words(mention.First, mention.Last).ToLowerInvariant();
}
