using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml;
using BorderMap.PostGis;
using BorderMap.Web.Http;

namespace BorderMap.Web.Endpoints;

/// <summary>Writes an Atom feed (RFC 4287) with GeoRSS-Simple points. An entry's id is the incident's own, so that a reader tells a changed incident from a new one wherever the map is served from.</summary>
public static class AtomFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string GeoRss = "http://www.georss.org/georss";

    /// <param name="items">What the feed tells, latest first.</param>
    /// <param name="site">The address of the map, without a slash at its end.</param>
    /// <param name="self">The feed's own address.</param>
    /// <param name="query">The filter as the map's address has it; empty: everything.</param>
    public static byte[] Write(IReadOnlyList<FeedItem> items, string site, string self, string query)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xmlns", "georss", null, GeoRss);
            xml.WriteAttributeString("xml", "lang", null, "en");
            Text(xml, "id", self);
            Text(xml, "title", "BorderMap: what is reported along the Durand Line");
            Text(xml, "subtitle", query.Length == 0 ? "Incidents as they are published or changed, each with who says so." : $"Incidents as they are published or changed, with the filter {Uri.UnescapeDataString(query)}");
            // What nothing happened in has no time of its own, and none is made up.
            Text(xml, "updated", Instant(items.Count == 0 ? DateTimeOffset.UnixEpoch : items.Max(item => item.Updated)));
            Link(xml, "self", self, "application/atom+xml");
            Link(xml, "alternate", site + "/" + (query.Length == 0 ? "" : "?" + query), "text/html");
            Link(xml, "license", "https://creativecommons.org/licenses/by/4.0/", null);
            Text(xml, "rights", "BorderMap's own data: CC BY 4.0. Sources keep their own rights.");
            xml.WriteStartElement("author", Atom);
            Text(xml, "name", "BorderMap");
            xml.WriteEndElement();
            foreach (var item in items)
            {
                Entry(xml, item, site);
            }
            xml.WriteEndElement();
        }
        return stream.ToArray();
    }

    private static void Entry(XmlWriter xml, FeedItem item, string site)
    {
        using var feature = JsonDocument.Parse(item.Feature);
        var properties = feature.RootElement.GetProperty("properties");
        xml.WriteStartElement("entry", Atom);
        Text(xml, "id", "urn:bordermap:incident:" + item.Id);
        Text(xml, "title", Of(properties, "title"));
        Text(xml, "updated", Instant(item.Updated));
        Text(xml, "published", Instant(item.Published));
        Link(xml, "alternate", site + Routes.PageOf(item.Id), "text/html");
        Link(xml, "related", site + Routes.DocumentOf(item.Id), MediaTypes.Json);
        foreach (var word in (string[])["kind", "family", "grade"])
        {
            xml.WriteStartElement("category", Atom);
            xml.WriteAttributeString("scheme", "urn:bordermap:" + word);
            xml.WriteAttributeString("term", Of(properties, word));
            xml.WriteEndElement();
        }
        Text(xml, "summary", Summary(properties));
        Point(xml, feature.RootElement.GetProperty("geometry"), properties);
        xml.WriteEndElement();
    }

    /// <summary>Kind, day, place with its precision, the reported range, the grade: never a figure without what it is.</summary>
    private static string Summary(JsonElement properties)
    {
        var (start, end) = (Of(properties, "date_start"), Of(properties, "date_end"));
        var place = string.Join(", ", ((string[])["place", "district", "province", "country"]).Select(name => Of(properties, name)).Where(part => part.Length > 0).Distinct());
        string[] parts =
        [
            Of(properties, "kind").Replace('_', ' '),
            start == end ? start : $"{start} to {end}",
            place.Length == 0 ? "" : $"{place} (place known to: {Of(properties, "precision")})",
            Range(properties, "killed"), Range(properties, "injured"),
            $"grade: {Of(properties, "grade")}", $"{Of(properties, "claims")} claims, {Of(properties, "sources")} sources",
        ];
        return string.Join("; ", parts.Where(part => part.Trim().Length > 0 && part != " to "));
    }

    private static string Range(JsonElement properties, string what)
    {
        var (low, high) = (Of(properties, what + "_low"), Of(properties, what + "_high"));
        return low.Length == 0 ? "" : $"reported {what}: {(high.Length == 0 ? $"{low} or more" : low == high ? low : $"{low} to {high}")}";
    }

    // Latitude first, as GeoRSS has it; the radius says how far the point is to be believed.
    private static void Point(XmlWriter xml, JsonElement geometry, JsonElement properties)
    {
        if (geometry.ValueKind != JsonValueKind.Object)
        {
            return;
        }
        var coordinates = geometry.GetProperty("coordinates");
        xml.WriteElementString("point", GeoRss, string.Create(CultureInfo.InvariantCulture, $"{coordinates[1].GetDouble()} {coordinates[0].GetDouble()}"));
        if (Of(properties, "radius_m") is { Length: > 0 } radius)
        {
            xml.WriteElementString("radius", GeoRss, radius);
        }
        xml.WriteElementString("featurename", GeoRss, Of(properties, "place"));
    }

    private static string Of(JsonElement properties, string name) => !properties.TryGetProperty(name, out var value) ? "" : value.ValueKind switch
    {
        JsonValueKind.String => Clean(value.GetString()!),
        JsonValueKind.Null => "",
        _ => value.GetRawText(),
    };

    // XML 1.0 has no place for most control characters.
    private static string Clean(string text) => string.Concat(text.Where((c, i) => XmlConvert.IsXmlChar(c) || (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) || (char.IsLowSurrogate(c) && i > 0 && char.IsHighSurrogate(text[i - 1]))));

    private static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static void Text(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Atom, text);

    private static void Link(XmlWriter xml, string relation, string address, string? type)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address);
        if (type is not null)
        {
            xml.WriteAttributeString("type", type);
        }
        xml.WriteEndElement();
    }
}
