using BorderMap.Reports.Lexicons;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Figures;

/// <summary>Tolls of lines and notes, and of those who mourn.</summary>
internal sealed partial class Tolls
{
    /// <summary>"villagers killed in the valley now nine", "guards wounded so far: six": who, what harm, and the figure at the end.</summary>
    private List<PeopleGroup>? Postponed(PhraseMatch<Harm> harm)
    {
        if (harm.First == from || People.CategoryAt(tokens, harm.First - 1, harm.First) is not { } category || groups.Exists(group => group.Last == harm.First))
        {
            return null;
        }
        var at = harm.Last;
        while (at < to && at - harm.Last < FarthestSubject && tokens[at].IsWord && !(tokens[at].Key is "now" or "to" && IsFigure(at + 1)) && !Auxiliaries.Contains(tokens[at].Key))
        {
            at++;
        }
        return at + 1 < to && (tokens[at].IsMark(':') || tokens[at].Key is "now" or "to") && IsFigure(at + 1) && groups.Find(group => group.First == at + 1) is { IsBare: true, IsPart: false } told
            ? [told with { Category = category, Side = People.SideOf(tokens, Math.Max(from, harm.First - 3), harm.First) }] : null;
    }

    /// <summary>"Dead: 4", "wounded - nine"; "injured, nine; brought dead, four" where the label begins.</summary>
    private List<PeopleGroup>? Labelled(PhraseMatch<Harm> harm)
    {
        if (IsLabelAt(harm.First) && PastOwners(harm.Last) is var colon && colon > harm.Last && tokens[colon].IsMark(':') && groups.Find(group => group.First == colon + 1) is { IsPart: false } beside)
        {
            return [beside];
        }
        if (harm.Last + 1 >= to || groups.Find(group => group.First == harm.Last + 1) is not { IsPart: false } told)
        {
            return null;
        }
        var isLabel = tokens[harm.Last].IsMark(':') || tokens[harm.Last].IsMark('=')
            || ((tokens[harm.Last].IsMark(',') || tokens[harm.Last].IsMark('-')) && (harm.First == from || tokens[harm.First - 1].Kind is TokenKind.Mark || tokens[harm.First - 1].Key is "brought") && told.IsBare && (told.Last >= to || tokens[told.Last].Kind is TokenKind.Mark));
        return isLabel ? [told] : null;
    }

    /// <summary>"the dead of that night, a porter and his son", "the wounded, numbering four".</summary>
    private List<PeopleGroup>? Apposed(PhraseMatch<Harm> harm)
    {
        // "two of the wounded, both women, died" is told of the two.
        if (harm.First == from || tokens[harm.First - 1].Key is not ("the" or "its" or "their" or "our") || (harm.First - 1 > from && tokens[harm.First - 2].Key is "of" or "among"))
        {
            return null;
        }
        var at = harm.Last;
        at = at < to && tokens[at].Key is "of" or "in" or "from" ? at + 1 : at;
        while (at > harm.Last && at < to && at - harm.Last < 4 && tokens[at].IsWord && tokens[at].Key is not ("was" or "were" or "are" or "is"))
        {
            at++;
        }
        var isNumbered = at + 1 < to && tokens[at].IsMark(',') && tokens[at + 1].Key is "numbering" or "totalling" or "totaling";
        // "the wounded, nine in all, were moved"
        var isInAll = at + 1 < to && tokens[at].IsMark(',') && groups.Find(group => group.First == at + 1) is { IsBare: true } all && all.Last + 1 < to && tokens[all.Last].Key is "in" && tokens[all.Last + 1].Key is "all" or "number" or "total";
        return at + 1 < to && tokens[at].IsMark(',') ? After(isNumbered ? at + 2 : at + 1, 0, mayBeBare: isNumbered || isInAll)?.FindAll(group => !group.IsPart) is { Count: > 0 } told ? told : null : null;
    }

    /// <summary>"Own: 2 shaheed, 4 wounded": the label says whose they are.</summary>
    private PeopleGroup Labelled(PeopleGroup group)
    {
        if (group is not { Side: null, IsOfSpeaker: false, IsOfEnemy: false } || !(group.IsBare || People.IsFighting(group.Category)))
        {
            return group;
        }
        for (var at = group.First - 1; at > from && !tokens[at].IsMark(';'); at--)
        {
            if (tokens[at].IsMark(':'))
            {
                var label = tokens[at - 1].Key is "cas" or "casualties" or "losses" or "loss" or "side" or "troops" or "tps" && at - 2 >= from ? tokens[at - 2].Key : tokens[at - 1].Key;
                return group with { IsOfSpeaker = label is "own" or "friendly" or "ours" or "our", IsOfEnemy = label is "en" or "enemy" or "hostile" or "hostiles" or "theirs" };
            }
        }
        return group;
    }

    /// <summary>"three people, a man, his wife and a guest, were crushed", "at least five people, four women and a man": who they were, one by one, is none on top.</summary>
    private List<PeopleGroup> WithoutListed(List<PeopleGroup> list)
    {
        if (list.Count < 3 || !list.TrueForAll(group => !group.IsPart && group.Min is not null && (group.Min == group.Max || group == list[0])))
        {
            return list;
        }
        for (var whole = 0; whole + 2 < list.Count; whole++)
        {
            var (end, sum) = (whole + 1, 0);
            while (end < list.Count && sum < list[whole].Min)
            {
                sum += list[end++].Min!.Value;
            }
            var isToEnd = whole == 0 && end == list.Count;
            if (sum == list[whole].Min && end > whole + 2 && (isToEnd || (list[whole].Category is "children" or "all" && end < list.Count && tokens[list[end - 1].Last].IsMark(',')) || (end == list.Count && list[whole].Category is "children"))
                && list.GetRange(whole, end - whole) is var named && named.TrueForAll(group => list[whole].Category is null or "all" || People.IsFighting(group.Category) == People.IsFighting(list[whole].Category)) && !tokens[list[whole + 1].First - 1].IsWord && IsWhole(list[whole], list[whole + 1]) && !AreOfOtherSex(named))
            {
                return [.. list.Take(whole + 1), .. list.Skip(end)];
            }
        }
        return list;
    }

    /// <summary>"five boys, four girls and a woman": no boys are girls.</summary>
    private bool AreOfOtherSex(List<PeopleGroup> named) => SexOf(named[0]) is { } sex && named.Exists(group => SexOf(group) is { } other && other != sex);

    private bool? SexOf(PeopleGroup group) => tokens[group.Last - 1].Key switch
    {
        "boy" or "boys" or "son" or "sons" or "brother" or "brothers" or "man" or "men" or "father" or "husband" or "grandson" or "grandsons" or "nephew" or "nephews" => true,
        "girl" or "girls" or "daughter" or "daughters" or "sister" or "sisters" or "woman" or "women" or "mother" or "wife" or "wives" or "niece" or "nieces" => false,
        _ => null,
    };

    /// <summary>People may be named one by one behind their number; "seven men, six boys and a girl" are no such list.</summary>
    private bool IsWhole(PeopleGroup group, PeopleGroup next) => next is { Min: 1 } || (tokens[group.Last - 1].Key is not "men" && group.Category is null or "all" or "civilians") || (group.Category is "children" && next.Category is "children");

    /// <summary>"60 soldiers were slain; his own side had lost twelve", "the army lost nine, with 16 injured": people, where people are told of.</summary>
    private List<PeopleGroup>? LostOfPeople(PhraseMatch<Harm> harm) => After(harm.Last, 1, mayBeBare: true) is [{ IsBare: true, IsPart: false } told] && ((IsOfForce(harm.First) && (StopsAt(told.Last) || tokens[told.Last].Key is "in" or "during" or "on" or "of")) || (StopsAt(told.Last) && (IsAfterPeople(told) || harms.Exists(other => other.First > told.Last && other.First - told.Last <= FarthestFigure && other.Value.Outcome is Outcome.Killed or Outcome.Injured)))) ? [told] : null;

    /// <summary>"we lost two", "the army lost five in the raid": those who fight lose people, where no things are told of.</summary>
    private bool IsOfForce(int verb)
    {
        var subject = verb - 1;
        while (subject > from && (Auxiliaries.Contains(tokens[subject].Key) || IsAdverb(tokens[subject].Key)))
        {
            subject--;
        }
        return subject >= from && (tokens[subject].Key is "we" or "side" or "army" or "battalion" or "corps" or "unit" or "garrison" or "company" or "brigade" or "patrol" or "party" or "constabulary" or "regiment" or "men" or "group" || (tokens[subject].Key is "they" && verb - 2 <= from) || People.IsFighting(People.CategoryAt(tokens, subject, verb)))
            && !Enumerable.Range(from, verb - from).Any(at => Things.NounAt(tokens, at, to) is not null);
    }

    /// <summary>"Gul Khan lost three sons".</summary>
    private bool IsKin(PeopleGroup group) => tokens[group.Last - 1].Key is "son" or "sons" or "daughter" or "daughters" or "brother" or "brothers" or "sister" or "sisters" or "wife" or "husband" or "father" or "mother" or "parents" or "nephew" or "nephews" or "cousin" or "cousins" or "uncle" or "grandson" or "grandsons" or "grandchildren" or "relatives" or "kinsmen";

    private bool IsFigure(int at) => groups.Exists(group => group.First == at && StopsAt(group.Last));

    /// <summary>"one family had lost a father and his son": who loses kin loses them to death.</summary>
    private bool IsBereft(int verb)
    {
        for (var at = verb - 1; at >= Math.Max(from, verb - FarthestAuxiliary) && tokens[at].IsWord; at--)
        {
            if (tokens[at].Key is "family" or "families" or "household" or "households" or "clan" or "tribe" or "village" or "hamlet" or "mother" or "father" or "parents" or "widow" or "widower" or "couple" or "relatives" or "kin")
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>"three were apprehended in injured condition": who has the verb right before.</summary>
    private List<PeopleGroup>? InTheirState(PhraseMatch<Harm> harm) => tokens[harm.First].Key is "in" && harms.FindLast(other => other.Last == harm.First) is { Value.Outcome: Outcome.Captured } taken ? used.FindLast(other => other.Harm == taken.First).Groups : null;

    /// <summary>"we lost a clerk".</summary>
    private bool IsToldByUs(int verb) => verb > from && (tokens[verb - 1].Key is "we" || (verb - 1 > from && tokens[verb - 1].Key is "have" or "had" or "also" && tokens[verb - 2].Key is "we"));
}
