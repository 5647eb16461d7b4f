using System.Text.Json;

namespace BorderMap.Incidents;

/// <summary>The words that stand for the values of an enum in JSON and in URLs: as <see cref="IncidentJson"/> writes them.</summary>
public static class Words
{
    public static IReadOnlyCollection<string> All<T>() where T : struct, Enum => Table<T>.ByWord.Keys;

    public static string Of<T>(T value) where T : struct, Enum => Table<T>.ByValue[value];

    public static bool TryFind<T>(string word, out T value) where T : struct, Enum => Table<T>.ByWord.TryGetValue(word, out value);

    private static class Table<T> where T : struct, Enum
    {
        public static readonly Dictionary<T, string> ByValue = Enum.GetValues<T>()
            .ToDictionary(v => v, v => JsonSerializer.SerializeToElement(v, IncidentJson.Options).GetString()!);
        public static readonly Dictionary<string, T> ByWord = ByValue.ToDictionary(p => p.Value, p => p.Key);
    }
}
