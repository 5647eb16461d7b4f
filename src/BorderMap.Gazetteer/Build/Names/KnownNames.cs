namespace BorderMap.Gazetteer.Build.Names;

/// <summary>Which provinces, districts and known towns bear which names, a country apart from the other.</summary>
internal sealed class KnownNames
{
    private readonly Skeleton _skeleton;
    private readonly Dictionary<long, OwnNames> _own;
    private readonly ILookup<string, Entry> _byCountry;
    private readonly ILookup<(string Country, string Text), Entry> _byText;
    private readonly Dictionary<(string Country, string Label), int> _labels;
    private readonly ILookup<(string Country, string Skeleton), Entry> _towns;

    /// <param name="places">Provinces and districts.</param>
    /// <param name="towns">Localities worth a Wikidata entry.</param>
    /// <param name="skeleton">How names are held against one another.</param>
    public KnownNames(IReadOnlyList<Entry> places, IEnumerable<Entry> towns, Skeleton skeleton)
    {
        _skeleton = skeleton;
        _own = places.ToDictionary(p => p.Id, p => new OwnNames(p, skeleton));
        _byCountry = places.ToLookup(p => p.Country);
        _byText = places.SelectMany(p => p.Names.Select(n => (Key: (p.Country, n.Text), Place: p)).Distinct()).ToLookup(n => n.Key, n => n.Place);
        _labels = places.Where(p => p.Kind == PlaceKind.District)
            .SelectMany(p => p.Labels.Select(label => (p.Country, Plain(label))).Distinct()).CountBy(label => label).ToDictionary();
        _towns = towns.ToLookup(t => (t.Country, skeleton.Of(t.Name)));
    }

    public OwnNames Own(Entry place) => _own[place.Id];

    /// <summary>Whether another province or district of the country is called just so.</summary>
    public bool NamesOther(Entry place, string name) => _byCountry[place.Country].Any(other => other.Id != place.Id && _own[other.Id].Is(name));

    /// <summary>Whether another district of the province is called so, letter by letter: Kishim, on the Tagab that is also Kishmi Bala.</summary>
    public bool IsJustANeighbours(Entry place, string name) =>
        _byCountry[place.Country].Any(other => other.Id != place.Id && other.Kind == place.Kind && other.ProvinceId == place.ProvinceId && _own[other.Id].IsJust(name));

    /// <summary>Whether a name in Arabic script writes a vowel at its end that another place's name has and this one's has not: بگرامي is Bagrami, not Bagram.</summary>
    public bool IsNeighboursButForItsEnd(Entry place, string name) => _skeleton.EndsInYeh(name) && !EndsInVowel(place)
        && _byCountry[place.Country].Any(other => other.Kind == place.Kind && EndsInVowel(other) && _skeleton.Of(other.Name) == _skeleton.Of(place.Name) && _skeleton.Of(name) == _skeleton.Of(other.Name));

    private static bool EndsInVowel(Entry place) => place.Name[^1] is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    /// <summary>Whether boundary sets give this name to several districts; a province may well be one of the divisions that they mean.</summary>
    public bool IsLabelOfSeveral(Entry place, string name) => place.Kind == PlaceKind.District && _labels.GetValueOrDefault((place.Country, Plain(name))) > 1;

    /// <summary>Whether another place bears the same name and is more like it.</summary>
    public bool FitsOtherBetter(Entry place, string name) =>
        _byText[(place.Country, name)].Any(other => other.Id != place.Id && _own[other.Id].Difference(name) < Own(place).Difference(name) / 2);

    /// <summary>Whether a known town is called so: for a province any, for a district one outside it, as many a district was named after its own town.</summary>
    public bool NamesTownElsewhere(Entry place, string name) => char.IsAsciiLetter(name[0])
        && _towns[(place.Country, _skeleton.Of(name))].Any(town =>
            Skeleton.Difference(_skeleton.Voiced(town.Name), _skeleton.Voiced(name)) <= OwnNames.SameVowels
            && (place.Kind == PlaceKind.Province || town.DistrictId != place.Id));

    /// <summary>The label without its last generic word: one set writes Zhob, another Zhob District.</summary>
    private static string Plain(string label) => label.Replace(" District", "", StringComparison.Ordinal).ToLowerInvariant();
}
