namespace BorderMap.Gazetteer.Resolving;

/// <summary>What speaks against a place being the one meant, each 0 where nothing does.</summary>
internal readonly record struct Clues
{
    /// <summary>What the edits from the written to the recorded name cost, in slips of the pen.</summary>
    public float Edits { get; init; }

    /// <summary>1 where anything was edited.</summary>
    public float IsEdited { get; init; }

    /// <summary>How little the place is known whose very name was written: 1 less its prominence.</summary>
    public float Obscurity { get; init; }

    /// <summary>The same where anything was edited, where it counts less: people misspell what they seldom write.</summary>
    public float ObscurityOfEdited { get; init; }

    /// <summary>
    /// The same among localities of the very name that was written: a hamlet 1, a town recorded in many languages 0, as is every larger kind.
    /// </summary>
    public float Smallness { get; init; }

    /// <summary>How far from the Durand Line: 0 on it, a half at 150 km.</summary>
    public float Inland { get; init; }

    /// <summary>1 for a name that the source does not prefer.</summary>
    public float IsVariant { get; init; }

    /// <summary>1 for a name that fits but for words that say the kind of place.</summary>
    public float IsCore { get; init; }

    /// <summary>1 for a place just outside what the context names, where boundaries are in doubt.</summary>
    public float Beside { get; init; }

    /// <summary>1 for a place outside what the context names.</summary>
    public float Outside { get; init; }

    /// <summary>How far outside, in 60 km.</summary>
    public float FarOutside { get; init; }

    /// <summary>1 for a region that the context itself names: what is meant lies in it.</summary>
    public float IsContext { get; init; }

    /// <summary>1 for a place of another kind than the one asked for.</summary>
    public float OtherKind { get; init; }

    /// <summary>How far from the position asked for: ln(1 + km / 10).</summary>
    public float FarFromPoint { get; init; }

    /// <summary>1 less the support of the other names of the text.</summary>
    public float Apart { get; init; }

    /// <summary>How far from the Durand Line, where the text is about it: ln(1 + km / 10).</summary>
    public float FarFromLine { get; init; }

    /// <summary>1 for a place, or a name, that was not there on the day spoken of; a half without a day, for what is there no more.</summary>
    public float OtherTime { get; init; }

    public float[] ToArray() =>
        [Edits, IsEdited, Obscurity, ObscurityOfEdited, Smallness, Inland, IsVariant, IsCore, Beside, Outside, FarOutside, IsContext, OtherKind, FarFromPoint, Apart, FarFromLine, OtherTime];

    /// <summary>How distances count: near the point each kilometre, far from it hardly.</summary>
    public static float OfKm(double km) => (float)Math.Log(1 + (km / 10));
}
