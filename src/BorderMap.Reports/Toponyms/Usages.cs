using BorderMap.Gazetteer;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Toponyms;

/// <summary>What each place name does: says where, stands for a government, or says where the report was written.</summary>
internal static class Usages
{
    private const int FarthestDash = 12;

    private static readonly HashSet<string> Where = new(StringComparer.Ordinal)
        { "in", "near", "inside", "outside", "into", "around", "across", "throughout", "from", "within", "over", "at", "southern", "eastern", "northern", "western", "southeastern", "northeastern", "northwestern", "southwestern", "central" };

    /// <summary>Deeds done to a town.</summary>
    private static readonly HashSet<string> Striking = new(StringComparer.Ordinal)
        { "struck", "hit", "hits", "strike", "striking", "hitting", "bombed", "bombs", "bombing", "bombard", "bombarded", "bombarding", "rocketed", "shelled", "shelling", "raided", "pounded", "pounding", "overflew" };

    /// <summary>Words for such deeds, and for what only a town has, before "on" or "of".</summary>
    private static readonly HashSet<string> Strikes = new(StringComparer.Ordinal)
        { "airspace", "skies", "sky", "outskirts", "suburbs", "centre", "center", "streets", "strike", "strikes", "airstrike", "airstrikes", "raid", "raids", "bombing", "bombings", "bombardment", "bombs", "missiles", "drones", "jets", "planes", "sorties" };

    /// <summary>Capitals that stand for their governments.</summary>
    private static readonly HashSet<string> Capitals = new(StringComparer.Ordinal) { "islamabad", "kabul", "rawalpindi", "tehran", "washington", "beijing", "moscow", "delhi", "new delhi", "ankara", "doha", "riyadh" };

    /// <summary>Towns where newsrooms sit.</summary>
    private static readonly HashSet<string> Desks = [.. Capitals, "peshawar", "quetta", "karachi", "lahore", "kandahar", "jalalabad"];

    /// <summary>Verbs with which a short line tells what became of a place.</summary>
    private static readonly HashSet<string> Happens = new(StringComparer.Ordinal)
        { "was", "were", "is", "are", "has", "had", "been", "remains", "remained", "closed", "closes", "shut", "shuts", "sealed", "opened", "opens", "reopened", "reopens", "killed", "injured", "wounded", "hit", "shelled", "bombed", "attacked", "struck", "said" };

    /// <summary>Characters of a line of place and day.</summary>
    private const int LongestLine = 60;

    public static IEnumerable<FoundToponym> Of(ReportText text, List<PlaceMention> mentions, List<FoundToponym> toponyms) =>
        toponyms.Select((toponym, i) => toponym with { Usage = UsageOf(text, mentions[i], toponym) });

    private static ToponymUsage UsageOf(ReportText text, PlaceMention mention, FoundToponym toponym)
    {
        if (IsDateline(text, mention))
        {
            return ToponymUsage.Dateline;
        }
        var before = mention.First - 1;
        before -= before > 0 && text.Tokens[before].Key is "the" ? 1 : 0;
        var isWhere = before >= 0 && text.SentenceOf[before] == text.SentenceOf[mention.First] && Where.Contains(text.Tokens[before].Key);
        var mayStand = toponym.Place is { Kind: PlaceKind.Country } || Capitals.Contains(text.Words(mention.First, mention.Last).ToLowerInvariant());
        return mayStand && !isWhere && !(toponym.Place is not { Kind: PlaceKind.Country } && IsStruck(text, mention)) ? ToponymUsage.Metonymic : ToponymUsage.Literal;
    }

    /// <summary>"jets struck Kabul", "air strikes on Kabul", "Kabul's airspace", "the airspace of Kabul": the town, and not its government.</summary>
    private static bool IsStruck(ReportText text, PlaceMention mention)
    {
        var sentence = text.Sentences[text.SentenceOf[mention.First]];
        if (mention.First > sentence.First && Striking.Contains(text.Tokens[mention.First - 1].Key))
        {
            return true;
        }
        if (mention.First > sentence.First + 1 && text.Tokens[mention.First - 1].Key is "on" or "of" or "against" or "upon" && Strikes.Contains(text.Tokens[mention.First - 2].Key))
        {
            return true;
        }
        return mention.Last < sentence.Last && text.Tokens[mention.Last].Key is "airspace" or "skies" or "sky";
    }

    /// <summary>At the head of the text, before a dash, a bracket or a day: "PESHAWAR, March 3 -", "Rawalpindi, 4 July 2025".</summary>
    private static bool IsDateline(ReportText text, PlaceMention mention)
    {
        var number = text.SentenceOf[mention.First];
        var sentence = text.Sentences[number];
        if (number > 3 || mention.First - sentence.First > 3 || text.KindOf(sentence) is BlockKind.Row)
        {
            return false;
        }
        // "Torkham was closed on 14 October" tells, and is no line of place and day.
        var behind = Enumerable.Range(mention.Last, sentence.Last - mention.Last);
        var isLine = text.Blocks[sentence.Block].Span.Length <= LongestLine && behind.Any(at => text.Tokens[at].Kind is TokenKind.Number) && !behind.Any(at => Happens.Contains(text.Tokens[at].Key));
        for (var at = mention.Last; at < Math.Min(sentence.Last, mention.Last + FarthestDash); at++)
        {
            if (text.Tokens[at].IsMark('-') || (text.Tokens[at].IsMark('(') && at == mention.Last) || (text.Tokens[at].IsMark(':') && mention.First == sentence.First && (mention.Last == at || IsHeadOfWire(text, mention, at))))
            {
                return true;
            }
            if (text.Tokens[at].IsWord && !text.Tokens[at].IsCapital)
            {
                break;
            }
        }
        return isLine;
    }

    /// <summary>"PESHAWAR, Pakistan: ...", "QUETTA, Feb 21 (Online): ...": a town of newsrooms with its country, its day or its agency behind it.</summary>
    private static bool IsHeadOfWire(ReportText text, PlaceMention mention, int colon) => text.Tokens[mention.Last].IsMark(',') && Desks.Contains(text.Words(mention.First, mention.Last).ToLowerInvariant())
        && Enumerable.Range(mention.Last, colon - mention.Last).Any(at => text.Tokens[at].Kind is TokenKind.Number || text.Tokens[at].IsMark('(') || text.Tokens[at].Key is "pakistan" or "afghanistan");
}
