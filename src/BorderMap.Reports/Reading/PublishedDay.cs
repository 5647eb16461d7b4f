using System.Text.RegularExpressions;
using BorderMap.Incidents.Model;
using BorderMap.Reports.Dates;

namespace BorderMap.Reports.Reading;

/// <summary>Looks for the day of publication in the text: data of the page, a line that says so, a date with its year at the head.</summary>
internal static partial class PublishedDay
{
    private const int HeadSentences = 4;
    private const int LongestLine = 120;

    public static (DateOnly Day, TextSpan Span)? Find(ReportText text)
    {
        foreach (Match match in OfPage().Matches(text.Original[..Math.Min(text.Original.Length, ReportText.Longest)]))
        {
            var group = match.Groups["day"];
            if (DateOnly.TryParseExact(group.Value, "yyyy-MM-dd", out var day))
            {
                return (day, new TextSpan(group.Index, group.Index + group.Length));
            }
        }
        return Lines(text).Select(line => InLine(text, line)).FirstOrDefault(found => found is not null) ?? AtHead(text);
    }

    /// <summary>Lines that say when they were published, boilerplate or not.</summary>
    private static IEnumerable<TextSpan> Lines(ReportText text) => text.Blocks.Where(block => block.Span.Length <= LongestLine && SaysSo().IsMatch(block.Span.Of(text.Original))).Select(block => block.Span);

    private static (DateOnly, TextSpan)? InLine(ReportText text, TextSpan line)
    {
        var tokens = new List<Token>();
        Tokens.Add(text.Original, line, tokens);
        return tokens.Count == 0 ? null : First(tokens, new TimeReader(tokens, null).Read(new Sentence(line, 0, tokens.Count, 0)));
    }

    /// <summary>"UN PROTECTION UPDATE - 20 October 2025", "KABUL, Oct 12, 2025 (Reuters) -": the head of the text, in a heading or before its dash.</summary>
    private static (DateOnly, TextSpan)? AtHead(ReportText text)
    {
        var reader = new TimeReader(text.Tokens, null);
        for (var number = 0; number < Math.Min(HeadSentences, text.Sentences.Count); number++)
        {
            var sentence = text.Sentences[number];
            var isLine = text.Blocks[sentence.Block].Span.Length <= LongestLine && text.Blocks[sentence.Block].Kind is not BlockKind.Row;
            var times = reader.Read(sentence).Where(time => isLine || time.Last - sentence.First <= 10 && time.Last < sentence.Last && (text.Tokens[time.Last].IsMark('-') || text.Tokens[time.Last].IsMark('('))).ToList();
            if (First(text.Tokens, times) is { } found)
            {
                return found;
            }
        }
        return null;
    }

    private static (DateOnly, TextSpan)? First(IReadOnlyList<Token> tokens, IEnumerable<TimeMention> times) =>
        times.FirstOrDefault(time => time is { Start: not null, Precision: DatePrecision.Day, Rule: "month-day" or "numeric" }) is { Start: { } day } found
            ? (day, new TextSpan(tokens[found.First].Start, tokens[found.Last - 1].End)) : null;

    [GeneratedRegex("""(?:article:published_time|datePublished|date_published|pubdate|datetime)["']?\s{0,3}(?:content)?\s{0,3}[=:]?\s{0,3}(?:content=)?["'](?<day>[0-9]{4}-[0-9]{2}-[0-9]{2})""", RegexOptions.IgnoreCase)]
    private static partial Regex OfPage();

    [GeneratedRegex(@"^\W{0,3}(?:first |last )?(?:published|updated|posted|publish date|date|dated|release date)\b", RegexOptions.IgnoreCase)]
    private static partial Regex SaysSo();
}
