using BorderMap.Gazetteer;

namespace BorderMap.Web.Http;

/// <summary>The language that a request wants names in.</summary>
public static class AskedLanguage
{
    /// <summary>The most wanted of <c>Accept-Language</c> that names are kept in (RFC 9110, 12.5.4), else English.</summary>
    public static NameLanguage OfHeader(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage
            .Where(asked => asked.Quality is not 0)
            .OrderByDescending(asked => asked.Quality ?? 1)
            .Select(asked => NameLanguage.Find(asked.Value.ToString()))
            .FirstOrDefault(language => language is not null) ?? NameLanguage.English;
}
