using BorderMap.Reports.Figures;

namespace BorderMap.Reports.Happenings;

/// <summary>Which of several acts of a sentence a toll may be of, by how the sentence is built.</summary>
internal sealed partial class Assembly
{
    /// <summary>Words from "before" to the act that it puts another before.</summary>
    private const int LongestAnchor = 4;

    /// <summary>The act of a toll's clause or, where it has none, of its sentence up to a semicolon.</summary>
    private Mention? Nearest(List<Mention> here, Toll toll, (int From, int To) clause)
    {
        var candidates = here.FindAll(mention => Acts.IsViolent(mention.Kind) || Acts.GroupOf(mention.Kind) is "custody" or "drone_shootdown");
        // "seven were killed and two seized": the dead are those of the fight, where the sentence tells one.
        if (toll.Outcome is Outcome.Killed or Outcome.Injured && candidates.Exists(mention => Acts.IsViolent(mention.Kind) && byMention.ContainsKey(mention)))
        {
            candidates.RemoveAll(mention => Acts.GroupOf(mention.Kind) is "custody");
        }
        OnlyItsOwn(candidates, toll);
        var inClause = candidates.FindAll(mention => mention.First < clause.To && mention.Last > clause.From);
        var among = inClause.Count > 0 ? inClause : candidates.FindAll(mention => !HasSemicolon(Math.Min(mention.Last, toll.Last), Math.Max(mention.First, toll.First)));
        return among.OrderBy(mention => byMention.ContainsKey(mention) || mention.Against is not null || outside.Contains(mention) ? 0 : 1)
            .ThenBy(mention => mention.First >= toll.Last ? mention.First - toll.Last : Math.Max(0, toll.First - mention.Last)).FirstOrDefault();
    }

    /// <summary>Leaves out the acts that a toll cannot be of.</summary>
    private void OnlyItsOwn(List<Mention> candidates, Toll toll)
    {
        // "Jets bombed Barmal on Monday, killing eight and drawing artillery fire": of what stands before.
        if (IsConsequence(toll) && candidates.Exists(mention => mention.First < toll.First && mention.Against is null))
        {
            candidates.RemoveAll(mention => mention.First >= toll.Last && mention.Against is null);
        }
        // "A drone hit a truck, before the fighting began, and the driver was dead": the fighting only says when.
        if (candidates.Exists(mention => byMention.ContainsKey(mention) && mention.First < toll.First && !IsAnchor(mention, toll)))
        {
            candidates.RemoveAll(mention => IsAnchor(mention, toll));
        }
    }

    /// <summary>", killing two", ", leaving five wounded": what came of the act before it.</summary>
    private bool IsConsequence(Toll toll)
    {
        var first = toll.First > 0 && passage.Tokens[toll.First - 1].Key is "leaving" or "killing" or "wounding" ? toll.First - 1 : toll.First;
        return first > 0 && passage.Tokens[first - 1].IsMark(',') && passage.Tokens[first].Key is "killing" or "wounding" or "injuring" or "leaving" or "martyring" or "hurting";
    }

    /// <summary>"before the fighting began, and ...": an act named with its article behind a word of time, in a clause that ends before the toll.</summary>
    private bool IsAnchor(Mention mention, Toll toll)
    {
        var opener = Enumerable.Range(1, LongestAnchor).Select(back => mention.First - back).FirstOrDefault(at => at > 0 && passage.Tokens[at].Key is "before" or "after" or "since" or "until", -1);
        return mention is { IsDefinite: true, IsRow: false } && opener >= 0 && toll.First > mention.Last
            && Enumerable.Range(mention.Last, toll.First - mention.Last).Any(at => passage.Tokens[at].IsMark(',') && passage.Tokens[at + 1].Key is "and");
    }
}
