using System.Text.Json;
using BorderMap.Gazetteer;
using BorderMap.Web.Http;

namespace BorderMap.Web.Pages;

/// <summary>One incident for reading: what, where, when, and says who. Made from the public document alone.</summary>
public static class IncidentPage
{
    /// <param name="incident">The public document.</param>
    /// <param name="around">What is told beside it.</param>
    /// <param name="asOf">The public sequence that was asked for; null: now.</param>
    /// <param name="address">The address of the site, for links that leave it.</param>
    /// <param name="atlas">Boundaries for the small map.</param>
    public static Html Of(JsonElement incident, IncidentSurroundings around, long? asOf, string address, Atlas atlas)
    {
        var id = incident.Text("id")!;
        var title = incident.Text("title") ?? id;
        return Layout.Page(title, Head(incident, title, address + Routes.PageOf(id)), Html.Of($"""
            <article>
            {Banner(asOf)}
            <h1>{title}</h1>
            <p class="lead">{Summary(incident)}</p>
            <div class="place"><dl class="facts">{Facts(incident)}</dl>{Map(incident, atlas)}</div>
            <p><a class="button" href="/?ids={id}&amp;highlight={id}">Show on the map</a> <a href="{Routes.DocumentOf(id)}">JSON</a></p>
            <section id="claims"><h2>Who says what</h2>{ClaimsPart.Of(incident.List("claims"), incident.List("sources"))}</section>
            {Estimates(incident)}
            <section id="sources"><h2>Sources</h2>{Sources(incident, around.Sources)}</section>
            {around.EpisodePart(id)}
            {around.NearbyPart()}
            <section id="history"><h2>History of this record</h2>{around.Versions()}</section>
            {Cite(incident, around, address + Routes.PageOf(id))}
            {(asOf is null ? ErrorReportPages.Form(id, (int)(incident.Number("version") ?? 1)) : Html.Empty)}
            </article>
            """));
    }

    private static Html Head(JsonElement incident, string title, string page) => Html.Of($"""
        <link rel="canonical" href="{page}">
        <meta name="description" content="{Summary(incident)}">
        <meta property="og:site_name" content="BorderMap">
        <meta property="og:type" content="article">
        <meta property="og:title" content="{title}">
        <meta property="og:description" content="{Summary(incident)}">
        <meta property="og:url" content="{page}">
        """);

    private static Html Banner(long? asOf) =>
        asOf is { } sequence ? Html.Of($"""<p class="notice">This is the record as it stood at public sequence {sequence}. <a href="?">Read it as it stands now</a></p>""") : Html.Empty;

    private static string Summary(JsonElement incident)
    {
        var place = incident.List("places") is [var principal, ..] ? PlaceName(principal) : "no single place";
        var derived = incident.Object("derived");
        var killed = derived?.Text("killed_range");
        return $"{Words.Kind(incident.Text("kind"))}, {place}, {Words.Date(incident.Object("date"))}. {(killed is null ? "No figure of the killed is recorded." : $"Reported killed: {killed}.")}";
    }

    private static IEnumerable<Html> Facts(JsonElement incident)
    {
        var derived = incident.Object("derived") ?? default;
        yield return Fact("Kind", Html.Of($"{Words.Kind(incident.Text("kind"))}{(incident.Flag("cross_border") ? ", across the border" : "")}"));
        yield return Fact("When", Html.Of($"{Words.Date(incident.Object("date"))}{Quoted(incident.Object("date")?.Text("words"))}"));
        yield return Fact("Where", Html.Of($"""<ul class="plain">{incident.List("places").Select(Place)}</ul>"""));
        yield return Fact("Line", Html.Of($"{Line(derived)}"));
        yield return Fact("Parties", Html.Of($"""<ul class="plain">{incident.List("actors").Select(Actor)}</ul>"""));
        yield return Fact("Killed", Html.Of($"{derived.Text("killed_range") ?? "no figure recorded"} <span class=\"quiet\">(range of the claims)</span>"));
        yield return Fact("Injured", Html.Of($"{derived.Text("injured_range") ?? "no figure recorded"} <span class=\"quiet\">(range of the claims)</span>"));
        yield return Fact("Grade", Html.Of($"""<strong class="grade {derived.Text("grade")}">{derived.Text("grade")}</strong> {derived.Text("grade_reason")}"""));
        if (incident.Object("episode") is { } episode)
        {
            yield return Fact("Episode", Html.Of($"""<a href="/?episode={episode.Text("id")}">{episode.Text("title")}</a>"""));
        }
    }

    private static Html Fact(string name, Html value) => Html.Of($"<dt>{name}</dt><dd>{value}</dd>");

    private static Html Place(JsonElement place) => Html.Of($"<li>{PlaceName(place)}: {Words.Precision(place.Text("precision"), place.Number("radius_m"))}{Quoted(place.Text("words"))}</li>");

    private static string PlaceName(JsonElement place)
    {
        var parts = new[] { place.Text("name") ?? place.Text("words"), place.Text("district"), place.Text("province"), place.Text("country") };
        return parts.Any(part => part is not null) ? string.Join(", ", parts.OfType<string>().Distinct()) : "place not recorded";
    }

    private static Html Actor(JsonElement actor) => Html.Of($"<li>{actor.Text("name") ?? actor.Text("actor")} <span class=\"quiet\">{actor.Text("role")}</span></li>");

    private static string Line(JsonElement derived) => derived.Text("line_distance_km") is not { } distance
        ? "not placed along the Durand Line"
        : $"{distance} km from the Durand Line, {Words.Side(derived.Text("side"))}{(derived.Text("line_km") is { } along ? $", {along} km along it from the tripoint with Iran" : "")}";

    private static Html Map(JsonElement incident, Atlas atlas)
    {
        if (incident.List("places") is not [var principal, ..] || principal.Text("place") is not { } id || atlas.Places.Find(id) is not { Kind: not PlaceKind.Country } place)
        {
            return Html.Empty;
        }
        var (lon, lat) = (principal.GetProperty("lon").GetDouble(), principal.GetProperty("lat").GetDouble());
        return PlaceMap.Of(place, (lon, lat, principal.Number("radius_m") ?? 0), principal.Text("precision") is "district" or "province" or "country", atlas);
    }

    private static Html Cite(JsonElement incident, IncidentSurroundings around, string page)
    {
        if (around.History.FirstOrDefault(version => version.Version == incident.Number("version")) is not { } shown)
        {
            return Html.Empty;
        }
        var cited = new Citations(incident.Text("id")!, incident.Text("title") ?? "", shown.Version, shown.Updated, $"{page}?asOf={shown.FromPub}");
        return Html.Of($"""
            <section id="cite"><h2>Cite this version</h2>
            <dl class="cite"><dt>APA</dt><dd>{cited.Apa}</dd><dt>Chicago</dt><dd>{cited.Chicago}</dd><dt>BibTeX</dt><dd><pre>{cited.BibTex}</pre></dd></dl>
            <p class="quiet">Add the day on which you retrieved it. The address leads to this version, whatever is changed later.</p></section>
            """);
    }

    private static Html Quoted(string? words) => words is null ? Html.Empty : Html.Of($""" <q class="quiet" dir="auto">{words}</q>""");

    private static Html Estimates(JsonElement incident) => incident.List("estimates") is not { Count: > 0 } estimates ? Html.Empty : Html.Of($"""
        <section id="estimates"><h2>Estimates</h2><p class="quiet">Figures of a dataset, or of the editors with their reason, stand beside the claims and enter no range.</p><ul>{estimates.Select(Estimate)}</ul></section>
        """);

    private static Html Estimate(JsonElement estimate) => Html.Of($"""
        <li>{estimate.Text("by")} {estimate.Text("release")}: best {estimate.Text("best") ?? "not given"}, low {estimate.Text("low") ?? "not given"}, high {estimate.Text("high") ?? "not given"} killed{(estimate.Text("reason") is { } reason ? Html.Of($". {reason}") : Html.Empty)}</li>
        """);

    private static Html Sources(JsonElement incident, IReadOnlyList<JsonElement> whole) => incident.List("sources") is { Count: > 0 } sources
        ? Html.Of($"<ol class=\"sources\">{sources.Select(source => Source(source, whole.FirstOrDefault(one => source.Text("id") is { } id && one.Text("id") == id)))}</ol>")
        : Html.Of($"<p>Not recorded.</p>");

    private static Html Source(JsonElement source, JsonElement whole)
    {
        var title = source.Text("title") ?? "title not recorded";
        var link = Html.WebAddress(source.Text("url")) is { } address ? Html.Of($"""<a href="{address}" rel="nofollow noopener external"><bdi>{title}</bdi></a>""") : Html.Of($"<bdi>{title}</bdi>");
        var origin = source.Text("origin") is { } wire ? $" ({wire})" : "";
        return Html.Of($"""<li id="{source.Text("id")}">{source.Text("publisher")}{origin}: {link}, {source.Text("published") ?? "date not recorded"}{More(whole)}{Quote(source.Text("quote"))}</li>""");
    }

    /// <summary>What only the source's own record says: archive, licence, when it was retrieved.</summary>
    private static Html More(JsonElement source)
    {
        var archive = Html.WebAddress(source.Text("archive")) is { } address ? Html.Of($""" · <a href="{address}" rel="nofollow noopener external">archived copy</a>""") : Html.Empty;
        var licence = source.Text("licence") is { } name ? $" · licence: {name}" : "";
        var retrieved = source.Text("retrieved") is { } day ? $" · retrieved {day}" : "";
        var withdrawn = source.Flag("withdrawn") ? " · withdrawn by its publisher" : "";
        return Html.Of($"{archive}{licence}{retrieved}{withdrawn}");
    }

    private static Html Quote(string? quote) => quote is null ? Html.Empty : Html.Of($"<blockquote dir=\"auto\">{quote}</blockquote>");
}
