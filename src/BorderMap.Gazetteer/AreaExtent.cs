namespace BorderMap.Gazetteer;

/// <summary>Where an area lies: it is the union of its members, or a part of the units that it lies within.</summary>
internal sealed record AreaExtent(IReadOnlyList<Place> Members, IReadOnlyList<Place> Within)
{
    public static readonly AreaExtent Unknown = new([], []);

    /// <summary>The provinces and districts that together hold the area.</summary>
    public IReadOnlyList<Place> Units => Members.Count > 0 ? Members : Within;
}
