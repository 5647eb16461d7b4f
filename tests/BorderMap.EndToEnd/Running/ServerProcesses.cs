namespace BorderMap.EndToEnd.Running;

/// <summary>The processes of a home's private cluster, found as an operator would: by the data folder on their command line.</summary>
public static class ServerProcesses
{
    public static IReadOnlyList<int> Of(string home)
    {
        var folders = ClusterFolders(home).ToList();
        return [.. Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), out var id) ? id : 0)
            .Where(id => id > 0 && folders.Exists(folder => CommandLine(id).Contains(folder, StringComparison.Ordinal)))];
    }

    // Started by root the cluster lies below /var/lib/bordermap, in a folder that records its home.
    private static IEnumerable<string> ClusterFolders(string home)
    {
        yield return home;
        if (!Directory.Exists("/var/lib/bordermap"))
        {
            yield break;
        }

        foreach (var folder in Directory.EnumerateDirectories("/var/lib/bordermap"))
        {
            if (Directory.EnumerateFiles(folder).Any(file => new FileInfo(file).Length < 4096 && File.ReadAllText(file).Contains(home, StringComparison.Ordinal)))
            {
                yield return folder;
            }
        }
    }

    private static string CommandLine(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/cmdline").StartsWith("dotnet", StringComparison.Ordinal) ? "" : File.ReadAllText($"/proc/{id}/cmdline");
        }
        catch (IOException)
        {
            return ""; // It ended between being listed and being read.
        }
    }
}
