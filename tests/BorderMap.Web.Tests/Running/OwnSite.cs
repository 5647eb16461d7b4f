namespace BorderMap.Web.Tests.Running;

/// <summary>A filled site for the tests of one class, which may write to it.</summary>
public sealed class OwnSite(SharedSite shared) : IAsyncLifetime
{
    private Site? site;

    public Site Site => site ?? throw new InvalidOperationException("The site has not started.");

    public async ValueTask InitializeAsync()
    {
        site = await shared.StartAnotherAsync();
        await site.FillAsync();
    }

    /// <summary>The home of all sites of the cluster.</summary>
    public string Home => shared.Home;

    /// <summary>Another site, empty, with other settings; the caller ends it.</summary>
    public Task<Site> StartEmptyAsync(Settings settings) => shared.StartAnotherAsync(settings);

    /// <summary>A second program over the same database; the caller ends it.</summary>
    public Task<Site> StartAnotherAsync() => shared.StartBesideAsync(Site);

    public async ValueTask DisposeAsync()
    {
        if (site is not null)
        {
            await site.DisposeAsync();
        }
    }
}
