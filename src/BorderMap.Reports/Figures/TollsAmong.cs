namespace BorderMap.Reports.Figures;

/// <summary>Who some of those counted before were: "five civilians were among the wounded", "four of the dead were children".</summary>
internal sealed partial class Tolls
{
    private void ReadAmong()
    {
        for (var at = from + 1; at + 2 < to; at++)
        {
            if (tokens[at + 1].Key is not "the" || OutcomeOf(tokens[at + 2].Key) is not { } outcome)
            {
                continue;
            }
            if (tokens[at].Key is "among" && Among(at) is { Count: > 0 } some)
            {
                AddPart(outcome, some, at + 3);
            }
            else if (tokens[at].Key is "of" && at + 4 < to && tokens[at + 3].Key is "was" or "were" && groups.Find(group => group.Last == at && group is { IsBare: true, Min: > 0 }) is { } few && People.CategoryAt(tokens, at + 4, to) is { } category)
            {
                AddPart(outcome, [few with { Category = category }], at + 5);
            }
        }
    }

    private static Outcome? OutcomeOf(string key) => key is "dead" or "killed" or "deceased" or "slain" ? Outcome.Killed : key is "wounded" or "injured" or "hurt" ? Outcome.Injured : null;

    /// <summary>The people before "were among".</summary>
    private List<PeopleGroup> Among(int at)
    {
        var end = at;
        while (end > from && (Auxiliaries.Contains(tokens[end - 1].Key) || tokens[end - 1].Key is "also"))
        {
            end--;
        }
        var number = end == at ? -1 : groups.FindLastIndex(group => group.Last == end && group is { IsBare: false, Min: > 0, Max: not null });
        var list = new List<PeopleGroup>();
        for (var first = end; number >= 0 && (groups[number].Last == first || IsJoined(groups[number].Last, first)); number--)
        {
            list.Insert(0, groups[number]);
            first = groups[number].First;
        }
        return list;
    }

    private void AddPart(Outcome outcome, List<PeopleGroup> list, int last)
    {
        var (first, end) = (list[0].First, list[^1].Last);
        if (found.Exists(toll => toll.FigureFirst < end && first < toll.FigureLast))
        {
            return;
        }
        var category = list.TrueForAll(group => group.Category == list[0].Category) ? list[0].Category : list.Exists(group => People.IsFighting(group.Category)) ? "all" : "civilians";
        found.Add(new Toll(outcome, list.Sum(group => group.Min), list.Sum(group => group.Max), category, list[0].Side, first, last, "among") { IsPart = true, FigureFirst = first, FigureLast = end });
    }
}
