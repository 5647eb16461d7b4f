namespace BorderMap.Incidents.Importing;

/// <summary>Guesses which column of a foreign table is which field, by the likeness of their names. A person looks at it before it is used.</summary>
public static class MappingSuggestion
{
    private const double Least = 0.72;

    /// <param name="header">The columns.</param>
    public static ColumnMapping For(IReadOnlyList<string> header)
    {
        var pairs = from field in ImportFields.All
                    from column in header
                    let likeness = Likeness(field, column)
                    where likeness >= Least
                    orderby likeness descending
                    select (field.Name, column);
        var columns = new Dictionary<string, string>();
        var used = new HashSet<string>();
        foreach (var (field, column) in pairs)
            if (!columns.ContainsKey(field) && used.Add(column))
                columns[field] = column;
        return new() { Columns = ImportFields.All.Where(field => columns.ContainsKey(field.Name)).ToDictionary(field => field.Name, field => columns[field.Name]) };
    }

    private static double Likeness(ImportField field, string column)
    {
        var folded = ActorBook.Fold(column);
        var own = Likeness(ActorBook.Fold(field.Name), folded);
        return field.Synonyms.Select(synonym => 0.98 * Likeness(synonym, folded)).Append(own).Max();
    }

    // By the words they share, or by the letters they share in order: "Date of event" is like "event date", "headlne" like "headline".
    internal static double Likeness(string a, string b)
    {
        if (a == b)
            return 1;
        if (a.Length == 0 || b.Length == 0)
            return 0;
        var (words, others) = (a.Split(' ').ToHashSet(), b.Split(' ').ToHashSet());
        var shared = 2.0 * words.Count(others.Contains) / (words.Count + others.Count);
        var letters = 1 - ((double)Edits(a, b) / Math.Max(a.Length, b.Length));
        return 0.99 * Math.Max(letters, 0.95 * shared);
    }

    private static int Edits(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }
        return row[^1];
    }
}
