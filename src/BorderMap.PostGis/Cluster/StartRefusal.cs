namespace BorderMap.PostGis.Cluster;

/// <summary>Why a start failed.</summary>
/// <param name="Words">What PostgreSQL said.</param>
/// <param name="MayPass">Whether the cause goes away by itself: a killed postmaster, or its children, are not gone yet.</param>
internal readonly record struct StartRefusal(string Words, bool MayPass)
{
    private static readonly string[] Passing = ["\"postmaster.pid\" already exists", "is still in use", "lock file", "the database system is starting up"];

    /// <param name="log">The server's log.</param>
    /// <param name="from">Where the log ended before the start, in bytes.</param>
    /// <param name="said">What pg_ctl said.</param>
    public static StartRefusal Read(string log, long from, string said)
    {
        var words = said + "\n" + Tail(log, from);
        return new StartRefusal(words.Trim(), Passing.Any(words.Contains));
    }

    private static string Tail(string log, long from)
    {
        if (!File.Exists(log))
            return "";
        using var stream = new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        stream.Seek(Math.Max(from, stream.Length - 4096), SeekOrigin.Begin);
        return new StreamReader(stream).ReadToEnd();
    }
}
