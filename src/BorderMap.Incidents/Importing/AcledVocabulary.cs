using BorderMap.Incidents.Model;

namespace BorderMap.Incidents.Importing;

/// <summary>What ACLED's codes are in BorderMap's words, read from <c>data/vocabulary/acled.json</c> (embedded). Keys are lower case.</summary>
internal sealed record AcledVocabulary(
    string Source,
    IReadOnlyDictionary<string, string> Countries,
    IReadOnlyDictionary<string, WherePrecision> GeoPrecision,
    IReadOnlyDictionary<string, string> TimePrecision,
    IReadOnlyDictionary<string, string> SubEventTypes,
    IReadOnlyDictionary<string, IReadOnlyList<KindCue>> Cues,
    IReadOnlyDictionary<string, ActorKind> Inter)
{
    public static AcledVocabulary Current { get; } = Vocabulary.Read<AcledVocabulary>("acled.json");
}
