namespace BorderMap.Gazetteer.Resolving;

/// <summary>One way to read a toponym, with what it leads to.</summary>
/// <param name="Toponym">The name and its context as taken apart.</param>
/// <param name="Context">What of the context was understood.</param>
/// <param name="Inside">Places that match and lie in the context, best first.</param>
/// <param name="IsBeside">Those inside lie only beside it, in doubt about its boundary.</param>
/// <param name="Elsewhere">Places that match and lie outside it, looked for when there are none inside.</param>
internal sealed record Reading(Toponym Toponym, Context Context, List<Ranked> Inside, bool IsBeside, List<Ranked> Elsewhere)
{
    private const double ApproximateScore = 0.5;
    private const double ElsewhereShare = 0.4;
    private const double BesideShare = 0.9;

    /// <summary>A reading that understands more of the context is better; of two that understand the same, the one that finds more.</summary>
    public bool IsBetterThan(Reading other) =>
        Faults != other.Faults ? Faults < other.Faults : Found > other.Found;

    private int Faults => Context.NotUnderstood.Count + Context.Conflicts;

    private double Found => Inside.Count == 0 ? 0 : IsBeside ? Inside[0].Hit.Match * BesideShare : Inside[0].Hit.Match;

    public Resolution Conclude(string query, string? context, int limit)
    {
        if (Inside.Count > 0)
        {
            return new Resolution(query, context, Verdict.On(Inside), Candidates(limit));
        }
        var regions = Context.Nearest;
        if (regions.Count == 0)
        {
            return new Resolution(query, context, ResolutionStatus.Unknown, []);
        }
        var status = regions.Count == 1 ? ResolutionStatus.Approximate : ResolutionStatus.Ambiguous;
        var named = regions.Select(Approximate).Concat(Elsewhere.Select(Outside));
        return new Resolution(query, context, status, [.. named.Take(limit)]);
    }

    private List<Candidate> Candidates(int limit)
    {
        var candidates = new List<Candidate>(Math.Min(limit, Inside.Count));
        for (var i = 0; i < Math.Min(limit, Inside.Count); i++)
        {
            var radius = i == 0 ? Verdict.RadiusOf(Inside) : Inside[i].Place.RadiusM;
            candidates.Add(Reasons.Candidate(Inside[i], Inside[i].Score * (IsBeside ? BesideShare : 1), radius, Reasons.OfMatch(Inside[i], Context, IsBeside)));
        }
        return candidates;
    }

    private Candidate Approximate(Place region) =>
        new(region, ApproximateScore, region.Name, Reasons.PrecisionOf(region), region.RadiusM, Reasons.OfRegion(Toponym.Head, region));

    private Candidate Outside(Ranked ranked) =>
        Reasons.Candidate(ranked, ranked.Score * ElsewhereShare, ranked.Place.RadiusM, Reasons.OfElsewhere(ranked, Context));
}
