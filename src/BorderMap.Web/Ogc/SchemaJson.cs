using System.Text.Json;
using BorderMap.PostGis.Features;
using BorderMap.Web.Http;

namespace BorderMap.Web.Ogc;

/// <summary>Writes JSON Schemas. Types stand alone, without null, since QGIS and GDAL read no others: any property but the id may be null.</summary>
internal static class SchemaJson
{
    public enum Geometry
    {
        None,

        /// <summary>By Part 5: a format.</summary>
        Described,

        /// <summary>Besides by reference, without which QGIS does not know that it may select by area.</summary>
        Referred,
    }

    public static void Write(Utf8JsonWriter json, FeatureSet collection, IEnumerable<FeatureProperty> properties, Geometry geometry)
    {
        json.WriteString("type", "object");
        json.WriteString("title", collection.Title);
        json.WriteString("description", collection.Description);
        json.WriteStartObject("properties");
        var position = 0;
        foreach (var property in properties)
        {
            WriteProperty(json, property, ++position);
        }
        if (geometry != Geometry.None)
        {
            WriteGeometry(json, collection.Shape, geometry, ++position);
        }
        json.WriteEndObject();
        json.WriteBoolean("additionalProperties", false);
    }

    /// <summary>The schema of the GeoJSON itself, from which GDAL takes types. The id is left out of its properties: GDAL would list it twice.</summary>
    public static void WriteFeature(Utf8JsonWriter json, FeatureSet collection)
    {
        json.WriteString("type", "object");
        json.WriteString("title", collection.Title);
        json.Texts("required", (string[])["type", "id", "geometry", "properties"]);
        json.WriteStartObject("properties");
        json.WritePropertyName("type");
        json.WriteRawValue("""{"type":"string","enum":["Feature"]}""");
        json.WritePropertyName("id");
        json.WriteRawValue("""{"type":"string"}""");
        json.WritePropertyName("geometry");
        json.WriteRawValue($$"""{"$ref":"https://geojson.org/schema/{{collection.Shape}}.json"}""");
        json.WriteStartObject("properties");
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        foreach (var property in collection.Properties.Where(property => property.Role != PropertyRole.Id))
        {
            WriteProperty(json, property, null);
        }
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteProperty(Utf8JsonWriter json, FeatureProperty property, int? position)
    {
        json.WriteStartObject(property.Name);
        json.WriteString("title", property.Title);
        if (property.Description is { } description)
        {
            json.WriteString("description", description);
        }
        json.WriteString("type", PropertyValue.JsonType(property.Type));
        if (PropertyValue.Format(property.Type) is { } format)
        {
            json.WriteString("format", format);
        }
        if (property.Values.Count > 0)
        {
            json.Texts("enum", property.Values);
        }
        if (position is { } number)
        {
            json.WriteBoolean("readOnly", true);
            if (RoleOf(property.Role) is { } role)
            {
                json.WriteString("x-ogc-role", role);
            }
            if (property.Unit is { } unit)
            {
                json.WriteString("x-ogc-unit", unit);
            }
            json.WriteNumber("x-ogc-propertySeq", number);
        }
        json.WriteEndObject();
    }

    private static void WriteGeometry(Utf8JsonWriter json, GeometryShape shape, Geometry geometry, int position)
    {
        json.WriteStartObject("geometry");
        json.WriteString("title", "Geometry");
        if (geometry == Geometry.Referred)
        {
            json.WriteString("$ref", $"https://geojson.org/schema/{shape}.json");
        }
        json.WriteString("format", $"geometry-{shape.ToString().ToLowerInvariant()}");
        json.WriteString("x-ogc-role", "primary-geometry");
        json.WriteNumber("x-ogc-propertySeq", position);
        json.WriteEndObject();
    }

    private static string? RoleOf(PropertyRole role) => role switch
    {
        PropertyRole.Id => "id",
        PropertyRole.Start => "primary-interval-start",
        PropertyRole.End => "primary-interval-end",
        PropertyRole.Kind => "type",
        _ => null,
    };
}
