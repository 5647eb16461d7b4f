using BorderMap.Gazetteer;
using Npgsql;

[assembly: AssemblyFixture(typeof(BorderMap.Web.Tests.Running.SharedSite))]

namespace BorderMap.Web.Tests.Running;

/// <summary>One filled site for all tests that only read, and the gazetteer, which takes a moment to load.</summary>
public sealed class SharedSite : IAsyncLifetime
{
    private readonly Home home = new();
    private readonly SemaphoreSlim one = new(1);
    private Site? site;
    private string? template;
    private int databases;

    public string Home => home.Folder;
    public Atlas Atlas { get; private set; } = null!;
    public Site Site => site ?? throw new InvalidOperationException("The site has not started.");

    public async ValueTask InitializeAsync()
    {
        Atlas = Atlas.Load(Running.Site.Content.Data);
        site = await Running.Site.StartAsync(home.Folder, Atlas);
        await site.FillAsync();
    }

    /// <summary>A site with an empty database of its own, in the cluster of this one: much sooner there than one with a cluster of its own.</summary>
    /// <param name="settings">Others than the defaults.</param>
    public async Task<Site> StartAnotherAsync(Settings? settings = null)
    {
        var name = $"another{Interlocked.Increment(ref databases)}";
        await ExecuteAsync($"create database {name} template {await TemplateAsync()}");
        return await StartOverAsync(name, settings);
    }

    /// <summary>A second program over the database of another site of this cluster.</summary>
    public Task<Site> StartBesideAsync(Site site) => StartOverAsync(new NpgsqlConnectionStringBuilder(site.Database.Editor.ConnectionString).Database!, null);

    private Task<Site> StartOverAsync(string database, Settings? settings) => Running.Site.StartAsync(home.Folder, Atlas, settings, ConnectionTo(database));

    /// <summary>An empty database with the gazetteer's places in it, which nobody is connected to.</summary>
    private async Task<string> TemplateAsync()
    {
        await one.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (template is null)
            {
                await ExecuteAsync("create database prepared template template1");
                await using (await Running.Site.StartAsync(home.Folder, Atlas, null, ConnectionTo("prepared")))
                {
                }
                template = "prepared";
            }
            return template;
        }
        finally
        {
            one.Release();
        }
    }

    private string ConnectionTo(string database) => new NpgsqlConnectionStringBuilder(Site.Database.Editor.ConnectionString) { Database = database, Options = null, SearchPath = null }.ConnectionString;

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = await Site.Database.Editor.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (site is not null)
        {
            await site.DisposeAsync();
        }
        home.Dispose();
        one.Dispose();
    }
}
