using BorderMap.Gazetteer;
using BorderMap.Incidents.Model;

namespace BorderMap.PostGis;

/// <summary>Writes: import and the editor's acts. Every write takes the one writers' lock, so that <c>seq</c> and <c>pub</c> appear in order.</summary>
public sealed class IncidentStore(Database database, Atlas atlas, TimeProvider time)
{
    internal (Database Database, Atlas Atlas, TimeProvider Time) Parts { get; } = (database, atlas, time);

    /// <summary>Once after opening: loads the gazetteer's places when they changed, reprojects when the projection or the gazetteer did, publishes what is due.</summary>
    public Task PrepareAsync(IProgress<string>? progress, CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>Whether no document at all is stored.</summary>
    public Task<bool> IsEmptyAsync(CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>Reads a BorderMap file: streamed, staged, all or nothing, idempotent by source key or id.</summary>
    public Task<ImportResult> ImportAsync(Stream file, ImportOptions options, IProgress<ImportProgress>? progress, CancellationToken cancellation) =>
        throw new NotImplementedException();

    /// <summary>The document as an editor sees it; null when there is none.</summary>
    public Task<Incident?> FindAsync(string id, CancellationToken cancellation) => throw new NotImplementedException();

    /// <param name="incident">The document; the fields that the server owns are ignored. An empty id makes a new incident.</param>
    /// <param name="expectedVersion">The version the editor saw; null only for a new incident.</param>
    /// <param name="by">Who, for the audit trail.</param>
    /// <param name="why">Why, for the audit trail.</param>
    /// <param name="cancellation">Stops the write; nothing is then changed.</param>
    public Task<SaveResult> SaveAsync(Incident incident, int? expectedVersion, string by, string why, CancellationToken cancellation) =>
        throw new NotImplementedException();

    public Task<SaveResult> RetractAsync(string id, int? expectedVersion, RetractFor retractFor, string reason, string by, CancellationToken cancellation) =>
        throw new NotImplementedException();

    /// <summary>Erases the incident from all versions, public and private; only a tombstone with the word "redacted" stays.</summary>
    public Task<SaveResult> RedactAsync(string id, string reason, string by, CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>Merges <paramref name="loser"/> into <paramref name="winner"/>: the loser's id then leads to the winner.</summary>
    public Task<SaveResult> MergeAsync(string loser, string winner, string by, string why, CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>Undoes a merge: the loser is as it was, the winner loses the claims and sources that came with it.</summary>
    public Task<SaveResult> SplitAsync(string loser, string winner, string by, string why, CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>Publishes what an embargo has released.</summary>
    /// <returns>How many incidents became public.</returns>
    public Task<int> PublishDueAsync(CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>The instant at which the next embargo ends; null when there is none.</summary>
    public Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>Makes every public row anew, in batches; rows that come out the same stay as they are.</summary>
    /// <returns>How many incidents changed in public.</returns>
    public Task<long> ReprojectAsync(IProgress<long>? progress, CancellationToken cancellation) => throw new NotImplementedException();
}
