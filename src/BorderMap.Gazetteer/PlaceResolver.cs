using BorderMap.Gazetteer.Folding;
using BorderMap.Gazetteer.Index;
using BorderMap.Gazetteer.Resolving;

namespace BorderMap.Gazetteer;

/// <summary>Finds places by name. Thread-safe.</summary>
public sealed class PlaceResolver
{
    /// <summary>Candidates of another spelling that are looked through for those that count.</summary>
    private const int MostLookedThrough = 50;

    private readonly Place[] places;
    private readonly float[] prominence;
    private readonly Containment containment;
    private readonly Members members;
    private readonly Matcher matcher;
    private readonly ContextReader contexts;
    private readonly Completion completion;
    private readonly CoordinateResolver coordinates;

    internal PlaceResolver(Place[] places, NameIndex index, float[] prominence, Containment containment, CoordinateResolver coordinates)
    {
        this.coordinates = coordinates;
        (this.places, this.prominence, this.containment) = (places, prominence, containment);
        members = new Members(places);
        matcher = new Matcher(places, index, prominence);
        contexts = new ContextReader(places, matcher);
        completion = new Completion(places, index, prominence);
        Rules = index.Rules;
    }

    /// <summary>How names are folded to keys.</summary>
    public NameFolding Folding => Rules.Folding;

    internal FoldingRules Rules { get; }

    /// <summary>What finds names by their letters.</summary>
    internal Matcher Matcher => matcher;

    /// <summary>Which places a written name may mean.</summary>
    /// <param name="name">The toponym, in any script; may carry its context after commas ("Giwi, Jaji Aryub, Paktia").</param>
    /// <param name="context">District, province or country in words, from near to far, separated by commas.</param>
    /// <param name="limit">The most candidates to give.</param>
    public Resolution Resolve(string name, string? context = null, int limit = 5) =>
        Resolve(new ResolveQuery(name) { Context = context, Limit = limit });

    /// <summary>Which places a written name may mean, by all that is known of it.</summary>
    public Resolution Resolve(ResolveQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(query.Name);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(query.Limit);
        if (coordinates.Resolve(query) is { } spot)
        {
            return spot;
        }
        var toponyms = Toponym.Readings(query.Name, query.Context);
        var best = Read(toponyms[0], query.Limit);
        foreach (var toponym in toponyms.Skip(1))
        {
            var other = Read(toponym, query.Limit);
            best = other.IsBetterThan(best) ? other : best;
        }
        return best.Conclude(query.Name, query.Context, query.Limit);
    }

    /// <summary>Completes a name while it is being typed: places one of whose names has a word that begins so, larger and nearer the line first.</summary>
    /// <param name="prefix">What was typed, in any script; of several words the last may be unfinished.</param>
    /// <param name="limit">The most places to give.</param>
    /// <param name="among">Which places count; null: all.</param>
    public IReadOnlyList<Candidate> Search(string prefix, int limit = 10, Func<Place, bool>? among = null)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var found = completion.Complete(prefix, limit, among);
        return found.Count > 0 ? found
            : among is null ? Resolve(prefix, limit: limit).Candidates
            : [.. Resolve(prefix, limit: Math.Max(limit, MostLookedThrough)).Candidates.Where(candidate => among(candidate.Place)).Take(limit)];
    }

    /// <summary>Looks inside the context, then beside it, then inside it again with more patience, then elsewhere: each when the one before holds nothing.</summary>
    private Reading Read(Toponym toponym, int limit)
    {
        var context = contexts.Read(toponym.Context);
        if (context.Parts.Count == 0)
        {
            return new Reading(toponym, context, Rank(matcher.Find(toponym.Head)), IsBeside: false, []);
        }
        var inside = matcher.Find(toponym.Head, place => context.Holds(places[place]));
        var isBeside = inside.Count == 0;
        if (isBeside)
        {
            inside = matcher.FindSame(toponym.Head, place => context.HoldsOrBorders(places[place], containment));
        }
        if (inside.Count == 0)
        {
            (inside, isBeside) = (matcher.FindAmong(toponym.Head, context.Nearest.SelectMany(members.Of)), false);
        }
        var elsewhere = inside.Count > 0 ? [] : matcher.FindSame(toponym.Head);
        return new Reading(toponym, context, Rank(inside), isBeside, Rank(elsewhere));

        List<Ranked> Rank(List<Hit> found) => Ranking.Of(found, places, prominence, context, limit);
    }
}
