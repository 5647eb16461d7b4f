using BorderMap.Incidents;
using BorderMap.Incidents.Model;
using Npgsql;

namespace BorderMap.PostGis.Importing;

/// <summary>Sources that a foreign file names by an address which is stored already: rows then rest on the stored one.</summary>
internal sealed class KnownSources(NpgsqlConnection connection)
{
    private readonly Dictionary<string, string> stored = [];

    /// <summary>Which of the rows name a source that is not stored under its own id nor by its address.</summary>
    public async Task<IReadOnlyList<FileRow>> UnknownAsync(IReadOnlyList<FileRow> rows, CancellationToken cancellation)
    {
        var urls = rows.Where(row => row.IfMissing && row.Source?.Url is not null).Select(row => row.Source!.Url!).Distinct().ToArray();
        if (urls.Length == 0)
            return rows;
        var found = await connection.QueryAsync("""
            select doc ->> 'url', min(id) from document where kind = 'source' and doc ->> 'url' = any (@urls) group by 1
            """, [new("urls", urls)], reader => (Url: reader.GetString(0), Id: reader.GetString(1)), cancellation);
        var byUrl = found.ToDictionary(row => row.Url, row => row.Id);
        foreach (var source in rows.Select(row => row.Source).OfType<Source>())
            if (source.Url is { } url && byUrl.TryGetValue(url, out var id) && id != source.Id)
                stored[source.Id] = id;
        return [.. rows.Where(row => row.Source is null || !stored.ContainsKey(row.Source.Id))];
    }

    /// <summary>The incident, resting on the stored sources.</summary>
    public Incident Apply(Incident incident) => stored.Count == 0 || !incident.Sources.Any(use => stored.ContainsKey(use.Source)) ? incident : incident with
    {
        Sources = [.. incident.Sources.Select(use => use with { Source = Of(use.Source) })],
        Claims = [.. incident.Claims.Select(claim => claim with { Source = OrNull(claim.Source) })],
        Places = [.. incident.Places.Select(place => place with { Source = OrNull(place.Source) })],
        Estimates = [.. incident.Estimates.Select(estimate => estimate with { Source = OrNull(estimate.Source) })],
    };

    private string Of(string id) => stored.GetValueOrDefault(id, id);

    private string? OrNull(string? id) => id is null ? null : Of(id);
}
