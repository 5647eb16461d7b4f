namespace BorderMap.Gazetteer.Matching;

/// <summary>
/// The noisy channel in numbers. All costs are of one unit, a whole slip of the pen (about the logarithm of one in three hundred), so that
/// they add up: the edits, the words of kind that do not fit, and how little the place is written of.
/// </summary>
internal static class Likelihood
{
    /// <summary>A match below this is no candidate.</summary>
    public const float Least = 0.6f;

    /// <summary>And one across scripts below this, where any two short names share some sounds.</summary>
    public const float LeastAcross = 0.7f;

    /// <summary>The prominence of a town recorded in four languages; all larger kinds have more.</summary>
    public const float WellKnown = 0.15f;

    /// <summary>Letters of another script say less than the same letters would.</summary>
    public const float OtherScript = 0.6f;

    /// <summary>And where a place has names in the script written, they would have been found by those.</summary>
    public const float HasOwnScript = 0.6f;

    /// <summary>What a name that the source does not prefer costs.</summary>
    public const float Variant = 0.02f;

    private const float Core = 0.2f;
    private const float WrongKind = 0.8f;
    private const float ShareOfPrior = 0.6f;

    /// <summary>What a slip costs at most.</summary>
    public const float OneSlip = 0.9f;

    /// <summary>Keys that a slip index of heavy keys does not give differ in this at least, beside their consonants.</summary>
    public const float LeastUnseen = 0.25f;

    /// <summary>Skeletons that differ by less than this differ by a letter left out, or two swapped.</summary>
    public const float LikelySlip = 0.5f;

    private const float LeastShare = 0.8f;
    private const float LeastVowel = 0.35f;

    /// <summary>What edits of consonants cost at least, given the cost between two skeletons, whose letters stand for several.</summary>
    public static float OfConsonants(float cost) => LeastShare * cost;

    /// <summary>What so many edits of vowels cost at least.</summary>
    public static float OfVowels(int edits) => LeastVowel * edits;

    /// <summary>The cost at which a match is worth nothing: a slip weighs more in a short name.</summary>
    public static float Room(int length) => 1.5f + (0.5f * length);

    /// <summary>What a name costs that fits but for words that say a kind.</summary>
    public static float CoreCost(bool isCore, bool fitsKind) => fitsKind ? (isCore ? Core : 0) : WrongKind;

    /// <summary>Few write of a hamlet, many of a province.</summary>
    public static float PriorCost(float prominence) => ShareOfPrior * (1 - prominence);
}
