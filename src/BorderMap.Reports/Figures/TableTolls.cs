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
        List<Column>? columns = null;
        var width = 0;
        for (var block = 0; block < text.Blocks.Count; block++)
        {
            var cells = text.Blocks[block].Kind is BlockKind.Row ? Tables.Cells(text.Plain, text.Blocks[block].Span) : [];
            if (cells.Count < LeastCells || (columns is not null && (cells.Count > width || cells.Count < width - 1)))
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

    private static List<Column>? Heading(ReportText text, List<TextSpan> cells)
    {
        var columns = cells.Select((cell, i) => ColumnOf(text.Plain.AsSpan(cell.Start, cell.Length).Trim(), i)).ToList();
        return columns.Exists(column => column.Outcome is not null) && !cells.Exists(cell => text.Plain.AsSpan(cell.Start, cell.Length).ContainsAnyInRange('0', '9')) ? columns : null;
    }

    /// <summary>Whose harm a column counts: "Own K/W", "Other K/W".</summary>
    private enum Owner { None, Own, Other }

    /// <summary>A column of figures; "K/W" counts two harms in a cell.</summary>
    private sealed record Column(Outcome? Outcome, Outcome? Second, Owner Owner, int Cell);

    private static Column ColumnOf(ReadOnlySpan<char> heading, int cell)
    {
        var owner = heading.StartsWith("own", StringComparison.OrdinalIgnoreCase) ? Owner.Own
            : heading.StartsWith("other", StringComparison.OrdinalIgnoreCase) || heading.StartsWith("enemy", StringComparison.OrdinalIgnoreCase) ? Owner.Other : Owner.None;
        var slash = heading.IndexOf('/');
        if (slash > 0 && slash + 1 < heading.Length && heading.Length <= LongestHeading)
        {
            var lookup = ByHeading.GetAlternateLookup<ReadOnlySpan<char>>();
            var left = heading[..slash].TrimEnd();
            var right = heading[(slash + 1)..].TrimStart();
            left = left[(left.LastIndexOf(' ') + 1)..];
            right = right.IndexOf(' ') is > 0 and var end ? right[..end] : right;
            if (lookup.TryGetValue(left, out var first) && lookup.TryGetValue(right, out var second))
            {
                return new Column(first, second, owner, cell);
            }
        }
        return new Column(OutcomeOf(heading), null, owner, cell);
    }

    /// <summary>"TOTAL | | 1/6": what the rows above told already.</summary>
    private static bool IsSum(ReportText text, List<TextSpan> cells) => TokenIn(text, cells[0]) is >= 0 and var first && text.Tokens[first].Key is "total" or "totals" or "sum" or "subtotal" or "grand";

    private static readonly Dictionary<string, Outcome> ByHeading = new(StringComparer.OrdinalIgnoreCase)
    {
        ["killed"] = Outcome.Killed,
        ["dead"] = Outcome.Killed,
        ["deaths"] = Outcome.Killed,
        ["KIA"] = Outcome.Killed,
        ["K"] = Outcome.Killed,
        ["martyred"] = Outcome.Killed,
        ["fatalities"] = Outcome.Killed,
        ["martyrs"] = Outcome.Killed,
        ["shaheed"] = Outcome.Killed,
        ["injured"] = Outcome.Injured,
        ["hurt"] = Outcome.Injured,
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

    /// <summary>Headings of a column that tells who reports a row.</summary>
    private static readonly HashSet<string> SourceHeadings = new(StringComparer.OrdinalIgnoreCase)
        { "source", "sources", "reported by", "claimed by", "said by", "told by", "given by", "confirmed by", "according to", "as per", "who says", "who says so", "who reports", "who speaks", "who said so", "claimant", "informant", "speaker", "information from", "info from", "source of information" };

    private static bool IsSource(ReadOnlySpan<char> heading) => SourceHeadings.GetAlternateLookup<ReadOnlySpan<char>>().Contains(heading);

    /// <summary>By sentence, the words of the column that says who reports the row.</summary>
    public static Dictionary<int, TextSpan> Sources(ReportText text)
    {
        var found = new Dictionary<int, TextSpan>();
        var column = -1;
        foreach (var block in text.Blocks)
        {
            var cells = block.Kind is BlockKind.Row ? Tables.Cells(text.Plain, block.Span) : [];
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

    private static IEnumerable<(int, Toll)> Row(ReportText text, List<TextSpan> cells, List<Column> columns)
    {
        if (IsSum(text, cells))
        {
            yield break;
        }
        foreach (var (outcome, second, owner, cell) in columns.Where(column => column.Cell < cells.Count))
        {
            var seen = 0;
            // "1 FC, 8 mil.": a figure a group
            for (var at = outcome is null ? -1 : TokenIn(text, cells[cell]); at >= 0 && at < text.Tokens.Count && text.Tokens[at].End <= cells[cell].End;)
            {
                if (second is not null && text.Tokens[at] is { Kind: TokenKind.Number, Value: >= 0 and var value })
                {
                    yield return (text.SentenceOf[at], new Toll(seen > 0 ? second.Value : outcome!.Value, value, value, null, null, at, at + 1, "column") { FigureFirst = at, FigureLast = at + 1, IsOfSpeaker = owner is Owner.Own, IsOfEnemy = owner is Owner.Other });
                    at++;
                    seen++;
                }
                // "none", "nil"
                else if ((Numbers.At(text.Tokens, at, text.Tokens.Count) ?? Numbers.None(text.Tokens, at, text.Tokens.Count)) is { IsVague: false, IsArticle: false } number && text.Tokens[number.Last - 1].End <= cells[cell].End)
                {
                    var end = number.Last;
                    while (end < text.Tokens.Count && text.Tokens[end].End <= cells[cell].End && text.Tokens[end].IsWord)
                    {
                        end++;
                    }
                    var category = Enumerable.Range(number.Last, end - number.Last).Select(word => text.Tokens[word].Key is "mil" ? "armed_group" : text.Tokens[word].Key is "fc" ? "security_forces" : People.CategoryAt(text.Tokens, word, end)).FirstOrDefault(found => found is not null);
                    yield return (text.SentenceOf[at], new Toll(outcome!.Value, number.Min, number.Max, category, category is "armed_group" ? "other" : People.SideOf(text.Tokens, number.Last, end), at, number.Last, "column") { FigureFirst = at, FigureLast = number.Last, IsOfSpeaker = owner is Owner.Own, IsOfEnemy = owner is Owner.Other });
                    at = end;
                }
                else
                {
                    // "-/4", "?/2": nothing said of the first.
                    seen += second is not null && (text.Tokens[at].IsMark('-') || text.Tokens[at].IsMark('?')) ? 1 : 0;
                    at++;
                }
            }
        }
    }

    private static int TokenIn(ReportText text, TextSpan cell) => text.TokenFrom(cell.Start) is >= 0 and var token && text.Tokens[token].Start >= cell.Start && text.Tokens[token].End <= cell.End ? token : -1;
}
