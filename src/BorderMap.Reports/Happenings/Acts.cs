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

    /// <summary>The cue of a gate that is shut because it was not opened.</summary>
    public const string NotOpened = "not opened";

    private static readonly string[] Persons = ["people", "guards"];

    private static readonly HashSet<string> Closing = new(StringComparer.Ordinal)
        { "closed", "shut", "sealed", "locked", "shuttered", "barred", "bolted", "chained", "padlocked", "blocked", "barricaded", "suspended", "halted", "closing", "shutting", "sealing" };

    private static readonly HashSet<string> Opening = new(StringComparer.Ordinal)
        { "reopened", "opened", "reopening", "unlocked", "unsealed", "unbolted", "unbarred", "unchained", "resumed", "restored", "restarted", "reopens", "reopen" };

    public static List<PhraseMatch<Act>> Find(IReadOnlyList<Token> tokens, in Sentence sentence)
    {
        var found = new List<PhraseMatch<Act>>();
        for (var at = sentence.First; at < sentence.Last;)
        {
            if (At(tokens, at, sentence.Last) is { } match)
            {
                found.Add(IsNotOpened(tokens, sentence.First, match) ? match with { Value = new Act("crossing_closure", match.Value.Form), Cue = NotOpened } : match);
                at = Math.Max(match.Last, at + 1);
            }
            else
            {
                at++;
            }
        }
        return ActsBeside.Fitting(Deeds.With(found, tokens, sentence), tokens, sentence);
    }

    /// <summary>"will not open today", "has yet to reopen", "was never reopened": it is shut.</summary>
    private static bool IsNotOpened(IReadOnlyList<Token> tokens, int from, in PhraseMatch<Act> match)
    {
        if (match.Value.Kind is not "crossing_reopening")
        {
            return false;
        }
        var verb = match.First;
        while (verb < match.Last - 1 && !Opening.Contains(tokens[verb].Key) && tokens[verb].Key is not ("open" or "opens"))
        {
            verb++;
        }
        var at = verb - 1;
        while (at > from && tokens[at].Key is "be" or "been" or "being" or "have" or "fully" or "to")
        {
            at--;
        }
        if (at <= from)
        {
            return false;
        }
        if (tokens[at].Key is "yet")
        {
            return tokens[at + 1].Key is "to" || tokens[at - 1].Key is "not";
        }
        return tokens[at].Key is "not" or "never" && tokens[at - 1].Key is "will" or "did" or "do" or "does" or "has" or "had" or "have" or "was" or "were" or "is" or "are" or "could"
            || tokens[at].Key is "didnt" or "wont" or "hasnt" or "havent" or "wasnt" or "isnt" or "arent" or "hadnt" or "doesnt";
    }

    /// <summary>"opened fire", "opened up", "opened a heavy fire": number after the word of firing; 0 where none follows.</summary>
    private static int Fire(IReadOnlyList<Token> tokens, int opened, int to)
    {
        if (tokens[opened + 1].Key is "up")
        {
            return opened + 2 < to && tokens[opened + 2].Key is "to" or "for" ? 0 : Math.Min(to, opened + 3);
        }
        for (var at = opened + 1; at < Math.Min(to, opened + 4) && tokens[at].Kind is TokenKind.Word; at++)
        {
            if (tokens[at].Key is "fire" or "gunfire" or "firing")
            {
                return at + 1;
            }
        }
        return 0;
    }

    /// <summary>"labourers taken by gunmen from their camp", "took them to a fort", "seized arms at a post": what somebody is taken from or to is not what was taken.</summary>
    private static int WayIn(IReadOnlyList<Token> tokens, in PhraseMatch<Act> capture)
    {
        for (var at = capture.First + 1; at < capture.Last - 1; at++)
        {
            if (tokens[at].Key is "from" or "to" or "into" or "at" or "near")
            {
                return at;
            }
        }
        return -1;
    }

    /// <summary>"a trap laid on the track beside the wire", "took him across the wire": the fence is where it was, not what was touched.</summary>
    public static bool IsBesideFence(IReadOnlyList<Token> tokens, in PhraseMatch<Act> deed)
    {
        var fence = deed.Last - 1;
        while (fence > deed.First && tokens[fence].Key is not ("fence" or "fences" or "fencing" or "wire" or "barrier"))
        {
            fence--;
        }
        return Enumerable.Range(deed.First + 1, Math.Max(0, fence - deed.First - 1)).Any(at => tokens[at].Key is "along" or "beside" or "near" or "under" or "beneath" or "across" or "over" or "behind" or "beyond" or "by" or "on" or "within" or "inside" or "towards" or "toward" or "against" or "at");
    }

    /// <summary>"took two labourers of a fencing contractor": who works on the fence was taken, and not the fence.</summary>
    private static bool IsOfPeople(IReadOnlyList<Token> tokens, in PhraseMatch<Act> deed) => tokens[deed.First].Key is "took" or "taken" or "removed" && Deeds.LastOf(tokens, deed.First + 1, deed.Last, Persons) is not null;

    /// <summary>"the gate was shut on Friday and opened on Monday": a gate's word reaches to the first verb of what becomes of it, and never to "opened fire".</summary>
    private static PhraseMatch<Act>? At(IReadOnlyList<Token> tokens, int at, int to)
    {
        if (Table.At(tokens, at, to) is not { } match)
        {
            return null;
        }
        if (match.Value.Kind is "post_capture" && WayIn(tokens, match) is > 0 and var from)
        {
            return Table.At(tokens, at, from);
        }
        if (match.Value.Kind is "fence_dispute" && match.Value.Form is ActForm.Verb && (IsBesideFence(tokens, match) || IsOfPeople(tokens, match)))
        {
            return null;
        }
        if (match.Value.Kind is not ("crossing_closure" or "crossing_reopening"))
        {
            return match;
        }
        // "fire was opened", "the border forces were locked in battle": no gate.
        if ((at > 0 && tokens[at - 1].Key is "fire" or "firing") || (tokens[at].Key is "border" && at + 1 < to && tokens[at + 1].Key is "force" or "forces" or "guard" or "guards" or "police" or "troops" or "units" or "unit" or "patrol" or "posts" or "post" or "fence" or "fencing" or "wire" or "barrier"))
        {
            return null;
        }
        var contrary = match.Value.Kind is "crossing_closure" ? Opening : Closing;
        for (var inner = at; inner < match.Last; inner++)
        {
            if (inner > at && inner < match.Last - 1 && contrary.Contains(tokens[inner].Key))
            {
                return Table.At(tokens, at, inner + 1);
            }
            if (inner + 1 < to && tokens[inner].Key is "opened" or "open" or "opening" or "opens" && Fire(tokens, inner, to) is > 0 and var fire)
            {
                return Table.At(tokens, at, inner == at ? fire : inner);
            }
        }
        return match;
    }
}
