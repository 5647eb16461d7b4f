namespace BorderMap.Gazetteer.Evaluating;

/// <summary>Whether a misspelt name is nearer to a name of another place than to those of the place that it means: then its spelling misleads.</summary>
internal sealed class NearestRivals
{
    /// <summary>Costs that differ by less are equal.</summary>
    private const float Least = 0.01f;

    /// <summary>A vowel more or less costs a fraction of a slip.</summary>
    private const float MostLettersPerCost = 4;
    private const float Farthest = 4;
    private readonly Atlas atlas;
    private readonly List<(string Key, List<Place> Places)> recorded;

    public NearestRivals(Atlas atlas)
    {
        this.atlas = atlas;
        recorded = [.. atlas.Places.All
            .SelectMany(place => place.Names.Select(name => (Key: atlas.Resolver.Folding.Light(name.Text), Place: place)))
            .Where(name => name.Key.Length > 0)
            .GroupBy(name => name.Key, name => name.Place, StringComparer.Ordinal)
            .Select(group => (group.Key, group.ToList()))];
    }

    /// <summary>Any place of the gazetteer may be the rival.</summary>
    public bool AreNearer(string query, IReadOnlyList<string> right, CancellationToken cancellation) => AreNearer(query, right, _ => true, cancellation);

    /// <summary>Only a place of the same district, or province for a district, may be.</summary>
    public bool AreNearerInside(string query, IReadOnlyList<string> right, CancellationToken cancellation)
    {
        var regions = right.Select(id => atlas.Places.Find(id)).OfType<Place>().Select(RegionOf).ToHashSet(StringComparer.Ordinal);
        return AreNearer(query, right, place => regions.Contains(RegionOf(place)), cancellation);
    }

    private bool AreNearer(string query, IReadOnlyList<string> right, Func<Place, bool> mayBe, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var (key, costs) = (atlas.Resolver.Folding.Light(query), atlas.Resolver.Rules.Costs);
        var own = right.Select(id => atlas.Places.Find(id)).OfType<Place>()
            .SelectMany(place => place.Names)
            .Select(name => costs.Between(key, atlas.Resolver.Folding.Light(name.Text), Farthest))
            .DefaultIfEmpty(Farthest).Min();
        return own >= Least && recorded.Exists(name => Math.Abs(name.Key.Length - key.Length) <= own * MostLettersPerCost
            && costs.Between(key, name.Key, own) <= own - Least
            && name.Places.TrueForAll(place => !right.Contains(place.Id)) && name.Places.Exists(place => mayBe(place)));
    }

    private static string RegionOf(Place place) => place.DistrictId ?? place.ProvinceId ?? place.Country;
}
