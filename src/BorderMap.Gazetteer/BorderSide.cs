using System.Text.Json.Serialization;

namespace BorderMap.Gazetteer;

/// <summary>On which side of the Durand Line a position lies; <see cref="Straddles"/> when its radius, or the line's own uncertainty, crosses the line.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BorderSide>))]
public enum BorderSide
{
    [JsonStringEnumMemberName("AF")] AF,
    [JsonStringEnumMemberName("PK")] PK,
    [JsonStringEnumMemberName("straddles")] Straddles,
}
