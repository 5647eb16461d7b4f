namespace BorderMap.Web.Tests.Running;

/// <summary>A home folder for one test, removed with the cluster that the program keeps elsewhere when it runs as root.</summary>
public sealed class Home : IDisposable
{
    private const string ClustersOfRoot = "/var/lib/bordermap";

    public string Folder { get; } = Directory.CreateTempSubdirectory("bordermap-web-").FullName;

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        if (!Environment.IsPrivilegedProcess || !Directory.Exists(ClustersOfRoot))
        {
            return;
        }
        foreach (var cluster in Directory.GetDirectories(ClustersOfRoot).Where(IsOurs))
        {
            Directory.Delete(cluster, recursive: true);
        }
    }

    // Each cluster's folder records the home that it belongs to.
    private bool IsOurs(string cluster)
    {
        var record = Path.Combine(cluster, "home");
        return File.Exists(record) && File.ReadAllText(record).Trim() == Folder;
    }
}
