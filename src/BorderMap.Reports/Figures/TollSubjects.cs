using BorderMap.Reports.Lexicons;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Figures;

/// <summary>The harmed that stand before their word of harm.</summary>
internal sealed partial class Tolls
{
    /// <summary>"were killed": the group before the auxiliary.</summary>
    private List<PeopleGroup>? Passive(PhraseMatch<Harm> harm) => Auxiliary(harm.First) is { } at ? Left(at, FarthestSubject) : null;

    /// <summary>"had been pulled from the rubble and taken to hospital": the auxiliary of the participle before "and".</summary>
    private List<PeopleGroup>? Coordinated(PhraseMatch<Harm> harm)
    {
        if (harm.First - 1 <= from || !(tokens[harm.First - 1].Key is "and" or "then" || tokens[harm.First - 1].IsMark(',')))
        {
            return null;
        }
        for (var at = harm.First - 2; at > from && harm.First - at <= FarthestAuxiliary; at--)
        {
            if (tokens[at].IsMark(';') || groups.Exists(group => group.First <= at && at < group.Last))
            {
                return null;
            }
            if (Auxiliaries.Contains(tokens[at].Key))
            {
                return Left(tokens[at].Key is "been" or "being" ? at - 1 : at, FarthestSubject);
            }
        }
        return null;
    }

    /// <summary>"the dead were a woman and her son", "the injured are ten", "the only fatality was a porter": who they were.</summary>
    private List<PeopleGroup>? Told(PhraseMatch<Harm> harm, int verb) => harm.First > from && !(harm.First - 1 > from && tokens[harm.First - 2].Key is "among" or "of") && (tokens[harm.First - 1].Key is "the" or "those" or "its" or "their" or "our" || harm.Value.Form is Form.Noun)
        ? After(PastNamed(verb + (verb + 1 < to && tokens[verb + 1].Key is "now" or "already" or "then" or "been" ? 2 : 1)), 0, mayBeBare: true)?.FindAll(group => !group.IsBare || StopsAt(group.Last)) is { Count: > 0 } told ? told : null : null;

    /// <summary>"Killed in the shelling were a farmer and his son."</summary>
    private List<PeopleGroup>? Inverted(PhraseMatch<Harm> harm) => (harm.First == from || tokens[harm.First - 1].Key is "also" or "those") && Being(harm.Last) is { } being ? After(being + 1, 0, mayBeBare: false) : null;

    /// <summary>"3 martyred/5 injured": the next figure has a word of harm behind it.</summary>
    private List<PeopleGroup>? BeforeNext(PhraseMatch<Harm> harm) => groups.Exists(group => group.First == harm.Last && StartsHarm(group.Last)) && groups.Exists(group => group.Last == harm.First) ? Left(harm.First, 1) : null;

    /// <summary>"six guards fell near the bridge": who serves falls, shells fall on houses.</summary>
    private List<PeopleGroup>? Fallen(PhraseMatch<Harm> harm) => tokens[harm.First].Key is "fell" or "fallen" && tokens[harm.Last - 1].Key is "near" or "on" or "inside" or "outside" or "beside" or "around" or "beyond" && (tokens[harm.Last - 1].Key is not "on" || (harm.Last < to && tokens[harm.Last].Key.EndsWith("day", StringComparison.Ordinal)))
        && Left(harm.First, 2) is { } list && list.TrueForAll(group => group.Category is "soldiers" or "police" or "security_forces" or "combatants") ? list : null;

    private bool IsOnly(int harm) => Enumerable.Range(Math.Max(from, harm - 3), harm - Math.Max(from, harm - 3)).Any(at => tokens[at].Key is "only" or "sole" or "lone" or "single" or "first");

    /// <summary>The verb of being after a noun of harm and what belongs to it: "the only death in the raid was".</summary>
    private int? Being(int at)
    {
        for (var end = Math.Min(to, at + FarthestAuxiliary); at < end && tokens[at].IsWord && !harms.Exists(harm => harm.First == at); at++)
        {
            if (tokens[at].Key is "was" or "is" or "were" or "are")
            {
                return at;
            }
        }
        return null;
    }

    private int? Auxiliary(int before)
    {
        for (var at = before - 1; at >= from && before - at <= 4; at--)
        {
            // "were "neutralised""
            if (tokens[at].IsMark('"'))
            {
                continue;
            }
            if (Auxiliaries.Contains(tokens[at].Key))
            {
                // "have been", "had been"
                return at > from && tokens[at].Key is "been" or "being" && (Auxiliaries.Contains(tokens[at - 1].Key) || IsAdverb(tokens[at - 1].Key)) ? at - 1 : at;
            }
            // "six are listed as wounded"
            at -= tokens[at].Key is "as" && at - 1 > from && tokens[at - 1].Key is "listed" or "described" or "counted" or "recorded" or "registered" or "given" or "named" or "logged" or "noted" or "confirmed" ? 1 : 0;
            if (!IsAdverb(tokens[at].Key) && tokens[at + 1].Key is not "as")
            {
                return null;
            }
        }
        return null;
    }

    private List<PeopleGroup>? Subject(int before) => Auxiliary(before) is { } at ? Left(at, FarthestSubject) : null;

    /// <summary>The group, with those listed before it, that ends nearest before a token. Groups inside others are left out where an outer one stands there.</summary>
    private List<PeopleGroup>? Left(int before, int farthest)
    {
        var at = groups.FindLastIndex(group => group.Last <= before && (!group.IsBare || IsAdjacent(group, before)) && !IsOfRelative(group));
        if (at < 0 || before - groups[at].Last > farthest - 1 + Gap(groups[at].Last, before))
        {
            return null;
        }
        if (farthest > 1 && (HasOtherVerb(groups[at].Last, before) || HasBreak(groups[at].Last, before)))
        {
            return null;
        }
        // "three labourers of the contractor were taken": of whom they are is none of them.
        at -= at > 0 && groups[at] is { Min: 1, Max: 1 } && groups[at].First == groups[at - 1].Last + 1 && tokens[groups[at - 1].Last].Key is "of" or "from" or "for" && !groups[at - 1].IsBare ? 1 : 0;
        at -= at > 0 && IsOwnerNamed(groups[at - 1], groups[at]) ? 1 : 0;
        // "six, two having been buried unseen": told of some that are counted already.
        if (at > 0 && groups[at].Last <= before && tokens[groups[at].Last].Key is "having" or "being" && groups[at].First - groups[at - 1].Last <= 2)
        {
            return null;
        }
        var list = new List<PeopleGroup> { groups[at] };
        at = WithListedBefore(list, at);
        // "two were hit, one of whom died": the part alone.
        if (list is [{ IsPart: true } one] && one.Last + 1 < before && tokens[one.Last].Key is "of" && tokens[one.Last + 1].Key is "whom" or "them" && Enumerable.Range(one.Last, before - one.Last).All(next => tokens[next].IsWord))
        {
            return [one with { IsPart = false }];
        }
        // "nine were hit, of whom two died": the two have the verb.
        if (list is [{ IsPart: true } own] && own.First - 2 >= from && tokens[own.First - 1].Key is "whom" or "them" && tokens[own.First - 2].Key is "of" && Enumerable.Range(own.Last, before - own.Last).All(next => tokens[next].IsWord))
        {
            return [own with { IsPart = false }];
        }
        // "one of the wounded, a baker, died": one, told twice.
        if (list is [{ Min: 1, Max: 1 } some, { Min: 1, Max: 1, IsBare: false } who] && tokens[some.First].Key is "one" && tokens[some.First + 1].Key is "of" && tokens[who.First - 1].IsMark(',') && (tokens[who.Last].IsMark(',') || tokens[who.Last].Key is "of" or "from" or "aged"))
        {
            return [who];
        }
        // "a farmer, a man of sixty, died": one, told twice.
        if (list is [{ Min: 1, Max: 1 } same, { Min: 1, Max: 1, IsNamed: false } again] && (!same.IsNamed || (again.Last < before && tokens[again.Last].Key is "of" or "from")) && again.First - same.Last == 1 && tokens[same.Last].IsMark(','))
        {
            return [same];
        }
        var whole = list.FindAll(group => !group.IsPart);
        // "six soldiers and five civilians, one of them a woman, were hurt": the whole is a list as well.
        if (whole.Count == 0 && at > 0 && groups[at].First - PastOrigin(groups[at - 1].Last) <= 5)
        {
            list.Insert(0, groups[--at]);
            WithListedBefore(list, at);
        }
        return list;
    }

    /// <summary>"the death of a teacher, and five hurt": behind the comma others are counted.</summary>
    private bool IsApart(PeopleGroup before, PeopleGroup bare) => IsQualified(before) || bare is { IsBare: true, IsUnknown: false } && !before.IsBare && bare.First - 2 >= from && tokens[bare.First - 1].Key is "and" && tokens[bare.First - 2].IsMark(',') && used.Exists(other => other.Harm < before.First);

    /// <summary>"lost 58 men and 30 others were wounded": the men have a verb of their own before them.</summary>
    private bool IsTaken(PeopleGroup group) => used.Exists(other => other.Harm < group.First && other.Groups.Contains(group));

    /// <summary>A number without a noun counts where nothing else stands between it and its verb: "two were killed", but not "cattle of two families perished".</summary>
    private bool IsAdjacent(PeopleGroup group, int before)
    {
        var isVague = (group.Min is null && group.Max is null) || (group.Max is 0 && !Asks(group.Last, before));
        // "another five, he said, were hurt"
        for (var at = group.Last < before && tokens[group.Last].IsMark(',') ? Math.Min(before, PastTelling(group.Last)) : group.Last; at < before; at++)
        {
            if (isVague && tokens[at].Key is "in" or "at" or "from" or "on" or "across" or "inside" or "among" or "near" or "under" or "within" or "aboard")
            {
                return true;
            }
            if (tokens[at].IsWord && !(tokens[at].Key is "as" && at == before - 1) && !IsAdverb(tokens[at].Key) && !Auxiliaries.Contains(tokens[at].Key) && tokens[at].Key is not "people" and not "their" and not "its" and not "our" and not "to" and not "more" and not "of" and not "them" and not "theirs" and not "ours" and not "us" and not "which" and not "who" and not "whom")
            {
                return at > group.Last && tokens[group.Last].Kind is TokenKind.Mark && before > at && tokens[before - 1].Kind is TokenKind.Mark;
            }
        }
        return true;
    }

    /// <summary>"nobody at the ministry would say who was hit": no harm of nobody.</summary>
    private bool Asks(int first, int last) => Enumerable.Range(first, last - first).Any(at => tokens[at].Key is "who" or "whom" or "how" or "whether" or "if" or "when" or "what" or "why" or "that" or "would" or "could" or "can" or "will" or "knew" or "knows" or "remember" or "remembers" or "remembered" or "recalls" or "said" or "saw" or "and" or "as" or "while");

    /// <summary>Adverbs, a bracket, and whose they are ("two men of the patrol", "counts four as wounded") between a group and its word of harm count for nothing.</summary>
    private int Gap(int last, int before)
    {
        var gap = 0;
        var origin = last < before && tokens[last].Key is "of" or "from" ? PastOrigin(last) : last;
        if (origin == before || (origin > last && origin == before - 1 && (tokens[origin].Key is "as" || tokens[origin].IsMark('"'))))
        {
            return before - last;
        }
        gap += before - 1 >= last && tokens[before - 1].Key is "as" ? 1 : 0;
        // "One boy, 11, dead; two injured"
        gap += before - last == 3 && tokens[last].IsMark(',') && tokens[last + 1].Kind is TokenKind.Number && tokens[before - 1].IsMark(',') && groups.Exists(group => group is { Min: 1, Max: 1, IsBare: false } && group.Last == last) ? 3 : 0;
        // "left three people, including a child, dead"
        gap += last == before - 1 && tokens[last].IsMark(',') && groups.Exists(group => group.Last == last && group.IsPart) ? 1 : 0;
        for (var at = last; at < before; at++)
        {
            gap += IsAdverb(tokens[at].Key) || tokens[at].Key is "of" or "them" or "their" or "its" or "our" or "theirs" or "ours" or "us" || tokens[at].IsMark('(') || tokens[at].IsMark(':') || tokens[at].IsMark('"') ? 1 : 0;
        }
        return gap;
    }

    private bool HasBreak(int first, int last)
    {
        var isAside = last - first > 2 && tokens[first].IsMark(',') && tokens[last - 1].IsMark(',');
        for (var at = first; at < last; at++)
        {
            // "two guards fled and cattle of three families perished": another subject.
            // "the house of a porter, when it was hit": the house.
            if (tokens[at].IsMark(';') || (at == last - 1 && tokens[at].Key is "it" && !(at > first && IsWhere(tokens[at - 1].Key))) || (!isAside && tokens[at].Key is "and" && at + 2 < last && tokens[at + 1].IsWord && tokens[at + 2].Key is "of"))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>"Three were killed and one was captured": people are told of, no posts.</summary>
    private bool IsAfterPeople(PeopleGroup group) => found.Exists(toll => toll is { Outcome: Outcome.Killed or Outcome.Injured } && toll.Last <= group.First) && found.FindLast(toll => toll.Last <= group.First)!.Last is var told && !Enumerable.Range(told, group.First - told).Any(at => Things.NounAt(tokens, at, to) is not null);

    /// <summary>"killed nine of them and captured four": of people, where people are told of.</summary>
    private List<PeopleGroup>? CapturedToo(PhraseMatch<Harm> harm) => harm.Value.Outcome is Outcome.Captured && harm.First > from && tokens[harm.First - 1].Key is "and" && groups.Find(group => group.First == harm.Last) is { IsBare: true, IsPart: false, Min: > 0 } taken && StopsAt(taken.Last) && IsAfterPeople(taken) ? [taken] : null;

    /// <summary>"Three guards, abducted on Monday, are still held": a participle behind a comma is theirs.</summary>
    private List<PeopleGroup>? Reduced(PhraseMatch<Harm> harm) => harm.First - 1 > from && tokens[harm.First - 1].IsMark(',') && EndsPassive(harm.Last) && groups.FindLast(group => group.Last < harm.First && !group.IsBare) is { } group && (group.Last == harm.First - 1 || (IsWhere(tokens[group.Last].Key) && harm.First - group.Last <= 5)) ? Left(group.Last, 1) : Placed(harm);

    /// <summary>"Three labourers on the fence taken by gunmen": where they were stands between, and no verb.</summary>
    private List<PeopleGroup>? Placed(PhraseMatch<Harm> harm) => EndsPassive(harm.Last) && groups.FindLast(group => group.Last < harm.First) is { IsBare: false, Min: > 0 } group && IsWhere(tokens[group.Last].Key) && harm.First - group.Last <= 5
        && Enumerable.Range(group.Last, harm.First - group.Last).All(at => tokens[at].IsWord && tokens[at].Key is not ("and" or "who" or "had" or "has" or "have" or "that") && !Auxiliaries.Contains(tokens[at].Key) && !harms.Exists(other => other.First == at)) ? Left(group.Last, 1) : null;

    /// <summary>"our men were martyred, four of them": how many, behind.</summary>
    private List<PeopleGroup>? Behind(PhraseMatch<Harm> harm) => harm.Last + 1 < to && tokens[harm.Last].IsMark(',') && groups.Find(group => group.First == harm.Last + 1) is { } told && told.Last + 1 < to && tokens[told.Last].Key is "of" or "in" && tokens[told.Last + 1].Key is "them" or "all" or "total" or "number" && (told.Last + 2 >= to || tokens[told.Last + 2].Kind is TokenKind.Mark)
        && FirstNounBefore(harm.First) is var noun && !Enumerable.Range(noun, harm.First - noun).Any(at => Things.NounAt(tokens, at, to) is not null) && People.CategoryAt(tokens, noun, harm.First) is { } category ? [told with { IsPart = false, Category = told.Category ?? category }] : null;

    private int FirstNounBefore(int harm)
    {
        var at = harm - 1;
        while (at > from && harm - at < 5 && People.CategoryAt(tokens, at, harm) is null)
        {
            at--;
        }
        return at;
    }

    /// <summary>"a porter whom our man saw had lost an arm", "a guard, hit by a sniper, died", "the house of a baker was hit": our man, sniper and baker are none of them.</summary>
    private bool IsOfRelative(PeopleGroup group) => group.First > from && ((tokens[group.First - 1].Key is "whom" && !(group.IsBare && group.First - 2 >= from && tokens[group.First - 2].Key is "of")) || tokens[group.First - 1].Key is "by" || (group.First - 2 >= from && tokens[group.First - 1].Key is "of" && Things.NounAt(tokens, group.First - 2, to) is not null));

    private bool IsFigureAt(int at) => Numbers.Whole(tokens, at, to) is not null;

    /// <summary>Another verb of harm between a group and this one takes the group, unless it stands in a clause about them: "three who were hurt on Monday died".</summary>
    private bool HasOtherVerb(int first, int last) => harms.Exists(harm => harm.First >= first && harm.Last <= last && harm.Value.Form is not (Form.Noun or Form.Count)) && !IsRelative(first, last);

    /// <summary>"(three soldiers) who were wounded on Monday (died)", "(four men), who had been seized, (were let go)".</summary>
    private bool IsRelative(int first, int last)
    {
        var isAside = first < last && tokens[first].IsMark(',');
        var who = isAside ? first + 1 : first;
        return who < last && tokens[who].Key is "who" && !groups.Exists(group => group.First > who && group.Last < last) && Enumerable.Range(who, last - who).All(at => tokens[at].IsWord || tokens[at].Kind is Reading.TokenKind.Number || (isAside && at == last - 1 && tokens[at].IsMark(',')))
            && harms.FindAll(harm => harm.First > who && harm.Last <= last).Count == 1;
    }
}
