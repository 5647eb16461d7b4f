using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Speakers;

/// <summary>Where a speaker's name begins and ends.</summary>
internal sealed partial class SpeechReader
{
    /// <summary>"Two officials, speaking on condition of anonymity because they feared for their posts, said": the name without what is told of it.</summary>
    private int BeforeParenthesis(int from, int end)
    {
        for (var at = end - 1; at > from && end - at <= 2 * LongestName; at--)
        {
            if (tokens[at].IsMark(';') || tokens[at].IsMark(':') || tokens[at].ClosesQuotation)
            {
                return end;
            }
            if (tokens[at].IsMark(',') && tokens[at + 1].Key is "speaking" or "talking" or "requesting" or "asking" or "citing" or "declining" or "insisting" or "who" or "whose" or "which" or "referring" or "describing" or "writing" or "addressing" or "commenting" or "reached" or "contacted" or "asked" or "interviewed" or "quoted" or "visited" or "named" or "identified" or "met" or "neither" or "none" or "both" or "all" or "not" || (tokens[at + 1].Key is "when" or "if" or "once" or "on" && tokens[at + 2].Key is "contacted" or "asked" or "reached" or "approached" or "questioned" or "being") || (tokens[at].IsMark(',') && tokens[at + 1].Key is "for" or "on" or "in" && tokens[at + 2].Key is "its" or "his" or "her" or "their" or "the" or "turn" or "contrast" && tokens[end - 1].Key is "part" or "side" or "hand" or "turn" or "contrast") || (tokens[at].IsMark(',') && tokens[at + 1].Key is "for" && tokens[at + 2].Key is "its" or "his" or "her" or "their"))
            {
                return at;
            }
        }
        return end;
    }

    /// <summary>"The mission (UNAMA) said": the name without its bracket.</summary>
    private int BeforeBracket(int from, int end)
    {
        if (end - 1 <= from || !tokens[end - 1].IsMark(')'))
        {
            return end;
        }
        while (end - 1 > from && tokens[end - 2].IsMark('-'))
        {
            end--;
        }
        var open = end - 2;
        while (open > from && end - open < LongestName && !tokens[open].IsMark('('))
        {
            open--;
        }
        return open > from && tokens[open].IsMark('(') ? open : end;
    }

    /// <summary>Where a speaker's name begins that ends at a token.</summary>
    private int StartOf(int from, int end)
    {
        var at = end;
        while (at > from && end - at < LongestName)
        {
            var token = tokens[at - 1];
            if (token.ClosesQuotation || token.IsQuoted != tokens[end - 1].IsQuoted || token.IsMark(';') || token.IsMark(':') || token.IsMark('-') || token.IsMark('.') || token.IsMark(']') || (Edges.Contains(token.Key) && !IsPointing(at - 1, from, end) && !IsRestrictive(at - 1, from, end) && !IsAsked(at - 1, from)))
            {
                break;
            }
            if (token.IsMark(',') && !IsApposition(from, at, end))
            {
                break;
            }
            if ((token.Key is "and" && EndsClause(from, at - 1)) || (token.Key is "to" && at - 2 >= from && tokens[at - 2].Key is "according"))
            {
                break;
            }
            at--;
        }
        while (at < end && (tokens[at].Kind is TokenKind.Mark || IsClock(at, from) || tokens[at].Key is "and" or "on" or "in" && at + 1 < end && tokens[at + 1].IsMark(',')))
        {
            at++;
        }
        return PastTime(at, end);
    }

    /// <summary>"An officer on that side": the word points to a noun, and begins no clause.</summary>
    private bool IsPointing(int at, int from, int end) => tokens[at].Key is "that" && at > from && at + 1 < end && tokens[at - 1].Key is "of" or "on" or "in" or "from" or "at" or "for";

    /// <summary>"An official who asked that his name be left out said": what he asked is told of him.</summary>
    private bool IsAsked(int at, int from) => tokens[at].Key is "that" && at - 2 >= from && tokens[at - 1].Key is "asked" or "requested" or "insisted" or "demanded" && tokens[at - 2].Is("who");

    /// <summary>"accounts that are close to the army", "the charity that runs a clinic": the word goes on with a noun that can speak.</summary>
    private bool IsRestrictive(int at, int from, int end)
    {
        if (tokens[at].Key is not "that" || at - 1 < from || at + 2 >= end || tokens[at - 1] is not { IsWord: true } || Verbs.At(tokens, at - 1, end) is not null)
        {
            return false;
        }
        var verb = at + (tokens[at + 1].Key is "first" or "still" or "now" or "also" or "often" || IsAdverb(at + 1) ? 2 : 1);
        var isVerb = verb < end && tokens[verb] is { IsWord: true, IsCapital: false } word && (Clausal.Contains(word.Key) || (tokens[at - 1].Key[^1] is not 'd' && IsFinite(verb)) || (word.Key.Length > 3 && word.Key[^1] == 's' && !IsOfPeople(verb, verb + 1) && Singly.Contains(word.Key)) || (IsPlural(at - 1) && Plainly.Contains(word.Key)));
        return isVerb && MaySpeak(Math.Max(from, at - LongestLabel), at);
    }

    /// <summary>Verbs of what an office, a service or a medium does.</summary>
    private static readonly HashSet<string> Plainly = new(StringComparer.Ordinal)
    {
        "run", "work", "operate", "document", "monitor", "track", "support", "follow", "cover", "represent", "speak", "treat", "help", "provide", "belong", "claim", "report", "publish", "broadcast", "serve", "govern", "rule", "control", "keep", "collect", "record", "count", "investigate", "oversee", "manage", "lead", "head", "use", "share", "favour", "favor", "deal", "specialise", "specialize", "lobby", "campaign", "advise", "employ", "own", "fund", "accompany", "visit",
    };

    private static readonly HashSet<string> Singly = Plainly.Select(verb => verb[^1] == 'y' ? verb[..^1] + "ies" : verb[^1] is 'h' or 's' ? verb + "es" : verb + "s").Append("goes").ToHashSet(StringComparer.Ordinal);

    /// <summary>"09:40 The spokesman said": the time of an entry.</summary>
    private bool IsClock(int at, int from) => at - from <= 3 && tokens[at].Kind is TokenKind.Number && (at + 1 < tokens.Count && tokens[at + 1].IsMark(':') || (at > from && tokens[at - 1].IsMark(':')) || text.Plain.AsSpan(tokens[at].Start, tokens[at].End - tokens[at].Start).ContainsAny(':', '.'));

    /// <summary>Whether what stands before a comma is the name that what follows explains: "Haji Ismail Khan Zazi, the district chief of ...,".</summary>
    private bool IsApposition(int from, int comma, int end)
    {
        var follows = tokens[comma].Key is "the" or "a" or "an" or "who" or "deputy" or "spokesman" or "spokesperson" or "head" or "chief" or "governor" or "director" || (!tokens[comma].IsCapital && tokens[comma].IsWord);
        var start = comma - 1;
        while (start > from && !(tokens[start - 1].Kind is TokenKind.Mark) && !Edges.Contains(tokens[start - 1].Key))
        {
            start--;
        }
        var capitals = 0;
        for (var at = start; at < comma - 1; at++)
        {
            capitals += tokens[at].IsCapital ? 1 : 0;
        }
        var isName = comma - 1 - start is > 0 and <= 9 && capitals * 2 >= comma - 1 - start && capitals > 0 && tokens[start].Key is not ("there" or "here" or "then" or "now" or "elsewhere") && !Enumerable.Range(start, comma - 1 - start).Any(IsFinite) && !IsCount(start, comma - 1);
        // "the governor's spokesman in Kandahar, Ali Mohammad Haqmal, said"
        if (EndsWithComma(end) && comma - 1 - start <= LongestOffice && IsNameToEnd(comma, end) && Enumerable.Range(start, comma - 1 - start).Any(at => Offices.Contains(tokens[at].Key)))
        {
            return true;
        }
        // "A health worker in Dishu, the nearest clinic, said"
        if (follows && EndsWithComma(end) && comma - 1 - start is > 1 and <= LongestOffice && tokens[start].Key is "a" or "an" or "one" or "another" or "the" && MaySpeak(start, Math.Min(comma - 1, start + 4)) && !Enumerable.Range(start, comma - 1 - start).Any(at => tokens[at].Key is "was" or "were" or "had" or "killed" or "wounded" or "hit" or "injured"))
        {
            return true;
        }
        return (follows && isName) || (tokens[comma].IsCapital && isName && EndsWithComma(end) && comma - 1 - start <= 5 && start == from);
    }

    /// <summary>"Seven soldiers, the army said, were killed": whoever was counted is no name.</summary>
    private bool IsCount(int first, int end) => Figures.Numbers.At(tokens, first, end) is { IsArticle: false } && (IsHarmed(end - 1) || (!IsOfPeople(first, end) && !IsOne(first, end)));

    private bool IsNameToEnd(int from, int end)
    {
        for (var at = from; at < end; at++)
        {
            if (!tokens[at].IsWord || !(tokens[at].IsCapital || tokens[at].Key is "bin" or "ul" or "ur" or "al"))
            {
                return false;
            }
        }
        return end - from is >= 1 and <= 5;
    }

    private bool EndsWithComma(int end) => end < tokens.Count && tokens[end].IsMark(',');

    /// <summary>"... was killed and police said": the words before "and" are a clause of their own.</summary>
    private bool EndsClause(int from, int and)
    {
        for (var at = and - 1; at >= from && and - at <= 10; at--)
        {
            if (tokens[at].Kind is TokenKind.Mark)
            {
                return false;
            }
            if (tokens[at].Key is "was" or "were" or "killed" or "wounded" or "injured" or "fired" or "said" or "is" or "are" or "had" or "have" or "has")
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>"a doctor who asked not to be named": the name without what is told of it.</summary>
    private int BeforeRelative(int first, int end)
    {
        for (var at = first + 1; at < end - 1; at++)
        {
            if (tokens[at].Key is "who" or "whose" or "which" || IsRestrictive(at, first, end))
            {
                return tokens[at - 1].IsMark(',') ? at - 1 : at;
            }
        }
        return end;
    }

    /// <summary>"At the provincial hospital in Khost city a doctor": where they are is none of the name.</summary>
    private int? AfterPlace(int first, int end)
    {
        if (tokens[first].Key is not ("at" or "in" or "from" or "near" or "outside" or "inside" or "across" or "over" or "along" or "beyond"))
        {
            return null;
        }
        for (var at = end - 2; at > first + 1; at--)
        {
            if (tokens[at].Key is "a" or "an" or "one" or "another" && IsOfPeople(at, Math.Min(end, at + LongestLabel)) | Enumerable.Range(at, Math.Min(end - at, LongestLabel)).Any(word => Offices.Contains(tokens[word].Key)))
            {
                return at;
            }
        }
        return null;
    }

    /// <summary>"The commander – speaking to a channel – had": the name before what dashes set apart.</summary>
    private int BeforeDash(int from, int end)
    {
        if (end - 1 <= from || !tokens[end - 1].IsMark('-'))
        {
            return end;
        }
        while (end - 1 > from && tokens[end - 2].IsMark('-'))
        {
            end--;
        }
        var open = end - 2;
        while (open > from && end - open < LongestName && !tokens[open].IsMark('-'))
        {
            open--;
        }
        while (open > from + 1 && tokens[open].IsMark('-') && tokens[open - 1].IsMark('-'))
        {
            open--;
        }
        return open > from && tokens[open].IsMark('-') ? open : end - 1;
    }

    /// <summary>"The elder, while talking to this correspondent, said": the name before what he was doing as he spoke.</summary>
    private (int First, int End) BeforeTalking(int from, int first, int end)
    {
        if (tokens[first].Key is not ("talking" or "speaking" or "writing" or "posting" or "tweeting" or "addressing" or "replying" or "responding" or "commenting" or "briefing" or "answering" or "condoling" or "chatting" or "conversing"))
        {
            return (first, end);
        }
        if (first <= from + 1)
        {
            return (PastTalking(first, end), end);
        }
        var before = first;
        while (before > from && (tokens[before - 1].IsMark(',') || tokens[before - 1].Key is "while" or "when"))
        {
            before--;
        }
        return before < first && before > from && StartOf(from, before) is var start && start < before ? (start, before) : (first, end);
    }

    /// <summary>"Speaking to journalists in Gardez, the governor", "Writing on X, Gul Safi": the name begins behind the comma.</summary>
    private int PastTalking(int first, int end)
    {
        var comma = Enumerable.Range(first, end - first).FirstOrDefault(at => tokens[at].IsMark(',') && at + 1 < end && tokens[at + 1].IsWord && !Wheres.Contains(tokens[at + 1].Key), -1);
        return comma > first && MaySpeak(comma + 1, end) ? comma + 1 : first;
    }

    /// <summary>"The directorate, for its part, counted": what stands between commas and cannot speak is none of the name.</summary>
    private (int First, int End) BeforeInsertion(int from, int first, int end)
    {
        while (first > from + 1 && EndsWithComma(end) && tokens[first - 1].IsMark(',') && (!MaySpeak(first, end) || (!tokens[first].IsCapital && tokens[first].Key.Length > 4 && (tokens[first].Key.EndsWith("ed", StringComparison.Ordinal) || tokens[first].Key.EndsWith("ing", StringComparison.Ordinal))) || tokens[first].Key is "for" or "neither" or "none" or "not" or "like" or "unlike" or "in" or "by" or "with" or "on" or "at" or "as"))
        {
            var before = StartOf(from, first - 1);
            if (before >= first - 1 || !MaySpeak(before, first - 1))
            {
                break;
            }
            (first, end) = (before, first - 1);
        }
        return (first, end);
    }
}
