namespace BorderMap.Gazetteer.Resolving;

/// <summary>The places right below each region: a district's localities, a province's districts. Made when first asked for.</summary>
internal sealed class Members(Place[] places)
{
    private readonly Lazy<ILookup<string, int>> byParent = new(() => Enumerable.Range(0, places.Length)
        .Select(index => (Index: index, Parent: places[index].DistrictId ?? places[index].ProvinceId))
        .Where(member => member.Parent is not null)
        .ToLookup(member => member.Parent!, member => member.Index, StringComparer.Ordinal));

    public IEnumerable<int> Of(Place region) => byParent.Value[region.Id];
}
