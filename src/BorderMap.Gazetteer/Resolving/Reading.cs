namespace BorderMap.Gazetteer.Resolving;

/// <summary>One way to read a toponym, with what it leads to.</summary>
/// <param name="Toponym">The name and its context as taken apart.</param>
/// <param name="Evidence">What is known besides the name.</param>
/// <param name="Contenders">Places that match, weighed.</param>
/// <param name="Weights">The model of confidence.</param>
internal sealed record Reading(Toponym Toponym, Evidence Evidence, Contenders Contenders, Weights Weights)
{
    private Context Context => Evidence.Context;

    private IReadOnlyList<Contender> Best => Contenders.Best;

    private double Unlisted => Context.Parts.Count == 0 ? Weights.OddsOfUnlisted : Weights.OddsOfUnlistedInside;

    private double AllOdds => Contenders.Odds + Unlisted;

    private int Faults => Context.NotUnderstood.Count + Context.Conflicts;

    private double Found => Best.Count == 0 ? 0 : Best[0].Odds;

    /// <summary>A reading that understands more of the context is better; of two that understand the same, the one that finds more.</summary>
    public bool IsBetterThan(Reading other) =>
        Faults != other.Faults ? Faults < other.Faults : Found > other.Found;

    public Resolution Conclude(ResolveQuery query, Places places, Matcher matcher)
    {
        var regions = Context.Nearest;
        var shareOfUnlisted = Unlisted / AllOdds;
        var (odds, rival) = Verdict.OddsOf(Best, Context.Containment);
        var shareOfBest = odds / AllOdds;
        var isOutside = Best.Count > 0 && Best[0].Clues.Outside > 0;
        if (shareOfBest >= Weights.Resolved && rival <= Weights.Rival * odds && !isOutside)
        {
            return Answer(ResolutionStatus.Resolved, Matching());
        }
        if (regions.Count > 0 && shareOfUnlisted >= shareOfBest)
        {
            return Answer(regions.Count == 1 ? ResolutionStatus.Approximate : ResolutionStatus.Ambiguous, Somewhere().Concat(Matching()));
        }
        return Contenders.Odds / AllOdds < Weights.Shown ? Answer(ResolutionStatus.Unknown, [])
            : Answer(ResolutionStatus.Ambiguous, isOutside ? Matching().Concat(Somewhere()).OrderByDescending(candidate => candidate.Score) : Matching());

        Resolution Answer(ResolutionStatus status, IEnumerable<Candidate> candidates) => new(query.Name, query.Context, status, [.. candidates.Take(query.Limit)]);

        IEnumerable<Candidate> Matching() => Contenders.Shown(query.Limit).Select((contender, i) => Reasons.Candidate(
            contender, Round(contender.Odds / AllOdds), i == 0 ? Radius.OfBest(Best, Evidence) : Radius.Of(contender, Evidence), Evidence, places) with
        {
            Edits = contender.Hit.How is MatchKind.Same ? null : matcher.Edits(Toponym.Head, contender.Hit),
        });

        IEnumerable<Candidate> Somewhere() => regions.Select(region => new Candidate(
            region, Round(shareOfUnlisted / regions.Count), region.Name, Reasons.PrecisionOf(region), region.RadiusM, Reasons.OfRegion(Toponym.Head, region)));
    }

    private static double Round(double share) => Math.Round(share, 3);
}
