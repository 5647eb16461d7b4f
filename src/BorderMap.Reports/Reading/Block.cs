namespace BorderMap.Reports.Reading;

/// <summary>What a stretch of lines is to the text.</summary>
internal enum BlockKind
{
    Paragraph,
    Heading,

    /// <summary>A line of a list, table or ticker: a record of its own.</summary>
    Row,
    Boilerplate,
}

/// <summary>A paragraph, heading or row.</summary>
/// <param name="Span">Where it stands, without space around it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Why">Why it counts as boilerplate; else null.</param>
internal sealed record Block(TextSpan Span, BlockKind Kind, string? Why = null);
