using BorderMap.Reports.Lexicons;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Figures;

/// <summary>Groups of people that only their harm tells: a noun that no lexicon has, a bare noun in the style of headlines and notes.</summary>
internal sealed partial class Tolls
{
    private const int MostUnknown = 3;
    private const int MostModifiers = 2;
    private const int MostOfOrigin = 6;

    /// <summary>"early", "reply" and "Italy" are no longer.</summary>
    private const int ShortestManner = 5;

    private static readonly HashSet<string> AfterPassive = new(StringComparer.Ordinal)
        { "in", "at", "by", "on", "as", "when", "after", "near", "during", "and", "from", "while", "amid", "inside", "outside", "under", "to", "along", "with", "across", "following", "late", "early", "yesterday", "today", "overnight", "instantly", "there", "so", "but", "since" };

    /// <summary>"Three Mahsuds were killed", "2 BP KIA": who is killed or hurt is people, whatever the noun; "two attacks killed nine" are none.</summary>
    private List<PeopleGroup> WithUnknown(List<PeopleGroup> known)
    {
        var all = new List<PeopleGroup>(known.Count);
        foreach (var group in known)
        {
            var end = group is { IsBare: true, IsOfSpeaker: false, IsOfEnemy: false, Rank: 0 } && (group.IsUnknown || group.Last < to && tokens[group.Last].IsWord) ? EndOfUnknown(group.Last) : 0;
            if (InNumber(group) is { } numbered)
            {
                all.Add(numbered);
            }
            else if (end > 0)
            {
                all.Add(group with { Last = end, IsBare = false, IsUnknown = false, IsOfSpeaker = Enumerable.Range(group.Last, end - group.Last).Any(at => tokens[at].Key is "own" or "ours" or "our"), Side = group.Side ?? People.SideOf(tokens, group.Last, end) });
            }
            // "two prisoners": the noun says the harm.
            else if (!group.IsUnknown || harms.Exists(harm => harm.First == group.Last && harm.Value.Form is Form.Noun && (harm.Value.Outcome is not Outcome.Captured || !(harm.Last < to && tokens[harm.Last].Key is "remain" or "remained" or "held" or "in" or "from" or "languish" or "still" or "are" or "were"))))
            {
                all.Add(group);
            }
        }
        return WithOriginsJoined(all);
    }

    /// <summary>"Four on the Pakistani side and six on the Afghan side were killed": both by where they are of, though the verb stands behind the last.</summary>
    private List<PeopleGroup> WithOriginsJoined(List<PeopleGroup> all)
    {
        for (var at = all.Count - 2; at >= 0; at--)
        {
            var (group, next) = (all[at], all[at + 1]);
            if (group is { IsBare: true, IsUnknown: false, Max: not 0 } && !next.IsBare && Numbers.At(tokens, next.First, to) is { Last: var figure } && figure < to && tokens[figure].Key is "of" or "from" or "on" && !CountsOfThings(group.Last, next.First - 1) && PastOrigin(group.Last) is var end && end > group.Last && IsJoint(end) && end + 1 == next.First)
            {
                all[at] = group with { Last = end, IsBare = false, Side = group.Side ?? People.SideOf(tokens, group.Last, end) };
            }
        }
        return all;
    }

    /// <summary>"The miners, five in number, were led away".</summary>
    private PeopleGroup? InNumber(PeopleGroup group) => group.IsBare && group.First - 2 >= from && tokens[group.First - 1].IsMark(',') && group.Last + 1 < to && tokens[group.Last].Key is "in" && tokens[group.Last + 1].Key is "number" or "all" && People.CategoryAt(tokens, group.First - 2, group.First - 1) is { } category
        ? group with { Last = group.Last + 2, IsBare = false, IsUnknown = false, Category = category } : null;

    /// <summary>Past the words between a number and a word of harm that people alone come to; 0: they count no people.</summary>
    private int EndOfUnknown(int first)
    {
        var last = first;
        while (last < to && last - first < MostUnknown && tokens[last].IsWord && !Auxiliaries.Contains(tokens[last].Key) && !IsAdverb(tokens[last].Key) && !People.Breaks.Contains(tokens[last].Key) && !harms.Exists(harm => harm.First == last) && Things.NounAt(tokens, last, to) is null)
        {
            last++;
        }
        var isOrigin = last == first && first + 1 < to && tokens[first].Key is "of" or "from" or "on" && tokens[first + 1].Key is not ("them" or "whom" or "us" or "theirs" or "ours" or "which");
        last = isOrigin ? PastOrigin(first) : last;
        // "nine, two having died": no noun.
        if (last == first || last >= to || Enumerable.Range(first, last - first).Any(at => tokens[at].Key is "how" or "what" or "whether" or "where") || tokens[last - 1].Key.EndsWith("ing", StringComparison.Ordinal) || (!isOrigin && (IsOfTime(tokens[last - 1].Key) || Things.NounAt(tokens, last - 1, last) is not null)) || (isOrigin && CountsOfThings(first, last)))
        {
            return 0;
        }
        var isStruck = first - 2 >= from && tokens[first - 1].Key is "a" or "an" && harms.Exists(harm => harm.Last == first - 1 && harm.Value.Outcome is Outcome.Killed or Outcome.Injured) && !Auxiliaries.Contains(tokens[first - 3 < from ? from : first - 3].Key);
        if (isStruck || (first - 2 >= from && tokens[first - 2].Key is "left" or "leaving" or "leaves" && harms.Exists(harm => harm.First == last)))
        {
            return last;
        }
        var isOne = first > from && tokens[first - 1].Key is "a" or "an";
        return HarmAt(last, out var isPassive) is { } harm && DemandsPeople(harm) && (isOne ? IsOfOne(first, last, harm, isPassive) : isPassive || harm.Value.Form is not Form.Verb || EndsPassive(harm.Last)) ? last : 0;
    }

    /// <summary>"six from the Afghan side", "five of those": past whom or where they are of.</summary>
    private int PastOrigin(int first)
    {
        if (first >= to || tokens[first].Key is not ("of" or "from" or "on"))
        {
            return first;
        }
        var last = first + 1;
        // "one of the injured died"
        if (last + 1 < to && tokens[last].Key is "the" or "those" or "its" && tokens[last + 1].Key is "injured" or "wounded" or "hurt")
        {
            return last + 2;
        }
        while (last < to && last - first <= MostOfOrigin && tokens[last].IsWord && !Auxiliaries.Contains(tokens[last].Key) && !(IsAdverb(tokens[last].Key) && tokens[last].Key is not "either" and not "both") && tokens[last].Key is not ("and" or "who" or "which" or "that" or "when" or "after" or "as" or "while" or "whom") && !(tokens[first].Key is "on" && tokens[last].Key.EndsWith("day", StringComparison.Ordinal)) && !harms.Exists(harm => harm.First == last))
        {
            last++;
        }
        // "nine of those killed", "two of the eight": some of a count.
        var isSome = last >= first + 2 && tokens[first + 1].Key is "the" or "those" or "these" && (Numbers.Whole(tokens, first + 2, to) is not null || (last == first + 2 && harms.Exists(harm => harm.First == last)));
        return last == first + 1 || last - first > MostOfOrigin || isSome ? first : last;
    }

    /// <summary>"two of the trucks", but "four of one house", "six from the posts": of whom, and of what.</summary>
    private bool CountsOfThings(int first, int last) => tokens[first].Key is "of" && Things.NounAt(tokens, last - 1, last) is not null && tokens[last - 1].Key is not ("house" or "household" or "home" or "family" or "village" or "side" or "valley" or "district" or "post" or "patrol" or "party" or "clan" or "tribe" or "unit" or "convoy");

    /// <summary>"a locksmith was killed", "a surveyor died", but "a raid killed six", "a fire died down", "six men asleep in a hut died".</summary>
    private bool IsOfOne(int first, int noun, PhraseMatch<Harm> harm, bool isPassive) => !IsOfTime(tokens[noun - 1].Key + "s") && !(first - 2 >= from && (IsWhere(tokens[first - 2].Key) || tokens[first - 2].Key is "of" or "by" or "from" or "with" or "to" or "for" or "into" or "after"))
        && (tokens[harm.First].Key is "died" or "succumbed" or "perished" || harm.Cue.StartsWith("lost their", StringComparison.Ordinal) ? !(harm.Last < to && tokens[harm.Last].Key is "down" or "out" or "away") : isPassive && harm.Value.Form is Form.Verb);

    private static bool IsOfTime(string key) => key is "others" or "more" or "times" or "attacks" or "strikes" or "blasts" or "explosions" or "clashes" or "incidents" or "raids" or "rounds" or "shells" or "rockets" or "missiles" or "bombs" or "mines" or "bodies" or "ones" or "which" or "whom" or "them" or "people" or "each" or "cases" or "sides" or "reported" or "confirmed";

    /// <summary>The word of harm that begins at a token, past an auxiliary and adverbs.</summary>
    private PhraseMatch<Harm>? HarmAt(int at, out bool isPassive)
    {
        isPassive = false;
        while (at < to && (tokens[at].IsMark('"') || Auxiliaries.Contains(tokens[at].Key) || IsAdverb(tokens[at].Key)))
        {
            isPassive |= Auxiliaries.Contains(tokens[at++].Key);
        }
        var start = at;
        return harms.Find(harm => harm.First == start) is { Cue: not null } harm ? harm : null;
    }

    /// <summary>"successfully", "tragically": between a group and its harm it says only how.</summary>
    private static bool IsAdverb(string key) => Adverbs.Contains(key) || (key.Length > ShortestManner && key.EndsWith("ly", StringComparison.Ordinal) && key is not ("family" or "elderly" or "friendly" or "assembly" or "monthly" or "weekly" or "hourly" or "supply" or "likely" or "unlikely"));

    /// <summary>Only people, and beasts, are killed or wounded; things too are hit, lost, taken and burnt.</summary>
    private bool DemandsPeople(PhraseMatch<Harm> harm) => harm.Value is { Outcome: Outcome.Killed or Outcome.Injured, Form: Form.Verb or Form.Count or Form.Intransitive }
        && (tokens[harm.First].Key is "killed" or "martyred" or "wounded" or "injured" or "hurt" or "dead" or "kia" or "wia" or "died" or "dies" or "slain" or "embraced" or "perished" or "inj" or "wded" or "mrtd" or "kld" or "shaheed" or "succumbed" or "maimed" or "sustained" or "suffered" or "received" or "shot" || harm.Cue.StartsWith("lost their", StringComparison.Ordinal));

    /// <summary>Whether a participle has nobody after it that it could be done to.</summary>
    private bool EndsPassive(int at) => at >= to || !tokens[at].IsWord && tokens[at].Kind is TokenKind.Mark || AfterPassive.Contains(tokens[at].Key) || tokens[at].Key.EndsWith("day", StringComparison.Ordinal);

    /// <summary>"Driver and helper killed", "Shell kills shepherd, injures wife and son": one each.</summary>
    private List<PeopleGroup> WithBareNouns(List<PeopleGroup> counted)
    {
        var all = new List<PeopleGroup>(counted);
        for (var at = from; at < to; at++)
        {
            // "five relatives, the mother included": one of the five.
            if (all.Exists(group => group.First <= at && at < group.Last) || BareNoun(at) is not { } noun || (noun.Last < to && tokens[noun.Last].Key is "included" or "inclusive" or "among"))
            {
                continue;
            }
            var first = FirstOf(at);
            var isJoined = first > from && IsJoint(first - 1) && all.Exists(group => group.Last == first - 1 && (!group.IsBare || group.IsAdded));
            var isObject = first > from && harms.Exists(harm => harm.Last == first && harm.Value.Form is Form.Active or Form.Verb && harm.Value.Outcome is Outcome.Killed or Outcome.Injured && !EndsPassive(first));
            var isSubject = (first == from || tokens[first - 1].Kind is TokenKind.Mark || IsSpeech(tokens[first - 1].Key) || tokens[first - 1].Key is "as" or "after") && LeadsToHarm(noun.Last);
            // "The sentry was shot dead", "the man at the wheel died": whoever had been told of.
            isSubject |= IsDefinite(first) && LeadsToHarm(noun.Last);
            if (isSubject || ((isJoined || isObject) && (EndsPassive(noun.Last) || tokens[noun.Last].Key is "aged" or "who" || HarmAt(noun.Last, out _) is not null)))
            {
                all.Add(new PeopleGroup(first, isSubject ? PastAside(noun.Last) : noun.Last, 1, 1, noun.Category, People.SideOf(tokens, first, noun.Last)));
                all.Sort((a, b) => a.First.CompareTo(b.First));
                at = noun.Last - 1;
            }
        }
        return all;
    }

    /// <summary>"the sentry", "the night guard", where a clause begins with it.</summary>
    private bool IsDefinite(int noun)
    {
        var at = noun - 1;
        while (at > from && noun - at <= MostModifiers && tokens[at] is { IsWord: true, Key: not "the" } && !People.Breaks.Contains(tokens[at].Key))
        {
            at--;
        }
        return at >= from && tokens[at].Key is "the" && (at == from || tokens[at - 1].Kind is TokenKind.Mark || IsSpeech(tokens[at - 1].Key) || tokens[at - 1].Key is "and" or "that" or "but" or "while");
    }

    /// <summary>A noun of one person without article or number.</summary>
    private (string Category, int Last)? BareNoun(int at) => People.SingularAt(tokens, at, to) is { } noun && !(noun.Last < to && (tokens[noun.Last - 1].IsPossessive || People.SingularAt(tokens, noun.Last, to) is not null || Things.NounAt(tokens, noun.Last, to) is not null)) ? noun : null;

    private bool IsJoint(int at) => tokens[at].Key is "and" || tokens[at].IsMark(',') || tokens[at].IsMark('&');

    /// <summary>"Afghan refugee", "army captain": where the noun's own words begin.</summary>
    private int FirstOf(int noun)
    {
        var first = noun;
        while (first > from && noun - first < MostModifiers && tokens[first - 1] is { IsWord: true } before && (before.Key is "young" or "elderly" or "local" or "tribal" or "minor" or "army" or "police" or "truck" or "afghan" or "pakistani" or "senior" or "fc" or "border" or "taliban"))
        {
            first--;
        }
        return first;
    }

    /// <summary>Whether a noun, with those joined to it, stands right before a word of harm that is done to it.</summary>
    private bool LeadsToHarm(int at)
    {
        at = PastAside(at);
        for (var items = 0; items < 4; items++)
        {
            if (HarmAt(at, out var isPassive) is { } harm)
            {
                return (DemandsPeople(harm) || harm.Value is { Form: Form.Intransitive, Outcome: Outcome.Killed }) && (isPassive || harm.Value.Form is not Form.Verb || EndsPassive(harm.Last));
            }
            if (at >= to || !IsJoint(at))
            {
                return false;
            }
            var next = FirstWord(at + 1);
            if (groups.Find(group => group.First == at + 1 && !group.IsBare) is { } counted)
            {
                at = counted.Last;
            }
            else if (BareNoun(next) is { } noun)
            {
                at = noun.Last;
            }
            else
            {
                return false;
            }
        }
        return false;
    }

    private int FirstWord(int at)
    {
        while (at + 1 < to && BareNoun(at) is null && FirstOf(at + 1) <= at)
        {
            at++;
        }
        return Math.Min(at, to - 1);
    }
}
