using BorderMap.Incidents;
using BorderMap.PostGis;

namespace BorderMap.Web.Embeds;

/// <summary>What filters come to, asked for once a public sequence: the same few addresses are opened again and again.</summary>
public sealed class KeptSummaries(PublicReader reader)
{
    /// <summary>Room for some five hundred filters.</summary>
    private const long Most = 256_000;

    private readonly LastUsed<string, FilterSummary> kept = new(Most, (query, _) => 112 + (2 * query.Length));

    /// <param name="filter">Which incidents.</param>
    /// <param name="pub">The public sequence that the answer shows, or a later one.</param>
    /// <param name="cancellation">Stops the read.</param>
    public async Task<FilterSummary> GetAsync(IncidentFilter filter, long pub, CancellationToken cancellation)
    {
        var query = filter.ToQuery();
        return kept.Find(query, pub) ?? kept.Keep(query, pub, await reader.SummaryAsync(filter, cancellation));
    }
}
