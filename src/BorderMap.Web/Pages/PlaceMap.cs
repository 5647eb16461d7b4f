using System.Text;
using BorderMap.Gazetteer;
using NetTopologySuite.Geometries;

namespace BorderMap.Web.Pages;

/// <summary>A small still picture of where a place lies: its boundary or point, what holds it, and the Durand Line, dashed.</summary>
internal static class PlaceMap
{
    /// <summary>The picture as SVG; empty where no boundary is known to draw it in.</summary>
    public static Html Of(Place place, Atlas atlas, PageText text)
    {
        var own = atlas.Places.Boundary(place.Id);
        var holders = atlas.Places.SelfAndAncestors(place).Skip(1).Where(holder => holder.Kind is not PlaceKind.Country).Select(holder => atlas.Places.Boundary(holder.Id)).OfType<Geometry>().ToList();
        if ((holders.Count > 0 ? holders[0] : own) is not { } frame)
        {
            return Html.Empty;
        }
        var view = new MapPicture(frame.EnvelopeInternal, place.Lat);
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
        var reach = MapPicture.Degrees(spot.RadiusM);
        var frame = areas[0].EnvelopeInternal.Copy();
        frame.ExpandToInclude(spot.Lon - reach, spot.Lat - reach);
        frame.ExpandToInclude(spot.Lon + reach, spot.Lat + reach);
        var view = new MapPicture(frame, spot.Lat);
        return Figure(Label(place, atlas, text), text["placemap.spot"], view, areas, null, Spot(spot.Lon, spot.Lat, spot.RadiusM, view), atlas);
    }

    private static Html Figure(string label, string caption, MapPicture view, IEnumerable<Geometry> holders, Geometry? own, Html spot, Atlas atlas) => Html.Of($"""
        <figure class="place-map">
        <svg viewBox="0 0 {MapPicture.Px(MapPicture.WidthPx)} {MapPicture.Px(view.HeightPx)}" role="img" aria-label="{label}">
        {holders.Select(holder => Area(holder, "holder", view))}
        {(own is null ? Html.Empty : Area(own, "own", view))}
        <path class="line" d="{view.Line(atlas.Line.Detailed)}"/>
        {spot}
        </svg>
        <figcaption class="quiet">{caption}</figcaption>
        </figure>
        """);

    private static Html Spot(double lon, double lat, int radiusM, MapPicture view)
    {
        var (x, y) = (MapPicture.Px(view.X(lon)), MapPicture.Px(view.Y(lat)));
        var ring = radiusM > 0 ? Html.Of($"""<circle class="own" cx="{x}" cy="{y}" r="{MapPicture.Px(view.Length(radiusM))}"/>""") : Html.Empty;
        return Html.Of($"""{ring}<circle class="spot" cx="{x}" cy="{y}" r="5"/>""");
    }

    private static string Label(Place place, Atlas atlas, PageText text) =>
        atlas.Places.SelfAndAncestors(place).Skip(1).FirstOrDefault() is { } holder ? text.Say("placemap.label", ("place", text.NameOf(place)), ("holder", text.NameOf(holder))) : text.NameOf(place);

    private static Html Area(Geometry geometry, string style, MapPicture view)
    {
        var path = new StringBuilder();
        for (var i = 0; i < geometry.NumGeometries; i++)
        {
            if (geometry.GetGeometryN(i) is Polygon polygon)
            {
                view.Append(path, polygon.ExteriorRing.Coordinates, isRing: true);
            }
        }
        return Html.Of($"""<path class="{style}" d="{path.ToString()}"/>""");
    }
}
