using BorderMap.Reports.Lexicons;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Happenings;

/// <summary>What the doer of an act tells of its kind: a drone that fired, strikes that hit, a state whose aircraft the text is about.</summary>
internal sealed partial class KindsInContext
{
    /// <summary>Classes of what can fire.</summary>
    private static readonly string[] Agents = ["drone", "aircraft", "guards", "armed", "gun", "people", "post", "party", "sides"];

    /// <summary>Words from a deed to who did it.</summary>
    private const int FarthestDoer = 9;

    /// <summary>Words of a subject that an aside follows.</summary>
    private const int LongestHead = 4;

    /// <summary>"the raids had hit camps of terrorists", "the strikes also targeted a post": what hit was a strike told of, and no men.</summary>
    private string? OfStrikes(int verb, in Sentence sentence)
    {
        var at = verb - 1;
        while (at > sentence.First && passage.Tokens[at].Key is "had" or "have" or "has" or "only" or "also" or "too" or "instead" or "in" or "fact")
        {
            at--;
        }
        return at < sentence.First ? null : passage.Tokens[at].Key switch
        {
            "strike" or "strikes" or "airstrike" or "airstrikes" => "airstrike",
            "raid" or "raids" or "bombing" or "bombings" or "bombardment" when OfAircraft.ByWords => "airstrike",
            _ => null,
        };
    }

    /// <summary>"Pakistan said it had struck camps of the group": in a report of aircraft and no guns, what a state hits beyond the line it hits from the air.</summary>
    private string? OfCamps(PhraseMatch<Act> act, in Sentence sentence)
    {
        if (act.Value.Kind is not "ground_attack" || passage.Tokens[act.First].Key is not ("struck" or "hit" or "targeted" or "striking" or "hitting" or "targeting") || passage.Tokens[act.Last - 1].Key is not ("camp" or "camps") || !OfAircraft.ByWords)
        {
            return null;
        }
        var at = act.First - 1;
        while (at > sentence.First && passage.Tokens[at].Key is "had" or "have" or "has" or "only" or "it" or "that" or "said" or "says" or "insisted" or "insists" or "claimed" or "claims")
        {
            at--;
        }
        return at >= sentence.First && passage.Tokens[at].Key is "pakistan" or "islamabad" or "rawalpindi" or "army" or "military" ? "airstrike" : null;
    }

    /// <summary>"Jets bombed a house in Khost; four more were hurt in raids on Kunar": in a report of aircraft and no guns, raids that no men on the ground make are from the air.</summary>
    private string OfRaid(PhraseMatch<Act> act, in Sentence sentence)
    {
        var clause = Clauses.Of(passage.Tokens, sentence, act.First, act.Last);
        return act.Value.Form is not ActForm.Verb && OfAircraft.ByWeapons && Deeds.LastOf(passage.Tokens, clause.From, clause.To, ["armed", "guards"]) is null ? "airstrike" : act.Value.Kind;
    }

    /// <summary>"The aircraft fired twice at the post": the nearest before the verb that can fire is what fired.</summary>
    private string? OfFlyer(int act, in Sentence sentence)
    {
        // "an unmanned craft turned back on being fired at": it did not fire.
        if (act > sentence.First && passage.Tokens[act - 1].Key is "being" or "was" or "were" or "been" or "when" or "and")
        {
            return null;
        }
        var clause = Clauses.Of(passage.Tokens, sentence, act, act + 1);
        return (BeforeAside(act, sentence) ?? Deeds.LastOf(passage.Tokens, clause.From, act, Agents)) switch { "drone" => "drone_strike", "aircraft" => "airstrike", _ => null };
    }

    /// <summary>"A drone, said by residents to be Pakistani, fired at a car": the subject heads the sentence, what is said of it stands between commas.</summary>
    private string? BeforeAside(int act, in Sentence sentence)
    {
        var comma = sentence.First + 1;
        while (comma < act && comma - sentence.First <= LongestHead && passage.Tokens[comma].IsWord)
        {
            comma++;
        }
        return comma < act - 1 && passage.Tokens[comma].IsMark(',') && passage.Tokens[act - 1].IsMark(',') ? Deeds.LastOf(passage.Tokens, sentence.First, comma, Agents) : null;
    }

    /// <summary>What flew, where a noun is followed by who did it: "by", and at most three words on an aircraft.</summary>
    private string? OfDoer(int from, int to)
    {
        for (var at = from; at < Math.Min(to, from + FarthestDoer) && !passage.Tokens[at].IsMark(';') && !passage.Tokens[at].IsMark('.'); at++)
        {
            if (passage.Tokens[at].Key is "by")
            {
                return Deeds.LastOf(passage.Tokens, at + 1, Math.Min(to, at + 4), Agents) switch { "drone" => "drone_strike", "aircraft" => "airstrike", _ => null };
            }
        }
        return null;
    }
}
