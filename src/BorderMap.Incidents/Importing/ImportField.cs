namespace BorderMap.Incidents.Importing;

/// <summary>One column of the CSV template.</summary>
/// <param name="Name">The header, <c>date_start</c>.</param>
/// <param name="Of">What a row says with it: <c>incident, place, actor, claim, source, estimate</c>.</param>
/// <param name="About">What to write, in a sentence.</param>
/// <param name="Synonyms">What others call it, folded; for suggesting a mapping.</param>
/// <param name="Required">Whether every incident has to have it.</param>
/// <param name="IsList">Whether a cell may hold several, separated by semicolons.</param>
public sealed record ImportField(string Name, string Of, string About, IReadOnlyList<string> Synonyms, bool Required = false, bool IsList = false)
{
    /// <summary>The words that it may hold, from the model; empty: any.</summary>
    public IReadOnlyList<string> Allowed => ImportFields.AllowedOf(Name);
}
