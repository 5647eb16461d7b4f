using System.Net;
using System.Text.Json;
using BorderMap.Web.Tests.Running;

namespace BorderMap.Web.Tests.Ogc;

/// <summary>What tests of OGC API - Features ask again and again.</summary>
internal static class OgcSite
{
    public const string Crs84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
    public const string Epsg = "http://www.opengis.net/def/crs/EPSG/0/";

    public static readonly string[] Collections = ["incidents", "incident-places", "episodes", "places", "districts", "provinces", "crossings", "durand-line"];

    /// <summary>A collection for each case of a theory.</summary>
    public static TheoryData<string> Each => [.. Collections];

    public static string Items(string collection, string query = "") => $"/ogc/collections/{collection}/items{(query.Length > 0 ? "?" + query : "")}";

    public static List<JsonElement> Features(this JsonElement page) => [.. page.GetProperty("features").EnumerateArray()];

    public static string[] Ids(this JsonElement page) => [.. page.Features().Select(feature => feature.GetProperty("id").GetString()!)];

    public static async Task<string[]> IdsAsync(this Site site, string collection, string query = "") => (await site.OkAsync(Items(collection, query))).Ids();

    /// <summary>The JSON of a request that succeeds.</summary>
    public static async Task<JsonElement> OkAsync(this Site site, string path)
    {
        using var response = await site.GetAsync(path);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path}: {(int)response.StatusCode} {await response.TextAsync()}");
        return await response.JsonAsync();
    }

    public static JsonElement? Link(this JsonElement resource, string relation, string? mediaType = null) => resource.GetProperty("links").EnumerateArray()
        .Where(link => link.GetProperty("rel").GetString() == relation && (mediaType is null || link.GetProperty("type").GetString() == mediaType)).Cast<JsonElement?>().FirstOrDefault();

    public static string? Address(this JsonElement resource, string relation, string? mediaType = null) => resource.Link(relation, mediaType)?.GetProperty("href").GetString();

    /// <summary>Every link says whither, what relation and which type (requirement fc-rel-type).</summary>
    public static void AssertLinks(JsonElement resource, params string[] relations)
    {
        Assert.All(resource.GetProperty("links").EnumerateArray(), link => Assert.All((string[])["href", "rel", "type"], name => Assert.NotEqual("", link.GetProperty(name).GetString())));
        Assert.All(relations, relation => Assert.NotNull(resource.Link(relation)));
    }

    /// <summary>Every feature of a walk from page to page.</summary>
    public static async Task<List<JsonElement>> WalkAsync(this Site site, string path)
    {
        var all = new List<JsonElement>();
        for (var next = path; next is not null;)
        {
            var page = await site.OkAsync(next);
            Assert.Equal(page.Features().Count, page.GetProperty("numberReturned").GetInt32());
            all.AddRange(page.Features());
            next = page.Address("next");
        }
        return all;
    }
}
