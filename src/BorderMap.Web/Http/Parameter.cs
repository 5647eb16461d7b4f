namespace BorderMap.Web.Http;

/// <summary>A parameter of a route, as it is checked and as <c>/openapi.json</c> describes it.</summary>
/// <param name="Name">Its spelling in the query or the path.</param>
/// <param name="Description">What it selects and how it is written.</param>
public sealed record Parameter(string Name, string Description)
{
    /// <summary>The JSON Schema type of one value: <c>string</c>, <c>integer</c>, <c>number</c> or <c>boolean</c>.</summary>
    public string Type { get; init; } = "string";
    public bool InPath { get; init; }
    public bool Required { get; init; }

    /// <summary>The closed list of values; empty: any.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];
    public double? Minimum { get; init; }
    public double? Maximum { get; init; }

    /// <summary>What it is when the request leaves it out.</summary>
    public string? Default { get; init; }
    public string? Example { get; init; }
}
