using BorderMap.Reports.Lexicons;

namespace BorderMap.Reports.Reading;

/// <summary>What a column of a table holds, as its heading says.</summary>
internal enum ColumnKind { Other, Day, Place, Event, State, Remarks, Toll }

/// <summary>A cell by its tokens, with the kind of its column.</summary>
internal readonly record struct TableCell(ColumnKind Kind, int First, int Last)
{
    public bool Holds(int first, int last) => first >= First && last <= Last;
}

/// <summary>A row of a table whose heading row names the columns.</summary>
/// <param name="Table">Number of its table.</param>
/// <param name="Sentence">Number of the sentence that it is.</param>
/// <param name="Cells">Its cells, from left to right.</param>
/// <param name="IsRecord">Whether it tells of something: the heading row, sums and "nil" do not.</param>
internal sealed record TableRow(int Table, int Sentence, IReadOnlyList<TableCell> Cells, bool IsRecord)
{
    public TableCell? CellOf(ColumnKind kind)
    {
        foreach (var cell in Cells)
        {
            if (cell.Kind == kind && cell.Last > cell.First)
            {
                return cell;
            }
        }
        return null;
    }

    /// <summary>Whether its columns say which cell tells of what happened.</summary>
    public bool IsOfEvents => HasColumn(ColumnKind.Event) || HasColumn(ColumnKind.State);

    public bool HasColumn(ColumnKind kind) => Cells.Any(cell => cell.Kind == kind);
}

/// <summary>Tables of a text: rows of cells below a row that says what the columns are.</summary>
internal static class Tables
{
    private const int LeastCells = 3;
    private const int LeastNamed = 2;
    private const int LongestHeading = 28;

    private static readonly Dictionary<string, ColumnKind> Kinds = LexiconFile.Rows("columns.tsv", "words\tkind").SelectMany(row => row[0].Split('|').Select(word => (Word: word, Kind: Enum.Parse<ColumnKind>(row[1], ignoreCase: true)))).ToDictionary(pair => pair.Word, pair => pair.Kind, StringComparer.Ordinal);

    private static readonly HashSet<string> Sums = new(StringComparer.Ordinal) { "total", "totals", "sum", "subtotal", "grand", "overall", "cumulative" };
    private static readonly HashSet<string> Nils = new(StringComparer.Ordinal) { "nil", "none", "nothing", "quiet", "calm", "nsr", "ntr" };

    /// <summary>By sentence, the rows of tables with a heading.</summary>
    public static Dictionary<int, TableRow> Of(ReportText text)
    {
        var rows = new Dictionary<int, TableRow>();
        List<ColumnKind>? columns = null;
        var table = 0;
        for (var number = 0; number < text.Sentences.Count; number++)
        {
            var sentence = text.Sentences[number];
            var cells = text.KindOf(sentence) is BlockKind.Row && sentence.Span.Length == text.Blocks[sentence.Block].Span.Length ? Cells(text.Plain, sentence.Span) : [];
            if (cells.Count < LeastCells)
            {
                columns = null;
                continue;
            }
            if (Heading(text.Plain, cells) is { } heading)
            {
                (columns, table) = (heading, table + 1);
                rows[number] = Row(text, table, number, cells, heading) with { IsRecord = false };
            }
            else if (columns is not null)
            {
                rows[number] = Row(text, table, number, cells, columns);
            }
        }
        return rows;
    }

    /// <summary>The cells of a row, between bars, tabs or semicolons.</summary>
    public static List<TextSpan> Cells(string text, TextSpan row)
    {
        var separator = text.AsSpan(row.Start, row.Length) switch
        {
            var line when line.Count('|') >= LeastCells - 1 => '|',
            var line when line.Count('\t') >= LeastCells - 1 => '\t',
            _ => ';',
        };
        var cells = new List<TextSpan>();
        for (var start = row.Start; start <= row.End;)
        {
            var length = text.AsSpan(start, row.End - start).IndexOf(separator);
            var end = length < 0 ? row.End : start + length;
            // "| 3 May | Chaman |": bars at the edges bound no cell.
            if (end > start || (separator != '\t' && start > row.Start && end < row.End))
            {
                cells.Add(new TextSpan(start, end));
            }
            start = end + 1;
        }
        return cells;
    }

    /// <summary>Whether cells are the heading of a table, most of them by words that are known to name a column.</summary>
    public static bool NamesColumns(string text, List<TextSpan> cells) => Heading(text, cells) is { } kinds && kinds.Count(kind => kind is not ColumnKind.Other) * 2 >= cells.Count;

    /// <summary>What the columns are, where a row names at least two of them and holds no figures.</summary>
    private static List<ColumnKind>? Heading(string text, List<TextSpan> cells)
    {
        if (cells.Exists(cell => cell.Length > LongestHeading || text.AsSpan(cell.Start, cell.Length).ContainsAnyInRange('0', '9')))
        {
            return null;
        }
        var kinds = cells.ConvertAll(cell => KindOf(text[cell.Start..cell.End]));
        for (var i = 0; i < kinds.Count; i++)
        {
            // "Place | Event | Gate": a gate's column behind that of places is its state; "Crossing | District | Goods": the place itself.
            var hasPlace = kinds.Take(i).Contains(ColumnKind.Place);
            kinds[i] = kinds[i] is not ColumnKind.Other || !IsGate(text.AsSpan(cells[i].Start, cells[i].Length).Trim()) ? kinds[i] : hasPlace ? ColumnKind.State : ColumnKind.Place;
        }
        return kinds.Count(kind => kind is not ColumnKind.Other) >= LeastNamed && kinds.Exists(kind => kind is ColumnKind.Place or ColumnKind.Event or ColumnKind.Day) ? kinds : null;
    }

    private static bool IsGate(ReadOnlySpan<char> heading) => heading.Contains("gate", StringComparison.OrdinalIgnoreCase) || heading.Contains("crossing", StringComparison.OrdinalIgnoreCase);

    /// <summary>The first word that names a kind: "Place of occurrence" and "Own K/W" alike.</summary>
    private static ColumnKind KindOf(string heading)
    {
        foreach (var word in heading.ToLowerInvariant().Split([' ', '/', '(', ')', '.', '-'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (Kinds.TryGetValue(word, out var kind))
            {
                return kind;
            }
        }
        return ColumnKind.Other;
    }

    private static TableRow Row(ReportText text, int table, int number, List<TextSpan> spans, List<ColumnKind> columns)
    {
        var cells = new List<TableCell>();
        var at = text.Sentences[number].First;
        for (var i = 0; i < spans.Count; i++)
        {
            while (at < text.Sentences[number].Last && text.Tokens[at].Start < spans[i].Start)
            {
                at++;
            }
            var first = at;
            while (at < text.Sentences[number].Last && text.Tokens[at].End <= spans[i].End)
            {
                at++;
            }
            cells.Add(new TableCell(i < columns.Count ? columns[i] : ColumnKind.Other, first, at));
        }
        return new TableRow(table, number, cells, IsRecord(text, cells));
    }

    private static bool IsRecord(ReportText text, List<TableCell> cells)
    {
        var first = cells.Find(cell => cell.Last > cell.First);
        if (first.Last > first.First && Sums.Contains(text.Tokens[first.First].Key))
        {
            return false;
        }
        var told = cells.Find(cell => cell.Kind is ColumnKind.Event);
        return !(told.Last > told.First && Nils.Contains(text.Tokens[told.First].Key) && told.Last - told.First <= 3);
    }
}
