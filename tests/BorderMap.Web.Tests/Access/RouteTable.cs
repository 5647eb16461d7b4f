namespace BorderMap.Web.Tests.Access;

/// <summary>The table of <c>docs/ROUTES.md</c>: a row a route and method, a cell for everybody who may ask.</summary>
internal static class RouteTable
{
    /// <summary>The rows as they stand in the file, by method and route.</summary>
    public static Dictionary<string, string> Read(string text) =>
        text.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1).ToDictionary(line => string.Join(' ', Cells(line).Take(2)));

    public static string Row(string method, string route, IEnumerable<string> cells) => $"| {method} | `{route}` | {string.Join(" | ", cells)} |";

    /// <summary>The file with other rows.</summary>
    public static string Replace(string text, IEnumerable<string> columns, IEnumerable<string> rows)
    {
        var lines = text.Split('\n');
        string[] head = [$"| method | route | {string.Join(" | ", columns)} |", "|" + string.Concat(Enumerable.Repeat("---|", columns.Count() + 2))];
        return string.Join('\n', [.. lines.TakeWhile(line => !line.StartsWith('|')), .. head, .. rows, .. lines.SkipWhile(line => !line.StartsWith('|')).SkipWhile(line => line.StartsWith('|'))]);
    }

    private static string[] Cells(string line) => [.. line.Trim('|').Split('|').Select(cell => cell.Trim(' ', '`'))];
}
