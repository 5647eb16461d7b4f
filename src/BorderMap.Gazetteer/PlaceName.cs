namespace BorderMap.Gazetteer;

/// <summary>One recorded name of a place.</summary>
/// <param name="Text">As the source writes it, in Unicode NFC.</param>
/// <param name="Language">ISO 639-3 (<c>eng</c>, <c>pus</c>, <c>prs</c>, <c>fas</c>, <c>urd</c> ...), <c>und</c> where the source does not say.</param>
/// <param name="Rank">How the source ranks it.</param>
public readonly record struct PlaceName(string Text, string Language, NameRank Rank)
{
    /// <summary>The first day on which it was the name; null as far as known.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day on which it was the name; null for a name in use.</summary>
    public DateOnly? Until { get; init; }
}

/// <summary>How a source ranks a name; written in the data files as <c>*</c>, <c>+</c>, <c>~</c>.</summary>
public enum NameRank { Preferred, Variant, Colloquial }
