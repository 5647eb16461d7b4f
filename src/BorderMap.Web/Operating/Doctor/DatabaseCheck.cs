using BorderMap.PostGis;
using BorderMap.PostGis.Cluster;
using Npgsql;

namespace BorderMap.Web.Operating.Doctor;

/// <summary>The database: whether it answers, fits this program, and is set as it should be.</summary>
internal static class DatabaseCheck
{
    private const string Subject = "database";

    /// <summary>Two pools of a hundred, and some for the operator.</summary>
    private const int EnoughConnections = 210;

    private static readonly TimeSpan ClocksApart = TimeSpan.FromSeconds(5);

    public static async Task<IReadOnlyList<Finding>> OfAsync(Settings settings, TimeProvider time, CancellationToken cancellation)
    {
        try
        {
            var look = await DatabaseLook.TakeAsync(new DatabaseOptions(settings.Database, settings.Home), cancellation);
            return look is null
                ? [new(Severity.Ok, Subject, $"the private cluster is not running; serve starts it with {DatabaseLook.ProgramsFor(settings.Home)}"), .. OfVersions(settings)]
                : [.. Of(look, settings, time.GetUtcNow()), .. OfVersions(settings)];
        }
        catch (DatabaseSetupException error)
        {
            return [new(Severity.Failure, Subject, "PostgreSQL is missing", error.Message)];
        }
        catch (Exception error) when (error is NpgsqlException or ArgumentException)
        {
            return [new(Severity.Failure, Subject, $"it does not answer: {error.Message}", $"Check that it runs, and what {Settings.DatabaseName} says.")];
        }
    }

    private static IEnumerable<Finding> OfVersions(Settings settings) => settings.Database is null && ClusterUpgrade.Versions(settings.Home) is var (data, newest) && data < newest
        ? [new(Severity.Warning, Subject, $"the data were made by PostgreSQL {data}, and {newest} is installed", "Stop the server, then ./run upgrade moves them.")]
        : [];

    private static IEnumerable<Finding> Of(DatabaseLook look, Settings settings, DateTimeOffset now)
    {
        yield return new(Severity.Ok, Subject, $"PostgreSQL {look.Version}, PostGIS {look.PostGis ?? "not yet made"}");
        yield return look.Schema is not { } schema ? new(Severity.Ok, "schema", "empty; the first start makes it")
            : schema > look.KnownSchema ? new(Severity.Failure, "schema", $"{schema}, and this program knows up to {look.KnownSchema}", "Start a newer program; an older one needs the backup from before the upgrade.")
            : new(Severity.Ok, "schema", schema < look.KnownSchema ? $"{schema}; the next start brings it to {look.KnownSchema}, and there is no way back but a backup" : $"{schema}");
        foreach (var finding in ReplicaCheck.Of(look.Hosts))
        {
            yield return finding;
        }
        if (look.IsReadOnly)
        {
            yield return new(Severity.Failure, Subject, "it takes no writes", $"Name the primary in {Settings.DatabaseName}, or let it take writes again: alter system reset default_transaction_read_only.");
        }
        if ((look.Time - now).Duration() > ClocksApart)
        {
            yield return new(Severity.Warning, "clock", $"the database's is {look.Time - now:c} away from this machine's", "Let both follow a time server: embargoes end by the clock.");
        }
        if (settings.Database is not { } given)
        {
            yield break;
        }
        if (look.IsSuperuser)
        {
            yield return new(Severity.Warning, Subject, "the program connects as a superuser", "Give it a role of its own; the first start says what that one needs.");
        }
        if (look.Connections < EnoughConnections)
        {
            yield return new(Severity.Warning, Subject, $"it takes {look.Connections} connections, and the program opens up to 200", $"Raise max_connections to {EnoughConnections}, or add Maximum Pool Size={look.Connections * 2 / 5} to {Settings.DatabaseName}.");
        }
        if (!IsProtected(new NpgsqlConnectionStringBuilder(given)))
        {
            yield return new(Severity.Warning, Subject, "the way to it is not protected: whoever is on it can pose as the database", "Add SSL Mode=VerifyFull.");
        }
    }

    private static bool IsProtected(NpgsqlConnectionStringBuilder given) =>
        given.SslMode is SslMode.VerifyFull or SslMode.VerifyCA || (given.Host ?? "").Split(',').All(host => host.StartsWith('/') || host.Split(':')[0] is "localhost" or "127.0.0.1" or "::1");
}
