using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Figures;

/// <summary>Tolls of tables: a heading row names the columns, each row below gives its own figures.</summary>
internal static class TableTolls
{
    private const int LeastCells = 3;

    /// <summary>By sentence, the tolls that the columns give.</summary>
    public static ILookup<int, Toll> Find(ReportText text)
    {
        var found = new List<(int, Toll)>();
        List<(Outcome? Outcome, int Cell)>? columns = null;
        var width = 0;
        for (var block = 0; block < text.Blocks.Count; block++)
        {
            var cells = text.Blocks[block].Kind is BlockKind.Row ? Cells(text, text.Blocks[block].Span) : [];
            if (cells.Count < LeastCells || (columns is not null && cells.Count != width))
            {
                columns = null;
            }
            if (cells.Count < LeastCells)
            {
                continue;
            }
            if (Heading(text, cells) is { } heading)
            {
                (columns, width) = (heading, cells.Count);
            }
            else if (columns is not null)
            {
                found.AddRange(Row(text, cells, columns));
            }
        }
        return found.ToLookup(pair => pair.Item1, pair => pair.Item2);
    }

    private static List<TextSpan> Cells(ReportText text, TextSpan row)
    {
        var separator = text.Plain.AsSpan(row.Start, row.Length) switch
        {
            var line when line.Count('|') >= LeastCells - 1 => '|',
            var line when line.Count('\t') >= LeastCells - 1 => '\t',
            _ => ';',
        };
        var cells = new List<TextSpan>();
        for (var start = row.Start; start <= row.End;)
        {
            var length = text.Plain.AsSpan(start, row.End - start).IndexOf(separator);
            var end = length < 0 ? row.End : start + length;
            if (end > start || separator != '\t')
            {
                cells.Add(new TextSpan(start, end));
            }
            start = end + 1;
        }
        return cells;
    }

    private static List<(Outcome?, int)>? Heading(ReportText text, List<TextSpan> cells)
    {
        var columns = cells.Select((cell, i) => (OutcomeOf(text.Plain.AsSpan(cell.Start, cell.Length).Trim()), i)).ToList();
        return columns.Exists(column => column.Item1 is not null) && !cells.Exists(cell => text.Plain.AsSpan(cell.Start, cell.Length).ContainsAnyInRange('0', '9')) ? columns : null;
    }

    private static Outcome? OutcomeOf(ReadOnlySpan<char> heading) => heading switch
    {
        _ when heading.Equals("killed", StringComparison.OrdinalIgnoreCase) || heading.Equals("dead", StringComparison.OrdinalIgnoreCase) || heading.Equals("deaths", StringComparison.OrdinalIgnoreCase) || heading.Equals("KIA", StringComparison.OrdinalIgnoreCase) || heading.Equals("martyred", StringComparison.OrdinalIgnoreCase) || heading.Equals("fatalities", StringComparison.OrdinalIgnoreCase) => Outcome.Killed,
        _ when heading.Equals("injured", StringComparison.OrdinalIgnoreCase) || heading.Equals("wounded", StringComparison.OrdinalIgnoreCase) || heading.Equals("injuries", StringComparison.OrdinalIgnoreCase) || heading.Equals("WIA", StringComparison.OrdinalIgnoreCase) => Outcome.Injured,
        _ => null,
    };

    private static IEnumerable<(int, Toll)> Row(ReportText text, List<TextSpan> cells, List<(Outcome? Outcome, int Cell)> columns)
    {
        foreach (var (outcome, cell) in columns)
        {
            var at = outcome is null ? -1 : TokenIn(text, cells[cell]);
            if (at >= 0 && Numbers.At(text.Tokens, at, text.Tokens.Count) is { IsVague: false } number && text.Tokens[number.Last - 1].End <= cells[cell].End)
            {
                yield return (text.SentenceOf[at], new Toll(outcome!.Value, number.Min, number.Max, null, null, at, number.Last, "column") { FigureFirst = at, FigureLast = number.Last });
            }
        }
    }

    private static int TokenIn(ReportText text, TextSpan cell)
    {
        var (low, high) = (0, text.Tokens.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = text.Tokens[middle].Start < cell.Start ? (middle + 1, high) : (low, middle);
        }
        return low < text.Tokens.Count && text.Tokens[low].End <= cell.End ? low : -1;
    }
}
