using BorderMap.Gazetteer;
using BorderMap.Web.Pages;

namespace BorderMap.Web.Pictures.Bodies;

/// <summary>Districts or provinces by what is reported in each; an incident counts once in each that it names.</summary>
/// <param name="content">What is told.</param>
/// <param name="frameOf">What the map shows.</param>
/// <param name="shapes">The base map.</param>
/// <param name="layer"><c>districts</c> or <c>provinces</c>.</param>
/// <param name="isKilled">Whether the killed by the lowest claims are shown, and not the number of incidents.</param>
internal sealed class UnitsBody(PictureContent content, Func<int, int, PictureFrame> frameOf, BaseShapes shapes, string layer, bool isKilled) : MapBody(content, frameOf, shapes)
{
    private sealed record Unit(int Incidents, int Without, long Low, long High, bool IsOpen);

    private Dictionary<string, Unit>? known;
    private int unplaced;

    private Dictionary<string, Unit> Units => known ??= Count();

    private IReadOnlyList<int> Bounds => Shades.Bounds(Most);

    private int Most => Units.Count == 0 ? 0 : (int)Units.Values.Max(Value);

    protected override Html Below(PictureFrame frame) => Html.Of($"""<g stroke-linejoin="round">{Shapes.Layer(layer).Where(shape => Units.ContainsKey(shape.Id)).Select(shape => Area(shape, frame))}{PictureBase.Line(frame, Shapes, Content.Worldview)}</g>""");

    protected override Html Above(PictureFrame frame) => Html.Join(Shapes.Layer(layer).Where(shape => Units.ContainsKey(shape.Id)).Select(shape => Label(shape, frame)));

    protected override IEnumerable<LegendRow> Keys(PictureFrame frame) =>
    [
        new(Text[isKilled ? "picture.units.killed" : "picture.units.count"]), .. Classes(Bounds, Most),
        .. isKilled ? [new LegendRow(Text["picture.units.unsaid"], Html.Of($"""<rect x="-9" y="-7" width="18" height="14" fill="url(#hatch-mixed)" stroke="#7d8287" stroke-width=".6"/>"""))] : Array.Empty<LegendRow>(),
    ];

    protected override IEnumerable<LegendRow> Account(PictureFrame frame)
    {
        _ = Units;
        return [Told("picture.counted", Content.Spots.Count - unplaced), Told("picture.rough", unplaced)];
    }

    private long Value(Unit unit) => isKilled ? unit.Low : unit.Incidents;

    private Dictionary<string, Unit> Count()
    {
        var ids = Shapes.Layer(layer).Select(shape => shape.Id).ToHashSet(StringComparer.Ordinal);
        var coarsest = layer == "districts" ? PlacePrecision.District : PlacePrecision.Province;
        var units = new Dictionary<string, Unit>(StringComparer.Ordinal);
        unplaced = 0;
        foreach (var spot in Content.Spots)
        {
            var named = spot.Places.Where(ids.Contains).Distinct().ToList();
            if (named.Count == 0 && spot is { Lon: { } lon, Lat: { } lat } && spot.Precision <= coarsest && Shapes.Layer(layer).FirstOrDefault(shape => shape.Holds(lon, lat)) is { } around)
            {
                named.Add(around.Id);
            }
            unplaced += named.Count == 0 ? 1 : 0;
            foreach (var id in named)
            {
                var unit = units.GetValueOrDefault(id) ?? new(0, 0, 0, 0, false);
                units[id] = new(unit.Incidents + 1, unit.Without + (spot.KilledLow is null ? 1 : 0), unit.Low + (spot.KilledLow ?? 0), unit.High + (spot.KilledHigh ?? spot.KilledLow ?? 0), unit.IsOpen || spot is { KilledLow: not null, KilledHigh: null });
            }
        }
        return units;
    }

    private Html Area(BaseShape shape, PictureFrame frame)
    {
        var unit = Units[shape.Id];
        var at = Shades.ClassOf(Value(unit), Bounds);
        var fill = isKilled && unit.Without == unit.Incidents ? "url(#hatch-mixed)" : at < 0 ? "#fff" : Shades.Colour(at, Bounds.Count + 1);
        var path = BaseShapes.Path([shape], frame);
        return path.Length == 0 ? Html.Empty : Html.Of($"""<path d="{path}" fill="{fill}" fill-opacity="{(at < 0 ? "1" : ".85")}" fill-rule="evenodd" stroke="{(at < 0 ? "#7d8287" : "#fff")}" stroke-width=".8"/>""");
    }

    /// <summary>The value where the unit is wide enough for it: 12, 30–45, 200+, a dash without a figure.</summary>
    private Html Label(BaseShape shape, PictureFrame frame)
    {
        var unit = Units[shape.Id];
        var value = !isKilled ? $"{unit.Incidents}" : unit.Without == unit.Incidents ? "–" : $"{unit.Low}{(unit.High > unit.Low ? $"–{unit.High}" : "")}{(unit.IsOpen ? "+" : "")}";
        var (west, south, east, north) = shape.Box;
        var ((left, top), (right, bottom)) = (frame.Pixel(west, north), frame.Pixel(east, south));
        var (x, y) = frame.Pixel(shape.Middle.Lon, shape.Middle.Lat);
        return right - left < PictureText.Width(value, 11) + 6 || bottom - top < 15 || !frame.Holds(x, y, -10) ? Html.Empty
            : Html.Of($"""<text class="a" direction="ltr" x="{PicturePaths.Px(x)}" y="{PicturePaths.Px(y + 4)}">{Text.Digits(value)}</text>""");
    }
}
