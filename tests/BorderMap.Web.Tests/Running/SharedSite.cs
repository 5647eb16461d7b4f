using BorderMap.Gazetteer;

[assembly: AssemblyFixture(typeof(BorderMap.Web.Tests.Running.SharedSite))]

namespace BorderMap.Web.Tests.Running;

/// <summary>One filled site for all tests that only read, and the gazetteer, which takes a moment to load.</summary>
public sealed class SharedSite : IAsyncLifetime
{
    private readonly Home home = new();
    private Site? site;

    public Atlas Atlas { get; private set; } = null!;
    public Site Site => site ?? throw new InvalidOperationException("The site has not started.");

    public async ValueTask InitializeAsync()
    {
        Atlas = Atlas.Load(Running.Site.Content.Data);
        site = await Running.Site.StartAsync(home.Folder, Atlas);
        await site.FillAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (site is not null)
        {
            await site.DisposeAsync();
        }
        home.Dispose();
    }
}
