using BorderMap.Reports.Lexicons;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Speakers;

/// <summary>Who is named after a word: "according to the governor", "was told by a doctor", "source: the clinic".</summary>
internal sealed partial class SpeechReader
{
    /// <summary>Words with a speaker after them; false: who denies.</summary>
    private static readonly PhraseTable<bool> Before = new(
    [
        ("according to", true), ("acc to", true), ("acc . to", true), ("as reported|told|confirmed|announced|given|stated by", true), ("citing", true), ("quoting", true), ("quoted by", true),
        ("was|were|been denied by", false), ("was|were|been rejected by", false), ("was|were|been dismissed by", false), ("was|were|been confirmed by", true), ("statement by|from", true), ("read|reads|reading the|a statement of", true), ("in the words of", true),
        ("as per", true), ("per", true), ("per the", true), ("in|by|on the account|version|telling|reckoning|estimate|count|tally|figures|calculation|testimony|word|admission of", true),
        ("figure|figures|tally|toll|count|data|number|numbers|total|estimate|estimates|sum|list given|released|provided|issued|shared|compiled|kept|supplied|stated|published|announced|quoted|offered ..3 by", true), ("attributed to", true), ("put|given|handed|sent|read out by", true), ("claim|claims|account by", true),
        ("was|were|is|are|been explained|described|related|recounted|clarified ..2 by", true), ("was|were|is|are|been said|reported|believed|alleged|estimated|counted|told|informed|given|put|seen|shown|documented|recorded|tallied|listed|acknowledged|announced by", true), ("was|were|is|are|been told|assured|informed|briefed|notified|advised ..3 by", true), ("confirmed|reported to ..4 by", true), ("confirmed|verified by", true), ("was|were|is|are|been put|placed|given|estimated at|as ..6 by", true), ("confirmed|declared|pronounced dead by", true),
        ("figure|figures|tally|toll|count|number|numbers|account|news|word comes|came|come|is|are|was|were from", true),
        ("figure|figures|tally|count|total|estimate|estimates from", true), ("came|comes|stems|stemmed|originates|originated from", true), ("put about|around|out by", true), ("is|was|were supplied|issued|released|provided|furnished|published by", true),
        ("that|this|such|these|those|it is|was|are|were the tally|count|figure|figures|number|numbers|toll|account|answer|reply|version|estimate|reckoning|words|word|sum|sums|details of|from|by", true),
        ("reported|recorded|confirmed|verified|submitted by :", true), ("source|sources|src :", true), ("; so|thus", true), ("; so|thus says|say|said|runs|reports|report", true), ("this|that|it was|is told to us|me|him|our by", true), ("told to us|me by", true), ("that|this|it is|was|comes|came from", true), ("that|this|it from", true), ("so says|said|say|reports|reported|claims|claimed|runs|tells|writes|wrote", true), ("so is|was|are saying|telling|writing|reporting", true), ("this|that|it was|is|were disclosed|revealed|announced|conveyed|stated|declared|communicated ..2 by", true), ("source|sources is|are", true), ("source of|for|behind this|that|these|those|both|the news|information|detail|details|figure|figures|number|numbers|toll|account|report ,|is|was|:", true), ("tale|tales|story|stories|version|versions|narrative|claim|claims told|spread|peddled|offered|circulated|put ..1 by", true), ("claim|claims|allegation|allegations|rumour|rumours|rumor|rumors|story|stories|version|report|reports|figure|figures ,? aired|broadcast|made|published|carried|printed|posted|repeated|spread|shared|voiced|advanced ..4 by", true), ("heard|hears|hear|learnt|learned ..2 from", true), ("gathered from", true), ("as per int|info|information|intelligence fwd|forwarded|received|recd|passed by|from", true),
    ]);

    /// <summary>After these an article belongs to the name: "the governor of a district".</summary>
    private static readonly HashSet<string> Links = new(StringComparer.Ordinal) { "of", "for", "in", "at", "from", "with", "to", "by", "near", "on", "as", "and", "or" };

    private const int LongestExplanation = 4;

    private IEnumerable<Speech> AfterWords(int number, Sentence sentence)
    {
        foreach (var match in Before.Find(tokens, sentence.First, sentence.Last))
        {
            // "per Tolo", but not "two per family"
            if (match.Cue is "per" && !(match.Last < sentence.Last && (tokens[match.Last].IsCapital || ((tokens[match.First - (match.First > sentence.First ? 1 : 0)].Kind is TokenKind.Word || tokens[match.First - 1].IsMark(',')) && Enumerable.Range(match.Last, Math.Min(3, sentence.Last - match.Last)).TakeWhile(at => tokens[at].IsWord).Any(IsTelling)))))
            {
                continue;
            }
            // "A figure of five, four of them civilians, came from a nurse", but not "men came from Kurram".
            if (tokens[match.First].Key is "came" or "comes" or "stems" or "stemmed" or "originates" or "originated" or "put" or "is" or "was" or "were" && tokens[match.Last - 1].Key is "from" or "by" && IsOrigin(match) && !IsOfFigure(match.First, sentence))
            {
                continue;
            }
            // "Security sources quoted by the agency put the dead at eight": the sources say it.
            if (match.Cue is "quoted by" && match.First > sentence.First && IsPlural(match.First - 1) && IsOfSpeaker(match.First - 1, match.First))
            {
                continue;
            }
            // "70 deaths attributed to Pakistani forces": who did it, where "a statement attributed to the army" is its word.
            if (tokens[match.First].Is("attributed") && !Enumerable.Range(Math.Max(sentence.First, match.First - LongestLabel), Math.Min(LongestLabel, match.First - sentence.First)).Any(at => Tellings.Contains(tokens[at].Key) || Doubted.Contains(tokens[at].Key) || Means.Contains(tokens[at].Key) || tokens[at].Key is "remarks" or "quote" or "quotes" or "words" or "comments"))
            {
                continue;
            }
            // "That from the mayor", "So says the mayor": whole sentences, of what stands before.
            if (tokens[match.First].Key is "that" or "this" or "these" or "those" or "it" or "so" && !IsBehindMark(match, sentence) && match.First > sentence.First && !tokens[match.Last - 1].Is("by"))
            {
                continue;
            }
            var cited = tokens[match.First].Key is "citing" or "quoting";
            // "according to X", "per X": whoever is named; after other words only who may speak, and "; so X" only without a verb behind it.
            var isPlain = tokens[match.First].Key is "according" or "acc" or "per" or "as" or "citing" or "quoting" or "in" or "by" or "on" || !match.Value;
            if (After(number, match.Last, sentence.Last, match.Value ? SpeechAct.Say : SpeechAct.Deny, match.First, match.Last) is { } speech && (isPlain || MaySpeak(speech.First, speech.Last))
                && !(tokens[match.Last - 1].Is("from") && tokens[match.First].Key is "figure" or "figures" or "tally" or "count" or "total" or "estimate" or "estimates" or "came" or "comes" && !Enumerable.Range(speech.First, speech.Last - speech.First).Any(at => IsTelling(at) || ActorNames.Find(tokens, at, at + 1).Count > 0))
                && !(tokens[match.First].IsMark(';') && (speech.Last < sentence.Last - 1 || Enumerable.Range(match.Last, sentence.Last - match.Last).Any(IsFinite))))
            {
                yield return speech with { IsCited = cited };
            }
        }
    }

    private bool IsOrigin(PhraseMatch<bool> match) => tokens[match.Last - 1].Is("from") ? tokens[match.First].Key is not ("is" or "was" or "were") : tokens[match.Last - 2].Key is "about" or "around" or "out" or "supplied" or "issued" or "released" or "provided" or "furnished" or "published";

    /// <summary>Whether the clause before a token begins with a noun for a figure.</summary>
    private bool IsOfFigure(int to, in Sentence sentence)
    {
        var from = Enumerable.Range(sentence.First, to - sentence.First).LastOrDefault(at => tokens[at].IsMark(';') || tokens[at].IsMark(':') || tokens[at].Is("while"), sentence.First - 1) + 1;
        return Enumerable.Range(from, Math.Min(LongestLabel, to - from)).Any(at => (Figures.CountNouns.Is(tokens[at].Key) || tokens[at].Key is "estimate" or "estimates" or "total" or "account" or "version") && !(tokens[at].Key is "number" or "numbers" && to - at < 2));
    }

    /// <summary>"...; so tells the clinic": a clause of its own to the end of the sentence.</summary>
    private bool IsBehindMark(PhraseMatch<bool> match, in Sentence sentence) => match.First > sentence.First && tokens[match.First - 1].IsMark(';') && tokens[match.First].Key is "so" or "that" or "this" && !Figures.Tolls.Tells(tokens, match.Last, sentence.Last);

    /// <summary>A speaker named after a word, to the end of the name and of what explains it.</summary>
    private Speech? After(int number, int first, int to, SpeechAct act, int verbFirst, int verbLast)
    {
        // "according to him an assault was beaten back"
        if (first < to && tokens[first].Key is "him" or "her" or "them" or "it")
        {
            return Again(number, new PhraseMatch<SpeechAct>(verbFirst, first + 1, act, ""));
        }
        // "as per his information": whoever spoke before.
        if (first + 1 < to && tokens[first].Key is "his" or "her" or "their" or "its" && Tellings.Contains(tokens[first + 1].Key) | tokens[first + 1].Key is "information" or "statement" or "understanding" or "estimates" or "records" or "words" or "knowledge" && last is not null)
        {
            return Again(number, new PhraseMatch<SpeechAct>(verbFirst, first + 2, act, ""));
        }
        var end = first;
        var commas = 0;
        while (end < to && end - first < LongestName && !EndsName(first, end, to))
        {
            // "said their commander, Mullah Sabir, on Monday"
            if (tokens[end].IsMark(',') && NameBehind(first, end, to) is > 0 and var named)
            {
                end = named;
                break;
            }
            if (tokens[end].IsMark(',') && (!(end + 1 < to && IsExplaining(end + 1) && ++commas == 1) || IsClause(end + 1, to)))
            {
                break;
            }
            end++;
        }
        while (end > first && tokens[end - 1].Kind is TokenKind.Mark)
        {
            end--;
        }
        return end > first ? Named(number, first, end, act, verbFirst, verbLast) : null;
    }

    /// <summary>Where a name between commas ends that tells who holds the office before it; 0: there is none.</summary>
    private int NameBehind(int first, int comma, int to)
    {
        var last = comma + 1;
        while (last < to && last - comma <= LongestLabel && tokens[last] is { IsWord: true, IsCapital: true })
        {
            last++;
        }
        var isOffice = Enumerable.Range(first, comma - first).Any(at => Offices.Contains(tokens[at].Key) || IsOnePerson(at)) && !tokens[comma - 1].IsCapital;
        return isOffice && last - comma is > 2 and <= LongestLabel && (last == to || tokens[last].Kind is TokenKind.Mark || tokens[last].Key is "on" or "that") ? last : 0;
    }

    /// <summary>"a villager, Gul Wali", "a driver, Rahim Dad": a noun for one of the people.</summary>
    private bool IsOnePerson(int at) => Roles.Contains(tokens[at].Key) || IsOfPeople(at, at + 1) || (at > 0 && tokens[at - 1].Key is "a" or "an" or "one" or "another" && Figures.People.CategoryAt(tokens, at, at + 1) is not null);

    private bool IsExplaining(int at) => tokens[at].Key is "the" or "a" or "an" or "his" or "her" or "its" or "their" || (!tokens[at].IsCapital && Enumerable.Range(at, Math.Min(LongestExplanation, tokens.Count - at)).TakeWhile(word => tokens[word] is { IsWord: true, IsCapital: false }).Any(word => Offices.Contains(tokens[word].Key) || tokens[word].Key is "member"));

    /// <summary>"According to the governor, a teacher was killed": what follows the comma has a verb of its own before the next one, and explains nothing.</summary>
    private bool IsClause(int first, int to)
    {
        for (var at = first; at < to && tokens[at].Kind is not TokenKind.Mark; at++)
        {
            if (tokens[at].Key is "who" or "whose" or "which" or "that")
            {
                return false;
            }
            if (IsFinite(at) || tokens[at].Key is "died" or "perished" or "are" or "number")
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Whether a name that begins before a token cannot go on with it.</summary>
    private bool EndsName(int first, int at, int to)
    {
        var token = tokens[at];
        if (token.OpensQuotation || token.IsMark(';') || token.IsMark(':') || token.IsMark('(') || token.IsMark('.') || token.IsMark('-') || token.IsMark('|') || Edges.Contains(token.Key) || token.Key is "said" or "were" or "was" or "is" or "are" or "has" or "have" or "had" or "who" or "whose")
        {
            return true;
        }
        // "said by officials to have been killed"
        if (token.Key is "that" || (token.Key is "on" && at > first + 1) || (token.Key is "to" && at + 1 < to && tokens[at + 1].Key is "have" or "be"))
        {
            return true;
        }
        // "according to our intelligence six soldiers ...", "according to the ministry a drone ..."
        var isLinked = at == first || tokens[at - 1].Kind is TokenKind.Mark || Links.Contains(tokens[at - 1].Key);
        return at > first && (token.Key is "a" or "an" or "some" ? !isLinked : !IsUnit(at, to) && Figures.Numbers.At(tokens, at, to) is { IsArticle: false } && tokens[at - 1].Key is not "of" and not "the");
    }

    /// <summary>"11 Corps", "201st Brigade", "Rescue 1122": a number that is a name.</summary>
    private bool IsUnit(int at, int to) => tokens[at].Kind is TokenKind.Number && (at > 0 && tokens[at - 1] is { IsCapital: true, Key: "rescue" } || Enumerable.Range(at + 1, Math.Max(0, Math.Min(to, at + 4) - at - 1)).Any(next => tokens[next] is { IsCapital: true, Key: "corps" or "brigade" or "division" or "wing" or "battalion" or "regiment" }));
}
