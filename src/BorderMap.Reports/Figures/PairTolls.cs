using BorderMap.Reports.Lexicons;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Figures;

/// <summary>Figures of signals, "9k/3i", "4 k, 11 w", "KIA/WIA 3/11"; and ordinals that say the whole, "an eleventh has died".</summary>
internal sealed partial class Tolls
{
    private const int BesidePair = 2;
    private const int LongestWorsening = 14;

    private void ReadPairs()
    {
        for (var at = from; at + 1 < to; at++)
        {
            if (Lettered(at) is var (dead, last) && dead.Outcome is Outcome.Killed && Lettered(last < to && tokens[last].Kind is TokenKind.Mark ? last + 1 : last) is var (hurt, end) && hurt.Outcome is Outcome.Injured)
            {
                AddPair(at, end, dead.Value, hurt.Value);
            }
            else if (tokens[at].Key is "kia" or "killed" or "k" && tokens[at].IsJoined && tokens[at + 1].Key is "wia" or "wounded" or "injured" or "w" or "i" && at + 2 < to)
            {
                var figure = at + 2 + (tokens[at + 2].IsMark(':') || tokens[at + 2].IsMark('=') ? 1 : 0);
                if (figure + 1 < to && tokens[figure] is { Kind: TokenKind.Number, IsJoined: true, Value: >= 0 } && tokens[figure + 1] is { Kind: TokenKind.Number, Value: >= 0 })
                {
                    found.RemoveAll(toll => toll.FigureFirst >= figure && toll.FigureFirst <= figure + 1);
                    AddPair(at, figure + 2, tokens[figure].Value, tokens[figure + 1].Value);
                }
            }
        }
    }

    /// <summary>"9k", "9 k": a figure with the letter of its harm.</summary>
    private ((Outcome Outcome, int Value) Figure, int Last)? Lettered(int at)
    {
        if (at >= to || tokens[at].Kind is not TokenKind.Number)
        {
            return null;
        }
        var digits = tokens[at].Key.TakeWhile(char.IsDigit).Count();
        var letters = tokens[at].Key[digits..];
        var last = at + 1;
        if (letters.Length == 0 && last < to && tokens[last].Key.Length == 1)
        {
            letters = tokens[last++].Key;
        }
        Outcome? outcome = letters switch { "k" or "kia" or "kd" => Outcome.Killed, "i" or "w" or "wia" or "inj" or "wd" => Outcome.Injured, _ => null };
        return outcome is { } named && digits is > 0 and < 5 ? ((named, int.Parse(tokens[at].Key.AsSpan(0, digits))), last) : null;
    }

    private void AddPair(int first, int last, int killed, int injured)
    {
        bool Beside(Func<string, bool> isOf) => last < to && isOf(tokens[last].Key) || Enumerable.Range(Math.Max(from, first - BesidePair), first - Math.Max(from, first - BesidePair)).Any(at => isOf(tokens[at].Key) && !Enumerable.Range(at, first - at).Any(between => tokens[between].IsMark(',') || tokens[between].IsMark(';')));
        var (isOwn, isEnemy) = (Beside(key => key is "own" or "friendly" or "ours" or "friendlies"), Beside(key => key is "enemy" or "hostile" or "hostiles" or "en" or "theirs"));
        foreach (var (outcome, value) in new[] { (Outcome.Killed, killed), (Outcome.Injured, injured) })
        {
            found.Add(new Toll(outcome, value, value, isOwn || isEnemy ? "combatants" : null, null, first, last, "pair") { IsOfSpeaker = isOwn, IsOfEnemy = isEnemy && !isOwn, FigureFirst = first, FigureLast = last });
        }
    }

    /// <summary>"Five were hit and two of them died": three are hurt.</summary>
    private void WithoutDead()
    {
        foreach (var dead in found.FindAll(toll => toll is { Outcome: Outcome.Killed, Min: > 0, Max: not null, IsEarlier: false } && ((toll.FigureLast + 1 < to && tokens[toll.FigureLast].Key is "of" && tokens[toll.FigureLast + 1].Key is "them" or "whom" or "these") || (toll.FigureFirst - 2 >= from && tokens[toll.FigureFirst - 1].Key is "whom" or "them" && tokens[toll.FigureFirst - 2].Key is "of"))))
        {
            var hurt = found.FindIndex(toll => toll is { Outcome: Outcome.Injured, IsPart: false, Max: not null } && toll.Last <= dead.First && toll.Min == toll.Max && toll.Min > dead.Min);
            if (hurt >= 0 && !found.Exists(toll => toll != dead && toll.Outcome is Outcome.Killed && toll.First < dead.First))
            {
                found[hurt] = found[hurt] with { Min = found[hurt].Min - dead.Min, Max = found[hurt].Max - dead.Max };
            }
        }
    }

    /// <summary>"a porter was hit and died on the road": whoever was hurt is dead.</summary>
    private List<PeopleGroup>? Worsened(PhraseMatch<Harm> harm)
    {
        var end = harm.First - 1;
        while (end > from && (IsAdverb(tokens[end].Key) || Auxiliaries.Contains(tokens[end].Key)))
        {
            end--;
        }
        if (harm.Value.Outcome is not Outcome.Killed || end <= from || tokens[end].Key is not ("and" or "but") || harms.FindLast(other => other.Last <= end && end - other.Last <= LongestWorsening) is not { Cue: not null, Value.Outcome: Outcome.Injured } hurt || Enumerable.Range(hurt.Last, end - hurt.Last).Any(at => !tokens[at].IsWord || groups.Exists(group => group.First == at)) || used.FindLast(other => other.Harm == hurt.First).Groups is not { } list)
        {
            return null;
        }
        found.RemoveAll(toll => toll.Outcome is Outcome.Injured && toll.Last == hurt.Last);
        return list;
    }

    /// <summary>"was killed along with his two sons", "were killed and a sepoy with them", "was wounded, as was the driver": those who shared it.</summary>
    private List<PeopleGroup> WithCompanions(PhraseMatch<Harm> harm, List<PeopleGroup> list)
    {
        if (harm.Value.Outcome is not (Outcome.Killed or Outcome.Injured) || harm.Last + 1 >= to || list.Exists(group => group.IsPart || group.Max is 0 || group.First >= harm.Last))
        {
            return list;
        }
        var at = harm.Last + (tokens[harm.Last].IsMark(',') ? 1 : 0);
        var first = at + 1 >= to ? 0
            : tokens[at].Key is "along" or "together" && tokens[at + 1].Key is "with" ? at + 2
            : tokens[at].Key is "alongside" || (tokens[at].Key is "with" && tokens[at + 1].Key is "his" or "her" or "their") ? at + 1
            : tokens[at].Key is "as" && tokens[at + 1].Key is "was" or "were" or "did" ? at + 2
            : tokens[at].Key is "and" && tokens[at + 1].Key is "so" && at + 3 < to && tokens[at + 2].Key is "was" or "were" or "did" ? at + 3
            : tokens[at].Key is "and" && groups.Find(group => group.First == at + 1) is { IsBare: false } with && (with.Last >= to ? "" : tokens[with.Last].Key) is "too" or "also" or "with" && (tokens[with.Last].Key is not "with" || (with.Last + 1 < to && tokens[with.Last + 1].Key is "them" or "him" or "her")) ? at + 1 : 0;
        return first > 0 && After(first, 0, mayBeBare: false) is { } companions && companions.TrueForAll(group => !group.IsPart && !list.Contains(group)) && !StartsHarm(companions[^1].Last) ? [.. list, .. companions] : list;
    }

    /// <summary>"a guard killed, nine of the raiders", "six of ours were killed and nine of theirs": the word of harm is told once for both.</summary>
    private void ReadGapped()
    {
        foreach (var group in groups.FindAll(group => group is { IsBare: false, IsPart: false } && (group.Category is not null || group.IsOfSpeaker || group.IsOfEnemy) && (PastWhose(group.Last) >= to || tokens[PastWhose(group.Last)].IsMark('.') || tokens[PastWhose(group.Last)].IsMark(';') || (tokens[PastWhose(group.Last)].IsMark(',') && group.IsOfSpeaker | group.IsOfEnemy)) && IsFree(group)))
        {
            var told = found.FindLast(toll => toll.Last < group.First && !toll.IsPart && toll.Outcome is Outcome.Killed or Outcome.Injured);
            if (told is { IsZero: false, IsPart: false } && (told.Category is not null || group.Category is null) && IsNothingBetween(told.Last, group.First) && (group.Category is null ? told.IsOfSpeaker != group.IsOfSpeaker || told.IsOfEnemy != group.IsOfEnemy : AreApart(told.Category!, group.Category)))
            {
                found.Add(new Toll(told.Outcome, group.Min, group.Max, group.Category, group.Side, group.First, group.Last, told.Cue) { FigureFirst = group.First, FigureLast = group.Last, IsOfSpeaker = group.IsOfSpeaker, IsOfEnemy = group.IsOfEnemy });
            }
        }
    }

    /// <summary>"The wife is hurt, and an old man in the next lane": the word of harm is of both; "six were killed in Spera, and two women in Tani": told place by place.</summary>
    private void ReadAnd()
    {
        foreach (var group in groups.FindAll(group => group is { IsBare: false, IsPart: false, Category: not null } && group.First - 2 > from && tokens[group.First - 1].Key is "and" && tokens[group.First - 2].IsMark(',') && EndsAfterPlace(group.Last) && IsFree(group)))
        {
            var at = found.FindLastIndex(toll => toll.Last < group.First);
            if (at < 0 || found[at] is not { Outcome: Outcome.Killed or Outcome.Injured, IsZero: false, IsPart: false, IsVague: false, IsEarlier: false, FigureLast: var figure } told || figure >= told.Last)
            {
                continue;
            }
            if (told.Last == group.First - 2)
            {
                found[at] = Sum(told, Another(told, group) with { Category = group.Category });
            }
            else if (group.Last < to && EndsAfterPlace(told.Last) && PastPlace(told.Last) == group.First - 2)
            {
                found.Add(Another(told, group) with { Category = group.Category, Side = group.Side });
            }
        }
    }

    /// <summary>Whether a clause ends here, or with nothing but where it was.</summary>
    private bool EndsAfterPlace(int at) => PastPlace(at) is var end && (end >= to || tokens[end].IsMark('.') || tokens[end].IsMark(',') || tokens[end].IsMark(';'));

    private int PastPlace(int at)
    {
        if (at >= to || !IsWhere(tokens[at].Key))
        {
            return at;
        }
        var end = at + 1;
        while (end < to && end - at <= LongestAside && tokens[end].IsWord && !Auxiliaries.Contains(tokens[end].Key) && !harms.Exists(harm => harm.First == end))
        {
            end++;
        }
        return end;
    }

    /// <summary>Nothing but joints, and who some of those before were: "25 raiders dead, four of them bombers, and five of its own soldiers".</summary>
    private bool IsNothingBetween(int first, int last)
    {
        for (var at = first; at < last; at++)
        {
            if (groups.Exists(group => group.IsPart && group.First == at))
            {
                while (at + 1 < last && tokens[at + 1].IsWord)
                {
                    at++;
                }
            }
            else if (!(tokens[at].IsMark(',') || tokens[at].Key is "and" or "but"))
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>"none of ours": past whose they are.</summary>
    private int PastWhose(int at) => at + 1 < to && tokens[at].Key is "of" && tokens[at + 1].Key is "ours" or "theirs" or "mine" ? at + 2 : at;

    private static bool AreApart(string a, string b) => People.IsFighting(a) != People.IsFighting(b) || (a is "armed_group") != (b is "armed_group");

    /// <summary>"An eleventh has died": eleven, where nobody has counted the ten before it.</summary>
    private void RankAlone(Toll? before)
    {
        for (var at = 0; at < found.Count; at++)
        {
            if (found[at] is { Rank: > 3, Outcome: Outcome.Killed } toll && before is null && toll.FigureLast < to && tokens[toll.FigureLast].Key is "has" or "had" or "also" or "later" && !found.Exists(other => other != toll && other.First < toll.First))
            {
                found[at] = toll with { Min = toll.Rank, Max = toll.Rank, Rank = 0 };
            }
        }
    }
}
