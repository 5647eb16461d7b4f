using BorderMap.Incidents;

namespace BorderMap.PostGis.Importing;

/// <summary>Counts every problem and keeps the first thousand.</summary>
internal sealed class ProblemList
{
    private const int Kept = 1000;

    private readonly List<Problem> first = [];
    private string lastRow = "";

    public IReadOnlyList<Problem> First => first;
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
            Add(row.Name, id, problem with { Field = row.ColumnOf(problem.Field) is { } column ? $"{column} ({problem.Field})" : problem.Field });
    }

    public void Add(string row, string? id, Problem problem)
    {
        Count++;
        Rows += row == lastRow ? 0 : 1;
        lastRow = row;
        if (first.Count < Kept)
            first.Add(problem with { Field = string.Join(' ', ((string?[])[row, id]).Where(part => !string.IsNullOrEmpty(part))) + ": " + problem.Field });
    }
}
