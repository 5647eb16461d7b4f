namespace BorderMap.PostGis.Writing;

/// <summary>A new version of a document, as it will be stored.</summary>
internal sealed record StagedDocument
{
    public string Origin { get; init; } = "";
    public required string Kind { get; init; }
    public required string Id { get; init; }
    public required int Version { get; init; }
    public required string State { get; init; }

    /// <summary>Null only when redacted.</summary>
    public required string? Json { get; init; }
    public required string[] References { get; init; }
    public DateTimeOffset? Due { get; init; }
    public byte[]? ImportHash { get; init; }

    /// <summary>What an import brought, where that is not what is stored.</summary>
    public string? ImportJson { get; init; }
    public IReadOnlyList<string> Keys { get; init; } = [];
}
