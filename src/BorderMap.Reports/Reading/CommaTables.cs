namespace BorderMap.Reports.Reading;

/// <summary>Tables whose cells commas part, as trackers export them: the commas become bars, so that rows are read as those of any table.</summary>
internal static class CommaTables
{
    private const int LeastCells = 4;
    private const int LongestHeading = 200;

    /// <summary>As long as the text; itself where no line names columns between commas.</summary>
    public static string Barred(string text)
    {
        char[]? barred = null;
        var columns = 0;
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOf('\n');
            var end = length < 0 ? text.Length : start + length;
            var commas = Commas(text.AsSpan(start, end - start));
            columns = columns > 0 && commas.Count >= columns - 1 ? columns : NamesColumns(text, start, end, commas) ? commas.Count + 1 : 0;
            // What the last cell holds of commas is its own.
            foreach (var comma in commas.Take(Math.Max(0, columns - 1)))
            {
                (barred ??= text.ToCharArray())[start + comma] = '|';
            }
            start = end + 1;
        }
        return barred is null ? text : new string(barred);
    }

    /// <summary>Where the commas of a line stand that are in no quotation.</summary>
    private static List<int> Commas(ReadOnlySpan<char> line)
    {
        var (commas, isQuoted) = (new List<int>(), false);
        for (var at = 0; at < line.Length; at++)
        {
            isQuoted ^= line[at] == '"';
            if (line[at] == ',' && !isQuoted)
            {
                commas.Add(at);
            }
        }
        return commas;
    }

    /// <summary>"date,district,event,killed": no sentence names so many columns and nothing else.</summary>
    private static bool NamesColumns(string text, int start, int end, List<int> commas)
    {
        if (commas.Count < LeastCells - 1 || end - start > LongestHeading || text.AsSpan(start, end - start).ContainsAny('.', '|', ';'))
        {
            return false;
        }
        var cells = new List<TextSpan>();
        foreach (var comma in commas.Append(end - start))
        {
            var from = cells.Count == 0 ? start : cells[^1].End + 1;
            cells.Add(new TextSpan(from, start + comma));
        }
        return Tables.NamesColumns(text, cells);
    }
}
