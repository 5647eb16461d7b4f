using BorderMap.Web.Pages;

namespace BorderMap.Web.Pictures.Bodies;

/// <summary>The map with one of its layers.</summary>
/// <param name="content">What is told.</param>
/// <param name="frameOf">What the map shows, for its size in pixels.</param>
/// <param name="shapes">The base map.</param>
internal abstract class MapBody(PictureContent content, Func<int, int, PictureFrame> frameOf, BaseShapes shapes) : PictureBody(content)
{
    protected BaseShapes Shapes { get; } = shapes;

    public override Html Draw(int width, int height)
    {
        var frame = frameOf(width, height);
        return Html.Of($"""
            {PictureBase.Draw(frame, Shapes, Content.Worldview)}
            {Below(frame)}
            {PictureBase.Towns(frame, Shapes)}
            {Above(frame)}
            {PictureBase.Scale(frame, Text)}
            """);
    }

    public override IEnumerable<LegendRow> Legend(int width, int height)
    {
        var frame = frameOf(width, height);
        return [Heading("picture.legend"), .. Keys(frame), new(Text[$"picture.line.{Content.Worldview}"]), Heading("picture.account"), .. Account(frame)];
    }

    /// <summary>What lies below the names of towns.</summary>
    protected abstract Html Below(PictureFrame frame);

    /// <summary>What lies above them.</summary>
    protected virtual Html Above(PictureFrame frame) => Html.Empty;

    protected abstract IEnumerable<LegendRow> Keys(PictureFrame frame);

    protected abstract IEnumerable<LegendRow> Account(PictureFrame frame);
}
