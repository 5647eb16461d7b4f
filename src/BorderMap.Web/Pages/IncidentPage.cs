using System.Text.Json;
using BorderMap.Gazetteer;
using BorderMap.PostGis;
using BorderMap.Web.Http;

namespace BorderMap.Web.Pages;

/// <summary>One incident for reading: what, where, when, and says who. Made from the public document alone.</summary>
/// <param name="text">The language of the page.</param>
/// <param name="places">What places are called in other languages.</param>
public sealed class IncidentPage(PageText text, Places places)
{
    private static readonly string[] Counted = ["killed", "injured", "missing", "captured", "casualties"];

    private readonly Words words = new(text);

    /// <param name="incident">The public document.</param>
    /// <param name="history">Its public versions, newest first.</param>
    /// <param name="asOf">The public sequence that was asked for; null: now.</param>
    /// <param name="address">The address of the site, for links that leave it.</param>
    public Html Of(JsonElement incident, IReadOnlyList<PublicVersion> history, long? asOf, string address)
    {
        var id = incident.Text("id")!;
        var title = incident.Text("title") ?? id;
        return Layout.Page(text, title, Head(incident, title, address + Routes.PageOf(id)), Html.Of($"""
            <article>
            {Banner(asOf)}
            <h1>{text.Data(title)}</h1>
            <p class="lead">{Summary(incident)}</p>
            <dl class="facts">{Facts(incident)}</dl>
            <p><a class="button" href="{text.To($"/?ids={id}&highlight={id}")}">{text["action.map"]}</a> <a href="{Routes.DocumentOf(id)}">JSON</a></p>
            <section id="claims"><h2>{text["claims"]}</h2>{Claims(incident)}</section>
            {Estimates(incident)}
            <section id="sources"><h2>{text["sources"]}</h2>{Sources(incident)}</section>
            <section id="history"><h2>{text["history"]}</h2><ol class="history">{history.Select(Version)}</ol></section>
            {(asOf is null ? ErrorReportPages.Form(text, id, (int)(incident.Number("version") ?? 1)) : Html.Empty)}
            </article>
            """), asOf is null ? "" : $"asOf={asOf}");
    }

    private Html Head(JsonElement incident, string title, string page) => Html.Of($"""
        <link rel="canonical" href="{page}">
        <meta name="description" content="{Summary(incident)}">
        <meta property="og:site_name" content="BorderMap">
        <meta property="og:type" content="article">
        <meta property="og:locale" content="{text.Locale}">
        <meta property="og:title" content="{title}">
        <meta property="og:description" content="{Summary(incident)}">
        <meta property="og:url" content="{page}">
        """);

    private Html Banner(long? asOf) =>
        asOf is { } sequence ? Html.Of($"""<p class="notice">{text.Say("asof", ("n", text.Digits($"{sequence}")))} <a href="{text.To("?")}">{text["asof.now"]}</a></p>""") : Html.Empty;

    private string Summary(JsonElement incident)
    {
        var place = incident.List("places") is [var principal, ..] ? PlaceName(principal) : text["summary.noplace"];
        var derived = incident.Object("derived");
        var killed = derived?.Text("killed_range");
        var facts = string.Join(text["list.comma"], words.Kind(incident.Text("kind")), place, words.Date(incident.Object("date")));
        return $"{facts}. {(killed is null ? text["summary.nokilled"] : text.Say("summary.killed", ("range", text.Digits(killed))))}";
    }

    private IEnumerable<Html> Facts(JsonElement incident)
    {
        var derived = incident.Object("derived") ?? default;
        yield return Fact(text["fact.kind"], Html.Of($"{(incident.Flag("cross_border") ? text.Say("fact.kind.across", ("kind", words.Kind(incident.Text("kind")))) : words.Kind(incident.Text("kind")))}"));
        yield return Fact(text["fact.when"], Html.Of($"{words.Date(incident.Object("date"))}{Quoted(incident.Object("date")?.Text("words"))}"));
        yield return Fact(text["fact.where"], Html.Of($"""<ul class="plain">{incident.List("places").Select(Place)}</ul>"""));
        yield return Fact(text["fact.line"], Html.Of($"{Line(derived)}"));
        yield return Fact(text["fact.parties"], Html.Of($"""<ul class="plain">{incident.List("actors").Select(Actor)}</ul>"""));
        yield return Fact(text["fact.killed"], Range(derived.Text("killed_range")));
        yield return Fact(text["fact.injured"], Range(derived.Text("injured_range")));
        yield return Fact(text["fact.grade"], Html.Of($"""<strong class="grade {derived.Text("grade")}">{text.Word("grade", derived.Text("grade"))}</strong> {text.Data(derived.Text("grade_reason"))}"""));
        if (incident.Object("episode") is { } episode)
        {
            yield return Fact(text["fact.episode"], Html.Of($"""<a href="{text.To($"/?episode={episode.Text("id")}")}">{text.Data(episode.Text("title"))}</a>"""));
        }
    }

    private Html Range(string? range) => Html.Of($"{(range is null ? text["figure.none"] : text.Digits(range))} <span class=\"quiet\">{text["figure.range"]}</span>");

    private static Html Fact(string name, Html value) => Html.Of($"<dt>{name}</dt><dd>{value}</dd>");

    private Html Place(JsonElement place) => Html.Of($"<li>{PlaceName(place)}: {words.Precision(place.Text("precision"), place.Number("radius_m"))}{Quoted(place.Text("words"))}</li>");

    private string PlaceName(JsonElement place)
    {
        if (!text.IsEnglish && place.Text("place") is { } id && places.Find(id) is { } known)
        {
            return string.Join(text["list.comma"], places.SelfAndAncestors(known).Select(one => text.Language.NameOf(one).Text).Distinct());
        }
        var parts = new[] { place.Text("name") ?? place.Text("words"), place.Text("district"), place.Text("province"), place.Text("country") };
        return parts.Any(part => part is not null) ? string.Join(", ", parts.OfType<string>().Distinct()) : text["place.none"];
    }

    private Html Actor(JsonElement actor) => Html.Of($"<li>{text.Data(actor.Text("name") ?? actor.Text("actor"))} <span class=\"quiet\">{text.Word("role", actor.Text("role"))}</span></li>");

    private string Line(JsonElement derived) => derived.Text("line_distance_km") is not { } distance
        ? text["line.none"]
        : text.Say("line.distance", ("km", text.Digits(distance)), ("side", words.Side(derived.Text("side"))))
            + (derived.Text("line_km") is { } along ? text.Say("line.along", ("km", text.Digits(along))) : "");

    private Html Claims(JsonElement incident)
    {
        var claimants = incident.List("claims").GroupBy(claim => claim.Text("claimant_name") ?? claim.Text("claimant") ?? text["claims.itself"]);
        return claimants.Any()
            ? Html.Of($"""<div class="claimants">{claimants.Select(group => Html.Of($"<section class=\"claimant\"><h3>{text.Data(group.Key)}</h3><ul>{group.Select(claim => Claim(claim, incident))}</ul></section>"))}</div>""")
            : Html.Of($"<p>{text["claims.none"]}</p>");
    }

    private Html Claim(JsonElement claim, JsonElement incident) => Html.Of($"""
        <li><p>{words.About(claim)}{Speaker(claim)}: {Figures(claim)} {text.Data(claim.Text("words"))}</p>
        {Quote(claim.Object("span"))}
        <p class="quiet">{words.Standing(claim.Text("standing"))}{(claim.Text("said_on") is { } day ? text.Say("claims.said", ("date", text.Day(day))) : "")}{text["claims.source"]}{SourceLink(claim.Text("source"), incident)}</p></li>
        """);

    private static string Speaker(JsonElement claim) => claim.Text("speaker") is { } speaker ? $" ({speaker})" : "";

    private string Figures(JsonElement claim)
    {
        var group = words.Group(claim.Object("group"));
        var figures = Counted
            .Select(name => (Name: name, Words: words.Figure(claim.Object(name))))
            .Where(figure => figure.Words is not null)
            .Select(figure => text.Say($"counted.{figure.Name}", ("n", figure.Words!)));
        var objects = claim.List("objects").Select(item => $"{words.Figure(item)} {item.Text("item")} {item.Text("effect")}".Trim());
        var all = string.Join(text["list.comma"], figures.Concat(objects));
        return all.Length == 0 ? "" : group is null ? all : $"{all} ({group})";
    }

    private Html SourceLink(string? id, JsonElement incident) =>
        incident.List("sources").FirstOrDefault(source => id is not null && source.Text("id") == id) is { ValueKind: JsonValueKind.Object } source
            ? Html.Of($"""<a href="#{id}">{text.Data(source.Text("publisher"))}</a>""")
            : Html.Of($"{text["notrecorded"]}");

    private Html Quote(JsonElement? span) => span?.Text("quote") is { } quote ? Html.Of($"<blockquote>{text.Data(quote)}</blockquote>") : Html.Empty;

    private Html Quoted(string? words) => words is null ? Html.Empty : Html.Of($""" <q class="quiet">{text.Data(words)}</q>""");

    private Html Estimates(JsonElement incident) => incident.List("estimates") is not { Count: > 0 } estimates ? Html.Empty : Html.Of($"""
        <section id="estimates"><h2>{text["estimates"]}</h2><p class="quiet">{text["estimates.how"]}</p><ul>{estimates.Select(Estimate)}</ul></section>
        """);

    private Html Estimate(JsonElement estimate) => Html.Of($"""
        <li>{text.Data(estimate.Text("by"))} {estimate.Text("release")}: {text.Say("estimates.figures", ("best", Given(estimate, "best")), ("low", Given(estimate, "low")), ("high", Given(estimate, "high")))}{(estimate.Text("reason") is { } reason ? Html.Of($". {text.Data(reason)}") : Html.Empty)}</li>
        """);

    private string Given(JsonElement estimate, string name) => estimate.Text(name) is { } figure ? text.Digits(figure) : text["estimates.notgiven"];

    private Html Sources(JsonElement incident) => incident.List("sources") is { Count: > 0 } sources
        ? Html.Of($"<ol class=\"sources\">{sources.Select(Source)}</ol>")
        : Html.Of($"<p>{text["sources.none"]}</p>");

    private Html Source(JsonElement source)
    {
        var title = source.Text("title") ?? text["source.untitled"];
        var link = Html.WebAddress(source.Text("url")) is { } address ? Html.Of($"""<a href="{address}" rel="nofollow noopener external">{text.Data(title)}</a>""") : text.Data(title);
        var origin = source.Text("origin") is { } wire ? $" ({wire})" : "";
        return Html.Of($"""<li id="{source.Text("id")}">{text.Data(source.Text("publisher"))}{origin}: {link}{text["list.comma"]}{(source.Text("published") is { } day ? text.Day(day) : text["source.undated"])}{Quote(source.Object("span"))}{PlainQuote(source.Text("quote"))}</li>""");
    }

    private Html PlainQuote(string? quote) => quote is null ? Html.Empty : Html.Of($"<blockquote>{text.Data(quote)}</blockquote>");

    private Html Version(PublicVersion version) => Html.Of($"""
        <li><a href="{text.To($"?asOf={version.FromPub}")}">{text.Say("history.version", ("n", text.Digits($"{version.Version}")))}</a>{text["history.since"]}<time>{Instant(version.Updated)}</time>{(version.WithheldSince is null ? "" : text["history.less"])}</li>
        """);

    private static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'");
}
