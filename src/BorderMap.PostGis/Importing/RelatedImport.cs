using System.Security.Cryptography;
using System.Text;
using BorderMap.Incidents;
using BorderMap.PostGis.Writing;

namespace BorderMap.PostGis.Importing;

/// <summary>Actors, sources and episodes of a file: checked, and staged where they differ from the last import.</summary>
internal sealed class RelatedImport(WriteSession session, ProblemList problems)
{
    private readonly HashSet<string> changed = [];

    /// <summary>References to stored documents that this import changes: what refers to them has to be projected anew.</summary>
    public IReadOnlyCollection<string> Changed => changed;

    public async Task<ImportCounts> StageAsync(IReadOnlyList<FileRow> rows, ImportCounts counts, CancellationToken cancellation)
    {
        var documents = rows.Select(Describe).ToList();
        await session.Library.LoadAsync(documents.SelectMany(document => document.References), cancellation);
        foreach (var row in rows)
            Put(row);
        await FindTakenKeysAsync(documents, cancellation);
        var staged = new List<StagedDocument>();
        foreach (var group in documents.GroupBy(document => document.Kind))
            counts = await StageAsync(group.Key, [.. group], staged, counts, cancellation);
        await session.Stage.WriteAsync(staged, cancellation);
        return counts;
    }

    private async Task<ImportCounts> StageAsync(string kind, List<StagedDocument> documents, List<StagedDocument> staged, ImportCounts counts, CancellationToken cancellation)
    {
        var stored = (await session.Connection.QueryAsync("select id, version, import_hash from document where kind = @kind and id = any (@ids)",
            [new("kind", kind), new("ids", documents.Select(document => document.Id).ToArray())],
            reader => (Id: reader.GetString(0), Version: reader.GetInt32(1), Hash: reader.IsDBNull(2) ? [] : reader.GetFieldValue<byte[]>(2)), cancellation))
            .ToDictionary(row => row.Id);
        foreach (var document in documents)
        {
            var isNew = !stored.TryGetValue(document.Id, out var before);
            if (!isNew && before.Hash.AsSpan().SequenceEqual(document.ImportHash))
            {
                counts = counts with { Unchanged = counts.Unchanged + 1 };
                continue;
            }
            counts = counts.And(isNew);
            staged.Add(document with { Version = before.Version + 1 });
            if (!isNew)
                changed.Add(References.Name(kind, document.Id));
        }
        return counts;
    }

    private async Task FindTakenKeysAsync(List<StagedDocument> documents, CancellationToken cancellation)
    {
        var keys = documents.SelectMany(document => document.Keys).ToArray();
        if (keys.Length == 0)
            return;
        var owners = (await session.Connection.QueryAsync("select key, kind, id from source_key where key = any (@keys)", [new("keys", keys)],
            reader => (Key: reader.GetString(0), Kind: reader.GetString(1), Id: reader.GetString(2)), cancellation)).ToDictionary(row => row.Key);
        foreach (var document in documents)
            problems.Add(document.Origin, document.Id, document.Keys
                .Where(key => owners.TryGetValue(key, out var owner) && (owner.Kind, owner.Id) != (document.Kind, document.Id))
                .Select(key => new Problem("key-taken", "source_keys", key, "Another document has this source key.", "Remove the key, or use that document's id.")));
    }

    private void Put(FileRow row)
    {
        if (row.Actor is { } actor)
            session.Library.Put(actor);
        else if (row.Source is { } source)
            session.Library.Put(source);
        else if (row.Episode is { } episode)
            session.Library.Put(episode);
    }

    /// <summary>Checks the rows once all of them are known, since actors name one another.</summary>
    public void Check(IReadOnlyList<FileRow> rows)
    {
        var context = session.Library.Context;
        foreach (var row in rows)
        {
            if (row.Actor is { } actor)
                problems.Add(row.Name, actor.Id, Validation.Check(actor, context));
            else if (row.Source is { } source)
                problems.Add(row.Name, source.Id, Validation.Check(source));
            else if (row.Episode is { } episode)
                problems.Add(row.Name, episode.Id, Validation.Check(episode, context));
        }
    }

    private static StagedDocument Describe(FileRow row)
    {
        var (kind, id, json, references, keys) = row switch
        {
            { Actor: { } actor } => (DocumentKind.Actor, actor.Id, StoredJson.Of(actor), References.Of(actor), []),
            { Source: { } source } => (DocumentKind.Source, source.Id, StoredJson.Of(source), [], []),
            { Episode: { } episode } => (DocumentKind.Episode, episode.Id, StoredJson.Of(episode), References.Of(episode), episode.SourceKeys),
            _ => throw new ArgumentException($"{row.Name} is no actor, source or episode", nameof(row)),
        };
        return new StagedDocument
        {
            Origin = row.Name,
            Kind = kind,
            Id = id,
            Version = 0,
            State = DocumentState.Published,
            Json = json,
            References = references,
            ImportHash = SHA256.HashData(Encoding.UTF8.GetBytes(json)),
            Keys = keys,
        };
    }
}
