using System.Text.Json;

namespace BorderMap.Incidents.Reviewing;

/// <summary>What a reader sees changed between two public versions of an incident, field by field: from the public documents alone.</summary>
public static class PublicDifference
{
    /// <summary>Not of what happened: every version has its own, or another field says the same in words.</summary>
    private static readonly string[] PassedOver = ["updated", "representation", "url", "killed_low", "killed_high", "killed_open", "injured_low", "injured_high", "injured_open"];

    /// <param name="before">The earlier public document, JSON.</param>
    /// <param name="after">The later one.</param>
    public static IReadOnlyList<FieldDifference> Between(string before, string after)
    {
        using var one = JsonDocument.Parse(before);
        using var other = JsonDocument.Parse(after);
        var derived = DocumentDifference.Between(Derived(one), Derived(other)).Select(difference => difference with { Path = $"derived.{difference.Path}" });
        return [.. DocumentDifference.Between(one.RootElement, other.RootElement).Concat(derived).Where(IsTold).Select(Kept)];
    }

    private static JsonElement Derived(JsonDocument document) => document.RootElement.TryGetProperty("derived", out var derived) ? derived : JsonSerializer.SerializeToElement(new { });

    // Another order of the same items is no news.
    private static bool IsTold(FieldDifference difference) =>
        !difference.Path.Contains("[].", StringComparison.Ordinal) && !PassedOver.Contains(difference.Path[(difference.Path.LastIndexOf('.') + 1)..]);

    private static FieldDifference Kept(FieldDifference difference) => difference with { Before = difference.Before?.Clone(), After = difference.After?.Clone() };
}
