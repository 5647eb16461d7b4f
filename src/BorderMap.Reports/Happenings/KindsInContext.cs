using BorderMap.Reports.Lexicons;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Happenings;

/// <summary>The kind of an act whose word fits several: "bombardment" is the work of guns or of aircraft, a bomb may be laid or dropped.</summary>
internal sealed partial class KindsInContext(Passage passage)
{
    private static readonly PhraseTable<bool> OfEither = new([("bombardment~n|barrage~n|bombarded|bombarding|pounded|pounding|pummelled|hammered|battered", true)]);

    /// <summary>"the bombing of a market in Barmal": on Afghan soil, with no word of a charge that was laid.</summary>
    private bool IsOnAfghanSoil(PhraseMatch<Act> act) => passage.Tokens[act.First].Key is "bombing" or "bombings" && act.Last - act.First > 1
        && passage.PlacesIn(passage.Text.SentenceOf[act.First]).Where(located => located.Toponym.Usage is ToponymUsage.Literal).Select(located => located.Toponym.Place?.Country).ToList() is { Count: > 0 } countries && countries.TrueForAll(country => country is "AF");

    /// <summary>Words from who is accused to the deed.</summary>
    private const int FarthestAccused = 5;

    /// <summary>Words from a word of taking to what was taken.</summary>
    private const int FarthestTaken = 8;

    /// <summary>What a fence is made of.</summary>
    private static readonly HashSet<string> FenceParts = new(StringComparer.Ordinal)
        { "fence", "fences", "fencing", "wire", "wires", "mesh", "netting", "spools", "spool", "reels", "reel", "coils", "coil", "rolls", "stakes", "poles", "pickets", "pillars", "uprights" };

    /// <summary>Words from a post to who held it.</summary>
    private const int FarthestHeld = 16;

    private readonly CampsStruck camps = new(passage);

    public string Of(PhraseMatch<Act> act, in Sentence sentence)
    {
        var kind = act.Value.Kind;
        if (kind is "shelling" or "rocket_attack" or "ground_attack" && OfLauncher(act, sentence) is { } launched)
        {
            return launched;
        }
        if (kind is "cross_border_fire" or "ground_attack" && act.Value.Form is ActForm.Verb)
        {
            return OfMeans(act) ?? OfStrikes(act.First, sentence) ?? OfCamps(act, sentence) ?? OfFlyer(act.First, sentence) ?? (camps.IsStruckByState(act, sentence) && Named(sentence.First, sentence.Last).Length == 0 ? "airstrike" : kind);
        }
        if (kind is "detention" && IsOfPost(act, sentence))
        {
            return "post_capture";
        }
        if (kind is "abduction" && !act.Cue.Contains("gunpoint", StringComparison.Ordinal) && IsOfFence(act, sentence))
        {
            return "fence_dispute";
        }
        // "gunships had crossed into the valley": no men crept in.
        if (kind is "infiltration" && OfFlyer(act.First, sentence) is not null && Clauses.Of(passage.Tokens, sentence, act.First, act.Last) is var crossing && Deeds.LastOf(passage.Tokens, crossing.From, crossing.To, ["armed", "guards", "people", "bomberman"]) is null)
        {
            return "airspace_violation";
        }
        // "a drone flew over the line and killed a farmer": it did not only fly.
        if (kind is "airspace_violation" && WentOn(act, sentence) && OfFlyer(act.Last, sentence) is { } strike)
        {
            return strike;
        }
        // "the raid on Barmal, Paktika, by two aircraft"
        if (kind is "ground_attack" && act.Value.Form is not ActForm.Verb && OfDoer(act.Last, sentence.Last) is { } fromAir)
        {
            return fromAir;
        }
        if (kind is "ground_attack" && passage.Tokens[act.First].Key.StartsWith("raid", StringComparison.Ordinal) && act.Last - act.First == 1)
        {
            return OfRaid(act, sentence);
        }
        if (kind is not "bombing" && !(kind is "shelling" && OfEither.At(passage.Tokens, act.First, act.Last) is not null))
        {
            return kind;
        }
        return Named(sentence.First, sentence.Last) switch
        {
            "" when kind is "bombing" && (IsOfState(act, sentence) || IsOnAfghanSoil(act)) => "airstrike",
            "air" => "airstrike",
            // "Two planes came. The bomb took the roof"
            "" when kind is "bombing" && OfAircraft.ByWeapons => "airstrike",
            // "bombardment from the air"
            "" when kind is "shelling" && IsFromAir(act.Last, sentence.Last) => "airstrike",
            "drone" when kind is "bombing" => "drone_strike",
            "" when kind is "shelling" && OfAircraft.ByWords => "airstrike",
            _ => kind,
        };
    }

    /// <summary>"rockets from a drone hit a house", "a missile fired by an unmanned aircraft", "a post hit by a UAV": what it came from.</summary>
    private string? OfLauncher(PhraseMatch<Act> act, in Sentence sentence)
    {
        for (var at = act.First + 1; at < Math.Min(sentence.Last - 1, act.Last + 3); at++)
        {
            if (passage.Tokens[at].Key is not ("from" or "by" or "off"))
            {
                continue;
            }
            for (var of = at + 1; of < Math.Min(sentence.Last, at + 4) && passage.Tokens[of].Kind is not TokenKind.Mark && passage.Tokens[of].Key is not ("the" or "troops" or "forces" or "and" or "after"); of++)
            {
                switch (passage.Tokens[of].Key)
                {
                    case "drone" or "drones" or "uav" or "uavs" or "quadcopter" or "quadcopters" or "unmanned" or "pilotless":
                        return "drone_strike";
                    case "jet" or "jets" or "warplane" or "warplanes" or "helicopter" or "helicopters" or "gunship" or "gunships":
                        return "airstrike";
                    default:
                        continue;
                }
            }
        }
        return null;
    }

    /// <summary>"carried out air raids on two provinces", "struck a mine on the patrol track": the word amid the act that says by what means.</summary>
    private string? OfMeans(PhraseMatch<Act> act)
    {
        for (var at = act.First + 1; at < act.Last; at++)
        {
            switch (passage.Tokens[at].Key)
            {
                case "air" or "aerial" when at + 1 < passage.Tokens.Count && passage.Tokens[at + 1].Key is "raid" or "raids" or "attack" or "attacks" or "assault" or "assaults" or "offensive":
                    return "airstrike";
                case "drone" when at + 1 < passage.Tokens.Count && passage.Tokens[at + 1].Key is "raid" or "raids" or "attack" or "attacks" or "assault" or "assaults":
                    return "drone_strike";
                case "mine" or "landmine" when act.Value.Kind is "ground_attack" && passage.Tokens[act.First].Key is "hit" or "hitting" or "struck" or "striking":
                    return "mine_blast";
                case "ied" when act.Value.Kind is "ground_attack" && passage.Tokens[act.First].Key is "hit" or "hitting" or "struck" or "striking":
                    return "ied_attack";
                default:
                    continue;
            }
        }
        return null;
    }

    /// <summary>"a post, rushed at dusk, was held by the raiders until dawn": what was held has walls.</summary>
    private bool IsOfPost(PhraseMatch<Act> act, in Sentence sentence)
    {
        if (act.Last - act.First < 2 || passage.Tokens[act.First + 1].Key is not "held")
        {
            return false;
        }
        for (var at = Math.Max(sentence.First, act.First - FarthestHeld); at < act.First; at++)
        {
            if (passage.Tokens[at].Key is "post" or "posts" or "outpost" or "outposts" or "checkpost" or "checkposts" or "fort" or "picket" or "bunker" or "base")
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>"took away two hundred paces of the fence", "carried off the spools": what was taken is wire, and nobody.</summary>
    private bool IsOfFence(PhraseMatch<Act> act, in Sentence sentence)
    {
        for (var at = act.First + 1; at < Math.Min(sentence.Last, act.Last + FarthestTaken) && passage.Tokens[at].Kind is not TokenKind.Mark; at++)
        {
            if (FenceParts.Contains(passage.Tokens[at].Key))
            {
                // "the flood carried off the pickets": by nobody.
                return Deeds.LastOf(passage.Tokens, act.First, at, ["people"]) is null && Deeds.LastOf(passage.Tokens, Clauses.Of(passage.Tokens, sentence, act.First, act.Last).From, act.First, ["people", "guards", "armed", "party"]) is not null;
            }
        }
        return false;
    }

    private bool WentOn(PhraseMatch<Act> act, in Sentence sentence)
    {
        // "entered the airspace and struck": two deeds.
        if (Enumerable.Range(act.First, act.Last - act.First).Any(at => passage.Tokens[at].Key is "airspace" or "violated" or "violating" or "skies"))
        {
            return false;
        }
        var clause = Clauses.Of(passage.Tokens, sentence, act.First, act.Last);
        return Enumerable.Range(act.Last, Math.Max(0, clause.To - act.Last - 1)).Any(at => passage.Tokens[at].Key is "and" or "then"
            && passage.Tokens[at + 1].Key is "killed" or "wounded" or "injured" or "bombed" or "struck" or "hit" or "dropped" or "fired" or "attacked" or "strafed" or "rocketed" or "destroyed" or "released");
    }

    /// <summary>"blamed Pakistan for bombing a farm", "bombing by the air force": states bomb from the air.</summary>
    private bool IsOfState(PhraseMatch<Act> act, in Sentence sentence)
    {
        if (!passage.Tokens[act.First].Key.StartsWith("bombing", StringComparison.Ordinal))
        {
            return false;
        }
        var before = act.First - 1;
        before -= before > sentence.First && passage.Tokens[before].Key is "of" or "for" or "is" or "was" or "been" ? 1 : 0;
        return before >= sentence.First && (IsState(before) || IsAccused(before, sentence.First)) || (act.Last + 1 < sentence.Last && passage.Tokens[act.Last].Key is "by" && Enumerable.Range(act.Last + 1, Math.Min(3, sentence.Last - act.Last - 1)).Any(IsState));
    }

    /// <summary>"blamed Pakistan last week for bombing": between the accusing and the deed stands who is accused.</summary>
    private bool IsAccused(int at, int from)
    {
        var state = at;
        while (state > from && at - state < FarthestAccused && !IsState(state) && passage.Tokens[state].Kind is not TokenKind.Mark)
        {
            state--;
        }
        return state > from && IsState(state) && Enumerable.Range(Math.Max(from, state - 2), 2).Any(before => passage.Tokens[before].Key is "accused" or "accuses" or "accusing" or "blamed" or "blames" or "blaming" or "charged" or "faulted");
    }

    private bool IsState(int at) => passage.Tokens[at].Key is "pakistan" or "pakistans" or "pakistani" or "islamabad" or "rawalpindi" or "army" or "regime" or "force" or "neighbour" or "military" or "kabul";

    private bool IsFromAir(int from, int to) => from + 2 < to && passage.Tokens[from].Key is "from" && passage.Tokens[from + 1].Key is "the" && passage.Tokens[from + 2].Key is "air" or "sky" or "skies";
}
