using BorderMap.Incidents.Model;
using Npgsql;

namespace BorderMap.PostGis.Writing;

/// <summary>An incident as it is stored; <see cref="Document"/> is null when it was redacted.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">Its current version.</param>
/// <param name="State">A word of <see cref="DocumentState"/>.</param>
/// <param name="Document">Null when redacted.</param>
/// <param name="ImportHash">Of the row that an import brought last; null: none did.</param>
/// <param name="ImportVersion">The version that this import wrote.</param>
/// <param name="Imported">What it brought; null: just that version, or nothing.</param>
/// <param name="Owner">Who began it.</param>
internal sealed record StoredIncident(string Id, int Version, string State, Incident? Document, byte[]? ImportHash, int? ImportVersion, Incident? Imported, string Owner)
{
    private const string Columns = "id, version, state, doc::text, import_hash, import_version, import_doc::text, owner";

    /// <summary>The document with the version that its column owns.</summary>
    public Incident? Current => Document is null ? null : Document with { Version = Version };

    public static async Task<StoredIncident?> FindAsync(NpgsqlConnection connection, string id, CancellationToken cancellation) =>
        (await FindAsync(connection, [id], cancellation)).GetValueOrDefault(id);

    public static async Task<Dictionary<string, StoredIncident>> FindAsync(NpgsqlConnection connection, string[] ids, CancellationToken cancellation)
    {
        var found = await connection.QueryAsync($"select {Columns} from document where kind = 'incident' and id = any (@ids)", [new("ids", ids)], Read, cancellation);
        return found.ToDictionary(stored => stored.Id);
    }

    /// <summary>Documents as the last import wrote them, of those that an editor has changed since.</summary>
    public static async Task<Dictionary<string, Incident>> ImportedAsync(NpgsqlConnection connection, IEnumerable<StoredIncident> edited, CancellationToken cancellation)
    {
        var wanted = edited.Where(stored => stored.Imported is null && stored.ImportVersion is { } version && version != stored.Version).ToList();
        if (wanted.Count == 0)
            return [];
        var found = await connection.QueryAsync("""
            select c.id, c.doc::text from unnest(@ids, @versions) as wanted(id, version)
            join change c on c.kind = 'incident' and c.id = wanted.id and c.version = wanted.version and c.doc is not null
            """, [new("ids", wanted.Select(stored => stored.Id).ToArray()), new("versions", wanted.Select(stored => stored.ImportVersion!.Value).ToArray())],
            reader => (Id: reader.GetString(0), Document: StoredJson.Read<Incident>(reader.GetString(1))), cancellation);
        return found.ToDictionary(row => row.Id, row => row.Document);
    }

    /// <summary>Published ones by id, a batch at a time.</summary>
    public static Task<List<StoredIncident>> PublishedAfterAsync(NpgsqlConnection connection, string after, int limit, CancellationToken cancellation) =>
        connection.QueryAsync($"select {Columns} from document where kind = 'incident' and state = 'published' and id > @after order by id limit @limit",
            [new("after", after), new("limit", limit)], Read, cancellation);

    public static Task<List<StoredIncident>> DueAsync(NpgsqlConnection connection, DateTimeOffset now, CancellationToken cancellation) =>
        connection.QueryAsync($"select {Columns} from document where kind = 'incident' and due <= @now", [new("now", now.UtcDateTime)], Read, cancellation);

    /// <summary>Published ones that refer to any of these and are not being written anyway, by id, a batch at a time.</summary>
    public static Task<List<StoredIncident>> ReferringToAsync(NpgsqlConnection connection, string[] references, string after, int limit,
        CancellationToken cancellation) =>
        connection.QueryAsync($"""
            select {Columns} from document d
            where kind = 'incident' and state = 'published' and refs && @refs and id > @after
                and not exists (select from stage_document s where s.kind = d.kind and s.id = d.id)
            order by id limit @limit
            """, [new("refs", references), new("after", after), new("limit", limit)], Read, cancellation);

    /// <summary>The document as it is, only its public row made anew.</summary>
    public IncidentChange Again() => new() { Document = Document!, Version = Version, State = State, IsNewVersion = false };

    private static StoredIncident Read(NpgsqlDataReader reader) => new(reader.GetString(0), reader.GetInt32(1), reader.GetString(2),
        reader.Text(3) is { } json ? StoredJson.Read<Incident>(json) : null, reader.IsDBNull(4) ? null : reader.GetFieldValue<byte[]>(4), reader.Nullable<int>(5),
        reader.Text(6) is { } imported ? StoredJson.Read<Incident>(imported) : null, reader.GetString(7));
}
