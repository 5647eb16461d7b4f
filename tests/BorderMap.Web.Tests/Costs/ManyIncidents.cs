using System.Text;
using BorderMap.PostGis;
using BorderMap.Web.Operating;
using BorderMap.Web.Tests.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace BorderMap.Web.Tests.Costs;

/// <summary>A site with 20,000 incidents made by rule, whose database tells how it came by each answer.</summary>
public sealed class ManyIncidents(SharedSite shared) : IAsyncLifetime
{
    public const int Count = 20_000;

    private static readonly string[] Kinds = ["shelling", "airstrike", "armed_clash", "bombing", "detention"];
    private static readonly string[] Places = ["1108562519", "1108562173", "1108692255", "1108692271", "x-torkham-crossing"];

    private Site? site;
    private string log = "";

    public Site Site => site ?? throw new InvalidOperationException("The site has not started.");

    /// <summary>One of them.</summary>
    public string Id { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        site = await shared.StartAnotherAsync();
        using (var file = new MemoryStream(Encoding.UTF8.GetBytes(Document())))
        {
            Assert.Empty((await site.Store.ImportAsync(file, new ImportOptions("test", "many"), null, TestContext.Current.CancellationToken)).Problems);
        }
        await ExecuteAsync("vacuum analyze");
        log = Path.Combine(Path.GetDirectoryName((string)(await ExecuteAsync("show data_directory"))!)!, "postgres.log");
        var database = new NpgsqlConnectionStringBuilder(site.Database.Editor.ConnectionString).Database;
        foreach (var (name, value) in new[] { ("session_preload_libraries", "auto_explain"), ("auto_explain.log_min_duration", "0"), ("auto_explain.log_analyze", "on"), ("auto_explain.log_timing", "off"), ("auto_explain.log_format", "json") })
        {
            await ExecuteAsync($"alter database {database} set {name} = '{value}'");
        }
        // Connections that are open know nothing of it: those of another program do.
        await using (site)
        {
            site = await shared.StartBesideAsync(site);
        }
        // What the program reads of itself as it starts must not be taken for what a request costs.
        await site.Services.GetServices<IHostedService>().OfType<Supervised<ColumnsAhead>>().Single().ExecuteTask!.WaitAsync(TestContext.Current.CancellationToken);
        Id = (await site.JsonAsync("/api/incidents?limit=1")).GetProperty("features")[0].GetProperty("id").GetString()!;
    }

    public async ValueTask DisposeAsync()
    {
        if (site is not null)
        {
            await site.DisposeAsync();
        }
    }

    /// <summary>Asks, and gives how the database came by it: the plan of each statement that reads public incidents.</summary>
    public async Task<IReadOnlyList<Plan>> PlansOfAsync(string path)
    {
        var from = new FileInfo(log).Length;
        using (var answer = await Site.GetAsync(path))
        {
            Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}");
            await answer.TextAsync();
        }
        await using var said = new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        said.Position = from;
        using var reader = new StreamReader(said);
        return [.. Plan.Read(await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).Where(plan => plan.ReadsPublic)];
    }

    /// <summary>As the cluster's superuser: the program's own roles may not see how it runs.</summary>
    private async Task<object?> ExecuteAsync(string sql)
    {
        var access = new NpgsqlConnectionStringBuilder(Site.Database.Editor.ConnectionString) { Username = "postgres", Options = null, SearchPath = null, Pooling = false };
        await using var connection = new NpgsqlConnection(access.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    private static string Document()
    {
        var incidents = Enumerable.Range(0, Count).Select(i =>
        {
            var day = new DateOnly(2021, 1, 1).AddDays(i % 1_800);
            var where = i % 3 == 0 ? $$"""{"place":"{{Places[i / 3 % Places.Length]}}","precision":"district"}""" : FormattableString.Invariant($$"""{"lon":{{62 + (i % 1_000 * 0.012)}},"lat":{{30 + (i % 700 * 0.008)}},"precision":"near","radius_m":2000}""");
            return $$"""{"title":"Generated {{i}}","kind":"{{Kinds[i % Kinds.Length]}}","status":"published","date":{"start":"{{day:yyyy-MM-dd}}","end":"{{day:yyyy-MM-dd}}","precision":"day"},"places":[{{where}}],"source_keys":["generated:{{i}}"]}""";
        });
        return $$"""{"format":"bordermap/1","actors":[],"sources":[],"episodes":[],"incidents":[{{string.Join(',', incidents)}}]}""";
    }
}
