using System.Globalization;
using System.Text.Json;
using BorderMap.Incidents.Reviewing;
using BorderMap.PostGis;
using BorderMap.Web.Endpoints;
using BorderMap.Web.Http;

namespace BorderMap.Web.Pages;

/// <summary>What stands around an incident on its page: its episode, what is nearby, its versions.</summary>
internal sealed class AroundPart(PageText text, IncidentSurroundings around)
{
    private const double SamePlaceKm = 0.1;

    private readonly Words words = new(text);

    /// <summary>The history as a list: each version with what changed since the one before.</summary>
    public Html Versions() => Html.Of($"""
        <ol class="history">{around.History.Zip(around.History.Skip(1).Cast<PublicVersion?>().Append(null), Version)}</ol>
        """);

    /// <summary>The episode with its claims, which are listed and never added, and its other incidents.</summary>
    public Html Episode(string id) => around.Episode is not { } episode ? Html.Empty : Html.Of($"""
        <section id="episode"><h2>{text["episode"]}</h2>
        <p><a href="{text.To($"/?episode={episode.Text("id")}")}">{text.Apart(episode.Text("title"))}</a>{text["list.comma"]}{words.Days(episode.Text("start"), episode.Text("end"))}. {text.Data(episode.Text("summary"))}</p>
        {List(around.Members.Select(IncidentSurroundings.Element).Where(member => member.Text("id") != id).Select(member => Line(member, null)))}
        {(episode.List("incidents").Count > IncidentSurroundings.MembersMost ? Html.Of($"""<p><a href="{text.To($"/?episode={episode.Text("id")}")}">{text.Say("episode.all", ("n", Number(episode.List("incidents").Count)))}</a></p>""") : Html.Empty)}
        {(episode.List("claims").Count == 0 ? Html.Empty : Html.Of($"""
            <details><summary>{text.Say("episode.claims", ("n", Number(episode.List("claims").Count)))}</summary>{new ClaimsPart(text).Of(episode.List("claims"), episode.List("sources"))}</details>
            """))}
        </section>
        """);

    public Html Nearby() => around.Nearby.Count == 0 ? Html.Empty : Html.Of($"""
        <section id="nearby"><h2>{text["nearby"]}</h2>
        {List(around.Nearby.Select(near => Line(IncidentSurroundings.Element(near.Feature), near)))}
        <p class="quiet">{text.Say("nearby.how", ("km", Number(ReadingEndpoints.NearbyKm)), ("days", Number(ReadingEndpoints.NearbyDays)))}</p></section>
        """);

    private static Html List(IEnumerable<Html> items) => Html.Of($"""<ul class="others">{items}</ul>""");

    private Html Line(JsonElement feature, NearbyIncident? near)
    {
        var properties = feature.Object("properties") ?? default;
        var facts = new[] { words.Kind(properties.Text("kind")), words.Days(properties.Text("date_start"), properties.Text("date_end")), near is null ? null : Distance(near.Km, properties.Text("precision")) };
        return Html.Of($"""<li><a href="{text.To(Routes.PageOf(feature.Text("id")!))}">{text.Apart(properties.Text("title"))}</a> <span class="quiet">{string.Join(text["list.comma"], facts.OfType<string>())}</span></li>""");
    }

    private string Distance(double km, string? precision) =>
        precision == "district" ? text["nearby.district"] : km < SamePlaceKm ? text["nearby.same"] : text.Say("nearby.km", ("km", Number(Math.Round(km, km < 10 ? 1 : 0))));

    private Html Version(PublicVersion version, PublicVersion? before)
    {
        var changes = before is null ? [] : new HistoryWords(text).Of(PublicDifference.Between(before.Document, version.Document), IncidentSurroundings.Element(version.Document), IncidentSurroundings.Element(before.Document));
        return Html.Of($"""
            <li><a href="{text.To($"?asOf={version.FromPub}")}">{text.Say("history.version", ("n", Number(version.Version)))}</a>{text["history.since"]}<time dir="ltr">{Instant(version.Updated)}</time>{(version.WithheldSince is null ? "" : text["history.less"])}
            {(changes.Count == 0 ? Html.Empty : Html.Of($"<ul>{changes.Select(change => Html.Of($"<li><bdi>{change.What}</bdi>: <bdi>{change.How}</bdi></li>"))}</ul>"))}</li>
            """);
    }

    private string Number(double number) => text.Digits(number.ToString(CultureInfo.InvariantCulture));

    private static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);
}
