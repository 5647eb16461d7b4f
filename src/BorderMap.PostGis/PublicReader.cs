using BorderMap.Incidents;
using BorderMap.PostGis.Columns;
using BorderMap.PostGis.Embeds;
using BorderMap.PostGis.Reading;

namespace BorderMap.PostGis;

/// <summary>Every public read, through the public role only.</summary>
public sealed class PublicReader(Database database)
{
    private readonly PublicIncidents incidents = new(database.Public);
    private readonly PublicColumns columns = new(database.Public);
    private readonly PublicRelated related = new(database.Public);
    private readonly PublicSpots spots = new(database.Public);
    private readonly PublicFeed feed = new(database.Public);
    private readonly PublicSurroundings surroundings = new(database.Public);
    private readonly PublicEmbeds embeds = new(database.Public);
    private readonly PublicSummaries summaries = new(database.Public);

    /// <summary>The public sequence: moves only when something public changes.</summary>
    public async Task<long> PubAsync(CancellationToken cancellation)
    {
        await using var connection = await database.Public.OpenConnectionAsync(cancellation);
        return await PublicIncidents.PubAsync(connection, cancellation);
    }

    public Task<IncidentPage> PageAsync(IncidentFilter filter, PageRequest request, CancellationToken cancellation) =>
        incidents.PageAsync(filter, request, cancellation);

    /// <summary>Ids of the places of public incidents as they are now.</summary>
    public Task<IReadOnlyList<string>> PlacesAsync(CancellationToken cancellation) => incidents.PlacesAsync(cancellation);

    public Task<long> CountAsync(IncidentFilter filter, CancellationToken cancellation) => incidents.CountAsync(filter, cancellation);

    /// <param name="id">The incident.</param>
    /// <param name="asOf">A public sequence; null: now.</param>
    /// <param name="cancellation">Stops the read.</param>
    public Task<PublicIncident> FindAsync(string id, long? asOf, CancellationToken cancellation) => incidents.FindAsync(id, asOf, cancellation);

    /// <summary>The public versions of an incident, newest first; empty for what was never public, or is withheld.</summary>
    public Task<IReadOnlyList<PublicVersion>> HistoryAsync(string id, CancellationToken cancellation) => incidents.HistoryAsync(id, cancellation);

    /// <summary>Public incidents near one in space and time, the nearest first; none for one whose place or date is not known well enough.</summary>
    public Task<IReadOnlyList<NearbyIncident>> NearbyAsync(string id, Nearness nearness, long? asOf, CancellationToken cancellation) =>
        surroundings.NearbyAsync(id, nearness, asOf, cancellation);

    /// <summary>How many of the incidents of a filter have each actor, place or publisher.</summary>
    public Task<ValueCounts> CountsAsync(IncidentFilter filter, CountBy by, CancellationToken cancellation) => surroundings.CountsAsync(filter, by, cancellation);

    /// <summary>Opens the present state, or that of <c>asOf</c>, for a download.</summary>
    public Task<PublicExport> OpenExportAsync(ExportQuery query, CancellationToken cancellation) => PublicExport.OpenAsync(database.Public, query, cancellation);

    /// <summary>Incidents as columns, latest first.</summary>
    /// <param name="filter">Which incidents.</param>
    /// <param name="part">Which columns.</param>
    /// <param name="most">The most rows: the latest.</param>
    /// <param name="cancellation">Stops the read.</param>
    public Task<ColumnFile> ColumnsAsync(IncidentFilter filter, ColumnPart part, int most, CancellationToken cancellation) => columns.ReadAsync(filter, part, most, cancellation);

    /// <summary>Incidents as a still picture draws them, latest first.</summary>
    /// <param name="filter">Which incidents.</param>
    /// <param name="withPlaces">Whether their places' ids are told.</param>
    /// <param name="most">The most rows.</param>
    /// <param name="cancellation">Stops the read.</param>
    public Task<IReadOnlyList<PictureSpot>> SpotsAsync(IncidentFilter filter, bool withPlaces, int most, CancellationToken cancellation) => spots.ReadAsync(filter, withPlaces, most, cancellation);

    /// <summary>Incidents that were published or changed last, the latest first.</summary>
    public Task<IReadOnlyList<FeedItem>> LatestAsync(IncidentFilter filter, int limit, CancellationToken cancellation) => feed.LatestAsync(filter, limit, cancellation);

    /// <summary>What the incidents of a filter come to.</summary>
    public Task<FilterSummary> SummaryAsync(IncidentFilter filter, CancellationToken cancellation) => summaries.ReadAsync(filter, cancellation);

    /// <summary>How many incidents of a filter have each kind and grade.</summary>
    public Task<IReadOnlyList<KindTally>> TallyAsync(IncidentFilter filter, CancellationToken cancellation) => summaries.TallyAsync(filter, cancellation);

    /// <summary>Public documents, latest first, each a finished JSON object.</summary>
    public Task<IReadOnlyList<string>> DocumentsAsync(IncidentFilter filter, int most, CancellationToken cancellation) => summaries.DocumentsAsync(filter, most, cancellation);

    /// <summary>A stored embed; null where there never was one.</summary>
    public Task<StoredEmbed?> EmbedAsync(string id, CancellationToken cancellation) => embeds.FindAsync(id, cancellation);

    /// <summary>Public changes after <paramref name="since"/>, in order, none missed.</summary>
    public Task<ChangePage> ChangesAsync(long since, int limit, CancellationToken cancellation) => incidents.ChangesAsync(since, limit, cancellation);

    /// <summary>Public episodes, latest first, each a finished JSON object.</summary>
    /// <param name="asOf">A public sequence; null: now. So with all that follow.</param>
    /// <param name="cancellation">Stops the read.</param>
    public Task<IReadOnlyList<string>> EpisodesAsync(long? asOf, CancellationToken cancellation) => related.EpisodesAsync(asOf, cancellation);

    public Task<string?> EpisodeAsync(string id, long? asOf, CancellationToken cancellation) => related.FindAsync("public_episode", id, asOf, cancellation);

    /// <summary>Public sources by id, each a finished JSON object.</summary>
    /// <param name="after">The last id of the page before; null for the first.</param>
    /// <param name="limit">The most to give.</param>
    /// <param name="asOf">A public sequence; null: now.</param>
    /// <param name="cancellation">Stops the read.</param>
    public Task<IReadOnlyList<string>> SourcesAsync(string? after, int limit, long? asOf, CancellationToken cancellation) =>
        related.SourcesAsync(after, limit, asOf, cancellation);

    /// <summary>Those of these sources that are public, by id.</summary>
    public Task<IReadOnlyList<string>> SourcesAsync(IReadOnlyList<string> ids, long? asOf, CancellationToken cancellation) => related.SourcesAsync(ids, asOf, cancellation);

    public Task<string?> SourceAsync(string id, long? asOf, CancellationToken cancellation) => related.FindAsync("public_source", id, asOf, cancellation);

    public Task<string?> ActorAsync(string id, long? asOf, CancellationToken cancellation) => related.FindAsync("public_actor", id, asOf, cancellation);

    /// <summary>Public actors by id, each a finished JSON object.</summary>
    public Task<IReadOnlyList<string>> ActorsAsync(long? asOf, CancellationToken cancellation) => related.ActorsAsync(asOf, cancellation);
}
