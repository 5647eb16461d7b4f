using BorderMap.Incidents;
using Npgsql;

namespace BorderMap.PostGis.People;

/// <summary>A key for programs, as lists show it: without its secret, which is kept nowhere.</summary>
public sealed record ApiToken
{
    internal const string Columns = "t.id, t.name, t.owner, t.role, t.created, t.created_by, t.last_used, t.revoked";

    /// <summary><c>t-</c> and ten base32 letters.</summary>
    public required string Id { get; init; }
    public required string Name { get; init; }

    /// <summary>Whose it is; null: the operator's.</summary>
    public string? Owner { get; init; }

    /// <summary>The most that it allows; never more than its owner may at the moment of use.</summary>
    public required Role Role { get; init; }
    public required DateTimeOffset Created { get; init; }
    public required string CreatedBy { get; init; }

    /// <summary>To the hour; null: never.</summary>
    public DateTimeOffset? LastUsed { get; init; }
    public DateTimeOffset? Revoked { get; init; }

    /// <summary>As whom its writes stand in the audit trail. No person's name holds a colon.</summary>
    public string ActsAs => Owner ?? "token:" + Name;

    public static bool IsId(string id) => Ids.Is(Ids.Token, id);

    internal static ApiToken Read(NpgsqlDataReader reader) => new()
    {
        Id = reader.GetString(0),
        Name = reader.GetString(1),
        Owner = reader.Text(2),
        Role = RoleWords.Read(reader.GetString(3)),
        Created = reader.GetFieldValue<DateTimeOffset>(4),
        CreatedBy = reader.GetString(5),
        LastUsed = reader.Nullable<DateTimeOffset>(6),
        Revoked = reader.Nullable<DateTimeOffset>(7),
    };
}
