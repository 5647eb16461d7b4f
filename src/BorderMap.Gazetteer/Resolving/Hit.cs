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

    /// <summary>Recorded in the other script; it sounds like what was written.</summary>
    Sound,

    /// <summary>Some words of it.</summary>
    Part,
}

/// <summary>A place whose name matches.</summary>
/// <param name="Place">Index of the place.</param>
/// <param name="Name">Index of the name among the place's.</param>
/// <param name="How">How it matched.</param>
/// <param name="Match">How well, 0 to 1.</param>
internal readonly record struct Hit(int Place, int Name, MatchKind How, float Match)
{
    private const float BestSpelling = 0.95f;

    /// <summary>What the edits cost, a whole slip of the pen being 1: 0 for the same name.</summary>
    public float Cost { get; init; }

    /// <summary>The cost at which a match with what was written would be worth nothing.</summary>
    public float Room { get; init; }

    /// <summary>The number of the light key that matched, the same for all who bear the name; -1 when it was not looked for by key.</summary>
    public int Key { get; init; } = -1;

    /// <summary>A match by its cost.</summary>
    public static Hit Of(int place, int name, MatchKind how, float cost, float room, int key = -1) =>
        new(place, name, how, BestSpelling * (1 - (cost / room))) { Cost = cost, Room = room, Key = key };
}
