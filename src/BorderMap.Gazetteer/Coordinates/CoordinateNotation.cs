using System.Text.Json.Serialization;

namespace BorderMap.Gazetteer.Coordinates;

/// <summary>How a position was written.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CoordinateNotation>))]
public enum CoordinateNotation
{
    /// <summary>Degrees with decimals: <c>34.1311, 71.0822</c>.</summary>
    [JsonStringEnumMemberName("decimal")] DecimalDegrees,

    /// <summary>Degrees and minutes: <c>34°07.866'N 71°04.932'E</c>.</summary>
    [JsonStringEnumMemberName("dm")] DegreesMinutes,

    /// <summary>Degrees, minutes and seconds: <c>34°07'52"N 71°04'56"E</c>.</summary>
    [JsonStringEnumMemberName("dms")] DegreesMinutesSeconds,

    /// <summary>Universal Transverse Mercator: <c>42N 692007 3778650</c>.</summary>
    [JsonStringEnumMemberName("utm")] Utm,

    /// <summary>Military Grid Reference System: <c>42S XC 92006 78650</c>.</summary>
    [JsonStringEnumMemberName("mgrs")] Mgrs,
}
