using BorderMap.Reports.Lexicons;

namespace BorderMap.Reports.Figures;

/// <summary>Counts without a word of harm: "the ministry put it at 15", "it had spoken of 14". They are of the harm told last.</summary>
internal sealed partial class Tolls
{
    private static readonly PhraseTable<bool> Countings = new(
    [
        ("put|puts|putting|placed ..2 it|that|this|figure|number|count|toll|dead at", true),
        ("spoken|spoke|speaks|speak|talked|talks of", true),
        ("first|initial|earlier|previous|original|preliminary|provisional count|toll|figure|tally|estimate|number of|was|is", true),
        ("ministry|army|military|police|hospital|office|ispr|unama|government|kabul|islamabad says|said|counts|counted", true),
    ]);

    private void ReadBare(Toll? before)
    {
        // A harm of the same sentence is nearer than one told before.
        var told = found.FindLast(toll => toll is { IsPart: false, IsZero: false }) ?? before;
        if (told is null or { IsZero: true })
        {
            return;
        }
        ReadAgainst(told);
        ReadNone();
        ReadPair();
        ReadGiven(told, before);
        foreach (var counting in Countings.Find(tokens, from, to))
        {
            if (groups.Find(group => group.First == counting.Last) is not { IsBare: true, Max: not 0 } group || found.Exists(toll => toll.FigureFirst < group.Last && group.First < toll.FigureLast) || !Ends(group.Last))
            {
                continue;
            }
            found.Add(new Toll(told.Outcome, group.Min, group.Max, told.Category, told.Side, counting.First, group.Last, "count")
            {
                IsEarlier = IsEarlier(new PhraseMatch<Harm>(counting.First, counting.Last, new Harm(told.Outcome, Form.Noun), "count"), group),
                IsOfSpeaker = told.IsOfSpeaker,
                IsOfEnemy = told.IsOfEnemy,
                FigureFirst = group.First,
                FigureLast = group.Last,
            });
        }
    }

    /// <summary>"35 of the intruders lay dead against two policemen": so many of the other side.</summary>
    private void ReadAgainst(Toll told)
    {
        foreach (var group in groups.Where(group => !group.IsBare && group.First > from + 1 && tokens[group.First - 1].Key is "against" or "for"))
        {
            var end = group.First - 1;
            end -= tokens[end - 1].IsMark(',') ? 1 : 0;
            if (harms.Exists(harm => harm.Last == end) && !StartsHarm(group.Last) && !found.Exists(toll => toll.FigureFirst < group.Last && group.First < toll.FigureLast))
            {
                found.Add(new Toll(told.Outcome, group.Min, group.Max, group.Category, group.Side, group.First, group.Last, "against") { FigureFirst = group.First, FigureLast = group.Last });
            }
        }
    }

    /// <summary>Whether nothing follows that the number could count.</summary>
    private bool Ends(int at) => at >= to || !tokens[at].IsWord || tokens[at].Key is "the" or "on" or "in" or "at" or "by" or "earlier" or "but" or "and" or "while" or "before" or "yesterday" or "this" or "that" or "for" or "as" or "when" or "after" or "a";
}
