using BorderMap.Gazetteer.Folding;
using BorderMap.Gazetteer.Index;
using BorderMap.Gazetteer.Resolving;

namespace BorderMap.Gazetteer;

/// <summary>Finds places by name. Thread-safe.</summary>
public sealed class PlaceResolver
{
    /// <summary>Candidates of another spelling that are looked through for those that count.</summary>
    private const int MostLookedThrough = 50;

    /// <summary>A name inside the context whose edits cost no more is what is meant: no need to look elsewhere.</summary>
    private const float SureMatch = 0.9f;

    private readonly Place[] all;
    private readonly Places places;
    private readonly float[] prominence;
    private readonly float[] nearness;
    private readonly DurandLine line;
    private readonly Weights weights;
    private readonly Containment containment;
    private readonly Context nothing;
    private readonly Members members;
    private readonly Matcher matcher;
    private readonly ContextReader contexts;
    private readonly Completion completion;
    private readonly CoordinateResolver coordinates;

    internal PlaceResolver(Place[] all, Places places, NameIndex index, float[] prominence, float[] nearness, DurandLine line, Weights weights)
    {
        (this.all, this.places, this.prominence, this.nearness, this.line, this.weights) = (all, places, prominence, nearness, line, weights);
        containment = new Containment(places);
        nothing = new Context([], [], 0, containment);
        members = new Members(all);
        matcher = new Matcher(all, index, prominence);
        contexts = new ContextReader(all, matcher);
        completion = new Completion(all, index, prominence);
        coordinates = new CoordinateResolver(places);
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
        ArgumentNullException.ThrowIfNull(query.Others);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(query.Limit);
        return coordinates.Resolve(query) ?? Understand(query).Conclude(query, places, matcher);
    }

    /// <summary>How near the Durand Line a place lies, by index: see <see cref="Prominence"/>.</summary>
    internal IReadOnlyList<float> Nearness => nearness;

    /// <summary>The best way to read a query.</summary>
    internal Reading Understand(ResolveQuery query)
    {
        var companions = query.Others.Count == 0 ? Companions.None : Meanings(query.Others);
        Reading? best = null;
        foreach (var toponym in Toponym.Readings(query.Name, query.Context))
        {
            var other = Read(toponym, query, companions);
            best = best is null || other.IsBetterThan(best) ? other : best;
        }
        return best!;
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

    private Reading Read(Toponym toponym, ResolveQuery query, Companions companions)
    {
        var then = containment.On(query.On);
        var context = toponym.Context.Count == 0 && query.Country is null ? nothing : contexts.Read(toponym.Context, query.Country, then);
        var evidence = new Evidence(query, KindOf(toponym.Head), context, companions, line);
        var hits = evidence.HasFocus ? FindWithFocus(toponym.Head, evidence) : matcher.Find(toponym.Head);
        return new Reading(toponym, evidence, Weigh(hits, evidence, query.Limit), weights);
    }

    /// <summary>
    /// Looks where the evidence points, where a worse spelling is good enough; then, unless the very name is there, everywhere; then among
    /// all names of the region, with more patience.
    /// </summary>
    private List<Hit> FindWithFocus(string name, Evidence evidence)
    {
        var hits = matcher.Find(name, place => evidence.IsInFocus(all[place]));
        var isInside = hits.Count > 0;
        if (!hits.Exists(hit => hit.Match >= SureMatch))
        {
            hits.AddRange(evidence.Context.Parts.Count > 0 ? matcher.FindSame(name) : matcher.Find(name));
        }
        else if (evidence.Context.Parts.Count == 0)
        {
            hits.AddRange(matcher.Find(name));
        }
        if (!isInside)
        {
            hits.AddRange(matcher.FindAmong(name, evidence.Context.Nearest.SelectMany(members.Of)));
        }
        return hits;
    }

    /// <summary>The kind that the words of a name speak for, if they do.</summary>
    private PlaceKind? KindOf(string name)
    {
        Span<char> key = stackalloc char[NameFolding.MaxLength];
        Span<char> core = stackalloc char[NameFolding.MaxLength];
        Rules.Generic.Core(key[..Folding.Light(name, key)], core, out var kind);
        return kind;
    }

    private Contenders Weigh(List<Hit> hits, Evidence evidence, int limit)
    {
        var contenders = new Contenders(limit, hits.Count);
        foreach (var hit in hits)
        {
            var clues = evidence.Of(hit, all[hit.Place], prominence[hit.Place], nearness[hit.Place]);
            contenders.Add(new Contender(all[hit.Place], hit, clues, weights.OddsOf(clues)));
        }
        return contenders;
    }

    /// <summary>What the other names of a text may mean, each by itself.</summary>
    private Companions Meanings(IReadOnlyList<string> others)
    {
        var names = new List<IReadOnlyList<(Place, double)>>();
        foreach (var other in others.Take(Companions.MostNames))
        {
            var toponym = Toponym.Readings(other, null)[0];
            var found = Weigh(matcher.FindSame(toponym.Head), new Evidence(new ResolveQuery(other), null, nothing, Companions.None, line), Companions.MostMeanings);
            if (found.Best.Count > 0)
            {
                names.Add([.. found.Best.Take(Companions.MostMeanings).Select(meaning => (meaning.Place, meaning.Odds / found.Odds))]);
            }
        }
        return names.Count == 0 ? Companions.None : new Companions(names, containment);
    }
}
