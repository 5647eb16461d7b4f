using BorderMap.Gazetteer.Folding;
using BorderMap.Gazetteer.Loading;
using BorderMap.Gazetteer.Tests.Build;

namespace BorderMap.Gazetteer.Tests;

/// <summary>The committed rules, without the places.</summary>
internal static class RuleFiles
{
    private static readonly Lazy<FoldingRules> Read = new(() =>
        FoldingRules.Read(Array.ConvertAll(FoldingRules.Files, name => GazetteerFile.Read(Checkout.Gazetteer("rules"), name, CancellationToken.None))));

    public static FoldingRules Value => Read.Value;
}
