using Microsoft.AspNetCore.Http.Extensions;

namespace BorderMap.Web.Http;

/// <summary>Absolute links: below the public address where one is set, else below the one the request came to.</summary>
public static class Links
{
    /// <summary>The address without a slash at its end.</summary>
    public static string Base(HttpContext http) =>
        http.RequestServices.GetRequiredService<Settings>().PublicUrl is { } url
            ? url.ToString().TrimEnd('/')
            : UriHelper.BuildAbsolute(http.Request.Scheme, http.Request.Host, http.Request.PathBase).TrimEnd('/');

    /// <summary>The request's own address.</summary>
    public static string Self(HttpContext http) => Base(http) + http.Request.Path.ToUriComponent() + http.Request.QueryString.ToUriComponent();

    /// <summary>The request's own address with one parameter set to another value.</summary>
    public static string With(HttpContext http, Parameter parameter, string value)
    {
        var others = http.Request.Query.Where(pair => pair.Key != parameter.Name).SelectMany(pair => pair.Value.Select(one => KeyValuePair.Create(pair.Key, one)));
        return Base(http) + http.Request.Path.ToUriComponent() + QueryString.Create(others.Append(KeyValuePair.Create(parameter.Name, (string?)value))).ToUriComponent();
    }
}
