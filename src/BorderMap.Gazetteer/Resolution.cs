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
public sealed record Resolution(string Query, string? Context, ResolutionStatus Status, IReadOnlyList<Candidate> Candidates);

/// <summary>A place that may be meant.</summary>
/// <param name="Place">The place.</param>
/// <param name="Score">0 to 1; comparable within one resolution.</param>
/// <param name="Matched">The recorded name that matched.</param>
/// <param name="Precision">What a position taken from this candidate is worth.</param>
/// <param name="RadiusM">Metres within which the meant spot lies.</param>
/// <param name="Why">In words: what matched, which context helped.</param>
public sealed record Candidate(Place Place, double Score, string Matched, PlacePrecision Precision, double RadiusM, string Why);
