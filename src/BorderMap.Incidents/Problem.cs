namespace BorderMap.Incidents;

/// <summary>Why something given cannot be used, as a value: expected failures are not thrown.</summary>
/// <param name="Code">A word for programs, <c>unknown-kind</c>; stable.</param>
/// <param name="Field">Where: the path in the document (<c>claims[2].killed.max</c>) or the name of the parameter.</param>
/// <param name="Value">What was given, shortened; null when nothing was.</param>
/// <param name="Message">What is wrong, in a sentence.</param>
/// <param name="Fix">What would be right, in a sentence.</param>
public sealed record Problem(string Code, string Field, string? Value, string Message, string Fix)
{
    /// <summary>The character of the value at which it is wrong, counted from 1; null when the whole value is.</summary>
    public int? Position { get; init; }
}
