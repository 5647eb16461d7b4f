using Npgsql;
using NpgsqlTypes;

namespace BorderMap.Benchmarks.Running;

/// <summary>A prepared query of one client that gives ids.</summary>
internal sealed class PreparedQuery : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;
    private readonly NpgsqlCommand command;

    private PreparedQuery(NpgsqlConnection connection, NpgsqlCommand command) => (this.connection, this.command) = (connection, command);

    /// <param name="cluster">The cluster asked.</param>
    /// <param name="sql">Gives ids in its first column.</param>
    /// <param name="cancellation">Stops the preparing.</param>
    /// <param name="parameters">Names and types, in the order of the values of <see cref="Ask"/>.</param>
    public static async Task<PreparedQuery> OpenAsync(OwnCluster cluster, string sql, CancellationToken cancellation, params (string Name, NpgsqlDbType Type)[] parameters)
    {
        var connection = await cluster.Database.Editor.OpenConnectionAsync(cancellation);
        var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        foreach (var (name, type) in parameters)
            command.Parameters.Add(name, type).Value = DBNull.Value;
        await command.PrepareAsync(cancellation);
        return new PreparedQuery(connection, command);
    }

    /// <summary>The ids, each once, in the order of the answer.</summary>
    public IReadOnlyList<string> Ask(params object[] values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
        using var reader = command.ExecuteReader();
        var found = new List<string>();
        while (reader.Read())
            found.Add(reader.GetString(0));
        return [.. found.Distinct()];
    }

    public async ValueTask DisposeAsync()
    {
        await command.DisposeAsync();
        await connection.DisposeAsync();
    }
}
