using System.Text;

namespace BorderMap.Incidents.Exporting;

/// <summary>The data dictionary, made from the columns themselves.</summary>
public static class ColumnMeanings
{
    private static readonly string[] Heads = ["name", "type", "unit", "meaning", "values", "when empty"];

    /// <summary>A row a column, with the header line; values between blanks.</summary>
    public static string Csv { get; } = "\uFEFF" + string.Concat(Rows.Prepend(Heads).Select(Incidents.Csv.Line));

    /// <summary>The same as a table of Markdown.</summary>
    public static string Markdown
    {
        get
        {
            var text = new StringBuilder();
            foreach (var row in Rows.Prepend([.. Heads.Select(_ => "---")]).Prepend(Heads))
                text.Append("| ").AppendJoin(" | ", row.Select((cell, i) => i == 0 && cell is not ("name" or "---") ? $"`{cell}`" : cell)).Append(" |\n");
            return text.ToString();
        }
    }

    private static IEnumerable<string[]> Rows => ExportColumns.All.Select(column => (string[])
        [column.Name, TypeOf(column.Type), column.Unit, column.Meaning, string.Join(' ', column.Values), column.WhenEmpty ?? "never empty"]);

    private static string TypeOf(ExportType type) => type switch
    {
        ExportType.Text => "text",
        ExportType.Day => "date",
        ExportType.Instant => "date and time",
        ExportType.Integer => "integer",
        ExportType.Number => "number",
        ExportType.Boolean => "boolean",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "unknown type"),
    };
}
