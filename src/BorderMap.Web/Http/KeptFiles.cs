using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.ResponseCompression;

namespace BorderMap.Web.Http;

/// <summary>
/// Scripts, styles and the base map, compressed once and kept: a page asks for a hundred of them, and what is sent with each counts as much as what is in it.
/// A file that was edited is compressed again. Whoever takes no compression goes on to the file itself.
/// </summary>
public sealed class KeptFiles(RequestDelegate next, ContentRoot content, IResponseCompressionProvider compression)
{
    private sealed record Kept(string Tag, byte[] Bytes);

    private static readonly Dictionary<string, string> PageTypes = new() { [".js"] = "text/javascript", [".css"] = "text/css" };
    private const string BaseMap = "/basemap";

    private readonly ConcurrentDictionary<(string File, string Encoding), Kept> kept = new();

    /// <summary>Whether the answer is a script or a style of a page, and no page and no data: what it may do is told by the page that takes it.</summary>
    public static bool IsPartOfPage(HttpContext http) => http.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified
        && http.GetEndpoint() is null && PageTypes.ContainsKey(Path.GetExtension(http.Request.Path.Value) ?? "");

    public Task InvokeAsync(HttpContext http)
    {
        var request = http.Request;
        return (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && Find(request.Path) is (var file, var mediaType) && EncodingFor(http) is { } encoding
            ? SendAsync(http, Compressed(file, encoding), mediaType, encoding)
            : next(http);
    }

    private string? EncodingFor(HttpContext http) => compression.CheckRequestAcceptsCompression(http) ? compression.GetCompressionProvider(http)?.EncodingName : null;

    private (FileInfo File, string MediaType)? Find(PathString path)
    {
        if (path.StartsWithSegments(BaseMap, out var rest))
        {
            return In(Path.Combine(content.Data, "basemap"), rest, ".json") is { } part ? (part, MediaTypes.GeoJson) : null;
        }
        return PageTypes.TryGetValue(Path.GetExtension(path.Value) ?? "", out var type) && In(content.WebRoot, path, Path.GetExtension(path.Value!)) is { } file ? (file, type) : null;
    }

    // Names of letters, digits, dashes and single dots only: no way leads out of the folder.
    private static FileInfo? In(string folder, PathString path, string ending)
    {
        var parts = (path.Value ?? "").TrimStart('/').Split('/');
        var isPlain = path.Value!.EndsWith(ending, StringComparison.Ordinal)
            && parts.All(part => part.Length > 0 && part[0] != '.' && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.') && !part.Contains("..", StringComparison.Ordinal));
        return isPlain && new FileInfo(Path.Combine([folder, .. parts])) is { Exists: true } file ? file : null;
    }

    private Kept Compressed(FileInfo file, string encoding)
    {
        var tag = $"\"{file.LastWriteTimeUtc.Ticks:x}-{file.Length:x}\"";
        var key = (file.FullName, encoding);
        if (!kept.TryGetValue(key, out var known) || known.Tag != tag)
        {
            kept[key] = known = new Kept(tag, AnswerCompression.CompressFile(BytesOf(file), encoding));
        }
        return known;
    }

    private byte[] BytesOf(FileInfo file) =>
        file.Extension == ".js" && !file.FullName.StartsWith(Path.Combine(content.WebRoot, "lib") + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? Encoding.UTF8.GetBytes(ScriptComments.Without(File.ReadAllText(file.FullName)))
            : File.ReadAllBytes(file.FullName);

    private static async Task SendAsync(HttpContext http, Kept file, string mediaType, string encoding)
    {
        var response = http.Response;
        response.Headers.CacheControl = "no-cache";
        response.Headers.Vary = "Accept-Encoding";
        response.Headers.ETag = $"W/{file.Tag}";
        if (Conditional.Holds(http.Request, file.Tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        response.ContentType = mediaType;
        response.Headers.ContentEncoding = encoding;
        response.ContentLength = file.Bytes.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await response.Body.WriteAsync(file.Bytes, http.RequestAborted);
        }
    }
}
