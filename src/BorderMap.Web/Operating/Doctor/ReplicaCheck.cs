using BorderMap.PostGis;

namespace BorderMap.Web.Operating.Doctor;

/// <summary>A primary and its standbys: whether there is one of the first and all of the others, how far they are behind, and whether an acknowledged write can be lost.</summary>
internal static class ReplicaCheck
{
    private const string Subject = "replicas";
    private const string Promise = "promise";

    /// <summary>Bytes of write-ahead log after which a standby is worth a look: what an import of some thousand incidents writes.</summary>
    private const long Far = 64 * 1024 * 1024;

    public static IEnumerable<Finding> Of(IReadOnlyList<HostLook> hosts)
    {
        if (hosts.Count == 0)
        {
            return [];
        }
        var primaries = hosts.Where(host => host is { Away: null, IsStandby: false }).ToList();
        return
        [
            .. hosts.Select(host => One(host, primaries)),
            .. primaries switch
            {
                [] => [new Finding(Severity.Failure, Subject, "none of the servers takes writes", "If the primary is gone for good, promote the standby: select pg_promote().")],
                [var primary] => [PromiseOf(primary)],
                _ => (IEnumerable<Finding>)[new(Severity.Failure, Subject, $"{string.Join(" and ", primaries.Select(host => host.Host))} all take writes, each without the others'", "End all but the one that was promoted last at once, and make them standbys with pg_rewind.")],
            },
        ];
    }

    private static Finding One(HostLook host, List<HostLook> primaries) => host switch
    {
        { Away: { } why } => new(Severity.Warning, Subject, $"{host.Host} does not answer: {why}", "Start it, or leave it out until it is back."),
        { IsStandby: false } => new(Severity.Ok, Subject, $"{host.Host} is the primary"),
        { IsStreaming: false } => new(Severity.Warning, Subject, $"{host.Host} is a standby that receives nothing", "See its log; if what it needs is not kept any more, make it anew with pg_basebackup."),
        _ => Behind(host, primaries.Count == 1 ? Math.Max(0, primaries[0].Position - host.Position) : 0),
    };

    private static Finding Behind(HostLook host, long bytes) => bytes < Far
        ? new(Severity.Ok, Subject, $"{host.Host} is a standby, {bytes} bytes behind")
        : new(Severity.Warning, Subject, $"{host.Host} is a standby, {bytes >> 20} MB behind: the primary answers what it does not know yet", "See its load and disk; a long question on it may hold it up (max_standby_streaming_delay).");

    private static Finding PromiseOf(HostLook primary) => (primary.SynchronousStandbys, primary.SynchronousCommit) switch
    {
        (_, "off" or "local") => new(Severity.Warning, Promise, $"synchronous_commit is {primary.SynchronousCommit}: an acknowledged write can be lost", "alter system set synchronous_commit = on."),
        ("", _) => new(Severity.Warning, Promise, "best effort: what was acknowledged in the last moments before the primary is lost can be lost with it", "Name a standby in synchronous_standby_names; then writes wait for it, and stand still while none is there."),
        (_, "remote_write") => new(Severity.Ok, Promise, $"what was acknowledged is in the memory of a standby too ({primary.SynchronousStandbys}): lost only if both machines fail at once"),
        _ => new(Severity.Ok, Promise, $"what was acknowledged is on the disk of a standby too ({primary.SynchronousStandbys}): nothing of it is lost with the primary"),
    };
}
