using BorderMap.PostGis.Writing;
using static BorderMap.PostGis.SqlValues;

namespace BorderMap.PostGis.Desk;

/// <summary>An episode, a source or an actor in a list of the desk.</summary>
/// <param name="Document">With its version.</param>
/// <param name="Owner">Who began it.</param>
/// <param name="IsPublic">Whether a public incident shows it.</param>
public sealed record LibraryRow(RelatedDocument Document, string Owner, bool IsPublic);

/// <summary>The episodes, sources and actors that incidents may refer to, public or not. Never for the public.</summary>
public sealed class LibraryReader(Database database)
{
    public Task<RelatedDocument?> EpisodeAsync(string id, CancellationToken cancellation) => FindAsync(DocumentKind.Episode, id, cancellation);

    public Task<RelatedDocument?> SourceAsync(string id, CancellationToken cancellation) => FindAsync(DocumentKind.Source, id, cancellation);

    public Task<RelatedDocument?> ActorAsync(string id, CancellationToken cancellation) => FindAsync(DocumentKind.Actor, id, cancellation);

    /// <param name="kind"><c>episode</c>, <c>source</c> or <c>actor</c>.</param>
    /// <param name="words">Words that stand together in id, name, title, publisher, address or aliases; null: any.</param>
    /// <param name="owner">Only what is public, and this person's own; null: everything.</param>
    /// <param name="after">The last id of the page before; empty for the first.</param>
    /// <param name="limit">The most to give.</param>
    /// <param name="cancellation">Stops the read.</param>
    public async Task<IReadOnlyList<LibraryRow>> ListAsync(string kind, string? words, string? owner, string after, int limit, CancellationToken cancellation)
    {
        var table = kind is DocumentKind.Episode or DocumentKind.Source or DocumentKind.Actor ? $"public_{kind}" : throw new ArgumentOutOfRangeException(nameof(kind), kind, "no related kind");
        await using var connection = await database.Editor.OpenConnectionAsync(cancellation);
        return await connection.QueryAsync(SqlFiles.Read("library").Replace("{public}", table, StringComparison.Ordinal),
            [new("kind", kind), new("after", after), new("limit", limit), Text("owner", owner), Text("words", words)],
            reader => new LibraryRow(RelatedDocument.Read(kind, reader.GetString(0), reader.GetInt32(1)), reader.GetString(2), reader.GetBoolean(3)), cancellation);
    }

    private async Task<RelatedDocument?> FindAsync(string kind, string id, CancellationToken cancellation)
    {
        await using var connection = await database.Editor.OpenConnectionAsync(cancellation);
        return await RelatedActs.FindAsync(connection, kind, id, cancellation);
    }
}
