using BorderMap.Incidents;

namespace BorderMap.Web.Pages;

/// <summary>How incidents are chosen, graded, counted and placed.</summary>
public static class MethodPage
{
    public static Html Of(PageText text) => Layout.Page(text, text["method.title"], Html.Of($"""<meta name="description" content="How BorderMap records, grades, counts and places incidents.">"""), Html.Of($"""
        <article class="prose">
        <h1>{text["method.heading"]}</h1>
        <h2 id="kinds">{text["method.kinds"]}</h2>
        <p>{text["method.kinds.how"]}</p>
        <dl class="kinds">{Kinds.Families.Select(family => Family(text, new Words(text), family))}</dl>
        {(text.IsEnglish ? Html.Empty : Html.Of($"""<p class="notice">{text["method.english"]}</p>"""))}
        <div lang="en" dir="ltr">
        <p>BorderMap records what is <em>reported</em> to have happened along the Durand Line: where, when, and who says so. It does not decide who is right. A figure never stands without the party that claims it.</p>
        {Claims}
        {Places}
        {Use}
        </div>
        </article>
        """));

    private static Html Family(PageText text, Words words, KindFamily family) => Html.Of($"""
        <dt>{words.Family(family)}</dt><dd>{string.Join(text["list.semicolon"], Kinds.All.Where(kind => kind.Family == family.Family).Select(kind => words.Kind(kind.Kind)))}</dd>
        """);

    private static Html Claims { get; } = Html.Of($"""
        <h2 id="claims">Claims</h2>
        <p>Parties contradict one another, and every claim is kept with its claimant and its source. A denial is not a count of none. Estimates of datasets such as UCDP stand beside the claims and are never mixed with them.</p>
        <h2 id="ranges">Ranges</h2>
        <p>Figures of different claimants are neither added nor averaged: they span a range from the lowest minimum to the highest maximum asserted for the same group. "At least" means that a claim has no upper end. A total claimed for a whole night, or for many places, belongs to an episode and is never divided among its incidents, nor added to other totals.</p>
        <h2 id="grades">Grades</h2>
        <p>How sure it is that an incident happened, the first rule that fits:</p>
        <dl>
        <dt>contested</dt><dd>the accused party denies it, and no one admits it</dd>
        <dt>discounted</dt><dd>a source was withdrawn, or every publisher is discounted</dd>
        <dt>confirmed</dt><dd>the side harmed or acting admits it, or three independent publishers report it from their own work</dd>
        <dt>fair</dt><dd>two independent publishers report it</dd>
        <dt>weak</dt><dd>anything less</dd>
        </dl>
        <p>Two outlets that print one agency's text count once.</p>
        """);

    private static Html Places { get; } = Html.Of($"""
        <h2 id="precision">Precision</h2>
        <p>Every place has a precision (exact, near, locality, district, province, country) and a radius within which it lies. What is known only to a district or a province is drawn as that area and never as a spot. Dates have a precision too: a day, a span of days, a week, a month, a year.</p>
        <h2 id="gazetteer">Place names</h2>
        <p>A name as somebody wrote it <em>resolves</em> to places: misspelt, in Latin or Arabic script, with its district or without. The answer is one place, or the few that it may be, or the district that holds a place which no source knows, or "unknown": never a silent guess. The score is the probability that this place is meant; beside it stand the recorded name that matched and the evidence that helped. Names and districts carry the dates between which they held. Whoever has a sheet of names can match it in OpenRefine: the reconciliation service is at <a href="/reconcile">/reconcile</a>.</p>
        <h2 id="line">The line</h2>
        <p>The Durand Line is drawn dashed: Pakistan regards it as the international border, Afghanistan has not recognised it. The drawing takes no side, and no answer of the API depends on it. The published lines differ from one another by 1.3 km in the median and 6.6 km at most; an incident whose radius, or the line's own uncertainty, reaches across it is said to straddle it. Distance and side are taken from the detailed line, the position along it from a smoothed one, in kilometres from the tripoint with Iran. Only places within 100 km of the line have a position along it; in the chart of line and time the others are counted beside it, and what is known only to a district or a province is spread over the stretch that its radius covers.</p>
        <h2 id="coverage">Coverage</h2>
        <p>No record is not no event. Much of what happens in these districts is never reported, or reported only by a party to it; the record is denser where reporters can work and in years that have been worked through. Long stretches of time with no record at all (six times the usual distance between two records, 90 days at least) are hatched in the timeline: they are gaps of the record, not of the violence.</p>
        <h2 id="changes">Changes</h2>
        <p>Every public change has a number. An address with <code>asOf</code> shows the record as it stood at that number, less what has been withheld since because showing it does harm. Retracted incidents answer with the reason.</p>
        """);

    private static Html Use { get; } = Html.Of($"""
        <h2 id="licence">Licence</h2>
        <p>BorderMap's own data are licensed under <a href="https://creativecommons.org/licenses/by/4.0/" rel="license">CC BY 4.0</a>. Sources keep their own rights; quotations are short and name their source.</p>
        <h2 id="cite">How to cite</h2>
        <p>Name the incident's title, "BorderMap", its address, its version and the public sequence that you read: <q>Title. BorderMap, /incidents/i-…, version 2, public sequence 1234.</q></p>
        <h2 id="sources">Sources of the map</h2>
        <p>Names, hierarchy and points of places come from Who's On First, GeoNames and Wikidata; edges of districts and provinces from Mesoshapes and Quattroshapes; the Durand Line from geoBoundaries; neighbours, disputed areas, rivers, lakes and towns from Natural Earth. All are generalised, and districts are cut anew so that they meet in the line. Crossings, areas and names that no source records are written by hand. The sources of incidents are named with each of them.</p>
        <h2 id="data">Data</h2>
        <p>Downloads: <a href="/export/incidents.geojson">GeoJSON</a>, <a href="/export/incidents.csv">CSV</a>; every filter of the map works as a parameter. GIS programs connect to <a href="/ogc">/ogc</a> (OGC API - Features). The API is described at <a href="/openapi.json">/openapi.json</a>.</p>
        """);
}
