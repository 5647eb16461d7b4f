using System.Text.Json.Serialization;

namespace BorderMap.Gazetteer;

/// <summary>The kinds of place of the gazetteer, from large to small; <see cref="Area"/> is a named region that is no administrative unit.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PlaceKind>))]
public enum PlaceKind
{
    [JsonStringEnumMemberName("country")] Country,
    [JsonStringEnumMemberName("province")] Province,
    [JsonStringEnumMemberName("district")] District,
    [JsonStringEnumMemberName("locality")] Locality,
    [JsonStringEnumMemberName("crossing")] Crossing,
    [JsonStringEnumMemberName("area")] Area,
}
