namespace BorderMap.Gazetteer.Texts;

/// <summary>A word of a text.</summary>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="End">Where it ends, exclusive, without a possessive 's.</param>
/// <param name="Key">Its light key.</param>
/// <param name="Case">How it is written.</param>
/// <param name="JoinsNext">Whether only spaces or a hyphen stand before the next word, so that both may be one name.</param>
internal readonly record struct TextToken(int Start, int End, string Key, TextCase Case, bool JoinsNext);

/// <summary>How a word is written.</summary>
internal enum TextCase
{
    /// <summary>Its script has no cases.</summary>
    None,
    Lower,
    Capital,
    AllCapitals,
}
