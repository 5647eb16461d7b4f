using BorderMap.Reports.Lexicons;

namespace BorderMap.Reports.Figures;

/// <summary>Makes tolls of the groups that a word of harm has: parts and earlier counts apart, lists added up.</summary>
internal sealed partial class Tolls
{
    private const int FarthestLater = 5;
    private const int FarthestLoser = 2;

    private void Add(PhraseMatch<Harm> harm, List<PeopleGroup> list)
    {
        list = WithoutListed(list);
        foreach (var part in list.Where(group => group.IsPart && list.Count > 1))
        {
            found.Add(TollOf(harm, part));
        }
        foreach (var earlier in list.Where(group => list.Count > 1 && IsReplaced(harm, group)))
        {
            found.Add(TollOf(harm, earlier));
        }
        var whole = list.FindAll(group => list.Count == 1 || (!group.IsPart && !IsReplaced(harm, group)));
        // "the commander, his guard and a cook": told one by one, they are one list, whoever they were.
        var isOneByOne = whole.TrueForAll(group => group is { Min: 1, Max: 1 } && !IsFigureAt(group.First));
        // "two guards and a driver were hurt": under one verb, whoever they were, they are one count; those of other sides are not.
        var sides = whole.Select(group => group.Side).Where(side => side is not (null or "other")).Distinct().ToList();
        // "a commander and ten of his followers"
        var isOneBand = whole.TrueForAll(group => group.Side is "other" || group is { Side: null, Category: "combatants" or "armed_group" });
        foreach (var sum in whole.GroupBy(group => (group.Side is "other" && !isOneBand ? group.Side : sides.Count > 1 && !isOneByOne ? group.Side : null, group.IsOfSpeaker, group.IsOfEnemy)))
        {
            var toll = TollOf(harm, sum.First());
            foreach (var next in sum.Skip(1))
            {
                toll = Sum(toll, TollOf(harm, next));
            }
            // "six were wounded and taken to the clinic": told twice of the same six.
            var same = found.FindIndex(told => told.Outcome == toll.Outcome && told.FigureFirst == toll.FigureFirst && told.FigureLast == toll.FigureLast && told.IsPart == toll.IsPart);
            if (same >= 0)
            {
                found[same] = found[same] with { Last = Math.Max(found[same].Last, toll.Last) };
            }
            if (same >= 0 || toll is { IsZero: true, Outcome: Outcome.Captured })
            {
                continue;
            }
            // "three who were wounded on Monday died", "five who had gone missing were seized": told by what came of them.
            found.RemoveAll(told => told.FigureFirst == toll.FigureFirst && told.FigureLast == toll.FigureLast && (told.Outcome is Outcome.Missing ? toll.Outcome is not Outcome.Missing : told.Outcome is Outcome.Injured && toll.Outcome is Outcome.Killed) && IsRelative(toll.FigureLast, harm.First));
            found.Add(toll);
            // "0 casualties": neither dead nor hurt.
            if (toll is { IsZero: true, Outcome: Outcome.Casualties })
            {
                found.RemoveAt(found.Count - 1);
                found.AddRange([toll with { Outcome = Outcome.Killed }, toll with { Outcome = Outcome.Injured }]);
            }
            // "no villagers were hurt": nor killed.
            if (toll is { IsZero: true, Outcome: Outcome.Injured } && (harm.Value.Form is Form.Unhurt || ((toll.Cue is "hurt" || toll.Cue.EndsWith(" hit", StringComparison.Ordinal)) && !found.Exists(other => other.Outcome is Outcome.Killed && (toll.Side is null || toll.Side == other.Side)))))
            {
                found.Add(toll with { Outcome = Outcome.Killed });
            }
        }
    }

    private Toll TollOf(PhraseMatch<Harm> harm, PeopleGroup group) => new(
        harm.Value.Outcome, group.Min, group.Max, IsOfRetinue(group) ? CategoryBefore(group) ?? group.Category : group.Category ?? CategoryBefore(group), group.Side ?? SideBefore(group) ?? SideOfLoser(harm, group) ?? SideOfWords(harm, group), Math.Min(group.First, harm.First), Math.Max(group.Last, harm.Last), harm.Cue)
    {
        // "killing five of them": where nobody was counted before, they are no part.
        // "17 were hurt. Two of them died": no part of the hurt.
        // "14 casualties, five of them deaths": of how many it is a part, no claim of deaths says.
        // "the toll has risen to six after two of the wounded died": the two are of the six.
        IsPart = IsWorseOff(harm, group) || (IsOfHurt(harm, group) && HasTotal(harm)) || HasRaised(harm, group) || group.IsPart && !found.Exists(toll => toll.Outcome is Outcome.Casualties && toll.Last <= group.First) && !(harm.Value is { Outcome: Outcome.Killed, Form: Form.Intransitive } && IsOfThem(group)) && (!IsOfThem(group) || groups.Exists(other => other.First < group.First && !other.IsPart && (other.Min is not 1 || other.Max is not 1))),
        IsEarlier = IsEarlier(harm, group),
        IsAdded = group.IsAdded || (IsOfHurt(harm, group) && !HasTotal(harm)) || (group.IsBare && harm.Value is { Outcome: Outcome.Killed, Form: Form.Intransitive } && IsLater(harm.Last)),
        Rank = group.Rank,
        IsOfSpeaker = group.IsOfSpeaker,
        IsOfEnemy = group.IsOfEnemy,
        FigureFirst = group.First,
        FigureLast = group.Last,
    };

    /// <summary>"one Afghan guard was killed and two others hurt": the others are guards too.</summary>
    private string? CategoryBefore(PeopleGroup group) => HarmedBefore(group).LastOrDefault(other => other.Category is not null)?.Category;

    /// <summary>"three guards were killed and the driver hurt": the driver is one of theirs.</summary>
    private bool IsOfRetinue(PeopleGroup group) => group is { Min: 1, Max: 1, Category: "civilians" } && tokens[group.First].Key is not ("a" or "an" or "one") && Enumerable.Range(group.First, group.Last - group.First).Any(at => tokens[at].Key is "driver" or "cook" or "helper" or "conductor" or "gunner" or "orderly");

    private string? SideBefore(PeopleGroup group) => group.Category is not null || group.IsOfSpeaker || group.IsOfEnemy ? null : HarmedBefore(group).LastOrDefault(other => other.Side is not null)?.Side;

    /// <summary>Those that came to harm by what stands before: who did it to them is none of them.</summary>
    private IEnumerable<PeopleGroup> HarmedBefore(PeopleGroup group) => used.SelectMany(other => other.Groups).Where(other => other.First < group.First && !other.IsPart).OrderBy(other => other.First);

    /// <summary>"the Taliban lost nine men", "the raid cost Pakistan four soldiers": who loses men loses his own.</summary>
    private string? SideOfLoser(PhraseMatch<Harm> harm, PeopleGroup group) => harm.Value.Form is not Form.Losing || group.IsOfSpeaker || group.IsOfEnemy || group.First < harm.Last ? null
        : People.SideOf(tokens, harm.Cue.StartsWith("cost", StringComparison.Ordinal) ? harm.First : Math.Max(from, harm.First - FarthestLoser), harm.Last);

    /// <summary>Soldiers who "embraced martyrdom" are Pakistan's, by who writes so.</summary>
    private string? SideOfWords(PhraseMatch<Harm> harm, PeopleGroup group) => People.IsFighting(group.Category) && tokens[harm.First].Key is "embraced" or "embrace" && harm.Cue.Contains("martyrdom", StringComparison.Ordinal) ? "PK" : null;

    /// <summary>"after two wounded people died": they are of the dead.</summary>
    private bool IsOfDying(PhraseMatch<Harm> harm, PeopleGroup group)
    {
        if (harm.Value.Outcome is not Outcome.Injured || group.Last != harm.First || harm.Last >= to)
        {
            return false;
        }
        var verb = People.CategoryAt(tokens, harm.Last, harm.Last + 1) is null ? harm.Last : harm.Last + 1;
        return HarmAt(verb, out _) is { Value: { Outcome: Outcome.Killed, Form: Form.Intransitive } };
    }

    /// <summary>"one of the wounded died"</summary>
    private bool IsOfHurt(PhraseMatch<Harm> harm, PeopleGroup group) => harm.Value.Outcome is Outcome.Killed && tokens[group.Last - 1].Key is "injured" or "wounded" or "hurt";

    /// <summary>"the toll rose to six after ...", "..., which makes three": the whole is told beside it.</summary>
    private bool HasTotal(PhraseMatch<Harm> harm) => harms.Exists(toll => toll.Value.Form is Form.Toll) || groups.Exists(count => count is { IsBare: true, IsPart: false } && count.First > harm.Last);

    /// <summary>"eight were killed and four died later": four more.</summary>
    private bool IsLater(int after) => Enumerable.Range(after, Math.Min(to, after + FarthestLater) - after).TakeWhile(at => tokens[at].IsWord).Any(at => tokens[at].Key is "later" or "afterwards" or "subsequently" or "hospital" or "way");

    /// <summary>"the number of the dead rose to five when a labourer succumbed": he is of the five.</summary>
    private bool HasRaised(PhraseMatch<Harm> harm, PeopleGroup group) => harm.Value is { Outcome: Outcome.Killed, Form: Form.Intransitive or Form.Count or Form.Noun or Form.Around } && found.FindLast(toll => toll is { Outcome: Outcome.Killed, IsPart: false } && toll.FigureLast <= group.First) is { } risen && risen.Min > group.Min && risen.FigureFirst - 1 > from
        && tokens[risen.FigureFirst - 1].Key is "to" && HasRise(risen.FigureFirst, risen.FigureFirst) && Enumerable.Range(risen.FigureLast, group.First - risen.FigureLast).Any(at => tokens[at].Key is "when" or "as" or "after" or "with") && !Enumerable.Range(risen.FigureLast, group.First - risen.FigureLast).Any(at => tokens[at].IsMark(';'));

    private bool IsOfThem(PeopleGroup group) => group.Last + 1 < to && tokens[group.Last].Key is "of" && tokens[group.Last + 1].Key is "them";

    private static Toll Sum(Toll a, Toll b) => a.IsVague || b.IsVague ? a.IsVague ? a : a with { Max = null, Last = Math.Max(a.Last, b.Last) } : a with
    {
        Min = a.Min is null || b.Min is null ? null : a.Min + b.Min,
        Max = a.Max is null || b.Max is null ? null : a.Max + b.Max,
        Category = a.Category == b.Category ? a.Category : a.Category is "all" || b.Category is "all" || People.IsFighting(a.Category) != People.IsFighting(b.Category) ? "all" : People.IsFighting(a.Category) ? "combatants" : "civilians",
        First = Math.Min(a.First, b.First),
        Last = Math.Max(a.Last, b.Last),
        FigureLast = Math.Max(a.FigureLast, b.FigureLast),
    };
}
