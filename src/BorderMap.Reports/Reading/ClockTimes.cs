namespace BorderMap.Reports.Reading;

/// <summary>Times of day at the head of a line: "18:05", "9.40", "0730".</summary>
internal static class ClockTimes
{
    /// <summary>Hour and minute as they are written, be there such a time or not, where they end, and whether a mark parts them; null where the line begins otherwise, or holds nothing more.</summary>
    public static (int Hour, int Minute, int Last, bool IsMarked)? At(ReadOnlySpan<char> line)
    {
        var digits = 0;
        while (digits < line.Length && digits < 4 && char.IsAsciiDigit(line[digits]))
        {
            digits++;
        }
        if (digits == 4 && line.Length > 5)
        {
            return (int.Parse(line[..2]), int.Parse(line[2..4]), 4, false);
        }
        return digits is 1 or 2 && line.Length > digits + 3 && line[digits] is ':' or '.' && char.IsAsciiDigit(line[digits + 1]) && char.IsAsciiDigit(line[digits + 2]) ? (int.Parse(line[..digits]), int.Parse(line.Slice(digits + 1, 2)), digits + 3, true) : null;
    }

    public static bool IsOfDay(int hour, int minute) => hour < 24 && minute < 60;
}
