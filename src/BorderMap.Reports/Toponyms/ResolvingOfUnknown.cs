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
        var isGuessed = found.Status is ToponymStatus.Ambiguous || mentions[number].Match is { How: not TextMatchKind.Exact } || PlaceCues.Of(tokens, mentions[number].Last) is PlaceCue.Area;
        if (!isGuessed)
        {
            return found;
        }
        var near = Near(number).FindAll(unit => Math.Abs(text.SentenceOf[mentions[unit.Mention].First] - text.SentenceOf[mentions[number].First]) <= MostSentences);
        var last = near.FindLast(unit => unit.Mention < number && !IsOnlySaid(unit.Mention)).Unit ?? TownBefore(number) ?? near.Find(unit => unit.Mention > number && unit.Unit.Kind is PlaceKind.District && !IsOnlySaid(unit.Mention)).Unit
            // "KURRAM: ... in the Palosin area": at last the district that the report comes from.
            ?? near.FindLast(unit => unit.Mention < number && !IsOfOfficials(unit.Mention)).Unit;
        return last is not { Kind: PlaceKind.District } district || IsNextAtLine(found.Place, district, mentions[number]) || near.Exists(unit => atlas.Places.IsIn(hamlet, unit.Unit, DateOnly.MaxValue) || !IsFar(found.Place, unit.Unit)) ? found
            : Somewhere(found, district, "the namesakes lie far from");
    }

    /// <summary>"at Chaman, near Killi Luqman": the district of a town that the sentence named before.</summary>
    private Place? TownBefore(int number) => number > 0 && text.SentenceOf[mentions[number - 1].First] == text.SentenceOf[mentions[number].First] && !IsOnlySaid(number - 1)
        && mentions[number - 1].Match is { How: TextMatchKind.Exact, Places: [{ Kind: PlaceKind.Locality or PlaceKind.Crossing, DistrictId: { } district, Names.Count: >= NamesOfTown }, ..] } ? atlas.Places.Find(district) : null;

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

    /// <summary>"QUETTA, Oct 15: ...", "KHOST (Agency) - ...": in capitals at the head of a paragraph of the beginning.</summary>
    private bool IsOrigin(int number) => mentions[number].First is var first && text.SentenceOf[first] is <= MostSentences and var sentence && text.Sentences[sentence].First == first && tokens[first].IsAllCapitals && text.KindOf(text.Sentences[sentence]) is not BlockKind.Row
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
