namespace BorderMap.Reports.Happenings;

/// <summary>Puts one fight together that was read as two: once by what was done, once by who came to harm.</summary>
internal sealed partial class Assembly
{
    /// <summary>"The two forces exchanged fire on Friday", then "attacks were launched in Spin Boldak. Four died", of the same place and day: one fight, with the figures of both.</summary>
    private void JoinSplits()
    {
        for (var at = 1; at < happenings.Count; at++)
        {
            var later = happenings[at];
            if (happenings.Take(at).Skip(Math.Max(0, at - MostOpen)).LastOrDefault(earlier => AreOneFight(earlier, later)) is { } home)
            {
                home.Take(later);
                happenings.RemoveAt(at--);
            }
        }
    }

    /// <summary>Two fights with figures each may be two; where one has none, or each has those of another side, it is the same one.</summary>
    private bool AreOneFight(Happening a, Happening b)
    {
        if (a.Group is not "combat" || b.Group is not "combat" || b.First.IsAnother || passage.AreOfOtherLabels(a.First.Sentence, b.First.Sentence) || (passage.RowOf(a.First.Sentence) is not null && passage.RowOf(b.First.Sentence) is not null)
            || (a.Tolls.Count > 0 && b.Tolls.Count > 0 && !AreToldByTwoSides(a, b)))
        {
            return false;
        }
        // Lines of a list that face each other over the border are records of their own.
        var mayFace = !a.First.IsRow && !b.First.IsRow;
        return a.Scenes.Any(one => b.Scenes.Any(other => IsSame(one, other) || (mayFace && (AreOpposite(one, other) || AreOpposite(other, one))))) && b.Mentions.All(mention => TimesFit(a, mention));
    }

    private static bool AreToldByTwoSides(Happening a, Happening b) => OnlyTeller(a) is { } one && OnlyTeller(b) is { } other && one != other;

    private static string? OnlyTeller(Happening told) => told.Tolls.Select(each => each.Speech?.Actor?.Side).Distinct().Take(2).ToList() is ["AF" or "PK"] sides ? sides[0] : null;
}
