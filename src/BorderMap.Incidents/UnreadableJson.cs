using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using BorderMap.Incidents.Model;

namespace BorderMap.Incidents;

/// <summary>Says in words why a JSON text is no document of the model: the field, its value, what would be right.</summary>
public static partial class UnreadableJson
{
    private static readonly Dictionary<string, Type> Enums = typeof(Incident).Assembly.GetTypes().Concat(typeof(Gazetteer.PlacePrecision).Assembly.GetTypes())
        .Where(t => t.IsEnum && t.IsPublic).ToDictionary(t => t.FullName!);

    /// <param name="error">What the serializer threw.</param>
    /// <param name="json">The text it read.</param>
    public static Problem Explain(JsonException error, ReadOnlySpan<byte> json)
    {
        var path = (error.Path ?? "$") is var p && p.StartsWith("$.", StringComparison.Ordinal) ? p[2..] : "";
        var value = ValueAt(path, json);
        var field = path.Length == 0 ? "document" : path;
        if (Missing().Match(error.Message) is { Success: true } missing)
            return new("missing-member", field, null, $"{field} lacks {missing.Groups[1].Value}.", "Add it.");
        if (Unknown().Match(error.Message) is { Success: true } unknown)
            return new("unknown-member", field, value, $"There is no member '{Problems.Shorten(unknown.Groups[1].Value)}' here.", "Correct its name or leave it out.");
        if (error.Message.Contains("Duplicate property", StringComparison.Ordinal))
            return new("repeated-member", field, value, $"{field} stands twice.", "Keep one of the two.");
        var type = Type().Match(error.Message).Groups[1].Value;
        return new("unreadable-value", field, value, $"{field} cannot be read{(value is null ? "" : $": {value}")}.", FixFor(type, field));
    }

    private static string FixFor(string type, string field)
    {
        if (Enums.Values.FirstOrDefault(e => type.Contains(e.FullName!, StringComparison.Ordinal)) is { } words)
            return $"Its values are {string.Join(", ", (IEnumerable<string>)AllWords.MakeGenericMethod(words).Invoke(null, [])!)}.";
        return type switch
        {
            _ when type.Contains("DateOnly", StringComparison.Ordinal) => "Write a date as 2025-10-11.",
            _ when type.Contains("DateTimeOffset", StringComparison.Ordinal) || field.EndsWith("public_from", StringComparison.Ordinal) => "Write an instant with its offset: 2025-10-11T18:00:00Z.",
            _ when type.Contains("Int32", StringComparison.Ordinal) => "Write a whole number.",
            _ when type.Contains("Double", StringComparison.Ordinal) => "Write a number.",
            _ when type.Contains("Boolean", StringComparison.Ordinal) => "Write true or false.",
            _ when type.Contains("String", StringComparison.Ordinal) => "Write a text in quotes.",
            _ when type.Contains("List", StringComparison.Ordinal) => "Write an array: [ … ].",
            _ => "See data/schema/incident.schema.json for what stands there.",
        };
    }

    private static MethodInfo AllWords { get; } = typeof(Words).GetMethod(nameof(Words.All))!;

    private static string? ValueAt(string path, ReadOnlySpan<byte> json)
    {
        if (path.Length == 0)
            return null;
        try
        {
            var reader = new Utf8JsonReader(json);
            using var document = JsonDocument.ParseValue(ref reader);
            var at = document.RootElement;
            foreach (Match step in PathStep().Matches(path))
            {
                if (step.Groups[2].Success && at.ValueKind == JsonValueKind.Array && int.Parse(step.Groups[2].Value, CultureInfo.InvariantCulture) is var i && i < at.GetArrayLength())
                    at = at[i];
                else if (step.Groups[1].Success && at.ValueKind == JsonValueKind.Object && at.TryGetProperty(step.Groups[1].Value, out var inner))
                    at = inner;
                else
                    return null;
            }
            return Problems.Shorten(at.GetRawText());
        }
        catch (JsonException)
        {
            return null; // the text itself is broken: there is no value to name
        }
    }

    [GeneratedRegex(@"missing required properties including: (.+?)\.?( Path:|\z)")]
    private static partial Regex Missing();

    [GeneratedRegex(@"The JSON property '(.*?)' could not be mapped")]
    private static partial Regex Unknown();

    [GeneratedRegex(@"could not be converted to (\S+?)\.? Path:")]
    private static partial Regex Type();

    [GeneratedRegex(@"([A-Za-z_][A-Za-z0-9_]*)|\[(\d+)\]")]
    private static partial Regex PathStep();
}
