using BorderMap.PostGis.Cluster;

namespace BorderMap.PostGis.Tests;

internal static class TestHomes
{
    public static ClusterPaths Paths(string home) => ClusterPaths.Of(ClusterFolders.Canonical(home), Environment.IsPrivilegedProcess);

    /// <summary>Removes a home and its cluster's folders.</summary>
    public static void Delete(string home)
    {
        var paths = Paths(home);
        foreach (var folder in (string[])[paths.Root, paths.Socket, home])
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
    }
}
