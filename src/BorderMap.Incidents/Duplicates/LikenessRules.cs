using BorderMap.Incidents.Model;

namespace BorderMap.Incidents.Duplicates;

/// <summary>The weights of <c>data/rules/likeness.json</c> (embedded), which says where they come from.</summary>
internal sealed record LikenessRules
{
    public static LikenessRules Current { get; } = Vocabulary.Read<LikenessRules>("likeness.json");

    public required string Source { get; init; }
    public required double Prior { get; init; }
    public required double ShownFrom { get; init; }
    public required double LikelyFrom { get; init; }
    public required int DaysApartAtMost { get; init; }

    /// <summary>Days by which a date of that precision may be off at either end.</summary>
    public required IReadOnlyDictionary<DatePrecision, int> SlackDays { get; init; }
    public required IReadOnlyDictionary<string, double> Time { get; init; }
    public required IReadOnlyDictionary<string, double> Place { get; init; }
    public required double SpotKm { get; init; }
    public required double NearKm { get; init; }
    public required double ByKm { get; init; }
    public required double OffKm { get; init; }
    public required double FacingKm { get; init; }
    public required IReadOnlyDictionary<string, double> Kind { get; init; }

    /// <summary>Families whose kinds are often taken for one another.</summary>
    public required IReadOnlyList<string> FamiliesAlike { get; init; }
    public required IReadOnlyList<string> ViolentFamilies { get; init; }
    public required IReadOnlyDictionary<string, double> Actors { get; init; }
    public required IReadOnlyDictionary<string, double> Figures { get; init; }
    public required IReadOnlyDictionary<string, double> Sources { get; init; }

    /// <summary>Prefixes of source keys whose rows are one event each: two rows of one dataset are two events in its own judgement.</summary>
    public required IReadOnlyList<string> Datasets { get; init; }
}
