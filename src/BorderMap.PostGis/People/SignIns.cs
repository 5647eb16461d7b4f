using NpgsqlTypes;

namespace BorderMap.PostGis.People;

/// <summary>When an account is locked: after so many attempts without the right password, each further one locking it twice as long.</summary>
/// <param name="Free">Attempts before the first lock.</param>
/// <param name="First">How long the first lock lasts.</param>
/// <param name="Longest">The longest that any lasts.</param>
public sealed record LockOut(int Free, TimeSpan First, TimeSpan Longest);

/// <summary>An attempt that was let through to the password.</summary>
public sealed record SignInAttempt(string PasswordHash, Person Person);

/// <summary>Attempts to sign in, and sign-ins that ended.</summary>
public sealed class SignIns(Database database, TimeProvider time)
{
    /// <summary>Counts an attempt before its password is looked at, so that of many at once no more are let through than the lock-out allows.</summary>
    /// <returns>Null when there is no such person, or the account is disabled or locked: nobody outside is told which.</returns>
    public async Task<SignInAttempt?> BeginAsync(string name, LockOut lockOut, CancellationToken cancellation)
    {
        await using var connection = await database.Editor.OpenConnectionAsync(cancellation);
        var found = await connection.QueryAsync($"""
            update person set
                failed = failed + 1,
                locked_until = case when failed + 1 >= @free then @now + least(@longest, @first * power(2, least(failed + 1 - @free, 20))) end
            where name = @name and not disabled and (locked_until is null or locked_until <= @now)
            returning {Person.Columns}, password
            """,
            [
                new("name", name), new("free", lockOut.Free), PeopleEvents.Instant("now", time.GetUtcNow()),
                new("first", NpgsqlDbType.Interval) { Value = lockOut.First }, new("longest", NpgsqlDbType.Interval) { Value = lockOut.Longest },
            ], reader => new SignInAttempt(reader.GetString(9), Person.Read(reader)), cancellation);
        return found.SingleOrDefault();
    }

    /// <summary>Records that the password was right, and clears the count.</summary>
    /// <param name="attempt">The attempt.</param>
    /// <param name="rehashed">The same password hashed by today's rule; null: the hash is by it already.</param>
    /// <param name="cancellation">Stops the write.</param>
    /// <returns>False when the password was changed or the person disabled meanwhile.</returns>
    public async Task<bool> SucceededAsync(SignInAttempt attempt, string? rehashed, CancellationToken cancellation)
    {
        await using var connection = await database.Editor.OpenConnectionAsync(cancellation);
        var done = await connection.ExecuteAsync("""
            update person set failed = 0, locked_until = null, password = coalesce(@rehashed, password)
            where name = @name and password = @password and not disabled
            """,
            [
                new("name", attempt.Person.Name), new("password", attempt.PasswordHash),
                new("rehashed", NpgsqlDbType.Text) { Value = (object?)rehashed ?? DBNull.Value },
            ], cancellation);
        await PeopleEvents.RecordAsync(connection, time.GetUtcNow(), attempt.Person.Name, done == 1 ? "signed in" : "sign-in refused", attempt.Person.Name, cancellation);
        return done == 1;
    }

    /// <summary>Records a refused attempt.</summary>
    /// <param name="name">What was typed as the name; recorded only where it is somebody's, since it may be a password in the wrong field.</param>
    /// <param name="cancellation">Stops the write.</param>
    public async Task RefusedAsync(string name, CancellationToken cancellation)
    {
        await using var connection = await database.Editor.OpenConnectionAsync(cancellation);
        var whose = (string?)await connection.ScalarAsync("select name from person where name = @name", [new("name", name)], cancellation) ?? "";
        await PeopleEvents.RecordAsync(connection, time.GetUtcNow(), whose, "sign-in refused", whose, cancellation);
    }

    /// <summary>Ends one sign-in, also for whoever copied its cookie.</summary>
    /// <param name="session">The sign-in's own number.</param>
    /// <param name="until">When it would have ended by itself.</param>
    /// <param name="cancellation">Stops the write.</param>
    public async Task EndAsync(string session, DateTimeOffset until, CancellationToken cancellation)
    {
        await using var connection = await database.Editor.OpenConnectionAsync(cancellation);
        await connection.ExecuteAsync("""
            delete from signed_out where until < @now;
            insert into signed_out (session, until) values (@session, @until) on conflict do nothing
            """, [PeopleEvents.Instant("now", time.GetUtcNow()), new("session", session), PeopleEvents.Instant("until", until)], cancellation);
    }

    /// <summary>The person of a sign-in that still holds; null when it was ended, or the person disabled.</summary>
    /// <param name="name">Whose it is.</param>
    /// <param name="stamp">The stamp that it carries.</param>
    /// <param name="session">Its own number.</param>
    /// <param name="cancellation">Stops the read.</param>
    public async Task<Person?> HolderAsync(string name, string stamp, string session, CancellationToken cancellation)
    {
        await using var connection = await database.Editor.OpenConnectionAsync(cancellation);
        var found = await connection.QueryAsync($"""
            select {Person.Columns} from person
            where name = @name and stamp = @stamp and not disabled and not exists (select from signed_out where session = @session)
            """, [new("name", name), new("stamp", stamp), new("session", session)], Person.Read, cancellation);
        return found.SingleOrDefault();
    }
}
