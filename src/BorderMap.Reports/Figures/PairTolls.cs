using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Figures;

/// <summary>Figures of signals, "9k/3i", "4 k, 11 w", "KIA/WIA 3/11"; and ordinals that say the whole, "an eleventh has died".</summary>
internal sealed partial class Tolls
{
    private const int BesidePair = 2;

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
        foreach (var dead in found.FindAll(toll => toll is { Outcome: Outcome.Killed, Min: > 0, Max: not null, IsEarlier: false } && (toll.FigureLast + 1 < to && tokens[toll.FigureLast].Key is "of" && tokens[toll.FigureLast + 1].Key is "them" or "whom" or "these") || (toll.FigureFirst - 2 >= from && tokens[toll.FigureFirst - 1].Key is "whom" or "them" && tokens[toll.FigureFirst - 2].Key is "of")))
        {
            var hurt = found.FindIndex(toll => toll is { Outcome: Outcome.Injured, IsPart: false, Max: not null } && toll.Last <= dead.First && toll.Min == toll.Max && toll.Min > dead.Min);
            if (hurt >= 0 && !found.Exists(toll => toll != dead && toll.Outcome is Outcome.Killed && toll.First < dead.First))
            {
                found[hurt] = found[hurt] with { Min = found[hurt].Min - dead.Min, Max = found[hurt].Max - dead.Max };
            }
        }
    }

    /// <summary>"a guard killed, nine of the raiders": the word of harm is told once for both.</summary>
    private void ReadGapped()
    {
        foreach (var group in groups.FindAll(group => group is { IsBare: false, IsPart: false, Category: not null } && (group.Last >= to || tokens[group.Last].IsMark('.') || tokens[group.Last].IsMark(';')) && IsFree(group)))
        {
            var told = found.FindLast(toll => toll.Last < group.First && toll.Outcome is Outcome.Killed or Outcome.Injured);
            if (told is { IsZero: false, Category: not null, IsPart: false } && Enumerable.Range(told.Last, group.First - told.Last).All(at => tokens[at].IsMark(',') || tokens[at].Key is "and" or "but") && AreApart(told.Category, group.Category!))
            {
                found.Add(new Toll(told.Outcome, group.Min, group.Max, group.Category, group.Side, group.First, group.Last, told.Cue) { FigureFirst = group.First, FigureLast = group.Last });
            }
        }
    }

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
