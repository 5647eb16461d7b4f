using BorderMap.Incidents;

namespace BorderMap.PostGis;

/// <summary>Every public read, through the public role only.</summary>
public sealed class PublicReader(Database database)
{
    internal Database Database { get; } = database;

    /// <summary>The public sequence: moves only when something public changes.</summary>
    public Task<long> PubAsync(CancellationToken cancellation) => throw new NotImplementedException();

    public Task<IncidentPage> PageAsync(IncidentFilter filter, PageRequest request, CancellationToken cancellation) => throw new NotImplementedException();

    public Task<long> CountAsync(IncidentFilter filter, CancellationToken cancellation) => throw new NotImplementedException();

    public Task<PublicIncident> FindAsync(string id, long? asOf, CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>The public versions of an incident, newest first; empty for what was never public, or is withheld.</summary>
    public Task<IReadOnlyList<PublicVersion>> HistoryAsync(string id, CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>Writes the finished features, separated by commas, by id: raw binary COPY, memory flat.</summary>
    /// <returns>How many.</returns>
    public Task<long> CopyFeaturesAsync(IncidentFilter filter, Stream output, CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>The finished features one by one, by id.</summary>
    public IAsyncEnumerable<string> FeaturesAsync(IncidentFilter filter, CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>Public changes after <paramref name="since"/>, in order, none missed.</summary>
    public Task<ChangePage> ChangesAsync(long since, int limit, CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>Public episodes, latest first, each a finished JSON object.</summary>
    public Task<IReadOnlyList<string>> EpisodesAsync(CancellationToken cancellation) => throw new NotImplementedException();

    public Task<string?> EpisodeAsync(string id, CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>Public sources by id, each a finished JSON object.</summary>
    /// <param name="after">The last id of the page before; null for the first.</param>
    /// <param name="limit">The most to give.</param>
    /// <param name="cancellation">Stops the read.</param>
    public Task<IReadOnlyList<string>> SourcesAsync(string? after, int limit, CancellationToken cancellation) => throw new NotImplementedException();

    public Task<string?> SourceAsync(string id, CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>Public actors by id, each a finished JSON object.</summary>
    public Task<IReadOnlyList<string>> ActorsAsync(CancellationToken cancellation) => throw new NotImplementedException();
}
