using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using static BorderMap.PostGis.SqlValues;

namespace BorderMap.PostGis.Review;

/// <summary>What waits for an editor, in one list; and the versions of an incident to lay side by side. For editors only.</summary>
public sealed class ReviewStore(Database database)
{
    /// <summary>Latest first.</summary>
    /// <param name="filter">What is meant.</param>
    /// <param name="after">The last of the page before; null for the first.</param>
    /// <param name="limit">The most to give.</param>
    /// <param name="cancellation">Stops the read.</param>
    public async Task<IReadOnlyList<ReviewItem>> ListAsync(ReviewFilter filter, ReviewPosition? after, int limit, CancellationToken cancellation)
    {
        await using var connection = await database.Editor.OpenConnectionAsync(cancellation);
        var sql = Sql("kind, id, other, version, at, owner, title, other_title, about, incident, score",
            filter.Kinds.Count == 0 ? "" : "and kind = any (@kinds)",
            $"{(after is null ? "" : "and (at, kind, id, other) < (@at, @kind, @id, @other)")} order by at desc, kind desc, id desc, other desc limit @limit");
        NpgsqlParameter[] position = after is null ? [] : [At("at", after.At), new("kind", Word(after.Kind)), new("id", after.Id), new("other", after.Other)];
        return await connection.QueryAsync(sql, [.. Bound(filter), .. position, new("kinds", filter.Kinds.Select(Word).ToArray()), new("limit", limit)], Read, cancellation);
    }

    /// <summary>How many of each kind there are under the filter, whatever kinds it asks for.</summary>
    public async Task<IReadOnlyDictionary<ReviewKind, long>> CountAsync(ReviewFilter filter, CancellationToken cancellation)
    {
        await using var connection = await database.Editor.OpenConnectionAsync(cancellation);
        var counted = await connection.QueryAsync(Sql("kind, count(*)", "", "group by kind"), Bound(filter), reader => (Kind: KindOf(reader.GetString(0)), Count: reader.GetInt64(1)), cancellation);
        return Enum.GetValues<ReviewKind>().ToDictionary(kind => kind, kind => counted.FirstOrDefault(row => row.Kind == kind).Count);
    }

    /// <summary>An incident's document as it was stored in a version, with the state it was in; null: there is no such version, or it was redacted.</summary>
    /// <param name="id">The incident.</param>
    /// <param name="version">Which; null: the last one, or the last published one.</param>
    /// <param name="isPublished">Whether, without a version, the last published one is meant.</param>
    /// <param name="cancellation">Stops the read.</param>
    public async Task<(int Version, string State, JsonElement Document)?> VersionAsync(string id, int? version, bool isPublished, CancellationToken cancellation)
    {
        await using var connection = await database.Editor.OpenConnectionAsync(cancellation);
        var found = await connection.QueryAsync("""
            select version, state, doc::text from change
            where kind = 'incident' and id = @id and doc is not null and (@version::integer is null or version = @version) and (not @published or state = 'published')
            order by version desc limit 1
            """,
            [new("id", id), new("version", NpgsqlDbType.Integer) { Value = (object?)version ?? DBNull.Value }, new("published", isPublished && version is null)],
            reader => (reader.GetInt32(0), reader.GetString(1), JsonDocument.Parse(reader.GetString(2)).RootElement), cancellation);
        return found.Count == 0 ? null : found[0];
    }

    private static string Sql(string what, string kinds, string position) => SqlFiles.Read("review_items")
        .Replace("{what}", what, StringComparison.Ordinal).Replace("{kinds}", kinds, StringComparison.Ordinal).Replace("{position}", position, StringComparison.Ordinal);

    private static NpgsqlParameter[] Bound(ReviewFilter filter) =>
    [
        Text("owner", filter.Owner), Text("place", filter.Place), At("from", filter.From), At("until", filter.Until),
        Text("q", filter.Q is { } words ? $"%{words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%" : null),
    ];

    private static ReviewItem Read(NpgsqlDataReader reader) => new(KindOf(reader.GetString(0)), reader.GetString(1), reader.GetString(2), reader.GetInt32(3), reader.GetFieldValue<DateTimeOffset>(4))
    {
        Owner = reader.Text(5),
        Title = reader.Text(6),
        OtherTitle = reader.Text(7),
        About = reader.GetString(8),
        Incident = reader.GetString(9),
        Score = reader.Nullable<double>(10),
    };

    private static ReviewKind KindOf(string word) => Enum.GetValues<ReviewKind>().First(kind => Word(kind) == word);

    private static string Word(ReviewKind kind) => EnumWords<ReviewKind>.Of(kind);
}
