using BorderMap.Gazetteer;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Happenings;

/// <summary>
/// Labels that say where a paragraph or a stretch of them is: "ZHOB. ...", "PS Ghulam Khan. ...", "3. Bajaur: ...", "Spin Boldak, 20-21 February: ...", a
/// line "KUNAR" above its items. A lone label is the dateline of a report.
/// </summary>
internal static class PlaceLabels
{
    private const int LongestLabel = 16;
    private const int LongestLine = 8;
    private const int Least = 2;

    private static readonly HashSet<string> Beside = new(StringComparer.Ordinal)
    {
        "and", "of", "the", "to", "night", "evening", "morning", "afternoon", "hrs", "hours", "h", "local", "time", "approx", "about", "c", "am", "pm", "on", "at", "in", "near", "nr", "late", "early", "from", "between", "around", "overnight", "dawn", "dusk", "noon",
        "midnight", "district", "province", "area", "sector", "tehsil", "agency", "crossing", "border", "village", "th", "st", "nd", "rd",
    };

    /// <summary>By sentence, the places of the label above it.</summary>
    public static Dictionary<int, IReadOnlyList<Located>> Of(Passage passage)
    {
        var text = passage.Text;
        var found = new Dictionary<int, IReadOnlyList<Located>>();
        var (blocks, lines) = (0, 0);
        IReadOnlyList<Located> line = [];
        var byLine = new Dictionary<int, IReadOnlyList<Located>>();
        for (var number = 0; number < text.Sentences.Count;)
        {
            var last = number + 1;
            while (last < text.Sentences.Count && passage.SameBlock(number, last))
            {
                last++;
            }
            // "17 October (Friday). Urgun, Paktika. Late in the evening ...": the place stands behind the day.
            var head = number + 2 < last && (IsDayAlone(passage, number) || IsNumberAlone(text, number)) ? number + 1 : number;
            var end = EndOf(passage, head);
            var places = end < 0 ? [] : passage.PlacesIn(head).Where(located => located.Last <= end && IsUnit(located)).ToList();
            var isLine = last == number + 1 && (IsLine(text, number) || IsEntryHead(passage, number)) && passage.RowOf(number) is null;
            if (isLine && (number > 0 || IsEntryHead(passage, number)))
            {
                line = [.. passage.PlacesIn(number).Where(IsUnit)];
                lines += line.Count > 0 ? 1 : 0;
            }
            else if (places.Count > 0 && passage.RowOf(number) is null)
            {
                blocks++;
                AddAll(found, number, last, places);
            }
            else if (line.Count > 0)
            {
                AddAll(byLine, number, last, line);
            }
            number = last;
        }
        found = blocks >= Least ? found : [];
        if (lines >= Least)
        {
            foreach (var (sentence, places) in byLine)
            {
                found.TryAdd(sentence, places);
            }
        }
        return found;
    }

    private static void AddAll(Dictionary<int, IReadOnlyList<Located>> found, int first, int last, IReadOnlyList<Located> places)
    {
        for (var number = first; number < last; number++)
        {
            found[number] = places;
        }
    }

    private static bool IsUnit(Located located) => located.Toponym.Place is { Kind: not PlaceKind.Country } && located.Toponym.Status is not ToponymStatus.Far;

    /// <summary>Number after the last token of a paragraph's label: names, days and hours up to a colon, a dash or the full stop; -1 where it has none.</summary>
    private static int EndOf(Passage passage, int number)
    {
        var (text, sentence) = (passage.Text, passage.Text.Sentences[number]);
        for (var at = sentence.First; at < Math.Min(sentence.Last, sentence.First + LongestLabel); at++)
        {
            var token = text.Tokens[at];
            if (at > sentence.First && (token.IsMark(':') || (token.IsMark('-') && at + 1 < sentence.Last && token.Start > text.Tokens[at - 1].End && text.Tokens[at + 1].Start > token.End)))
            {
                return at;
            }
            if (token.IsMark('.') && at == sentence.Last - 1)
            {
                return number + 1 < text.Sentences.Count && passage.SameBlock(number, number + 1) ? at : -1;
            }
            // "a. Lal Pur: ...", "(b) Mohmand: ..."
            var isLetter = token.Key.Length == 1 && at - sentence.First <= 1 && at + 1 < sentence.Last && text.Tokens[at + 1].Kind is TokenKind.Mark;
            if (token.IsWord && !token.IsCapital && !isLetter && !Beside.Contains(token.Key))
            {
                return -1;
            }
        }
        return -1;
    }

    /// <summary>"4. Torkham. Still shut": the number of an item.</summary>
    private static bool IsNumberAlone(ReportText text, int number) => text.Sentences[number] is var sentence && sentence.Last - sentence.First <= 2 && text.Tokens[sentence.First].Kind is TokenKind.Number;

    private static bool IsDayAlone(Passage passage, int number)
    {
        var sentence = passage.Text.Sentences[number];
        return sentence.Last - sentence.First <= LongestLine && passage.TimesIn(number).Count > 0 && !passage.PlacesIn(number).Any()
            && Enumerable.Range(sentence.First, sentence.Last - sentence.First).All(at => !passage.Tokens[at].IsWord || passage.Tokens[at].IsCapital || Beside.Contains(passage.Tokens[at].Key));
    }

    /// <summary>"11:05 - Shells fall on Chaman": the head of an entry of a live page.</summary>
    private static bool IsEntryHead(Passage passage, int number) => passage.IsHeading(number) && passage.Tokens[passage.Text.Sentences[number].First].Kind is TokenKind.Number;

    /// <summary>A short line of names alone.</summary>
    private static bool IsLine(ReportText text, int number)
    {
        var sentence = text.Sentences[number];
        return sentence.Last - sentence.First <= LongestLine && Enumerable.Range(sentence.First, sentence.Last - sentence.First).All(at => !text.Tokens[at].IsWord || text.Tokens[at].IsCapital || Beside.Contains(text.Tokens[at].Key))
            && !(text.Tokens[sentence.Last - 1].IsMark('.') && sentence.Last - sentence.First > 3);
    }
}
