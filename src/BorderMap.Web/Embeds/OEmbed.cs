using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml;
using BorderMap.Web.Http;
using BorderMap.Web.Pages;

namespace BorderMap.Web.Embeds;

/// <summary>What an oEmbed consumer is given (oembed.com, 2.3): a frame as rich content, with a still picture as its thumbnail.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Frame">The address in the frame.</param>
/// <param name="Picture">The address of the still picture; null: none.</param>
/// <param name="Width">Pixels of the frame.</param>
/// <param name="Height">Pixels of the frame.</param>
/// <param name="Site">The address of the site.</param>
public sealed record OEmbed(string Title, string Frame, string? Picture, int Width, int Height, string Site)
{
    /// <summary>One frame and nothing else: what consumers that trust nobody let through.</summary>
    public string Markup => Html.Of($"""<iframe src="{Frame}" title="{Title}" width="{Width}" height="{Height}" frameborder="0" scrolling="no"></iframe>""").ToString();

    public string Json()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonText.Writing))
        {
            json.WriteStartObject();
            foreach (var (name, value) in Members())
            {
                if (value is int number)
                {
                    json.WriteNumber(name, number);
                }
                else
                {
                    json.WriteString(name, (string)value);
                }
            }
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }

    public byte[] Xml()
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            xml.WriteStartDocument(standalone: true);
            xml.WriteStartElement("oembed");
            foreach (var (name, value) in Members())
            {
                xml.WriteElementString(name, Convert.ToString(value, CultureInfo.InvariantCulture));
            }
            xml.WriteEndElement();
        }
        return stream.ToArray();
    }

    private IEnumerable<(string Name, object Value)> Members()
    {
        yield return ("version", "1.0");
        yield return ("type", "rich");
        yield return ("provider_name", "BorderMap");
        yield return ("provider_url", Site + Routes.Map);
        yield return ("title", Title);
        yield return ("width", Width);
        yield return ("height", Height);
        yield return ("html", Markup);
        if (Picture is not null)
        {
            yield return ("thumbnail_url", Picture);
            yield return ("thumbnail_width", Cards.Width);
            yield return ("thumbnail_height", Cards.Height);
        }
    }
}
