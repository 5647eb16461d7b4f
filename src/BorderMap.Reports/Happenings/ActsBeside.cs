using BorderMap.Reports.Lexicons;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Happenings;

/// <summary>Acts that another word of their clause shows to be none: what a bomb hits is not stormed, a meeting that is held is nobody's arrest, a school that is opened is no gate.</summary>
internal static class ActsBeside
{
    /// <summary>Words from a verb back to what it is said of.</summary>
    private const int FarthestSubject = 9;

    /// <summary>Words from what a bomb hits to the bomb.</summary>
    private const int FarthestBomb = 12;

    /// <summary>Words from bodies to where they were taken.</summary>
    private const int FarthestBodies = 4;

    /// <summary>What is held, and is nobody.</summary>
    private static readonly HashSet<string> Gatherings = new(StringComparer.Ordinal)
    {
        "meeting", "meetings", "talks", "exercise", "exercises", "drill", "drills", "funeral", "funerals", "jirga", "jirgas", "ceremony", "ceremonies", "protest", "protests", "rally", "rallies", "election", "elections", "match", "matches", "conference", "session", "sessions",
        "hearing", "trial", "prayers", "prayer", "market", "fair", "auction", "vote", "inquiry", "parade", "vigil", "games", "workshop", "seminar", "briefing", "census", "reception", "gathering", "consultations", "negotiations", "dialogue", "event", "festival", "tournament", "exam", "exams", "wedding", "camp", "course", "training", "shura", "sit", "demonstration", "round", "rounds", "post", "posts", "line", "territory",
    };

    /// <summary>What is opened or closed, and is no gate.</summary>
    private static readonly HashSet<string> Buildings = new(StringComparer.Ordinal)
    {
        "scanner", "scanners", "road", "roads", "school", "schools", "clinic", "clinics", "hospital", "office", "offices", "park", "bazaar", "market", "mosque", "canal", "ward", "wards", "shop", "shops", "bank", "branch", "inquiry", "account", "accounts", "case", "file", "files", "fire", "firing", "madrasa", "centre",
        "center", "hall", "factory", "plant", "dam", "stadium", "library", "laboratory", "college", "university", "hotel", "restaurant", "exhibition", "course", "hearing", "session", "investigation", "probe", "door", "doors", "warehouse", "shed", "camp", "well", "wells", "tunnel", "bridge", "highway", "museum", "orphanage", "workshop", "kitchen", "bakery", "desk", "counter", "tender", "tenders", "bids",
    };

    public static List<PhraseMatch<Act>> Fitting(List<PhraseMatch<Act>> acts, IReadOnlyList<Token> tokens, Sentence sentence) =>
        acts.Exists(act => IsOther(act, acts, tokens, sentence)) ? acts.FindAll(act => !IsOther(act, acts, tokens, sentence)) : acts;

    private static bool IsOther(PhraseMatch<Act> act, List<PhraseMatch<Act>> acts, IReadOnlyList<Token> tokens, Sentence sentence) => act.Value.Kind switch
    {
        "detention" when act.Last - act.First == 1 => IsOfToll(act, tokens, sentence),
        "detention" => tokens[act.Last - 2].Key is "held" && IsSaidOf(Gatherings, act.First, tokens, sentence),
        // "movements stopped on Monday and resumed on Thursday": of what was stopped.
        "crossing_reopening" when act.Cue.StartsWith("and|", StringComparison.Ordinal) => !acts.Exists(other => other.Value.Kind is "crossing_closure" && other.First < act.First),
        "crossing_reopening" => tokens[act.First].Key is "was" or "were" or "been" or "opened" or "opens" && IsSaidOf(Buildings, act.First, tokens, sentence),
        // "a five-day pause in the strikes on Afghanistan": what has stopped.
        "airstrike" or "drone_strike" or "shelling" or "ground_attack" when act.Value.Form is not ActForm.Verb && IsOfPause(act.First, tokens, sentence) => true,
        // "engaged in putting up fence posts", "hit one of the wooden posts": of a fence, and nobody's post.
        "ground_attack" when tokens[act.Last - 1].Key is "post" or "posts" && tokens[act.Last - 2].Key is "fence" or "fencing" or "wire" or "wooden" or "iron" or "steel" or "concrete" or "boundary" or "angle" => true,
        // "A convoy was hit by a bomb": the bomb's work; "gunmen set off a bomb and stormed the post": two deeds.
        "ground_attack" => acts.Exists(other => other.Value.Kind is "ied_attack" or "mine_blast" && other.Value.Form is not ActForm.Weak && Math.Abs(other.First - act.First) <= FarthestBomb && IsOfOneClause(act, other, tokens, sentence)) && act.Value.Form is not ActForm.Read && Deeds.LastOf(tokens, sentence.First, sentence.Last, ["armed"]) is null,
        // "the fighting ended after elders brokered a ceasefire": the end of what the truce stopped.
        "armed_clash" when acts.Exists(other => other.Value.Kind is "ceasefire") => IsEndOfFight(act, tokens, sentence),
        // "the bodies were dragged back across the line": nobody was taken.
        "abduction" => Enumerable.Range(Math.Max(sentence.First, act.First - FarthestBodies), Math.Min(FarthestBodies, act.First - sentence.First)).Any(at => tokens[at].Key is "bodies" or "corpses" or "remains" or "body"),
        // "a charge planted by infiltrators": who did it, and no deed of its own.
        "infiltration" => act.Last - act.First == 1 && act.Cue is "infiltrator~n" && acts.Exists(other => Acts.GroupOf(other.Value.Kind) is "explosive" && other.Value.Form is not ActForm.Weak),
        // "two RPGs and a rifle were recovered": found, and not fired.
        "rocket_attack" => act.Cue is "rpg~n" && Enumerable.Range(act.First, sentence.Last - act.First).Any(at => tokens[at].Key is "recovered" or "seized" or "captured" or "found" or "taken" or "recovery" or "handed"),
        // "two infiltrators were shot crossing the wire": told once.
        // "fired on a quadcopter; it came down"
        // "opened fire and brought one of the drones to the ground"
        "cross_border_fire" when acts.Exists(other => other.Value.Kind is "drone_shootdown" && other.First >= act.Last && other.First - act.Last <= FarthestSubject && Enumerable.Range(act.Last, other.First - act.Last).Any(at => tokens[at].Key is "and") && Enumerable.Range(act.Last, other.First - act.Last).All(at => tokens[at].Kind is not TokenKind.Mark)) => true,
        "cross_border_fire" => acts.Exists(other => other.Value.Kind is "drone_shootdown" && other.First > act.First) && Enumerable.Range(act.Last, Math.Min(FarthestBodies, sentence.Last - act.Last)).Any(at => tokens[at].Key is "drone" or "quadcopter" or "uav" or "aircraft") || act.Last - act.First <= 3 && tokens[act.Last - 1].Key is "shot" && acts.Exists(other => other.Value.Kind is "infiltration" && IsOfOneClause(act, other, tokens, sentence))
            || IsEndOf(act) && acts.Exists(other => other.Value.Kind is "infiltration" && other.Last - other.First > 1),
        _ => false,
    };

    private static bool IsEndOfFight(PhraseMatch<Act> act, IReadOnlyList<Token> tokens, Sentence sentence)
    {
        for (var at = act.First; at < Math.Min(sentence.Last, act.First + FarthestSubject) && tokens[at].Kind is not TokenKind.Mark; at++)
        {
            if (tokens[at].Key is "ended" or "stopped" or "ceased" or "subsided" or "halted")
            {
                return at + 1 < sentence.Last && tokens[act.First].Key.StartsWith("fight", StringComparison.Ordinal) || tokens[act.First].Key is "clashes" or "hostilities" or "battle";
            }
        }
        return false;
    }

    private static bool IsOfPause(int act, IReadOnlyList<Token> tokens, Sentence sentence)
    {
        for (var at = act - 1; at > Math.Max(sentence.First, act - FarthestBodies); at--)
        {
            if (tokens[at].Key is "in" or "on" or "to")
            {
                return tokens[at - 1].Key is "pause" or "halt" or "lull" or "respite" or "moratorium" or "letup";
            }
        }
        return false;
    }

    /// <summary>"foiled an attempt to slip in, in which six were gunned down": how it ended.</summary>
    private static bool IsEndOf(PhraseMatch<Act> act) => act.Cue is "gunned down" or "shot dead";

    /// <summary>"killed ten militants and arrested two": what befell the beaten, and no deed of its own.</summary>
    private static bool IsOfToll(PhraseMatch<Act> act, IReadOnlyList<Token> tokens, Sentence sentence) => Deeds.LastOf(tokens, sentence.First, act.First, ["armed"]) is not null
        && Enumerable.Range(Math.Max(sentence.First, act.First - FarthestBomb), Math.Min(FarthestBomb, act.First - sentence.First)).Any(at => tokens[at].Key is "killed" or "killing" or "neutralised" or "neutralized" or "eliminated" or "eliminating");

    private static bool IsOfOneClause(PhraseMatch<Act> act, PhraseMatch<Act> other, IReadOnlyList<Token> tokens, Sentence sentence) => Clauses.Of(tokens, sentence, act.First, act.Last) is var clause && other.First < clause.To && other.Last > clause.From;

    /// <summary>The nearest noun of its kind before a verb, in its clause.</summary>
    private static bool IsSaidOf(HashSet<string> nouns, int verb, IReadOnlyList<Token> tokens, Sentence sentence)
    {
        for (var at = verb - 1; at >= Math.Max(sentence.First, verb - FarthestSubject) && !tokens[at].IsMark(';') && !tokens[at].IsMark(':') && !tokens[at].IsMark('.'); at--)
        {
            if (nouns.Contains(tokens[at].Key))
            {
                return true;
            }
            if (tokens[at].Key is "and" or "but" or "who" or "gate" or "crossing" or "terminal" or "border")
            {
                return false;
            }
        }
        return false;
    }
}
