namespace BorderMap.Reports.Reading;

/// <summary>A sentence.</summary>
/// <param name="Span">Where it stands in the text.</param>
/// <param name="First">Number of its first token.</param>
/// <param name="Last">Number after its last token.</param>
/// <param name="Block">Number of the block that holds it.</param>
internal readonly record struct Sentence(TextSpan Span, int First, int Last, int Block);
