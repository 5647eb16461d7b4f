using BorderMap.PostGis;
using Microsoft.Extensions.Primitives;

namespace BorderMap.Web.Http;

/// <summary>Marks a route whose answer is kept: given again while the public sequence stays, and, marked as old, while the database is away.</summary>
/// <param name="KeepsItself">Whether it keeps its answers itself; else they are kept as they go out.</param>
public sealed record MayBeOld(bool KeepsItself = false);

/// <summary>An answer as it was last given to anyone. Only those of the public sequence last seen are shown: not what has changed or was withheld since.</summary>
/// <param name="ContentType">Its media type.</param>
/// <param name="Tag">The entity tag that its route gave it; null: those of the public sequence serve.</param>
/// <param name="Body">Its bytes.</param>
public sealed record KeptAnswer(string? ContentType, string? Tag, byte[] Body)
{
    /// <summary>The content coding of the bytes; null: none.</summary>
    public string? Encoding { get; init; }

    /// <summary>What else its route says in headers.</summary>
    public IReadOnlyList<KeyValuePair<string, StringValues>> Headers { get; init; } = [];

    /// <summary>What an answer depends on beside the public sequence.</summary>
    public static string KeyOf(HttpContext http) =>
        $"{Links.Base(http)}\n{http.Request.Path}\n{http.Request.QueryString}\n{AskedLanguage.OfHeader(http.Request).Tag}\n{http.Features.Get<AnswerForm>()?.MediaType}";

    public static LastUsed<string, KeptAnswer> Few() => new(Limits.AnswerBytesKept, (key, answer) => (2 * key.Length) + answer.Body.Length);
}
