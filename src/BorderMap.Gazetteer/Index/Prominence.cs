using System.Numerics;
using System.Runtime.CompilerServices;
using BorderMap.Gazetteer.Loading;

namespace BorderMap.Gazetteer.Index;

/// <summary>
/// How likely a place is meant when nothing but its name is known, 0 to 1: its kind first, then in how many languages its name is
/// recorded (a town has many, a hamlet one), then how near the Durand Line it lies.
/// </summary>
internal static class Prominence
{
    private const double NearKm = 150;

    /// <summary>Degrees of a cell: places of one cell count as equally near the line, which is close enough for an order.</summary>
    private const double Cell = 0.25;

    /// <returns>The prominence of each place, and how near the line it lies: 1 on it, 0.5 at <see cref="NearKm"/>.</returns>
    public static (float[] Prominence, float[] Nearness) Of(Place[] places, DurandLine line)
    {
        var nearness = new Dictionary<(int, int), float>();
        var (weights, nearnesses) = (new float[places.Length], new float[places.Length]);
        for (var i = 0; i < places.Length; i++)
        {
            var place = places[i];
            var cell = ((int)(place.Lon / Cell), (int)(place.Lat / Cell));
            if (!nearness.TryGetValue(cell, out var near))
            {
                nearness[cell] = near = (float)(NearKm / (NearKm + line.DistanceKm((cell.Item1 + 0.5) * Cell, (cell.Item2 + 0.5) * Cell)));
            }
            nearnesses[i] = near;
            weights[i] = OfKind(place) + (0.03f * Math.Min(8, Languages((RecordedNames)place.Names))) + (0.06f * near);
        }
        return (weights, nearnesses);
    }

    /// <summary>
    /// Kinds stand so far apart that no hamlet outweighs a district; the whole stays below 1. A district made lately (one without a boundary,
    /// in the district from which it was cut) is mostly called after its town, which is the one meant by the name alone.
    /// </summary>
    private static float OfKind(Place place) => place.Kind switch
    {
        PlaceKind.District when place.DistrictId is not null => 0.15f,
        PlaceKind.Country => 0.7f,
        PlaceKind.Province => 0.6f,
        PlaceKind.District => 0.5f,
        PlaceKind.Area => 0.45f,
        PlaceKind.Crossing => 0.4f,
        _ => 0,
    };

    /// <summary>In how many languages a name is recorded; one bit for each, the codes' letters keep those used here apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static int Languages(RecordedNames names)
    {
        var seen = 0u;
        foreach (var range in names.Raw.Split((byte)'|'))
        {
            var language = names.Raw[range][..3];
            if (!language.SequenceEqual("und"u8))
            {
                seen |= 1u << (((language[0] * 7) + (language[1] * 3) + language[2]) % 32);
            }
        }
        return BitOperations.PopCount(seen);
    }
}
