using BorderMap.Gazetteer.Folding;

namespace BorderMap.Gazetteer.Matching;

/// <summary>Says in words what lies between a written key and the recorded one that was meant.</summary>
internal static class EditWords
{
    /// <summary>More than these are only counted.</summary>
    private const int MostNamed = 3;

    /// <summary>"i for e, one n left out"; null for equal keys.</summary>
    public static string? Of(string written, string recorded, EditCosts costs)
    {
        if (written == recorded)
        {
            return null;
        }
        var edits = Edits(written, recorded, costs);
        var named = string.Join(", ", edits.Take(MostNamed));
        return edits.Count > MostNamed ? $"{named} and {edits.Count - MostNamed} more" : named;
    }

    /// <summary>The edits of the cheapest alignment, in the order of the text.</summary>
    private static List<string> Edits(string written, string recorded, EditCosts costs)
    {
        var table = Table(written, recorded, costs);
        var edits = new List<string>();
        for (var (i, j) = (written.Length, recorded.Length); i > 0 || j > 0;)
        {
            var (fromI, fromJ) = Previous(table, written, recorded, costs, i, j);
            if (Words(written, recorded, i, j, i - fromI, j - fromJ) is { } words)
            {
                edits.Add(words);
            }
            (i, j) = (fromI, fromJ);
        }
        edits.Reverse();
        return edits;
    }

    private static float[,] Table(string written, string recorded, EditCosts costs)
    {
        var table = new float[written.Length + 1, recorded.Length + 1];
        for (var i = 0; i <= written.Length; i++)
        {
            for (var j = 0; j <= recorded.Length; j++)
            {
                if (i + j > 0)
                {
                    var (fromI, fromJ) = Previous(table, written, recorded, costs, i, j);
                    table[i, j] = table[fromI, fromJ] + Cost(written, recorded, costs, i, j, i - fromI, j - fromJ);
                }
            }
        }
        return table;
    }

    /// <summary>The cell from which the cheapest alignment comes to one.</summary>
    private static (int I, int J) Previous(float[,] table, string written, string recorded, EditCosts costs, int i, int j)
    {
        ReadOnlySpan<(int I, int J)> steps = [(1, 1), (2, 2), (1, 0), (0, 1)];
        var (best, least) = ((i, j), float.PositiveInfinity);
        foreach (var step in steps)
        {
            if (step.I <= i && step.J <= j && (step.I < 2 || IsSwap(written, recorded, i, j))
                && table[i - step.I, j - step.J] + Cost(written, recorded, costs, i, j, step.I, step.J) is var cost && cost < least)
            {
                (best, least) = ((i - step.I, j - step.J), cost);
            }
        }
        return best;
    }

    private static bool IsSwap(string written, string recorded, int i, int j) =>
        written[i - 1] == recorded[j - 2] && written[i - 2] == recorded[j - 1] && written[i - 1] != written[i - 2];

    private static float Cost(string written, string recorded, EditCosts costs, int i, int j, int stepI, int stepJ) => (stepI, stepJ) switch
    {
        (1, 1) => costs.Substitute(written[i - 1], recorded[j - 1]),
        (2, 2) => costs.Transposed,
        (1, 0) => costs.Add(written, i - 1),
        _ => costs.Omit(recorded, j - 1),
    };

    private static string? Words(string written, string recorded, int i, int j, int stepI, int stepJ) => (stepI, stepJ) switch
    {
        (1, 1) when written[i - 1] == recorded[j - 1] => null,
        (1, 1) when written[i - 1] == ' ' => $"a space for {recorded[j - 1]}",
        (1, 1) when recorded[j - 1] == ' ' => $"{written[i - 1]} for a space",
        (1, 1) => $"{written[i - 1]} for {recorded[j - 1]}",
        (2, 2) => $"{recorded[j - 2]} and {recorded[j - 1]} swapped",
        (1, 0) when written[i - 1] == ' ' => "written apart",
        (1, 0) => IsDouble(written, i - 1) ? $"{written[i - 1]} doubled" : $"one {written[i - 1]} too many",
        _ when recorded[j - 1] == ' ' => "written together",
        _ => $"one {recorded[j - 1]} left out",
    };

    private static bool IsDouble(string text, int at) => at > 0 && text[at - 1] == text[at];
}
