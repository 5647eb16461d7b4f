using BorderMap.Gazetteer;
using BorderMap.Incidents.Model;

namespace BorderMap.Incidents.Importing;

/// <summary>Makes places of an incident from what a row says of them. What is ambiguous or unknown is never guessed.</summary>
internal sealed class PlaceFinder(Atlas atlas)
{
    private const int Remembered = 10_000;
    private const int Noted = 5;

    private readonly Dictionary<(string, string?), FoundPlace> _found = [];

    /// <summary>Looks a name up in the gazetteer.</summary>
    /// <param name="words">The toponym.</param>
    /// <param name="context">District, province, country, near to far.</param>
    public FoundPlace ByName(string words, string? context)
    {
        if (_found.TryGetValue((words, context), out var before))
            return before;
        if (_found.Count >= Remembered)
            _found.Clear();
        return _found[(words, context)] = Read(atlas.Resolver.Resolve(words, context, Noted));
    }

    /// <summary>The district or province that a dataset means by its centroid and its name, where both say the same one; null: they do not.</summary>
    public Place? Region(PlaceKind kind, string? name, string? context, double lon, double lat)
    {
        var at = kind == PlaceKind.District ? atlas.Places.DistrictAt(lon, lat) : atlas.Places.ProvinceAt(lon, lat);
        if (at is null || string.IsNullOrEmpty(name))
            return null;
        return ByName(name, context).Candidates.Any(candidate => candidate.Id == at.Id) ? at : null;
    }

    /// <summary>The country of that code.</summary>
    public Place? Country(string code) => atlas.Places.All.FirstOrDefault(place => place.Kind == PlaceKind.Country && place.Country == code);

    /// <summary>The best precision that the point of a place of the gazetteer has; that of a locality for an id that is none, which validation names.</summary>
    public PlacePrecision PrecisionOf(string id) =>
        atlas.Places.Find(id) is { } place && ShownPlace.PrecisionOf(place) is var best and not PlacePrecision.Exact ? best : PlacePrecision.Locality;

    private FoundPlace Read(Resolution resolution)
    {
        var candidates = resolution.Candidates.Select(candidate => candidate.Place).ToList();
        if (resolution.Status is ResolutionStatus.Resolved or ResolutionStatus.Approximate && resolution.Candidates is [var best, ..])
            return new FoundPlace(new IncidentPlace
            {
                Place = best.Place.Id,
                Words = resolution.Query,
                Precision = best.Precision,
                RadiusM = Math.Max(1, (int)Math.Ceiling(best.RadiusM)),
            }, null, candidates);
        var asked = resolution.Context is { } context ? $"'{resolution.Query}' ({context})" : $"'{resolution.Query}'";
        var note = resolution.Candidates.Count == 0
            ? $"Place to be found: {asked} is not in the gazetteer."
            : $"Place to be chosen: {asked} may be {string.Join("; or ", resolution.Candidates.Select(Describe))}.";
        return new FoundPlace(null, note, candidates);
    }

    private string Describe(Candidate candidate)
    {
        var within = atlas.Places.SelfAndAncestors(candidate.Place).Skip(1).Select(place => place.Name);
        return $"{string.Join(", ", within.Prepend(candidate.Place.Name))} [{candidate.Place.Id}]: {candidate.Why}";
    }
}

/// <summary>What a name came to.</summary>
/// <param name="Place">The place; null: a person has to choose.</param>
/// <param name="Note">For that person: what it may be.</param>
/// <param name="Candidates">The places that it may be, best first.</param>
internal sealed record FoundPlace(IncidentPlace? Place, string? Note, IReadOnlyList<Place> Candidates);
