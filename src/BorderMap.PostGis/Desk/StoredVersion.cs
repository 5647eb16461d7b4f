using Npgsql;

namespace BorderMap.PostGis.Desk;

/// <summary>One version of a document in the audit trail.</summary>
/// <param name="Version">Counts every saved version from 1.</param>
/// <param name="At">When it was saved (UTC).</param>
/// <param name="By">Who saved it.</param>
/// <param name="Why">Why, in their words.</param>
/// <param name="State">What it was then: <c>draft</c>, <c>submitted</c>, <c>published</c>, <c>retracted</c>, <c>merged</c>, <c>redacted</c>.</param>
/// <param name="Document">As JSON; null where it was redacted since.</param>
/// <param name="Shown">What the public has of it; null: it was never public.</param>
public sealed record StoredVersion(int Version, DateTimeOffset At, string By, string Why, string State, string? Document, ShownVersion? Shown)
{
    internal static StoredVersion Read(NpgsqlDataReader reader) => new(reader.GetInt32(0), reader.GetFieldValue<DateTimeOffset>(1), reader.GetString(2), reader.GetString(3),
        reader.GetString(4), reader.Text(5), reader.GetBoolean(6) ? ShownVersion.Read(reader) : null);
}
