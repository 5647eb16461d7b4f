namespace BorderMap.Gazetteer.Evaluating;

/// <summary>A misspelt name with what it means.</summary>
/// <param name="Query">As it was written.</param>
/// <param name="Right">The ids that are right; homonyms all count.</param>
/// <param name="Context">District and province of one of them; null where the list gives none.</param>
/// <param name="RightInContext">The ids that are right in the context.</param>
/// <param name="Stratum">What it is a sample of.</param>
/// <param name="Script">ISO 15924.</param>
internal sealed record Misspelling(
    string Query, IReadOnlyList<string> Right, string? Context, IReadOnlyList<string> RightInContext, string Stratum, string Script)
{
    public static readonly string[] Columns = ["query", "ids", "context", "context_ids", "stratum", "script"];

    public static IReadOnlyList<Misspelling> Read(TableFile table, Places places)
    {
        var columns = Array.ConvertAll(Columns, table.Column);
        return [.. table.Rows.Select(Row)];

        Misspelling Row(TableRow row)
        {
            string Cell(int column) => row.Cells[columns[column]];
            foreach (var column in (int[])[0, 1, 4, 5])
            {
                if (Cell(column).Length == 0)
                {
                    throw table.Broken(row, Columns[column], "must not be empty");
                }
            }
            if (Cell(2).Length > 0 && Cell(3).Length == 0)
            {
                throw table.Broken(row, "context_ids", "must not be empty where a context is given");
            }
            return new Misspelling(Cell(0), Ids(Cell(1)), Cell(2).Length == 0 ? null : Cell(2), Ids(Cell(3)), Cell(4), Cell(5));
        }

        // A superseded id stands for its successor.
        IReadOnlyList<string> Ids(string ids) => [.. ids.Split('|').Select(id => places.Find(id)?.Id ?? id)];
    }
}
