using System.Globalization;

namespace BorderMap.Incidents;

/// <summary>A stretch of the Durand Line, in kilometres from the tripoint with Iran, both ends inclusive; null: open.</summary>
public readonly record struct LineStretch(double? From, double? To)
{
    /// <summary>More than the line is long; positions are never negative.</summary>
    public const double MaxKm = 5000;

    private const string Between = "..";

    /// <summary>Reads <c>300..420</c>, <c>300..</c> or <c>..420</c>.</summary>
    /// <returns>The stretch, or what is wrong with the text.</returns>
    public static (LineStretch? Stretch, string? Error) Parse(string text)
    {
        var at = text.IndexOf(Between, StringComparison.Ordinal);
        if (at < 0)
            return (null, "it has no two dots between its ends");
        if (!ReadEnd(text[..at], out var from) || !ReadEnd(text[(at + Between.Length)..], out var to))
            return (null, $"its ends are not kilometres from 0 to {MaxKm}");
        if (from is null && to is null)
            return (null, "both its ends are open");
        return from > to ? (null, "it ends before it begins") : (new(from, to), null);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{From}{Between}{To}");

    private static bool ReadEnd(string text, out double? km)
    {
        km = null;
        if (text.Length == 0)
            return true;
        if (!double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || value > MaxKm)
            return false;
        km = value;
        return true;
    }
}
