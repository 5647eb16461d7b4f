using BorderMap.Gazetteer.Folding;
using BorderMap.Gazetteer.Resolving;

namespace BorderMap.Gazetteer.Evaluating;

/// <summary>
/// Makes queries whose answer is known: recorded names of all kinds of places, misspelt, alone or with context. What is assumed of people is
/// written here: which places they write of, how often a context is wrong, how often the place is in no source.
/// </summary>
internal sealed class Samples(Atlas atlas, Misspeller misspeller, Random random)
{
    private const int Contenders = 300;
    private const double SameSpotKm = 10;

    /// <summary>Shares of what is written of; the rest is of localities.</summary>
    private const double OfProvinces = 0.08, OfDistricts = 0.17, OfAreasAndCrossings = 0.05;

    /// <summary>A locality is written of so many times as often as one whose name is recorded in a language less.</summary>
    private const double PerLanguage = 2;

    private const int LanguagesOfTown = 4;

    /// <summary>And so many times as often within 100 km of the Durand Line.</summary>
    private const double InBelt = 8;

    /// <summary>Of places 100 km from the line; see <see cref="Index.Prominence"/>.</summary>
    private const float NearnessOfBelt = 0.6f;

    private const double WithContext = 0.5, WrongContext = 0.02, WithoutProvince = 0.3;

    /// <summary>A wrong district is one of so many nearest to the right one.</summary>
    private const int Neighbours = 5;

    /// <summary>Missing from all sources: of UCDP's villages about one in seven; units hardly.</summary>
    private const double UnlistedVillages = 0.12, UnlistedUnits = 0.01;

    private const double OfLatin = 0.65, OfPreferred = 0.4, WithoutKind = 0.4;

    private const double WithKind = 0.1, WrongKind = 0.04, WithPoint = 0.1, WithOthers = 0.1, WithLine = 0.1;
    private const double PointKm = 15;

    private readonly List<Place> provinces = [.. atlas.Places.All.Where(place => place.Kind is PlaceKind.Province)];
    private readonly List<Place> districts = [.. atlas.Places.All.Where(place => place.Kind is PlaceKind.District)];
    private readonly List<Place> areas = [.. atlas.Places.All.Where(place => place.Kind is PlaceKind.Area or PlaceKind.Crossing)];
    private double[]? weights;
    private readonly ILookup<string, Place> byDistrict = atlas.Places.All.Where(place => place.DistrictId is not null).ToLookup(place => place.DistrictId!, StringComparer.Ordinal);
    private readonly ILookup<string, Place> byProvince = atlas.Places.All.Where(place => place.Kind is PlaceKind.District).ToLookup(place => place.ProvinceId ?? "", StringComparer.Ordinal);

    public Sample Next()
    {
        var place = random.NextDouble() switch
        {
            < OfProvinces => Any(provinces),
            < OfProvinces + OfDistricts => Any(districts),
            < OfProvinces + OfDistricts + OfAreasAndCrossings => Any(areas),
            _ => AnyLocality(),
        };
        var recorded = NameOf(place);
        var reading = atlas.Resolver.Understand(Query(misspeller.Misspell(Said(recorded), IsKnown(place)), place) with { Limit = Contenders });
        var isListed = random.NextDouble() >= (place.Kind is PlaceKind.Locality ? UnlistedVillages : UnlistedUnits);
        var key = atlas.Resolver.Folding.Light(recorded);
        return Sample.Of(reading,
            other => other.Id == place.Id || (other.Kind == place.Kind && place.Kind is PlaceKind.Locality && Km.Between(other, place) <= SameSpotKm && Bears(other, key)),
            other => isListed || !Bears(other, key));
    }

    /// <summary>Mostly in Latin script, and mostly a name that the source prefers or that is shown.</summary>
    private string NameOf(Place place)
    {
        var isLatin = random.NextDouble() < OfLatin;
        var names = place.Names.Where(name => char.IsAsciiLetter(atlas.Resolver.Folding.Light(name.Text).FirstOrDefault()) == isLatin).DefaultIfEmpty(place.Names[0]).ToList();
        var preferred = names.Where(name => name.Rank is NameRank.Preferred || name.Text == place.Name).ToList();
        return preferred.Count > 0 && random.NextDouble() < OfPreferred ? Any(preferred).Text : Any(names).Text;
    }

    /// <summary>Some leave out the words that say a kind.</summary>
    private string Said(string name)
    {
        Span<char> core = stackalloc char[NameFolding.MaxLength];
        var length = random.NextDouble() < WithoutKind ? atlas.Resolver.Rules.Generic.Core(atlas.Resolver.Folding.Light(name), core, out _) : 0;
        return length == 0 ? name : core[..length].ToString();
    }

    private static bool IsKnown(Place place) => place.Kind is not PlaceKind.Locality || LanguagesOf(place) >= LanguagesOfTown;

    private static int LanguagesOf(Place place) => place.Names.Select(name => name.Language).Where(language => language != "und").Distinct().Count();

    private bool Bears(Place place, string key) => place.Names.Any(name => atlas.Resolver.Folding.Light(name.Text) == key);

    private ResolveQuery Query(string name, Place place)
    {
        var query = new ResolveQuery(name) { Context = random.NextDouble() < WithContext ? ContextOf(place) : null };
        return random.NextDouble() switch
        {
            < WithKind => query with { Kind = random.NextDouble() < WrongKind ? Any(Enum.GetValues<PlaceKind>()) : place.Kind },
            < WithKind + WithPoint => query with { Near = Beside(place) },
            < WithKind + WithPoint + WithOthers => query with { Others = OthersOf(place) },
            < WithKind + WithPoint + WithOthers + WithLine => query with { NearLine = atlas.Line.DistanceKm(place.Lon, place.Lat) < DurandLine.BeltKm },
            _ => query,
        };
    }

    private string? ContextOf(Place place)
    {
        var (district, province) = (place.DistrictId, place.ProvinceId);
        if (random.NextDouble() < WrongContext && district is not null && province is not null)
        {
            district = Any([.. byProvince[province].OrderBy(other => Km.Between(other, place)).Take(Neighbours)]).Id;
        }
        var parts = new[] { district, random.NextDouble() < WithoutProvince && district is not null ? null : province }
            .Select(id => id is null ? null : atlas.Places.Find(id)?.Name).OfType<string>().ToList();
        return parts.Count == 0 ? null : string.Join(", ", parts);
    }

    /// <summary>A position at a distance that is exponentially distributed, in any direction.</summary>
    private GeoPoint Beside(Place place)
    {
        const double KmOfDegree = 111.2;
        var (km, angle) = (-PointKm * Math.Log(1 - random.NextDouble()), random.NextDouble() * 2 * Math.PI);
        return new GeoPoint(
            place.Lon + (km * Math.Cos(angle) / (KmOfDegree * Math.Cos(double.DegreesToRadians(place.Lat)))), place.Lat + (km * Math.Sin(angle) / KmOfDegree));
    }

    private IReadOnlyList<string> OthersOf(Place place)
    {
        var neighbours = place.DistrictId is { } district ? byDistrict[district].ToList() : [.. byProvince[place.ProvinceId ?? ""]];
        return neighbours.Count == 0 ? [] : [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Any(neighbours).Name)];
    }

    private Place AnyLocality()
    {
        weights ??= WeightsOf(atlas);
        var at = Array.BinarySearch(weights, random.NextDouble() * weights[^1]);
        return atlas.Places.All[at < 0 ? ~at : at];
    }

    /// <summary>The sums of the weights of each place and those before it; only localities weigh anything.</summary>
    private static double[] WeightsOf(Atlas atlas)
    {
        var sum = 0.0;
        return [.. atlas.Places.All.Select((place, i) => sum += place.Kind is not PlaceKind.Locality ? 0
            : Math.Pow(PerLanguage, LanguagesOf(place))
                * (atlas.Resolver.Nearness[i] >= NearnessOfBelt ? InBelt : 1))];
    }

    private T Any<T>(IReadOnlyList<T> list) => list[random.Next(list.Count)];
}
