namespace BorderMap.EndToEnd.Running;

/// <summary>The processes of a home's private cluster, found as an operator would: by the data folder on their command line.</summary>
public static class ServerProcesses
{
    public static IReadOnlyList<int> Of(string home)
    {
        var folders = Homes.ClusterFolders(home).Append(home).ToList();
        return [.. Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), out var id) ? id : 0)
            .Where(id => id > 0 && folders.Exists(folder => CommandLine(id).Contains(folder, StringComparison.Ordinal)))];
    }

    private static string CommandLine(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/cmdline");
        }
        catch (IOException)
        {
            return ""; // It ended between being listed and being read.
        }
    }
}
