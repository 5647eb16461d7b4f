using BorderMap.Gazetteer.Index;
using BorderMap.Gazetteer.Loading;

namespace BorderMap.Gazetteer.Reversing;

/// <summary>Which place near a spot a reader is likeliest to know: "4.2 km NE of Torkham" says more than "0.5 km W of" a hamlet.</summary>
internal static class Landmark
{
    /// <summary>In so many languages the name of a landmark is recorded at least: a town has many, a hamlet one.</summary>
    private const int LeastLanguages = 2;

    /// <summary>A crossing is known as far as a town whose name is recorded in so many languages more.</summary>
    private const int KnownCrossing = 4;

    /// <summary>So many kilometres count as none: among places as near as that the best known one is taken.</summary>
    private const double NoDistanceKm = 2;

    public static bool Is(Place place) => place.Kind is PlaceKind.Crossing || Fame(place) >= LeastLanguages;

    public static Neighbour? Among(IEnumerable<Neighbour> neighbours) =>
        neighbours.MinBy(near => (near.Km + NoDistanceKm) / (1 + Fame(near.Place)));

    private static int Fame(Place place) =>
        Math.Min(8, Prominence.Languages((RecordedNames)place.Names) + (place.Kind is PlaceKind.Crossing ? KnownCrossing : 0));
}
