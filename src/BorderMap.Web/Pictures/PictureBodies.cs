using System.Text.Json;
using BorderMap.Web.Http;
using BorderMap.Web.Pictures.Bodies;

namespace BorderMap.Web.Pictures;

/// <summary>Which body a picture has: the same words choose it as choose what the map and the embed show.</summary>
internal sealed record PictureBodies(BaseShapes Shapes, Func<int, int, PictureFrame> FrameOf, bool IsKilled)
{
    /// <param name="widget">By the words of <see cref="Parameters.Widget"/>.</param>
    /// <param name="layer">By the words of the map's layers.</param>
    /// <param name="content">What is told.</param>
    /// <param name="latest">Public documents, latest first, for their list.</param>
    public PictureBody Of(string widget, string layer, PictureContent content, IReadOnlyList<JsonElement> latest) => (widget, layer) switch
    {
        ("line", _) => new LineTimeBody(content, Shapes, IsKilled),
        ("histogram", _) => new HistogramBody(content, IsKilled),
        ("counter", _) => new CounterBody(content),
        ("latest", _) => new LatestBody(content, latest),
        (_, "heat") => new HeatBody(content, FrameOf, Shapes),
        (_, "districts" or "provinces") => new UnitsBody(content, FrameOf, Shapes, layer, IsKilled),
        (_, "episodes") => new EpisodesBody(content, FrameOf, Shapes),
        _ => new IncidentsBody(content, FrameOf, Shapes),
    };
}
