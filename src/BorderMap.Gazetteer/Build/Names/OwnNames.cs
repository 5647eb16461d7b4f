namespace BorderMap.Gazetteer.Build.Names;

/// <summary>What a province or district is called by its own: the name of the entry, that of its shape, and the parts of both in brackets.</summary>
internal sealed class OwnNames
{
    /// <summary>Latin names of one skeleton whose vowels differ by more than this are two names: Maydan and Matun.</summary>
    public const double SameVowels = 0.3;

    private readonly Skeleton _skeleton;
    private readonly HashSet<string> _skeletons;
    private readonly HashSet<string> _letters;
    private readonly List<string> _voiced;

    public OwnNames(Entry place, Skeleton skeleton)
    {
        string[] own = [.. new[] { place.Name, place.ShapeName }.OfType<string>().SelectMany(Parts)];
        _skeleton = skeleton;
        _skeletons = [.. own.Select(skeleton.Of).Where(s => s.Length > 0)];
        _letters = [.. own.Select(skeleton.Letters).Where(s => s.Length > 0)];
        _voiced = [.. own.Select(skeleton.Voiced)];
    }

    /// <summary>From 0, the name is this place's own, to 1, it has nothing in common with it.</summary>
    public double Difference(string name) =>
        _letters.Contains(_skeleton.Letters(name)) ? 0 : _skeletons.Select(own => Skeleton.Difference(own, _skeleton.Of(name))).DefaultIfEmpty(1).Min();

    /// <summary>Whether the name is this place's own: letter by letter, or by a skeleton long enough to tell names apart.</summary>
    public bool Is(string name) => _letters.Contains(_skeleton.Letters(name)) || (_skeleton.Of(name) is { Length: >= 3 } s && _skeletons.Contains(s) && SoundsLike(name));

    /// <summary>Whether the name is this place's own letter by letter.</summary>
    public bool IsJust(string name) => _letters.Contains(_skeleton.Letters(name));

    /// <summary>Whether the name shortens one of this place's own: Reg of Registan.</summary>
    public bool IsBegunBy(string name) => _skeleton.Of(name) is { Length: >= 2 } s && _skeletons.Any(own => own.StartsWith(s, StringComparison.Ordinal));

    private bool SoundsLike(string name) =>
        !char.IsAsciiLetter(name[0]) || _voiced.Exists(own => Skeleton.Difference(own, _skeleton.Voiced(name)) <= SameVowels);

    private static IEnumerable<string> Parts(string name) =>
        name.Split(['(', ')'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Append(name);
}
