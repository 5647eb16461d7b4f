namespace BorderMap.Reports.Reading;

/// <summary>Takes a text apart into paragraphs, headings and rows.</summary>
internal static class Blocks
{
    private const int LongestHeading = 110;
    private const int LeastWrapped = 5;
    private const int LeastHeaded = 3;
    private const int LeastNumbered = 2;
    private const int LongestEntry = 300;
    private const int LongestWord = 13;
    private const int MostDigits = 3;
    private const int LongestRow = 1200;
    private const int LongestName = 32;
    private const int MostMarks = 3;

    /// <summary>Letters of the day and hour behind the name of a weekday.</summary>
    private const int LongestHour = 8;
    private const int NarrowestWrap = 50, WidestWrap = 100;

    public static List<Block> Of(string text)
    {
        var lines = Lines(text);
        var wrapped = AreWrapped(text, lines);
        var stretches = wrapped ? Joined(text, lines) : lines.FindAll(line => line.Length > 0);
        var items = Crawls.Items(text, stretches);
        // Heads that come again are speakers of a talk.
        var heads = stretches.Where(span => StartsWithName(text.AsSpan(span.Start, span.Length))).Select(span => text.AsSpan(span.Start, span.Length)[..text.AsSpan(span.Start, span.Length).IndexOfAny(":.-–—")].ToString()).ToList();
        var areHeaded = heads.Count >= LeastHeaded && heads.Distinct().Count() * 3 >= heads.Count * 2;
        // Long ones are sections, of several sentences that belong with others.
        var numbered = stretches.FindAll(span => StartsWithNumberedName(text.AsSpan(span.Start, span.Length)));
        var areNumbered = numbered.Count >= LeastNumbered && numbered.TrueForAll(span => span.Length <= LongestEntry);
        return [.. stretches.Select((span, i) => new Block(WithoutMarks(text, span), items.Contains(span.Start) || IsEntry(text.AsSpan(span.Start, span.Length), areHeaded, areNumbered) ? BlockKind.Row : KindOf(text, span, i, stretches)))];
    }

    private static bool IsEntry(ReadOnlySpan<char> line, bool areHeaded, bool areNumbered) => (areHeaded && StartsWithName(line)) || (areNumbered && StartsWithNumberedName(line));

    /// <summary>Every line without space around it; an empty one has no length.</summary>
    private static List<TextSpan> Lines(string text)
    {
        var lines = new List<TextSpan>();
        for (var start = 0; start <= text.Length;)
        {
            var length = text.AsSpan(start).IndexOfAny('\n', '\r', '\u2028');
            var end = length < 0 ? text.Length : start + length;
            lines.Add(Trimmed(text, start, end));
            start = end + 1;
        }
        return lines;
    }

    private static TextSpan Trimmed(string text, int start, int end)
    {
        while (start < end && IsBlank(text[start]))
        {
            start++;
        }
        while (end > start && IsBlank(text[end - 1]))
        {
            end--;
        }
        return new TextSpan(start, end);
    }

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || c is MarkupMask.Filler or '\uFEFF' or '\0';

    /// <summary>Lines broken at a column: of many, most end in the middle of a sentence and are about as long.</summary>
    private static bool AreWrapped(string text, List<TextSpan> lines)
    {
        var (full, broken) = (0, 0);
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            if (lines[i].Length == 0 || lines[i + 1].Length == 0)
            {
                continue;
            }
            full++;
            var isBroken = lines[i].Length is >= NarrowestWrap and <= WidestWrap && !IsEndOfSentence(text[lines[i].End - 1]) && !IsRow(text, lines[i + 1]) && !StartsWithName(text.AsSpan(lines[i + 1].Start, lines[i + 1].Length));
            broken += isBroken ? 1 : 0;
        }
        return full >= LeastWrapped && broken * 10 >= full * 7;
    }

    private static List<TextSpan> Joined(string text, List<TextSpan> lines)
    {
        var joined = new List<TextSpan>();
        var isOpen = false;
        foreach (var line in lines)
        {
            if (line.Length > 0 && isOpen && !IsRow(text, line))
            {
                joined[^1] = joined[^1].Through(line);
            }
            else if (line.Length > 0)
            {
                joined.Add(line);
            }
            isOpen = line.Length > 0;
        }
        return joined;
    }

    private static BlockKind KindOf(string text, TextSpan span, int index, List<TextSpan> all)
    {
        var leads = index + 1 < all.Count && all[index + 1].Length > span.Length;
        if (IsRow(text, span) && !(leads && IsEntryHead(text, span) && !IsRow(text, all[index + 1])))
        {
            return BlockKind.Row;
        }
        var isShort = span.Length <= LongestHeading && !IsEndOfSentence(text[span.End - 1]) && text[span.End - 1] is not (':' or ',' or ';');
        return isShort && leads && text.AsSpan(span.Start, span.Length).Contains(' ') ? BlockKind.Heading : BlockKind.Paragraph;
    }

    /// <summary>"11:05 - Shells fall on Chaman": the head of an entry of a live page, which is told below it.</summary>
    private static bool IsEntryHead(string text, TextSpan span) => StartsWithTime(text.AsSpan(span.Start, span.Length)) && span.Length <= LongestHeading && !IsEndOfSentence(text[span.End - 1]) && text.AsSpan(span.Start, span.Length).IndexOfAny('|', '\t') < 0;

    /// <summary>A row of a table: one record, whatever full stops its cells hold.</summary>
    public static bool IsOfCells(string text, Block block) => block.Kind is BlockKind.Row && block.Span.Length <= LongestRow && text.AsSpan(block.Span.Start, block.Span.Length) is var line && (line.Count('|') >= 2 || line.Count('\t') >= 2);

    /// <summary>A bullet, a time or date with a colon, cells: what stands in it belongs together and to nothing else.</summary>
    private static bool IsRow(string text, TextSpan span)
    {
        var line = text.AsSpan(span.Start, span.Length);
        return IsBulleted(line)
            || line.Count('\t') >= 2 || line.Count('|') >= 2 || line.Count(';') >= 3
            || StartsWithTime(line) || StartsWithNumber(line) || StartsWithDay(line) || StartsWithDate(line);
    }

    /// <summary>"*** Governor: two killed ***": the marks of a ticker's item are no words of it.</summary>
    private static TextSpan WithoutMarks(string text, TextSpan span)
    {
        var line = text.AsSpan(span.Start, span.Length);
        var marks = IsBulleted(line) ? line.IndexOfAnyExcept(line[0]) : 0;
        return marks > 1 ? Trimmed(text, span.Start + marks, span.Start + line.TrimEnd(line[0]).Length) : span;
    }

    /// <summary>"- ", "* ", "*** ", ">>> ": a mark, alone or a few of it, before a space; one ">" is a quotation.</summary>
    private static bool IsBulleted(ReadOnlySpan<char> line)
    {
        var marks = line.IndexOfAnyExcept(line[0]);
        return marks is > 0 and <= MostMarks && line.Length > marks + 1 && line[marks] == ' ' && ("-*•–—●▪◦►»".Contains(line[0]) || (line[0] == '>' && marks > 1));
    }

    /// <summary>"Kurram: ...", "KABUL. ...", "North Waziristan - ...": a round-up, where every line is of its own place. A name is one to three words with capitals.</summary>
    private static bool StartsWithName(ReadOnlySpan<char> line)
    {
        var (words, isInWord, letters, capitals) = (0, false, 0, 0);
        for (var at = 0; at < line.Length && at < LongestName; at++)
        {
            var c = line[at];
            if (char.IsLetter(c))
            {
                if (!isInWord && !char.IsUpper(c))
                {
                    return false;
                }
                words += isInWord ? 0 : 1;
                isInWord = true;
                letters++;
                capitals += char.IsUpper(c) ? 1 : 0;
            }
            else if (c is ':' && words is > 0 and <= 3)
            {
                return at + 2 < line.Length && line[at + 1] == ' ';
            }
            else if (c is '.' && words is > 0 and <= 3 && letters > 3)
            {
                return capitals == letters && at + 2 < line.Length && line[at + 1] == ' ';
            }
            else if (c is '-' or '–' or '—' && words is > 0 and <= 3 && line[at - 1] == ' ')
            {
                return at + 2 < line.Length && line[at + 1] == ' ';
            }
            else if (c is '(' && words is > 0 and <= 3 && line[at..].IndexOf(')') is > 0 and <= LongestName and var bracket)
            {
                // "Badini (Qilla Saifullah/Zabul) - open": what holds the place.
                var mark = line[(at + bracket + 1)..].TrimStart(' ');
                return mark.Length > 2 && mark[0] is ':' or '-' or '–' or '—' && mark[1] == ' ';
            }
            else if (c is ' ' or '-' or '/' or '\'')
            {
                isInWord = c is '\'' && isInWord;
            }
            else
            {
                return false;
            }
        }
        return false;
    }

    /// <summary>"CRAWL 4: ...", "Case 41. ...", "Oct 17 - ...": one of several that are counted or dated by their heads.</summary>
    private static bool StartsWithNumberedName(ReadOnlySpan<char> line)
    {
        var letters = 0;
        while (letters < line.Length && char.IsLetter(line[letters]))
        {
            letters++;
        }
        if (letters is < 3 or > LongestWord || !char.IsUpper(line[0]) || letters + 1 >= line.Length || line[letters] != ' ')
        {
            return false;
        }
        var first = letters + (line[letters + 1] == '#' ? 2 : 1);
        var at = first;
        while (at < line.Length && at - first < MostDigits && char.IsAsciiDigit(line[at]))
        {
            at++;
        }
        at += at > first && at + 1 < line.Length && line[at] == ' ' && line[at + 1] is '-' or '–' or '—' ? 1 : 0;
        return at > first && at + 2 < line.Length && line[at] is ':' or '.' or ')' or '-' or '–' or '—' && line[at + 1] == ' ';
    }

    /// <summary>"MON 16. Bajaur: ...", "Tue: ...", "Wed 1830 - ...": a diary, a line a day or an hour.</summary>
    private static bool StartsWithDay(ReadOnlySpan<char> line)
    {
        var letters = 0;
        while (letters < line.Length && char.IsLetter(line[letters]))
        {
            letters++;
        }
        if (letters < 3 || letters > 9 || !IsWeekday(line[..letters]))
        {
            return false;
        }
        var at = letters;
        while (at < line.Length && at - letters <= LongestHour && (line[at] is ' ' or '/' || char.IsAsciiDigit(line[at]) || (line[at] is ':' or '.' && at + 1 < line.Length && char.IsAsciiDigit(line[at + 1]))))
        {
            at++;
        }
        return at + 2 < line.Length && line[at] is '.' or ':' or '-' or '–' or '—' && line[at + 1] == ' ';
    }

    /// <summary>"26/02 Shomulzai: ...": a log, a line a day.</summary>
    private static bool StartsWithDate(ReadOnlySpan<char> line) => line.Length > 6 && char.IsAsciiDigit(line[0]) && char.IsAsciiDigit(line[1]) && line[2] == '/' && line[3] is '0' or '1' && char.IsAsciiDigit(line[4]) && line[5] is ' ' or ':';

    private static bool IsWeekday(ReadOnlySpan<char> word)
    {
        foreach (var day in (ReadOnlySpan<string>)["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
        {
            if (day.AsSpan().StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }
        return false;
    }

    private static bool StartsWithTime(ReadOnlySpan<char> line)
    {
        line = line.StartsWith("[") ? line[1..] : line;
        // Without a mark between hour and minute four digits may be a year or a count.
        return ClockTimes.At(line) is var (hour, minute, last, isMarked) && (isMarked || (line[last] is ' ' or 'h' or 'L' && ClockTimes.IsOfDay(hour, minute)));
    }

    private static bool StartsWithNumber(ReadOnlySpan<char> line)
    {
        var digits = 0;
        while (digits < line.Length && digits < 3 && char.IsAsciiDigit(line[digits]))
        {
            digits++;
        }
        return digits is 1 or 2 && line.Length > digits + 2 && line[digits] is '.' or ')' && line[digits + 1] == ' ';
    }

    private static bool IsEndOfSentence(char c) => c is '.' or '!' or '?' or '…' or '"' or '”' or '’' or '\'' or ')' or '۔' or '؟';
}
