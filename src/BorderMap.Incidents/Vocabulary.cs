using System.Text.Json;

namespace BorderMap.Incidents;

/// <summary>Reads the vocabulary files that are embedded in the assembly.</summary>
internal static class Vocabulary
{
    /// <exception cref="InvalidOperationException">The file is missing or empty: the build is broken.</exception>
    public static T Read<T>(string name)
    {
        using var stream = typeof(Vocabulary).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The vocabulary {name} is not embedded in the assembly.");
        return JsonSerializer.Deserialize<T>(stream, IncidentJson.Options)
            ?? throw new InvalidOperationException($"The vocabulary {name} is empty.");
    }
}
