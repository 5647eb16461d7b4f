using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Figures;

/// <summary>Tolls of tables: a heading row names the columns, each row below gives its own figures.</summary>
internal static class TableTolls
{
    private const int LeastCells = 3;
    private const int LongestHeading = 28;

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
        var byCell = found.Select(cell => cell.Item1).ToHashSet();
        found.AddRange(LetterTolls.Find(text).Where(letter => !byCell.Contains(letter.Sentence)).Select(letter => (letter.Sentence, letter.Toll)));
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

    private static readonly Dictionary<string, Outcome> ByHeading = new(StringComparer.OrdinalIgnoreCase)
    {
        ["killed"] = Outcome.Killed,
        ["dead"] = Outcome.Killed,
        ["deaths"] = Outcome.Killed,
        ["KIA"] = Outcome.Killed,
        ["K"] = Outcome.Killed,
        ["martyred"] = Outcome.Killed,
        ["fatalities"] = Outcome.Killed,
        ["injured"] = Outcome.Injured,
        ["wounded"] = Outcome.Injured,
        ["injuries"] = Outcome.Injured,
        ["WIA"] = Outcome.Injured,
        ["W"] = Outcome.Injured,
        ["I"] = Outcome.Injured,
        ["captured"] = Outcome.Captured,
        ["missing"] = Outcome.Missing,
    };

    private static Outcome? OutcomeOf(ReadOnlySpan<char> heading)
    {
        var lookup = ByHeading.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(heading, out var whole))
        {
            return whole;
        }
        // "Dead (source)", "Persons killed"
        foreach (var word in heading.SplitAny(' ', '(', '/'))
        {
            if (heading[word].Length > 1 && heading.Length <= LongestHeading && lookup.TryGetValue(heading[word], out var outcome))
            {
                return outcome;
            }
        }
        return null;
    }

    private static bool IsSource(ReadOnlySpan<char> heading) => heading.Equals("source", StringComparison.OrdinalIgnoreCase) || heading.Equals("sources", StringComparison.OrdinalIgnoreCase)
        || heading.Equals("reported by", StringComparison.OrdinalIgnoreCase) || heading.Equals("claimed by", StringComparison.OrdinalIgnoreCase) || heading.Equals("according to", StringComparison.OrdinalIgnoreCase);

    /// <summary>By sentence, the words of the column that says who reports the row.</summary>
    public static Dictionary<int, TextSpan> Sources(ReportText text)
    {
        var found = new Dictionary<int, TextSpan>();
        var column = -1;
        foreach (var block in text.Blocks)
        {
            var cells = block.Kind is BlockKind.Row ? Cells(text, block.Span) : [];
            if (cells.Count < LeastCells)
            {
                column = -1;
                continue;
            }
            if (Heading(text, cells) is not null || cells.Exists(cell => IsSource(text.Plain.AsSpan(cell.Start, cell.Length).Trim())))
            {
                column = cells.FindIndex(cell => IsSource(text.Plain.AsSpan(cell.Start, cell.Length).Trim()));
            }
            else if (column >= 0 && column < cells.Count && TokenIn(text, cells[column]) is >= 0 and var first && text.Tokens[first].IsWord)
            {
                var cell = cells[column];
                var length = text.Plain.AsSpan(cell.Start, cell.Length).TrimEnd().Length;
                found[text.SentenceOf[first]] = new TextSpan(text.Tokens[first].Start, cell.Start + length);
            }
        }
        return found;
    }

    private static IEnumerable<(int, Toll)> Row(ReportText text, List<TextSpan> cells, List<(Outcome? Outcome, int Cell)> columns)
    {
        foreach (var (outcome, cell) in columns)
        {
            // "1 FC, 8 mil.": a figure a group
            for (var at = outcome is null ? -1 : TokenIn(text, cells[cell]); at >= 0 && at < text.Tokens.Count && text.Tokens[at].End <= cells[cell].End;)
            {
                if (Numbers.At(text.Tokens, at, text.Tokens.Count) is { IsVague: false, IsArticle: false } number && text.Tokens[number.Last - 1].End <= cells[cell].End)
                {
                    var end = number.Last;
                    while (end < text.Tokens.Count && text.Tokens[end].End <= cells[cell].End && text.Tokens[end].IsWord)
                    {
                        end++;
                    }
                    var category = Enumerable.Range(number.Last, end - number.Last).Select(word => text.Tokens[word].Key is "mil" ? "armed_group" : text.Tokens[word].Key is "fc" ? "security_forces" : People.CategoryAt(text.Tokens, word, end)).FirstOrDefault(found => found is not null);
                    yield return (text.SentenceOf[at], new Toll(outcome!.Value, number.Min, number.Max, category, category is "armed_group" ? "other" : People.SideOf(text.Tokens, number.Last, end), at, number.Last, "column") { FigureFirst = at, FigureLast = number.Last });
                    at = end;
                }
                else
                {
                    at++;
                }
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
