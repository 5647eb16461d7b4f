using System.Text.Json;
using BorderMap.Incidents.Model;

namespace BorderMap.Incidents.Tests;

/// <summary>The starter file goes through the rules like any import.</summary>
public class StarterProjectionTests
{
    private static readonly BorderMapFile Starter =
        JsonSerializer.Deserialize<BorderMapFile>(File.ReadAllBytes(Path.Combine(Repository.Root, "data", "incidents", "starter.json")), IncidentJson.Options)!;

    private static readonly ValidationContext Context = new(Starter.Actors.Select(a => a.Id).ToHashSet(), Starter.Sources.Select(s => s.Id).ToHashSet(),
        Starter.Episodes.Select(e => e.Id).ToHashSet(), Repository.Atlas);

    [Fact]
    public void Every_document_is_valid()
    {
        var problems = Starter.Actors.SelectMany(a => Validation.Check(a, Context).Select(p => (a.Id, p)))
            .Concat(Starter.Sources.SelectMany(s => Validation.Check(s).Select(p => (s.Id, p))))
            .Concat(Starter.Episodes.SelectMany(e => Validation.Check(e, Context).Select(p => (e.Id, p))))
            .Concat(Starter.Incidents.SelectMany(i => Validation.Check(i, Context).Select(p => (i.Id, p))));
        Assert.Empty(problems.Select(p => $"{p.Id}: {p.p.Message} {p.p.Fix}"));
    }

    [Fact]
    public void Every_incident_has_a_public_row_whose_texts_are_JSON()
    {
        var sources = Starter.Sources.ToDictionary(s => s.Id);
        var actors = Starter.Actors.ToDictionary(a => a.Id);
        var episodes = Starter.Episodes.ToDictionary(e => e.Id);
        foreach (var incident in Starter.Incidents)
        {
            var row = Projection.Project(new(incident, sources, actors, incident.Episode is { } id ? episodes[id] : null, Repository.Atlas, DateTimeOffset.UnixEpoch))!;
            using var feature = JsonDocument.Parse(row.Feature(new(1, DateTimeOffset.UnixEpoch)));
            using var document = JsonDocument.Parse(row.Document(new(1, DateTimeOffset.UnixEpoch)));
            Assert.Equal(incident.Claims.Count, document.RootElement.GetProperty("claims").GetArrayLength());
            Assert.True(row.Lon is null == (incident.Places.Count == 0), incident.Id);
        }
    }
}
