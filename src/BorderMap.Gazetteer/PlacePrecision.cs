using System.Text.Json.Serialization;

namespace BorderMap.Gazetteer;

/// <summary>How closely a position is known, from best to worst; always said together with a radius in metres.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PlacePrecision>))]
public enum PlacePrecision
{
    [JsonStringEnumMemberName("exact")] Exact,
    [JsonStringEnumMemberName("near")] Near,
    [JsonStringEnumMemberName("locality")] Locality,
    [JsonStringEnumMemberName("district")] District,
    [JsonStringEnumMemberName("province")] Province,
    [JsonStringEnumMemberName("country")] Country,
}
