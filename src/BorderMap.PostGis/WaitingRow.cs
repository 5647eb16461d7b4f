namespace BorderMap.PostGis;

/// <summary>A row of a file that comes in as a draft, since a person has to choose its place.</summary>
/// <param name="Row">The row of the file.</param>
/// <param name="Title">The incident's title.</param>
/// <param name="Why">Its notes: which name, and which places it may be.</param>
public sealed record WaitingRow(string Row, string Title, string Why);
