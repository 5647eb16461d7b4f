namespace BorderMap.Reports.Reading;

/// <summary>The crawl of a news channel in one line: "NUSHKI: five held ** QUETTA: one dead ** CHAMAN: gate opens".</summary>
internal static class Crawls
{
    /// <summary>A line shorter than this is a title.</summary>
    private const int Shortest = 120;

    /// <summary>So many marks part a line into items.</summary>
    private const int Least = 2;

    private static readonly string[] Marks = [" ** ", " *** ", " +++ ", " // ", " /// ", " • ", " ■ ", " ● ", " >> ", " >>> "];

    /// <summary>Puts the items of such lines in the place of the lines; answers where items begin.</summary>
    public static HashSet<int> Items(string text, List<TextSpan> lines)
    {
        var begins = new HashSet<int>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Length < Shortest || MarkOf(text.AsSpan(lines[i].Start, lines[i].Length)) is not { } mark)
            {
                continue;
            }
            var items = Parts(text, lines[i], mark);
            lines.RemoveAt(i);
            lines.InsertRange(i, items);
            i += items.Count - 1;
            begins.UnionWith(items.Select(item => item.Start));
        }
        return begins;
    }

    private static string? MarkOf(ReadOnlySpan<char> line)
    {
        foreach (var mark in Marks)
        {
            if (line.Count(mark) >= Least)
            {
                return mark;
            }
        }
        return null;
    }

    private static List<TextSpan> Parts(string text, TextSpan line, string mark)
    {
        var parts = new List<TextSpan>();
        for (var start = line.Start; start < line.End;)
        {
            var length = text.AsSpan(start, line.End - start).IndexOf(mark);
            var end = length < 0 ? line.End : start + length;
            if (end > start)
            {
                parts.Add(new TextSpan(start, end));
            }
            start = length < 0 ? line.End : end + mark.Length;
        }
        return parts;
    }
}
