using BorderMap.Gazetteer;
using BorderMap.Incidents.Duplicates;
using BorderMap.Incidents.Model;
using BorderMap.PostGis.Writing;
using Npgsql;
using NpgsqlTypes;
using static BorderMap.PostGis.SqlValues;

namespace BorderMap.PostGis.Review;

/// <summary>Likely duplicates: of one document, and found beforehand for the review queue. For editors only: hidden incidents are compared too.</summary>
public sealed class DuplicateStore(Database database, Atlas atlas, TimeProvider time)
{
    /// <summary>Incidents that one is compared with at most: the nearest in time.</summary>
    private const int Candidates = 200;

    /// <summary>Of a day on which a hundred alike are told, nobody compares each with each.</summary>
    internal const int MostKept = 20;

    /// <summary>Changes that one search looks at.</summary>
    private const int BatchSize = 300;

    /// <summary>One process at a time searches.</summary>
    private const long SearchLock = 0x626F7264757073;

    /// <summary>What the document may be the same happening as, most likely first. It need not be stored, nor complete.</summary>
    public async Task<IReadOnlyList<LikelyDuplicate>> FindAsync(Incident incident, CancellationToken cancellation)
    {
        await using var connection = await database.Editor.OpenConnectionAsync(cancellation);
        var ids = await connection.QueryAsync(SqlFiles.Read("duplicate_candidates_of"),
            [new("id", incident.Id), new("doc", NpgsqlDbType.Jsonb) { Value = StoredJson.Of(incident) }, Days, new("limit", Candidates)], reader => reader.GetString(0), cancellation);
        var stored = await StoredIncident.FindAsync(connection, [.. ids], cancellation);
        var others = ids.Select(id => stored.GetValueOrDefault(id)?.Current).OfType<Incident>().ToList();
        var context = await ContextAsync(connection, others.Append(incident), cancellation);
        return [.. others.Select(other => (Other: other, Likeness: Likeness.Of(incident, other, context))).Where(pair => pair.Likeness is { IsWorthALook: true })
            .Select(pair => new LikelyDuplicate(pair.Other, pair.Likeness!)).OrderByDescending(found => found.Likeness.Score).ThenBy(found => found.Other.Id, StringComparer.Ordinal)];
    }

    /// <summary>Remembers that the two are two happenings.</summary>
    /// <returns>False when one of them is not there.</returns>
    public async Task<bool> PartAsync(string one, string other, string by, string why, CancellationToken cancellation)
    {
        await using var connection = await database.Editor.OpenConnectionAsync(cancellation);
        var (a, b) = string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one);
        var kept = await connection.ScalarAsync("""
            with gone as (delete from likely_duplicate where a = @a and b = @b)
            insert into different_incidents (a, b, by, why, at)
            select @a, @b, @by, @why, @at
            where (select count(*) from document where kind = 'incident' and id in (@a, @b) and doc is not null) = 2
            on conflict (a, b) do update set by = excluded.by, why = excluded.why, at = excluded.at
            returning 1
            """, [new("a", a), new("b", b), new("by", by), new("why", why), At("at", time.GetUtcNow())], cancellation);
        return kept is not null;
    }

    /// <summary>Forgets that somebody said so; where they are likely to be one they wait again.</summary>
    /// <returns>False when nobody had said so.</returns>
    public async Task<bool> UnpartAsync(string one, string other, CancellationToken cancellation)
    {
        await using var connection = await database.Editor.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var (a, b) = string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one);
        if (await connection.ScalarAsync("delete from different_incidents where a = @a and b = @b returning 1", [new("a", a), new("b", b)], cancellation) is null)
            return false;
        await connection.ExecuteAsync("delete from likely_duplicate where a = @a and b = @b", [new("a", a), new("b", b)], cancellation);
        await KeepAsync(connection, [.. (await LikelyAsync(connection, [a], cancellation)).Where(pair => pair.A == a && pair.B == b)], cancellation);
        await transaction.CommitSurelyAsync(cancellation);
        return true;
    }

    /// <summary>Looks at the next changes and keeps what is likely about them.</summary>
    /// <returns>How many incidents were looked at; 0: none is left, or another process searches.</returns>
    public async Task<int> SearchAsync(CancellationToken cancellation)
    {
        await using var connection = await database.Editor.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (await connection.ScalarAsync("select pg_try_advisory_xact_lock(@lock)", [new("lock", SearchLock)], cancellation) is not true)
            return 0;
        var (ids, seq) = await ChangedAsync(connection, cancellation);
        if (ids.Length == 0)
            return 0;
        await connection.ExecuteAsync("delete from likely_duplicate where a = any (@ids) or b = any (@ids)", [new("ids", ids)], cancellation);
        await KeepAsync(connection, Likeliest(await LikelyAsync(connection, ids, cancellation), ids), cancellation);
        await connection.ExecuteAsync("insert into setting (name, value) values ('duplicates', @seq::text) on conflict (name) do update set value = excluded.value",
            [new("seq", seq)], cancellation);
        await transaction.CommitSurelyAsync(cancellation);
        return ids.Length;
    }

    private static NpgsqlParameter Days => new("days", Likeness.DaysApartAtMost);

    private static async Task<(string[] Ids, long Seq)> ChangedAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var changed = await connection.QueryAsync("""
            select seq, id from change
            where kind = 'incident' and seq > coalesce((select value::bigint from setting where name = 'duplicates'), 0)
            order by seq limit @limit
            """, [new("limit", BatchSize)], reader => (Seq: reader.GetInt64(0), Id: reader.GetString(1)), cancellation);
        return ([.. changed.Select(change => change.Id).Distinct()], changed.Count == 0 ? 0 : changed[^1].Seq);
    }

    private async Task<List<(string A, string B, DuplicateLikeness Likeness)>> LikelyAsync(NpgsqlConnection connection, string[] ids, CancellationToken cancellation)
    {
        var pairs = (await connection.QueryAsync(SqlFiles.Read("duplicate_candidates"), [new("ids", ids), Days, new("limit", Candidates)],
            reader => (One: reader.GetString(0), Other: reader.GetString(1)), cancellation))
            .Select(pair => string.CompareOrdinal(pair.One, pair.Other) < 0 ? (A: pair.One, B: pair.Other) : (A: pair.Other, B: pair.One)).Distinct().ToList();
        var stored = await StoredIncident.FindAsync(connection, [.. pairs.SelectMany(pair => new[] { pair.A, pair.B }).Distinct()], cancellation);
        var documents = stored.Values.Select(one => one.Current).OfType<Incident>().ToDictionary(document => document.Id);
        var context = await ContextAsync(connection, documents.Values, cancellation);
        return [.. pairs.Where(pair => documents.ContainsKey(pair.A) && documents.ContainsKey(pair.B))
            .Select(pair => (pair.A, pair.B, Likeness: Likeness.Of(documents[pair.A], documents[pair.B], context)))
            .Where(pair => pair.Likeness is { IsWorthALook: true }).Select(pair => (pair.A, pair.B, pair.Likeness!))];
    }

    /// <summary>The likeliest few of each incident that was looked at.</summary>
    private static List<(string A, string B, DuplicateLikeness Likeness)> Likeliest(List<(string A, string B, DuplicateLikeness Likeness)> likely, string[] ids)
    {
        var room = ids.ToDictionary(id => id, _ => MostKept);
        var kept = new List<(string A, string B, DuplicateLikeness Likeness)>();
        foreach (var pair in likely.OrderByDescending(pair => pair.Likeness.Score).ThenBy(pair => pair.A, StringComparer.Ordinal).ThenBy(pair => pair.B, StringComparer.Ordinal))
        {
            if (room.GetValueOrDefault(pair.A) <= 0 && room.GetValueOrDefault(pair.B) <= 0)
                continue;
            kept.Add(pair);
            foreach (var id in (string[])[pair.A, pair.B])
                if (room.TryGetValue(id, out var left))
                    room[id] = left - 1;
        }
        return kept;
    }

    private async Task KeepAsync(NpgsqlConnection connection, List<(string A, string B, DuplicateLikeness Likeness)> likely, CancellationToken cancellation)
    {
        if (likely.Count == 0)
            return;
        var found = time.GetUtcNow().UtcDateTime;
        await using var copy = await connection.BeginBinaryImportAsync("copy likely_duplicate (a, b, score, reasons, doubts, found) from stdin (format binary)", cancellation);
        foreach (var (a, b, likeness) in likely)
        {
            await copy.StartRowAsync(cancellation);
            await copy.WriteAsync(a, cancellation);
            await copy.WriteAsync(b, cancellation);
            await copy.WriteAsync(likeness.Score, cancellation);
            await copy.WriteAsync(likeness.Reasons.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text, cancellation);
            await copy.WriteAsync(likeness.Doubts.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text, cancellation);
            await copy.WriteAsync(found, NpgsqlDbType.TimestampTz, cancellation);
        }
        await copy.CompleteAsync(cancellation);
    }

    private async Task<DuplicateContext> ContextAsync(NpgsqlConnection connection, IEnumerable<Incident> incidents, CancellationToken cancellation)
    {
        var library = new Library(connection, atlas);
        await library.LoadAsync(incidents.SelectMany(References.Of), cancellation);
        return new(library.Actors, library.Sources, atlas);
    }
}
