namespace BorderMap.PostGis.Columns;

/// <summary>Public incidents as columns, in the format of <c>docs/COLUMNS.md</c>.</summary>
/// <param name="Bytes">The file.</param>
/// <param name="Now">The public sequence when it was read; a later one may change even what an earlier state shows.</param>
public sealed record ColumnFile(byte[] Bytes, long Now);
