using System.Text.Json;
using BorderMap.Gazetteer;
using BorderMap.Web.Embeds;
using BorderMap.Web.Http;

namespace BorderMap.Web.Pages;

/// <summary>One incident for reading: what, where, when, and says who. Made from the public document alone.</summary>
/// <param name="text">The language of the page.</param>
/// <param name="atlas">What places are called, and boundaries for the small map.</param>
public sealed class IncidentPage(PageText text, Atlas atlas)
{
    private readonly Words words = new(text);
    private readonly Places places = atlas.Places;

    /// <param name="incident">The public document.</param>
    /// <param name="around">What is told beside it.</param>
    /// <param name="asOf">The public sequence that was asked for; null: now.</param>
    /// <param name="address">The address of the site, for links that leave it.</param>
    public Html Of(JsonElement incident, IncidentSurroundings around, long? asOf, string address)
    {
        var id = incident.Text("id")!;
        var title = incident.Text("title") ?? id;
        var beside = new AroundPart(text, around);
        return Layout.Page(text, title, Head(incident, title, address), Html.Of($"""
            <article>
            {Banner(asOf)}
            <h1>{text.Data(title)}</h1>
            <p class="lead">{Summary(incident)}</p>
            <div class="place"><dl class="facts">{Facts(incident)}</dl>{Map(incident)}</div>
            <p><a class="button" href="{text.To($"/?ids={id}&highlight={id}")}">{text["action.map"]}</a> <a href="{Routes.DocumentOf(id)}">JSON</a></p>
            <section id="claims"><h2>{text["claims"]}</h2>{new ClaimsPart(text).Of(incident.List("claims"), incident.List("sources"))}</section>
            {Estimates(incident)}
            <section id="sources"><h2>{text["sources"]}</h2>{Sources(incident, around.Sources)}</section>
            {beside.Episode(id)}
            {beside.Nearby()}
            <section id="history"><h2>{text["history"]}</h2>{beside.Versions()}</section>
            {Cite(incident, around, address + Routes.PageOf(id))}
            {(asOf is null ? ErrorReportPages.Form(text, id, (int)(incident.Number("version") ?? 1)) : Html.Empty)}
            </article>
            """), asOf is null ? "" : $"asOf={asOf}");
    }

    private Html Head(JsonElement incident, string title, string site) => Html.Of($"""
        <link rel="canonical" href="{site}{Routes.PageOf(incident.Text("id")!)}">
        {Cards.Head(text, new(title, Summary(incident), Routes.PageOf(incident.Text("id")!), $"ids={incident.Text("id")}{(text.IsEnglish ? "" : $"&lang={text.Tag}")}", "article"), site)}
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
            return string.Join(text["list.comma"], places.SelfAndAncestors(known).Select(text.NameOf).Distinct());
        }
        var parts = new[] { place.Text("name") ?? place.Text("words"), place.Text("district"), place.Text("province"), place.Text("country") };
        return parts.Any(part => part is not null) ? string.Join(", ", parts.OfType<string>().Distinct()) : text["place.none"];
    }

    private Html Actor(JsonElement actor) => Html.Of($"<li>{text.Data(actor.Text("name") ?? actor.Text("actor"))} <span class=\"quiet\">{text.Word("role", actor.Text("role"))}</span></li>");

    private string Line(JsonElement derived) => derived.Text("line_distance_km") is not { } distance
        ? text["line.none"]
        : text.Say("line.distance", ("km", text.Digits(distance)), ("side", words.Side(derived.Text("side"))))
            + (derived.Text("line_km") is { } along ? text.Say("line.along", ("km", text.Digits(along))) : "");

    private Html Map(JsonElement incident)
    {
        if (incident.List("places") is not [var principal, ..] || principal.Text("place") is not { } id || places.Find(id) is not { Kind: not PlaceKind.Country } place)
        {
            return Html.Empty;
        }
        var (lon, lat) = (principal.GetProperty("lon").GetDouble(), principal.GetProperty("lat").GetDouble());
        return PlaceMap.Of(place, (lon, lat, principal.Number("radius_m") ?? 0), principal.Text("precision") is "district" or "province" or "country", atlas, text);
    }

    private Html Cite(JsonElement incident, IncidentSurroundings around, string page)
    {
        if (around.History.FirstOrDefault(version => version.Version == incident.Number("version")) is not { } shown)
        {
            return Html.Empty;
        }
        var cited = new Citations(incident.Text("id")!, incident.Text("title") ?? "", shown.Version, shown.Updated, $"{page}?asOf={shown.FromPub}");
        return Html.Of($"""
            <section id="cite"><h2>{text["cite"]}</h2>
            <dl class="cite" lang="en" dir="ltr"><dt>APA</dt><dd>{cited.Apa}</dd><dt>Chicago</dt><dd>{cited.Chicago}</dd><dt>BibTeX</dt><dd><pre>{cited.BibTex}</pre></dd></dl>
            <p class="quiet">{text["cite.how"]}</p></section>
            """);
    }

    private Html Quoted(string? words) => words is null ? Html.Empty : Html.Of($""" <q class="quiet" dir="auto">{text.Data(words)}</q>""");

    private Html Estimates(JsonElement incident) => incident.List("estimates") is not { Count: > 0 } estimates ? Html.Empty : Html.Of($"""
        <section id="estimates"><h2>{text["estimates"]}</h2><p class="quiet">{text["estimates.how"]}</p><ul>{estimates.Select(Estimate)}</ul></section>
        """);

    private Html Estimate(JsonElement estimate) => Html.Of($"""
        <li>{text.Data(estimate.Text("by"))} {estimate.Text("release")}: {text.Say("estimates.figures", ("best", Given(estimate, "best")), ("low", Given(estimate, "low")), ("high", Given(estimate, "high")))}{(estimate.Text("reason") is { } reason ? Html.Of($". {text.Data(reason)}") : Html.Empty)}</li>
        """);

    private string Given(JsonElement estimate, string name) => estimate.Text(name) is { } figure ? text.Digits(figure) : text["estimates.notgiven"];

    private Html Sources(JsonElement incident, IReadOnlyList<JsonElement> whole) => incident.List("sources") is { Count: > 0 } sources
        ? Html.Of($"<ol class=\"sources\">{sources.Select(source => Source(source, whole.FirstOrDefault(one => source.Text("id") is { } id && one.Text("id") == id)))}</ol>")
        : Html.Of($"<p>{text["sources.none"]}</p>");

    private Html Source(JsonElement source, JsonElement whole)
    {
        var title = source.Text("title") is { } named ? text.Apart(named) : Html.Of($"<bdi>{text["source.untitled"]}</bdi>");
        var link = Html.WebAddress(source.Text("url")) is { } address ? Html.Of($"""<a href="{address}" rel="nofollow noopener external">{title}</a>""") : title;
        var origin = source.Text("origin") is { } wire ? $" ({wire})" : "";
        return Html.Of($"""<li id="{source.Text("id")}">{text.Data(source.Text("publisher"))}{origin}: {link}{text["list.comma"]}{(source.Text("published") is { } day ? text.Day(day) : text["source.undated"])}{More(whole)}{Quote(source.Text("quote"))}</li>""");
    }

    /// <summary>What only the source's own record says: archive, licence, when it was retrieved.</summary>
    private Html More(JsonElement source)
    {
        var archive = Html.WebAddress(source.Text("archive")) is { } address ? Html.Of($""" · <a href="{address}" rel="nofollow noopener external">{text["source.archived"]}</a>""") : Html.Empty;
        var licence = source.Text("licence") is { } name ? " · " + text.Say("source.licence", ("licence", name)) : "";
        var retrieved = source.Text("retrieved") is { } day ? " · " + text.Say("source.retrieved", ("date", text.Day(day))) : "";
        var withdrawn = source.Flag("withdrawn") ? " · " + text["source.withdrawn"] : "";
        return Html.Of($"{archive}{licence}{retrieved}{withdrawn}");
    }

    private Html Quote(string? quote) => quote is null ? Html.Empty : Html.Of($"<blockquote dir=\"auto\">{text.Data(quote)}</blockquote>");
}
