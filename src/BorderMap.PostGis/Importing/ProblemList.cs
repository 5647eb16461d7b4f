using BorderMap.Incidents;

namespace BorderMap.PostGis.Importing;

/// <summary>Counts every problem and keeps the first thousand.</summary>
internal sealed class ProblemList
{
    private const int Kept = 1000;

    private readonly List<Problem> first = [];
    private readonly List<RowProblem> named = [];
    private string lastRow = "";

    public IReadOnlyList<Problem> First => first;

    /// <summary>The same as <see cref="First"/>, part by part.</summary>
    public IReadOnlyList<RowProblem> Named => named;
    public long Count { get; private set; }

    /// <summary>How many rows have problems.</summary>
    public long Rows { get; private set; }

    /// <summary>Whether some problem is not that of an incident's row alone: then nothing can come in.</summary>
    public bool IsFatal { get; set; }

    /// <param name="row">The row of the file.</param>
    /// <param name="id">Its id, where it has one.</param>
    /// <param name="problems">What is wrong with it.</param>
    public void Add(FileRow row, string? id, IEnumerable<Problem> problems)
    {
        foreach (var problem in problems)
        {
            var column = row.ColumnOf(problem.Field);
            Add(new RowProblem(row.Name, row.Line, column ?? problem.Field, problem), id, column is null ? problem.Field : $"{column} ({problem.Field})");
        }
    }

    public void Add(string row, Problem problem) => Add(new RowProblem(row, null, problem.Field, problem), null, problem.Field);

    private void Add(RowProblem found, string? id, string field)
    {
        Count++;
        Rows += found.Row == lastRow ? 0 : 1;
        lastRow = found.Row;
        if (first.Count >= Kept)
            return;
        named.Add(found);
        first.Add(found.Problem with { Field = string.Join(' ', ((string?[])[found.Row, id]).Where(part => !string.IsNullOrEmpty(part))) + ": " + field });
    }
}
