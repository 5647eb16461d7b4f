namespace BorderMap.Gazetteer.Evaluating;

/// <summary>A row and the number of the line, from 1, on which it begins.</summary>
internal sealed record TableRow(int Line, IReadOnlyList<string> Cells);
