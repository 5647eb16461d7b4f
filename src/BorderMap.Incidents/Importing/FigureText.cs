using System.Globalization;
using System.Text.RegularExpressions;
using BorderMap.Incidents.Model;

namespace BorderMap.Incidents.Importing;

/// <summary>How a cell writes a number of people: <c>5</c>, <c>5-7</c>, <c>5+</c> for "at least 5".</summary>
public static partial class FigureText
{
    /// <summary>Null when it is no such text.</summary>
    public static Figure? Read(string text)
    {
        if (Shape().Match(text) is not { Success: true } match)
            return null;
        if (!int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var min))
            return null;
        if (match.Groups[2].Success)
            return new(min, null);
        if (!match.Groups[3].Success)
            return new(min, min);
        return int.TryParse(match.Groups[3].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var max) ? new(min, max) : null;
    }

    /// <summary>As <see cref="Read"/> reads it; empty for a figure that says nothing in numbers.</summary>
    public static string Write(Figure? figure) => figure switch
    {
        null or { Min: null } => "",
        { Max: null } => $"{figure.Min}+",
        _ when figure.Min == figure.Max => $"{figure.Min}",
        _ => $"{figure.Min}-{figure.Max}",
    };

    [GeneratedRegex(@"\A([0-9]{1,9})(?:(\+)|\s?[-–]\s?([0-9]{1,9}))?\z")]
    private static partial Regex Shape();
}
