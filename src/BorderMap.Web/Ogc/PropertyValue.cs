using System.Globalization;
using BorderMap.Incidents;
using BorderMap.PostGis.Features;
using BorderMap.PostGis.Reading;
using BorderMap.Web.Http;
using NpgsqlTypes;

namespace BorderMap.Web.Ogc;

/// <summary>Properties as parameters: features whose property has just that value.</summary>
internal static class PropertyValue
{
    public static Parameter ParameterOf(FeatureProperty property) => new(property.Name, $"{property.Title}: features with just this value.")
    {
        Type = JsonType(property.Type),
        Values = property.Values,
    };

    /// <summary>The JSON Schema type of a property.</summary>
    public static string JsonType(PropertyType type) => type switch
    {
        PropertyType.Integer => "integer",
        PropertyType.Number => "number",
        PropertyType.Boolean => "boolean",
        _ => "string",
    };

    /// <summary>The JSON Schema format of a property; null: none.</summary>
    public static string? Format(PropertyType type) => type switch { PropertyType.Date => "date", PropertyType.Instant => "date-time", _ => null };

    /// <summary>The value that a request gives; null when it gives none, or a wrong one, which is then a problem.</summary>
    /// <param name="values">The request.</param>
    /// <param name="property">The property.</param>
    /// <param name="name">The name that the value is bound by.</param>
    public static FilterParameter? Read(QueryValues values, FeatureProperty property, string name)
    {
        var parameter = ParameterOf(property);
        var text = property.Values.Count > 0 ? values.Choice(parameter) : values.Text(parameter);
        if (text is null)
        {
            return null;
        }
        if (Parse(text, property.Type) is { } value)
        {
            return new FilterParameter(name, value, TypeOf(property.Type));
        }
        values.Add(new Problem(ProblemCodes.InvalidParameter, property.Name, text, $"{property.Name} is no {What(property.Type)}.", $"Give {What(property.Type)}, such as {Example(property.Type)}."));
        return null;
    }

    private static object? Parse(string text, PropertyType type) => type switch
    {
        PropertyType.Text => text,
        PropertyType.Integer => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer) ? integer : null,
        PropertyType.Number => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null,
        PropertyType.Boolean => text is "true" or "false" ? text == "true" : null,
        PropertyType.Date => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
        PropertyType.Instant => DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant.UtcDateTime : null,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "unknown type"),
    };

    private static NpgsqlDbType TypeOf(PropertyType type) => type switch
    {
        PropertyType.Integer => NpgsqlDbType.Integer,
        PropertyType.Number => NpgsqlDbType.Double,
        PropertyType.Boolean => NpgsqlDbType.Boolean,
        PropertyType.Date => NpgsqlDbType.Date,
        PropertyType.Instant => NpgsqlDbType.TimestampTz,
        _ => NpgsqlDbType.Text,
    };

    private static string What(PropertyType type) => type switch
    {
        PropertyType.Integer => "whole number",
        PropertyType.Number => "number",
        PropertyType.Boolean => "truth value",
        PropertyType.Date => "day",
        PropertyType.Instant => "instant",
        _ => "text",
    };

    private static string Example(PropertyType type) => type switch
    {
        PropertyType.Integer => "3",
        PropertyType.Number => "1234.5",
        PropertyType.Boolean => "true or false",
        PropertyType.Date => "2025-10-11",
        PropertyType.Instant => "2025-10-11T08:00:00Z",
        _ => "a word",
    };
}
