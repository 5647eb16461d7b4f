using BorderMap.Web.Pages;

namespace BorderMap.Web.Pictures;

/// <summary>What a picture shows in its frame, and what explains it: the map with one of its layers, or a chart.</summary>
internal abstract class PictureBody(PictureContent content)
{
    protected PictureContent Content { get; } = content;

    protected PageText Text => Content.Text;

    /// <summary>The drawing, from the frame's left and top edge.</summary>
    public abstract Html Draw(int width, int height);

    /// <summary>Rows of the legend; the last say what became of every incident.</summary>
    public abstract IEnumerable<LegendRow> Legend(int width, int height);

    protected LegendRow Heading(string key) => new(Text[key], IsHeading: true);

    /// <summary>A row that tells a number of incidents.</summary>
    protected LegendRow Told(string key, long count) => new(Text.Say(key, ("n", Text.Digits($"{count}"))));

    /// <summary>The classes of a shading, the lowest first.</summary>
    protected IEnumerable<LegendRow> Classes(IReadOnlyList<int> bounds, int most)
    {
        for (var at = 0; at <= bounds.Count && most > 0; at++)
        {
            var (from, to) = (at == 0 ? 1 : bounds[at - 1] + 1, at < bounds.Count ? bounds[at] : most);
            var words = from >= to ? Text.Digits($"{to}") : Text.Say("figure.between", ("low", Text.Digits($"{from}")), ("high", Text.Digits($"{to}")));
            yield return new(words, Html.Of($"""<rect x="-9" y="-7" width="18" height="14" fill="{Shades.Colour(at, bounds.Count + 1)}" stroke="#7d8287" stroke-width=".6"/>"""));
        }
    }
}

/// <summary>A row of the legend.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Key">What is drawn beside it, about its middle; empty: nothing.</param>
/// <param name="IsHeading">Whether it stands at the edge, in heavier type.</param>
internal sealed record LegendRow(string Text, Html Key = default, bool IsHeading = false);
