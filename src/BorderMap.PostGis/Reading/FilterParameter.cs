using Npgsql;
using NpgsqlTypes;

namespace BorderMap.PostGis.Reading;

/// <summary>A value of a filter, bound by name.</summary>
public sealed record FilterParameter(string Name, object Value, NpgsqlDbType Type)
{
    internal NpgsqlParameter Bound() => new(Name, Type) { Value = Value };
}
