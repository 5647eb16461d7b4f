using BorderMap.Reports.Lexicons;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Figures;

/// <summary>Groups told one after the other, which one word of harm has together.</summary>
internal sealed partial class Tolls
{
    /// <summary>Puts those listed before a group before it; the number of the first.</summary>
    private int WithListedBefore(List<PeopleGroup> list, int at)
    {
        while (at > 0)
        {
            // "14 civilians, three of them children, and nine soldiers": past the part.
            var before = at > 1 && !groups[at].IsPart && groups[at - 1].IsPart && !groups[at - 2].IsPart && IsAside(groups[at - 2], groups[at - 1]) && IsJoined(PastThem(groups[at - 1]), groups[at].First) ? at - 2 : -1;
            if (before >= 0 && !IsTaken(groups[before]) && !IsApart(groups[before], groups[at]))
            {
                list.Insert(0, groups[at = before]);
                continue;
            }
            if (!IsListedWith(groups[at - 1], groups[at]))
            {
                return at;
            }
            list.Insert(0, groups[--at]);
        }
        return at;
    }

    /// <summary>"14 civilians, three of them": some of those right before the comma.</summary>
    private bool IsAside(PeopleGroup whole, PeopleGroup part) => part.First == whole.Last + 1 && tokens[whole.Last].IsMark(',') && (part.Min is null || whole.Min > part.Min);

    /// <summary>"three of them children", "one of them a woman": to the comma.</summary>
    private int PastThem(PeopleGroup part)
    {
        var at = part.Last;
        while (at < to && at - part.Last < LongestAside && tokens[at].IsWord && tokens[at].Key is not "and" && !Auxiliaries.Contains(tokens[at].Key))
        {
            at++;
        }
        return at + 1 < to && tokens[at].IsMark(',') && tokens[at + 1].Key is "and" ? at : part.First;
    }

    private bool IsListedWith(PeopleGroup before, PeopleGroup next) => before.IsPart == next.IsPart && !IsTaken(before) && !(before.IsBare && next.IsBare && tokens[next.First - 1].Key is "with") && !IsApart(before, next) && IsJoined(before.Last, next.First);

    /// <summary>"the toll stands at 20 children and 15 adults": those listed behind the first.</summary>
    private IEnumerable<PeopleGroup> ListedAfter(PeopleGroup group)
    {
        for (var at = groups.IndexOf(group); !group.IsBare && at >= 0 && at + 1 < groups.Count && groups[at + 1] is { IsBare: false, IsPart: false } && IsJoined(groups[at].Last, groups[at + 1].First); at++)
        {
            yield return groups[at + 1];
        }
    }

    /// <summary>"a toll of 20 children and 15 adults killed": the fifteen are summed already; "the funeral of two men was held": the dead are no captives.</summary>
    private bool IsTold(PhraseMatch<Harm> harm, List<PeopleGroup> list) => found.Exists(toll => toll is { IsPart: false } && (toll.Outcome == harm.Value.Outcome ? toll.FigureFirst < list[0].First && list[^1].Last == toll.FigureLast : harm.Value.Outcome is Outcome.Captured && toll.Outcome is Outcome.Killed && toll.FigureFirst == list[0].First && toll.FigureLast == list[^1].Last));

    private bool IsJoined(int last, int first)
    {
        var depth = 0;
        if (first == last || (first - PastOwner(last, first) > 3 && !tokens[last].IsMark('(') && !IsName(last) && !IsDashed(last, first) && !IsNamedBehind(last, first)))
        {
            return false;
        }
        if (IsDashed(last, first))
        {
            return true;
        }
        for (var at = PastOwner(last, first); at < first; at++)
        {
            depth += tokens[at].IsMark('(') ? 1 : 0;
            if (depth > 0)
            {
                depth -= tokens[at].IsMark(')') ? 1 : 0;
                continue;
            }
            // "1 child KIA, 4 civ WIA": the first has its own word of harm.
            if (harms.Exists(harm => harm.First <= at && at < harm.Last) || IsOtherParty(at, first) || !(tokens[at].IsMark(',') || tokens[at].IsMark('&') || tokens[at].IsMark('+') || tokens[at].Key is "and" or "along" or "with" or "as" or "well" or "plus" or "the" || (tokens[at].Key is "those" or "that" or "of" && tokens[last].Key is "and" && !(tokens[at].Key is "that" && at + 1 == first)) || tokens[at].IsPossessive || IsName(at)))
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>"Pakistan lost nine men and the Taliban six fighters": the figure behind the name is what those lost.</summary>
    private bool IsOtherParty(int at, int figure) => at + 1 == figure && tokens[at].Key is "taliban" or "army" or "pakistan" or "afghanistan" or "pakistanis" or "afghans" or "islamabad" or "kabul";

    private static bool IsWhere(string key) => key is "in" or "at" or "inside" or "near" or "beside" or "outside" or "under" or "on" or "behind";

    /// <summary>"two members of the patrol and a shepherd": past whose they are.</summary>
    private int PastOwner(int last, int first)
    {
        // "a girl fetching water and a havildar": what she did.
        if (last < first && tokens[last] is { IsWord: true, IsCapital: false, Key: { Length: > 5 } doing } && doing.EndsWith("ing", StringComparison.Ordinal) && doing is not ("during" or "including"))
        {
            var and = last + 1;
            while (and < first && and - last <= 4 && tokens[and].IsWord && tokens[and].Key is not "and" && !harms.Exists(harm => harm.First == and))
            {
                and++;
            }
            return and == first - 1 && tokens[and].Key is "and" ? and : last;
        }
        if (last >= first || !(tokens[last].Key is "of" or "from" || (IsWhere(tokens[last].Key) && !groups.Exists(group => group.IsBare && (group.Last == last || group.First == first)))))
        {
            return last;
        }
        // "four women in a courtyard, two boys at the gate": where they were, but "two men in Khost, a boy in Spera" are two happenings.
        var at = last + 1;
        while (at < first && at - last <= 4 && (tokens[at].IsWord || tokens[at].Kind is TokenKind.Number) && tokens[at].Key is not "and" && !Auxiliaries.Contains(tokens[at].Key) && !harms.Exists(harm => harm.First == at) && !(IsWhere(tokens[last].Key) && tokens[at].IsCapital))
        {
            at++;
        }
        return at < first && !(IsWhere(tokens[last].Key) && tokens[at].Key is "and") && (tokens[at].Key is "and" || tokens[at].IsMark(',')) ? at : last;
    }

    /// <summary>"a woman called Zarlakhta and two children": her name.</summary>
    private bool IsName(int at) => tokens[at].Key is "called" or "named" || (tokens[at].IsWord && tokens[at].IsCapital);

    /// <summary>"its owner, Swat Gul, and a nephew": what he is called, between commas.</summary>
    private bool IsNamedBehind(int last, int first) => last + 3 < first && tokens[last].IsMark(',') && tokens[last + 1] is { IsWord: true, IsCapital: true };

    /// <summary>"nine children - five boys and four girls - and a woman".</summary>
    private bool IsDashed(int last, int first)
    {
        if (first - last < 4 || !tokens[last].IsMark('-') || tokens[first - 1].Key is not "and")
        {
            return false;
        }
        return tokens[first - 2].IsMark('-');
    }

    /// <summary>"Nine of the dead were from Puskach": a figure of its place; "nine of the dead were women" is a part.</summary>
    private List<PeopleGroup>? FromPlace(PhraseMatch<Harm> harm)
    {
        var isOfPlace = false;
        for (var at = harm.Last; at < Math.Min(to, harm.Last + FarthestSubject) && !isOfPlace; at++)
        {
            if (tokens[at].Key is "was" or "were" or "came" or "died")
            {
                isOfPlace = at + 1 < to && tokens[at + 1].Key is "from" or "in" or "at";
                break;
            }
        }
        return isOfPlace ? Left(harm.First, 1) : null;
    }
}
