namespace BorderMap.Gazetteer;

/// <summary>Finds places by name. Thread-safe.</summary>
public sealed class PlaceResolver
{
    /// <summary>Which places a written name may mean.</summary>
    /// <param name="name">The toponym, in any script; may carry its context after commas ("Giwi, Jaji Aryub, Paktia").</param>
    /// <param name="context">District, province or country in words, from near to far, separated by commas.</param>
    /// <param name="limit">The most candidates to give.</param>
    public Resolution Resolve(string name, string? context = null, int limit = 5) => throw new NotImplementedException();

    /// <summary>Completes a name while it is being typed: places one of whose names has a word that begins so, larger and nearer the line first.</summary>
    public IReadOnlyList<Candidate> Search(string prefix, int limit = 10) => throw new NotImplementedException();
}
