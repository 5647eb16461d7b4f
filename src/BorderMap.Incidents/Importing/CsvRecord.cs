namespace BorderMap.Incidents.Importing;

/// <summary>One record of a CSV file.</summary>
/// <param name="Line">The line on which it begins, from 1.</param>
/// <param name="Values">Its cells, unquoted.</param>
/// <param name="Problem">Why it, and what follows, cannot be read; the cells are then empty.</param>
public sealed record CsvRecord(long Line, string[] Values, Problem? Problem = null);
