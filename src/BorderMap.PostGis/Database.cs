using Microsoft.Extensions.Logging;
using Npgsql;

namespace BorderMap.PostGis;

/// <summary>The open database, migrated: the one door to PostGIS. Disposing it stops the private cluster when no other process uses it.</summary>
public sealed class Database : IAsyncDisposable
{
    /// <summary>Reads and writes everything: for editors and commands only.</summary>
    public NpgsqlDataSource Editor => throw new NotImplementedException();

    /// <summary>Acts as <c>bordermap_public</c>, which may select from <c>public_*</c> and nothing else.</summary>
    public NpgsqlDataSource Public => throw new NotImplementedException();

    /// <exception cref="DatabaseSetupException">Programs, rights or extensions are missing, or the database is newer than this program.</exception>
    public static Task<Database> OpenAsync(DatabaseOptions options, ILoggerFactory loggers, TimeProvider time, CancellationToken cancellation) =>
        throw new NotImplementedException();

    public ValueTask DisposeAsync() => throw new NotImplementedException();
}
