using BorderMap.Benchmarks.Running;
using BorderMap.Gazetteer;
using BorderMap.PostGis;

namespace BorderMap.Benchmarks;

/// <summary>Every recorded name as a row of a table with a trigram index: what one would take with PostgreSQL at hand.</summary>
internal static class NameTable
{
    public const string Gin = "gin (name gin_trgm_ops)", Gist = "gist (name gist_trgm_ops(siglen=64))";

    /// <summary>Loads the places, and makes a table of their names with one index.</summary>
    public static async Task MakeAsync(OwnCluster cluster, Atlas atlas, string table, string index, CancellationToken cancellation)
    {
        await new IncidentStore(cluster.Database, atlas, TimeProvider.System).PrepareAsync(null, cancellation);
        await cluster.ExecuteAsync($"create table {table} as select id, unnest(names) as name from place", cancellation);
        await cluster.ExecuteAsync($"create index on {table} using {index}", cancellation);
        await cluster.ExecuteAsync($"vacuum analyze {table}", cancellation);
    }
}
