namespace BorderMap.Incidents.Cql2;

/// <summary>What both parsers keep while they read one filter: the first problem, and how much there is already.</summary>
/// <remarks>After a problem the parsers go on with what <see cref="Fail"/> gives until they reach the end; nothing of that is shown.</remarks>
internal sealed class Reading(FilterCrs crs)
{
    /// <summary>Stands for what could not be read.</summary>
    public static readonly Expression Nothing = new BooleanLiteral(false);
    private int depth;
    private int nodes;
    private int vertices;

    public FilterCrs Crs => crs;

    public Problem? Problem { get; private set; }

    public bool HasFailed => Problem is not null;

    /// <summary>Keeps the first problem.</summary>
    /// <returns>An expression that stands for the missing one.</returns>
    public Expression Fail(Problem problem)
    {
        Problem ??= problem;
        return Nothing;
    }

    /// <summary>Counts an expression.</summary>
    public Expression Count(Expression node)
    {
        if (++nodes > Cql2Limits.Nodes)
            Fail(Cql2Problems.TooMany(node.At, "operators, properties and values", Cql2Limits.Nodes));
        return node;
    }

    public void CountVertex(int at)
    {
        if (++vertices > Cql2Limits.Vertices)
            Fail(Cql2Problems.TooMany(at, "positions in its geometries", Cql2Limits.Vertices));
    }

    /// <summary>Reads what lies a level deeper.</summary>
    public Expression Deeper(int at, Func<Expression> read)
    {
        if (depth == Cql2Limits.Depth)
            return Fail(Cql2Problems.TooMany(at, "expressions within one another", Cql2Limits.Depth));
        depth++;
        var inner = read();
        depth--;
        return inner;
    }
}
