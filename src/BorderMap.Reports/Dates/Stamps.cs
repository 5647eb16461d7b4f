using BorderMap.Incidents.Model;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Dates;

/// <summary>Lines that hold a day and little else: "@watcher - 18 Oct, 7:10 am", "Sunday, 12 October". Where there are several, what stands below each is of its day.</summary>
internal static class Stamps
{
    private const int LongestLine = 14;
    private const int Least = 2;

    /// <summary>The stamp above each sentence; nothing where a text has fewer than two.</summary>
    public static IReadOnlyDictionary<int, TimeMention> Of(ReportText text, IReadOnlyList<List<TimeMention>> times)
    {
        var found = Enumerable.Range(0, text.Sentences.Count).Where(number => IsStamp(text, number, times[number])).ToList();
        if (found.Count < Least || found.Select(number => times[number][0].Start).Distinct().Count() < Least)
        {
            return new Dictionary<int, TimeMention>();
        }
        var above = new Dictionary<int, TimeMention>();
        for (var i = 0; i < found.Count; i++)
        {
            for (var number = found[i]; number < (i + 1 < found.Count ? found[i + 1] : text.Sentences.Count); number++)
            {
                above[number] = times[found[i]][0];
            }
        }
        return above;
    }

    private static bool IsStamp(ReportText text, int number, List<TimeMention> times)
    {
        var sentence = text.Sentences[number];
        return times is [{ Use: TimeUse.When, Precision: DatePrecision.Day, Rule: "month-day" or "numeric" or "weekday", Start: not null } only] && sentence.Last - sentence.First <= LongestLine
            && (number == 0 || text.Sentences[number - 1].Block != sentence.Block) && (number + 1 == text.Sentences.Count || text.Sentences[number + 1].Block != sentence.Block)
            && Enumerable.Range(sentence.First, sentence.Last - sentence.First).All(at => (at >= only.First && at < only.Last) || IsBeside(text.Tokens, at, sentence.First, only));
    }

    /// <summary>Names, handles, marks and times of day may stand in the line.</summary>
    private static bool IsBeside(IReadOnlyList<Token> tokens, int at, int first, TimeMention only) => tokens[at] is { Kind: TokenKind.Mark } or { IsCapital: true } or { Key: "am" or "pm" or "at" or "hrs" or "local" or "time" }
        || (tokens[at].Kind is TokenKind.Number && at >= only.Last) || (tokens[first].IsMark('@') && at < only.First);
}
