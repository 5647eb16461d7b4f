namespace BorderMap.Gazetteer.Tests.Resolving;

/// <summary>
/// Writes names as people misspell them: another transliteration of a sound (two times in three), else a slip of the pen. Made for the
/// languages, not after any list of queries; the same seed gives the same errors.
/// </summary>
internal sealed class Misspeller(int seed)
{
    private const double ShareOfSpellings = 0.6;
    private const double ShareOfTwoErrors = 0.25;
    private const string LatinLetters = "abcdefghijklmnopqrstuvwxyz";
    private const string ArabicLetters = "ابپتټجچحخدډذرړزژسشصضطعغفقکگلمنوهی";

    /// <summary>Spellings of one sound in Latin script; each may stand for any other.</summary>
    private static readonly string[][] Latin =
    [
        ["a", "e"], ["a", "u"], ["i", "e"], ["i", "ee"], ["i", "y"], ["u", "o"], ["u", "oo"], ["o", "oo"], ["ai", "ay"], ["ay", "ey"], ["ai", "e"],
        ["w", "v"], ["aw", "au"], ["aw", "ow"], ["kh", "x"], ["kh", "k"], ["gh", "g"], ["q", "k"], ["q", "gh"], ["sh", "s"], ["ch", "tch"],
        ["zh", "j"], ["j", "z"], ["dz", "z"], ["dz", "j"], ["ts", "s"], ["ts", "ch"], ["ah", "a"], ["eh", "a"], ["ey", "ai"], ["ph", "f"], ["bh", "b"], ["dh", "d"],
        ["aa", "a"], ["-e ", "-i "], ["-ye ", "-i "], ["-", " "], ["'", ""], ["ny", "ni"], ["nb", "mb"], ["kelay", "kalay"], ["kelay", "kili"], ["khel", "kheyl"],
    ];

    /// <summary>Letters of one sound, or that keyboards of three languages mix up.</summary>
    private static readonly string[][] Arabic =
    [
        ["ی", "ي"], ["ک", "ك"], ["ی", "ې"], ["ی", "ۍ"], ["ه", "ۀ"], ["ه", "ة"], ["ه", "ہ"], ["ا", "آ"], ["ا", "أ"], ["و", "ؤ"], ["ط", "ت"], ["ټ", "ت"], ["ټ", "ٹ"], ["ډ", "د"], ["ډ", "ڈ"],
        ["ړ", "ر"], ["ړ", "ڑ"], ["ڼ", "ن"], ["ص", "س"], ["ث", "س"], ["ض", "ز"], ["ذ", "ز"], ["ظ", "ز"], ["ځ", "ز"], ["ځ", "ج"], ["څ", "س"], ["څ", "چ"], ["ښ", "ش"], ["ښ", "خ"], ["ږ", "ژ"], ["ږ", "گ"],
        ["ح", "ه"], ["غ", "ق"], ["ق", "ک"], ["گ", "ک"], [" ", "\u200c"], ["ع", ""], ["ئ", "ی"], ["ه", "ا"], ["ګ", "گ"],
    ];

    private readonly Random random = new(seed);

    /// <summary>The name with one error or two; not the name itself.</summary>
    public string Misspell(string name)
    {
        var written = name;
        for (var errors = random.NextDouble() < ShareOfTwoErrors ? 2 : 1; errors > 0; errors--)
        {
            written = random.NextDouble() < ShareOfSpellings ? Respell(written) : Slip(written);
        }
        return written == name ? Slip(name) : written;
    }

    private string Respell(string name)
    {
        var isArabic = name.Any(c => c >= 'ء');
        var possible = (isArabic ? Arabic : Latin)
            .SelectMany(pair => new[] { (From: pair[0], To: pair[1]), (From: pair[1], To: pair[0]) })
            .Where(swap => swap.From.Length > 0 && name.Contains(swap.From, StringComparison.OrdinalIgnoreCase))
            .ToArray();
        if (possible.Length == 0)
        {
            return Slip(name);
        }
        var (from, to) = random.GetItems(possible, 1)[0];
        var places = Enumerable.Range(0, name.Length).Where(i => name.AsSpan(i).StartsWith(from, StringComparison.OrdinalIgnoreCase)).ToArray();
        var at = random.GetItems(places, 1)[0];
        return string.Concat(name.AsSpan(0, at), to, name.AsSpan(at + from.Length));
    }

    /// <summary>A letter left out, written twice, exchanged with the next, replaced or put in; rarely the first.</summary>
    private string Slip(string name)
    {
        if (name.Length < 3)
        {
            return name + name[^1];
        }
        var letters = name.Any(c => c >= 'ء') ? ArabicLetters : LatinLetters;
        var at = random.Next(random.Next(8) == 0 ? 0 : 1, name.Length - 1);
        var letter = letters[random.Next(letters.Length)];
        return random.Next(10) switch
        {
            0 or 1 or 2 => name.Remove(at, 1),
            3 or 4 => name.Insert(at, name[at].ToString()),
            5 or 6 => $"{name[..at]}{name[at + 1]}{name[at]}{name[(at + 2)..]}",
            7 or 8 => $"{name[..at]}{letter}{name[(at + 1)..]}",
            _ => name.Insert(at, letter.ToString()),
        };
    }
}
