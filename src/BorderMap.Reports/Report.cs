namespace BorderMap.Reports;

/// <summary>A text that tells of happenings, as it was pasted or read from a file.</summary>
/// <param name="Text">Plain text or HTML, untouched: every offset that extraction gives counts its UTF-16 code units.</param>
public sealed record Report(string Text)
{
    /// <summary>The civil day of publication; null: looked for in the text. Relative days count from it, never from today.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Who published it; null: not known.</summary>
    public string? Publisher { get; init; }

    /// <summary>Its headline, where it is not in the text.</summary>
    public string? Title { get; init; }
    public string? Url { get; init; }
}
