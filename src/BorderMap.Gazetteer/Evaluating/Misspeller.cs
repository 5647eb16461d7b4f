using System.Text;
using BorderMap.Gazetteer.Loading;

namespace BorderMap.Gazetteer.Evaluating;

/// <summary>Misspells names as people do: swaps of transliteration and script variants (<c>rules/build/misspellings.tsv</c>), and slips of the pen.</summary>
internal sealed class Misspeller(IReadOnlyList<(string From, string To)> swaps, Random random)
{
    private const double ShareOfSwaps = 0.6;
    private const string Latin = "abcdefghijklmnopqrstuvwxyz", Arabic = "ابپتثجچحخدرزژسشصطعغفقکگلمنوهی";

    /// <summary>How often a name has none, one, two, three edits: what people seldom write they misspell.</summary>
    private static readonly double[] OfKnown = [0.75, 0.16, 0.08, 0.01], OfUnknown = [0.4, 0.35, 0.2, 0.05];

    public static Misspeller Read(GazetteerFile file, Random random)
    {
        var swaps = new List<(string, string)>();
        var rows = file.Rows("from\tto\twhy");
        while (rows.MoveNext())
        {
            swaps.Add((rows.Required(0, "from"), rows.Text(1)));
        }
        return new Misspeller(swaps, random);
    }

    /// <param name="name">A recorded name.</param>
    /// <param name="isKnown">Many write of the place.</param>
    public string Misspell(string name, bool isKnown)
    {
        var shares = isKnown ? OfKnown : OfUnknown;
        var left = random.NextDouble();
        for (var edits = 0; (left -= shares[edits]) > 0 && edits < shares.Length - 1; edits++)
        {
            name = Swap(name) ?? Slip(name);
        }
        return name;
    }

    /// <summary>One of the swaps that the name allows, or null.</summary>
    private string? Swap(string name)
    {
        var possible = random.NextDouble() >= ShareOfSwaps ? [] : swaps
            .Select(swap => (swap.From, swap.To, At: name.IndexOf(swap.From, StringComparison.OrdinalIgnoreCase)))
            .Where(swap => swap.At >= 0).ToList();
        if (possible.Count == 0)
        {
            return null;
        }
        var (from, to, at) = possible[random.Next(possible.Count)];
        return name[..at] + to + name[(at + from.Length)..];
    }

    /// <summary>A letter left out, doubled, exchanged with the next or replaced; the first mostly stays.</summary>
    private string Slip(string name)
    {
        if (name.Length < 4)
        {
            return name;
        }
        var (at, text) = (random.Next(random.NextDouble() < 0.1 ? 0 : 1, name.Length - 1), new StringBuilder(name));
        var letters = char.IsAsciiLetter(name[at]) ? Latin : Arabic;
        switch (random.Next(4))
        {
            case 0:
                text.Remove(at, 1);
                break;
            case 1:
                text.Insert(at, name[at]);
                break;
            case 2:
                (text[at], text[at + 1]) = (text[at + 1], text[at]);
                break;
            default:
                text[at] = letters[random.Next(letters.Length)];
                break;
        }
        return text.ToString();
    }
}
