namespace BorderMap.Gazetteer.Resolving;

/// <summary>Whether a place may be what a word of kind calls it.</summary>
internal static class Kinds
{
    /// <summary>A crossing, gate or pass is often known by the village beside it; an area may be what used to be a district.</summary>
    public static bool Fits(PlaceKind kind, PlaceKind named) => kind == named || named switch
    {
        PlaceKind.Locality or PlaceKind.Crossing => kind is PlaceKind.Locality or PlaceKind.Crossing,
        PlaceKind.Area => true,
        PlaceKind.District or PlaceKind.Province => kind is PlaceKind.Area,
        _ => false,
    };
}
