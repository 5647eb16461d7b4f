namespace BorderMap.PostGis.Cluster;

/// <summary>
/// Advisory locks on files of the home folder. The kernel drops them with the process, however it ends; children do not inherit them.
/// </summary>
internal static class HomeLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits until this process alone holds the file.</summary>
    public static async Task<FileStream> EnterAsync(string path, CancellationToken cancellation)
    {
        while (true)
        {
            if (TryAlone(path) is { } held)
                return held;
            await Task.Delay(Pause, cancellation);
        }
    }

    /// <summary>Holds the file alone, or gives null when somebody else holds it.</summary>
    public static FileStream? TryAlone(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (IsHeld(e))
        {
            return null;
        }
    }

    /// <summary>Holds the file together with others. Taken only inside the gate, so nobody holds it alone then.</summary>
    public static FileStream Share(string path)
    {
        using (new FileStream(path, FileMode.OpenOrCreate, FileAccess.Read, FileShare.ReadWrite))
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
    }

    /// <summary>EWOULDBLOCK, as .NET reports a lock that is held.</summary>
    private static bool IsHeld(IOException e) => e.GetType() == typeof(IOException) && e.HResult is 11 or 35;
}
