using System.Text;
using BorderMap.Gazetteer.Build.Reading;

namespace BorderMap.Gazetteer.Build.Names;

/// <summary>
/// The consonants of a name as classes of similar sounds, the same for Latin and Arabic script, so that a name can be held against its
/// rendering in another script: Peshawar and پیشاور are both <c>bsr</c>. Generic words (district, ضلع) are left out.
/// </summary>
internal sealed class Skeleton
{
    private readonly Dictionary<string, string> _classes;
    private readonly HashSet<string> _generic;
    private readonly int _longest;

    public Skeleton(IEnumerable<(string Letters, string Class)> classes, IEnumerable<string> genericWords)
    {
        _classes = classes.ToDictionary(c => c.Letters, c => c.Class);
        _generic = [.. genericWords];
        _longest = _classes.Keys.Max(letters => letters.Length);
    }

    /// <exception cref="GazetteerFormatException">A rule file is broken.</exception>
    public static Skeleton Load(string gazetteerFolder)
    {
        var rules = Path.Combine(gazetteerFolder, "rules", "build");
        return new Skeleton(
            RuleFile.Read(Path.Combine(rules, "sounds.tsv"), "letters\tclass").Select(row => (row.Left, row.Right)),
            RuleFile.Read(Path.Combine(rules, "generic-words.tsv"), "language\tword").Select(row => row.Right));
    }

    /// <summary>The consonants alone.</summary>
    public string Of(string name) => Sounds(name, vowels: false);

    /// <summary>With the classes of vowels, written as capitals (A, E, O); for names in Latin script.</summary>
    public string Voiced(string name) => Sounds(name, vowels: true);

    /// <summary>The letters themselves, in lower case, without generic words.</summary>
    public string Letters(string name) => string.Concat(Specific(name).SelectMany(word => word.Where(char.IsLetter)));

    /// <summary>Whether the last letter is one of the forms of Yeh, by which Arabic script writes -i and -e.</summary>
    public bool EndsInYeh(string name) => Letters(name) is [.., 'ی' or 'ي' or 'ې' or 'ۍ' or 'ے'];

    private string Sounds(string name, bool vowels)
    {
        var skeleton = new StringBuilder();
        foreach (var word in Specific(name))
        {
            for (var at = 0; at < word.Length;)
            {
                var (length, sound) = SoundAt(word, at);
                at += length;
                if (sound.Length > 0 && (vowels || char.IsLower(sound[0])) && (skeleton.Length == 0 || skeleton[^1] != sound[0]))
                {
                    skeleton.Append(sound);
                }
            }
        }
        return skeleton.ToString();
    }

    private (int Length, string Sound) SoundAt(string word, int at)
    {
        for (var length = Math.Min(_longest, word.Length - at); length > 0; length--)
        {
            if (_classes.TryGetValue(word.Substring(at, length), out var sound))
            {
                return (length, sound);
            }
        }
        return (1, "");
    }

    private IEnumerable<string> Specific(string name) => Words(name).Where(word => !_generic.Contains(word));

    private static string[] Words(string name) =>
        name.ToLowerInvariant().Split([' ', '-', '\u200c', '(', ')', ',', '،', '.', '_'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>0 for the same skeleton, 1 for nothing in common: the edit distance (Levenshtein 1966) over the longer length.</summary>
    public static double Difference(string one, string other)
    {
        if (one.Length == 0 || other.Length == 0)
        {
            return one.Length == other.Length ? 0 : 1;
        }
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var replace = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replace, 1 + Math.Min(row[j], row[j - 1]));
            }
        }
        return (double)row[^1] / Math.Max(one.Length, other.Length);
    }
}
