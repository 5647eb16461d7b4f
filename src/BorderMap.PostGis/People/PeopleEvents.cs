using Npgsql;
using NpgsqlTypes;

namespace BorderMap.PostGis.People;

/// <summary>The audit trail of sign-ins and of what is done to people and tokens.</summary>
internal static class PeopleEvents
{
    public static Task RecordAsync(NpgsqlConnection connection, DateTimeOffset now, string by, string what, string about, CancellationToken cancellation) =>
        connection.ExecuteAsync("insert into people_event (at, by, what, about) values (@at, @by, @what, @about)",
            [Instant("at", now), new("by", by), new("what", what), new("about", about)], cancellation);

    public static NpgsqlParameter Instant(string name, DateTimeOffset? instant) =>
        new(name, NpgsqlDbType.TimestampTz) { Value = (object?)instant?.UtcDateTime ?? DBNull.Value };
}
