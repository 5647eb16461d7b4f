using System.Globalization;
using System.Text;
using BorderMap.Gazetteer;
using NetTopologySuite.Geometries;

namespace BorderMap.Web.Pages;

/// <summary>A small still picture of where a place lies: its boundary or point, what holds it, and the Durand Line, dashed.</summary>
internal static class PlaceMap
{
    private const double WidthPx = 320;
    private const double TallestPx = 300;

    /// <summary>Points nearer to one another than this are one on the picture.</summary>
    private const double ThinPx = 0.6;

    /// <summary>Degrees that the picture shows at least, so that a point has surroundings.</summary>
    private const double LeastDegrees = 0.3;

    /// <summary>Of latitude.</summary>
    private const double MetresPerDegree = 111_000;

    /// <summary>The picture as SVG; empty where no boundary is known to draw it in.</summary>
    public static Html Of(Place place, Atlas atlas, PageText text)
    {
        var own = atlas.Places.Boundary(place.Id);
        var holders = atlas.Places.SelfAndAncestors(place).Skip(1).Where(holder => holder.Kind is not PlaceKind.Country).Select(holder => atlas.Places.Boundary(holder.Id)).OfType<Geometry>().ToList();
        if ((holders.Count > 0 ? holders[0] : own) is not { } frame)
        {
            return Html.Empty;
        }
        var view = View.Of(frame.EnvelopeInternal, place.Lat);
        return Figure(Label(place, atlas, text), text["placemap.area"], view, holders, own, own is null ? Spot(place.Lon, place.Lat, 0, view) : Html.Empty, atlas);
    }

    /// <summary>Where an incident lies: what is known only to a district or province is that area, what is known better a spot with the radius within which it lies.</summary>
    /// <param name="place">The place, or the one that holds the spot.</param>
    /// <param name="spot">Where, and within how many metres.</param>
    /// <param name="isArea">Whether nothing closer than the place is known.</param>
    /// <param name="atlas">Boundaries and the line.</param>
    /// <param name="text">The language of the page.</param>
    public static Html Of(Place place, (double Lon, double Lat, int RadiusM) spot, bool isArea, Atlas atlas, PageText text)
    {
        if (isArea)
        {
            return Of(place, atlas, text);
        }
        var areas = atlas.Places.SelfAndAncestors(place).Where(holder => holder.Kind is not PlaceKind.Country).Select(holder => atlas.Places.Boundary(holder.Id)).OfType<Geometry>().ToList();
        if (areas.Count == 0)
        {
            return Html.Empty;
        }
        var reach = spot.RadiusM / MetresPerDegree;
        var frame = areas[0].EnvelopeInternal.Copy();
        frame.ExpandToInclude(spot.Lon - reach, spot.Lat - reach);
        frame.ExpandToInclude(spot.Lon + reach, spot.Lat + reach);
        var view = View.Of(frame, spot.Lat);
        return Figure(Label(place, atlas, text), text["placemap.spot"], view, areas, null, Spot(spot.Lon, spot.Lat, spot.RadiusM, view), atlas);
    }

    private static Html Figure(string label, string caption, View view, IEnumerable<Geometry> holders, Geometry? own, Html spot, Atlas atlas) => Html.Of($"""
        <figure class="place-map">
        <svg viewBox="0 0 {Px(WidthPx)} {Px(view.HeightPx)}" role="img" aria-label="{label}">
        {holders.Select(holder => Area(holder, "holder", view))}
        {(own is null ? Html.Empty : Area(own, "own", view))}
        <path class="line" d="{Line(atlas.Line.Detailed, view)}"/>
        {spot}
        </svg>
        <figcaption class="quiet">{caption}</figcaption>
        </figure>
        """);

    private static Html Spot(double lon, double lat, int radiusM, View view)
    {
        var (x, y) = (Px(view.X(lon)), Px(view.Y(lat)));
        var ring = radiusM > 0 ? Html.Of($"""<circle class="own" cx="{x}" cy="{y}" r="{Px(radiusM / MetresPerDegree * view.PxPerLat)}"/>""") : Html.Empty;
        return Html.Of($"""{ring}<circle class="spot" cx="{x}" cy="{y}" r="5"/>""");
    }

    private static string Label(Place place, Atlas atlas, PageText text) =>
        atlas.Places.SelfAndAncestors(place).Skip(1).FirstOrDefault() is { } holder ? text.Say("placemap.label", ("place", text.NameOf(place)), ("holder", text.NameOf(holder))) : text.NameOf(place);

    private static Html Area(Geometry geometry, string style, View view)
    {
        var path = new StringBuilder();
        for (var i = 0; i < geometry.NumGeometries; i++)
        {
            if (geometry.GetGeometryN(i) is Polygon polygon)
            {
                Append(path, polygon.ExteriorRing.Coordinates, view).Append('Z');
            }
        }
        return Html.Of($"""<path class="{style}" d="{path.ToString()}"/>""");
    }

    /// <summary>The parts of the line that pass through the picture, cut only between its points.</summary>
    private static string Line(LineString line, View view)
    {
        var path = new StringBuilder();
        var part = new List<Coordinate>();
        foreach (var point in line.Coordinates)
        {
            if (view.Holds(point))
            {
                part.Add(point);
                continue;
            }
            if (part.Count > 1)
            {
                Append(path, part, view);
            }
            part.Clear();
        }
        return (part.Count > 1 ? Append(path, part, view) : path).ToString();
    }

    private static StringBuilder Append(StringBuilder path, IReadOnlyList<Coordinate> points, View view)
    {
        var (lastX, lastY) = (double.NaN, double.NaN);
        for (var i = 0; i < points.Count; i++)
        {
            var (x, y) = (view.X(points[i].X), view.Y(points[i].Y));
            if (i > 0 && i < points.Count - 1 && Math.Abs(x - lastX) < ThinPx && Math.Abs(y - lastY) < ThinPx)
            {
                continue;
            }
            path.Append(i == 0 ? 'M' : 'L').Append(Px(x)).Append(' ').Append(Px(y));
            (lastX, lastY) = (x, y);
        }
        return path;
    }

    private static string Px(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>Degrees to pixels: an equirectangular picture, true at its middle.</summary>
    private sealed record View(double West, double North, double PxPerLon, double PxPerLat, double HeightPx)
    {
        public static View Of(Envelope frame, double latitude)
        {
            var shrink = Math.Cos(latitude * Math.PI / 180);
            var shown = frame.Copy();
            shown.ExpandBy(Math.Max(0.08 * frame.Width, (LeastDegrees - frame.Width) / 2), Math.Max(0.08 * frame.Height, (LeastDegrees - frame.Height) / 2));
            var scale = Math.Min(WidthPx / (shown.Width * shrink), TallestPx / shown.Height);
            var spare = ((WidthPx / (scale * shrink)) - shown.Width) / 2;
            return new View(shown.MinX - spare, shown.MaxY, scale * shrink, scale, shown.Height * scale);
        }

        public double X(double lon) => (lon - West) * PxPerLon;

        public double Y(double lat) => (North - lat) * PxPerLat;

        /// <summary>Whether a point is on the picture or so near to it that its segment may be.</summary>
        public bool Holds(Coordinate point) => X(point.X) is > -40 and < WidthPx + 40 && Y(point.Y) > -40 && Y(point.Y) < HeightPx + 40;
    }
}
