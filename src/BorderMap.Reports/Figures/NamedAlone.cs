using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Figures;

/// <summary>People told by their names alone: "Gul Marjan and Noor Khan were killed", "the dead were named as Zarin, Hamida and Wali Jan".</summary>
internal sealed partial class Tolls
{
    private const int LongestName = 4;

    /// <summary>With those named where a clause begins and killed or hurt behind their names: as many as are named.</summary>
    private List<PeopleGroup> WithNames(List<PeopleGroup> counted)
    {
        var all = counted;
        for (var at = from; at < to && harms.Count > 0; at++)
        {
            if (!IsNameAt(at) || Dates.Months.Is(tokens[at].Key) || !(BeginsClause(at) || IsNamedAs(at) || IsObject(at)))
            {
                continue;
            }
            var (names, last) = NamesFrom(at);
            var isFull = names > 1 || IsFullName(at, last);
            if (IsNamedAs(at) ? names > 1 && StopsAt(last) : IsObject(at) ? isFull && EndsObject(last) : ComesToHarm(last) && (isFull || tokens[last].Key is "and"))
            {
                all = all == counted ? [.. counted] : all;
                all.Add(new PeopleGroup(at, last, names, names, "all", null));
                all.Sort((a, b) => a.First.CompareTo(b.First));
            }
            at = last - 1;
        }
        return all;
    }

    /// <summary>A word of a name: none that says of which side or of what trade somebody is.</summary>
    private bool IsNameAt(int at) => at < to && tokens[at] is { IsWord: true, IsCapital: true, IsAllCapitals: false, IsPossessive: false, Key: { Length: > 2 } key } && !People.Breaks.Contains(key) && !Auxiliaries.Contains(key) && !Adverbs.Contains(key) && !key.EndsWith("day", StringComparison.Ordinal) && !key.EndsWith("ly", StringComparison.Ordinal)
        && !IsSpeech(key) && People.SideOf(tokens, at, at + 1) is null && People.CategoryAt(tokens, at, at + 1) is null && Things.NounAt(tokens, at, to) is null && Numbers.At(tokens, at, to) is null && !groups.Exists(group => group.First <= at && at < group.Last) && !harms.Exists(harm => harm.First <= at && at < harm.Last);

    private bool BeginsClause(int at) => at == from || tokens[at - 1].IsMark(';') || tokens[at - 1].IsMark(':') || tokens[at - 1].IsMark('"') || IsSpeech(tokens[at - 1].Key) || tokens[at - 1].Key is "that" || (tokens[at - 1].Key is "and" or "while" && at - 1 > from && harms.Exists(harm => harm.Last == at - 1));

    /// <summary>"a shell killed Gul Marjan and wounded two".</summary>
    private bool IsObject(int at) => harms.Exists(harm => harm.Last == at && harm.Value is { Outcome: Outcome.Killed or Outcome.Injured, Form: Form.Active or Form.Verb });

    private bool EndsObject(int at) => StopsAt(at) || (tokens[at].Key is "and" && StartsHarm(at + 1)) || tokens[at].Key is "in" or "on" or "at" or "near";

    /// <summary>"were named as", "have been identified as".</summary>
    private bool IsNamedAs(int at) => at - 3 >= from && tokens[at - 1].Key is "as" && tokens[at - 2].Key is "named" or "identified" && Auxiliaries.Contains(tokens[at - 3].Key);

    private int PastNamed(int at) => at + 1 < to && tokens[at].Key is "named" or "identified" && tokens[at + 1].Key is "as" ? at + 2 : at;

    /// <summary>Names joined to each other, each with its age: how many, and where they end.</summary>
    private (int Names, int Last) NamesFrom(int at)
    {
        var (names, last) = (0, at);
        while (IsNameAt(at))
        {
            var end = at;
            while (end - at < LongestName && IsNameAt(end))
            {
                end++;
            }
            last = PastYears(end);
            names++;
            var next = last < to && IsJoint(last) ? last + 1 : to;
            at = next < to && tokens[next].Key is "and" ? next + 1 : next;
        }
        return (names, last);
    }

    /// <summary>"Zarin (35)", "Zarin, 35,": past the age.</summary>
    private int PastYears(int at) => at + 2 < to && (tokens[at].IsMark('(') ? tokens[at + 2].IsMark(')') : tokens[at].IsMark(',') && tokens[at + 2].IsMark(',')) && tokens[at + 1] is { Kind: TokenKind.Number, Value: < 110 } ? (tokens[at].IsMark('(') || (at + 3 < to && Auxiliaries.Contains(tokens[at + 3].Key)) ? at + 3 : at + 2) : at;

    private bool IsFullName(int first, int last) => last - first > 1 && IsNameAt(first + 1);

    /// <summary>Whether a word of harm that people alone come to stands behind, or behind one more who is listed.</summary>
    private bool ComesToHarm(int last)
    {
        var next = last < to && IsJoint(last) ? last + 1 : last;
        next = next > last && next < to && tokens[next].Key is "and" ? next + 1 : next;
        var end = next > last && groups.Find(group => group.First == next && !group.IsBare) is { } other ? other.Last : last;
        return HarmAt(end, out var isPassive) is { } harm && DemandsPeople(harm) && (isPassive ? harm.Value.Form is Form.Verb && EndsPassive(harm.Last) : harm.Value is { Form: Form.Intransitive, Outcome: Outcome.Killed });
    }
}
