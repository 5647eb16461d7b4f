using System.Text.Json;
using BorderMap.Gazetteer;
using BorderMap.Gazetteer.Coordinates;
using BorderMap.PostGis.Features;
using BorderMap.Web.Http;

namespace BorderMap.Web.Pages.Ogc;

/// <summary>Features of a collection as a table with a small map, and one feature as a page.</summary>
internal static class ItemsPage
{
    /// <summary>Columns of the table; the rest stands on the feature's own page.</summary>
    private const int Columns = 8;

    public static Html Of(HttpContext http, FeatureQuery query, FeaturePage page, Atlas atlas)
    {
        var collection = query.Collection;
        var features = page.Features.Select(feature => JsonSerializer.Deserialize<JsonElement>(feature)).ToList();
        var columns = collection.Properties.Where(property => property.Role != PropertyRole.Id && property.IsQueryable).Take(Columns).ToList();
        return OgcPages.Page(http, $"{collection.Title}: features", OgcPages.Above(collection), Html.Of($"""
            <p class="lead">{OgcPages.Number(page.Features.Count)} of {OgcPages.Number(page.NumberMatched)}{(page.Withheld is > 0 and { } withheld ? $", {withheld} withheld since" : "")}</p>
            {(query.Crs == ReferenceSystem.Crs84 ? Html.Of($"""<div class="place">{FeatureMap.Of(features, atlas)}</div>""") : Html.Empty)}
            <div class="wide" role="region" aria-label="{collection.Title}" tabindex="0"><table class="compare">
            <thead><tr><th scope="col">Id</th>{columns.Select(column => Html.Of($"""<th scope="col">{column.Title}</th>"""))}</tr></thead>
            <tbody>{features.Select(feature => Row(collection, columns, feature))}</tbody>
            </table></div>
            {(page.Next is { } next ? Html.Of($"""<p><a class="button" rel="next" href="{Links.With(http, Parameters.Cursor, next)}">Next page</a></p>""") : Html.Empty)}
            """));
    }

    public static Html OfOne(HttpContext http, FeatureSet collection, byte[] feature, ReferenceSystem crs, Atlas atlas)
    {
        var shown = JsonSerializer.Deserialize<JsonElement>(feature);
        var properties = shown.GetProperty("properties");
        var title = properties.Text("title") ?? properties.Text("name") ?? IdOf(shown);
        return OgcPages.Page(http, title, [.. OgcPages.Above(collection), (Routes.OfCollection(Routes.OgcItems, collection.Id), "Features")], Html.Of($"""
            <div class="place">
            <dl class="facts">{collection.Properties.Select(property => Fact(property, properties))}</dl>
            {(crs == ReferenceSystem.Crs84 ? FeatureMap.Of([shown], atlas) : Html.Empty)}
            </div>
            """));
    }

    private static Html Row(FeatureSet collection, IEnumerable<FeatureProperty> columns, JsonElement feature)
    {
        var (id, properties) = (IdOf(feature), feature.GetProperty("properties"));
        return Html.Of($"""<tr><th scope="row"><a href="{Routes.ItemOf(collection.Id, id)}">{id}</a></th>{columns.Select(column => Html.Of($"<td>{properties.Text(column.Name)}</td>"))}</tr>""");
    }

    private static Html Fact(FeatureProperty property, JsonElement properties) => properties.Text(property.Name) is not { } value ? Html.Empty
        : Html.Of($"<dt>{property.Title}</dt><dd>{(property.Name == "url" ? Html.Of($"""<a href="{value}">{value}</a>""") : Html.Of($"{value}{(property.Unit is { } unit ? $" {unit}" : "")}"))}</dd>");

    private static string IdOf(JsonElement feature) => feature.GetProperty("id").ToString();
}
