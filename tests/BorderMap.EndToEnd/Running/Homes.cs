namespace BorderMap.EndToEnd.Running;

/// <summary>Home folders of servers under test, and what belongs to them.</summary>
public static class Homes
{
    private const string RootsClusters = "/var/lib/bordermap";

    public static string Make() => Directory.CreateTempSubdirectory("bordermap-test-").FullName;

    public static void Remove(string home)
    {
        foreach (var folder in ClusterFolders(home).Append(home).Where(Directory.Exists))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Started by root, a home's cluster lies in a folder that records the home.</summary>
    public static IEnumerable<string> ClusterFolders(string home) =>
        !Directory.Exists(RootsClusters) ? [] : [.. Directory.EnumerateDirectories(RootsClusters)
            .Where(folder => Directory.EnumerateFiles(folder).Any(file => new FileInfo(file).Length < 4096 && File.ReadAllText(file).Contains(home, StringComparison.Ordinal)))];
}
