using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NetTopologySuite.Geometries;

namespace BorderMap.Incidents.Cql2;

/// <summary>Writes a filter as <c>cql2-json</c>, which reads back as it was.</summary>
public static class JsonPrinter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Print(Expression filter)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
            Write(json, filter);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter json, Expression node)
    {
        switch (node)
        {
            case TextLiteral text:
                json.WriteStringValue(text.Value);
                break;
            case NumberLiteral number:
                json.WriteNumberValue(number.Value);
                break;
            case BooleanLiteral truth:
                json.WriteBooleanValue(truth.Value);
                break;
            case DateLiteral or InstantLiteral or Property or Interval or BoxLiteral or GeometryLiteral:
                json.WriteStartObject();
                WriteValue(json, node);
                json.WriteEndObject();
                break;
            default:
                WriteOperation(json, node);
                break;
        }
    }

    private static void WriteValue(Utf8JsonWriter json, Expression node)
    {
        switch (node)
        {
            case DateLiteral date:
                json.WriteString("date", Instants.Text(date.Value));
                break;
            case InstantLiteral instant:
                json.WriteString("timestamp", Instants.Text(instant.Value));
                break;
            case Property property:
                json.WriteString("property", property.Name);
                break;
            case Interval interval:
                json.WriteStartArray("interval");
                WriteEnd(json, interval.From);
                WriteEnd(json, interval.To);
                json.WriteEndArray();
                break;
            case BoxLiteral box:
                json.WriteStartArray("bbox");
                foreach (var number in (double[])[box.West, box.South, box.East, box.North])
                    json.WriteNumberValue(number);
                json.WriteEndArray();
                break;
            case GeometryLiteral geometry:
                WriteGeometry(json, geometry.Value);
                break;
        }
    }

    private static void WriteOperation(Utf8JsonWriter json, Expression node)
    {
        var (op, arguments) = Operation(node);
        json.WriteStartObject();
        json.WriteString("op", op);
        json.WriteStartArray("args");
        foreach (var argument in arguments)
            Write(json, argument);
        if (node is In test)
        {
            json.WriteStartArray();
            foreach (var item in test.List)
                Write(json, item);
            json.WriteEndArray();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static (string Op, IReadOnlyList<Expression> Arguments) Operation(Expression node) => node switch
    {
        Logical logical => (logical.Operator == LogicalOperator.And ? Operators.And : Operators.Or, logical.Conditions),
        Not not => (Operators.Not, [not.Condition]),
        Comparison comparison => (Operators.Comparisons.WordOf(comparison.Operator), [comparison.Left, comparison.Right]),
        Arithmetic sum => (Operators.Arithmetics.WordOf(sum.Operator), [sum.Left, sum.Right]),
        Like like => (Operators.Like, [like.Text, like.Pattern]),
        Between between => (Operators.Between, [between.Value, between.Low, between.High]),
        In test => (Operators.In, [test.Value]),
        IsNull test => (Operators.IsNull, [test.Value]),
        Folded folded => (Operators.Foldings.WordOf(folded.Folding), [folded.Text]),
        Spatial spatial => (Operators.Spatials.WordOf(spatial.Operator), [spatial.Left, spatial.Right]),
        Temporal temporal => (Operators.Temporals.WordOf(temporal.Operator), [temporal.Left, temporal.Right]),
        DistanceWithin near => (Operators.DistanceWithin, [near.Left, near.Right, new NumberLiteral(near.Metres)]),
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, "no such expression"),
    };

    private static void WriteEnd(Utf8JsonWriter json, Expression? end)
    {
        switch (end)
        {
            case null:
                json.WriteStringValue(Instants.Open);
                break;
            case DateLiteral date:
                json.WriteStringValue(Instants.Text(date.Value));
                break;
            case InstantLiteral instant:
                json.WriteStringValue(Instants.Text(instant.Value));
                break;
            default:
                Write(json, end);
                break;
        }
    }

    private static void WriteGeometry(Utf8JsonWriter json, Geometry geometry)
    {
        json.WriteString("type", geometry.GeometryType);
        if (geometry is GeometryCollection and not (MultiPoint or MultiLineString or MultiPolygon))
        {
            json.WriteStartArray("geometries");
            foreach (var part in Parts(geometry))
            {
                json.WriteStartObject();
                WriteGeometry(json, part);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            return;
        }
        json.WritePropertyName("coordinates");
        WriteCoordinates(json, geometry);
    }

    private static void WriteCoordinates(Utf8JsonWriter json, Geometry geometry)
    {
        if (geometry is Point point)
        {
            WritePosition(json, point.Coordinate);
            return;
        }
        json.WriteStartArray();
        if (geometry is LineString line)
            foreach (var position in line.Coordinates)
                WritePosition(json, position);
        else
            foreach (var part in geometry is Polygon polygon ? [polygon.ExteriorRing, .. polygon.InteriorRings] : Parts(geometry))
                WriteCoordinates(json, part);
        json.WriteEndArray();
    }

    private static IEnumerable<Geometry> Parts(Geometry geometry) => Enumerable.Range(0, geometry.NumGeometries).Select(geometry.GetGeometryN);

    private static void WritePosition(Utf8JsonWriter json, Coordinate position)
    {
        json.WriteStartArray();
        json.WriteNumberValue(position.X);
        json.WriteNumberValue(position.Y);
        json.WriteEndArray();
    }
}
