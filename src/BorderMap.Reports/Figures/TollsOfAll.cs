namespace BorderMap.Reports.Figures;

/// <summary>Those counted before, all of whom came to harm: "intercepted sixteen men and killed all of them", "eight crossed; none survived".</summary>
internal sealed partial class Tolls
{
    private const int FarthestWhole = 45;

    private void ReadAllOfThem()
    {
        foreach (var harm in harms)
        {
            if (harm.Value.Outcome is not (Outcome.Killed or Outcome.Injured or Outcome.Captured) || harm.Value.Form is not (Form.Verb or Form.Active or Form.Intransitive or Form.Count or Form.People or Form.Taking)
                || found.Exists(toll => toll.First < harm.Last && harm.First < toll.Last && toll.Min is not 1))
            {
                continue;
            }
            var all = AllBefore(harm.First);
            if (all is not null || IsAllAfter(harm.Last) || Enumerable.Range(harm.First, harm.Last - harm.First).Any(at => tokens[at].Key is "them"))
            {
                AddWhole(harm.Value.Outcome, all ?? harm.First, harm.Last, harm.Cue);
            }
        }
        for (var at = from; at + 1 < to && to - from < FarthestWhole; at++)
        {
            if (tokens[at].Key is "none" or "nobody" && tokens[at + (at + 3 < to && tokens[at + 1].Key is "of" ? 3 : 1)].Key is "survived" or "escaped")
            {
                found.RemoveAll(toll => toll.IsZero && toll.First == at);
                AddWhole(Outcome.Killed, at, at + 2, "none survived");
            }
        }
    }

    private void AddWhole(Outcome outcome, int first, int last, string cue)
    {
        if (WholeBefore(first) is not { } whole || found.Exists(toll => toll.Outcome == outcome && toll.FigureFirst == whole.First))
        {
            return;
        }
        // "every one of them was killed": of the one no count.
        found.RemoveAll(toll => toll.Outcome == outcome && toll.FigureFirst >= first && toll.FigureLast <= last);
        found.Add(new Toll(outcome, whole.Min, whole.Max, whole.Category, whole.Side, first, last, cue) { FigureFirst = whole.First >= from ? whole.First : first, FigureLast = whole.First >= from ? whole.Last : last, IsOfSpeaker = whole.IsOfSpeaker, IsOfEnemy = whole.IsOfEnemy });
    }

    /// <summary>"all of them were", "they were all", "every one of them", "the whole party was": where such a subject begins.</summary>
    private int? AllBefore(int verb)
    {
        var at = verb;
        var isAll = false;
        while (at > from && verb - at < FarthestAuxiliary && (Auxiliaries.Contains(tokens[at - 1].Key) || IsAdverb(tokens[at - 1].Key)))
        {
            isAll |= tokens[--at].Key is "all" or "both";
        }
        if (isAll)
        {
            return at > from && tokens[at - 1] is { IsWord: true, Key: not ("and" or "but" or "they" or "who" or "that" or "said" or "whom" or "them") } ? null : at;
        }
        if (at - 2 >= from && tokens[at - 2].Key is "of" && tokens[at - 1].Key is "them" or "whom")
        {
            return at - 3 >= from && tokens[at - 3].Key is "all" or "both" ? at - 3 : at - 4 >= from && tokens[at - 3].Key is "one" && tokens[at - 4].Key is "every" or "each" ? at - 4 : null;
        }
        // "all eleven were eliminated"
        if (at - 2 >= from && tokens[at - 2].Key is "all" && IsFigureAt(at - 1))
        {
            return at - 2;
        }
        return at - 3 >= from && tokens[at - 3].Key is "the" && tokens[at - 2].Key is "whole" or "entire" && tokens[at - 1].Key is "group" or "party" or "band" or "gang" or "squad" or "team" or "lot" ? at - 3 : null;
    }

    private bool IsAllAfter(int at) => at < to && (tokens[at].Key is "all" or "both" or "them" or "the" or "every" or "each") && (at + 1 >= to ? tokens[at].Key is "all" or "them" or "both" : (tokens[at].Key, tokens[at + 1].Key) switch
    {
        ("all" or "both", "of") => at + 2 < to && tokens[at + 2].Key is "them",
        ("them", "all" or "both") => true,
        ("every" or "each", "one") => true,
        ("the", "lot") => true,
        ("the", "whole" or "entire") => at + 2 < to && tokens[at + 2].Key is "group" or "party" or "band" or "gang" or "squad" or "team" or "lot",
        ("all" or "them", _) => !tokens[at + 1].IsWord || tokens[at + 1].Key is "in" or "after" or "on" or "before" or "near" or "during" or "at",
        _ => false,
    });

    /// <summary>The people counted last before, in the sentence or the one before it.</summary>
    private PeopleGroup? WholeBefore(int at)
    {
        if (groups.FindLast(group => group.Last <= at && group is { IsBare: false, IsPart: false, Min: not 0 }) is { } here)
        {
            return here.Min is > 1 ? here : null;
        }
        var begin = from;
        for (var stops = 0; begin > 0 && from - begin < FarthestWhole; begin--)
        {
            if (tokens[begin - 1].IsMark('.') && ++stops > 1)
            {
                break;
            }
        }
        return People.Find(tokens, begin, from).FindLast(group => group is { IsBare: false, IsPart: false, Min: not 0 }) is { Min: > 1 } before ? before : null;
    }
}
