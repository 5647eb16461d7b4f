using BorderMap.Gazetteer.Folding;
using BorderMap.Gazetteer.Index;
using BorderMap.Gazetteer.Matching;

namespace BorderMap.Gazetteer.Resolving;

/// <summary>From a written name to the places that bear it or something like it.</summary>
internal sealed class Matcher(Place[] places, NameIndex index, float[] prominence)
{
    /// <summary>The name fits, the words that say a kind do not.</summary>
    public const float WrongKindMatch = 0.85f;

    private const float VariantMatch = 0.99f;
    private const float CoreMatch = 0.96f;
    private const float PartMatch = 0.7f;
    private const int MostPlaces = 25;
    private readonly NearNames near = new(places, index, prominence);

    /// <summary>How names are folded and compared.</summary>
    public FoldingRules Rules => index.Rules;

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
        var room = Likelihood.Room(key.Length);
        foreach (var place in among)
        {
            var number = 0;
            foreach (var written in places[place].Names)
            {
                var length = index.Rules.Folding.Light(written.Text, recorded);
                var cost = index.Rules.Costs.Between(key, recorded[..length], room);
                if (1 - (cost / room) >= Likelihood.Least)
                {
                    hits.Add(Hit.Of(place, number, MatchKind.Slip, cost, room));
                }
                number++;
            }
        }
        return hits;
    }

    /// <summary>Whether a light key is that of a recorded name.</summary>
    public bool IsRecorded(ReadOnlySpan<char> key) => index.Light.Find(key) >= 0;

    /// <summary>The places of a light key, then those of its other spellings.</summary>
    public List<Hit> FindRecorded(ReadOnlySpan<char> key)
    {
        var hits = new List<Hit>();
        AddSame(key, null, hits, null);
        near.AddSpellings(key, null, hits, null);
        return hits;
    }

    /// <summary>The places whose name is another spelling of a light key.</summary>
    public List<Hit> FindSpelling(ReadOnlySpan<char> key)
    {
        var hits = new List<Hit>();
        near.AddSpellings(key, null, hits, null);
        return hits;
    }

    /// <summary>Well-known places whose name is one slip from a light key.</summary>
    public List<Hit> FindWellKnownSlip(ReadOnlySpan<char> key)
    {
        var hits = new List<Hit>();
        near.AddWellKnownSlips(key, hits);
        hits.RemoveAll(hit => !IsWellKnown(hit));
        return hits;
    }

    public bool IsWellKnown(Hit hit) => prominence[hit.Place] >= Likelihood.WellKnown;

    /// <summary>The places of some hits, each once, likelier ones first: of the kind named, the nearest in name, the best known; a few of many.</summary>
    public IReadOnlyList<Place> PlacesOf(List<Hit> hits, PlaceKind? named) =>
        [.. hits.OrderBy(hit => hit.Cost + Likelihood.PriorCost(prominence[hit.Place]) + Likelihood.CoreCost(false, named is null || Kinds.Fits(places[hit.Place].Kind, named.Value)))
            .ThenBy(hit => hit.Place).Select(hit => places[hit.Place]).DistinctBy(place => place.Id).Take(MostPlaces)];

    /// <summary>What was edited between what was written and the name of a hit, in words ("i for e, one n left out"); null when nothing was.</summary>
    public string? Edits(string name, Hit hit)
    {
        var key = index.Rules.Folding.Light(name);
        var recorded = index.Rules.Folding.Light(places[hit.Place].Names[hit.Name].Text);
        return hit.How switch
        {
            MatchKind.Same => null,
            MatchKind.Sound => "in the other script",
            MatchKind.Part => "the rest of the name left out",
            MatchKind.Core => CoreOf(key) == recorded ? "words that say the kind added" : CoreOf(recorded) == key ? "words that say the kind left out" : "other words that say the kind",
            _ => EditWords.Of(key, recorded, index.Rules.Costs) is { } whole && EditWords.Of(CoreOf(key), CoreOf(recorded), index.Rules.Costs) is { } core
                ? core.Length < whole.Length ? core : whole : null,
        };
    }

    private string CoreOf(string key)
    {
        Span<char> core = stackalloc char[NameFolding.MaxLength];
        var length = index.Rules.Generic.Core(key, core, out _);
        return length == 0 ? key : core[..length].ToString();
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
        var sameKey = AddSame(key, null, hits, admits);
        var sameCore = core.IsEmpty ? -1 : AddSame(core, kind, hits, admits);
        var isFound = hits.Exists(hit => hit.Match > WrongKindMatch);
        if (isFound && hits.Exists(hit => prominence[hit.Place] >= Likelihood.WellKnown))
        {
            return hits;
        }
        if (isFound)
        {
            // Where a hamlet is spelt so, a town or province may be meant that is spelt otherwise.
            near.AddBeside(sameCore >= 0 ? sameCore : sameKey, sameCore >= 0 ? kind : null, hits, admits);
            return hits;
        }
        if (sameOnly)
        {
            near.AddSpellings(key, null, hits, admits);
            if (!core.IsEmpty)
            {
                near.AddSpellings(core, kind, hits, admits);
            }
            return hits;
        }
        near.AddSlips(core.IsEmpty ? key : core, core.IsEmpty ? null : kind, hits, admits);
        if (!core.IsEmpty)
        {
            near.AddSpellings(key, null, hits, admits);
        }
        if (hits.Count == 0)
        {
            AddParts(key, hits, admits);
        }
        return hits;
    }


    /// <summary>Light keys that are equal. With a kind (the key is a core), places of that kind fit better than others. Returns the key's number, or -1.</summary>
    private int AddSame(ReadOnlySpan<char> key, PlaceKind? kind, List<Hit> hits, Func<int, bool>? admits)
    {
        var room = Likelihood.Room(key.Length);
        var lightKey = index.Light.Find(key);
        if (lightKey < 0)
        {
            return lightKey;
        }
        foreach (var packed in index.NamesOf(lightKey))
        {
            var (place, name, isCore, isPreferred) = NameReference.Unpack(packed);
            if (admits is null || admits(place))
            {
                var how = isCore || kind is not null ? MatchKind.Core : MatchKind.Same;
                var fits = kind is null || Kinds.Fits(places[place].Kind, kind.Value);
                var match = !fits ? WrongKindMatch : how is MatchKind.Core ? CoreMatch : isPreferred ? 1 : VariantMatch;
                var cost = Likelihood.CoreCost(how is MatchKind.Core, fits) + (isPreferred ? 0 : Likelihood.Variant);
                hits.Add(new Hit(place, name, how, match) { Cost = cost, Room = room, Key = lightKey });
            }
        }
        return lightKey;
    }

    /// <summary>Names that begin with all the words written.</summary>
    private void AddParts(ReadOnlySpan<char> key, List<Hit> hits, Func<int, bool>? admits)
    {
        var end = key.IndexOf(' ');
        var words = index.Words;
        var (from, to) = words.WithPrefix(end < 0 ? key : key[..end]);
        for (var word = from; word < to; word++)
        {
            foreach (var lightKey in words.KeysOf(word))
            {
                AddPart(lightKey, key, hits, admits);
            }
        }
    }

    private void AddPart(int lightKey, ReadOnlySpan<char> key, List<Hit> hits, Func<int, bool>? admits)
    {
        var recorded = index.Light[lightKey];
        if (recorded.Length <= key.Length || recorded[key.Length] != ' ' || !recorded.StartsWith(key))
        {
            return;
        }
        var room = Likelihood.Room(key.Length);
        foreach (var packed in index.NamesOf(lightKey))
        {
            var (place, name, _, _) = NameReference.Unpack(packed);
            if (admits is null || admits(place))
            {
                hits.Add(new Hit(place, name, MatchKind.Part, PartMatch) { Cost = room * (1 - PartMatch), Room = room, Key = lightKey });
            }
        }
    }
}
