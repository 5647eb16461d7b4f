using BorderMap.Web.Pages;

namespace BorderMap.Web.Pictures;

/// <summary>Draws a still picture: title, period, map, legend, scale bar, sources, licence. The same content is the same text, byte for byte; shapes and hatching keep it readable when printed grey.</summary>
internal static class PictureSvg
{
    private const int Margin = 22;
    private const int LegendWidth = 264;
    private const int Gap = 14;

    /// <summary>Areas wider than this, in pixels from their middle, are hatched faintly, so that what lies in them can be read.</summary>
    private const int Wide = 60;

    /// <summary>Narrower pictures have their legend below the map.</summary>
    private const int Narrow = 760;

    /// <param name="content">What is drawn.</param>
    /// <param name="width">Of the whole picture, in pixels.</param>
    /// <param name="height">Of the whole picture; one that is too low for its legend grows.</param>
    /// <param name="body">What is shown in the frame.</param>
    public static string Draw(PictureContent content, int width, int height, PictureBody body)
    {
        var (isNarrow, room) = (width < Narrow, width - (2 * Margin));
        var head = new List<Html>();
        var y = (double)Margin;
        Write(head, content, width, content.TitleWords, room, ref y, 20, "t");
        Write(head, content, width, content.Line, room, ref y, 12.5, "l");
        y += 10;
        var foot = content.Foot.SelectMany(line => PictureText.Wrap(line, room, 10.5)).ToList();
        var footHeight = (foot.Count * 14) + Margin;
        var mapWidth = isNarrow ? room : room - LegendWidth - Gap;
        var legendRoom = isNarrow ? room : LegendWidth;
        var legendHeight = PictureLegend.Height(body.Legend(mapWidth, (int)Math.Max(280, height - footHeight - Gap - y)), legendRoom);
        var mapHeight = (int)Math.Max(isNarrow ? 280 : Math.Max(240, legendHeight), height - footHeight - Gap - y - (isNarrow ? legendHeight + Gap : 0));
        var whole = (int)Math.Ceiling(y + mapHeight + (isNarrow ? Gap + legendHeight : 0) + Gap + footHeight);
        var isRtl = content.Text.Direction == "rtl";
        var mapLeft = isRtl && !isNarrow ? width - Margin - mapWidth : Margin;
        var legendLeft = isNarrow ? Margin : isRtl ? Margin : Margin + mapWidth + Gap;
        var legendTop = isNarrow ? y + mapHeight + Gap : y;
        var footTop = whole - footHeight + 12;
        return Html.Of($"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{whole}" viewBox="0 0 {width} {whole}" role="img" aria-labelledby="title desc" lang="{content.Text.Tag}" direction="{content.Text.Direction}" font-family="system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Naskh Arabic', 'DejaVu Sans', sans-serif">
            <title id="title">{content.TitleWords}</title>
            <desc id="desc">{content.Line}. {string.Join(" ", content.Foot)}</desc>
            <style>text{Style("fill:#1d262b")} .t{Style("font-size:20px;font-weight:650")} .l{Style("font-size:12.5px;fill:#3b4448")} .f{Style("font-size:10.5px;fill:#3b4448")} .k{Style("font-size:11px")} .h{Style("font-size:12px;font-weight:650")} .n{Style("font-size:11px;font-weight:650;text-anchor:middle;fill:#fff")} .a{Style("font-size:11px;font-weight:650;text-anchor:middle;paint-order:stroke;stroke:#fff;stroke-width:3px")} .m{Style("font-size:11.5px;font-weight:650;text-anchor:middle")} .x{Style("font-size:10.5px;fill:#3b4448")} .y{Style("font-size:10.5px;fill:#3b4448;text-anchor:end")} .p{Style("font-size:11px;paint-order:stroke;stroke:#faf8f3;stroke-width:2.5px;fill:#3b4448")}</style>
            <defs>{PictureBase.Hatching}<clipPath id="map"><rect width="{mapWidth}" height="{mapHeight}"/></clipPath></defs>
            <rect width="{width}" height="{whole}" fill="#fff"/>
            {head}
            <g transform="translate({mapLeft} {PicturePaths.Px(y)})">
            <g clip-path="url(#map)">
            {body.Draw(mapWidth, mapHeight)}
            </g>
            <rect width="{mapWidth}" height="{mapHeight}" fill="none" stroke="#a49d8e"/>
            </g>
            {PictureLegend.Draw(body.Legend(mapWidth, mapHeight), isRtl, legendLeft, legendTop, legendRoom)}
            {foot.Select((line, at) => Line(line, isRtl ? width - Margin : Margin, footTop + (at * 14), "f"))}
            </svg>
            """).ToString();
    }

    /// <summary>A line of text that begins there: at its right end, where it runs leftwards.</summary>
    public static Html Line(string text, double x, double y, string style) => Html.Of($"""<text class="{style}" x="{PicturePaths.Px(x)}" y="{PicturePaths.Px(y)}">{text}</text>""");

    /// <summary>A mark with its number where it stands for several. What is known only to an area is hatched: no spot says more than is known.</summary>
    public static Html Mark(PictureMark mark)
    {
        var (x, y, r, colour) = (PicturePaths.Px(mark.X), PicturePaths.Px(mark.Y), PicturePaths.Px(mark.Radius), PictureSymbols.Colour(mark.Family));
        var number = mark.Count > 1 ? Html.Of($"""<text class="{(mark.IsArea ? "a" : "n")}" x="{x}" y="{PicturePaths.Px(mark.Y + 4)}" direction="ltr">{mark.Count}</text>""") : Html.Empty;
        return mark.IsArea
            ? Html.Of($"""<circle cx="{x}" cy="{y}" r="{r}" fill="url(#hatch-{mark.Family ?? "mixed"})" fill-opacity="{(mark.Radius > Wide ? ".4" : "1")}" stroke="{colour}" stroke-dasharray="3 2"/>{number}""")
            : Html.Of($"""<path d="{PictureSymbols.Path(mark.Count > 1 ? null : mark.Family, mark.X, mark.Y, mark.Radius)}" fill="{colour}" stroke="#fff" stroke-width="1.2"/>{number}""");
    }

    private static Html Style(string rules) => Html.Of($"{{{rules}}}");

    private static void Write(List<Html> into, PictureContent content, int width, string text, int room, ref double y, double size, string style)
    {
        foreach (var line in PictureText.Wrap(text, room, size))
        {
            y += size + 2;
            into.Add(Line(line, content.Text.Direction == "rtl" ? width - Margin : Margin, y, style));
            y += 4;
        }
    }
}
