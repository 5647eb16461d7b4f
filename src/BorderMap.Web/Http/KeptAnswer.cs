using BorderMap.PostGis;

namespace BorderMap.Web.Http;

/// <summary>Marks a route whose last answer may be given again while the database is away.</summary>
/// <param name="KeepsItself">Whether it keeps its answers itself; else they are kept as they go out.</param>
public sealed record MayBeOld(bool KeepsItself = false);

/// <summary>An answer as it was last given to anyone, not compressed, for while the database is away. Only those of the public sequence last seen are shown: not what has changed or was withheld since.</summary>
public sealed record KeptAnswer(string? ContentType, string? Tag, byte[] Body)
{
    /// <summary>What an answer depends on beside the public sequence.</summary>
    public static string KeyOf(HttpContext http) =>
        $"{Links.Base(http)}\n{http.Request.Path}\n{http.Request.QueryString}\n{AskedLanguage.OfHeader(http.Request).Tag}\n{http.Features.Get<AnswerForm>()?.MediaType}";

    public static LastUsed<string, KeptAnswer> Few() => new(Limits.AnswerBytesKept, answer => answer.Body.Length);
}
