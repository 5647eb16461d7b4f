namespace BorderMap.Reports.Training;

/// <summary>One choice, with the answer of whoever annotated the text.</summary>
/// <param name="Article">The text it stands in.</param>
/// <param name="Label">Number of the right label.</param>
/// <param name="Rule">What the rules say, as a label; -1: something else.</param>
/// <param name="Features">What is known of it.</param>
/// <param name="Weight">How much it counts.</param>
/// <param name="Shown">The words, for reading.</param>
internal sealed record Instance(string Article, int Label, int Rule, IReadOnlyList<string> Features, double Weight, string Shown);
