using System.Text.Json;
using BorderMap.Web.Pages;

namespace BorderMap.Web.Pictures.Bodies;

/// <summary>The latest incidents, a row each: when, what, where, how sure.</summary>
/// <param name="content">What is told.</param>
/// <param name="documents">Public documents, latest first.</param>
internal sealed class LatestBody(PictureContent content, IReadOnlyList<JsonElement> documents) : PictureBody(content)
{
    private const int Row = 40;

    public override Html Draw(int width, int height)
    {
        var words = new Pages.Words(Text);
        var isRtl = Text.Direction == "rtl";
        var x = isRtl ? width - 14 : 14;
        return Html.Of($"""<rect width="{width}" height="{height}" fill="#fff"/>{documents.Take(Shown(height)).Select((document, at) => Html.Of($"""
            {PictureSvg.Line(Text.Isolated(Cut(document.Text("title") ?? document.Text("id")!, width, 12)), x, (at * Row) + 22, "h")}
            {PictureSvg.Line(Cut(string.Join(" · ", words.Date(document.Object("date")), words.Kind(document.Text("kind")), Text.Word("grade", document.Object("derived")?.Text("grade"))), width, 11), x, (at * Row) + 37, "k")}
            <path d="M10 {(at + 1) * Row + 5}H{width - 10}" stroke="#e2ddd1"/>
            """))}""");
    }

    public override IEnumerable<LegendRow> Legend(int width, int height)
    {
        var shown = Math.Min(documents.Count, Shown(height));
        return [Heading("picture.account"), Told("picture.listed", shown), Told("picture.earlier", Content.Spots.Count - shown)];
    }

    private static int Shown(int height) => Math.Max(1, (height - 8) / Row);

    private static string Cut(string text, int width, double size)
    {
        var most = Math.Max(8, (int)((width - 28) / PictureText.Width("n", size)));
        return text.Length > most ? text[..(most - 2)] + " …" : text;
    }
}
