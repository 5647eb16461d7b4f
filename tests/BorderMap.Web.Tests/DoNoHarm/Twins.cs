using BorderMap.Web.Tests.Running;

namespace BorderMap.Web.Tests.DoNoHarm;

/// <summary>Two sites that differ in nothing but what is hidden: one holds secrets, in the other they are not there, or lie elsewhere in their district or province. It is one second before an embargo ends.</summary>
public sealed class Twins(SharedSite shared) : IAsyncLifetime
{
    private static readonly Uri Address = new("https://map.example.org");

    private readonly List<Site> sites = [];

    public Secrets Secrets { get; } = new(shared.Atlas);

    /// <summary>With the secrets.</summary>
    public Site Left => sites[0];

    /// <summary>Without them.</summary>
    public Site Right => sites[1];

    public async ValueTask InitializeAsync()
    {
        for (var i = 0; i < 2; i++)
        {
            sites.Add(await shared.StartAnotherAsync(new Settings { Home = "", PublicUrl = Address, RequestRate = 0 }));
        }
        await Secrets.WriteAsync(Left, isThere: true);
        await Secrets.WriteAsync(Right, isThere: false);
        foreach (var site in sites)
        {
            site.Time.Advance(Secrets.EmbargoEnd - TimeSpan.FromSeconds(1) - site.Time.GetUtcNow());
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var site in sites)
        {
            await site.DisposeAsync();
        }
    }
}
