namespace BorderMap.Reports;

/// <summary>A stretch of the report's text in UTF-16 code units: start inclusive, end exclusive, never empty where it is evidence.</summary>
public readonly record struct TextSpan(int Start, int End)
{
    public int Length => End - Start;

    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    public bool Holds(TextSpan other) => Start <= other.Start && other.End <= End;

    /// <summary>The text's own letters there.</summary>
    public string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text[Start..End];
    }

    /// <summary>From the start of the first to the end of the last.</summary>
    public TextSpan Through(TextSpan other) => new(Math.Min(Start, other.Start), Math.Max(End, other.End));
}
