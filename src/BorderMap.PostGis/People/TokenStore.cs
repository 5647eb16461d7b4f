using BorderMap.Incidents;
using Npgsql;
using NpgsqlTypes;

namespace BorderMap.PostGis.People;

/// <summary>API tokens: hashed, named, revocable.</summary>
public sealed class TokenStore(Database database, TimeProvider time)
{
    /// <param name="name">What it is for.</param>
    /// <param name="owner">Whose it is; null: the operator's.</param>
    /// <param name="role">The most that it allows.</param>
    /// <param name="by">Who makes it, for the audit trail.</param>
    /// <param name="cancellation">Stops the write.</param>
    /// <returns>The secret, given here and never again; null when there is no such owner, the owner may less, or has a token of that name.</returns>
    public async Task<(PeopleResult Result, string? Secret, ApiToken? Token)> AddAsync(string name, string? owner, Role role, string by, CancellationToken cancellation)
    {
        await using var connection = await database.Editor.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (owner is not null && await RefusalAsync(connection, owner, role, cancellation) is { } refusal)
            return (refusal, null, null);
        var secret = TokenSecret.New();
        var added = await connection.QueryAsync($"""
            insert into api_token as t (id, hash, name, owner, role, created, created_by) values (@id, @hash, @name, @owner, @role, @at, @by)
            on conflict (coalesce(owner, ''), name) where revoked is null do nothing returning {ApiToken.Columns}
            """,
            [
                new("id", Ids.New(Ids.Token)), new("hash", TokenSecret.Hash(secret)), new("name", name), Owner(owner), new("role", RoleWords.Of(role)),
                PeopleEvents.Instant("at", time.GetUtcNow()), new("by", by),
            ], ApiToken.Read, cancellation);
        if (added.Count == 0)
            return (PeopleResult.Taken, null, null);
        await PeopleEvents.RecordAsync(connection, time.GetUtcNow(), by, "token added as " + RoleWords.Of(role), name, cancellation);
        await transaction.CommitSurelyAsync(cancellation);
        return (PeopleResult.Done, secret, added[0]);
    }

    /// <summary>Tokens by age, revoked ones last.</summary>
    /// <param name="owner">Whose; null: everybody's.</param>
    /// <param name="cancellation">Stops the read.</param>
    public async Task<IReadOnlyList<ApiToken>> ListAsync(string? owner, CancellationToken cancellation)
    {
        await using var connection = await database.Editor.OpenConnectionAsync(cancellation);
        return await connection.QueryAsync($"""
            select {ApiToken.Columns} from api_token t where @owner is null or owner = @owner order by (revoked is not null), created, id
            """, [Owner(owner)], ApiToken.Read, cancellation);
    }

    /// <param name="id">The token.</param>
    /// <param name="owner">Only if it is this person's; null: whoever's it is.</param>
    /// <param name="by">Who revokes it, for the audit trail.</param>
    /// <param name="cancellation">Stops the write.</param>
    public async Task<PeopleResult> RevokeAsync(string id, string? owner, string by, CancellationToken cancellation)
    {
        await using var connection = await database.Editor.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var name = (string?)await connection.ScalarAsync(
            "update api_token set revoked = coalesce(revoked, @at) where id = @id and (@owner is null or owner = @owner) returning name",
            [new("id", id), Owner(owner), PeopleEvents.Instant("at", time.GetUtcNow())], cancellation);
        if (name is null)
            return PeopleResult.Missing;
        await PeopleEvents.RecordAsync(connection, time.GetUtcNow(), by, "token revoked", name, cancellation);
        await transaction.CommitSurelyAsync(cancellation);
        return PeopleResult.Done;
    }

    /// <summary>The token of a secret, allowed what both it and its owner may now; null when there is none, it was revoked, or its owner is disabled.</summary>
    public async Task<ApiToken?> UseAsync(string secret, CancellationToken cancellation)
    {
        await using var connection = await database.Editor.OpenConnectionAsync(cancellation);
        var found = await connection.QueryAsync($"""
            select {ApiToken.Columns}, p.role from api_token t left join person p on p.name = t.owner
            where t.hash = @hash and t.revoked is null and (t.owner is null or not p.disabled)
            """, [new("hash", TokenSecret.Hash(secret))], reader => (Token: ApiToken.Read(reader), OwnerRole: RoleWords.TryRead(reader.Text(8))), cancellation);
        if (found.Count == 0)
            return null;
        var (token, ownerRole) = found[0];
        await TouchAsync(connection, token, cancellation);
        return ownerRole < token.Role ? token with { Role = ownerRole.Value } : token;
    }

    /// <summary>Once an hour, so that reading does not write.</summary>
    private async Task TouchAsync(NpgsqlConnection connection, ApiToken token, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var hour = new DateTimeOffset(now.Year, now.Month, now.Day, now.Hour, 0, 0, TimeSpan.Zero);
        if (token.LastUsed != hour)
            await connection.ExecuteAsync("update api_token set last_used = @hour where id = @id", [PeopleEvents.Instant("hour", hour), new("id", token.Id)], cancellation);
    }

    private static async Task<PeopleResult?> RefusalAsync(NpgsqlConnection connection, string owner, Role role, CancellationToken cancellation)
    {
        var own = RoleWords.TryRead((string?)await connection.ScalarAsync("select role from person where name = @name and not disabled", [new("name", owner)], cancellation));
        return own is null ? PeopleResult.Missing : own < role ? PeopleResult.AboveOwner : null;
    }

    private static NpgsqlParameter Owner(string? owner) => new("owner", NpgsqlDbType.Text) { Value = (object?)owner ?? DBNull.Value };
}
