using System.Text.Json.Serialization;

namespace BorderMap.Gazetteer;

[JsonConverter(typeof(JsonStringEnumConverter<ResolutionStatus>))]
public enum ResolutionStatus
{
    /// <summary>One place fits clearly best.</summary>
    [JsonStringEnumMemberName("resolved")] Resolved,

    /// <summary>The place itself is in no source; the candidate is the district or province that its context names.</summary>
    [JsonStringEnumMemberName("approximate")] Approximate,

    /// <summary>Two or more fit equally well; a person has to choose.</summary>
    [JsonStringEnumMemberName("ambiguous")] Ambiguous,

    /// <summary>Nothing fits.</summary>
    [JsonStringEnumMemberName("unknown")] Unknown,
}

/// <summary>What a toponym resolves to: candidates best first, never a silent guess.</summary>
public sealed record Resolution(string Query, string? Context, ResolutionStatus Status, IReadOnlyList<Candidate> Candidates)
{
    /// <summary>What is wrong with the query itself, in a sentence that names the value and the fix (impossible coordinates, say); null when nothing is.</summary>
    public string? Problem { get; init; }
}
