using BorderMap.Web.Http;
using BorderMap.Web.Pages;

namespace BorderMap.Web.Embeds;

/// <summary>What previews of a page show of it (Open Graph, Twitter), and where its oEmbed is. The picture is SVG: services that draw only rasters show title and description alone.</summary>
internal static class Cards
{
    /// <summary>Pixels of the picture; the proportions that previews have.</summary>
    public const int Width = 1200;
    public const int Height = 630;

    /// <param name="text">The language of the page.</param>
    /// <param name="card">What is told.</param>
    /// <param name="site">The address of the site.</param>
    public static Html Head(PageText text, Card card, string site) => Html.Of($"""
        <meta name="description" content="{card.Description}">
        <meta property="og:site_name" content="BorderMap">
        <meta property="og:type" content="{card.Type}">
        <meta property="og:locale" content="{text.Locale}">
        <meta property="og:title" content="{card.Title}">
        <meta property="og:description" content="{card.Description}">
        <meta property="og:url" content="{site}{card.Path}">
        <meta property="og:image" content="{PictureOf(site, card.Picture)}">
        <meta property="og:image:type" content="{MediaTypes.Svg}">
        <meta property="og:image:width" content="{Width}">
        <meta property="og:image:height" content="{Height}">
        <meta property="og:image:alt" content="{card.Title}">
        <meta name="twitter:card" content="summary_large_image">
        <link rel="alternate" type="application/json+oembed" href="{OEmbedOf(site, card, "json")}" title="{card.Title}">
        <link rel="alternate" type="text/xml+oembed" href="{OEmbedOf(site, card, "xml")}" title="{card.Title}">
        """);

    /// <param name="site">The address of the site.</param>
    /// <param name="query">Filter and state, as an address has them.</param>
    public static string PictureOf(string site, string query) => $"{site}{Routes.Snapshot}?{(query.Length == 0 ? "" : query + "&")}width={Width}&height={Height}";

    // The types stand in the template: consumers look for their very letters, and encoding would write the plus sign otherwise.
    private static string OEmbedOf(string site, Card card, string format) => $"{site}{Routes.OEmbed}?url={Uri.EscapeDataString(site + card.Path)}&format={format}";
}

/// <summary>What is told of a page.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Description">In a sentence or two.</param>
/// <param name="Path">Its address on the site, with its query.</param>
/// <param name="Picture">What its picture shows: a query of <c>/snapshot.svg</c>.</param>
/// <param name="Type">By Open Graph's words.</param>
internal sealed record Card(string Title, string Description, string Path, string Picture, string Type = "website");
