using System.Globalization;
using BorderMap.Incidents;

namespace BorderMap.Web.Http;

/// <summary>The version that a change was made of, from <c>If-Match</c>: so that nobody overwrites what they have not seen.</summary>
public static class IfMatch
{
    /// <summary>The tag of a document: <c>"ID.VERSION"</c>.</summary>
    public static string TagOf(string id, int version) => $"\"{id}.{version}\"";

    /// <summary>Reads the header.</summary>
    /// <param name="request">The request.</param>
    /// <param name="id">The document that it is to change.</param>
    /// <returns>The version, 0 for a tag that is none of this document's; a problem where the header is missing or would match anything.</returns>
    public static (int Version, Problem? Problem) VersionOf(HttpRequest request, string id)
    {
        var tags = request.GetTypedHeaders().IfMatch;
        if (tags.Count != 1 || tags[0].Tag == "*")
        {
            return (0, new Problem(ProblemCodes.PreconditionRequired, "If-Match", request.Headers.IfMatch.ToString() is { Length: > 0 } given ? given : null,
                "The request does not say which version it changes.", $"Send the ETag of the document that you changed: If-Match: {TagOf(ProblemResult.Echo(id), 1)}."));
        }
        var tag = tags[0].Tag.AsSpan();
        var start = $"\"{id}.";
        var isOwn = !tags[0].IsWeak && tag.Length > start.Length && tag.StartsWith(start, StringComparison.Ordinal);
        return (isOwn && int.TryParse(tag[start.Length..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0, null);
    }
}
