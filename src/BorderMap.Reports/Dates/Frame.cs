using BorderMap.Incidents.Model;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Dates;

/// <summary>What the head of a log or digest says of its days.</summary>
/// <param name="Last">The last day of a period long ago; null where the day of the report serves better.</param>
/// <param name="WeekEnd">The last day of the week that a digest is of; null: it is of none.</param>
internal readonly record struct NamedPeriod(DateOnly? Last, DateOnly? WeekEnd);

/// <summary>The period that the head of a log or digest names, "spring 2017", "28 July - 3 August 2025": days without a year below it are of it.</summary>
internal static class Frame
{
    private const int HeadSentences = 4;
    private const int LongestLine = 120;

    /// <summary>A period so long before the day of the report is not of its year.</summary>
    private const int OldDays = 365;

    /// <summary>A week and a little more; what comes out later than a fortnight after is no digest of it.</summary>
    private const int LongestWeek = 10;
    private const int LatestDigest = 14;

    public static NamedPeriod Of(ReportText text, DateOnly? published) => new(Last(text, published), published is { } day ? WeekEnd(text, day) : null);

    /// <summary>"The week, 7 to 13 September": a title, with no sentence told in it. "Sat" is the Saturday of that week.</summary>
    private static DateOnly? WeekEnd(ReportText text, DateOnly published)
    {
        var reader = new TimeReader(text.Tokens, published);
        for (var number = 0; number < Math.Min(HeadSentences, text.Sentences.Count); number++)
        {
            var sentence = text.Sentences[number];
            var block = text.Blocks[sentence.Block];
            if (block.Kind is not BlockKind.Row && block.Span.Length <= LongestLine && text.Plain[block.Span.End - 1] is not '.'
                && reader.Read(sentence).Find(time => time is { Rule: "month-day", Use: TimeUse.When, Precision: DatePrecision.Range }) is { Start: { } start, End: { } end })
            {
                return end.DayNumber - start.DayNumber is >= 4 and <= LongestWeek && published.DayNumber - end.DayNumber is > 0 and <= LatestDigest ? end : null;
            }
        }
        return null;
    }

    private static DateOnly? Last(ReportText text, DateOnly? published)
    {
        var reader = new TimeReader(text.Tokens, null);
        for (var number = 0; number < Math.Min(HeadSentences, text.Sentences.Count); number++)
        {
            var sentence = text.Sentences[number];
            if (text.Blocks[sentence.Block] is { Kind: BlockKind.Row } or { Span.Length: > LongestLine })
            {
                continue;
            }
            if ((reader.Read(sentence).Find(time => time is { End: not null, Rule: "month-day" or "month" or "numeric" })?.End ?? (IsAlone(text, number) ? EndOfYear(text.Tokens, sentence) : null)) is { } end)
            {
                return published is { } day && day.DayNumber - end.DayNumber < OldDays ? null : end;
            }
        }
        return null;
    }

    /// <summary>A title is a line of its own: the year of a sentence in a paragraph is of what it tells.</summary>
    private static bool IsAlone(ReportText text, int number) => (number + 1 == text.Sentences.Count || text.Sentences[number + 1].Block != text.Sentences[number].Block) && (number == 0 || text.Sentences[number - 1].Block != text.Sentences[number].Block);

    /// <summary>"The log of spring 2017"; "about 700 in the four years since 2021" names no year that anything below is of.</summary>
    private static DateOnly? EndOfYear(IReadOnlyList<Token> tokens, in Sentence sentence)
    {
        for (var at = sentence.First; at < sentence.Last; at++)
        {
            if (tokens[at] is { Kind: TokenKind.Number, Key.Length: 4, IsJoined: false, Value: >= 1940 and <= 2100 and var year } && !(at > sentence.First && tokens[at - 1].Key is "since" or "until" or "before" or "after"))
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
