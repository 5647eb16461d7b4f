using Npgsql;

namespace BorderMap.PostGis.Schema;

/// <summary>Extensions, role and schema that the migrations stand on: made where the role may, else said what to run.</summary>
internal static class Preflight
{
    /// <summary>What must hold, and the statement that makes it so. <c>{user}</c> and <c>{database}</c> stand for the quoted names.</summary>
    private static readonly (string Question, string Statement)[] Needs =
    [
        ("select 1 from pg_extension where extname = 'postgis'", "create extension postgis;"),
        ("select 1 from pg_extension where extname = 'pg_trgm'", "create extension pg_trgm;"),
        ("select 1 from pg_roles where rolname = 'bordermap_public'", "create role bordermap_public nologin;"),
        ("select 1 from pg_roles where rolname = 'bordermap_public' and pg_has_role(oid, 'member')", "grant bordermap_public to {user};"),
        ("select 1 from pg_namespace where nspname = 'bordermap' and pg_has_role(nspowner, 'usage')", "create schema bordermap authorization {user};"),
    ];

    /// <exception cref="DatabaseSetupException">Something is missing that this role may not make; the message holds the statements to run.</exception>
    public static async Task CheckAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var (user, database) = await WhoAsync(connection, cancellation);
        var missing = new List<string>();
        foreach (var (question, statement) in Needs)
        {
            if (await IsMetAsync(connection, question, cancellation))
                continue;
            var sql = statement.Replace("{user}", user, StringComparison.Ordinal);
            if (!await TryAsync(connection, sql, cancellation) && !await IsMetAsync(connection, question, cancellation))
                missing.Add(sql);
        }
        if (missing.Count > 0)
            throw new DatabaseSetupException($"The role {user} may not prepare the database {database}. Let a superuser run there, once, and start again:\n\n  "
                + string.Join("\n  ", missing) + "\n");
    }

    private static async Task<(string User, string Database)> WhoAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select quote_ident(current_user), quote_ident(current_database())", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return (reader.GetString(0), reader.GetString(1));
    }

    private static async Task<bool> IsMetAsync(NpgsqlConnection connection, string question, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(question, connection);
        return await command.ExecuteScalarAsync(cancellation) is not null;
    }

    /// <summary>False when the role may not, when it is not there to be had, or when another process made it at the same moment.</summary>
    private static async Task<bool> TryAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        try
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync(cancellation);
            return true;
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.UndefinedFile or PostgresErrorCodes.FeatureNotSupported
            or PostgresErrorCodes.UndefinedObject or PostgresErrorCodes.DuplicateObject or PostgresErrorCodes.DuplicateSchema or PostgresErrorCodes.UniqueViolation)
        {
            return false;
        }
    }
}
