using BorderMap.Gazetteer;
using BorderMap.Incidents;
using BorderMap.Incidents.Model;

namespace BorderMap.PostGis.Writing;

/// <summary>What an editor does to one incident, or two. Each waits at most five seconds for its turn.</summary>
internal sealed class EditorActs(Database database, Atlas atlas, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public Task<SaveResult> SaveAsync(Incident incident, int? expectedVersion, Author author, string why, CancellationToken cancellation) => ActAsync(author.Name, why, async session =>
    {
        var stored = incident.Id.Length == 0 ? null : await StoredIncident.FindAsync(session.Connection, incident.Id, cancellation);
        if (Refusal(stored, expectedVersion, mayBeNew: incident.Id.Length == 0, author, incident.Status) is { } refusal)
            return refusal;
        if (incident.Status == IncidentStatus.Retracted && stored?.State != DocumentState.Retracted)
            return new SaveResult.Invalid([RetractedBySaving]);
        // By its keys an import would publish what somebody wrote who may not.
        var keys = author.OwnDraftsOnly ? stored?.Document?.SourceKeys ?? [] : incident.SourceKeys;
        var document = Identity.Complete(incident) with { SourceKeys = keys, Merged = stored?.Document?.Merged ?? [], Derived = null };
        await session.Library.LoadAsync(References.Of(document), cancellation);
        var problems = Validation.Check(document, session.Library.Context).Concat(await KeyProblemsAsync(session, document, cancellation)).ToList();
        if (problems.Count > 0)
            return new SaveResult.Invalid(problems);
        return await StageAsync(session, cancellation, Next(document, stored, DocumentState.Of(document.Status)));
    }, cancellation);

    public Task<SaveResult> RetractAsync(string id, int? expectedVersion, RetractFor retractFor, string reason, Author author, CancellationToken cancellation) =>
        ActAsync(author.Name, reason, async session =>
        {
            var stored = await StoredIncident.FindAsync(session.Connection, id, cancellation);
            if (Refusal(stored, expectedVersion ?? stored?.Version, mayBeNew: false, author, IncidentStatus.Draft) is { } refusal)
                return refusal;
            var change = Next(stored!.Document! with { Status = IncidentStatus.Retracted }, stored, DocumentState.Retracted);
            return await StageAsync(session, cancellation, retractFor == RetractFor.Error
                ? change with { WhenGone = Tombstone.Retracted(reason) }
                : change with { WhenGone = Tombstone.Withdrawn, EarlierAs = Nowhere });
        }, cancellation);

    public Task<SaveResult> RedactAsync(string id, int? expectedVersion, string reason, string by, CancellationToken cancellation) => ActAsync(by, reason, async session =>
    {
        var stored = await StoredIncident.FindAsync(session.Connection, id, cancellation);
        if (stored?.Document is null)
            return new SaveResult.Missing();
        if (IsStale(stored, expectedVersion))
            return new SaveResult.Stale(stored.Current!);
        var bare = new Incident { Id = id, Title = "", Kind = "other", Status = IncidentStatus.Retracted, Merged = stored.Document.Merged };
        var result = await StageAsync(session, cancellation,
            Next(bare, stored, DocumentState.Redacted) with { WhenGone = Tombstone.Redacted, EarlierAs = Nowhere });
        await session.Connection.ExecuteAsync(SqlFiles.Read("redact"), [new("id", id)], cancellation);
        return result;
    }, cancellation);

    public Task<SaveResult> MergeAsync(string loser, string winner, int? expectedVersion, string by, string why, CancellationToken cancellation) => ActAsync(by, why, async session =>
    {
        var stored = await StoredIncident.FindAsync(session.Connection, [loser, winner], cancellation);
        var (lost, kept) = (stored.GetValueOrDefault(loser), stored.GetValueOrDefault(winner));
        if (loser == winner || IsAway(lost) || IsAway(kept))
            return new SaveResult.Missing();
        if (IsStale(kept!, expectedVersion))
            return new SaveResult.Stale(kept!.Current!);
        var joined = Next(IncidentMerge.Join(kept!.Document!, lost!.Document!, lost.Version), kept, kept.State);
        await session.Library.LoadAsync(References.Of(joined.Document), cancellation);
        var isPublic = session.Incidents.RowOf(joined) is not null;
        var away = Next(lost.Document!, lost, DocumentState.Merged) with { WhenGone = isPublic ? Tombstone.Merged(winner) : Tombstone.Withdrawn };
        return await StageAsync(session, cancellation, joined, away);
    }, cancellation);

    public Task<SaveResult> SplitAsync(string loser, string winner, int? expectedVersion, string by, string why, CancellationToken cancellation) => ActAsync(by, why, async session =>
    {
        var stored = await StoredIncident.FindAsync(session.Connection, [loser, winner], cancellation);
        var (lost, kept) = (stored.GetValueOrDefault(loser), stored.GetValueOrDefault(winner));
        if (lost is not { State: DocumentState.Merged, Document: { } restored } || IsAway(kept) || !kept!.Document!.Merged.Any(merged => merged.Id == loser))
            return new SaveResult.Missing();
        if (IsStale(kept, expectedVersion))
            return new SaveResult.Stale(kept.Current!);
        var before = await session.Connection.ScalarAsync(SqlFiles.Read("before_merge"), [new("winner", winner), new("loser", loser)], cancellation);
        var parted = IncidentMerge.Part(kept.Document, restored, StoredJson.Read<Incident>((string)before!));
        return await StageAsync(session, cancellation, Next(parted, kept, kept.State), Next(restored, lost, DocumentState.Of(restored.Status)));
    }, cancellation);

    private static readonly Sensitivity Nowhere = new() { ShowAs = ShowAs.Withheld };

    /// <summary>Runs an act under the lock; commits when it says <see cref="SaveResult.Saved"/>.</summary>
    private async Task<SaveResult> ActAsync(string by, string why, Func<WriteSession, Task<SaveResult>> act, CancellationToken cancellation)
    {
        await using var session = await WriteSession.BeginAsync(database, database.Editor, atlas, time, cancellation);
        if (!await session.LockAsync(Patience, cancellation))
            return new SaveResult.Busy();
        var result = await act(session);
        return result is SaveResult.Saved saved ? saved with { Pub = await session.CommitAsync(by, why, cancellation) } : result;
    }

    /// <summary>Stages the changes; the first is the one that the editor gets back.</summary>
    private static async Task<SaveResult> StageAsync(WriteSession session, CancellationToken cancellation, params IncidentChange[] changes)
    {
        await session.Incidents.StageAsync(changes, cancellation);
        var document = changes[0].Document;
        var derived = Projection.Derive(document, session.Library.Sources, session.Library.Actors, session.Library.Atlas);
        return new SaveResult.Saved(document with { Version = changes[0].Version, Derived = derived }, 0);
    }

    private static IncidentChange Next(Incident document, StoredIncident? stored, string state) =>
        new() { Document = document, Version = (stored?.Version ?? 0) + 1, State = state };

    private static readonly Problem RetractedBySaving = new("retracted-by-saving", "status", "retracted", "An incident is not retracted by saving it.",
        "DELETE it, and say for what: the public is told.");

    private static SaveResult? Refusal(StoredIncident? stored, int? expectedVersion, bool mayBeNew, Author author, IncidentStatus wanted) => stored switch
    {
        null when mayBeNew => author.OwnDraftsOnly && !IsUnpublished(wanted) ? new SaveResult.NotAllowed() : null,
        _ when IsAway(stored) => new SaveResult.Missing(),
        _ when author.OwnDraftsOnly && !IsOwnDraft(stored!, author, wanted) => new SaveResult.NotAllowed(),
        _ when stored!.Version != expectedVersion => new SaveResult.Stale(stored.Current!),
        _ => null,
    };

    private static bool IsOwnDraft(StoredIncident stored, Author author, IncidentStatus wanted) =>
        stored.Owner == author.Name && stored.State is DocumentState.Draft or DocumentState.Submitted && IsUnpublished(wanted);

    private static bool IsUnpublished(IncidentStatus status) => status is IncidentStatus.Draft or IncidentStatus.Submitted;

    private static bool IsStale(StoredIncident stored, int? expectedVersion) => expectedVersion is { } version && version != stored.Version;

    private static bool IsAway(StoredIncident? stored) => stored?.Document is null || stored.State == DocumentState.Merged;

    private static async Task<IEnumerable<Problem>> KeyProblemsAsync(WriteSession session, Incident document, CancellationToken cancellation)
    {
        var taken = await session.Connection.QueryAsync("select key from source_key where key = any (@keys) and (kind, id) <> ('incident', @id)",
            [new("keys", document.SourceKeys.ToArray()), new("id", document.Id)], reader => reader.GetString(0), cancellation);
        return taken.Select(key => new Problem("key-taken", "source_keys", key, "Another document has this source key.", "Remove the key, or merge the two."));
    }
}
