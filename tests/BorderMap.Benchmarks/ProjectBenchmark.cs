using System.Text.Json;
using BorderMap.Benchmarks.Running;
using BorderMap.Incidents;

namespace BorderMap.Benchmarks;

/// <summary>Documents to public rows with their finished texts; the baseline writes the same documents as JSON and does nothing else.</summary>
internal static class ProjectBenchmark
{
    private static readonly PublicStamp Stamp = new(1, new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public static async Task<Report> RunAsync(int rows, CancellationToken cancellation)
    {
        var atlas = CommittedData.Load(cancellation);
        var sources = SyntheticIncidents.Sources.ToDictionary(source => source.Id);
        var actors = SyntheticIncidents.Actors.ToDictionary(actor => actor.Id);
        var episodes = SyntheticIncidents.Episodes.ToDictionary(episode => episode.Id);
        var inputs = new SyntheticIncidents(atlas, rows)
            .Select(incident => new ProjectionInput(incident, sources, actors, incident.Episode is null ? null : episodes[incident.Episode], atlas, Stamp.Updated)).ToList();
        var times = await Clock.MedianSecondsAsync(
            () => Task.FromResult(inputs.Sum(Project)),
            () => Task.FromResult(inputs.AsParallel().Sum(Project)),
            () => Task.FromResult(inputs.Sum(input => (long)JsonSerializer.Serialize(input.Incident, IncidentJson.Options).Length)));
        var report = new Report("rows/s");
        var baseline = ("System.Text.Json of the document", rows / times[2]);
        report.Add("project, one thread", rows / times[0], baseline);
        report.Add("project, all cores", rows / times[1], baseline);
        report.Note("Feature, document and content hash are made for every row. Medians of 3 runs.");
        return report;
    }

    private static long Project(ProjectionInput input)
    {
        var row = Projection.Project(input) ?? throw new InvalidOperationException($"{input.Incident.Id} is not public");
        return row.Feature(Stamp).Length + row.Document(Stamp).Length + row.ContentHash.Length;
    }
}
