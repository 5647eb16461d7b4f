using System.Text;
using System.Text.Json;
using BorderMap.Gazetteer;
using NetTopologySuite.Geometries;

namespace BorderMap.Web.Pages.Ogc;

/// <summary>A small still picture of some features and the Durand Line. What is known only to a district or wider is the circle within which it lies, never a spot.</summary>
internal static class FeatureMap
{
    public static Html Of(IReadOnlyList<JsonElement> features, Atlas atlas)
    {
        var frame = new Envelope();
        foreach (var feature in features)
        {
            Widen(frame, feature.GetProperty("geometry"));
        }
        if (frame.IsNull)
        {
            return Html.Empty;
        }
        var picture = new MapPicture(frame, frame.Centre.Y);
        return Html.Of($"""
            <figure class="place-map">
            <svg viewBox="0 0 {MapPicture.Px(MapPicture.WidthPx)} {MapPicture.Px(picture.HeightPx)}" role="img" aria-label="Where these features lie, with the Durand Line">
            <path class="line" d="{picture.Line(atlas.Line.Detailed)}"/>
            {features.Select(feature => Shape(feature, picture))}
            </svg>
            <figcaption class="quiet">The Durand Line is dashed.{(features.Any(IsArea) ? " Circles: known only to an area." : "")}</figcaption>
            </figure>
            """);
    }

    private static Html Shape(JsonElement feature, MapPicture picture)
    {
        var (geometry, properties) = (feature.GetProperty("geometry"), feature.GetProperty("properties"));
        if (geometry.ValueKind != JsonValueKind.Object)
        {
            return Html.Empty;
        }
        if (geometry.Text("type") == "Point")
        {
            var at = geometry.GetProperty("coordinates");
            var (x, y) = (MapPicture.Px(picture.X(at[0].GetDouble())), MapPicture.Px(picture.Y(at[1].GetDouble())));
            return IsArea(feature) && properties.Number("radius_m") is { } radius
                ? Html.Of($"""<circle class="own" cx="{x}" cy="{y}" r="{MapPicture.Px(picture.Length(radius))}"/>""")
                : Html.Of($"""<circle class="spot" cx="{x}" cy="{y}" r="3"/>""");
        }
        var path = new StringBuilder();
        Append(path, geometry.GetProperty("coordinates"), picture, geometry.Text("type") != "LineString");
        return geometry.Text("type") == "LineString" ? Html.Empty : Html.Of($"""<path class="own" d="{path.ToString()}"/>""");
    }

    private static bool IsArea(JsonElement feature) => feature.GetProperty("properties").Text("precision") is "district" or "province" or "country";

    /// <summary>Rings, however deep they lie.</summary>
    private static void Append(StringBuilder path, JsonElement coordinates, MapPicture picture, bool isClosed)
    {
        if (coordinates.GetArrayLength() > 0 && coordinates[0][0].ValueKind == JsonValueKind.Number)
        {
            picture.Append(path, [.. coordinates.EnumerateArray().Select(at => new Coordinate(at[0].GetDouble(), at[1].GetDouble()))], isClosed);
            return;
        }
        foreach (var part in coordinates.EnumerateArray())
        {
            Append(path, part, picture, isClosed);
        }
    }

    private static void Widen(Envelope frame, JsonElement geometry)
    {
        if (geometry.ValueKind == JsonValueKind.Object)
        {
            WidenBy(frame, geometry.GetProperty("coordinates"));
        }
    }

    private static void WidenBy(Envelope frame, JsonElement coordinates)
    {
        if (coordinates[0].ValueKind == JsonValueKind.Number)
        {
            frame.ExpandToInclude(coordinates[0].GetDouble(), coordinates[1].GetDouble());
            return;
        }
        foreach (var part in coordinates.EnumerateArray())
        {
            WidenBy(frame, part);
        }
    }
}
