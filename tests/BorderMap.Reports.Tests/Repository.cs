using BorderMap.Gazetteer;

namespace BorderMap.Reports.Tests;

/// <summary>The repository's own data.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static readonly Lazy<Atlas> Loaded = new(() => Atlas.Load(Path.Combine(Root, "data")));

    private static readonly Lazy<Extractor> Made = new(() => new Extractor(Loaded.Value));

    public static Atlas Atlas => Loaded.Value;

    public static Extractor Extractor => Made.Value;

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "BorderMap.sln")) ? folder : Find(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("No BorderMap.sln above the tests."));
}
