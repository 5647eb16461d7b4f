namespace BorderMap.Gazetteer.Tests.Build;

/// <summary>Where the committed data and the raw extracts lie.</summary>
internal static class Checkout
{
    public static string Root { get; } = FindRoot();

    public static string Data => Path.Combine(Root, "data");

    public static string Gazetteer(string file) => Path.Combine(Data, "gazetteer", file);

    /// <summary>The folder of raw extracts; the test skips where it is absent.</summary>
    public static string Sources()
    {
        var folder = Path.Combine(Root, "..", "shared", "sources");
        Assert.SkipUnless(Directory.Exists(folder), "needs the raw extracts in ../shared/sources");
        return folder;
    }

    /// <summary>The rows of a tab-separated file below its header.</summary>
    public static IEnumerable<string[]> Rows(string file) => File.ReadLines(Gazetteer(file)).Skip(1).Select(line => line.Split('\t'));

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "BorderMap.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }
        return folder ?? throw new InvalidOperationException("BorderMap.sln is above none of the test's folders.");
    }
}
