using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Speakers;

/// <summary>A speaker's name is a noun phrase: an office, a rank, a name, with its place behind it. What a clause puts before or behind it is none of it.</summary>
internal sealed partial class SpeechReader
{
    private const int LongestMeans = 4;

    /// <summary>Words that say where or when, before the one who speaks.</summary>
    private static readonly HashSet<string> Wheres = new(StringComparer.Ordinal)
        { "in", "at", "on", "from", "across", "beyond", "near", "over", "by", "after", "before", "during", "further", "up", "down", "between", "to", "inside", "outside", "along", "under", "amid", "within", "throughout", "until", "around" };

    /// <summary>Verbs that are nothing else, neither nouns nor participles.</summary>
    private static readonly HashSet<string> Clausal = new(StringComparer.Ordinal)
        { "is", "are", "was", "were", "has", "have", "had", "does", "do", "did", "went", "came", "took", "gave", "fell", "saw", "began", "ran", "drew", "flew", "rose", "threw", "wrote", "broke", "knew", "spoke" };

    /// <summary>The words before a verb without the clause that stands before the name, and without the verb that goes on behind it.</summary>
    private (int First, int End) Bounded(int first, int end)
    {
        first = PastClause(first, end);
        return (first, WithoutMark(first, BeforeClausal(first, end)));
    }

    /// <summary>A name as a claim gives it: where, when and how it was said are none of it, though they tell where the speaker is.</summary>
    private (int First, int End) NameAlone(int first, int end)
    {
        first = PastWhere(first, end);
        return (first, WithoutMark(first, BeforeManner(first, end)));
    }

    private int WithoutMark(int first, int end)
    {
        while (end > first + 1 && ((tokens[end - 1].Kind is TokenKind.Mark && !tokens[end - 1].IsMark(')')) || tokens[end - 1].Key is "which" or "who" or "that" or "reached" or "speaking"))
        {
            end--;
        }
        return end;
    }

    /// <summary>"and police", "The fighting is over, the commissioner": what comes before is a clause of its own.</summary>
    private int PastClause(int first, int end)
    {
        while (first < end - 1 && tokens[first].Key is "and" or "but" or "or" or "so")
        {
            first++;
        }
        // "I have just rung an official here who says": whom the reporter tells of.
        var article = tokens[first].Key is "i" or "we" or "i've" or "we've" or "i'm" or "we're" ? Enumerable.Range(first + 1, end - first - 1).LastOrDefault(at => tokens[at].Key is "a" or "an" or "the" or "one", -1) : -1;
        if (article > 0 && article + 1 < end && MaySpeak(article, end))
        {
            return article;
        }
        for (var comma = first + 1; comma < end - 1; comma++)
        {
            if (tokens[comma].IsMark(',') && MaySpeak(comma + 1, end) && HasClausal(first, comma))
            {
                return PastClause(comma + 1, end);
            }
        }
        return first;
    }

    /// <summary>A finite verb that is none of "who was", "which had".</summary>
    private bool HasClausal(int first, int end) => Enumerable.Range(first, end - first).Any(at => Clausal.Contains(tokens[at].Key) && !tokens[at].IsCapital) && !Enumerable.Range(first, end - first).Any(IsRelative);

    private bool IsRelative(int at) => tokens[at].Key is "who" or "whom" or "whose" or "which" or "that" or "where";

    /// <summary>"Kandahar police had at the time", "The army does not": the name ends where its verb begins.</summary>
    private int BeforeClausal(int first, int end)
    {
        for (var at = first + 1; at < end && !IsRelative(at); at++)
        {
            if (tokens[at].IsCapital || !Clausal.Contains(tokens[at].Key))
            {
                continue;
            }
            return MaySpeak(first, at) ? at : first;
        }
        return end;
    }

    /// <summary>"In Lalpura, nurse Zarmina", "On the other side of the line the corps": where and when are none of the name.</summary>
    private int PastWhere(int first, int end)
    {
        if (!Wheres.Contains(tokens[first].Key))
        {
            return first;
        }
        var comma = Enumerable.Range(first, end - first).FirstOrDefault(at => tokens[at].IsMark(','), -1);
        if (comma > first && comma + 1 < end && MaySpeak(comma + 1, end))
        {
            return PastWhere(comma + 1, end);
        }
        for (var at = first + 2; at < end - 1; at++)
        {
            var isAfresh = tokens[at].Key is "a" or "an" or "the" or "our" or "its" or "his" or "their" || (tokens[at].IsCapital && Means.Contains(tokens[at - 1].Key));
            if (isAfresh && !Links.Contains(tokens[at - 1].Key) && !Wheres.Contains(tokens[at - 1].Key) && tokens[at - 1].IsWord && MaySpeak(at, end))
            {
                return at;
            }
        }
        return first;
    }

    /// <summary>"A spokesman, in a voice message to reporters", "an elder over the phone": how it was said is none of the name.</summary>
    private int BeforeManner(int first, int end)
    {
        for (var at = first + 1; at < end - 1; at++)
        {
            var isManner = tokens[at].Key is "in" or "on" or "by" or "via" or "over" or "through" && tokens[at + 1].Key is "a" or "an" or "the" or "his" or "her" or "its" or "x" or "twitter" or "facebook" or "telegram" or "whatsapp" or "telephone" or "phone"
                && Enumerable.Range(at + 1, Math.Min(LongestMeans, end - at - 1)).Any(means => tokens[means].Key is not ("us" or "me" or "media") && Means.Contains(tokens[means].Key));
            // "sources quoted by the agency": who passes it on is none of the name either.
            var isPassedOn = tokens[at].Key is "quoted" or "cited" && tokens[at + 1].Is("by");
            if ((isManner || isPassedOn) && MaySpeak(first, at))
            {
                return at;
            }
        }
        return end;
    }
}
