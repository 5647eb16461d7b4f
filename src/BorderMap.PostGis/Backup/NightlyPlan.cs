namespace BorderMap.PostGis.Backup;

/// <summary>When a nightly backup is due, and which old ones go.</summary>
public static class NightlyPlan
{
    private const string Prefix = "bordermap-";
    private const string Ending = ".backup";

    /// <summary>02:30 in Afghanistan, 03:00 in Pakistan (UTC).</summary>
    public static TimeOnly Hour { get; } = new(22, 0);

    /// <summary>Whether a night has passed since the newest backup, or since the server began where there is none.</summary>
    public static bool IsDue(DateTimeOffset? newest, DateTimeOffset started, DateTimeOffset now)
    {
        var tonight = new DateTimeOffset(DateOnly.FromDateTime(now.UtcDateTime).ToDateTime(Hour), TimeSpan.Zero);
        var last = tonight <= now ? tonight : tonight.AddDays(-1);
        return (newest ?? started) < last;
    }

    /// <summary><c>bordermap-2025-11-21T220000Z.backup</c>.</summary>
    public static string NameAt(DateTimeOffset at) => $"{Prefix}{at.UtcDateTime:yyyy-MM-dd'T'HHmmss}Z{Ending}";

    /// <summary>The instant in a name; null for a file that is no nightly backup.</summary>
    public static DateTimeOffset? InstantOf(string name) =>
        name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith("Z" + Ending, StringComparison.Ordinal)
        && DateTime.TryParseExact(name[Prefix.Length..^(Ending.Length + 1)], "yyyy-MM-dd'T'HHmmss", null, System.Globalization.DateTimeStyles.None, out var at)
            ? new DateTimeOffset(at, TimeSpan.Zero) : null;

    /// <summary>The names beyond the newest <paramref name="keep"/>; others' files are never among them.</summary>
    public static IEnumerable<string> Superfluous(IEnumerable<string> names, int keep) =>
        names.Where(name => InstantOf(name) is not null).OrderByDescending(name => InstantOf(name)).Skip(keep);
}
