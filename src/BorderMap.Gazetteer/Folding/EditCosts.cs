namespace BorderMap.Gazetteer.Folding;

internal enum EditKind { Substitute, Insert, Double, Transpose }

/// <summary>What one edit between two spellings costs; an edit without a rule costs 1.</summary>
internal sealed record EditCost(EditKind Edit, string A, string B, float Cost);

/// <summary>
/// How far two keys are apart: optimal string alignment (Damerau 1964, restricted) with costs from the rules, so that w for v is
/// nearly nothing and k for m a whole slip.
/// </summary>
internal sealed class EditCosts
{
    private readonly byte[] classes = new byte[NameFolding.Alphabet];
    private readonly float[] substitute;
    private readonly float[] insert;
    private readonly int size;

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
                    Doubled = cost;
                    break;
                default:
                    Transposed = cost;
                    break;
            }
        }
    }

    public float Doubled { get; private set; } = 1;

    public float Transposed { get; private set; } = 1;

    public float Substitute(char a, char b) => a == b ? 0 : substitute[(ClassOf(a) * size) + ClassOf(b)];

    /// <summary>The letter at some place of a text written where the other has none, or left out.</summary>
    public float Insert(ReadOnlySpan<char> text, int at)
    {
        var cost = insert[ClassOf(text[at])];
        return at > 0 && text[at - 1] == text[at] ? Math.Min(cost, Doubled) : cost;
    }

    /// <summary>The least cost of the edits from one key to the other; at least <paramref name="most"/> when it would be more than that.</summary>
    public float Between(ReadOnlySpan<char> a, ReadOnlySpan<char> b, float most)
    {
        // What both begin and end with costs nothing and is left aside.
        var start = a.CommonPrefixLength(b);
        var (endOfA, endOfB) = (a.Length, b.Length);
        while (endOfA > start && endOfB > start && a[endOfA - 1] == b[endOfB - 1])
        {
            endOfA--;
            endOfB--;
        }
        // Rows over the longer, fewer of them.
        return endOfA - start <= endOfB - start ? Align(a, start, endOfA, b, endOfB, most) : Align(b, start, endOfB, a, endOfA, most);
    }

    /// <summary>The alignment of two keys from a common start to an end of each.</summary>
    private float Align(ReadOnlySpan<char> a, int start, int endOfA, ReadOnlySpan<char> b, int endOfB, float most)
    {
        var width = endOfB - start + 1;
        Span<float> rows = stackalloc float[3 * width];
        var beforeLast = rows[..width];
        var last = rows.Slice(width, width);
        var current = rows.Slice(2 * width, width);
        for (var j = 1; j < width; j++)
        {
            last[j] = last[j - 1] + Insert(b, start + j - 1);
        }
        var leastOfLast = 0f;
        for (var i = start; i < endOfA; i++)
        {
            var letter = a[i];
            var removal = Insert(a, i);
            var swaps = i > start && a[i - 1] != letter;
            var costs = substitute.AsSpan(ClassOf(letter) * size, size);
            var least = current[0] = last[0] + removal;
            for (var j = 1; j < width; j++)
            {
                var other = b[start + j - 1];
                var cost = Math.Min(last[j - 1] + (letter == other ? 0 : costs[ClassOf(other)]), Math.Min(last[j] + removal, current[j - 1] + Insert(b, start + j - 1)));
                if (swaps && j > 1 && letter == b[start + j - 2] && a[i - 1] == other)
                {
                    cost = Math.Min(cost, beforeLast[j - 2] + Transposed);
                }
                current[j] = cost;
                least = Math.Min(least, cost);
            }
            if (least >= most && leastOfLast >= most)
            {
                return most;
            }
            leastOfLast = least;
            var spare = beforeLast;
            beforeLast = last;
            last = current;
            current = spare;
        }
        return last[width - 1];
    }

    private int ClassOf(char c) => c < NameFolding.Alphabet ? classes[c] : 0;
}
