namespace BorderMap.Incidents;

/// <summary>The reported range of a number of people.</summary>
/// <param name="Low">The lowest minimum; null: nobody gave a figure.</param>
/// <param name="High">The highest number named; null: nobody gave a figure.</param>
/// <param name="Open">Whether the range goes on above <paramref name="High"/>: somebody says "at least".</param>
public readonly record struct CountRange(int? Low, int? High, bool Open)
{
    public static CountRange None => default;

    /// <summary>The upper end as the public columns give it: null when open or without a figure.</summary>
    public int? ClosedHigh => Open ? null : High;

    /// <summary>As a reader sees it: <c>23–58</c>, <c>23–200+</c>, <c>7</c>, empty without a figure.</summary>
    public override string ToString() =>
        Low is null ? "" : Low == High ? $"{Low}{(Open ? "+" : "")}" : $"{Low}–{High}{(Open ? "+" : "")}";
}

/// <summary>The reported range over several incidents.</summary>
/// <param name="Low">Sum of the lows.</param>
/// <param name="High">Sum of the highs.</param>
/// <param name="Open">Whether one of them is open above.</param>
/// <param name="Incidents">How many incidents were looked at.</param>
/// <param name="WithoutFigure">How many of them gave no figure; to be said beside the sum.</param>
public readonly record struct RangeSum(long Low, long High, bool Open, int Incidents, int WithoutFigure);
