using BorderMap.Reports.Lexicons;

namespace BorderMap.Reports.Figures;

/// <summary>Counts without a word of harm: "the ministry put it at 15", "it had spoken of 14". They are of the harm told last.</summary>
internal sealed partial class Tolls
{
    private static readonly PhraseTable<bool> Countings = new(
    [
        ("put|puts|putting|placed|had|has|have|having ..2 it|that|this|figure|number|count|toll|dead at", true),
        ("spoken|spoke|speaks|speak|talked|talks of", true),
        ("taking|takes|took|bringing|brings|brought|pushing|pushed|raising|raised|lifting|lifted|putting|carrying|making the|its|their ..2 tally|total|figure|number|count|score|losses|dead ..4 to", true),
        ("revising|revised|revises|correcting|corrected|corrects|amending|amended|updating|updated|raising|raised|lowering|lowered this|that|it|them ..2 to", true),
        ("the|that|this|its|their number|figure|count|tally|total has|had|have? now|since|already|then|meanwhile? reached|passed", true),
        ("the|that|this|its|their number|figure|count|tally|total has|had|have? now|since|already|then|meanwhile? rose|risen|grew|grown|climbed|went|gone|jumped|increased|come|came up? to", true),
        ("the|that|this|its|their number|figure|count|tally|total now|since|already|then? stood|stands|remained|remains now|still? at", true),
        ("the|that|this|its|their number|figure|count|tally|total is|was now|then|already?", true),
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
        ReadPutToo();
        ReadNone();
        ReadPair();
        ReadGiven(told, before);
        foreach (var counting in Countings.Find(tokens, from, to))
        {
            // 'puts it at "60 to 70 fighters"'
            var isQuoted = counting.Last + 1 < to && tokens[counting.Last].IsMark('"');
            if (groups.Find(group => group.First == counting.Last + (isQuoted ? 1 : 0)) is not { Max: not 0, IsPart: false } group || !(group.IsBare || tokens[counting.Last - 1].Key is "at") || found.Exists(toll => toll.FigureFirst < group.Last && group.First < toll.FigureLast) || !Ends(group.Last))
            {
                continue;
            }
            // "over 70 were killed, he said, revising this later to 80": the 70 hold no longer.
            if (tokens[counting.First + 1].Key is "this" or "that" or "it" or "them" && tokens[counting.Last - 1].Key is "to" && found.IndexOf(told) is >= 0 and var replaced && !told.IsAdded)
            {
                found[replaced] = told with { IsEarlier = true };
            }
            // "four more were killed, taking the total to nine": the four are of the nine.
            if (tokens[counting.Last - 1].Key is "to" && found.IndexOf(told) is >= 0 and var added && told.IsAdded)
            {
                found[added] = told with { IsPart = true };
            }
            found.Add(new Toll(told.Outcome, group.Min, group.Max, group.Category ?? told.Category, group.Side ?? told.Side, counting.First, group.Last, "count")
            {
                IsEarlier = IsEarlier(new PhraseMatch<Harm>(counting.First, counting.Last, new Harm(told.Outcome, Form.Noun), "count"), group),
                IsOfSpeaker = told.IsOfSpeaker,
                IsOfEnemy = told.IsOfEnemy,
                FigureFirst = group.First,
                FigureLast = group.Last,
            });
        }
    }

    /// <summary>"The army put its dead at six, the ministry at nine": the verb is said once.</summary>
    private void ReadPutToo()
    {
        foreach (var group in groups.FindAll(group => group is { IsBare: true, IsPart: false, Max: not 0 } && group.First > from && tokens[group.First - 1].Key is "at" && IsFree(group) && StopsAt(group.Last)))
        {
            if (found.FindLast(toll => toll is { IsPart: false, IsZero: false } && toll.FigureFirst > from && toll.FigureFirst < group.First && tokens[toll.FigureFirst - 1].Key is "at") is { } put && Enumerable.Range(put.FigureLast, group.First - put.FigureLast).Any(at => tokens[at].IsMark(';') || tokens[at].IsMark(',') || tokens[at].Key is "and" or "while" or "but") && !harms.Exists(harm => harm.First > put.FigureLast && harm.First < group.First))
            {
                found.Add(Another(put, group));
            }
        }
    }

    /// <summary>"35 of the intruders lay dead against two policemen", "58 had died, compared with nine on the Afghan side": so many of the other side.</summary>
    private void ReadAgainst(Toll told)
    {
        foreach (var group in groups.Where(group => group is { IsPart: false, IsUnknown: false } && group.First > from + 1 && tokens[group.First - 1].Key is "against" or "for" or "with" or "to" or "versus"))
        {
            var end = group.First - 1;
            end -= tokens[end].Key is "with" or "to" ? tokens[end - 1].Key is "compared" or "opposed" ? 1 : end : 0;
            end -= end > from && tokens[end - 1].Key is "as" ? 1 : 0;
            end -= end > from && tokens[end - 1].IsMark(',') ? 1 : 0;
            if (end > from && harms.Exists(harm => harm.Last == end) && (!group.IsBare || (tokens[group.First - 1].Key is not "for" && HasPlaceAt(group.Last))) && !StartsHarm(group.Last) && !found.Exists(toll => toll.FigureFirst < group.Last && group.First < toll.FigureLast))
            {
                found.Add(new Toll(told.Outcome, group.Min, group.Max, group.Category, group.Side ?? (group.IsBare ? People.SideOf(tokens, group.Last, Math.Max(group.Last, EndOfPlace(group.Last))) : null), group.First, group.Last, "against") { FigureFirst = group.First, FigureLast = group.Last });
            }
        }
    }

    /// <summary>Whether nothing follows that the number could count.</summary>
    /// <summary>"KIA 2 WIA 5": the figures stand behind their words, one after the other.</summary>
    private bool IsFigureBehind(PhraseMatch<Harm> harm) => groups.Exists(group => group.First == harm.Last && group is { IsBare: true, IsPart: false } && (group.Last >= to || !tokens[group.Last].IsWord || harms.Exists(next => next.First == group.Last && groups.Exists(behind => behind.First == next.Last))))
        && (IsLabelAt(harm.First) || harms.Exists(before => before.Last < harm.First && before.Value.Form is Form.Count && groups.Exists(group => group.First == before.Last && group.Last == harm.First) && IsFigureBehind(before)));

    private bool Ends(int at) => at >= to || !tokens[at].IsWord || tokens[at].Key is "the" or "on" or "in" or "at" or "by" or "earlier" or "but" or "and" or "while" or "before" or "yesterday" or "this" or "that" or "for" or "as" or "when" or "after" or "a";
}
