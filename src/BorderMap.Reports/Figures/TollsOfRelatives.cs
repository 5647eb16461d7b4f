using BorderMap.Reports.Lexicons;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Figures;

/// <summary>The harmed that a relative clause, a complement or a label sets apart from their word of harm.</summary>
internal sealed partial class Tolls
{
    private const int LongestRelative = 9;
    private const int LongestLabel = 7;
    private const int LongestAside = 5;

    /// <summary>"two men whom the guards had led off", "a driver whom gunmen abducted": the harmed stand before their pronoun.</summary>
    private List<PeopleGroup>? Whom(PhraseMatch<Harm> harm)
    {
        if (harm.Value.Outcome is not (Outcome.Killed or Outcome.Injured or Outcome.Captured) || harm.Value.Form is Form.Intransitive or Form.Count or Form.Noun or Form.Toll or Form.Other or Form.Losing)
        {
            return null;
        }
        for (var at = harm.First - 1; at > from && harm.First - at <= LongestRelative && tokens[at].IsWord; at--)
        {
            if (tokens[at].Key is "whom")
            {
                return tokens[at - 1].Key is "of" ? null : Left(tokens[at - 1].IsMark(',') ? at - 1 : at, 1)?.FindAll(group => !group.IsPart) is { Count: > 0 } list ? list : null;
            }
            if (Auxiliaries.Contains(tokens[at].Key) && tokens[at].Key is not ("left" or "get" or "got" or "been"))
            {
                return null;
            }
        }
        return null;
    }

    /// <summary>"A grandmother and two girls are the dead of Monday": who they were stands before.</summary>
    private List<PeopleGroup>? Predicated(PhraseMatch<Harm> harm) => harm.First - 3 >= from && tokens[harm.First - 1].Key is "the" && tokens[harm.First - 2].Key is "are" or "were" or "is" or "was" ? Left(harm.First - 2, 1)?.FindAll(group => !group.IsBare && !group.IsPart) is { Count: > 0 } list ? list : null : null;

    /// <summary>"one dead person and four injured": the word of harm stands within.</summary>
    private List<PeopleGroup>? Qualified(PhraseMatch<Harm> harm) => harm.Value is { Form: Form.Count, Outcome: Outcome.Killed } && groups.Find(group => group.First < harm.First && harm.Last < group.Last) is { IsPart: false, IsBare: false } within ? [within] : null;

    private bool IsQualified(PeopleGroup group) => harms.Exists(harm => harm.Value is { Form: Form.Count, Outcome: Outcome.Killed } && group.First < harm.First && harm.Last < group.Last);

    /// <summary>Past what stands between a noun and its verb: an age, a relative clause, where he was.</summary>
    private int PastAside(int at)
    {
        if (at + 2 >= to)
        {
            return at;
        }
        if (tokens[at].IsMark(',') && (tokens[at + 1].Key is "who" or "whose" or "aged" or "himself" or "herself" || tokens[at + 1].Kind is TokenKind.Number))
        {
            var comma = at + 1;
            while (comma + 1 < to && comma - at < LongestRelative && !tokens[comma].IsMark(',') && !harms.Exists(harm => harm.First == comma))
            {
                comma++;
            }
            return tokens[comma].IsMark(',') ? comma + 1 : at;
        }
        var verb = at + 1;
        while (IsWhere(tokens[at].Key) && verb < to && verb - at < LongestAside && tokens[verb] is { IsWord: true, IsCapital: false } && HarmAt(verb, out _) is null)
        {
            verb++;
        }
        return verb > at + 1 && verb < to && HarmAt(verb, out _) is not null ? verb : at;
    }

    /// <summary>"Bodies received 21", "Wounded sent to Sharana 9", "Enemy dead are reported to be two": a label, what was done with them, and the figure at the end.</summary>
    private List<PeopleGroup>? Inscribed(PhraseMatch<Harm> harm)
    {
        var isEnemy = harm.First > from && tokens[harm.First - 1].Key is "enemy" or "hostile" or "their";
        var isOwn = harm.First > from && tokens[harm.First - 1].Key is "own" or "our" or "friendly" or "its";
        var start = isEnemy || isOwn ? harm.First - 1 : harm.First;
        start -= start > from && tokens[start - 1].Key is "its" or "their" or "his" or "the" ? 1 : 0;
        if (start > from && tokens[start - 1].IsWord || tokens[harm.First].Key is not ("dead" or "wounded" or "injured" or "bodies" or "killed" or "martyrs" or "martyred" or "corpses" or "deaths" or "losses" or "loss"))
        {
            return null;
        }
        // "bodies received": the verb belongs to the phrase.
        var after = harm.First + 1;
        var told = groups.Find(group => group.First >= after);
        return told is { IsBare: true, IsPart: false } && told.First > after && told.First - after <= LongestLabel && StopsAt(told.Last) && Enumerable.Range(after, told.First - after).All(at => tokens[at].IsWord && tokens[at].Key is not ("by" or "in" or "and" or "after" or "when" or "of" or "that" or "who") && (at < harm.Last || !harms.Exists(other => other.First == at)))
            ? [told with { IsOfEnemy = isEnemy, IsOfSpeaker = isOwn, Category = isEnemy || isOwn ? "combatants" : null }] : null;
    }

    /// <summary>"eighteen of the household of Shah Wali, a potter, perished": the potter is he whose household it was.</summary>
    private bool IsOwnerNamed(PeopleGroup whole, PeopleGroup group) => group is { Min: 1, Max: 1 } && whole is { IsNamed: false, Min: > 1 } && tokens[group.First].Key is "a" or "an" && group.First - 2 > whole.Last && tokens[group.First - 1].IsMark(',') && tokens[group.First - 2] is { IsWord: true, IsCapital: true }
        && group.Last < to && tokens[group.Last].IsMark(',') && tokens[whole.Last].Key is "of" or "from" && Enumerable.Range(whole.Last, group.First - 1 - whole.Last).All(at => tokens[at].IsWord && tokens[at].Key is not "and");
}
