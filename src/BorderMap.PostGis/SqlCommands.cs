using Npgsql;

namespace BorderMap.PostGis;

/// <summary>Short ways to run one statement with named parameters.</summary>
internal static class SqlCommands
{
    public static async Task<int> ExecuteAsync(this NpgsqlConnection connection, string sql, NpgsqlParameter[] parameters, CancellationToken cancellation)
    {
        await using var command = Command(connection, sql, parameters);
        using var watch = new CommitWatch(connection);
        var rows = await command.ExecuteNonQueryAsync(cancellation);
        watch.Check();
        return rows;
    }

    /// <summary>The first column of the first row; null when there is no row, or it is null.</summary>
    public static async Task<object?> ScalarAsync(this NpgsqlConnection connection, string sql, NpgsqlParameter[] parameters, CancellationToken cancellation)
    {
        await using var command = Command(connection, sql, parameters);
        return await command.ExecuteScalarAsync(cancellation) is { } value and not DBNull ? value : null;
    }

    /// <summary>All rows of a statement.</summary>
    /// <param name="connection">Open.</param>
    /// <param name="sql">The statement.</param>
    /// <param name="parameters">Its values.</param>
    /// <param name="read">Makes a row.</param>
    /// <param name="cancellation">Stops the read.</param>
    /// <param name="isKept">Whether the connection keeps it prepared: for few statements, whose best plan does not hang on their values.</param>
    public static async Task<List<T>> QueryAsync<T>(this NpgsqlConnection connection, string sql, NpgsqlParameter[] parameters, Func<NpgsqlDataReader, T> read,
        CancellationToken cancellation, bool isKept = false)
    {
        await using var command = Command(connection, sql, parameters);
        if (isKept)
            await command.PrepareAsync(cancellation);
        using var watch = new CommitWatch(connection);
        var rows = new List<T>();
        await using (var reader = await command.ExecuteReaderAsync(cancellation))
            while (await reader.ReadAsync(cancellation))
                rows.Add(read(reader));
        watch.Check();
        return rows;
    }

    public static T? Nullable<T>(this NpgsqlDataReader reader, int column) where T : struct =>
        reader.IsDBNull(column) ? null : reader.GetFieldValue<T>(column);

    public static string? Text(this NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    /// <exception cref="CommitUnknownException">The database went away meanwhile, or a standby that is to have it too did not say so.</exception>
    public static async Task CommitSurelyAsync(this NpgsqlTransaction transaction, CancellationToken cancellation)
    {
        using var watch = new CommitWatch(transaction.Connection!);
        try
        {
            await transaction.CommitAsync(cancellation);
        }
        catch (Exception error) when (error is not PostgresException and (NpgsqlException or ObjectDisposedException))
        {
            throw new CommitUnknownException(error);
        }
        watch.Check();
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, NpgsqlParameter[] parameters)
    {
        var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(parameters);
        return command;
    }
}
