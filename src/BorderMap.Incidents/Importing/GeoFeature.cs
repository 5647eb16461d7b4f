namespace BorderMap.Incidents.Importing;

/// <summary>One feature of a GeoJSON file.</summary>
/// <param name="Number">Its position, from 1.</param>
/// <param name="Values">Its properties as texts; lists joined by semicolons, nulls left out.</param>
/// <param name="Lon">Degrees east of its point; null: none.</param>
/// <param name="Lat">Degrees north of its point; null: none.</param>
/// <param name="Problem">Why it, or the rest of the file, cannot be read.</param>
public sealed record GeoFeature(long Number, IReadOnlyDictionary<string, string> Values, string? Lon, string? Lat, Problem? Problem = null);
