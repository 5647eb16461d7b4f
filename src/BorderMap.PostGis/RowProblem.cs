using BorderMap.Incidents;

namespace BorderMap.PostGis;

/// <summary>What is wrong with a row of a file, part by part.</summary>
/// <param name="Row">How messages name the row: <c>line 17</c>, <c>incidents[17]</c>, <c>file</c>.</param>
/// <param name="Line">The line, or the number of the feature; null where rows have none.</param>
/// <param name="Column">The column, or the path in the document.</param>
/// <param name="Problem">Its value, the reason and what would be right.</param>
public sealed record RowProblem(string Row, long? Line, string Column, Problem Problem);
