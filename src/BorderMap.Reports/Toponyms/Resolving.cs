using BorderMap.Gazetteer;
using BorderMap.Gazetteer.Texts;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Toponyms;

/// <summary>Says which places the names of a text mean, all together: a district helps its village, a province its district.</summary>
internal sealed partial class Resolving
{
    /// <summary>A town recorded in so many names is meant before the district named after it.</summary>
    private const int NamesOfCity = 15;
    private const int MostCandidates = 4;
    private const int MostUnits = 12;

    /// <summary>The matcher gives no more places of a name; there may be others.</summary>
    private const int MostNamesakes = 25;
    private const int MostSentences = 3;
    private const int MostBack = 40;
    private const int MostListed = 10;

    /// <summary>Metres around a unit that still count as its surroundings.</summary>
    private const double NearM = 40_000;

    private readonly ReportText text;
    private readonly IReadOnlyList<Token> tokens;
    private readonly Atlas atlas;
    private readonly List<PlaceMention> mentions;
    private readonly KnownNames names;
    private readonly List<(int Mention, Place Unit)> units;

    private Resolving(ReportText text, Atlas atlas, KnownNames names, List<PlaceMention> mentions)
    {
        (this.text, tokens, this.atlas, this.names, this.mentions) = (text, text.Tokens, atlas, names, mentions);
        units = [.. mentions.Select((mention, i) => (i, mention.Match)).Where(pair => pair.Match is { How: TextMatchKind.Exact, Places: [{ Kind: PlaceKind.Province or PlaceKind.District }, ..] })
            .Select(pair => (pair.i, pair.Match!.Places[0]))];
    }

    /// <summary>The mentions with their places, in the order of the text.</summary>
    public static List<FoundToponym> Of(ReportText text, Atlas atlas, KnownNames names, List<PlaceMention> mentions)
    {
        var resolving = new Resolving(text, atlas, names, mentions);
        return resolving.Drawn(resolving.AsBefore([.. mentions.Select((_, i) => resolving.Resolve(i))]));
    }

    public static FoundPlace PlaceOf(Candidate candidate) => new(
        candidate.Place.Id, candidate.Place.Name, candidate.Place.Kind, candidate.Place.Country, candidate.Lon, candidate.Lat, candidate.Precision, candidate.RadiusM, candidate.Score, candidate.Why)
    { Place = candidate.Place };

    private FoundToponym Resolve(int number)
    {
        var mention = mentions[number];
        var found = new FoundToponym { Span = mention.Span, Text = mention.Span.Of(text.Original), Rule = mention.Rule, Status = ToponymStatus.Unknown };
        if (mention.Far is { } far)
        {
            return found with { Status = ToponymStatus.Far, Place = far };
        }
        if (mention.Match is { Places: [{ Kind: PlaceKind.Country } country, ..] })
        {
            return found with { Status = ToponymStatus.Resolved, Place = Direct(country, PlacePrecision.Country) };
        }
        var context = ContextOf(number);
        if (Only(mention, context.Length == 0 ? null : UnitOf(number)) is { } only)
        {
            return OrSomewhere(found with { Status = ToponymStatus.Resolved, Place = only }, number);
        }
        if (context.Length == 0 && mention.Match is { Places: [{ Kind: PlaceKind.Province } province, ..] } && mention.Named is null or PlaceKind.Province)
        {
            return found with { Status = ToponymStatus.Resolved, Place = Direct(province, PlacePrecision.Province) };
        }
        return OrSomewhere(With(found, Town(Credible(Ask(mention, context.Length > 0 ? context : Surroundings(number)), mention, number), mention)), number);
    }

    /// <summary>The one place of that very name, of all or of those in a unit: nothing has to be weighed.</summary>
    private FoundPlace? Only(PlaceMention mention, Place? unit)
    {
        if (mention.Match is not { How: TextMatchKind.Exact, Places: { Count: > 0 and < MostNamesakes } namesakes })
        {
            return null;
        }
        var among = unit is null ? namesakes : [.. namesakes.Where(place => place.Id != unit.Id && atlas.Places.IsIn(place, unit, DateOnly.MaxValue))];
        return among is [{ Kind: PlaceKind.District or PlaceKind.Locality } only] && (mention.Named is not (PlaceKind.District or PlaceKind.Province) || mention.Named == only.Kind)
            ? Direct(only, only.Kind is PlaceKind.District ? PlacePrecision.District : PlacePrecision.Locality) with { Score = 0.95 } : null;
    }

    /// <summary>The unit that the text says holds a name, where its own name is recorded.</summary>
    private Place? UnitOf(int number) => (Holder(number) ?? Possessor(number) ?? SameAsBefore(number) ?? ListHolder(number)) is { } holder
        && mentions[holder].Match is { How: TextMatchKind.Exact, Places: [{ Kind: PlaceKind.Province or PlaceKind.District } unit, ..] } ? unit : null;

    private static FoundPlace Direct(Place place, PlacePrecision precision) =>
        new(place.Id, place.Name, place.Kind, place.Country, place.Lon, place.Lat, precision, place.RadiusM, 1, "recorded name") { Place = place };

    private static FoundToponym With(FoundToponym found, Resolution resolution) => resolution.Candidates.Count == 0 ? found : found with
    {
        Status = resolution.Status switch
        {
            ResolutionStatus.Resolved => ToponymStatus.Resolved,
            ResolutionStatus.Approximate => ToponymStatus.Approximate,
            _ => ToponymStatus.Ambiguous,
        },
        Place = PlaceOf(resolution.Candidates[0]),
        Others = [.. resolution.Candidates.Skip(1).Select(PlaceOf)],
    };

    private Resolution Ask(PlaceMention mention, string context)
    {
        var name = text.Words(mention.First, mention.Last);
        // A word of kind beside the name says what it is; "gate" and "area" say too little.
        var kind = mention.Named is PlaceKind.District or PlaceKind.Province ? mention.Named : null;
        return names.Resolve(new ResolveQuery(name) { Context = context.Length > 0 ? context : null, Kind = kind, NearLine = true, Limit = MostCandidates });
    }

    /// <summary>The units named around a mention, in the order of the text.</summary>
    private List<(int Mention, Place Unit)> Near(int number)
    {
        var (low, high) = (0, units.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = units[middle].Mention < number ? (middle + 1, high) : (low, middle);
        }
        var first = Math.Max(0, low - MostUnits);
        return units.GetRange(first, Math.Min(units.Count, low + MostUnits) - first).FindAll(unit => unit.Mention != number);
    }

    /// <summary>"Peshawar": the city, not the district around it, unless a word says so.</summary>
    private static Resolution Town(Resolution resolution, PlaceMention mention)
    {
        if (mention.Named is not null || resolution.Candidates is not { Count: > 1 } candidates || candidates[0].Place.Kind is not PlaceKind.District)
        {
            return resolution;
        }
        var city = candidates.FirstOrDefault(other => other.Place.Kind is PlaceKind.Locality && other.Place.Name == candidates[0].Place.Name && other.Place.Names.Count >= NamesOfCity);
        return city is null ? resolution : resolution with { Candidates = [city, .. candidates.Where(other => other != city)] };
    }

    /// <summary>The nearest unit named in the text that holds one of several namesakes: a text about Kunar means Kunar's.</summary>
    private string Surroundings(int number)
    {
        if (mentions[number].Match is not { Places: { Count: > 1 } namesakes } || namesakes[0].Kind is PlaceKind.Country or PlaceKind.Province || namesakes[0].Names.Count >= NamesOfCity)
        {
            return "";
        }
        foreach (var (mention, unit) in Near(number).Where(unit => !namesakes.Contains(unit.Unit)).OrderBy(unit => Math.Abs(mentions[unit.Mention].First - mentions[number].First)))
        {
            if (namesakes.Any(place => place.Kind == namesakes[0].Kind && atlas.Places.IsIn(place, unit, DateOnly.MaxValue)))
            {
                return NameOf(mention);
            }
        }
        return "";
    }

    /// <summary>What the text says beside a name of where it lies: "Jani Khel district of Paktia", "Sarkano, Kunar", "Paktia's Aryoub Zazi district", "in the same province".</summary>
    private string ContextOf(int number)
    {
        var parts = new List<string>();
        for (var at = number; Holder(at) is { } holder && parts.Count < 3 && !IsApart(at, holder); at = holder)
        {
            parts.Add(NameOf(holder));
        }
        if (parts.Count == 0 && (Possessor(number) ?? SameAsBefore(number) ?? ListHolder(number)) is { } before && !IsApart(number, before))
        {
            parts.Add(NameOf(before));
        }
        return string.Join(", ", parts);
    }

    /// <summary>"Torkham, Spin Boldak and Ghulam Khan": a crossing listed beside a district that does not hold it.</summary>
    private bool IsApart(int number, int holder) => mentions[number].Match is { How: TextMatchKind.Exact, Places: { Count: < MostNamesakes } namesakes } && namesakes.Any(place => place.Kind is PlaceKind.Crossing)
        && mentions[holder].Match is { Places: [{ Kind: PlaceKind.District } unit, ..] } && !namesakes.Any(place => place.Id == unit.Id || atlas.Places.IsIn(place, unit, DateOnly.MaxValue));

    /// <summary>The recorded name of a unit, which the reader of contexts knows: "North Waziristan" for "N. Waziristan".</summary>
    private string NameOf(int number) => mentions[number].Match is { How: TextMatchKind.Exact, Places: [{ Kind: PlaceKind.Province or PlaceKind.District } unit] } ? unit.Name : mentions[number].Match!.Text;

    /// <summary>The next name, where it is said to hold this one.</summary>
    private int? Holder(int number)
    {
        var next = number + 1;
        // "Argun and Barmal districts of Paktika": the last of a list says it for all.
        while (next < mentions.Count && next - number <= MostListed && IsList(mentions[next - 1].Last, mentions[next].First) && SizeOf(next) <= SizeOf(number))
        {
            next++;
        }
        return next < mentions.Count && mentions[next].Match is not null && SizeOf(next) > SizeOf(number) && IsWithin(mentions[next - 1].Last, mentions[next].First, next - 1 > number) ? next : null;
    }

    /// <summary>Larger numbers for larger places; what is not known is small.</summary>
    private int SizeOf(int number) => (mentions[number].Named is PlaceKind.District or PlaceKind.Province ? mentions[number].Named : mentions[number].Match?.Places is [var best, ..] ? best.Kind : null) switch
    {
        PlaceKind.Country => 4,
        PlaceKind.Province => 3,
        PlaceKind.District => 2,
        PlaceKind.Area => 2,
        _ => 1,
    };

    private bool IsList(int from, int to) => to - from is 1 or 2 && Enumerable.Range(from, to - from).All(at => tokens[at].IsMark(',') || tokens[at].Key is "and" or "or");

    private bool IsWithin(int from, int to, bool isAfterList)
    {
        if (to - from > 5 || text.SentenceOf[Math.Max(0, from - 1)] != text.SentenceOf[to])
        {
            return false;
        }
        var isJoined = false;
        for (var at = from; at < to; at++)
        {
            var isComma = tokens[at].IsMark(',') || tokens[at].IsMark('(');
            if (!isComma && !(tokens[at].Key is "of" or "in" or "the" or "a" or "an" or "small" or "eastern" or "western" or "southern" or "northern" or "southeastern" or "afghanistan" or "pakistan") && !PlaceCues.IsKind(tokens, at) && tokens[at].Key is not ("tribal" or "border" or "remote"))
            {
                return false;
            }
            isJoined |= isComma || tokens[at].Key is "of" or "in";
        }
        return isJoined && !(isAfterList && to - from == 1 && tokens[from].IsMark(','));
    }

    /// <summary>"Paktia province's Aryoub Zazi district": the name before, in the possessive.</summary>
    private int? Possessor(int number)
    {
        var before = number - 1;
        if (before < 0 || mentions[before].Match is null || SizeOf(before) <= 1 || SizeOf(before) < SizeOf(number))
        {
            return null;
        }
        var between = mentions[number].First - mentions[before].Last;
        var isPossessive = between == 0 ? tokens[mentions[before].Last - 1].IsPossessive : between <= 3 && Enumerable.Range(mentions[before].Last - 1, between + 1).Any(at => tokens[at].IsPossessive)
            && Enumerable.Range(mentions[before].Last, between).All(at => !tokens[at].IsMark(',') && !tokens[at].IsMark('.'));
        return isPossessive ? before : null;
    }

    /// <summary>"in the same province": the last province named before.</summary>
    private int? SameAsBefore(int number)
    {
        var last = mentions[number].Last;
        if (last + 2 >= tokens.Count || !tokens[last + (tokens[last].IsMark(',') ? 1 : 0)].Is("in") || !tokens.Skip(last).Take(5).Any(token => token.Is("same")) || !tokens.Skip(last).Take(7).Any(token => token.Key is "district" or "province" or "area" or "region" or "tehsil" or "agency"))
        {
            return null;
        }
        var size = tokens.Skip(last).Take(6).Any(token => token.Is("district")) ? 2 : 3;
        for (var before = number - 1; before >= Math.Max(0, number - MostBack); before--)
        {
            if (SizeOf(before) == size && mentions[before].Match is not null)
            {
                return before;
            }
        }
        return null;
    }

    /// <summary>A recorded name, no bearer of which lies in a unit: "Karachi asks for no more pictures of the queue at Jamrud".</summary>
    private bool IsElsewhere(int number, int unit) => mentions[number].Match is { How: TextMatchKind.Exact, Places: { Count: > 0 and < MostNamesakes } namesakes } && mentions[unit].Match!.Places is [var holder, ..]
        && !namesakes.Any(place => atlas.Places.IsIn(place, holder, DateOnly.MaxValue));

    /// <summary>A small place takes the last unit named before it in its sentence: "in Aryoub Zazi district, spreading to Spina Shaga, Giwi".</summary>
    private int? ListHolder(int number)
    {
        if (SizeOf(number) > 1 || mentions[number].Named is PlaceKind.District)
        {
            return null;
        }
        var sentence = text.SentenceOf[mentions[number].First];
        for (var before = number - 1; before >= Math.Max(0, number - MostBack) && text.SentenceOf[mentions[before].First] == sentence; before--)
        {
            if (SizeOf(before) == 2 && mentions[before].Match is not null && mentions[number].Match is null or { Places.Count: > 1 } && !IsElsewhere(number, before))
            {
                return before;
            }
        }
        return null;
    }
}
