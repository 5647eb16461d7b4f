using BorderMap.Incidents;
using BorderMap.Incidents.Exporting;
using BorderMap.Incidents.Model;

namespace BorderMap.PostGis.Tests;

/// <summary>A test over a store in a database of its own, with the sample actors, sources and episode in it.</summary>
public abstract class StoreTest(TestCluster cluster) : IAsyncLifetime
{
    private Database? database;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected SettableTime Time { get; } = new(new(2026, 1, 10, 12, 0, 0, TimeSpan.Zero));
    protected Database Database => database!;
    protected IncidentStore Store { get; private set; } = null!;
    protected PublicReader Reader { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        database = await cluster.OpenNewAsync(Time);
        Store = new IncidentStore(database, Samples.Atlas, Time);
        Reader = new PublicReader(database);
        Assert.Empty((await ImportAsync()).Problems);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (database is not null)
            await database.DisposeAsync();
    }

    protected Task<ImportResult> ImportAsync(params IEnumerable<Incident> incidents) => ImportAsync(Samples.FileOf(incidents));

    protected Task<ImportResult> ImportAsync(Stream file) => Store.ImportAsync(file, new ImportOptions("tester", "test"), null, Cancellation);

    /// <summary>Saves, and expects it to work.</summary>
    protected async Task<Incident> SaveAsync(Incident incident)
    {
        var result = await Store.SaveAsync(incident, incident.Version == 0 ? null : incident.Version, "tester", "test", Cancellation);
        return Assert.IsType<SaveResult.Saved>(result).Incident;
    }

    protected async Task<IncidentPage> PageAsync(IncidentFilter? filter = null, int limit = 100) =>
        await Reader.PageAsync(filter ?? IncidentFilter.All, new PageRequest(limit), Cancellation);

    protected async Task<string> ExportAsync(IncidentFilter? filter = null)
    {
        await using var export = await Reader.OpenExportAsync(new(filter ?? IncidentFilter.All), Cancellation);
        return await WrittenAsync(export, new GeoJsonLinesFormat(isSequence: false));
    }

    protected static async Task<string> WrittenAsync(PublicExport export, IFeatureFormat format)
    {
        using var output = new MemoryStream();
        await export.WriteAsync(format, output, Cancellation);
        return System.Text.Encoding.UTF8.GetString(output.ToArray());
    }

    protected async Task<List<T>> AskAsync<T>(string sql, bool asPublic = false)
    {
        await using var connection = asPublic ? await Database.Public.OpenConnectionAsync(Cancellation) : await Database.Editor.OpenConnectionAsync(Cancellation);
        return await connection.QueryAsync(sql, [], reader => reader.GetFieldValue<T>(0), Cancellation);
    }

    /// <summary>Every word that the public can get at: each reader's answer at each public sequence, and each column of each public table.</summary>
    protected async Task<string> EverythingPublicAsync(params string[] ids)
    {
        var words = new List<string>();
        var pub = await Reader.PubAsync(Cancellation);
        for (long? asOf = pub; asOf >= 0; asOf--)
        {
            var filter = IncidentFilter.All with { AsOf = asOf == pub ? null : asOf };
            words.AddRange((await PageAsync(filter, 1000)).Features);
            words.Add(await ExportAsync(filter));
            foreach (var id in ids)
                words.Add((await Reader.FindAsync(id, filter.AsOf, Cancellation)).ToString());
        }
        foreach (var id in ids)
            words.AddRange((await Reader.HistoryAsync(id, Cancellation)).Select(version => version.Document));
        words.AddRange((await Reader.ChangesAsync(0, 10_000, Cancellation)).Changes.Select(change => change.ToString()));
        words.AddRange(await Reader.EpisodesAsync(null, Cancellation));
        words.AddRange(await Reader.SourcesAsync(null, 10_000, null, Cancellation));
        words.AddRange(await Reader.ActorsAsync(null, Cancellation));
        foreach (var table in await AskAsync<string>("select tablename::text from pg_tables where schemaname = 'bordermap' and tablename like 'public%' order by 1"))
            words.AddRange(await AskAsync<string>($"select t::text from {table} t order by 1", asPublic: true));
        return string.Join('\n', words);
    }
}
