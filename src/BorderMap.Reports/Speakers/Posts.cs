using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Speakers;

/// <summary>Whose the posts of a thread are: "@watcher - 18 Oct" above them or before their words.</summary>
internal static class Posts
{
    private const int MostSentences = 12;
    private const int LongestName = 7;

    /// <summary>By sentence, who posted it; what stands above the first handle is nobody's.</summary>
    public static Dictionary<int, Speech> Of(ReportText text)
    {
        var posted = new Dictionary<int, Speech>();
        Speech? poster = null;
        var since = 0;
        for (var number = 0; number < text.Sentences.Count; number++)
        {
            var first = text.Sentences[number].First;
            if (text.Tokens[first].IsMark('@') && first + 1 < text.Sentences[number].Last)
            {
                (poster, since) = (PosterAt(text, first + 1), number);
            }
            else if (number == 0 && Named(text, text.Sentences[number]) is { } named)
            {
                (poster, since) = (named, number);
            }
            if (poster is not null && number - since <= MostSentences)
            {
                posted[number] = poster;
            }
        }
        return posted;
    }

    /// <summary>"Governor's Office @office_press": the name that a page of posts is under.</summary>
    private static Speech? Named(ReportText text, in Sentence line)
    {
        var (first, last) = (line.First, line.First);
        while (last < line.Last && last - first <= LongestName && text.Tokens[last] is { IsWord: true } word && (word.IsCapital || word.Key is "of" or "the" or "for"))
        {
            last++;
        }
        if (last - first < 2 || last >= line.Last || !text.Tokens[last].IsMark('@'))
        {
            return null;
        }
        return Speech.Named(text, first, last, SpeechAct.Say, first, last);
    }

    private static Speech PosterAt(ReportText text, int at)
    {
        var (start, end) = (text.Tokens[at].Start, text.Tokens[at].End);
        while (end < text.Plain.Length && (char.IsLetterOrDigit(text.Plain[end]) || text.Plain[end] == '_'))
        {
            end++;
        }
        return new Speech(-1, -1, -1, text.Plain[start..end], SpeechAct.Say, at, at + 1) { Span = new TextSpan(start, end), IsCarried = true };
    }
}
