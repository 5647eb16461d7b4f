using BorderMap.Incidents;
using BorderMap.Web.Pages;

namespace BorderMap.Web.Pictures;

/// <summary>The base map of a picture, the Durand Line by the chosen worldview, and the scale bar.</summary>
internal static class PictureBase
{
    /// <summary>The base map is cut at these degrees (lon, lat); beyond them nothing is known to it.</summary>
    private static readonly (double West, double South, double East, double North) Sheet = (59, 23, 76, 39);

    private const double DistrictZoom = 7.5;

    /// <summary>First digits of a bar's length, the longest first.</summary>
    private static readonly int[] Round = [5, 2, 1];

    /// <summary>A pattern a family, and one for several: lines, so that a map in grey still tells an area from a spot.</summary>
    public static Html Hatching { get; } = Html.Join(Kinds.Families.Select(family => family.Family).Append("mixed").Select((family, at) => Html.Of(
        $"""<pattern id="hatch-{family}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate({45 + (at * 17 % 90)})"><rect width="6" height="6" fill="{PictureSymbols.Colour(family)}" fill-opacity=".10"/><path d="M0 3H6" stroke="{PictureSymbols.Colour(family)}" stroke-width="1.3" stroke-opacity=".75"/></pattern>""")));

    public static Html Draw(PictureFrame frame, BaseShapes shapes, string worldview)
    {
        var (left, top) = frame.Pixel(Sheet.West, Sheet.North);
        var (right, bottom) = frame.Pixel(Sheet.East, Sheet.South);
        var countries = shapes.Layer("countries");
        return Html.Of($"""
            <rect width="{frame.Width}" height="{frame.Height}" fill="#eae7df"/>
            <clipPath id="sheet"><rect x="{PicturePaths.Px(left + 1)}" y="{PicturePaths.Px(top + 1)}" width="{PicturePaths.Px(right - left - 2)}" height="{PicturePaths.Px(bottom - top - 2)}"/></clipPath>
            <g clip-path="url(#sheet)" stroke-linejoin="round">
            <rect width="{frame.Width}" height="{frame.Height}" fill="#cfdee4"/>
            {Area(BaseShapes.Path(countries.Where(country => !IsHome(country)), frame), "#eae7df")}
            {Area(BaseShapes.Path(countries.Where(IsHome), frame), "#faf8f3")}
            {Area(BaseShapes.Path(shapes.Layer("disputed").Where(shape => shape.IsArea), frame), "#efebdf")}
            {Area(BaseShapes.Path(shapes.Layer("water").Where(shape => shape.IsArea && shape.Rank <= frame.Zoom - 1), frame), "#cfdee4")}
            {Stroke(BaseShapes.Path(shapes.Layer("water").Where(shape => !shape.IsArea && shape.Rank <= frame.Zoom - 1), frame), "#cfdee4", "1.2", "none")}
            {(frame.Zoom >= DistrictZoom ? Stroke(BaseShapes.Path(shapes.Layer("districts"), frame), "#e2ddd1", "0.8", "none") : Html.Empty)}
            {Stroke(BaseShapes.Path(shapes.Layer("provinces"), frame), "#cfc9bb", "1", "none")}
            {Stroke(BaseShapes.Path(countries, frame), "#a49d8e", "1.2", "none")}
            {Stroke(BaseShapes.Path(shapes.Layer("disputed"), frame), "#a49d8e", "1.2", "2 3")}
            {Line(frame, shapes, worldview)}
            </g>
            """);
    }

    /// <summary>The Durand Line as a worldview draws it.</summary>
    public static Html Line(PictureFrame frame, BaseShapes shapes, string worldview)
    {
        var line = BaseShapes.Path(shapes.Layer("line"), frame);
        return Html.Of($"""
            {Stroke(line, "#faf8f3", "4.5", "none")}
            {Stroke(line, "#54463a", "2.2", worldview switch { "pk" => "none", "af" => "2 4", _ => "9 4" })}
            """);
    }

    /// <summary>A bar of a round length, about a hundred pixels long.</summary>
    public static Html Scale(PictureFrame frame, PageText text)
    {
        var most = frame.MetresAPixel * 130 / 1000;
        var power = Math.Pow(10, Math.Floor(Math.Log10(most)));
        var km = Round.First(digit => digit * power <= most) * power;
        var pixels = km * 1000 / frame.MetresAPixel;
        var (x, y) = (frame.Width - pixels - 16, frame.Height - 14.0);
        return Html.Of($"""
            <rect x="{PicturePaths.Px(x - 8)}" y="{PicturePaths.Px(y - 20)}" width="{PicturePaths.Px(pixels + 16)}" height="28" fill="#fff" fill-opacity=".85"/>
            <path d="M{PicturePaths.Px(x)} {PicturePaths.Px(y - 5)}V{PicturePaths.Px(y)}H{PicturePaths.Px(x + pixels)}V{PicturePaths.Px(y - 5)}" fill="none" stroke="#1d262b" stroke-width="1.6"/>
            <text class="k" x="{PicturePaths.Px(x + (pixels / 2))}" y="{PicturePaths.Px(y - 7)}" text-anchor="middle">{text.Say("picture.km", ("n", text.Digits(PicturePaths.Px(km))))}</text>
            """);
    }

    /// <summary>The larger ones first; a label gives way to one that stands there already.</summary>
    public static Html Towns(PictureFrame frame, BaseShapes shapes)
    {
        var taken = new List<(double X, double Y, double Width)>();
        var drawn = new List<Html>();
        foreach (var town in shapes.Layer("towns").Where(town => town.Rank <= Math.Max(1, frame.Zoom - 4)).OrderBy(town => town.Rank).ThenBy(town => town.Name, StringComparer.Ordinal))
        {
            var (x, y) = frame.Pixel(town.Parts[0][0].Lon, town.Parts[0][0].Lat);
            var width = PictureText.Width(town.Name, 11);
            if (!frame.Holds(x, y, -6) || taken.Any(other => Math.Abs(other.Y - y) < 14 && x < other.X + other.Width + 8 && other.X < x + width + 8))
            {
                continue;
            }
            taken.Add((x, y, width));
            drawn.Add(Html.Of($"""<circle cx="{PicturePaths.Px(x)}" cy="{PicturePaths.Px(y)}" r="1.8" fill="#7d8287"/><text class="p" direction="ltr" x="{PicturePaths.Px(x + 4)}" y="{PicturePaths.Px(y + 4)}">{town.Name}</text>"""));
        }
        return Html.Join(drawn);
    }

    private static bool IsHome(BaseShape country) => country.Iso is "AF" or "PK";

    private static Html Area(string path, string colour) => path.Length == 0 ? Html.Empty : Html.Of($"""<path d="{path}" fill="{colour}" fill-rule="evenodd"/>""");

    private static Html Stroke(string path, string colour, string width, string dash) =>
        path.Length == 0 ? Html.Empty : Html.Of($"""<path d="{path}" fill="none" stroke="{colour}" stroke-width="{width}" stroke-dasharray="{dash}"/>""");
}
