using BorderMap.Gazetteer.Coordinates;
using BorderMap.PostGis.Features;
using BorderMap.Web.Endpoints;
using BorderMap.Web.Http;
using BorderMap.Web.Ogc;

namespace BorderMap.Web.Pages.Ogc;

/// <summary>The resources of OGC API - Features for people who look around with a browser.</summary>
internal static class OgcPages
{
    public const string Title = "BorderMap: features for GIS";

    public const string Description = "What is reported to have happened along the Durand Line, and the places of both countries, as collections of features: OGC API - Features.";

    public static Html Landing(HttpContext http) => Page(http, Title, [], Html.Of($"""
        <p class="lead">{Description}</p>
        <p><a class="button" href="{Routes.OgcCollections}">Collections</a> <a href="{Routes.OgcApi}">The API</a> · <a href="{Routes.OgcConformance}">What it conforms to</a> · <a href="{Routes.Method}">How incidents are graded, counted and placed</a></p>
        <h2>QGIS</h2>
        <ol>
        <li><em>Layer → Add Layer → Add WFS / OGC API - Features Layer</em>, then <em>New</em>.</li>
        <li>URL <code>{Links.Base(http)}{Routes.Ogc}</code>, version <em>OGC API - Features</em>.</li>
        <li><em>Connect</em>, choose a collection, <em>Add</em>.</li>
        </ol>
        <h2>GDAL</h2>
        <pre role="region" aria-label="GDAL" tabindex="0">ogrinfo -so OAPIF:{Links.Base(http)}{Routes.Ogc} incidents
        ogr2ogr incidents.gpkg OAPIF:{Links.Base(http)}{Routes.Ogc} incidents</pre>
        """));

    public static Html Conforms(HttpContext http) => Page(http, "What it conforms to", [(Routes.Ogc, "Features")], Html.Of($"""
        <ul class="plain addresses">{Conformance.Classes.Select(one => Html.Of($"<li><code>{one}</code></li>"))}</ul>
        """));

    public static Html Collections(HttpContext http, IEnumerable<(FeatureSet Collection, FeatureExtent Extent)> collections) => Page(http, "Collections", [(Routes.Ogc, "Features")], Html.Of($"""
        <dl class="collections">{collections.Select(one => Html.Of($"""
            <dt><a href="{Routes.OfCollection(Routes.OgcCollection, one.Collection.Id)}">{one.Collection.Title}</a> <span class="quiet">{Number(one.Extent.Count)}</span></dt><dd>{one.Collection.Description}</dd>
            """))}</dl>
        """));

    public static Html Collection(HttpContext http, FeatureSet collection, FeatureExtent extent) => Page(http, collection.Title, [(Routes.Ogc, "Features"), (Routes.OgcCollections, "Collections")], Html.Of($"""
        <p class="lead">{collection.Description}</p>
        <p><a class="button" href="{Routes.OfCollection(Routes.OgcItems, collection.Id)}">Browse the features</a> <a href="{Routes.OfCollection(Routes.OgcSchema, collection.Id)}">Properties</a> · <a href="{Routes.OfCollection(Routes.OgcQueryables, collection.Id)}">Select by</a> · <a href="{Routes.OfCollection(Routes.OgcSortables, collection.Id)}">Sort by</a></p>
        <dl class="facts">
        <dt>Id</dt><dd><code>{collection.Id}</code></dd>
        <dt>Features</dt><dd>{Number(extent.Count)}</dd>
        <dt>Geometry</dt><dd>{collection.Shape.ToString()}, WGS 84</dd>
        {(extent.Box is { } box ? Html.Of($"<dt>Within</dt><dd>{box.ToString()} <span class=\"quiet\">west, south, east, north</span></dd>") : Html.Empty)}
        {(extent.Start is { } start ? Html.Of($"<dt>From</dt><dd>{PlaceJson.Day(start)} to {PlaceJson.Day(extent.End) ?? "…"}</dd>") : Html.Empty)}
        <dt>Reference systems</dt><dd><ul class="plain addresses">{ReferenceSystem.All.Select(crs => Html.Of($"<li>{crs.Title} <code>{crs.Uri}</code></li>"))}</ul></dd>
        <dt>Licence</dt><dd><a href="{OgcLink.Licence}" rel="license">CC BY 4.0</a></dd>
        </dl>
        """));

    /// <param name="http">The request.</param>
    /// <param name="collection">The collection.</param>
    /// <param name="summary">What is listed.</param>
    /// <param name="queryable">Whether only what features can be selected and sorted by.</param>
    public static Html Schema(HttpContext http, FeatureSet collection, string summary, bool queryable) => Page(http, $"{collection.Title}: properties", Above(collection), Html.Of($"""
        <p class="lead">{summary}</p>
        <dl class="collections">{collection.Properties.Where(property => property.IsQueryable || !queryable).Select(property => Entry(
            property.Name, (PropertyValue.Format(property.Type) ?? PropertyValue.JsonType(property.Type)) + (property.Unit is { } unit ? $", {unit}" : ""), $"{property.Title}. {property.Description}", property.Values))}</dl>
        """));

    public static Html Api(HttpContext http) => Page(http, "The API", [(Routes.Ogc, "Features")], Html.Of($"""
        <p class="lead">OGC API - Features: each collection has its features at <code>items</code>. Pages follow the link <code>next</code>; the same address with <code>f=json</code> is for programs.</p>
        <p>This description for programs: <a href="{Routes.OgcApi}?f=json">OpenAPI 3.0</a>. Everything else of BorderMap: <a href="{Routes.OpenApi}">{Routes.OpenApi}</a>.</p>
        {FeatureSets.All.Select(collection => Html.Of($"""
            <section><h2 id="{collection.Id}"><a href="{Routes.OfCollection(Routes.OgcItems, collection.Id)}">{Routes.OfCollection(Routes.OgcItems, collection.Id)}</a></h2>
            <dl class="collections">{ItemsRequest.Of(collection).Select(parameter => Entry(parameter.Name, parameter.Type, parameter.Description, parameter.Values))}</dl></section>
            """))}
        """));

    private static Html Entry(string name, string type, string meaning, IReadOnlyList<string> values) => Html.Of($"""
        <dt><code>{name}</code> <span class="quiet">{type}</span></dt><dd>{meaning} {(values.Count > 0 ? Html.Of($"<span class=\"quiet\">{string.Join(", ", values)}</span>") : Html.Empty)}</dd>
        """);

    public static string Number(long count) => count.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>What stands above the features of a collection.</summary>
    public static (string Address, string Name)[] Above(FeatureSet collection) =>
        [(Routes.Ogc, "Features"), (Routes.OgcCollections, "Collections"), (Routes.OfCollection(Routes.OgcCollection, collection.Id), collection.Title)];

    public static Html Page(HttpContext http, string title, IReadOnlyList<(string Address, string Name)> above, Html body) => Layout.Page(
        title,
        Html.Of($"""<link rel="alternate" type="application/json" href="{Links.With(http, Parameters.Form, "json")}">"""),
        Html.Of($"""
            {(above.Count == 0 ? Html.Empty : Html.Of($"""<nav class="crumbs" aria-label="Above this page">{above.Select((one, i) => Html.Of($"""{(i > 0 ? " › " : "")}<a href="{one.Address}">{one.Name}</a>"""))}</nav>"""))}
            <h1>{title}</h1>
            {body}
            <p class="quiet"><a href="{Links.With(http, Parameters.Form, "json")}">The same for programs (JSON)</a></p>
            """));
}
