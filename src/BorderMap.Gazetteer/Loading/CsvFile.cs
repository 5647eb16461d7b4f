using System.Text;

namespace BorderMap.Gazetteer.Loading;

/// <summary>Reads the gazetteer's hand-curated files: CSV by RFC 4180 with a header, no line breaks inside cells.</summary>
internal static class CsvFile
{
    /// <summary>The cells of each row below the header, with the number of its line.</summary>
    public static IEnumerable<(int Line, List<string> Cells)> Rows(GazetteerFile file, string header)
    {
        var columns = header.Split(',').Length;
        var lines = Encoding.UTF8.GetString(file.Bytes).TrimEnd('\n').Split('\n');
        if (lines[0].TrimEnd('\r') != header)
        {
            throw new GazetteerFormatException(file.Name, 1, $"the header must be \"{header}\"");
        }
        for (var i = 1; i < lines.Length; i++)
        {
            var cells = Split(lines[i].TrimEnd('\r'));
            yield return cells.Count == columns ? (i + 1, cells)
                : throw new GazetteerFormatException(file.Name, i + 1, $"the row has {cells.Count} columns, it must have {columns}");
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
