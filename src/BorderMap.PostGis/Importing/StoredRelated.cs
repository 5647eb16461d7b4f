using BorderMap.PostGis.Desk;
using Npgsql;

namespace BorderMap.PostGis.Importing;

/// <summary>A source, episode or actor as it is stored.</summary>
/// <param name="Document">With its version.</param>
/// <param name="ImportHash">Of the row that an import brought last; null: none did.</param>
/// <param name="Imported">What it brought; null: nothing, or it is not known any more.</param>
internal sealed record StoredRelated(RelatedDocument Document, byte[]? ImportHash, RelatedDocument? Imported)
{
    public static async Task<Dictionary<string, StoredRelated>> FindAsync(NpgsqlConnection connection, string kind, string[] ids, CancellationToken cancellation)
    {
        var found = await connection.QueryAsync("""
            select d.version, d.import_hash, d.doc::text, coalesce(d.import_doc, c.doc)::text
            from document d left join change c on c.kind = d.kind and c.id = d.id and c.version = d.import_version
            where d.kind = @kind and d.id = any (@ids) and d.doc is not null
            """, [new("kind", kind), new("ids", ids)],
            reader => new StoredRelated(RelatedDocument.Read(kind, reader.GetString(2), reader.GetInt32(0)), reader.IsDBNull(1) ? null : reader.GetFieldValue<byte[]>(1),
                reader.Text(3) is { } imported ? RelatedDocument.Read(kind, imported, 0) : null), cancellation);
        return found.ToDictionary(stored => stored.Document.Id);
    }
}
