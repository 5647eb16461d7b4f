using Npgsql;

namespace BorderMap.PostGis;

/// <summary>
/// Hears what PostgreSQL says of a commit that was to wait for a standby and was cancelled in that: it counts as done, and there is nothing but a warning that the
/// standby may not have it. Who was promised that nothing acknowledged is lost must not be told that it is done.
/// </summary>
internal sealed class CommitWatch : IDisposable
{
    /// <summary>The function of PostgreSQL that waits for a standby: the warning has no code of its own, and its words are in any language.</summary>
    private const string Waiting = "SyncRepWaitForLSN";

    private readonly NpgsqlConnection connection;
    private string? warning;

    public CommitWatch(NpgsqlConnection connection)
    {
        this.connection = connection;
        connection.Notice += Hear;
    }

    /// <exception cref="CommitUnknownException">What was committed is on the primary and perhaps nowhere else.</exception>
    public void Check()
    {
        if (warning is not null)
            throw new CommitUnknownException(new TimeoutException(warning));
    }

    public void Dispose() => connection.Notice -= Hear;

    private void Hear(object sender, NpgsqlNoticeEventArgs said)
    {
        if (said.Notice.Routine == Waiting)
            warning = said.Notice.MessageText;
    }
}
