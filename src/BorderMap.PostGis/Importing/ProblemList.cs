using BorderMap.Incidents;

namespace BorderMap.PostGis.Importing;

/// <summary>Counts every problem and keeps the first thousand.</summary>
internal sealed class ProblemList
{
    private const int Kept = 1000;

    private readonly List<Problem> first = [];

    public IReadOnlyList<Problem> First => first;
    public long Count { get; private set; }

    /// <param name="row">The row of the file, <c>incidents[17]</c>.</param>
    /// <param name="id">Its id, where it has one.</param>
    /// <param name="problems">What is wrong with it.</param>
    public void Add(string row, string? id, IEnumerable<Problem> problems)
    {
        foreach (var problem in problems)
        {
            Count++;
            if (first.Count < Kept)
                first.Add(problem with { Field = string.Join(' ', ((string?[])[row, id]).Where(part => !string.IsNullOrEmpty(part))) + ": " + problem.Field });
        }
    }
}
