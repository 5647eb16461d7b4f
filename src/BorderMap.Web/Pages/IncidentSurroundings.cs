using System.Text.Json;
using BorderMap.PostGis;
using BorderMap.Web.Endpoints;

namespace BorderMap.Web.Pages;

/// <summary>What a page tells beside the incident itself, as the public sees it.</summary>
/// <param name="History">Public versions, newest first.</param>
/// <param name="Nearby">Near in space and time, the nearest first.</param>
/// <param name="Episode">The episode that it belongs to.</param>
/// <param name="Members">Some incidents of that episode: their GeoJSON features.</param>
/// <param name="Sources">Its sources in full, those that may be shown so.</param>
public sealed record IncidentSurroundings(IReadOnlyList<PublicVersion> History, IReadOnlyList<NearbyIncident> Nearby, JsonElement? Episode, IReadOnlyList<string> Members, IReadOnlyList<JsonElement> Sources)
{
    /// <summary>Members of an episode that are read: one more than are listed, for it may be the incident itself.</summary>
    public const int MembersMost = 13;

    private const int NearbyMost = 8;

    public static async Task<IncidentSurroundings> ReadAsync(PublicReader reader, JsonElement incident, long? asOf, CancellationToken cancellation)
    {
        var id = incident.Text("id")!;
        var episode = incident.Object("episode")?.Text("id");
        var told = episode is null ? null : await reader.EpisodeAsync(episode, asOf, cancellation);
        var members = episode is null ? [] : (await reader.PageAsync(Incidents.IncidentFilter.All with { Episode = [episode], AsOf = asOf }, new PageRequest(MembersMost, null), cancellation)).Features;
        var sources = incident.List("sources").Select(source => source.Text("id")).OfType<string>().ToList();
        return new IncidentSurroundings(
            await reader.HistoryAsync(id, cancellation),
            await reader.NearbyAsync(id, new Nearness(ReadingEndpoints.NearbyKm, ReadingEndpoints.NearbyDays, NearbyMost), asOf, cancellation),
            told is null ? null : Element(told),
            members,
            [.. (await reader.SourcesAsync(sources, asOf, cancellation)).Select(Element)]);
    }

    internal static JsonElement Element(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
