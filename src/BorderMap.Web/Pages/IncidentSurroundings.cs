using System.Text.Json;
using BorderMap.Incidents.Reviewing;
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
    private const int NearbyMost = 8;
    private const int MembersMost = 13;
    private const double SamePlaceKm = 0.1;

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

    /// <summary>The history as a list: each version with what changed since the one before.</summary>
    public Html Versions() => Html.Of($"""
        <ol class="history">{History.Zip(History.Skip(1).Cast<PublicVersion?>().Append(null), Version)}</ol>
        """);

    /// <summary>The episode with its claims, which are listed and never added, and its other incidents.</summary>
    public Html EpisodePart(string id) => Episode is not { } episode ? Html.Empty : Html.Of($"""
        <section id="episode"><h2>Part of an episode</h2>
        <p><a href="/?episode={episode.Text("id")}"><bdi>{episode.Text("title")}</bdi></a>, {Days(episode.Text("start"), episode.Text("end"))}. {episode.Text("summary")}</p>
        {List(Members.Select(Element).Where(member => member.Text("id") != id).Select(member => Line(member, null)))}
        {(episode.List("incidents").Count > MembersMost ? Html.Of($"""<p><a href="/?episode={episode.Text("id")}">All {episode.List("incidents").Count} incidents on the map</a></p>""") : Html.Empty)}
        {(episode.List("claims").Count == 0 ? Html.Empty : Html.Of($"""
            <details><summary>Claims for the whole episode ({episode.List("claims").Count}); they overlap and are never added</summary>{ClaimsPart.Of(episode.List("claims"), episode.List("sources"))}</details>
            """))}
        </section>
        """);

    public Html NearbyPart() => Nearby.Count == 0 ? Html.Empty : Html.Of($"""
        <section id="nearby"><h2>Nearby</h2>
        {List(Nearby.Select(near => Line(Element(near.Feature), near)))}
        <p class="quiet">Within {ReadingEndpoints.NearbyKm} km and {ReadingEndpoints.NearbyDays} days, measured between points; places known to a province or country only are left out.</p></section>
        """);

    private static Html List(IEnumerable<Html> items) => Html.Of($"""<ul class="others">{items}</ul>""");

    private static Html Line(JsonElement feature, NearbyIncident? near)
    {
        var properties = feature.Object("properties") ?? default;
        var distance = near is null ? "" : properties.Text("precision") == "district" ? ", a district close by" : near.Km < SamePlaceKm ? ", the same place" : $", {Math.Round(near.Km, near.Km < 10 ? 1 : 0)} km away";
        return Html.Of($"""<li><a href="{Http.Routes.PageOf(feature.Text("id")!)}"><bdi>{properties.Text("title")}</bdi></a> <span class="quiet">{Words.Kind(properties.Text("kind"))}, {Days(properties.Text("date_start"), properties.Text("date_end"))}{distance}</span></li>""");
    }

    private static string Days(string? start, string? end) => start == end ? start ?? "date not known" : $"{start ?? "…"} to {end ?? "…"}";

    private static Html Version(PublicVersion version, PublicVersion? before)
    {
        var changes = before is null ? [] : HistoryWords.Of(PublicDifference.Between(before.Document, version.Document), Element(version.Document), Element(before.Document));
        return Html.Of($"""
            <li><a href="?asOf={version.FromPub}">version {version.Version}</a>, public since <time>{Instant(version.Updated)}</time>{(version.WithheldSince is null ? "" : ", shown with less than it had then")}
            {(changes.Count == 0 ? Html.Empty : Html.Of($"<ul>{changes.Select(change => Html.Of($"<li><bdi>{change.What}</bdi>: <bdi>{change.How}</bdi></li>"))}</ul>"))}</li>
            """);
    }

    private static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'");

    private static JsonElement Element(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
