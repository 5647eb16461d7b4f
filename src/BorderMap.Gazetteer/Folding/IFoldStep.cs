namespace BorderMap.Gazetteer.Folding;

/// <summary>One small step of the folding of a name.</summary>
internal interface IFoldStep
{
    /// <summary>Writes the folded form of <paramref name="from"/>; returns its length, or -1 when it does not fit.</summary>
    int Apply(ReadOnlySpan<char> from, Span<char> to);
}
