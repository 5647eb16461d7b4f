using Npgsql;

namespace BorderMap.PostGis.Desk;

/// <summary>What the public has of one version of a document.</summary>
/// <param name="Since">Since when it saw it (UTC); null where that was taken away.</param>
/// <param name="IsNow">It is what the public sees today.</param>
/// <param name="IsWithheld">It shows less than it did, or nothing: generalised or withdrawn since.</param>
public sealed record ShownVersion(DateTimeOffset? Since, bool IsNow, bool IsWithheld)
{
    internal static ShownVersion Read(NpgsqlDataReader reader) =>
        new(reader.IsDBNull(7) ? null : reader.GetFieldValue<DateTimeOffset>(7), reader.GetBoolean(8), reader.GetBoolean(9));
}
