using BorderMap.Gazetteer;
using BorderMap.Incidents.Model;

namespace BorderMap.Incidents.Importing;

/// <summary>What UCDP's codes are in BorderMap's words, read from <c>data/vocabulary/ucdp.json</c> (embedded).</summary>
internal sealed record UcdpVocabulary(
    string Source,
    IReadOnlyDictionary<string, string> Countries,
    IReadOnlyDictionary<string, WherePrecision> WherePrec,
    IReadOnlyDictionary<string, string> DatePrec,
    IReadOnlyDictionary<string, string> TypeOfViolence,
    IReadOnlyList<string> Compilations,
    IReadOnlyList<Actor> Actors,
    IReadOnlyList<KindCue> Kinds)
{
    public static UcdpVocabulary Current { get; } = Vocabulary.Read<UcdpVocabulary>("ucdp.json");

    /// <summary>The actor that UCDP's name means, where BorderMap has one of its own.</summary>
    public Actor? ActorOf(string name) => Actors.FirstOrDefault(actor => actor.Name == name || actor.Aliases.Contains(name));
}

/// <summary>What a code of precision says of a place.</summary>
/// <param name="Precision">Null: nothing, and the incident has no place.</param>
/// <param name="RadiusM">Metres around the point given.</param>
/// <param name="Region">The unit whose centroid the point is.</param>
/// <param name="Preposition">Stands before the place in a title.</param>
internal sealed record WherePrecision(PlacePrecision? Precision = null, int? RadiusM = null, PlaceKind? Region = null, string Preposition = "at");
