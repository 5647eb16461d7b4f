using System.Diagnostics;
using BorderMap.Benchmarks.Editing;
using BorderMap.Benchmarks.Running;
using BorderMap.Gazetteer;
using BorderMap.Incidents.Model;
using BorderMap.PostGis;
using BorderMap.PostGis.People;
using BorderMap.Web;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace BorderMap.Benchmarks;

/// <summary>
/// Editors over HTTP on the same incidents for a minute, an import beside them after a while, and a reader who follows the changes.
/// It fails when an edit is lost, a conflict does not bring the current version, a 503 does not say when to come again, or the public sequence has a gap.
/// </summary>
internal static class EditBenchmark
{
    private const int Clients = 20;
    private const int Incidents = 50;
    private static readonly TimeSpan Alone = TimeSpan.FromSeconds(15), Least = TimeSpan.FromSeconds(60), Most = TimeSpan.FromMinutes(20);

    public static async Task<Report> RunAsync(int rows, CancellationToken cancellation)
    {
        await using var cluster = await OwnCluster.OpenAsync(cancellation);
        var atlas = CommittedData.Load(cancellation);
        var file = Path.Combine(cluster.Home, "incidents.json");
        await new SyntheticIncidents(atlas, rows).WriteAsync(file, cancellation);
        var store = new IncidentStore(cluster.Database, atlas, TimeProvider.System);
        await store.PrepareAsync(null, cancellation);
        var settings = new Settings { Home = cluster.Home, Starter = false, RequestRate = 0 };
        await using var app = App.Build(new AppParts(settings, ContentRoot.Find(AppContext.BaseDirectory), atlas, cluster.Database, TimeProvider.System), ["--urls", "http://127.0.0.1:0"]);
        await app.StartAsync(cancellation);
        var address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        var ids = await RecordAsync(store, atlas, cancellation);
        using var follower = new ChangeFollower(address, ids.ToHashSet());
        await follower.StartAsync(cancellation);
        var clients = await ClientsAsync(address, app.Services.GetRequiredService<TokenStore>(), ids, cancellation);

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        stop.CancelAfter(Most);
        var (start, isImported, isEdited) = (Stopwatch.GetTimestamp(), false, false);
        var editing = EndAsync(Task.WhenAll(clients.Select(client => Task.Run(() => client.RunAsync(() => isImported && Stopwatch.GetElapsedTime(start) > Least, stop.Token), stop.Token))));
        var following = Task.Run(() => follower.RunAsync(() => isEdited, stop.Token), stop.Token);
        await Task.Delay(Alone, stop.Token);
        var times = new ImportTimes();
        await times.RunAsync(store, file, stop.Token);
        isImported = true;
        await Task.WhenAll(editing, following);

        var saves = clients.SelectMany(client => client.Saves).ToList();
        await AuditTrail.CheckAsync(cluster, ids, saves, cancellation);
        if (follower.Watched != saves.Count || follower.Changes != saves.Count + rows)
            throw new InvalidOperationException($"the reader saw {follower.Watched} of {saves.Count} edits and {follower.Changes} changes in all");
        var report = Written(saves, times);
        report.Note($"{Clients} clients, {Incidents} incidents, {Report.Number(Stopwatch.GetElapsedTime(start).TotalSeconds)} s: {saves.Count} saves, each once and in order in the audit trail and in the last document; "
            + $"{clients.Sum(client => client.Conflicts)} conflicts, each a 412 with the current version; {clients.Sum(client => client.Busy)} refusals, each a 503 with Retry-After.");
        report.Note($"The reader by since saw all {follower.Changes} public changes in {follower.Requests} requests, without a gap or a repeat, up to {follower.Pub}.");
        report.Note($"Import of {rows} rows: {Report.Number(times.Whole)} s, in its merge {Report.Number(times.Merge)} s.");
        report.Note(await cluster.VersionsAsync(cancellation));
        clients.ForEach(client => client.Dispose());
        await app.StopAsync(cancellation);
        return report;

        async Task EndAsync(Task task)
        {
            try
            {
                await task;
            }
            finally
            {
                isEdited = true;
            }
        }
    }

    private static Report Written(List<Save> saves, ImportTimes times)
    {
        var report = new Report("ms");
        var alone = saves.Where(save => save.Began < times.Began).Select(save => save.Milliseconds).ToList();
        var beside = saves.Where(save => save.Began >= times.Began && save.Began < times.Ended).Select(save => save.Milliseconds).ToList();
        report.AddTimes("a save beside the import", beside, "without it", alone);
        report.Add("the longest from the first attempt to the save, refusals and conflicts included", saves.Max(save => save.Waited), ("without the import", saves.Where(save => save.Began < times.Began - Stopwatch.Frequency).Max(save => save.Waited)));
        return report;
    }

    private static async Task<List<string>> RecordAsync(IncidentStore store, Atlas atlas, CancellationToken cancellation)
    {
        var (ids, place) = (new List<string>(), atlas.Places.All.First(place => place is { Kind: PlaceKind.District, Country: "AF" }));
        for (var i = 0; i < Incidents; i++)
        {
            var incident = new Incident
            {
                Id = "",
                Title = $"Incident {i}",
                Kind = "shelling",
                Status = IncidentStatus.Published,
                Date = new() { Start = new(2025, 10, 15), End = new(2025, 10, 15), Precision = DatePrecision.Day },
                Places = [new() { Place = place.Id, Precision = PlacePrecision.District }],
                Notes = "|",
            };
            var saved = await store.SaveAsync(incident, null, "benchmark", "benchmark", cancellation);
            ids.Add(saved is SaveResult.Saved { Incident.Id: var id } ? id : throw new InvalidOperationException($"not saved: {saved}"));
        }
        return ids;
    }

    private static async Task<List<EditingClient>> ClientsAsync(Uri address, TokenStore tokens, List<string> ids, CancellationToken cancellation)
    {
        var clients = new List<EditingClient>();
        for (var i = 0; i < Clients; i++)
        {
            var (_, secret, _) = await tokens.AddAsync($"editor-{i}", null, Role.Editor, "benchmark", cancellation);
            clients.Add(new EditingClient(address, secret!, i, ids));
        }
        return clients;
    }

    /// <summary>When an import began, merged and ended.</summary>
    private sealed class ImportTimes : IProgress<ImportProgress>
    {
        private long merging;

        public long Began { get; private set; }
        public long Ended { get; private set; }
        public double Whole => Stopwatch.GetElapsedTime(Began, Ended).TotalSeconds;

        /// <summary>The wait for the lock is in it.</summary>
        public double Merge => Stopwatch.GetElapsedTime(merging, Ended).TotalSeconds;

        public async Task RunAsync(IncidentStore store, string file, CancellationToken cancellation)
        {
            Began = Stopwatch.GetTimestamp();
            await using var stream = File.OpenRead(file);
            var result = await store.ImportAsync(stream, new ImportOptions("benchmark", "benchmark"), this, cancellation);
            Ended = Stopwatch.GetTimestamp();
            if (!result.IsDone || result.Problems.Count > 0)
                throw new InvalidOperationException($"not imported: {result.ProblemCount} problems");
        }

        public void Report(ImportProgress value) => merging = value.Stage == "merging" ? Stopwatch.GetTimestamp() : merging;
    }
}
