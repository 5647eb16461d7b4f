using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Dates;

/// <summary>The period that the head of a log or digest names, "spring 2017", "28 July - 3 August 2025": days without a year below it are of it.</summary>
internal static class Frame
{
    private const int HeadSentences = 4;
    private const int LongestLine = 120;

    /// <summary>A period so long before the day of the report is not of its year.</summary>
    private const int OldDays = 365;

    /// <summary>The last day of the period; null where the day of the report serves better.</summary>
    public static DateOnly? Of(ReportText text, DateOnly? published)
    {
        var reader = new TimeReader(text.Tokens, null);
        for (var number = 0; number < Math.Min(HeadSentences, text.Sentences.Count); number++)
        {
            var sentence = text.Sentences[number];
            if (text.Blocks[sentence.Block] is { Kind: BlockKind.Row } or { Span.Length: > LongestLine })
            {
                continue;
            }
            if ((reader.Read(sentence).Find(time => time is { End: not null, Rule: "month-day" or "month" or "numeric" })?.End ?? EndOfYear(text.Tokens, sentence)) is { } end)
            {
                return published is { } day && day.DayNumber - end.DayNumber < OldDays ? null : end;
            }
        }
        return null;
    }

    private static DateOnly? EndOfYear(IReadOnlyList<Token> tokens, in Sentence sentence)
    {
        for (var at = sentence.First; at < sentence.Last; at++)
        {
            if (tokens[at] is { Kind: TokenKind.Number, Key.Length: 4, IsJoined: false, Value: >= 1940 and <= 2100 and var year })
            {
                return (at > sentence.First ? tokens[at - 1].Key : "") switch
                {
                    "spring" => new DateOnly(year, 5, 31),
                    "summer" => new DateOnly(year, 8, 31),
                    "autumn" or "fall" => new DateOnly(year, 11, 30),
                    _ => new DateOnly(year, 12, 31),
                };
            }
        }
        return null;
    }
}
