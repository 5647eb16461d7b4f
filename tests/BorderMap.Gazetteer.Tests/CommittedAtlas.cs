using BorderMap.Gazetteer.Tests.Build;

namespace BorderMap.Gazetteer.Tests;

/// <summary>The atlas of the committed data, loaded once for all tests.</summary>
internal static class CommittedAtlas
{
    private static readonly Lazy<Atlas> Loaded = new(() => Atlas.Load(Checkout.Data, CancellationToken.None));

    public static Atlas Value => Loaded.Value;
}
