using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Speakers;

/// <summary>Who is quoted by another: the quoted one says it, through the quoting one.</summary>
internal sealed partial class SpeechReader
{
    /// <summary>"Tolo News quoted the police chief as saying", "the police chief was quoted as saying".</summary>
    private IEnumerable<Speech> Quoted(int number, Sentence sentence)
    {
        for (var at = sentence.First; at < sentence.Last; at++)
        {
            if (tokens[at].Key is not ("quoted" or "quoting" or "quotes" or "cited" or "citing" or "cites"))
            {
                continue;
            }
            var end = at + 1;
            while (end + 1 < sentence.Last && end - at < LongestName && !IsAsSaying(end))
            {
                end++;
            }
            if (end + 1 >= sentence.Last || !IsAsSaying(end))
            {
                continue;
            }
            // "was quoted by Tolo News as saying"
            if (tokens[at + 1].Key is "by" && end > at + 2)
            {
                if (SubjectOf(sentence.First, at) is var (start, stop) && Named(number, start, stop, SpeechAct.Say, at, end + 2) is { } told)
                {
                    yield return told with { IsCited = true, Via = text.Words(at + 2, end) };
                }
            }
            else if (end > at + 1)
            {
                var via = BeforeQuoting(sentence.First, at);
                if (Named(number, at + 1, end, SpeechAct.Say, at, end + 2) is { } quoted)
                {
                    yield return quoted with { IsCited = true, Via = via };
                }
            }
            else if (BeforeQuoting(sentence.First, at) is not null && SubjectOf(sentence.First, at) is var (first, last) && Named(number, first, last, SpeechAct.Say, at, end + 2) is { } subject)
            {
                yield return subject with { IsCited = true };
            }
        }
    }

    private bool IsAsSaying(int at) => tokens[at].Key is "as" && tokens[at + 1].Key is "saying" or "telling" or "stating" or "claiming" or "confirming" or "reporting";

    private string? BeforeQuoting(int from, int verb) => SubjectOf(from, verb) is var (first, last) ? text.Words(first, last) : null;

    private (int First, int Last)? SubjectOf(int from, int verb)
    {
        var end = verb;
        while (end > from && (Skipped.Contains(tokens[end - 1].Key) || tokens[end - 1].Key is "is" or "are" or "being" || tokens[end - 1].IsMark(',')))
        {
            end--;
        }
        return end > from && StartOf(from, end) is var first && first < end ? (first, end) : null;
    }
}
