namespace BorderMap.Gazetteer.Resolving;

/// <summary>How a recorded name matched what was written, from best to worst.</summary>
internal enum MatchKind
{
    /// <summary>The same but for case, diacritics and letter variants.</summary>
    Same,

    /// <summary>The same but for words that say the kind of place.</summary>
    Core,

    /// <summary>Another transliteration of it.</summary>
    Spelling,

    /// <summary>A slip or two away.</summary>
    Slip,

    /// <summary>Some words of it.</summary>
    Part,
}

/// <summary>A place whose name matches.</summary>
/// <param name="Place">Index of the place.</param>
/// <param name="Name">Index of the name among the place's.</param>
/// <param name="How">How it matched.</param>
/// <param name="Match">How well, 0 to 1.</param>
internal readonly record struct Hit(int Place, int Name, MatchKind How, float Match);
