using System.Text;

namespace BorderMap.Gazetteer.Evaluating;

/// <summary>A table in a text file: tab-separated where its header holds a tab, else CSV by RFC 4180 (quoted cells may hold line breaks). UTF-8.</summary>
internal sealed record TableFile(string Name, IReadOnlyList<string> Columns, IReadOnlyList<TableRow> Rows)
{
    /// <exception cref="GazetteerFormatException">Nothing in it, no UTF-8, or a quote left open.</exception>
    /// <exception cref="IOException">The file is missing or cannot be read.</exception>
    public static TableFile Read(string path)
    {
        var name = Path.GetFileName(path);
        var text = Decode(name, File.ReadAllBytes(path));
        var header = text.AsSpan(0, Math.Max(0, text.IndexOf('\n', StringComparison.Ordinal)));
        var lines = (header.Contains('\t') ? Tabbed(text) : Quoted(name, text)).ToList();
        if (lines.Count == 0)
        {
            throw new GazetteerFormatException(name, 1, "the file is empty");
        }
        return new TableFile(name, lines[0].Cells, lines[1..]);
    }

    public bool Has(IEnumerable<string> columns) => columns.All(Columns.Contains);

    /// <exception cref="GazetteerFormatException">A row has more or fewer cells than the header.</exception>
    public TableFile WithWholeRows() => Rows.FirstOrDefault(row => row.Cells.Count != Columns.Count) is not { } odd ? this
        : throw new GazetteerFormatException(Name, odd.Line, $"the row has {odd.Cells.Count} columns, the header {Columns.Count}");

    public int Column(string name) => Columns.ToList().IndexOf(name);

    /// <summary>A cell that cannot be used.</summary>
    public GazetteerFormatException Broken(TableRow row, string column, string reason) =>
        new(Name, row.Line, $"column {column}: \"{row.Cells[Column(column)]}\" {reason}");

    private static string Decode(string name, byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw new GazetteerFormatException(name, 1, "the file is no UTF-8 text");
        }
    }

    private static IEnumerable<TableRow> Tabbed(string text)
    {
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            if (line.TrimEnd('\r').Length > 0)
            {
                yield return new TableRow(number, line.TrimEnd('\r').Split('\t'));
            }
        }
    }

    private static IEnumerable<TableRow> Quoted(string name, string text)
    {
        var (cells, cell, isQuoted, line, start) = (new List<string>(), new StringBuilder(), false, 1, 1);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            line += c == '\n' ? 1 : 0;
            if (c == '"' && isQuoted && i + 1 < text.Length && text[i + 1] == '"')
            {
                cell.Append(text[i++]);
            }
            else if (c == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (isQuoted || c is not (',' or '\n' or '\r'))
            {
                cell.Append(c);
            }
            else if (c == ',')
            {
                EndCell();
            }
            else if (c == '\n')
            {
                if (EndRow() is { } row)
                {
                    yield return row;
                }
                start = line;
            }
        }
        if (isQuoted)
        {
            throw new GazetteerFormatException(name, start, "a quote is opened and never closed");
        }
        if (EndRow() is { } last)
        {
            yield return last;
        }

        void EndCell()
        {
            cells.Add(cell.ToString());
            cell.Clear();
        }

        // An empty line is no row.
        TableRow? EndRow()
        {
            EndCell();
            var row = cells is [""] ? null : new TableRow(start, [.. cells]);
            cells.Clear();
            return row;
        }
    }
}
