using BorderMap.Gazetteer;

namespace BorderMap.Benchmarks;

/// <summary>Recorded names drawn at random, and the same with one letter wrong; the same seed gives the same ones.</summary>
internal sealed class NameSlips
{
    private const int Seed = 20261121;
    private const int ShortestName = 5;

    private NameSlips(Dictionary<string, HashSet<string>> places, string[] names, List<(string Right, string Written)> slips) =>
        (Places, Names, Slips) = (places, names, slips);

    /// <summary>The ids of the places that a name in lower case is recorded for.</summary>
    public Dictionary<string, HashSet<string>> Places { get; }

    public string[] Names { get; }

    public List<(string Right, string Written)> Slips { get; }

    public static NameSlips Of(Atlas atlas, int count)
    {
        var places = atlas.Places.All.SelectMany(place => place.Names, (place, name) => (Name: name.Text.ToLowerInvariant(), place.Id))
            .GroupBy(pair => pair.Name, pair => pair.Id).ToDictionary(group => group.Key, group => group.ToHashSet());
        var random = new Random(Seed);
        var names = random.GetItems([.. places.Keys.Where(name => name.Length >= ShortestName).Order(StringComparer.Ordinal)], count);
        return new NameSlips(places, names, [.. names.Select(name => (name, Slip(name, random)))]);
    }

    /// <summary>How often the right place comes first, and among the first five, of the slips in a script.</summary>
    public string Accuracy(bool isArabic, Func<string, IReadOnlyList<string>> find)
    {
        var ranks = Slips.Where(slip => IsArabic(slip.Right) == isArabic)
            .Select(slip => find(slip.Written).Take(5).ToList().FindIndex(Places[slip.Right].Contains)).ToList();
        return ranks.Count == 0 ? "none" : $"{ranks.Count(rank => rank == 0) / (double)ranks.Count:P1} / {ranks.Count(rank => rank >= 0) / (double)ranks.Count:P1}";
    }

    private static bool IsArabic(string name) => name.Any(c => c is >= '\u0600' and <= '\u06FF');

    /// <summary>One letter dropped, doubled, replaced, or exchanged with the next; never the first.</summary>
    private static string Slip(string name, Random random)
    {
        var at = random.Next(1, name.Length - 1);
        var slipped = random.Next(4) switch
        {
            0 => name.Remove(at, 1),
            1 => name.Insert(at, name[at].ToString()),
            2 => $"{name[..at]}{name[random.Next(name.Length)]}{name[(at + 1)..]}",
            _ => $"{name[..at]}{name[at + 1]}{name[at]}{name[(at + 2)..]}",
        };
        return slipped == name ? Slip(name, random) : slipped;
    }
}
