using System.Text;

namespace BorderMap.Gazetteer.Loading;

/// <summary>Reads the gazetteer's hand-curated files: CSV by RFC 4180 with a header, no line breaks inside cells.</summary>
internal static class CsvFile
{
    /// <summary>The rows below the header, which must be the given one.</summary>
    public static IEnumerable<CsvRow> Rows(GazetteerFile file, string header)
    {
        var columns = header.Split(',');
        var lines = Encoding.UTF8.GetString(file.Bytes).TrimEnd('\n').Split('\n');
        if (lines[0].TrimEnd('\r') != header)
        {
            throw new GazetteerFormatException(file.Name, 1, $"the header must be \"{header}\"");
        }
        for (var i = 1; i < lines.Length; i++)
        {
            var cells = Split(lines[i].TrimEnd('\r'));
            yield return cells.Count == columns.Length ? new CsvRow(file.Name, i + 1, columns, cells)
                : throw new GazetteerFormatException(file.Name, i + 1, $"the row has {cells.Count} columns, it must have {columns.Length}");
        }
    }

    /// <summary>Splits a line at commas outside quotes; a doubled quote inside quotes is one.</summary>
    private static List<string> Split(string line)
    {
        var (cells, cell, isQuoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && isQuoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                cell.Append(line[i++]);
            }
            else if (line[i] == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (line[i] == ',' && !isQuoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(line[i]);
            }
        }
        cells.Add(cell.ToString());
        return cells;
    }
}
