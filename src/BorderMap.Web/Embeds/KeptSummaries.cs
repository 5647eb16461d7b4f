using System.Collections.Concurrent;
using BorderMap.Incidents;
using BorderMap.PostGis;

namespace BorderMap.Web.Embeds;

/// <summary>What filters come to, asked for once a public sequence: the same few addresses are opened again and again.</summary>
public sealed class KeptSummaries(PublicReader reader)
{
    /// <summary>More filters than this are forgotten together.</summary>
    private const int Most = 500;

    private sealed record Kept(long Pub, ConcurrentDictionary<string, FilterSummary> Summaries);

    private volatile Kept kept = new(-1, new());

    /// <param name="filter">Which incidents.</param>
    /// <param name="pub">The public sequence that the answer shows, or a later one.</param>
    /// <param name="cancellation">Stops the read.</param>
    public async Task<FilterSummary> GetAsync(IncidentFilter filter, long pub, CancellationToken cancellation)
    {
        var now = kept;
        if (now.Pub != pub || now.Summaries.Count > Most)
        {
            kept = now = new(pub, new());
        }
        var query = filter.ToQuery();
        return now.Summaries.TryGetValue(query, out var found) ? found : now.Summaries[query] = await reader.SummaryAsync(filter, cancellation);
    }
}
