using System.Globalization;
using BorderMap.Gazetteer.Loading;

namespace BorderMap.Gazetteer.Folding;

/// <summary>The rules of folding and comparing names, as the files below <c>rules/</c> hold them.</summary>
/// <param name="Folding">From a text to its keys.</param>
/// <param name="Costs">What an edit between two light keys of one script costs.</param>
/// <param name="Generic">Words that say a kind.</param>
/// <param name="Skeletons">From a heavy key to its consonants.</param>
/// <param name="Sounds">From a light key to how it sounds, in an alphabet of both scripts.</param>
/// <param name="SoundCosts">What an edit between two sounds costs.</param>
/// <param name="CommonWords">Light keys of words that are no names, though some hamlet is called so.</param>
internal sealed record FoldingRules(NameFolding Folding, EditCosts Costs, GenericWords Generic, SkeletonLetters Skeletons, RewritingStep Sounds, EditCosts SoundCosts,
    IReadOnlySet<string> CommonWords)
{
    public static readonly string[] Files = ["characters.tsv", "rewrites.tsv", "costs.tsv", "generic-words.tsv", "skeletons.tsv", "sounds.tsv", "sound-costs.tsv", "common-words.tsv"];

    /// <param name="files">In the order of <see cref="Files"/>.</param>
    public static FoldingRules Read(GazetteerFile[] files)
    {
        var folding = new NameFolding(Characters(files[0]), new RewritingStep(Rewrites(files[1])));
        return new FoldingRules(folding, new EditCosts(Edits(files[2])), new GenericWords(Words(files[3], folding)),
            ReadSkeletons(files[4]), new RewritingStep(ReadSounds(files[5])), new EditCosts(Edits(files[6])), CommonWordsOf(files[7], folding));
    }

    private static CharacterStep Characters(GazetteerFile file)
    {
        var rules = new Dictionary<char, string>();
        var rows = file.Rows("code\tto\twhy");
        while (rows.MoveNext())
        {
            if (!ushort.TryParse(rows.Bytes(0), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code))
            {
                throw rows.Broken($"code is \"{rows.Text(0)}\", it must be four hexadecimal digits");
            }
            rules[(char)code] = rows.Text(1);
        }
        var step = new CharacterStep(rules);
        return step.FirstUnstable() is { } unstable
            ? throw rows.Broken($"a rule gives U+{(int)unstable:X4}, which another rule replaces again") : step;
    }

    private static List<Rewrite> Rewrites(GazetteerFile file)
    {
        var rewrites = new List<Rewrite>();
        var rows = file.Rows("from\tto\twhere\twhy");
        while (rows.MoveNext())
        {
            var where = rows.Text(2) switch
            {
                "anywhere" => RewritePlace.Anywhere,
                "start" => RewritePlace.Start,
                "end" => RewritePlace.End,
                var other => throw rows.Broken($"where is \"{other}\", it must be anywhere, start or end"),
            };
            rewrites.Add(new Rewrite(rows.Required(0, "from"), rows.Text(1), where));
        }
        return rewrites;
    }

    private static List<EditCost> Edits(GazetteerFile file)
    {
        var costs = new List<EditCost>();
        var rows = file.Rows("edit\ta\tb\tcost\twhy");
        while (rows.MoveNext())
        {
            var edit = rows.Text(0) switch
            {
                "substitute" => EditKind.Substitute,
                "insert" => EditKind.Insert,
                "omit" => EditKind.Omit,
                "add" => EditKind.Add,
                "double" => EditKind.Double,
                "transpose" => EditKind.Transpose,
                var other => throw rows.Broken($"edit is \"{other}\", it must be substitute, insert, omit, add, double or transpose"),
            };
            var (a, b) = (rows.Text(1), rows.Text(2));
            var letters = edit switch { EditKind.Substitute when a.Length > 0 => 2, EditKind.Insert => 1, _ => 0 };
            costs.Add(a.Length + b.Length == letters && a.Length >= b.Length ? new EditCost(edit, a, b, (float)rows.Number(3, "cost", 0.01, 2))
                : throw rows.Broken($"this edit is about {letters} letters"));
        }
        return costs;
    }

    private static Dictionary<string, PlaceKind> Words(GazetteerFile file, NameFolding folding)
    {
        var words = new Dictionary<string, PlaceKind>(StringComparer.Ordinal);
        var rows = file.Rows("word\tkind\tlanguage");
        while (rows.MoveNext())
        {
            words[folding.Light(rows.Required(0, "word"))] = Enum.TryParse<PlaceKind>(rows.Text(1), ignoreCase: true, out var kind) ? kind
                : throw rows.Broken($"kind is \"{rows.Text(1)}\", it must be a kind of place");
        }
        return words;
    }

    private static SkeletonLetters ReadSkeletons(GazetteerFile file)
    {
        var classes = new OrderedDictionary<char, char?>();
        var rows = file.Rows("letter\tclass\twhy");
        while (rows.MoveNext())
        {
            var (letter, letterClass) = (rows.Text(0), rows.Text(1));
            if (letter.Length != 1 || letter[0] >= NameFolding.Alphabet || letterClass.Length > 1 || !classes.TryAdd(letter[0], letterClass.Length == 0 ? null : letterClass[0]))
            {
                throw rows.Broken($"\"{letter}\" must be one letter, which stands once, and its class one letter or none");
            }
        }
        return new SkeletonLetters(classes);
    }

    private static List<Rewrite> ReadSounds(GazetteerFile file)
    {
        var sounds = new List<Rewrite>();
        var rows = file.Rows("letters\tsound\twhy");
        while (rows.MoveNext())
        {
            sounds.Add(new Rewrite(rows.Required(0, "letters"), rows.Text(1), RewritePlace.Anywhere));
        }
        return sounds;
    }

    private static HashSet<string> CommonWordsOf(GazetteerFile file, NameFolding folding)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var rows = file.Rows("word\tlanguage\twhy");
        while (rows.MoveNext())
        {
            words.Add(folding.Light(rows.Required(0, "word")));
        }
        return words;
    }
}
