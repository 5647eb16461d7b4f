namespace BorderMap.Gazetteer.Folding;

internal enum EditKind { Substitute, Insert, Double, Transpose }

/// <summary>What one edit between two spellings costs; an edit without a rule costs 1.</summary>
internal sealed record EditCost(EditKind Edit, string A, string B, float Cost);

/// <summary>
/// How far two light keys are apart: optimal string alignment (Damerau 1964, restricted) with costs from the rules, so that w for v is
/// nearly nothing and k for m a whole slip.
/// </summary>
internal sealed class EditCosts
{
    private readonly byte[] classes = new byte[NameFolding.Alphabet];
    private readonly float[] substitute;
    private readonly float[] insert;
    private readonly int size;
    private readonly float doubled = 1;
    private readonly float transposed = 1;

    public EditCosts(IReadOnlyList<EditCost> costs)
    {
        // Class 0: letters without a rule of their own.
        var letters = costs.SelectMany(c => c.A + c.B).Distinct().ToList();
        size = letters.Count + 1;
        for (var i = 0; i < letters.Count; i++)
        {
            classes[letters[i]] = (byte)(i + 1);
        }
        substitute = new float[size * size];
        insert = new float[size];
        Array.Fill(substitute, 1);
        Array.Fill(insert, 1);
        foreach (var (edit, a, b, cost) in costs)
        {
            switch (edit)
            {
                case EditKind.Substitute:
                    substitute[(classes[a[0]] * size) + classes[b[0]]] = substitute[(classes[b[0]] * size) + classes[a[0]]] = cost;
                    break;
                case EditKind.Insert:
                    insert[classes[a[0]]] = cost;
                    break;
                case EditKind.Double:
                    doubled = cost;
                    break;
                default:
                    transposed = cost;
                    break;
            }
        }
    }

    /// <summary>The least cost of the edits from one key to the other; at least <paramref name="most"/> when it would be more than that.</summary>
    public float Between(ReadOnlySpan<char> a, ReadOnlySpan<char> b, float most)
    {
        var width = b.Length + 1;
        Span<float> rows = stackalloc float[3 * (NameFolding.MaxLength + 1)];
        var beforeLast = rows[..width];
        var last = rows.Slice(width, width);
        var current = rows.Slice(2 * width, width);
        last[0] = 0;
        for (var j = 1; j < width; j++)
        {
            last[j] = last[j - 1] + Insert(b, j - 1);
        }
        for (var i = 1; i <= a.Length; i++)
        {
            var removal = Insert(a, i - 1);
            current[0] = last[0] + removal;
            var least = current[0];
            for (var j = 1; j < width; j++)
            {
                var cost = Math.Min(last[j - 1] + Substitute(a[i - 1], b[j - 1]), Math.Min(last[j] + removal, current[j - 1] + Insert(b, j - 1)));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] && a[i - 1] != a[i - 2])
                {
                    cost = Math.Min(cost, beforeLast[j - 2] + transposed);
                }
                current[j] = cost;
                least = Math.Min(least, cost);
            }
            if (least >= most)
            {
                return most;
            }
            var spare = beforeLast;
            beforeLast = last;
            last = current;
            current = spare;
        }
        return last[width - 1];
    }

    private float Substitute(char a, char b) =>
        a == b ? 0 : a < NameFolding.Alphabet && b < NameFolding.Alphabet ? substitute[(classes[a] * size) + classes[b]] : 1;

    private float Insert(ReadOnlySpan<char> text, int at)
    {
        var c = text[at];
        var cost = c < NameFolding.Alphabet ? insert[classes[c]] : 1;
        return at > 0 && text[at - 1] == c ? Math.Min(cost, doubled) : cost;
    }
}
