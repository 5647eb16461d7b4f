using System.Globalization;
using System.Text;
using NetTopologySuite.Geometries;

namespace BorderMap.Gazetteer.Build.Writing;

/// <summary>Writes geometries as compact GeoJSON (RFC 7946: exterior rings anticlockwise).</summary>
internal static class GeoJsonText
{
    /// <param name="geometry">WGS 84, lon lat.</param>
    /// <param name="decimals">Of a degree.</param>
    public static string Of(Geometry geometry, int decimals)
    {
        var text = new StringBuilder();
        void Path(IEnumerable<Coordinate> path) => List(path, c => text.Append('[').Append(Number(c.X, decimals)).Append(',').Append(Number(c.Y, decimals)).Append(']'));
        void Area(Polygon area) => List([Turned(area.ExteriorRing, true), .. area.InteriorRings.Select(ring => Turned(ring, false))], Path);
        void List<T>(IEnumerable<T> items, Action<T> write)
        {
            text.Append('[');
            var first = true;
            foreach (var item in items)
            {
                text.Append(first ? "" : ",");
                first = false;
                write(item);
            }
            text.Append(']');
        }
        text.Append("{\"type\":\"").Append(geometry.GeometryType).Append("\",\"coordinates\":");
        Write(geometry);
        return text.Append('}').ToString();

        void Write(Geometry any)
        {
            switch (any)
            {
                case Point point: text.Append('[').Append(Number(point.X, decimals)).Append(',').Append(Number(point.Y, decimals)).Append(']'); break;
                case LineString line: Path(line.Coordinates); break;
                case Polygon area: Area(area); break;
                case MultiPolygon or MultiLineString: List(((GeometryCollection)any).Geometries, Write); break;
                default: throw new ArgumentException($"a {any.GeometryType} is not written here", nameof(geometry));
            }
        }
    }

    private static Coordinate[] Turned(LineString ring, bool anticlockwise) =>
        ((LinearRing)ring).IsCCW == anticlockwise ? ring.Coordinates : [.. ring.Coordinates.Reverse()];

    private static string Number(double value, int decimals) => Math.Round(value, decimals).ToString("0.####", CultureInfo.InvariantCulture);
}
