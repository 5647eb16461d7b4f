namespace BorderMap.Web.Overviews;

/// <summary>A piece of text, with the address where what it says can be seen.</summary>
public sealed record Run(string Text, string? Href = null)
{
    public static implicit operator Run(string text) => new(text);
}

/// <summary>What a filter shows, in words for a report: English, by plain rules.</summary>
/// <param name="Pub">The public sequence that it tells of.</param>
/// <param name="Incidents">How many incidents it is about.</param>
/// <param name="Paragraphs">The text.</param>
/// <param name="Head">The table's columns.</param>
/// <param name="Rows">The table: an incident a row.</param>
/// <param name="Notes">What has to stand below: coverage, version, licence.</param>
public sealed record Overview(long Pub, long Incidents, IReadOnlyList<IReadOnlyList<Run>> Paragraphs, IReadOnlyList<string> Head, IReadOnlyList<IReadOnlyList<Run>> Rows, IReadOnlyList<IReadOnlyList<Run>> Notes);
