using System.Text.Json;

namespace BorderMap.Web.Pages;

/// <summary>Reads a public document: a member that is absent or null is null or empty.</summary>
internal static class Json
{
    public static string? Text(this JsonElement element, string name) =>
        Member(element, name) is not { } value ? null : value.ValueKind == JsonValueKind.String ? value.GetString() : value.ToString();

    public static int? Number(this JsonElement element, string name) => Member(element, name) is { ValueKind: JsonValueKind.Number } value ? (int)Math.Round(value.GetDouble()) : null;

    public static bool Flag(this JsonElement element, string name) => Member(element, name) is { ValueKind: JsonValueKind.True };

    public static JsonElement? Object(this JsonElement element, string name) => Member(element, name) is { ValueKind: JsonValueKind.Object } value ? value : null;

    public static IReadOnlyList<JsonElement> List(this JsonElement element, string name) => Member(element, name) is { ValueKind: JsonValueKind.Array } value ? [.. value.EnumerateArray()] : [];

    private static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
