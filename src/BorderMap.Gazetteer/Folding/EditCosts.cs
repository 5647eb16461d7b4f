namespace BorderMap.Gazetteer.Folding;

internal enum EditKind
{
    /// <summary>One letter for another, either way; without letters: any for any other.</summary>
    Substitute,

    /// <summary>A letter written or not, either way.</summary>
    Insert,

    /// <summary>Any letter left out.</summary>
    Omit,

    /// <summary>Any letter too many.</summary>
    Add,

    /// <summary>A letter once or twice.</summary>
    Double,

    /// <summary>Two neighbours swapped.</summary>
    Transpose,
}

/// <summary>What one edit between two spellings costs; an edit without a rule costs 1.</summary>
internal sealed record EditCost(EditKind Edit, string A, string B, float Cost);

/// <summary>
/// How far a written key is from a recorded one: optimal string alignment (Damerau 1964, restricted) with costs from the rules, so that w
/// for v is nearly nothing and k for m a whole slip.
/// </summary>
internal sealed class EditCosts
{
    /// <summary>Letters that a written beginning may leave out.</summary>
    private const int MostOmitted = 3;

    private readonly byte[] classes = new byte[NameFolding.Alphabet];
    private readonly float[] substitute;
    private readonly float[] omit;
    private readonly float[] add;
    private readonly int size;
    private readonly float doubled;

    public EditCosts(IReadOnlyList<EditCost> costs)
    {
        // Class 0: letters without a rule of their own.
        var letters = costs.SelectMany(c => c.A + c.B).Distinct().ToList();
        size = letters.Count + 1;
        for (var i = 0; i < letters.Count; i++)
        {
            classes[letters[i]] = (byte)(i + 1);
        }
        substitute = Filled(size * size, OfAny(costs, EditKind.Substitute));
        omit = Filled(size, OfAny(costs, EditKind.Omit));
        add = Filled(size, OfAny(costs, EditKind.Add));
        doubled = OfAny(costs, EditKind.Double);
        Transposed = OfAny(costs, EditKind.Transpose);
        foreach (var (edit, a, b, cost) in costs)
        {
            if (edit is EditKind.Substitute && a.Length > 0)
            {
                substitute[(classes[a[0]] * size) + classes[b[0]]] = substitute[(classes[b[0]] * size) + classes[a[0]]] = cost;
            }
            else if (edit is EditKind.Insert)
            {
                omit[classes[a[0]]] = Math.Min(cost, omit[0]);
                add[classes[a[0]]] = cost;
            }
        }
    }

    /// <summary>The least cost of the edits from one key to the other; at least <paramref name="most"/> when it would be more than that.</summary>
    /// <param name="written">What was written.</param>
    /// <param name="recorded">What may have been meant.</param>
    /// <param name="most">Where it is no use to go on.</param>
    public float Between(ReadOnlySpan<char> written, ReadOnlySpan<char> recorded, float most)
    {
        // What both begin and end with costs nothing and is left aside.
        var shorter = Math.Min(written.Length, recorded.Length);
        var start = 0;
        while (start < shorter && written[start] == recorded[start])
        {
            start++;
        }
        var (endOfWritten, endOfRecorded) = (written.Length, recorded.Length);
        while (endOfWritten > start && endOfRecorded > start && written[endOfWritten - 1] == recorded[endOfRecorded - 1])
        {
            endOfWritten--;
            endOfRecorded--;
        }
        return (endOfWritten - start, endOfRecorded - start) switch
        {
            (0, 0) => 0,
            (0, 1) => Omit(recorded, start),
            (1, 0) => Add(written, start),
            (1, 1) => Math.Min(Substitute(written[start], recorded[start]), Add(written, start) + Omit(recorded, start)),
            (2, 2) when written[start] == recorded[start + 1] && written[start + 1] == recorded[start] =>
                Math.Min(Transposed, 2 * Substitute(written[start], recorded[start])),
            _ => Align(written, endOfWritten, recorded, endOfRecorded, start, most),
        };
    }

    /// <summary>The least cost of the edits from what was written to some beginning of a recorded key; at least <paramref name="most"/> when it would be more.</summary>
    public float OfBeginning(ReadOnlySpan<char> written, ReadOnlySpan<char> recorded, float most)
    {
        var start = written.CommonPrefixLength(recorded);
        return start == written.Length ? 0
            : Align(written, written.Length, recorded, Math.Min(recorded.Length, written.Length + MostOmitted), start, most, isBeginning: true);
    }

    /// <summary>The alignment of what stands between a common start and an end of each.</summary>
    private float Align(ReadOnlySpan<char> written, int endOfWritten, ReadOnlySpan<char> recorded, int endOfRecorded, int start, float most, bool isBeginning = false)
    {
        var width = endOfRecorded - start + 1;
        Span<float> rows = stackalloc float[4 * width];
        Span<byte> letters = stackalloc byte[width];
        var beforeLast = rows[..width];
        var last = rows.Slice(width, width);
        var current = rows.Slice(2 * width, width);
        var omissions = rows[(3 * width)..];
        for (var j = 1; j < width; j++)
        {
            letters[j] = ClassOf(recorded[start + j - 1]);
            omissions[j] = Omit(recorded, start + j - 1);
            last[j] = last[j - 1] + omissions[j];
        }
        var leastOfLast = 0f;
        for (var i = start; i < endOfWritten; i++)
        {
            var letter = written[i];
            var addition = Add(written, i);
            var swaps = i > start && written[i - 1] != letter;
            var costs = substitute.AsSpan(ClassOf(letter) * size, size);
            var (diagonal, left) = (last[0], last[0] + addition);
            var least = current[0] = left;
            for (var j = 1; j < width; j++)
            {
                var other = recorded[start + j - 1];
                var above = last[j];
                var cost = Math.Min(diagonal + (letter == other ? 0 : costs[letters[j]]), Math.Min(above + addition, left + omissions[j]));
                if (swaps && j > 1 && letter == recorded[start + j - 2] && written[i - 1] == other)
                {
                    cost = Math.Min(cost, beforeLast[j - 2] + Transposed);
                }
                current[j] = left = cost;
                diagonal = above;
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
        return isBeginning ? Least(last) : last[width - 1];
    }

    public float Transposed { get; }

    public float Substitute(char written, char recorded) => written == recorded ? 0 : substitute[(ClassOf(written) * size) + ClassOf(recorded)];

    /// <summary>The cost of leaving out one letter of a recorded text.</summary>
    public float Omit(ReadOnlySpan<char> recorded, int at) => One(omit, recorded, at);

    /// <summary>The cost of one letter too many in what was written.</summary>
    public float Add(ReadOnlySpan<char> written, int at) => One(add, written, at);

    private static float Least(ReadOnlySpan<float> costs)
    {
        var least = float.PositiveInfinity;
        foreach (var cost in costs)
        {
            least = Math.Min(least, cost);
        }
        return least;
    }

    private float One(float[] costs, ReadOnlySpan<char> text, int at)
    {
        var cost = costs[ClassOf(text[at])];
        return at > 0 && text[at - 1] == text[at] ? Math.Min(cost, doubled) : cost;
    }

    private static float OfAny(IReadOnlyList<EditCost> costs, EditKind kind) => costs.FirstOrDefault(cost => cost.Edit == kind && cost.A.Length == 0)?.Cost ?? 1;

    private static float[] Filled(int length, float cost)
    {
        var filled = new float[length];
        Array.Fill(filled, cost);
        return filled;
    }

    private byte ClassOf(char c) => c < NameFolding.Alphabet ? classes[c] : (byte)0;
}
