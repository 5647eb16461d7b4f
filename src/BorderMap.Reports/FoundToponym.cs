using System.Text.Json.Serialization;
using BorderMap.Gazetteer;

namespace BorderMap.Reports;

/// <summary>What a place name does in its sentence.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ToponymUsage>))]
public enum ToponymUsage
{
    /// <summary>It says where.</summary>
    [JsonStringEnumMemberName("literal")] Literal,

    /// <summary>It stands for a government ("Islamabad says").</summary>
    [JsonStringEnumMemberName("metonymic")] Metonymic,

    /// <summary>Where the report was written ("PESHAWAR, March 3 -").</summary>
    [JsonStringEnumMemberName("dateline")] Dateline,
}

/// <summary>How far a place name is known.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ToponymStatus>))]
public enum ToponymStatus
{
    [JsonStringEnumMemberName("resolved")] Resolved,

    /// <summary>In no source; the place is the district or province that holds it.</summary>
    [JsonStringEnumMemberName("approximate")] Approximate,

    /// <summary>Several places fit; the likeliest is given, a person has to choose.</summary>
    [JsonStringEnumMemberName("ambiguous")] Ambiguous,

    /// <summary>Nothing fits.</summary>
    [JsonStringEnumMemberName("unknown")] Unknown,

    /// <summary>Outside Afghanistan and Pakistan; never a scene.</summary>
    [JsonStringEnumMemberName("far")] Far,
}

/// <summary>Where something is. Degrees, WGS 84, longitude first.</summary>
/// <param name="Id">The gazetteer's id; null for a far place.</param>
/// <param name="Name">The name shown.</param>
/// <param name="Kind"><c>country, province, district, locality, crossing, area</c>.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Lon">Degrees east.</param>
/// <param name="Lat">Degrees north.</param>
/// <param name="Precision">What the position is worth.</param>
/// <param name="RadiusM">Metres within which the meant spot lies.</param>
/// <param name="Score">The probability, 0 to 1, that this place is meant.</param>
/// <param name="Why">In words, what matched.</param>
public sealed record FoundPlace(
    string? Id, string Name, PlaceKind Kind, string Country, double Lon, double Lat, PlacePrecision Precision, double RadiusM, double Score, string Why)
{
    /// <summary>The gazetteer's entry; null for a far place.</summary>
    [JsonIgnore] public Place? Place { get; init; }

    public GeoPoint Point => new(Lon, Lat);
}

/// <summary>A place name, or a position in coordinates, of the text.</summary>
public sealed record FoundToponym
{
    public required TextSpan Span { get; init; }

    /// <summary>The text's own letters there.</summary>
    public required string Text { get; init; }
    public ToponymUsage Usage { get; init; }
    public ToponymStatus Status { get; init; }

    /// <summary>The likeliest place; null when nothing fits.</summary>
    public FoundPlace? Place { get; init; }

    /// <summary>The other places that may be meant, likelier ones first.</summary>
    public IReadOnlyList<FoundPlace> Others { get; init; } = [];

    /// <summary>Coordinates, not a name.</summary>
    public bool IsPosition { get; init; }

    /// <summary>Why it counts as a place: <c>recorded</c>, <c>spelling</c>, <c>cue</c>, <c>list</c>, <c>coordinates</c>, <c>far</c>.</summary>
    public required string Rule { get; init; }
}
