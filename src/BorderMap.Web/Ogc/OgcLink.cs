using System.Text.Json;
using BorderMap.Web.Http;

namespace BorderMap.Web.Ogc;

/// <summary>A link of an answer.</summary>
/// <param name="Relation">By IANA's registry or OGC's.</param>
/// <param name="Address">Absolute.</param>
/// <param name="MediaType">Of what it leads to.</param>
/// <param name="Title">For people.</param>
public sealed record OgcLink(string Relation, string Address, string MediaType, string Title)
{
    private const string Registered = "http://www.opengis.net/def/rel/ogc/1.0/";

    public const string Licence = "https://creativecommons.org/licenses/by/4.0/";

    public static OgcLink Of(string relation, HttpContext http, string path, string mediaType, string title) => new(relation, Links.Base(http) + path, mediaType, title);

    /// <summary>A link relation of OGC's own registry.</summary>
    public static string Ogc(string name) => Registered + name;

    /// <summary>To the answer itself and to its other form.</summary>
    /// <param name="http">The request.</param>
    /// <param name="json">The media type of the form for programs.</param>
    public static IEnumerable<OgcLink> SelfAndAlternate(HttpContext http, string json)
    {
        var isPage = AnswerForm.Of(http).IsPage;
        var (page, program) = (("text/html", "html", "As a page"), (json, "json", "As JSON"));
        var (self, other) = isPage ? (page, program) : (program, page);
        yield return new("self", Links.Self(http), self.Item1, "This document");
        yield return new("alternate", Links.With(http, Parameters.Form, other.Item2), other.Item1, other.Item3);
    }

    public static OgcLink LicenceLink(string mediaType = "text/html") => new("license", Licence, mediaType, "CC BY 4.0");

    public static void Write(Utf8JsonWriter json, IEnumerable<OgcLink> links)
    {
        json.WriteStartArray("links");
        foreach (var link in links)
        {
            json.WriteStartObject();
            json.WriteString("rel", link.Relation);
            json.WriteString("type", link.MediaType);
            json.WriteString("title", link.Title);
            json.WriteString("href", link.Address);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>As the header says them.</summary>
    public static string Header(IEnumerable<OgcLink> links) => string.Join(", ", links.Select(link => $"<{link.Address}>; rel=\"{link.Relation}\"; type=\"{link.MediaType}\""));
}
