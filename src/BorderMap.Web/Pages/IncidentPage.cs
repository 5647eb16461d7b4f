using System.Text.Json;
using BorderMap.PostGis;
using BorderMap.Web.Http;

namespace BorderMap.Web.Pages;

/// <summary>One incident for reading: what, where, when, and says who. Made from the public document alone.</summary>
public static class IncidentPage
{
    private static readonly string[] Counted = ["killed", "injured", "missing", "captured", "casualties"];

    /// <param name="incident">The public document.</param>
    /// <param name="history">Its public versions, newest first.</param>
    /// <param name="asOf">The public sequence that was asked for; null: now.</param>
    /// <param name="address">The address of the site, for links that leave it.</param>
    public static Html Of(JsonElement incident, IReadOnlyList<PublicVersion> history, long? asOf, string address)
    {
        var id = incident.Text("id")!;
        var title = incident.Text("title") ?? id;
        return Layout.Page(title, Head(incident, title, address + Routes.PageOf(id)), Html.Of($"""
            <article>
            {Banner(asOf)}
            <h1>{title}</h1>
            <p class="lead">{Summary(incident)}</p>
            <dl class="facts">{Facts(incident)}</dl>
            <p><a class="button" href="/?ids={id}&amp;highlight={id}">Show on the map</a> <a href="{Routes.DocumentOf(id)}">JSON</a></p>
            <section id="claims"><h2>Who says what</h2>{Claims(incident)}</section>
            {Estimates(incident)}
            <section id="sources"><h2>Sources</h2>{Sources(incident)}</section>
            <section id="history"><h2>History of this record</h2><ol class="history">{history.Select(Version)}</ol></section>
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

    private static Html Claims(JsonElement incident)
    {
        var claimants = incident.List("claims").GroupBy(claim => claim.Text("claimant_name") ?? claim.Text("claimant") ?? "The source in its own voice");
        return claimants.Any()
            ? Html.Of($"""<div class="claimants">{claimants.Select(group => Html.Of($"<section class=\"claimant\"><h3>{group.Key}</h3><ul>{group.Select(claim => Claim(claim, incident))}</ul></section>"))}</div>""")
            : Html.Of($"<p>No claim is recorded.</p>");
    }

    private static Html Claim(JsonElement claim, JsonElement incident) => Html.Of($"""
        <li><p>{Words.About(claim)}{Speaker(claim)}: {Figures(claim)} {claim.Text("words")}</p>
        {Quote(claim.Object("span"))}
        <p class="quiet">{Words.Standing(claim.Text("standing"))}{(claim.Text("said_on") is { } day ? $" · said on {day}" : "")} · source: {SourceLink(claim.Text("source"), incident)}</p></li>
        """);

    private static string Speaker(JsonElement claim) => claim.Text("speaker") is { } speaker ? $" ({speaker})" : "";

    private static string Figures(JsonElement claim)
    {
        var group = claim.Object("group")?.Text("label") ?? claim.Object("group")?.Text("words");
        var figures = Counted
            .Select(name => (Name: name, Words: Words.Figure(claim.Object(name))))
            .Where(figure => figure.Words is not null)
            .Select(figure => figure.Name == "casualties" ? $"{figure.Words} killed or injured" : $"{figure.Words} {figure.Name}");
        var objects = claim.List("objects").Select(item => $"{Words.Figure(item)} {item.Text("item")} {item.Text("effect")}".Trim());
        var all = string.Join(", ", figures.Concat(objects));
        return all.Length == 0 ? "" : group is null ? all : $"{all} ({group})";
    }

    private static Html SourceLink(string? id, JsonElement incident) =>
        incident.List("sources").FirstOrDefault(source => id is not null && source.Text("id") == id) is { ValueKind: JsonValueKind.Object } source
            ? Html.Of($"""<a href="#{id}">{source.Text("publisher")}</a>""")
            : Html.Of($"not recorded");

    private static Html Quote(JsonElement? span) => span?.Text("quote") is { } quote ? Html.Of($"<blockquote>{quote}</blockquote>") : Html.Empty;

    private static Html Quoted(string? words) => words is null ? Html.Empty : Html.Of($""" <q class="quiet">{words}</q>""");

    private static Html Estimates(JsonElement incident) => incident.List("estimates") is not { Count: > 0 } estimates ? Html.Empty : Html.Of($"""
        <section id="estimates"><h2>Estimates</h2><p class="quiet">Figures of a dataset, or of the editors with their reason, stand beside the claims and enter no range.</p><ul>{estimates.Select(Estimate)}</ul></section>
        """);

    private static Html Estimate(JsonElement estimate) => Html.Of($"""
        <li>{estimate.Text("by")} {estimate.Text("release")}: best {estimate.Text("best") ?? "not given"}, low {estimate.Text("low") ?? "not given"}, high {estimate.Text("high") ?? "not given"} killed{(estimate.Text("reason") is { } reason ? Html.Of($". {reason}") : Html.Empty)}</li>
        """);

    private static Html Sources(JsonElement incident) => incident.List("sources") is { Count: > 0 } sources
        ? Html.Of($"<ol class=\"sources\">{sources.Select(Source)}</ol>")
        : Html.Of($"<p>Not recorded.</p>");

    private static Html Source(JsonElement source)
    {
        var title = source.Text("title") ?? "title not recorded";
        var link = Html.WebAddress(source.Text("url")) is { } address ? Html.Of($"""<a href="{address}" rel="nofollow noopener external">{title}</a>""") : Html.Of($"{title}");
        var origin = source.Text("origin") is { } wire ? $" ({wire})" : "";
        return Html.Of($"""<li id="{source.Text("id")}">{source.Text("publisher")}{origin}: {link}, {source.Text("published") ?? "date not recorded"}{Quote(source.Object("span"))}{PlainQuote(source.Text("quote"))}</li>""");
    }

    private static Html PlainQuote(string? quote) => quote is null ? Html.Empty : Html.Of($"<blockquote>{quote}</blockquote>");

    private static Html Version(PublicVersion version) => Html.Of($"""
        <li><a href="?asOf={version.FromPub}">version {version.Version}</a>, public since <time>{Instant(version.Updated)}</time>{(version.WithheldSince is null ? "" : ", shown with less than it had then")}</li>
        """);

    private static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'");
}
