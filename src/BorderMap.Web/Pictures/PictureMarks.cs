using BorderMap.Gazetteer;
using BorderMap.PostGis;

namespace BorderMap.Web.Pictures;

/// <summary>A mark of a picture: one incident, or several that lie too near one another to be told apart.</summary>
/// <param name="X">Of its middle, in pixels from the map's left edge.</param>
/// <param name="Y">Of its middle, in pixels from the map's top edge.</param>
/// <param name="Radius">In pixels.</param>
/// <param name="Family">Of all of them; null where they are of several.</param>
/// <param name="Count">How many it stands for.</param>
/// <param name="IsArea">Whether nothing closer than an area is known: it is hatched, and no spot.</param>
internal sealed record PictureMark(double X, double Y, double Radius, string? Family, int Count, bool IsArea);

/// <summary>What a picture draws of the incidents, and what it does not, so that all are accounted for.</summary>
/// <param name="Marks">Areas first, so that spots lie on them; then the larger ones.</param>
/// <param name="Drawn">Incidents that a mark stands for.</param>
/// <param name="Beside">Incidents that lie beside the picture.</param>
/// <param name="Unplaced">Incidents known only to the country, or not at all.</param>
internal sealed record PictureMarks(IReadOnlyList<PictureMark> Marks, int Drawn, int Beside, int Unplaced)
{
    /// <summary>Spots nearer to one another than this are one mark.</summary>
    private const double CellPx = 28;

    /// <summary>The least radius of an area, so that its hatching shows.</summary>
    private const double LeastAreaPx = 9;

    public static PictureMarks Of(IReadOnlyList<PictureSpot> spots, PictureFrame frame)
    {
        var placed = spots.Where(spot => spot is { Lon: not null, Lat: not null, Precision: not (null or PlacePrecision.Country) }).ToList();
        var located = placed.Select(spot => (Spot: spot, At: frame.Pixel(spot.Lon!.Value, spot.Lat!.Value))).Where(one => frame.Holds(one.At.X, one.At.Y)).ToList();
        var areas = located.Where(one => IsArea(one.Spot)).GroupBy(one => (one.Spot.Lon, one.Spot.Lat, one.Spot.RadiusM)).Select(group => Area([.. group], frame));
        var spotsNear = located.Where(one => !IsArea(one.Spot)).GroupBy(one => (Math.Floor(one.At.X / CellPx), Math.Floor(one.At.Y / CellPx))).Select(group => Spot([.. group]));
        return new([.. areas.Concat(spotsNear).OrderByDescending(mark => mark.IsArea).ThenByDescending(mark => mark.Radius).ThenBy(mark => mark.X).ThenBy(mark => mark.Y)],
            located.Count, placed.Count - located.Count, spots.Count - placed.Count);
    }

    private static bool IsArea(PictureSpot spot) => spot.Precision is PlacePrecision.District or PlacePrecision.Province;

    private static PictureMark Area(List<(PictureSpot Spot, (double X, double Y) At)> group, PictureFrame frame)
    {
        var (spot, at) = group[0];
        return new(at.X, at.Y, Math.Max(LeastAreaPx, frame.Pixels(spot.RadiusM, spot.Lat!.Value)), FamilyOf(group), group.Count, IsArea: true);
    }

    // Sizes as the map has them: the area of one grows with the lowest figure, of several with their order of magnitude.
    private static PictureMark Spot(List<(PictureSpot Spot, (double X, double Y) At)> group) => new(
        group.Average(one => one.At.X), group.Average(one => one.At.Y),
        group.Count == 1 ? Math.Min(24, 5 + (1.55 * Math.Sqrt(Math.Max(0, group[0].Spot.KilledLow ?? 0)))) : Math.Min(25, 9 + (1.6 * Math.Log2(group.Count))),
        FamilyOf(group), group.Count, IsArea: false);

    private static string? FamilyOf(List<(PictureSpot Spot, (double X, double Y) At)> group) =>
        group.TrueForAll(one => one.Spot.Family == group[0].Spot.Family) ? group[0].Spot.Family : null;
}
