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
        var given = rows.Select(row => (Row: row, Document: Read(row))).ToList();
        await session.Library.LoadAsync(given.SelectMany(pair => pair.Document.References), cancellation);
        foreach (var (_, document) in given)
            document.PutInto(session.Library);
        await FindTakenKeysAsync(given, cancellation);
        var staged = new List<StagedDocument>();
        foreach (var group in given.GroupBy(pair => pair.Document.Kind))
            await StageAsync(group.Key, [.. group], staged, cancellation);
        await session.Stage.WriteAsync(staged, cancellation);
        // Once all are known, since actors name one another.
        foreach (var (row, document) in given)
            Add(row, document.Id, document.Check(session.Library.Context));
    }

    /// <summary>Without those that are merely named and are there already.</summary>
    private async Task<IReadOnlyList<FileRow>> MissingAsync(IReadOnlyList<FileRow> rows, CancellationToken cancellation)
    {
        if (!rows.Any(row => row.IfMissing))
            return rows;
        await session.Library.LoadAsync(rows.Select(Read).Select(document => References.Name(document.Kind, document.Id)), cancellation);
        var (context, taken) = (session.Library.Context, new HashSet<string>());
        return [.. rows.Where(row => !row.IfMissing || (taken.Add(Read(row).Id) && !IsThere(Read(row))))];

        bool IsThere(RelatedDocument document) => (document switch
        {
            RelatedDocument.OfActor => context.Actors,
            RelatedDocument.OfSource => context.Sources,
            _ => context.Episodes,
        }).Contains(document.Id);
    }

    private async Task StageAsync(string kind, List<(FileRow Row, RelatedDocument Document)> given, List<StagedDocument> staged, CancellationToken cancellation)
    {
        var stored = await StoredRelated.FindAsync(session.Connection, kind, [.. given.Select(pair => pair.Document.Id)], cancellation);
        foreach (var (row, incoming) in given)
        {
            var (before, hash) = (stored.GetValueOrDefault(incoming.Id), SHA256.HashData(Encoding.UTF8.GetBytes(incoming.StoredText)));
            // An editor may have changed or withheld it since: what becomes public rests on what is stored, not on the file alone.
            if (before is not null && before.ImportHash.AsSpan().SequenceEqual(hash))
            {
                before.Document.PutInto(session.Library);
                tally.CountUnchanged(isIncident: false);
                continue;
            }
            var document = before is null ? incoming : RelatedJoin.Join(before.Imported, before.Document, incoming);
            await session.Library.LoadAsync(document.References, cancellation);
            document.PutInto(session.Library);
            tally.Count(isNew: before is null, isIncident: false);
            staged.Add(Staged(row, document.At((before?.Document.Version ?? 0) + 1), incoming, hash));
            if (before is not null)
                changed.Add(References.Name(kind, incoming.Id));
        }
    }

    private async Task FindTakenKeysAsync(IReadOnlyList<(FileRow Row, RelatedDocument Document)> given, CancellationToken cancellation)
    {
        var keys = given.SelectMany(pair => pair.Document.Keys).ToArray();
        if (keys.Length == 0)
            return;
        var owners = (await session.Connection.QueryAsync("select key, kind, id from source_key where key = any (@keys)", [new("keys", keys)],
            reader => (Key: reader.GetString(0), Kind: reader.GetString(1), Id: reader.GetString(2)), cancellation)).ToDictionary(row => row.Key);
        foreach (var (row, document) in given)
            Add(row, document.Id, document.Keys
                .Where(key => owners.TryGetValue(key, out var owner) && (owner.Kind, owner.Id) != (document.Kind, document.Id))
                .Select(key => new Problem("key-taken", "source_keys", key, "Another document has this source key.", "Remove the key, or use that document's id.")));
    }

    // What incidents refer to is bad: no row may come in without it.
    private void Add(FileRow row, string id, IEnumerable<Problem> found)
    {
        var list = found.ToList();
        problems.Add(row, id, list);
        problems.IsFatal |= list.Count > 0;
    }

    private static RelatedDocument Read(FileRow row) => row switch
    {
        { Actor: { } actor } => new RelatedDocument.OfActor(actor),
        { Source: { } source } => new RelatedDocument.OfSource(source),
        { Episode: { } episode } => new RelatedDocument.OfEpisode(episode),
        _ => throw new ArgumentException($"{row.Name} is no actor, source or episode", nameof(row)),
    };

    private static StagedDocument Staged(FileRow row, RelatedDocument document, RelatedDocument incoming, byte[] hash) => new()
    {
        Origin = row.Name,
        Kind = document.Kind,
        Id = document.Id,
        Version = document.Version,
        State = DocumentState.Published,
        Json = document.StoredText,
        References = document.References,
        ImportHash = hash,
        ImportJson = document.StoredText == incoming.StoredText ? null : incoming.StoredText,
        Keys = document.Keys,
    };
}
