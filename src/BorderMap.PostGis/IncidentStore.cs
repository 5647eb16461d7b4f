using BorderMap.Gazetteer;
using BorderMap.Incidents;
using BorderMap.Incidents.Model;
using BorderMap.PostGis.Desk;
using BorderMap.PostGis.Importing;
using BorderMap.PostGis.Writing;

namespace BorderMap.PostGis;

/// <summary>Writes: import and the editor's acts. Every write takes the one writers' lock, so that <c>seq</c> and <c>pub</c> appear in order.</summary>
public sealed class IncidentStore(Database database, Atlas atlas, TimeProvider time)
{
    private readonly EditorActs acts = new(database, atlas, time);
    private readonly RelatedActs related = new(database, atlas, time);
    private readonly Upkeep upkeep = new(database, atlas, time);

    /// <summary>Once after opening: loads the gazetteer's places when they changed, reprojects when the projection or the gazetteer did, publishes what is due.</summary>
    public Task PrepareAsync(IProgress<string>? progress, CancellationToken cancellation) => upkeep.PrepareAsync(progress, cancellation);

    /// <summary>Whether no incident at all is stored.</summary>
    public async Task<bool> IsEmptyAsync(CancellationToken cancellation)
    {
        await using var connection = await database.Editor.OpenConnectionAsync(cancellation);
        return (bool)(await connection.ScalarAsync("select not exists (select from document where kind = 'incident')", [], cancellation))!;
    }

    /// <summary>Reads a BorderMap file: streamed, staged, all or nothing, idempotent by source key or id.</summary>
    public Task<ImportResult> ImportAsync(Stream file, ImportOptions options, IProgress<ImportProgress>? progress, CancellationToken cancellation) =>
        new FileImport(database, atlas, time, options, progress).RunAsync(file, cancellation);

    /// <summary>The document as an editor sees it, with its version and what the rules derive; null when there is none, or it was redacted.</summary>
    public async Task<Incident?> FindAsync(string id, CancellationToken cancellation)
    {
        await using var connection = await database.Editor.OpenConnectionAsync(cancellation);
        if ((await StoredIncident.FindAsync(connection, id, cancellation))?.Current is not { } incident)
            return null;
        var library = new Library(connection, atlas);
        await library.LoadAsync(References.Of(incident), cancellation);
        return incident with { Derived = Projection.Derive(incident, library.Sources, library.Actors, atlas) };
    }

    /// <summary>What the rules say of a document that is being written: what stands against storing it, and what they would make of it. Nothing is written.</summary>
    public async Task<CheckedIncident> CheckAsync(Incident incident, CancellationToken cancellation)
    {
        await using var connection = await database.Editor.OpenConnectionAsync(cancellation);
        var library = new Library(connection, atlas);
        await library.LoadAsync(References.Of(incident), cancellation);
        var problems = Validation.Check(incident, library.Context);
        var isReckonable = !problems.Any(problem => CheckedIncident.IsReckonedFrom(problem.Field));
        return new CheckedIncident(problems, isReckonable ? Projection.Derive(incident, library.Sources, library.Actors, atlas) : null);
    }

    /// <param name="incident">The document; the fields that the server owns are ignored. An empty id makes a new incident.</param>
    /// <param name="expectedVersion">The version the editor saw; null only for a new incident.</param>
    /// <param name="by">Who, for the audit trail.</param>
    /// <param name="why">Why, for the audit trail.</param>
    /// <param name="cancellation">Stops the write; nothing is then changed.</param>
    public Task<SaveResult> SaveAsync(Incident incident, int? expectedVersion, string by, string why, CancellationToken cancellation) =>
        acts.SaveAsync(incident, expectedVersion, new Author(by), why, cancellation);

    /// <summary>The same for an author who may write only drafts of their own.</summary>
    public Task<SaveResult> SaveAsync(Incident incident, int? expectedVersion, Author author, string why, CancellationToken cancellation) =>
        acts.SaveAsync(incident, expectedVersion, author, why, cancellation);

    /// <param name="id">The incident.</param>
    /// <param name="expectedVersion">The version the editor saw; null takes whichever is current.</param>
    /// <param name="retractFor">Whether earlier public versions stay readable.</param>
    /// <param name="reason">For an error: public words. For harm the public is told only that it was withdrawn.</param>
    /// <param name="by">Who, for the audit trail.</param>
    /// <param name="cancellation">Stops the write; nothing is then changed.</param>
    public Task<SaveResult> RetractAsync(string id, int? expectedVersion, RetractFor retractFor, string reason, string by, CancellationToken cancellation) =>
        acts.RetractAsync(id, expectedVersion, retractFor, reason, new Author(by), cancellation);

    /// <summary>The same for an author who may write only drafts of their own.</summary>
    public Task<SaveResult> RetractAsync(string id, int? expectedVersion, RetractFor retractFor, string reason, Author author, CancellationToken cancellation) =>
        acts.RetractAsync(id, expectedVersion, retractFor, reason, author, cancellation);

    /// <summary>Erases the incident from all versions, public and private; only a tombstone with the word "redacted" stays.</summary>
    /// <param name="id">The incident.</param>
    /// <param name="expectedVersion">The version the editor saw; null takes whichever is current.</param>
    /// <param name="reason">Why, for the audit trail.</param>
    /// <param name="by">Who, for the audit trail.</param>
    /// <param name="cancellation">Stops the write; nothing is then changed.</param>
    public Task<SaveResult> RedactAsync(string id, int? expectedVersion, string reason, string by, CancellationToken cancellation) =>
        acts.RedactAsync(id, expectedVersion, reason, by, cancellation);

    /// <summary>The same, whichever version is current.</summary>
    public Task<SaveResult> RedactAsync(string id, string reason, string by, CancellationToken cancellation) => acts.RedactAsync(id, null, reason, by, cancellation);

    /// <summary>Merges <paramref name="loser"/> into <paramref name="winner"/>: the loser's id then leads to the winner.</summary>
    /// <param name="loser">Leads to the other afterwards.</param>
    /// <param name="winner">Takes on the loser's claims, estimates and sources.</param>
    /// <param name="expectedVersion">The winner's version that the editor saw; null takes whichever is current.</param>
    /// <param name="by">Who, for the audit trail.</param>
    /// <param name="why">Why, for the audit trail.</param>
    /// <param name="cancellation">Stops the write; nothing is then changed.</param>
    public Task<SaveResult> MergeAsync(string loser, string winner, int? expectedVersion, string by, string why, CancellationToken cancellation) =>
        acts.MergeAsync(loser, winner, expectedVersion, by, why, cancellation);

    /// <summary>The same, whichever version is current.</summary>
    public Task<SaveResult> MergeAsync(string loser, string winner, string by, string why, CancellationToken cancellation) =>
        acts.MergeAsync(loser, winner, null, by, why, cancellation);

    /// <summary>Undoes a merge: the loser is as it was, the winner loses the claims and sources that came with it.</summary>
    /// <param name="loser">Is split off.</param>
    /// <param name="winner">Was merged into.</param>
    /// <param name="expectedVersion">The winner's version that the editor saw; null takes whichever is current.</param>
    /// <param name="by">Who, for the audit trail.</param>
    /// <param name="why">Why, for the audit trail.</param>
    /// <param name="cancellation">Stops the write; nothing is then changed.</param>
    public Task<SaveResult> SplitAsync(string loser, string winner, int? expectedVersion, string by, string why, CancellationToken cancellation) =>
        acts.SplitAsync(loser, winner, expectedVersion, by, why, cancellation);

    /// <summary>The same, whichever version is current.</summary>
    public Task<SaveResult> SplitAsync(string loser, string winner, string by, string why, CancellationToken cancellation) =>
        acts.SplitAsync(loser, winner, null, by, why, cancellation);

    /// <param name="document">An episode, a source or an actor, with its id.</param>
    /// <param name="expectedVersion">The version the editor saw; null only for a new one.</param>
    /// <param name="by">Who, for the audit trail.</param>
    /// <param name="why">Why, for the audit trail.</param>
    /// <param name="cancellation">Stops the write; nothing is then changed.</param>
    public Task<RelatedResult> SaveAsync(RelatedDocument document, int? expectedVersion, string by, string why, CancellationToken cancellation) =>
        related.SaveAsync(document, expectedVersion, by, why, cancellation);

    /// <summary>Publishes what an embargo has released.</summary>
    /// <returns>How many incidents were due; 0 also when another writer holds the lock: they stay due.</returns>
    public Task<int> PublishDueAsync(CancellationToken cancellation) => upkeep.PublishDueAsync(cancellation);

    /// <summary>The instant at which the next embargo ends; null when there is none.</summary>
    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellation)
    {
        await using var connection = await database.Editor.OpenConnectionAsync(cancellation);
        return await connection.ScalarAsync("select min(due) from document", [], cancellation) is DateTime due ? new DateTimeOffset(due, TimeSpan.Zero) : null;
    }

    /// <summary>Makes every public row anew, in batches; rows that come out the same stay as they are.</summary>
    /// <returns>How many incidents changed in public.</returns>
    public Task<long> ReprojectAsync(IProgress<long>? progress, CancellationToken cancellation) => upkeep.ReprojectAsync(progress, cancellation);
}
