namespace BorderMap.Gazetteer.Evaluating;

/// <summary>Writes rows as aligned columns: the first to the left, the others to the right.</summary>
internal static class TextTable
{
    public static void Write(TextWriter output, string title, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows)
    {
        var all = rows.Prepend(header).ToList();
        var widths = header.Select((_, column) => all.Max(row => row[column].Length)).ToList();
        output.Write($"{title}\n");
        foreach (var row in all)
        {
            var cells = row.Select((cell, column) => column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]));
            output.Write($"  {string.Join("  ", cells).TrimEnd()}\n");
        }
        output.Write('\n');
    }

    /// <summary>"84.9 %", or a dash of none.</summary>
    public static string Share(int part, int all) => all == 0 ? "-" : FormattableString.Invariant($"{100.0 * part / all:F1} %");
}
