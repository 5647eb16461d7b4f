using Npgsql;

namespace BorderMap.PostGis.People;

/// <summary>Somebody who may sign in.</summary>
public sealed record Person
{
    internal const string Columns = "name, display, role, must_change, disabled, locked_until, stamp, created, created_by";

    /// <summary>As it is typed at sign-in and stands in the audit trail; <see cref="PersonName"/>.</summary>
    public required string Name { get; init; }

    /// <summary>As others see it.</summary>
    public required string Display { get; init; }
    public required Role Role { get; init; }

    /// <summary>Whether the password is a one-time password, with which nothing can be done but choose another.</summary>
    public required bool MustChange { get; init; }
    public required bool Disabled { get; init; }
    public DateTimeOffset? LockedUntil { get; init; }

    /// <summary>Every sign-in carries it; a new stamp ends all of them. Not for others' eyes.</summary>
    public required string Stamp { get; init; }
    public required DateTimeOffset Created { get; init; }
    public required string CreatedBy { get; init; }

    internal static Person Read(NpgsqlDataReader reader) => new()
    {
        Name = reader.GetString(0),
        Display = reader.GetString(1),
        Role = RoleWords.Read(reader.GetString(2)),
        MustChange = reader.GetBoolean(3),
        Disabled = reader.GetBoolean(4),
        LockedUntil = reader.Nullable<DateTimeOffset>(5),
        Stamp = reader.GetString(6),
        Created = reader.GetFieldValue<DateTimeOffset>(7),
        CreatedBy = reader.GetString(8),
    };
}
