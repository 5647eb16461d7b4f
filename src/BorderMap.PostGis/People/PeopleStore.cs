using System.Security.Cryptography;
using Npgsql;

namespace BorderMap.PostGis.People;

/// <summary>Who may sign in, and as what. Knows password hashes and no passwords.</summary>
public sealed class PeopleStore(Database database, TimeProvider time)
{
    /// <param name="name">Meets <see cref="PersonName"/>.</param>
    /// <param name="display">As others see it.</param>
    /// <param name="role">What the person may do.</param>
    /// <param name="passwordHash">Of a one-time password, to be changed at the first sign-in.</param>
    /// <param name="by">Who adds the person, for the audit trail.</param>
    /// <param name="cancellation">Stops the write.</param>
    public Task<PeopleResult> AddAsync(string name, string display, Role role, string passwordHash, string by, CancellationToken cancellation) =>
        WriteAsync(by, "added as " + RoleWords.Of(role), name, PeopleResult.Taken, """
            insert into person (name, display, role, password, must_change, stamp, created, created_by)
            values (@name, @display, @role, @password, true, @stamp, @at, @by) on conflict (name) do nothing
            """,
            [new("display", display), new("role", RoleWords.Of(role)), new("password", passwordHash)], cancellation);

    public async Task<Person?> FindAsync(string name, CancellationToken cancellation)
    {
        await using var connection = await database.Editor.OpenConnectionAsync(cancellation);
        return (await connection.QueryAsync($"select {Person.Columns} from person where name = @name", [new("name", name)], Person.Read, cancellation)).SingleOrDefault();
    }

    /// <summary>Everybody, by name.</summary>
    public async Task<IReadOnlyList<Person>> ListAsync(CancellationToken cancellation)
    {
        await using var connection = await database.Editor.OpenConnectionAsync(cancellation);
        return await connection.QueryAsync($"select {Person.Columns} from person order by name", [], Person.Read, cancellation);
    }

    public Task<PeopleResult> ChangeRoleAsync(string name, Role role, string by, CancellationToken cancellation) =>
        WriteAsync(by, "made " + RoleWords.Of(role), name, PeopleResult.Missing, "update person set role = @role where name = @name", [new("role", RoleWords.Of(role))], cancellation);

    /// <summary>Ends every sign-in and keeps the person out, and the person's tokens.</summary>
    public Task<PeopleResult> DisableAsync(string name, string by, CancellationToken cancellation) =>
        WriteAsync(by, "disabled", name, PeopleResult.Missing, "update person set disabled = true, stamp = @stamp where name = @name", [], cancellation);

    public Task<PeopleResult> EnableAsync(string name, string by, CancellationToken cancellation) =>
        WriteAsync(by, "enabled", name, PeopleResult.Missing, "update person set disabled = false where name = @name", [], cancellation);

    /// <summary>Sets a one-time password, unlocks the account and ends every sign-in.</summary>
    public Task<PeopleResult> ResetAsync(string name, string passwordHash, string by, CancellationToken cancellation) =>
        WriteAsync(by, "password reset", name, PeopleResult.Missing,
            "update person set password = @password, must_change = true, failed = 0, locked_until = null, stamp = @stamp where name = @name",
            [new("password", passwordHash)], cancellation);

    /// <summary>Sets the password that the person chose and ends every sign-in.</summary>
    public Task<PeopleResult> ChangePasswordAsync(string name, string passwordHash, CancellationToken cancellation) =>
        WriteAsync(name, "password changed", name, PeopleResult.Missing,
            "update person set password = @password, must_change = false, failed = 0, locked_until = null, stamp = @stamp where name = @name",
            [new("password", passwordHash)], cancellation);

    /// <summary>Ends every sign-in of the person.</summary>
    public Task<PeopleResult> SignOutEverywhereAsync(string name, CancellationToken cancellation) =>
        WriteAsync(name, "signed out everywhere", name, PeopleResult.Missing, "update person set stamp = @stamp where name = @name", [], cancellation);

    /// <summary>Runs one statement on one person, records it, and takes it back where it would leave nobody to keep people.</summary>
    private async Task<PeopleResult> WriteAsync(string by, string what, string name, PeopleResult ifNone, string sql, NpgsqlParameter[] parameters, CancellationToken cancellation)
    {
        await using var connection = await database.Editor.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        // Two admins who demote each other at once do it one after the other.
        await connection.ExecuteAsync("lock table person in share row exclusive mode", [], cancellation);
        var admins = await AdminsAsync(connection, cancellation);
        NpgsqlParameter[] own = [new("name", name), new("by", by), new("stamp", NewStamp()), PeopleEvents.Instant("at", time.GetUtcNow())];
        if (await connection.ExecuteAsync(sql, [.. own, .. parameters], cancellation) == 0)
            return ifNone;
        if (admins > 0 && await AdminsAsync(connection, cancellation) == 0)
            return PeopleResult.LastAdmin;
        await PeopleEvents.RecordAsync(connection, time.GetUtcNow(), by, what, name, cancellation);
        await transaction.CommitSurelyAsync(cancellation);
        return PeopleResult.Done;
    }

    private static async Task<long> AdminsAsync(NpgsqlConnection connection, CancellationToken cancellation) =>
        (long)(await connection.ScalarAsync("select count(*) from person where role = 'admin' and not disabled", [], cancellation))!;

    private static string NewStamp() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}
