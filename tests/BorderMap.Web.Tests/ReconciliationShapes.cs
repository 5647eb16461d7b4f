using System.Text.Json;

namespace BorderMap.Web.Tests;

/// <summary>
/// What the JSON schemas of the Reconciliation Service API 0.2 (https://reconciliation-api.github.io/specs/0.2/schemas/) ask of a service's
/// answers, and what the text asks beyond them: ids and names are not empty, scores fall, at most one candidate is a match.
/// </summary>
internal static class ReconciliationShapes
{
    public static void Manifest(JsonElement manifest)
    {
        Assert.Contains("0.2", manifest.GetProperty("versions").EnumerateArray().Select(version => version.GetString()));
        foreach (var name in new[] { "name", "identifierSpace", "schemaSpace", "documentation", "serviceVersion", "logo" })
        {
            Assert.NotEmpty(manifest.GetProperty(name).GetString()!);
        }
        foreach (var name in new[] { "identifierSpace", "schemaSpace", "documentation", "logo" })
        {
            Assert.True(Uri.IsWellFormedUriString(manifest.GetProperty(name).GetString(), UriKind.Absolute), name);
        }
        Assert.Contains("{{id}}", manifest.GetProperty("view").GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.Equal(manifest.GetProperty("view").GetProperty("url").GetString(), manifest.GetProperty("identifierSpace").GetString() + "{{id}}");
        Assert.All(manifest.GetProperty("defaultTypes").EnumerateArray(), Term);
        Assert.Equal(["entity", "property", "type"], manifest.GetProperty("suggest").EnumerateObject().Select(service => service.Name).Order());
        Assert.All(manifest.GetProperty("suggest").EnumerateObject(), service =>
        {
            Assert.Equal(JsonValueKind.String, service.Value.GetProperty("service_url").ValueKind);
            Assert.Equal(JsonValueKind.String, service.Value.GetProperty("service_path").ValueKind);
        });
        Assert.True(manifest.GetProperty("batchSize").GetInt32() > 0);
    }

    public static void Results(JsonElement batch)
    {
        Assert.Equal(JsonValueKind.Object, batch.ValueKind);
        foreach (var answer in batch.EnumerateObject())
        {
            var candidates = answer.Value.GetProperty("result").EnumerateArray().ToList();
            Assert.All(candidates, Candidate);
            Assert.Equal(candidates.Select(Score).OrderDescending(), candidates.Select(Score));
            Assert.InRange(candidates.Count(candidate => candidate.GetProperty("match").GetBoolean()), 0, 1);
        }
    }

    public static void Suggestions(JsonElement answer, bool isEntity) => Assert.All(answer.GetProperty("result").EnumerateArray(), one =>
    {
        Term(one);
        Assert.Equal(JsonValueKind.String, one.GetProperty("description").ValueKind);
        if (isEntity)
        {
            Assert.All(one.GetProperty("notable").EnumerateArray(), Term);
        }
    });

    private static void Candidate(JsonElement candidate)
    {
        Term(candidate);
        Assert.InRange(Score(candidate), 0, 100);
        Assert.True(candidate.GetProperty("match").ValueKind is JsonValueKind.True or JsonValueKind.False);
        Assert.Equal(JsonValueKind.String, candidate.GetProperty("description").ValueKind);
        Assert.All(candidate.GetProperty("type").EnumerateArray(), Term);
        var features = candidate.GetProperty("features").EnumerateArray().ToList();
        Assert.All(features, feature => Assert.True(feature.GetProperty("value").ValueKind is JsonValueKind.True or JsonValueKind.False or JsonValueKind.Number));
        Assert.Equal(features.Count, features.Select(feature => feature.GetProperty("id").GetString()).Distinct().Count());
    }

    private static double Score(JsonElement candidate) => candidate.GetProperty("score").GetDouble();

    private static void Term(JsonElement term)
    {
        Assert.NotEmpty(term.GetProperty("id").GetString()!);
        Assert.NotEmpty(term.GetProperty("name").GetString()!);
    }
}
