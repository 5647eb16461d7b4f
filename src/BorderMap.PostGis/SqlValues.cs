using Npgsql;
using NpgsqlTypes;

namespace BorderMap.PostGis;

/// <summary>Values of statements whose type has to be said because they may be null, or are instants.</summary>
internal static class SqlValues
{
    public static NpgsqlParameter Text(string name, string? value) => new(name, NpgsqlDbType.Text) { Value = (object?)value ?? DBNull.Value };

    public static NpgsqlParameter Json(string name, string? value) => new(name, NpgsqlDbType.Jsonb) { Value = (object?)value ?? DBNull.Value };

    public static NpgsqlParameter At(string name, DateTimeOffset? instant) => new(name, NpgsqlDbType.TimestampTz) { Value = (object?)instant?.UtcDateTime ?? DBNull.Value };
}
