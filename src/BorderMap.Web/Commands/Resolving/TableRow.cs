namespace BorderMap.Web.Commands.Resolving;

/// <summary>One row of a CSV file.</summary>
/// <param name="Line">The number of its first line in the file, from 1.</param>
/// <param name="Raw">As it stands in the file, without its line end.</param>
/// <param name="Fields">The values.</param>
internal sealed record TableRow(long Line, string Raw, string[] Fields)
{
    /// <summary>Whether nothing stands in it: it is no row, but stays where it is.</summary>
    public bool IsBlank => Raw.Length == 0;
}
