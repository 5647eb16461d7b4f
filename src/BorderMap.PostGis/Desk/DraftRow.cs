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
    /// <summary>That somebody else sent it back, took it back or retracted it, and why; null: nobody did, or its author has handed it in again since.</summary>
    public GivenBack? GivenBack { get; init; }

    internal static DraftRow Read(NpgsqlDataReader reader) => new(StoredJson.Read<Incident>(reader.GetString(0)) with { Version = reader.GetInt32(1) },
        reader.GetString(2), reader.GetFieldValue<DateTimeOffset>(3), reader.GetString(4))
    {
        GivenBack = reader.IsDBNull(5) ? null : new GivenBack(reader.GetString(5), reader.GetString(6), reader.GetFieldValue<DateTimeOffset>(7)),
    };
}
