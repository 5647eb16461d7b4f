using System.Buffers;
using System.Text;
using BorderMap.Incidents.Exporting;

namespace BorderMap.Incidents;

/// <summary>Tables as CSV (RFC 4180, UTF-8 with BOM).
/// A text that a spreadsheet could take for a formula (it begins with <c>= + - @</c>, a tab or a line end) gets an apostrophe in front.</summary>
public static class Csv
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");
    private static readonly SearchValues<char> FormulaStart = SearchValues.Create("=+-@\t\r\n");

    public static IReadOnlyList<string> Columns { get; } = [.. ExportColumns.All.Select(column => column.Name)];

    /// <summary>The byte order mark and the header line.</summary>
    public static string Header { get; } = "\uFEFF" + string.Join(',', Columns) + "\r\n";

    /// <summary>One line, with its line end, of texts that a spreadsheet takes for no formula.</summary>
    public static string Line(IEnumerable<string?> texts) => Join([.. texts.Select(text => Safe(text ?? ""))]);

    private static string Safe(string text) => text.Length > 0 && FormulaStart.Contains(text[0]) ? "'" + text : text;

    private static string Join(string[] values)
    {
        var line = new StringBuilder(320);
        for (var i = 0; i < values.Length; i++)
        {
            var value = values[i] ?? "";
            if (i > 0)
                line.Append(',');
            if (value.AsSpan().ContainsAny(Quoted))
                line.Append('"').Append(value.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
            else
                line.Append(value);
        }
        return line.Append("\r\n").ToString();
    }
}
