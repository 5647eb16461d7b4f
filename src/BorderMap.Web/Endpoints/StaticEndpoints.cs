using BorderMap.Incidents;
using BorderMap.Web.Embeds;
using BorderMap.Web.Http;

namespace BorderMap.Web.Endpoints;

/// <summary>Files as they lie in the checkout: the map, the embed, the base map and the vocabularies.</summary>
public static class StaticEndpoints
{
    public static void MapFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapRead(Routes.Map, new Surface("map", "The map.", MediaTypes.Html) { AnyQuery = true }, (MapPage page, HttpContext http) => page.SendAsync(http, Routes.Map));
        routes.MapRead(Routes.Embed, new Surface("embed", "The map for a frame in another page.", MediaTypes.Html) { AnyQuery = true }, (MapPage page, HttpContext http) => page.SendAsync(http, Routes.Embed));
        routes.MapRead(Routes.NewEmbed, new Surface("newEmbed", "Makes an embed: what it shows and how, with the code for a page.", MediaTypes.Html) { AnyQuery = true }, (ContentRoot content) => Send(content.WebRoot, "embed/new.html", MediaTypes.Html));
        routes.MapRead(Routes.Places, new Surface("places", "Finding places: one by one as one types, or a column of names at once.", MediaTypes.Html) { AnyQuery = true }, (ContentRoot content) => Send(content.WebRoot, "places.html", MediaTypes.Html));
        routes.MapRead(Routes.BaseMap, new Surface("getBaseMap", "A layer of the base map.", MediaTypes.GeoJson) { Parameters = [Parameters.FileName], Statuses = [404] },
            (string name, ContentRoot content) => SendNamed(Path.Combine(content.Data, "basemap"), name, MediaTypes.GeoJson));
        routes.MapRead(Routes.Vocabulary, new Surface("getVocabulary", "A vocabulary: kinds, groups.", MediaTypes.Json) { Parameters = [Parameters.FileName], Statuses = [404] },
            (string name, ContentRoot content) => SendNamed(Path.Combine(content.Data, "vocabulary"), name, MediaTypes.Json));
        routes.MapRead(Routes.VocabularyTable, new Surface("getVocabularyTable", "A vocabulary in columns: what headings of a table say.", MediaTypes.Tsv) { Parameters = [Parameters.FileName], Statuses = [404] },
            (string name, ContentRoot content) => SendNamed(Path.Combine(content.Data, "vocabulary"), name, MediaTypes.Tsv, ".tsv"));
    }

    private static IResult SendNamed(string folder, string name, string mediaType, string ending = ".json") =>
        name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            ? Send(folder, name + ending, mediaType)
            : Missing(name + ending);

    /// <summary>A file as it lies on the disk, asked for anew each time.</summary>
    internal static IResult Send(string folder, string file, string mediaType)
    {
        var info = new FileInfo(Path.Combine(folder, file));
        return info.Exists
            ? new RevalidatedFile(Results.File(info.FullName, mediaType, lastModified: info.LastWriteTimeUtc, entityTag: new($"\"{info.LastWriteTimeUtc.Ticks:x}-{info.Length:x}\"", isWeak: true)))
            : Missing(file);
    }

    private static ProblemResult Missing(string file) =>
        new(new Problem(ProblemCodes.NotFound, "name", file, "There is no such file.", $"{Routes.OpenApi} lists every address."));

    private sealed class RevalidatedFile(IResult file) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.CacheControl = "no-cache";
            return file.ExecuteAsync(httpContext);
        }
    }
}
