using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace BorderMap.Web.Pages;

/// <summary>Finished HTML. The only way to make it is <see cref="Of"/>, which encodes every value put into the template: the one gate between data and markup.</summary>
public readonly struct Html
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly string? text;

    private Html(string text) => this.text = text;

    public static Html Empty => default;

    /// <summary>The template's own text as it stands, every value between braces encoded for text and quoted attributes.</summary>
    public static Html Of(Template template) => new(template.Finish());

    public static Html Join(IEnumerable<Html> parts) => new(string.Concat(parts));

    /// <summary>The address when a reader may safely follow it, else null: a source's URL is somebody else's text.</summary>
    public static string? WebAddress(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? url : null;

    public override string ToString() => text ?? "";

    /// <summary>Collects a template's parts.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Template(int literalLength, int formattedCount)
    {
        private readonly StringBuilder builder = new(literalLength + (formattedCount * 16));

        public void AppendLiteral(string value) => builder.Append(value);

        public void AppendFormatted(Html value) => builder.Append(value.text);

        public void AppendFormatted(IEnumerable<Html> values)
        {
            foreach (var value in values)
            {
                builder.Append(value.text);
            }
        }

        public void AppendFormatted(string? value) => builder.Append(Encoder.Encode(value ?? ""));

        public void AppendFormatted(int value) => builder.Append(value);

        public void AppendFormatted(long value) => builder.Append(value);

        internal string Finish() => builder.ToString();
    }
}
