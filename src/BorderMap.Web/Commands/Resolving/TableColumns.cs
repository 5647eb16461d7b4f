namespace BorderMap.Web.Commands.Resolving;

/// <summary>Which columns of a CSV file hold the names and their context.</summary>
/// <param name="Name">The number of the column with the names.</param>
/// <param name="Context">The numbers of the columns with the context, from near to far.</param>
internal sealed record TableColumns(int Name, IReadOnlyList<int> Context)
{
    private static readonly char[] Blanks = ['_', '-', '.', '/', ' ', '\t', '\u200c'];

    /// <summary>The columns asked for, or else those whose headers say so, by <c>data/vocabulary/csv-columns.tsv</c>.</summary>
    /// <exception cref="TableFormatException">A column is not there, or no header says that it holds names.</exception>
    public static TableColumns Choose(string[] headers, string? name, IReadOnlyList<string>? context, string vocabularyFile)
    {
        var known = Read(vocabularyFile);
        var names = name is null ? Guess(headers, known, "name").Take(1).ToList() : [Find(headers, name, "--name-column")];
        if (names.Count == 0 && headers.Length == 1)
        {
            names = [0];
        }
        return names.Count == 0
            ? throw new TableFormatException($"line 1: no column is known to hold place names. Say which with --name-column; there are: {string.Join(", ", headers)}.")
            : new TableColumns(names[0], [.. context is null
                ? Guess(headers, known, "context").Where(column => column != names[0])
                : context.Select(column => Find(headers, column, "--context-columns"))]);
    }

    /// <summary>Tells which columns were chosen.</summary>
    public string Words(string[] headers)
    {
        var context = Context.Count == 0 ? "no context" : $"context from {string.Join(", ", Context.Select(column => $"\"{headers[column]}\""))}";
        return $"names from column \"{headers[Name]}\", {context}";
    }

    private static int Find(string[] headers, string asked, string option)
    {
        var found = Enumerable.Range(0, headers.Length).Where(i => headers[i].Trim().Equals(asked.Trim(), StringComparison.OrdinalIgnoreCase)).ToList();
        return found.Count switch
        {
            1 => found[0],
            0 => throw new TableFormatException($"line 1: {option} names \"{asked}\", which is no column. There are: {string.Join(", ", headers)}."),
            _ => throw new TableFormatException($"line 1: {option} names \"{asked}\", which stands {found.Count} times. Name the columns differently."),
        };
    }

    /// <summary>The columns of a role in the order of the vocabulary, the likeliest or nearest first.</summary>
    private static IEnumerable<int> Guess(string[] headers, List<(string Header, string Role)> known, string role) =>
        from column in Enumerable.Range(0, headers.Length)
        let rank = known.FindIndex(word => word.Role == role && word.Header == Plain(headers[column]))
        where rank >= 0
        orderby rank, column
        select column;

    private static string Plain(string header) => string.Join(' ', header.ToLowerInvariant().Split(Blanks, StringSplitOptions.RemoveEmptyEntries));

    private static List<(string Header, string Role)> Read(string file) =>
        [.. File.ReadLines(file).Skip(1).Select(line => line.Split('\t')).Select(parts => (parts[0], parts[1]))];
}
