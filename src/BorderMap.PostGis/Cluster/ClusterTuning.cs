namespace BorderMap.PostGis.Cluster;

/// <summary>
/// PostgreSQL's settings for the machine: its own are those of a machine of long ago. They lie in a file that <c>postgresql.conf</c> reads first,
/// so that whatever an operator sets there, or by <c>alter system</c>, holds.
/// </summary>
internal static class ClusterTuning
{
    public const string FileName = "bordermap.conf";

    /// <summary>The first line of <c>postgresql.conf</c>.</summary>
    public const string Include = $"include_if_exists = '{FileName}'";

    private const long MB = 1024 * 1024;

    /// <summary>Settings of <c>initdb</c> that would otherwise hold against the file's.</summary>
    private static readonly string[] OfInitDb = ["shared_buffers", "max_wal_size", "min_wal_size"];

    /// <param name="memory">What the machine has, in bytes.</param>
    public static IReadOnlyList<string> For(long memory) =>
    [
        $"shared_buffers = {Share(memory, 8, 128, 1024)}MB",
        $"effective_cache_size = {Share(memory, 2, 256, 65536)}MB",
        $"maintenance_work_mem = {Share(memory, 64, 64, 256)}MB",
        // A large import writes more in five minutes than the usual gigabyte: each checkpoint makes the next touch of a page be written whole.
        $"max_wal_size = {Share(memory, 4, 1024, 4096)}MB",
        "min_wal_size = 256MB",
        "checkpoint_timeout = 15min",
    ];

    /// <summary>The text of <c>postgresql.conf</c> with the file read first.</summary>
    public static IEnumerable<string> ReadFirst(IEnumerable<string> lines) =>
        lines.Select(line => OfInitDb.Any(name => line.StartsWith($"{name} =", StringComparison.Ordinal)) ? $"#{line}" : line).Prepend(Include);

    /// <summary>Memory that this process may use, a container's limit included.</summary>
    public static long Memory() => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;

    private static long Share(long memory, int part, long least, long most) => Math.Clamp(memory / part / MB, least, most);
}
