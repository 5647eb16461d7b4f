using BorderMap.Gazetteer;
using BorderMap.Incidents;
using BorderMap.PostGis.Desk;
using Npgsql;

namespace BorderMap.PostGis.Writing;

/// <summary>Writes one episode, source or actor, and makes anew what shows it in public.</summary>
internal sealed class RelatedActs(Database database, Atlas atlas, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <param name="document">With its id.</param>
    /// <param name="expectedVersion">The version the editor saw; null: it is new.</param>
    /// <param name="by">Who, for the audit trail.</param>
    /// <param name="why">Why, for the audit trail.</param>
    /// <param name="cancellation">Stops the write; nothing is then changed.</param>
    public async Task<RelatedResult> SaveAsync(RelatedDocument document, int? expectedVersion, string by, string why, CancellationToken cancellation)
    {
        await using var session = await WriteSession.BeginAsync(database, database.Bulk, atlas, time, cancellation);
        if (!await session.LockAsync(Patience, cancellation))
            return new RelatedResult.Busy();
        var stored = await FindAsync(session.Connection, document.Kind, document.Id, cancellation);
        if (Refusal(stored, expectedVersion) is { } refusal)
            return refusal;
        if (await ProblemsAsync(session, document, cancellation) is { Count: > 0 } problems)
            return new RelatedResult.Invalid(problems);
        var next = document.At((stored?.Version ?? 0) + 1);
        await session.Stage.WriteAsync([Staged(next)], cancellation);
        if (stored is not null)
            await Referring.StageAsync(session, [References.Name(document.Kind, document.Id)], cancellation);
        if (document is RelatedDocument.OfSource)
            session.RepublishSources([document.Id]);
        await session.CommitAsync(by, why, cancellation);
        return new RelatedResult.Saved(next);
    }

    public static async Task<RelatedDocument?> FindAsync(NpgsqlConnection connection, string kind, string id, CancellationToken cancellation) =>
        (await connection.QueryAsync("select doc::text, version from document where kind = @kind and id = @id and doc is not null", [new("kind", kind), new("id", id)],
            reader => RelatedDocument.Read(kind, reader.GetString(0), reader.GetInt32(1)), cancellation)).SingleOrDefault();

    private static RelatedResult? Refusal(RelatedDocument? stored, int? expectedVersion) => (stored, expectedVersion) switch
    {
        (null, null) => null,
        (null, _) => new RelatedResult.Missing(),
        (_, null) => new RelatedResult.Taken(),
        _ => stored.Version == expectedVersion ? null : new RelatedResult.Stale(stored),
    };

    private static async Task<List<Problem>> ProblemsAsync(WriteSession session, RelatedDocument document, CancellationToken cancellation)
    {
        await session.Library.LoadAsync(document.References, cancellation);
        document.PutInto(session.Library);
        var taken = await session.Connection.QueryAsync("select key from source_key where key = any (@keys) and (kind, id) <> (@kind, @id)",
            [new("keys", document.Keys.ToArray()), new("kind", document.Kind), new("id", document.Id)], reader => reader.GetString(0), cancellation);
        return [.. document.Check(session.Library.Context),
            .. taken.Select(key => new Problem("key-taken", "source_keys", key, "Another document has this source key.", "Remove the key, or use that document."))];
    }

    private static StagedDocument Staged(RelatedDocument document) => new()
    {
        Kind = document.Kind,
        Id = document.Id,
        Version = document.Version,
        State = DocumentState.Published,
        Json = document.StoredText,
        References = document.References,
        Keys = document.Keys,
    };
}
