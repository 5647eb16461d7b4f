using System.Text.Json;
using BorderMap.Gazetteer;

namespace BorderMap.Web.Endpoints;

/// <summary>A place as an answer to a reconciliation query.</summary>
/// <param name="Candidate">The place, and why.</param>
/// <param name="IsMatch">Whether a client may take it without asking a person.</param>
/// <param name="IsExact">Whether the name asked for is a recorded one of it, but for case and marks.</param>
/// <param name="HasType">Whether it is of a type asked for.</param>
public sealed record ReconciliationCandidate(Candidate Candidate, bool IsMatch, bool IsExact, bool HasType)
{
    /// <summary>Below this probability a person has to look, even where one place fits clearly best.</summary>
    private const double LeastSure = 0.8;

    /// <summary>The candidates of one query, best first. Of other types than those asked for only what stands for a place that no source knows.</summary>
    public static IReadOnlyList<ReconciliationCandidate> Of(ReconciliationQuery query, Atlas atlas)
    {
        if (atlas.Places.Find(query.Resolve.Name) is { } itself)
        {
            return [new(new Candidate(itself, 1, itself.Name, PlacePrecision.Exact, itself.RadiusM, "its id"), IsMatch: true, IsExact: true, HasType: Has(itself))];
        }
        var resolution = atlas.Resolver.Resolve(query.Resolve);
        var kept = resolution.Candidates.Where(candidate => resolution.Status is ResolutionStatus.Approximate || Has(candidate.Place)).ToList();
        // What is of no type asked for is ruled out, and its share of the probability falls to the others.
        var possible = Math.Max(0.001, 1 - resolution.Candidates.Except(kept).Sum(candidate => candidate.Score));
        var name = Folded(query.Resolve.Name.Split(',', '،')[0]);
        return [.. kept
            .Select(candidate => candidate with { Score = candidate.Score / Math.Max(candidate.Score, possible) })
            .Select((candidate, rank) => new ReconciliationCandidate(
                candidate,
                rank == 0 && kept[0] == resolution.Candidates[0] && resolution.Status is ResolutionStatus.Resolved && candidate.Score >= LeastSure,
                Folded(candidate.Matched) == name,
                Has(candidate.Place)))
            .OrderByDescending(candidate => candidate.Candidate.Score)
            .Take(query.Limit)];

        bool Has(Place place) => query.Kinds.Count == 0 || query.Kinds.Contains(place.Kind);

        string Folded(string text) => atlas.Resolver.Folding.Light(text);
    }

    /// <summary>As the API's candidate object; the score is 0 to 100.</summary>
    public void Write(Utf8JsonWriter json, Atlas atlas, NameLanguage language)
    {
        var place = Candidate.Place;
        json.WriteStartObject();
        json.WriteString("id", place.Id);
        json.WriteString("name", language.NameOf(place).Text);
        json.WriteString("description", $"{PlaceWords.Description(place, atlas.Places, language, Candidate.Matched)}; {Candidate.Why}");
        json.WriteStartArray("type");
        ReconciliationSchema.TypeOf(place.Kind).WriteShort(json);
        json.WriteEndArray();
        json.WriteNumber("score", Math.Round(Candidate.Score * 100, 1));
        json.WriteBoolean("match", IsMatch);
        json.WriteStartArray("features");
        WriteFeature(json, "exact_name", IsExact);
        WriteFeature(json, "type", HasType);
        WriteFeature(json, "probability", Math.Round(Candidate.Score, 3));
        WriteFeature(json, "radius_m", Math.Round(Candidate.RadiusM));
        WriteFeature(json, "line_distance_km", Math.Round(atlas.Line.DistanceKm(place.Lon, place.Lat), 1));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteFeature(Utf8JsonWriter json, string id, bool value)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteBoolean("value", value);
        json.WriteEndObject();
    }

    private static void WriteFeature(Utf8JsonWriter json, string id, double value)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteNumber("value", value);
        json.WriteEndObject();
    }
}
