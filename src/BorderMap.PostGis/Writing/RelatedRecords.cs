using BorderMap.Incidents;
using Npgsql;
using NpgsqlTypes;

namespace BorderMap.PostGis.Writing;

/// <summary>What of episodes, sources and actors is public, by the public incidents: now, or as they were at a public sequence.</summary>
internal sealed class RelatedRecords(NpgsqlConnection connection, Library library, DateTimeOffset now)
{
    /// <param name="kind">A word of <see cref="DocumentKind"/>.</param>
    /// <param name="ids">Which.</param>
    /// <param name="at">A public sequence; null: now.</param>
    /// <param name="cancellation">Stops the read.</param>
    public Task<List<PublicRecord>> OfAsync(string kind, string[] ids, long? at, CancellationToken cancellation) => kind switch
    {
        DocumentKind.Episode => EpisodesAsync(ids, at, cancellation),
        DocumentKind.Source => SourcesAsync(ids, at, cancellation),
        DocumentKind.Actor => ActorsAsync(ids, at, cancellation),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no related kind"),
    };

    private async Task<List<PublicRecord>> EpisodesAsync(string[] ids, long? at, CancellationToken cancellation)
    {
        await library.LoadAsync(ids.Select(id => References.Name(DocumentKind.Episode, id)), cancellation);
        var members = (await connection.QueryAsync(At("related_members", at), [new("ids", ids), At(at)], reader =>
            (Episode: reader.GetString(0), Member: new PublicMember(reader.GetString(1), reader.Nullable<DateOnly>(2), reader.Nullable<DateOnly>(3))), cancellation))
            .ToLookup(row => row.Episode, row => row.Member);
        return [.. ids.Where(library.Episodes.ContainsKey)
            .Select(id => Projection.ProjectEpisode(library.Episodes[id], [.. members[id]], library.Sources, library.Actors, library.Atlas, now))
            .OfType<PublicRecord>()];
    }

    private async Task<List<PublicRecord>> SourcesAsync(string[] ids, long? at, CancellationToken cancellation)
    {
        await library.LoadAsync(ids.Select(id => References.Name(DocumentKind.Source, id)), cancellation);
        return [.. (await ShownAsync(DocumentKind.Source, ids, at, cancellation)).Select(id => Projection.ProjectSource(library.Sources[id], now)).OfType<PublicRecord>()];
    }

    private async Task<List<PublicRecord>> ActorsAsync(string[] ids, long? at, CancellationToken cancellation)
    {
        await library.LoadAsync([], cancellation);
        return [.. (await ShownAsync(DocumentKind.Actor, ids, at, cancellation)).Select(id => Projection.ProjectActor(library.Actors[id]))];
    }

    private Task<List<string>> ShownAsync(string kind, string[] ids, long? at, CancellationToken cancellation) =>
        connection.QueryAsync(At("related_public", at), [new("ids", ids), new("kind", kind), At(at)], reader => reader.GetString(0), cancellation);

    /// <summary>The plain condition for now, since only that one finds the partial indexes.</summary>
    private static string At(string file, long? at) =>
        SqlFiles.Read(file).Replace("{shown}", at is null ? "to_pub is null" : "from_pub <= @at and (to_pub is null or to_pub > @at)", StringComparison.Ordinal);

    private static NpgsqlParameter At(long? at) => new("at", NpgsqlDbType.Bigint) { Value = (object?)at ?? DBNull.Value };
}
