namespace BorderMap.Gazetteer;

/// <summary>A place that may be meant.</summary>
/// <param name="Place">The place.</param>
/// <param name="Score">The probability, 0 to 1, that this is the place meant.</param>
/// <param name="Matched">The recorded name that matched.</param>
/// <param name="Precision">What a position taken from this candidate is worth.</param>
/// <param name="RadiusM">Metres within which the meant spot lies.</param>
/// <param name="Why">In words: what matched, which context helped.</param>
public sealed record Candidate(Place Place, double Score, string Matched, PlacePrecision Precision, double RadiusM, string Why)
{
    /// <summary>Degrees, WGS 84: the place's own point unless the toponym was coordinates.</summary>
    public double Lon { get; init; } = Place.Lon;

    /// <summary>Degrees, WGS 84: the place's own point unless the toponym was coordinates.</summary>
    public double Lat { get; init; } = Place.Lat;

    /// <summary>In words, what was edited to come from the written name to the recorded one; null when nothing was.</summary>
    public string? Edits { get; init; }

    /// <summary>What is there today, for a place or unit that no longer exists; else empty.</summary>
    public IReadOnlyList<Place> Today { get; init; } = [];
}
