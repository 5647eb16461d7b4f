using BorderMap.Reports.Lexicons;

namespace BorderMap.Reports.Figures;

/// <summary>Figures set before their word of harm where others stand behind it: "two we have buried", "three as the number of killed"; and the harmed told after their speaker, "the dead, the clinic says, were two women".</summary>
internal sealed partial class Tolls
{
    /// <summary>"Two I buried", "six he called captured", "five of these he believed dead": who did or says it stands between.</summary>
    private List<PeopleGroup>? Fronted(PhraseMatch<Harm> harm)
    {
        var subject = harm.First - 1;
        while (subject > from && harm.First - subject <= 2 && (tokens[subject].Key is "have" or "had" || IsDeeming(tokens[subject].Key)))
        {
            subject--;
        }
        if (subject <= from || tokens[subject].Key is not ("i" or "we" or "they" or "he" or "she") || !(StopsAt(harm.Last) || EndsPassive(harm.Last)))
        {
            return null;
        }
        return groups.FindLast(group => group.Last <= subject && PastOrigin(group.Last) == subject) is { IsPart: false, Max: not 0 } told && (told.First == from || !tokens[told.First - 1].IsWord || tokens[told.First - 1].Key is "and" or "but") ? [told] : null;
    }

    /// <summary>"a single fatality": counted, no article.</summary>
    private bool IsSingle(PeopleGroup group) => group.Last - group.First is 2 && tokens[group.First + 1].Key is "single" or "lone" or "solitary" or "sole";

    private static bool IsDeeming(string key) => key is "called" or "calls" or "believed" or "believes" or "reported" or "reports" or "counted" or "counts" or "considered" or "considers" or "thought" or "thinks" or "declared" or "listed" or "lists" or "named" or "presumed" or "feared";

    /// <summary>"put three as the number of killed", "six is the death toll", "put at eleven the number of dead".</summary>
    private List<PeopleGroup>? BeforeNumber(PhraseMatch<Harm> harm) => harm.First - 2 > from && tokens[harm.First - 1].Key is "the" or "its" or "their" or "his" && groups.Find(group => (group.Last + 2 == harm.First && tokens[group.Last].Key is "as" or "is" or "was") || (group.Last + 1 == harm.First && group.First > from && tokens[group.First - 1].Key is "at")) is { IsBare: true, IsPart: false } told ? [told] : null;

    /// <summary>"the dead, the clinic says, were two women", "the dead of Saturday night were a porter and his son": the verb of being, past whose they are or who tells it.</summary>
    private int? BeingAfter(int at)
    {
        var end = at;
        if (at < to && tokens[at].IsMark(','))
        {
            end = PastTelling(at);
        }
        else if (at < to && tokens[at].Key is "on" or "of" or "among" or "from" or "in")
        {
            end = PastNouns(at + 1);
        }
        return end + 1 < to && tokens[end].Key is "were" or "are" or "was" or "is" ? end : null;
    }

    private int PastNouns(int at)
    {
        var end = at;
        while (end < to && end - at <= LongestOwners && tokens[end].IsWord && !IsCounting(tokens[end].Key) && !Auxiliaries.Contains(tokens[end].Key) && !harms.Exists(harm => harm.First == end))
        {
            end++;
        }
        return end;
    }

    /// <summary>"four guards wounded, one of whom is critical", "27 wounded; five are in critical condition": some of the wounded, told once more.</summary>
    private bool IsWorseOff(PhraseMatch<Harm> harm, PeopleGroup group)
    {
        if (harm.Value.Outcome is not Outcome.Injured)
        {
            return false;
        }
        var isOfThem = group.Last + 1 < to && tokens[group.Last].Key is "of" && tokens[group.Last + 1].Key is "whom" or "them" or "these";
        var isGrave = group is { IsBare: true, IsAdded: false } && Enumerable.Range(harm.First, harm.Last - harm.First).Any(at => tokens[at].Key is "critical" or "condition" or "intensive" or "fighting");
        var hurt = found.FindLast(toll => toll is { Outcome: Outcome.Injured, IsPart: false } && toll.Last <= group.First) ?? (found.Count == 0 && toldBefore is { Outcome: Outcome.Injured, IsPart: false } ? toldBefore : null);
        return hurt is not null && hurt.Min > group.Min && (isGrave || (isOfThem && !found.Exists(toll => toll is { Outcome: Outcome.Killed, IsPart: false, IsZero: false } && toll.Last <= group.First)));
    }
}
