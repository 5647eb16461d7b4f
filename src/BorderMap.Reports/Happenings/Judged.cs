using BorderMap.Reports.Figures;
using BorderMap.Reports.Learnt;
using BorderMap.Reports.Speakers;

namespace BorderMap.Reports.Happenings;

/// <summary>A telling that the rules took or left out, with what was known of it.</summary>
/// <param name="Mention">The telling.</param>
/// <param name="Places">Where it puts the deed.</param>
/// <param name="IsTaken">Whether the rules take it.</param>
/// <param name="Features">What stands around it.</param>
internal sealed record JudgedTelling(Mention Mention, IReadOnlyList<Scene> Places, bool IsTaken, IReadOnlyList<string> Features);

/// <summary>A figure with all that it may be of, or all who may say it.</summary>
internal sealed record JudgedToll<T>(Toll Toll, IReadOnlyList<Candidate<T>> Candidates)
    where T : class;

/// <summary>A happening with where the rules put it, and where else it may have been; null stands for what the rules say.</summary>
internal sealed record JudgedPlace(Happening Happening, IReadOnlyList<Scene> Told, IReadOnlyList<Candidate<Located>> Candidates);

/// <summary>Receives every choice that is made by weights, for learning.</summary>
internal sealed class Judged
{
    public List<JudgedTelling> Tellings { get; } = [];
    public List<JudgedPlace> Places { get; } = [];
    public List<JudgedToll<Happening>> Homes { get; } = [];
    public List<JudgedToll<Speech>> Claimants { get; } = [];
}
