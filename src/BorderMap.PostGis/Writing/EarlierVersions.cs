using BorderMap.Incidents;
using BorderMap.Incidents.Model;
using Npgsql;

namespace BorderMap.PostGis.Writing;

/// <summary>Makes earlier public versions show no more than today's rule allows: rewritten, or taken away and only counted.</summary>
internal sealed class EarlierVersions(NpgsqlConnection connection, Library library, DateTimeOffset now)
{
    /// <summary>The rules, and the same for what was merged into those incidents by way of others.</summary>
    public async Task<IReadOnlyDictionary<string, Sensitivity>> WithMergedAsync(IReadOnlyDictionary<string, Sensitivity> rules, CancellationToken cancellation)
    {
        if (rules.Count == 0)
            return rules;
        var all = new Dictionary<string, Sensitivity>(rules);
        foreach (var (id, into) in await connection.QueryAsync(SqlFiles.Read("merged_into"), [new("ids", rules.Keys.ToArray())], reader => (reader.GetString(0), reader.GetString(1)), cancellation))
            all.TryAdd(id, rules[into]);
        return all;
    }

    /// <param name="rules">Today's rule for each incident.</param>
    /// <param name="pub">The public sequence of this write.</param>
    /// <param name="cancellation">Stops the write.</param>
    /// <returns>Whether anything was changed.</returns>
    public async Task<bool> RewriteAsync(IReadOnlyDictionary<string, Sensitivity> rules, long pub, CancellationToken cancellation)
    {
        var changed = false;
        foreach (var (id, rule) in rules)
            foreach (var earlier in await EarlierAsync(id, cancellation))
                changed |= await RewriteAsync(earlier, rule, pub, cancellation);
        return changed;
    }

    private async Task<bool> RewriteAsync(Earlier earlier, Sensitivity rule, long pub, CancellationToken cancellation)
    {
        var row = await RowAsync(earlier, rule, cancellation);
        if (row?.ContentHash == earlier.Hash)
            return false;
        foreach (var table in (string[])["public_incident_place", "public_incident"])
            await connection.ExecuteAsync($"delete from {table} where id = @id and version = @version", [new("id", earlier.Id), new("version", earlier.Version)], cancellation);
        if (row is null)
            await connection.ExecuteAsync("insert into public_withheld (from_pub, to_pub, since) values (@from, @to, @since)",
                [new("from", earlier.FromPub), new("to", earlier.ToPub), new("since", pub)], cancellation);
        else
            await PublicIncidentCopy.WriteAsync(connection, isStage: false,
                [new StampedRow(row, new PublicStamp(earlier.Version, earlier.Updated), earlier.FromPub, earlier.ToPub, pub)], cancellation);
        return true;
    }

    private async Task<PublicRow?> RowAsync(Earlier earlier, Sensitivity rule, CancellationToken cancellation)
    {
        if (rule.ShowAs == ShowAs.Withheld || earlier.Json is null)
            return null;
        var document = Redaction.Apply(StoredJson.Read<Incident>(earlier.Json), rule);
        await library.LoadAsync(References.Of(document), cancellation);
        return Projection.Project(library.InputFor(document, now));
    }

    private Task<List<Earlier>> EarlierAsync(string id, CancellationToken cancellation) => connection.QueryAsync("""
        select p.id, p.version, p.from_pub, p.to_pub, p.updated, p.content_hash, c.doc::text
        from public_incident p
        join shown_version s on s.id = p.id and s.version = p.version
        left join change c on c.kind = 'incident' and c.id = p.id and c.version = s.document_version
        where p.id = @id and p.to_pub is not null
        """, [new("id", id)], Earlier.Read, cancellation);

    private sealed record Earlier(string Id, int Version, long FromPub, long ToPub, DateTimeOffset Updated, string Hash, string? Json)
    {
        public static Earlier Read(NpgsqlDataReader reader) => new(reader.GetString(0), reader.GetInt32(1), reader.GetInt64(2), reader.GetInt64(3),
            reader.GetFieldValue<DateTimeOffset>(4), reader.GetString(5), reader.Text(6));
    }
}
