using BorderMap.Incidents.Model;
using BorderMap.PostGis.Writing;
using Npgsql;

namespace BorderMap.PostGis.Desk;

/// <summary>A draft in a list.</summary>
/// <param name="Incident">The document, with its version.</param>
/// <param name="Owner">Who began it.</param>
/// <param name="Updated">When it was saved last (UTC).</param>
/// <param name="UpdatedBy">Who saved it last.</param>
public sealed record DraftRow(Incident Incident, string Owner, DateTimeOffset Updated, string UpdatedBy)
{
    internal static DraftRow Read(NpgsqlDataReader reader) => new(StoredJson.Read<Incident>(reader.GetString(0)) with { Version = reader.GetInt32(1) },
        reader.GetString(2), reader.GetFieldValue<DateTimeOffset>(3), reader.GetString(4));
}
