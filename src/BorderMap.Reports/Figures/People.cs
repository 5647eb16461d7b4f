using BorderMap.Reports.Lexicons;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Figures;

/// <summary>Finds groups of people with their number.</summary>
internal static partial class People
{
    private sealed record Noun(string Category, bool IsMass);

    private const int MostWords = 8;

    private static readonly PhraseTable<Noun> Nouns = new(LexiconFile.Rows("people.tsv", "pattern\tcategory\tnumber").Select(row => (row[0], new Noun(row[1], row[2] == "mass"))));

    public static readonly HashSet<string> Breaks = new(StringComparer.Ordinal)
    {
        "in", "at", "on", "by", "from", "and", "or", "were", "was", "are", "is", "be", "been", "had", "have", "has", "when", "after", "before", "who", "that", "which", "with", "during", "to", "into", "for", "while", "as",
        "killed", "injured", "wounded", "dead", "martyred", "died", "hurt", "sustained", "suffered", "received", "embraced", "succumbed", "perished", "said", "says", "claimed", "claims", "reported", "confirmed", "told", "announced", "added", "including", "near", "of", "kia", "wia", "deaths", "injuries", "casualties", "fatalities", "post", "posts", "vehicle", "vehicles", "tanks", "drones",
    };

    /// <summary>Words with an s at their end that are no plural.</summary>
    private static readonly HashSet<string> Singular = new(StringComparer.Ordinal)
        { "across", "afterwards", "always", "dies", "does", "is", "its", "lies", "perhaps", "plus", "says", "sometimes", "this", "thus", "towards", "unless", "upwards", "was", "whereas", "bodies", "corpses", "martyrs", "wounds", "lives", "others" };

    private static readonly HashSet<string> Parts = new(StringComparer.Ordinal) { "including", "among", "incl", "include" };

    /// <summary>The groups of a stretch of tokens, in their order.</summary>
    public static List<PeopleGroup> Find(IReadOnlyList<Token> tokens, int from, int to)
    {
        var groups = new List<PeopleGroup>();
        var named = 0;
        for (var at = from; at < to;)
        {
            if (At(tokens, at, from, to) is { } group)
            {
                // "three and not two children", "six, not four": what is not so counts for nothing, but says of whom.
                if ((IsNegated(tokens, at, from) || IsCorrected(tokens, group, from, to)) && !group.IsBare | groups.Count > 0 | IsCorrected(tokens, group, from, to))
                {
                    at = group.Last;
                    if (groups.Count > 0 && groups[^1] is { IsBare: true } bare && group.First - bare.Last <= 3 && !group.IsBare)
                    {
                        groups[^1] = bare with { Last = group.Last, Category = group.Category, Side = group.Side, IsBare = false };
                    }
                    continue;
                }
                var before = groups.FindLast(other => !other.IsUnknown || other.Min is not 1);
                group = before is { IsPart: true } && !group.IsBare && IsJoin(tokens, before.Last, group.First) && !HasVerbOfItsOwn(tokens, before.Last, group.Last, to) ? group with { IsPart = true } : group;
                group = before is not null && IsBracketed(tokens, from, group.First) && (before.IsBracketed || IsBracketed(tokens, before.Last, group.First)) ? group with { IsPart = true, IsBracketed = true } : group;
                // "five relatives, the mother included": one of the five.
                group = group.Last < to && tokens[group.Last].Key is "included" or "inclusive" ? group with { IsPart = true } : group;
                // "two soldiers, Havildar Aslam and Sepoy Zahid": counted already.
                WithPartsBefore(tokens, groups, group, to);
                if (IsOneOfThem(tokens, groups, group, to))
                {
                    groups[^1] = groups[^1] with { IsPart = true };
                    at = group.Last;
                    continue;
                }
                named = group.IsNamed ? named + 1 : named;
                group = group.IsNamed && groups.Exists(counted => counted is { IsNamed: false, IsPart: false, Min: > 0 } && counted.Min >= named && !Enumerable.Range(counted.Last, group.First - counted.Last).Any(mark => tokens[mark].IsMark(';'))) ? group with { IsPart = true } : group;
                // "Commander Rahim and his driver": the commander is counted.
                group = before is not null && group.First < before.Last ? group with { First = at, Min = group.Min - 1, Max = group.Max - 1 } : group;
                groups.Add(before is not null && AsMany(tokens, group) is { } many ? AsTold(group, before, many) : group);
                at = group.Last;
            }
            else
            {
                at++;
            }
        }
        return groups;
    }

    /// <summary>Whether those of a category bear arms.</summary>
    public static bool IsFighting(string? category) => category is "soldiers" or "security_forces" or "police" or "armed_group" or "combatants";

    /// <summary>Whether a noun of people ends at a token: how many of them, nobody says.</summary>
    public static string? CategoryAt(IReadOnlyList<Token> tokens, int at, int to) => NounOf(tokens, at, to)?.Value.Category;

    /// <summary>A noun of one person that begins at a token.</summary>
    public static (string Category, int Last)? SingularAt(IReadOnlyList<Token> tokens, int at, int to) =>
        NounOf(tokens, at, to) is { Value.IsMass: false } noun && tokens[noun.Last - 1].Key is var key && (noun.Value.Category is not ("same" or "all") || key is "man" or "person" or "individual") && !(key[^1] == 's' && !key.EndsWith("ss", StringComparison.Ordinal)) && !key.EndsWith("men", StringComparison.Ordinal) && !key.EndsWith("children", StringComparison.Ordinal) && key is not ("wives" or "siblings" or "enemy" or "major" or "private" or "minor" or "local" or "elder")
            ? (noun.Value.Category, noun.Last) : null;

    private static PeopleGroup? At(IReadOnlyList<Token> tokens, int at, int from, int to)
    {
        if ((Numbers.None(tokens, at, to) ?? Numbers.At(tokens, at, to)) is not { } number)
        {
            if (Both(tokens, at, to) is { } both)
            {
                return both;
            }
            // "I was wounded in the shoulder"
            if (tokens[at] is { Key: "i", IsCapital: true } && at + 1 < to && tokens[at + 1].Key is "was" or "am" or "got" or "lost")
            {
                return new PeopleGroup(at, at + 1, 1, 1, "civilians", null);
            }
            // "she herself was burnt"
            if (tokens[at].Key is "he" or "she" && at + 1 < to && tokens[at + 1].Key is "himself" or "herself")
            {
                return new PeopleGroup(at, at + 2, 1, 1, "all", null);
            }
            if (tokens[at].Key is "the" && Numbers.OneMore(tokens, at, to) is { } other)
            {
                return new PeopleGroup(at, other.Number.Last, 1, 1, null, null) { IsBare = true };
            }
            var one = IsOwner(tokens[at].Key) ? (Owned(tokens, at, from, to) ?? OneOf(tokens, at, to)) is { } owned ? WithNamed(tokens, owned, from) : null : tokens[at].Key is "the" ? OneOf(tokens, at, to) : tokens[at].Key is "neither" ? Neither(tokens, at, to) : Named(tokens, at, from, to);
            // "seven, among them the driver"
            return one is not null && IsPart(tokens, at, from) ? one with { IsPart = true } : one;
        }
        // "Rescue 1122": a service.
        if (at > from && tokens[at - 1].Key is "rescue" && tokens[at - 1].IsCapital)
        {
            return null;
        }
        if (IsOfMessage(tokens, at, from, to))
        {
            return null;
        }
        // "17-09": a date, where no range rises.
        if (at > from && tokens[at - 1] is { Kind: TokenKind.Number, IsJoined: true } before && before.Value >= tokens[at].Value)
        {
            return null;
        }
        if (IsOfDate(tokens, at, from))
        {
            return null;
        }
        if (IsAge(tokens, number, from, to))
        {
            return null;
        }
        if (Numbers.OneMore(tokens, at, to) is var (more, rank))
        {
            return new PeopleGroup(more.First, more.Last, 1, 1, null, null) { IsBare = true, Rank = rank };
        }
        if ((FamilyOf(tokens, number, to) ?? OfOneHouse(tokens, number, to)) is { } family)
        {
            return family;
        }
        if ((!number.IsArticle && at > from && IsYears(tokens, at, from)) || IsHouseOf(tokens, number, from, to))
        {
            return null;
        }
        var next = number.Last;
        // "five of the seven soldiers", "four of its men"
        if (next + 1 < to && tokens[next].Key is "of" && tokens[next + 1].Key is "the" or "those" or "these" or "its" or "their" or "our" or "his" or "her" or "my" or "them" or "whom")
        {
            next += 2;
            next = Numbers.At(tokens, Math.Min(next, to - 1), to) is { IsArticle: false } whole && next < to ? whole.Last : next;
        }
        // "1 own slightly wounded"
        if (!number.IsArticle && next + 1 < to && tokens[next].Key is "own" && Head(tokens, next, to) is null)
        {
            next += next + 1 < to && tokens[next + 1].Key is "side" or "ranks" or "number" ? 1 : 0;
            return new PeopleGroup(number.First, next + 1, number.Min, number.Max, null, null) { IsBare = true, IsOfSpeaker = true };
        }
        var isPart = IsPart(tokens, at, from) || (number.Last + 1 < to && tokens[number.Last].Key is "of" && tokens[number.Last + 1].Key is "them" or "whom") || IsSomeOfThem(tokens, number, from, to);
        if (Head(tokens, next, to) is not var (noun, last))
        {
            // "a couple and their two sons"
            if (tokens[number.Last - 1].Key is "couple")
            {
                return new PeopleGroup(number.First, number.Last, number.Min, number.Max, "civilians", null) { IsPart = isPart };
            }
            if (CountsThings(tokens, number, to))
            {
                return number.IsArticle || IsThing(tokens, number.Last, to) ? null : new PeopleGroup(number.First, number.Last, number.Min, number.Max, null, null) { IsBare = true, IsUnknown = true, IsPart = isPart };
            }
            if (number.IsArticle && (IsSomeone(tokens, at, number.Last, to) || IsSomeoneStruck(tokens, at, from, to)))
            {
                return new PeopleGroup(number.First, number.Last, 1, 1, null, null) { IsBare = true, IsUnknown = true, IsPart = isPart };
            }
            return number.IsArticle && !IsAnother(tokens, at, number.Last, to) ? null : new PeopleGroup(number.First, number.Last, number.Min, number.Max, null, SideOf(tokens, at, number.Last)) { IsBare = !IsOwnedBy(tokens, number.Last, to, "own", "ours", "theirs"), IsPart = isPart, IsOfSpeaker = IsOwnedBy(tokens, number.Last, to, "ours", "mine", "own"), IsOfEnemy = IsOwnedBy(tokens, number.Last, to, "theirs"), IsAdded = IsAdded(tokens, number.First, number.Last, to) };
        }
        if (number.IsArticle && noun.IsMass && number.Min is not 0)
        {
            return null;
        }
        last = WithSecondNoun(tokens, last, to);
        isPart |= (last < to && tokens[last].Key is "included") || IsInTheirNumber(tokens, last, to) || (last + 1 < to && tokens[last].Key is "among" && tokens[last + 1].Key is "them" && (last + 2 >= to || Numbers.At(tokens, last + 2, to) is null));
        // "three cricketers were among eight dead"
        isPart |= last + 1 < to && tokens[last].Key is "was" or "were" && tokens[last + 1].Key is "among";
        var end = WithOwner(tokens, last, to);
        return new PeopleGroup(number.First, last, number.Min, number.Max, noun.Category == "same" || IsBrotherInArms(tokens, next, last) ? null : noun.Category, noun.Category == "armed_group" ? "other" : SideOf(tokens, at, end))
        {
            IsPart = isPart,
            Rank = number.IsArticle ? Numbers.OrdinalAt(tokens, at, to) : 0,
            IsAdded = IsAdded(tokens, number.First, last, to),
            IsOfSpeaker = Has(tokens, at, end, "our", "own", "its") || IsOwnedBy(tokens, end, to, "ours", "mine"),
            IsOfEnemy = Has(tokens, at, end, "enemy", "enemys", "opposing") || IsOfOtherSide(tokens, at, end) || IsOwnedBy(tokens, end, to, "theirs"),
        };
    }

    /// <summary>"one was killed and another injured".</summary>
    private static bool IsAnother(IReadOnlyList<Token> tokens, int at, int next, int to) => tokens[at].Key is "another" && next < to && tokens[next].Key is "injured" or "wounded" or "hurt" or "killed" or "was" or "is" or "died" or "critically" or "seriously" or "martyred" or "lost" or "sustained" or "suffered" or "received" or "succumbed" or "perished" or "embraced" or "got" or "has" or "had" or "slightly" or "badly" or "severely";

    /// <summary>"two buffaloes", "four rooms": a noun in the plural that is none of people.</summary>
    private static bool CountsThings(IReadOnlyList<Token> tokens, WrittenNumber number, int to)
    {
        if (number.IsVague || number.Last >= to || tokens[number.Last] is not { IsWord: true } next || Breaks.Contains(next.Key) || Singular.Contains(next.Key))
        {
            return false;
        }
        return IsThing(tokens, number.Last, to) || (!next.IsCapital && next.Key.Length > 3 && next.Key[^1] == 's' && next.Key[^2] is not ('s' or 'u' or 'i'));
    }

    /// <summary>The last noun of people before the group ends: of "Pakistani border guards" guards.</summary>
    private static (Noun Noun, int Last)? Head(IReadOnlyList<Token> tokens, int at, int to)
    {
        (Noun, int)? head = null;
        for (var next = at; next < to && next - at < MostWords;)
        {
            var word = tokens[next];
            if (word.Key is "pakistani" or "afghan" && next + 1 < to && (IsThing(tokens, next + 1, to) || (tokens[next + 1].IsWord && !Breaks.Contains(tokens[next + 1].Key))))
            {
                // "25 Pakistani posts": of what side, not of whom.
                next++;
            }
            else if (NounOf(tokens, next, to) is { } noun)
            {
                // "two other Afghan guards": "other" is no noun there.
                head = noun.Value.Category == "same" && head is null && Head(tokens, noun.Last, Math.Min(to, noun.Last + 3)) is { } after ? after : (noun.Value, noun.Last);
                next = head.Value.Item2;
            }
            // "a combined twenty-one people": another number begins; "a two-year-old girl" is one.
            else if (head is null && next > at && word is { IsOrdinal: false } && word.Kind is not TokenKind.Mark && !(word.IsJoined && next + 1 < to && tokens[next + 1].Key is "year" or "month" or "day") && Numbers.Whole(tokens, next, to) is not null)
            {
                break;
            }
            // "three lost their lives": another noun phrase begins.
            else if (next > at && (IsOwner(word.Key) || word.Key is "the" or "a" or "an"))
            {
                break;
            }
            else if (word.Kind is TokenKind.Mark || Breaks.Contains(word.Key) || IsThing(tokens, next, to) || (head is not null && word.Kind is TokenKind.Number))
            {
                break;
            }
            else if (head is not null)
            {
                break;
            }
            else
            {
                next++;
            }
        }
        // "three Ranger vehicles": no rangers.
        return head is { Item2: var end } && end < to && IsThing(tokens, end, to) ? null : head;
    }

    /// <summary>"two outposts along ...", but not "two truck drivers".</summary>
    private static bool IsThing(IReadOnlyList<Token> tokens, int at, int to) => Things.NounAt(tokens, at, to) is { } last && (last >= to || NounOf(tokens, last, to) is null);

    /// <summary>Past "of the Pakistani army": it says whose they are.</summary>
    private static int WithOwner(IReadOnlyList<Token> tokens, int last, int to)
    {
        if (last + 1 >= to || tokens[last].Key is not ("of" or "from" or "belonging"))
        {
            return last;
        }
        var end = last + 1;
        while (end < to && end - last < 6 && tokens[end].Kind is not TokenKind.Mark && !(Breaks.Contains(tokens[end].Key) && tokens[end].Key is not "to"))
        {
            end++;
        }
        return end;
    }
}
