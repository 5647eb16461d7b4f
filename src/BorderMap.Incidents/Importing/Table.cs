namespace BorderMap.Incidents.Importing;

/// <summary>The columns of a CSV file: where each is, and whether the file can be read by them.</summary>
internal sealed class Table
{
    private readonly Dictionary<string, int> _at = [];
    private readonly FieldNames _names;
    private readonly ReadingPlan _plan;
    private readonly int _width;

    public Table(IReadOnlyList<string> header, ReadingPlan plan)
    {
        (_plan, _width, _names) = (plan, header.Count, new FieldNames(plan.Format == ImportFormat.Csv ? plan.Mapping : null));
        var problems = new List<Problem>();
        for (var i = 0; i < header.Count; i++)
            if (!_at.TryAdd(header[i].Trim(), i) && header[i].Trim().Length > 0)
                problems.Add(new("repeated-column", header[i], null, $"The column '{Incidents.Problems.Shorten(header[i])}' stands twice.", "Rename one of the two."));
        problems.AddRange(Missing());
        Problems = problems;
    }

    /// <summary>Why the file as a whole cannot be read.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>Path of the document → column.</summary>
    public IEnumerable<KeyValuePair<string, string>> Paths => _plan.Format switch
    {
        ImportFormat.Ucdp => UcdpRows.Columns,
        ImportFormat.Acled => AcledRows.Columns,
        _ => TemplateRows.Fields.Select(pair => KeyValuePair.Create(pair.Key, _names.ColumnOf(pair.Value))),
    };

    public Cells Cells(CsvRecord record) => _names.Cells(record.Line, column => _at.TryGetValue(column, out var at) ? record.Values[at] : null, _plan);

    /// <summary>The row has more or fewer cells than the header has columns.</summary>
    public Problem? Misshapen(CsvRecord record) => record.Values.Length == _width ? null
        : new("cell-count", "row", $"{record.Values.Length} cells", $"The row has {record.Values.Length} cells, the header {_width} columns.", "Quote cells that hold the separator or a line end, and write empty cells out.");

    private IEnumerable<Problem> Missing()
    {
        var needed = _plan.Format switch
        {
            ImportFormat.Ucdp => UcdpRows.Needed,
            ImportFormat.Acled => AcledRows.Needed,
            _ => ImportFields.All.Where(field => field.Required && _plan.Mapping?.Constants.ContainsKey(field.Name) != true).Select(field => _names.ColumnOf(field.Name)),
        };
        foreach (var column in needed.Where(column => !_at.ContainsKey(column)))
            yield return new("missing-column", column, null, $"The file has no column '{column}'.", "Add it, or say with a mapping which column it is.");
        foreach (var column in (_plan.Format == ImportFormat.Csv ? _plan.Mapping?.Columns.Values ?? [] : []).Where(column => !_at.ContainsKey(column)).Except(needed))
            yield return new("missing-column", column, null, $"The mapping names a column '{Incidents.Problems.Shorten(column)}', which the file does not have.", "Correct the mapping; names are compared letter by letter.");
        if (_plan is { Format: ImportFormat.Csv, Mapping: null })
            foreach (var column in _at.Keys.Where(column => column.Length > 0 && ImportFields.Find(column) is null))
                yield return new("unknown-column", column, null, $"There is no field '{Incidents.Problems.Shorten(column)}'.", "Remove the column, correct its name, or give a mapping, which leaves out what it does not name.");
    }
}
