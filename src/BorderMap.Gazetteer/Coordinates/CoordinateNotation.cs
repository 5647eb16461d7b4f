using System.Text.Json.Serialization;

namespace BorderMap.Gazetteer.Coordinates;

/// <summary>How a position was written.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CoordinateNotation>))]
public enum CoordinateNotation
{
    /// <summary>Degrees with decimals: <c>34.1311, 71.0822</c>.</summary>
    [JsonStringEnumMemberName("decimal")] Decimal,

    /// <summary>Degrees and minutes: <c>34°07.866'N 71°04.932'E</c>.</summary>
    [JsonStringEnumMemberName("dm")] DegreesMinutes,

    /// <summary>Degrees, minutes and seconds: <c>34°07'52"N 71°04'56"E</c>.</summary>
    [JsonStringEnumMemberName("dms")] DegreesMinutesSeconds,

    /// <summary>Universal Transverse Mercator: <c>42N 691903 3778706</c>.</summary>
    [JsonStringEnumMemberName("utm")] Utm,

    /// <summary>Military Grid Reference System: <c>42S XC 91903 78706</c>.</summary>
    [JsonStringEnumMemberName("mgrs")] Mgrs,
}
