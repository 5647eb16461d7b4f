using System.Globalization;
using NetTopologySuite.Geometries;

namespace BorderMap.Incidents;

/// <summary>An area by its corners, WGS 84 degrees, the last joined to the first; its sides neither cross nor touch.</summary>
public sealed record Outline
{
    /// <summary>As many as an address and a database bear; who needs a finer area takes a place's id.</summary>
    public const int MostCorners = 100;
    private const int LeastCorners = 3;

    private readonly string corners;

    private Outline(IEnumerable<Coordinate> corners) => this.corners = string.Join(',', corners.Select(corner => $"{Written(corner.X)},{Written(corner.Y)}"));

    /// <summary>The area as well-known text, lon lat, closed.</summary>
    public string Wkt
    {
        get
        {
            var pairs = corners.Split(',').Chunk(2).Select(pair => $"{pair[0]} {pair[1]}").ToList();
            return $"POLYGON(({string.Join(", ", pairs)}, {pairs[0]}))";
        }
    }

    /// <summary>Reads <c>lon,lat,lon,lat,lon,lat</c> and more; the first corner may stand again at the end.</summary>
    /// <returns>The area, or what is wrong with the text.</returns>
    public static (Outline? Outline, string? Error) Parse(string text)
    {
        var parts = text.Split(',');
        if (parts.Length % 2 != 0)
            return (null, $"it has {parts.Length} numbers, which are no pairs");
        // One more than the corners, where the first one is repeated.
        if (parts.Length / 2 > MostCorners + 1)
            return (null, $"it has {parts.Length / 2} corners, more than {MostCorners}");
        var numbers = new double[parts.Length];
        for (var i = 0; i < parts.Length; i++)
            if (!double.TryParse(parts[i], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out numbers[i]))
                return (null, $"'{Problems.Shorten(parts[i])}' is not a number");
        var corners = numbers.Chunk(2).Select(pair => new Coordinate(Whole(pair[0]), Whole(pair[1]))).ToList();
        if (corners.Exists(corner => Math.Abs(corner.X) > 180 || Math.Abs(corner.Y) > 90))
            return (null, "it leaves the globe (longitude -180 to 180, latitude -90 to 90)");
        if (corners.Count > 1 && corners[0].Equals2D(corners[^1]))
            corners.RemoveAt(corners.Count - 1);
        return corners.Count switch
        {
            < LeastCorners => (null, $"it has {corners.Count} corners, fewer than {LeastCorners}"),
            > MostCorners => (null, $"it has {corners.Count} corners, more than {MostCorners}"),
            _ => IsArea(corners) ? (new(corners), null) : (null, "its sides cross or touch, or hold no area"),
        };
    }

    /// <summary>The corners as they are read.</summary>
    public override string ToString() => corners;

    // To a tenth of a millimetre, and no minus before nothing, so that one area has one spelling.
    private static double Whole(double degrees) => Math.Round(degrees, 9) + 0.0;

    private static string Written(double degrees) => degrees.ToString("0.#########", CultureInfo.InvariantCulture);

    private static bool IsArea(IEnumerable<Coordinate> corners)
    {
        var ring = corners.ToList();
        ring.Add(ring[0]);
        var area = GeometryFactory.Default.CreatePolygon([.. ring]);
        return area.IsValid && area.Area > 0;
    }
}
