using System.Numerics;
using BorderMap.Gazetteer.Line;
using BorderMap.Gazetteer.Loading;

namespace BorderMap.Gazetteer.Index;

/// <summary>
/// How likely a place is meant when nothing but its name is known, 0 to 1: its kind first, then in how many languages its name is
/// recorded (a town has many, a hamlet one), then how near the Durand Line it lies.
/// </summary>
internal static class Prominence
{
    private const double NearKm = 150;
    private const double SampleKm = 20;

    public static float[] Of(Place[] places, DurandLine line)
    {
        var samples = Samples(line);
        var weights = new float[places.Length];
        Parallel.For(0, places.Length, i => weights[i] = (float)Of(places[i], samples));
        return weights;
    }

    private static double Of(Place place, SpherePoint[] line)
    {
        var kind = place.Kind switch
        {
            PlaceKind.Country => 0.8,
            PlaceKind.Province => 0.7,
            PlaceKind.District => 0.55,
            PlaceKind.Crossing => 0.5,
            PlaceKind.Area => 0.45,
            _ => 0.0,
        };
        return kind + (0.05 * Math.Min(8, Languages((RecordedNames)place.Names))) + (0.1 * Nearness(place, line));
    }

    /// <summary>1 on the line, half of it 150 km away.</summary>
    private static double Nearness(Place place, SpherePoint[] line)
    {
        var (at, least) = (SpherePoint.Of(place.Lon, place.Lat), double.MaxValue);
        foreach (var sample in line)
        {
            var chord = at - sample;
            least = Math.Min(least, chord.Dot(chord));
        }
        return NearKm / (NearKm + SpherePoint.KmOfChord(least));
    }

    /// <summary>Points of the line some 20 km apart: near enough for an order, and quick for all places.</summary>
    private static SpherePoint[] Samples(DurandLine line)
    {
        var samples = new List<SpherePoint>();
        foreach (var coordinate in line.Detailed.Coordinates)
        {
            var point = SpherePoint.Of(coordinate.X, coordinate.Y);
            if (samples.Count == 0 || samples[^1].KmTo(point) >= SampleKm)
            {
                samples.Add(point);
            }
        }
        return [.. samples];
    }

    private static int Languages(RecordedNames names)
    {
        var seen = 0u;
        foreach (var range in names.Raw.Split((byte)'|'))
        {
            var language = names.Raw[range][..3];
            if (!language.SequenceEqual("und"u8))
            {
                seen |= 1u << ((language[0] * 7) + (language[1] * 3) + language[2]) % 32;
            }
        }
        return BitOperations.PopCount(seen);
    }
}
