using System.Globalization;
using BorderMap.Gazetteer;
using BorderMap.Web.Endpoints;
using BorderMap.Web.Http;

namespace BorderMap.Web.Pages;

/// <summary>One place for reading: what it is called and was called, what holds it and held it, where it lies.</summary>
public static class PlacePage
{
    private static readonly Dictionary<string, (string Name, string Tag)> Languages = new()
    {
        ["eng"] = ("English", "en"),
        ["pus"] = ("Pashto", "ps"),
        ["prs"] = ("Dari", "prs"),
        ["fas"] = ("Persian", "fa"),
        ["urd"] = ("Urdu", "ur"),
        ["ara"] = ("Arabic", "ar"),
        ["snd"] = ("Sindhi", "sd"),
        ["pnb"] = ("Western Punjabi", "pnb"),
        ["bal"] = ("Balochi", "bal"),
        ["und"] = ("Language not recorded", "und"),
    };

    /// <param name="place">The place.</param>
    /// <param name="atlas">What it lies in.</param>
    /// <param name="address">The address of the site, for links that leave it.</param>
    public static Html Of(Place place, Atlas atlas, string address)
    {
        var what = PlaceWords.Description(place, atlas.Places, NameLanguage.English, null);
        return Layout.Page(place.Name, Head(place, what, address), Html.Of($"""
            <article>
            {Ended(place, atlas.Places)}
            <h1>{place.Name}{Scripts(place)}</h1>
            <p class="lead">{char.ToUpperInvariant(what[0]) + what[1..]}.</p>
            <div class="place">
            <dl class="facts">{Facts(place, atlas)}</dl>
            {PlaceMap.Of(place, atlas, PageText.English)}
            </div>
            <p><a class="button" href="/?place={place.Id}">Incidents here</a> <a href="{Routes.PlaceOf(place.Id)}?boundary=true">JSON</a> · <a href="{Routes.Places}">Find another place</a></p>
            <section id="names"><h2>Names</h2><dl class="facts">{place.Names.GroupBy(name => name.Language).Select(Names)}</dl></section>
            </article>
            """));
    }

    private static Html Head(Place place, string what, string address) => Html.Of($"""
        <link rel="canonical" href="{address + Routes.PlacePageOf(place.Id)}">
        <meta name="description" content="{place.Name}: {what}.">
        <meta property="og:site_name" content="BorderMap">
        <meta property="og:title" content="{place.Name}">
        <meta property="og:description" content="{what}">
        <meta property="og:url" content="{address + Routes.PlacePageOf(place.Id)}">
        """);

    private static Html Ended(Place place, Places places) => places.TodayOf(place) is { Count: > 0 } today
        ? Html.Of($"""<p class="notice">{(place.Until is { } day ? $"Until {PlaceJson.Day(day)}." : "A historic or former unit.")} Today: {Links(today)}.</p>""")
        : Html.Empty;

    /// <summary>The name in each language of Arabic script that has one.</summary>
    private static Html Scripts(Place place)
    {
        var names = NameLanguage.All.Where(language => language.IsArabicScript).Select(language => language.NameOf(place)).Where(name => name.Language.IsArabicScript)
            .DistinctBy(name => name.Text).ToList();
        return names.Count == 0 ? Html.Empty : Html.Of($"""<small class="scripts">{names.Select((name, i) => Html.Of($"""{(i == 0 ? "" : " · ")}<bdi dir="rtl" lang="{name.Language.Tag}">{name.Text}</bdi>"""))}</small>""");
    }

    private static IEnumerable<Html> Facts(Place place, Atlas atlas)
    {
        var at = atlas.Reverse.At(place.Lon, place.Lat, 0);
        var isSpot = place.Kind is PlaceKind.Locality or PlaceKind.Crossing;
        var line = atlas.Line.Locate(place.Lon, place.Lat, place.RadiusM, isSpot ? null : place.Country);
        yield return Fact("Kind", Html.Of($"{JsonText.Word(place.Kind)}"));
        if (atlas.Places.SelfAndAncestors(place).Skip(1).ToList() is { Count: > 0 } within)
        {
            yield return Fact("Lies in", Links(within));
        }
        if (place.FormerParents.Count > 0)
        {
            yield return Fact("Lay in", Html.Of($"<ul class=\"plain\">{place.FormerParents.Select(former => Former(former, atlas.Places))}</ul>"));
        }
        if (place.From is not null || place.Until is not null)
        {
            yield return Fact("Existed", Html.Of($"{Span(place.From, place.Until)}"));
        }
        if (atlas.Places.MembersOf(place) is { Count: > 0 } members)
        {
            yield return Fact("Consists of", Links(members));
        }
        yield return Fact(isSpot ? "Position" : "Middle", Html.Of($"""
            <ul class="plain notations"><li><data>{Degrees(place.Lat)}, {Degrees(place.Lon)}</data> <span class="quiet">latitude, longitude, WGS 84</span></li>{Notation(at.Dms, "degrees, minutes, seconds")}{Notation(at.Mgrs, "MGRS")}{Notation(at.Utm, "UTM")}</ul>
            """));
        yield return Fact("Extent", Html.Of($"the whole place lies within {Distance(place.RadiusM / 1000)} of it"));
        yield return Fact("Durand Line", Html.Of($"{new Words(PageText.English).Side(line.Side is BorderSide.Straddles ? "straddles" : line.Side?.ToString())}, {Distance(line.DistanceKm)} from the line{(line.PositionKm is { } km ? $", at km {Math.Round(km)} from the tripoint with Iran" : "")}"));
    }

    private static Html Notation(string? text, string name) => string.IsNullOrEmpty(text) ? Html.Empty : Html.Of($"""<li><data>{text}</data> <span class="quiet">{name}</span></li>""");

    private static Html Former(FormerParent former, Places places) => Html.Of($"""
        <li>{(places.Find(former.ParentId) is { } parent ? Link(parent) : Html.Of($"{former.ParentId}"))} <span class="quiet">{Span(former.From, former.Until)}</span></li>
        """);

    private static Html Names(IGrouping<string, PlaceName> names)
    {
        var (language, tag) = Languages.GetValueOrDefault(names.Key, (names.Key, names.Key));
        var written = Html.Join(names.DistinctBy(name => name.Text).Select((name, i) => Html.Of($"""{(i == 0 ? "" : " · ")}<bdi lang="{tag}">{name.Text}</bdi>{Dates(name)}""")));
        return Fact(language, written);
    }

    private static Html Dates(PlaceName name) => name.From is null && name.Until is null ? Html.Empty : Html.Of($""" <span class="quiet">({Span(name.From, name.Until)})</span>""");

    private static string Span(DateOnly? from, DateOnly? until) => (PlaceJson.Day(from), PlaceJson.Day(until)) switch
    {
        (null, null) => "",
        (null, { } end) => $"until {end}",
        ({ } start, null) => $"since {start}",
        ({ } start, { } end) => $"{start} to {end}",
    };

    private static Html Links(IReadOnlyList<Place> places) => Html.Join(places.Select((place, i) => Html.Of($"{(i == 0 ? "" : ", ")}{Link(place)}")));

    private static Html Link(Place place) => Html.Of($"""<a href="{Routes.PlacePageOf(place.Id)}">{place.Name}</a>""");

    private static Html Fact(string name, Html value) => Html.Of($"<dt>{name}</dt><dd>{value}</dd>");

    private static string Degrees(double value) => value.ToString("0.00000", CultureInfo.InvariantCulture);

    private static string Distance(double km) => km < 1 ? $"{Math.Round(km * 1000)} m" : $"{Math.Round(km, km < 10 ? 1 : 0).ToString(CultureInfo.InvariantCulture)} km";
}
