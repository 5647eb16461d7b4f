using System.Security.Cryptography;
using System.Text;
using BorderMap.Incidents;
using BorderMap.PostGis.Desk;
using BorderMap.PostGis.Writing;

namespace BorderMap.PostGis.Importing;

/// <summary>Actors, sources and episodes of a file: checked, and staged where they differ from the last import.</summary>
internal sealed class RelatedImport(WriteSession session, ProblemList problems, ImportTally tally, KnownSources sources)
{
    private readonly HashSet<string> changed = [];

    /// <summary>References to stored documents that this import changes: what refers to them has to be projected anew.</summary>
    public IReadOnlyCollection<string> Changed => changed;

    public async Task StageAsync(IReadOnlyList<FileRow> rows, CancellationToken cancellation)
    {
        rows = await MissingAsync(await sources.UnknownAsync(rows, cancellation), cancellation);
        var documents = rows.Select(Describe).ToList();
        await session.Library.LoadAsync(documents.SelectMany(document => document.References), cancellation);
        foreach (var row in rows)
            Put(row);
        await FindTakenKeysAsync(rows, documents, cancellation);
        var staged = new List<StagedDocument>();
        foreach (var group in documents.GroupBy(document => document.Kind))
            await StageAsync(group.Key, [.. group], staged, cancellation);
        await session.Stage.WriteAsync(staged, cancellation);
        Check(rows);
    }

    /// <summary>Without those that are merely named and are there already.</summary>
    private async Task<IReadOnlyList<FileRow>> MissingAsync(IReadOnlyList<FileRow> rows, CancellationToken cancellation)
    {
        if (!rows.Any(row => row.IfMissing))
            return rows;
        await session.Library.LoadAsync(rows.Select(row => References.Name(KindOf(row), IdOf(row))), cancellation);
        var (context, taken) = (session.Library.Context, new HashSet<string>());
        return [.. rows.Where(row => !row.IfMissing || (taken.Add(IdOf(row)) && !IsThere(row)))];

        bool IsThere(FileRow row) => row.Actor is not null ? context.Actors.Contains(IdOf(row))
            : row.Source is not null ? context.Sources.Contains(IdOf(row)) : context.Episodes.Contains(IdOf(row));
    }

    private async Task StageAsync(string kind, List<StagedDocument> documents, List<StagedDocument> staged, CancellationToken cancellation)
    {
        var stored = (await session.Connection.QueryAsync("select id, version, import_hash, doc::text from document where kind = @kind and id = any (@ids)",
            [new("kind", kind), new("ids", documents.Select(document => document.Id).ToArray())],
            reader => (Id: reader.GetString(0), Version: reader.GetInt32(1), Hash: reader.IsDBNull(2) ? [] : reader.GetFieldValue<byte[]>(2), Json: reader.Text(3)), cancellation))
            .ToDictionary(row => row.Id);
        foreach (var document in documents)
        {
            var isNew = !stored.TryGetValue(document.Id, out var before);
            if (!isNew && before.Hash.AsSpan().SequenceEqual(document.ImportHash))
            {
                // An editor may have changed or withheld it since: what becomes public rests on what is stored, not on the file.
                if (before.Json is { } json)
                    RelatedDocument.Read(kind, json, before.Version).PutInto(session.Library);
                tally.CountUnchanged(isIncident: false);
                continue;
            }
            tally.Count(isNew, isIncident: false);
            staged.Add(document with { Version = before.Version + 1 });
            if (!isNew)
                changed.Add(References.Name(kind, document.Id));
        }
    }

    private async Task FindTakenKeysAsync(IReadOnlyList<FileRow> rows, List<StagedDocument> documents, CancellationToken cancellation)
    {
        var keys = documents.SelectMany(document => document.Keys).ToArray();
        if (keys.Length == 0)
            return;
        var owners = (await session.Connection.QueryAsync("select key, kind, id from source_key where key = any (@keys)", [new("keys", keys)],
            reader => (Key: reader.GetString(0), Kind: reader.GetString(1), Id: reader.GetString(2)), cancellation)).ToDictionary(row => row.Key);
        foreach (var (row, document) in rows.Zip(documents))
            Add(row, document.Id, document.Keys
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
    private void Check(IReadOnlyList<FileRow> rows)
    {
        var context = session.Library.Context;
        foreach (var row in rows)
        {
            if (row.Actor is { } actor)
                Add(row, actor.Id, Validation.Check(actor, context));
            else if (row.Source is { } source)
                Add(row, source.Id, Validation.Check(source));
            else if (row.Episode is { } episode)
                Add(row, episode.Id, Validation.Check(episode, context));
        }
    }

    // What incidents refer to is bad: no row may come in without it.
    private void Add(FileRow row, string id, IEnumerable<Problem> found)
    {
        var list = found.ToList();
        problems.Add(row, id, list);
        problems.IsFatal |= list.Count > 0;
    }

    private static string KindOf(FileRow row) => row.Actor is not null ? DocumentKind.Actor : row.Source is not null ? DocumentKind.Source : DocumentKind.Episode;

    private static string IdOf(FileRow row) => row.Actor?.Id ?? row.Source?.Id ?? row.Episode?.Id ?? throw new ArgumentException($"{row.Name} is no actor, source or episode", nameof(row));

    private static StagedDocument Describe(FileRow row)
    {
        var (json, references, keys) = row switch
        {
            { Actor: { } actor } => (StoredJson.Of(actor), References.Of(actor), []),
            { Source: { } source } => (StoredJson.Of(source), [], []),
            { Episode: { } episode } => (StoredJson.Of(episode), References.Of(episode), episode.SourceKeys),
            _ => throw new ArgumentException($"{row.Name} is no actor, source or episode", nameof(row)),
        };
        return new StagedDocument
        {
            Origin = row.Name,
            Kind = KindOf(row),
            Id = IdOf(row),
            Version = 0,
            State = DocumentState.Published,
            Json = json,
            References = references,
            ImportHash = SHA256.HashData(Encoding.UTF8.GetBytes(json)),
            Keys = keys,
        };
    }
}
