using BorderMap.Gazetteer;
using BorderMap.Web;

namespace BorderMap.Benchmarks;

/// <summary>The gazetteer of the repository.</summary>
internal static class CommittedData
{
    public static Atlas Load(CancellationToken cancellation) => Atlas.Load(ContentRoot.Find(AppContext.BaseDirectory).Data, cancellation);
}
