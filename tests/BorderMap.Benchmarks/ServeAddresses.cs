using System.Globalization;

namespace BorderMap.Benchmarks;

/// <summary>What every server is asked for: the same boxes and tiles along the Durand Line, in each one's own spelling.</summary>
internal static class ServeAddresses
{
    private const int Seed = 7;
    private static readonly (double Lon, double Lat)[] Line = [(60.9, 29.8), (66.3, 29.9), (69.3, 31.9), (70.1, 33.7), (71.1, 34.3), (71.6, 36.5)];

    /// <summary>A hundred boxes of half a degree to four.</summary>
    /// <param name="template">With <c>{limit}</c> and <c>{bbox}</c>.</param>
    /// <param name="limit">Features of a page.</param>
    public static IReadOnlyList<string> Items(string template, int limit)
    {
        var random = new Random(Seed);
        return [.. Enumerable.Range(0, 100).Select(_ =>
        {
            var ((lon, lat), half) = (Near(random), new[] { 0.25, 0.5, 1, 2 }[random.Next(4)]);
            var box = string.Join(',', new[] { lon - half, lat - half, lon + half, lat + half }.Select(degrees => degrees.ToString("0.####", CultureInfo.InvariantCulture)));
            return template.Replace("{limit}", $"{limit}", StringComparison.Ordinal).Replace("{bbox}", box, StringComparison.Ordinal);
        })];
    }

    /// <summary>All tiles of the belt from zoom 5 to 7, and some of zoom 8 to 10.</summary>
    public static IReadOnlyList<(int Z, int X, int Y)> Tiles()
    {
        var random = new Random(Seed);
        var tiles = Enumerable.Range(5, 3).SelectMany(zoom => Belt(zoom)).ToHashSet();
        foreach (var (zoom, count) in new[] { (8, 35), (9, 60), (10, 70) })
        {
            var more = Enumerable.Range(0, 5000).Select(_ => Near(random)).Select(spot => Tile(zoom, spot.Lon, spot.Lat)).Distinct().Take(count);
            tiles.UnionWith(more);
        }
        var all = tiles.Order().ToArray();
        random.Shuffle(all);
        return all;
    }

    /// <param name="template">With <c>{z}</c>, <c>{x}</c> and <c>{y}</c>.</param>
    /// <param name="tile">Which.</param>
    public static string Of(string template, (int Z, int X, int Y) tile) => template.Replace("{z}", $"{tile.Z}", StringComparison.Ordinal)
        .Replace("{x}", $"{tile.X}", StringComparison.Ordinal).Replace("{y}", $"{tile.Y}", StringComparison.Ordinal);

    private static IEnumerable<(int Z, int X, int Y)> Belt(int zoom)
    {
        var ((_, west, south), (_, east, north)) = (Tile(zoom, 60.8, 29.3), Tile(zoom, 71.9, 36.9));
        return from x in Enumerable.Range(west, east - west + 1) from y in Enumerable.Range(north, south - north + 1) select (zoom, x, y);
    }

    private static (double Lon, double Lat) Near(Random random)
    {
        var (at, part) = (random.Next(Line.Length - 1), random.NextDouble());
        var ((lon, lat), (nextLon, nextLat)) = (Line[at], Line[at + 1]);
        return (lon + part * (nextLon - lon) + (random.NextDouble() - 0.5) * 0.5, lat + part * (nextLat - lat) + (random.NextDouble() - 0.5) * 0.4);
    }

    private static (int Z, int X, int Y) Tile(int zoom, double lon, double lat)
    {
        var across = 1 << zoom;
        return (zoom, (int)((lon + 180) / 360 * across), (int)((1 - Math.Asinh(Math.Tan(lat * Math.PI / 180)) / Math.PI) / 2 * across));
    }
}
