namespace BorderMap.PostGis.Columns;

/// <summary>A text a row, of which many rows have the same.</summary>
internal sealed class TextColumn(int rows)
{
    private readonly Dictionary<string, int> known = new(StringComparer.Ordinal);
    private readonly List<string> texts = [];

    /// <summary>Into <see cref="Texts"/>; -1: none.</summary>
    public int[] Indexes { get; } = new int[rows];

    /// <summary>In the order of their first rows.</summary>
    public IReadOnlyList<string> Texts => texts;

    public void Set(int row, string? text)
    {
        if (text is null)
        {
            Indexes[row] = -1;
            return;
        }
        if (!known.TryGetValue(text, out var index))
        {
            known.Add(text, index = texts.Count);
            texts.Add(text);
        }
        Indexes[row] = index;
    }
}
