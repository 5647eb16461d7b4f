using Npgsql;

namespace BorderMap.PostGis;

/// <summary>The database went away between being told to commit and saying that it did: the write is there as a whole, or not at all, and nobody knows which.</summary>
public sealed class CommitUnknownException : NpgsqlException
{
    public CommitUnknownException(Exception error)
        : base("The database went away while it was committing.", error)
    {
    }
}
