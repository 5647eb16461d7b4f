using BorderMap.Incidents.Model;

namespace BorderMap.Incidents;

/// <summary>
/// The reported range of the killed or injured of one incident. Every aggregate uses it.
/// <list type="number">
/// <item>Only claims about the toll that assert a number enter: no denial (it is not a 0), no claim that a later one of the same claimant
/// supersedes, no figure in words alone ("dozens"), no figure for killed and injured together, no estimate, no episode's total.</item>
/// <item>For one group, the claimants' figures span a range: low = lowest minimum, high = highest maximum, open if one of them has no maximum.
/// Nothing is added or averaged. Where a claimant gives a total for a group, his parts of the same group are left out.</item>
/// <item>A group inside another one with a figure of its own is never added to it. If the parts together go above their whole's high
/// (other claimants, other numbers), the high rises to theirs; the low stays what was claimed for the whole.</item>
/// <item>Groups that nobody's figure holds together and that are disjoint (<see cref="Groups.Disjoint"/>) are added low to low and high to high.
/// Of groups that may hold the same people only the larger one counts.</item>
/// </list>
/// A maximum without a minimum ("up to 20") starts at 0, since a count cannot be less.
/// </summary>
public static class Ranges
{
    public static CountRange Killed(IReadOnlyList<Claim> claims) => Of(claims, static c => c.Killed);

    public static CountRange Injured(IReadOnlyList<Claim> claims) => Of(claims, static c => c.Injured);

    /// <summary>The range over different incidents: lows and highs added, with the number of incidents that gave no figure.</summary>
    public static RangeSum Sum(IEnumerable<CountRange> incidents)
    {
        var sum = default(RangeSum);
        foreach (var range in incidents)
            sum = range is { Low: { } low, High: { } high }
                ? new(sum.Low + low, sum.High + high, sum.Open | range.Open, sum.Incidents + 1, sum.WithoutFigure)
                : sum with { Incidents = sum.Incidents + 1, WithoutFigure = sum.WithoutFigure + 1 };
        return sum;
    }

    /// <summary>Whether a later claim of the same claimant replaces this one.</summary>
    public static bool IsSuperseded(Claim claim, IReadOnlyList<Claim> claims)
    {
        foreach (var other in claims)
            if (other.Supersedes is { Length: > 0 } earlier && earlier == claim.Id && other.Claimant == claim.Claimant && !ReferenceEquals(other, claim))
                return true;
        return false;
    }

    private static CountRange Of(IReadOnlyList<Claim> claims, Func<Claim, Figure?> figureOf)
    {
        if (claims.Count == 0)
            return CountRange.None;
        var figures = new List<(HarmedGroup Group, Claim Claim, CountRange Range)>(claims.Count);
        foreach (var claim in claims)
            if (claim is { About: ClaimAbout.Toll, Stance: Stance.Asserts } && Read(figureOf(claim)) is { Low: not null } range && !IsSuperseded(claim, claims))
                figures.Add((claim.Group ?? Groups.Everyone, claim, range));
        return figures.Count switch
        {
            0 => CountRange.None,
            1 => figures[0].Range,
            _ => Combine(SpanOfEachGroup(figures)),
        };
    }

    private static CountRange Read(Figure? figure) => figure switch
    {
        null or { Min: null, Max: null } => CountRange.None,
        { Min: { } min, Max: null } => new(min, min, true),
        _ => new(figure.Min ?? 0, figure.Max, false),
    };

    private static List<GroupRange> SpanOfEachGroup(List<(HarmedGroup Group, Claim Claim, CountRange Range)> figures)
    {
        var spans = new List<GroupRange>();
        foreach (var (group, claim, range) in figures)
        {
            if (claim.Part == ClaimPart.Breakdown && figures.Exists(f => f.Claim.Part == ClaimPart.Total && f.Claim.Claimant == claim.Claimant && Same(f.Group, group)))
                continue;
            var at = spans.FindIndex(s => Same(s.Group, group));
            if (at < 0)
                spans.Add(new(group, range));
            else
                spans[at] = new(group, Span(spans[at].Range, range));
        }
        return spans;
    }

    private static CountRange Span(CountRange a, CountRange b) =>
        new(Math.Min(a.Low!.Value, b.Low!.Value), Math.Max(a.High!.Value, b.High!.Value), a.Open | b.Open);

    private static CountRange Combine(List<GroupRange> groups)
    {
        var apart = new List<GroupRange>();
        foreach (var outermost in groups.Where(g => !groups.Exists(o => IsInside(g, o))))
            apart.Add(new(outermost.Group, RaisedByParts(outermost, groups.FindAll(g => IsInside(g, outermost)))));

        // Larger first, so that of overlapping groups the larger one is kept; the name only makes the order the same every time.
        var kept = new List<GroupRange>();
        foreach (var next in apart.OrderByDescending(g => g.Range.High).ThenByDescending(g => g.Range.Low)
            .ThenBy(g => g.Group.Side, StringComparer.Ordinal).ThenBy(g => g.Group.Category, StringComparer.Ordinal))
        {
            if (kept.TrueForAll(k => Groups.Disjoint(k.Group, next.Group)))
                kept.Add(next);
        }
        return new(kept.Sum(g => g.Range.Low), kept.Sum(g => g.Range.High), kept.Exists(g => g.Range.Open));
    }

    private static CountRange RaisedByParts(GroupRange whole, List<GroupRange> parts)
    {
        if (parts.Count == 0)
            return whole.Range;
        var inside = Combine(parts);
        return inside.High > whole.Range.High
            ? new(whole.Range.Low, inside.High, whole.Range.Open | inside.Open)
            : whole.Range;
    }

    private static bool IsInside(GroupRange inner, GroupRange outer) =>
        !Same(inner.Group, outer.Group) && Groups.Holds(outer.Group, inner.Group);

    private static bool Same(HarmedGroup a, HarmedGroup b) => a.Side == b.Side && a.Category == b.Category;

    private readonly record struct GroupRange(HarmedGroup Group, CountRange Range);
}
