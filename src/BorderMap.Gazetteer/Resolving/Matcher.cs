using BorderMap.Gazetteer.Folding;
using BorderMap.Gazetteer.Index;

namespace BorderMap.Gazetteer.Resolving;

/// <summary>From a written name to the places that bear it or something like it, in steps from the surest to the loosest.</summary>
internal sealed class Matcher(Place[] places, NameIndex index, float[] prominence)
{
    /// <summary>A match below this is no candidate.</summary>
    public const float Least = 0.6f;

    private const float VariantMatch = 0.99f;
    private const float CoreMatch = 0.96f;
    /// <summary>The name fits, the words that say a kind do not.</summary>
    public const float WrongKindMatch = 0.85f;

    private const float BestSpelling = 0.95f;
    private const float PartMatch = 0.7f;

    /// <summary>The prominence of a town recorded in four languages; all larger kinds have more.</summary>
    private const float WellKnown = 0.15f;

    /// <summary>Keys compared for one slip at most; the bar of time, met by names of three letters only.</summary>
    private const int MostCompared = 4000;

    /// <summary>All places that match; empty when nothing does.</summary>
    /// <param name="name">The name as written, without its context.</param>
    /// <param name="admits">Which places count, by index: those within a context, or of a kind.</param>
    public List<Hit> Find(string name, Func<int, bool>? admits = null) => Find(name, admits, sameOnly: false);

    /// <summary>Only places of the same name, or another spelling of it: no slips, no parts.</summary>
    public List<Hit> FindSame(string name, Func<int, bool>? admits = null) => Find(name, admits, sameOnly: true);

    /// <summary>Compares the name with every name of some places: finds what is two slips away, where there are few to compare with.</summary>
    public List<Hit> FindAmong(string name, IEnumerable<int> among)
    {
        Span<char> key = stackalloc char[NameFolding.MaxLength];
        Span<char> recorded = stackalloc char[NameFolding.MaxLength];
        var hits = new List<Hit>();
        key = key[..index.Rules.Folding.Light(name, key)];
        if (key.IsEmpty)
        {
            return hits;
        }
        foreach (var place in among)
        {
            var number = 0;
            foreach (var written in places[place].Names)
            {
                var length = index.Rules.Folding.Light(written.Text, recorded);
                var match = BestSpelling * Likeness(key, recorded[..length]);
                if (match >= Least)
                {
                    hits.Add(new Hit(place, number, MatchKind.Slip, match));
                }
                number++;
            }
        }
        return hits;
    }

    private List<Hit> Find(string name, Func<int, bool>? admits, bool sameOnly)
    {
        Span<char> key = stackalloc char[NameFolding.MaxLength];
        Span<char> core = stackalloc char[NameFolding.MaxLength];
        var hits = new List<Hit>();
        key = key[..index.Rules.Folding.Light(name, key)];
        if (key.IsEmpty)
        {
            return hits;
        }
        core = core[..index.Rules.Generic.Core(key, core, out var kind)];
        AddSame(key, null, hits, admits);
        if (!core.IsEmpty)
        {
            AddSame(core, kind, hits, admits);
        }
        var isFound = hits.Exists(hit => hit.Match > WrongKindMatch);
        if (isFound && hits.Exists(hit => IsWellKnown(hit.Place)))
        {
            return hits;
        }
        if (isFound)
        {
            // Where a hamlet is spelt so, a town or province may be meant that is spelt otherwise.
            AddSpellings(core.IsEmpty ? key : core, kind, hits, place => IsWellKnown(place) && admits?.Invoke(place) != false);
            return hits;
        }
        AddSpellings(key, null, hits, admits);
        if (!core.IsEmpty)
        {
            AddSpellings(core, kind, hits, admits);
        }
        if (sameOnly)
        {
            return hits;
        }
        isFound = hits.Exists(hit => hit.Match > WrongKindMatch);
        AddSlips(core.IsEmpty ? key : core, core.IsEmpty ? null : kind, hits, isFound ? place => IsWellKnown(place) && admits?.Invoke(place) != false : admits);
        if (hits.Count == 0)
        {
            AddParts(key, hits, admits);
        }
        return hits;
    }

    /// <summary>Light keys that are equal. With a kind (the key is a core), places of that kind fit better than others.</summary>
    private void AddSame(ReadOnlySpan<char> key, PlaceKind? kind, List<Hit> hits, Func<int, bool>? admits)
    {
        foreach (var packed in index.Light.Values(index.Light.Find(key)))
        {
            var (place, name, isCore, isPreferred) = NameReference.Unpack(packed);
            if (admits is null || admits(place))
            {
                var how = isCore || kind is not null ? MatchKind.Core : MatchKind.Same;
                var match = kind is not null && !FitsKind(places[place].Kind, kind.Value) ? WrongKindMatch
                    : how is MatchKind.Core ? CoreMatch : isPreferred ? 1 : VariantMatch;
                hits.Add(new Hit(place, name, how, match));
            }
        }
    }

    private bool IsWellKnown(int place) => prominence[place] >= WellKnown;

    /// <summary>A crossing, gate or pass is often known by the village beside it; an area may be what used to be a district.</summary>
    private static bool FitsKind(PlaceKind kind, PlaceKind named) => kind == named || named switch
    {
        PlaceKind.Locality or PlaceKind.Crossing => kind is PlaceKind.Locality or PlaceKind.Crossing,
        PlaceKind.Area => true,
        PlaceKind.District or PlaceKind.Province => kind is PlaceKind.Area,
        _ => false,
    };

    private void AddSpellings(ReadOnlySpan<char> key, PlaceKind? kind, List<Hit> hits, Func<int, bool>? admits)
    {
        Span<char> heavy = stackalloc char[NameFolding.MaxLength];
        heavy = heavy[..index.Rules.Folding.Heavy(key, heavy)];
        AddHeavy(index.Heavy.Find(heavy), key, kind, MatchKind.Spelling, hits, admits);
    }

    private void AddSlips(ReadOnlySpan<char> key, PlaceKind? kind, List<Hit> hits, Func<int, bool>? admits)
    {
        Span<char> heavy = stackalloc char[NameFolding.MaxLength];
        heavy = heavy[..index.Rules.Folding.Heavy(key, heavy)];
        var found = new List<int>();
        index.Slips.Collect(heavy, found);
        for (var i = 0; i < Math.Min(found.Count, MostCompared); i++)
        {
            if (!index.Heavy[found[i]].SequenceEqual(heavy))
            {
                AddHeavy(found[i], key, kind, MatchKind.Slip, hits, admits);
            }
        }
    }

    /// <summary>The names below a heavy key, each compared with what was written.</summary>
    private void AddHeavy(int heavyKey, ReadOnlySpan<char> key, PlaceKind? kind, MatchKind how, List<Hit> hits, Func<int, bool>? admits)
    {
        foreach (var lightKey in index.Heavy.Values(heavyKey))
        {
            // Compared only when a place of that name counts.
            var match = float.NaN;
            foreach (var packed in index.Light.Values(lightKey))
            {
                var (place, name, isCore, _) = NameReference.Unpack(packed);
                if (admits is null || admits(place))
                {
                    match = float.IsNaN(match) ? BestSpelling * Likeness(key, index.Light[lightKey]) : match;
                    if (match < Least)
                    {
                        break;
                    }
                    var worth = kind is not null && !FitsKind(places[place].Kind, kind.Value) ? WrongKindMatch : isCore ? CoreMatch : 1;
                    hits.Add(new Hit(place, name, how, match * worth));
                }
            }
        }
    }

    /// <summary>1 for equal keys, falling with the cost of the edits; a slip weighs more in a short name.</summary>
    private float Likeness(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var room = 1.5f + (0.5f * Math.Min(a.Length, b.Length));
        var most = room * (1 - Least);
        return 1 - (index.Rules.Costs.Between(a, b, most) / room);
    }

    /// <summary>Names that begin with all the words written.</summary>
    private void AddParts(ReadOnlySpan<char> key, List<Hit> hits, Func<int, bool>? admits)
    {
        var end = key.IndexOf(' ');
        foreach (var lightKey in index.Words.KeysWithPrefix((end < 0 ? key : key[..end]).ToString()))
        {
            var recorded = index.Light[lightKey];
            if (recorded.Length <= key.Length || recorded[key.Length] != ' ' || !recorded.StartsWith(key))
            {
                continue;
            }
            foreach (var packed in index.Light.Values(lightKey))
            {
                var (place, name, _, _) = NameReference.Unpack(packed);
                if (admits is null || admits(place))
                {
                    hits.Add(new Hit(place, name, MatchKind.Part, PartMatch));
                }
            }
        }
    }
}
