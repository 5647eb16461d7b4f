namespace BorderMap.PostGis.Columns;

/// <summary>A word a row out of a short list, by its index.</summary>
internal sealed class WordColumn(IReadOnlyList<string> words, int rows)
{
    /// <summary>The index of no word.</summary>
    public const byte None = byte.MaxValue;

    private readonly Dictionary<string, byte> known = words.Select((word, i) => (word, i)).ToDictionary(pair => pair.word, pair => (byte)pair.i);

    public byte[] Indexes { get; } = new byte[rows];

    public IReadOnlyList<string> Words => words;

    public void Set(int row, string? word) => Indexes[row] = word is not null && known.TryGetValue(word, out var index) ? index : None;
}
