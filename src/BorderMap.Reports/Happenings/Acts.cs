using BorderMap.Reports.Lexicons;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Happenings;

internal enum ActForm
{
    Noun,
    Verb,

    /// <summary>A general word ("attack", "fighting"): an act of its own only with a place and a toll or day; else it speaks of one told elsewhere.</summary>
    Weak,

    /// <summary>Read from the classes of its words: an act only with a place of the border belt.</summary>
    Read,
}

/// <summary>What an act is.</summary>
/// <param name="Kind">One of the kinds of incidents.</param>
/// <param name="Form">How it is told.</param>
internal sealed record Act(string Kind, ActForm Form);

/// <summary>Words for the kinds of happenings, with the grammar around them.</summary>
internal static class Acts
{
    private static readonly PhraseTable<Act> Table = new(LexiconFile.Rows("acts.tsv", "pattern\tkind\tform").Select(row => (row[0], new Act(row[1], Enum.Parse<ActForm>(row[2], ignoreCase: true)))));

    /// <summary>Kinds whose mentions may speak of one happening.</summary>
    private static readonly Dictionary<string, string> Groups = new(StringComparer.Ordinal)
    {
        ["armed_clash"] = "combat",
        ["ground_attack"] = "combat",
        ["cross_border_fire"] = "combat",
        ["shelling"] = "combat",
        ["rocket_attack"] = "combat",
        ["post_capture"] = "combat",
        ["ceasefire_violation"] = "combat",
        ["airstrike"] = "strike",
        ["drone_strike"] = "strike",
        ["bombing"] = "explosive",
        ["ied_attack"] = "explosive",
        ["mine_blast"] = "explosive",
        ["suicide_attack"] = "explosive",
        ["detention"] = "custody",
        ["abduction"] = "custody",
    };

    public static string GroupOf(string kind) => Groups.GetValueOrDefault(kind, kind);

    public static bool IsViolent(string kind) => GroupOf(kind) is "combat" or "strike" or "explosive" or "infiltration";

    public static List<PhraseMatch<Act>> Find(IReadOnlyList<Token> tokens, in Sentence sentence) => Deeds.With(Table.Find(tokens, sentence.First, sentence.Last), tokens, sentence);
}
