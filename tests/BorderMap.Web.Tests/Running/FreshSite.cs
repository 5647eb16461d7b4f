namespace BorderMap.Web.Tests.Running;

/// <summary>A test class each of whose tests has an empty site of its own.</summary>
public abstract class FreshSite(SharedSite shared) : IAsyncLifetime
{
    private readonly Home home = new();
    private Site? site;

    protected Site Site => site ?? throw new InvalidOperationException("The site has not started.");
    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public virtual async ValueTask InitializeAsync() => site = await Running.Site.StartAsync(home.Folder, shared.Atlas);

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (site is not null)
        {
            await site.DisposeAsync();
        }
        home.Dispose();
    }
}
