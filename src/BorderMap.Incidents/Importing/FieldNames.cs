namespace BorderMap.Incidents.Importing;

/// <summary>Fields by the columns of a table, with the mapping's constants and words in place.</summary>
internal sealed class FieldNames(ColumnMapping? mapping)
{
    /// <summary>The column of a field: the mapping's, else the field's own name.</summary>
    public string ColumnOf(string field) => mapping?.Columns.GetValueOrDefault(field) ?? field;

    /// <param name="line">The line of the file.</param>
    /// <param name="cell">The cell of a column; null: none.</param>
    /// <param name="plan">How the file is read.</param>
    public Cells Cells(long line, Func<string, string?> cell, ReadingPlan plan) => new(line, field => Value(field, cell), ColumnOf, plan.Format switch
    {
        ImportFormat.Ucdp => UcdpRows.Dates,
        ImportFormat.Acled => AcledRows.Dates,
        _ => mapping?.Dates ?? [],
    });

    private string? Value(string field, Func<string, string?> cell)
    {
        var text = cell(ColumnOf(field));
        if (string.IsNullOrWhiteSpace(text))
            return mapping?.Constants.GetValueOrDefault(field);
        if (mapping?.Values.GetValueOrDefault(field)?.GetValueOrDefault(text.Trim()) is { } meant)
            return meant;
        // Our exports, and careful others, put an apostrophe before what a spreadsheet would take for a formula.
        return text.Length > 1 && text[0] == '\'' && text[1] is '=' or '+' or '-' or '@' ? text[1..] : text;
    }
}
