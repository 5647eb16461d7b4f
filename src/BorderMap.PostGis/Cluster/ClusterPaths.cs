using System.Security.Cryptography;
using System.Text;

namespace BorderMap.PostGis.Cluster;

/// <summary>Where the private cluster of a home lies. The same home gives the same paths in every process.</summary>
/// <param name="Home">The home folder, absolute, links resolved.</param>
/// <param name="Root">The cluster's own folder: below the home, or, for root, below <c>/var/lib/bordermap</c>.</param>
/// <param name="Socket">The folder of the socket; short, since a socket's path may have 107 bytes.</param>
internal sealed record ClusterPaths(string Home, string Root, string Socket)
{
    /// <summary>What PostgreSQL appends to the socket's folder.</summary>
    private const string SocketName = "/.s.PGSQL.5432.lock";

    private const int LongestSocket = 107;

    public string Data => Path.Combine(Root, "data");
    public string Log => Path.Combine(Root, "postgres.log");

    /// <summary>Held exclusively while a process starts or stops the cluster.</summary>
    public string Gate => Path.Combine(Home, "cluster.gate");

    /// <summary>Held shared by every process that uses the cluster.</summary>
    public string Users => Path.Combine(Home, "cluster.users");

    public static ClusterPaths Of(string home, bool asRoot)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(home)))[..12];
        if (asRoot)
            return new ClusterPaths(home, $"/var/lib/bordermap/{hash}", $"/run/bordermap/{hash}");
        var near = Path.Combine(home, "run");
        var fits = Encoding.UTF8.GetByteCount(near + SocketName) <= LongestSocket;
        return new ClusterPaths(home, Path.Combine(home, "postgres"), fits ? near : $"/tmp/bordermap-{hash}");
    }
}
