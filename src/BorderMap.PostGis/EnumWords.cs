using System.Text.Json;
using BorderMap.Incidents;

namespace BorderMap.PostGis;

/// <summary>The words of an enum, as JSON writes them: filter columns hold the same.</summary>
internal static class EnumWords<T> where T : struct, Enum
{
    private static readonly Dictionary<T, string> Words = Enum.GetValues<T>()
        .ToDictionary(value => value, value => JsonSerializer.SerializeToElement(value, IncidentJson.Options).GetString()!);

    public static string Of(T value) => Words[value];
}
