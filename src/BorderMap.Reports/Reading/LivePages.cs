namespace BorderMap.Reports.Reading;

/// <summary>Live pages that tell the newest first: they are read from the oldest entry to the newest, as things happened.</summary>
internal static class LivePages
{
    /// <summary>So many entries make a page.</summary>
    private const int Least = 3;

    private const int MinutesOfHour = 60;

    /// <summary>From a time after midnight to one before it.</summary>
    private const int LeastOverMidnight = 12 * MinutesOfHour;

    /// <summary>The blocks with their entries turned round where the page tells the newest first; what stands above the first entry stays there.</summary>
    public static List<Block> InOrder(string text, List<Block> blocks)
    {
        var entries = Enumerable.Range(0, blocks.Count).Where(block => blocks[block].Kind is not BlockKind.Boilerplate).Select(block => (Block: block, Time: TimeOf(text.AsSpan(blocks[block].Span.Start, blocks[block].Span.Length))))
            .Where(entry => entry.Time is not null).Select(entry => (entry.Block, Time: entry.Time!.Value)).ToList();
        if (entries.Count < Least || !entries.Zip(entries.Skip(1)).All(pair => pair.First.Time > pair.Second.Time || pair.Second.Time - pair.First.Time >= LeastOverMidnight))
        {
            return blocks;
        }
        var ordered = blocks.GetRange(0, entries[0].Block);
        for (var entry = entries.Count - 1; entry >= 0; entry--)
        {
            var first = entries[entry].Block;
            ordered.AddRange(blocks.GetRange(first, (entry + 1 < entries.Count ? entries[entry + 1].Block : blocks.Count) - first));
        }
        // Entries go on with one another, as paragraphs do; the rows of a log are records of their own.
        return ordered.ConvertAll(block => block.Kind is BlockKind.Row && TimeOf(text.AsSpan(block.Span.Start, block.Span.Length)) is not null ? block with { Kind = BlockKind.Paragraph } : block);
    }

    /// <summary>"18:05", "9.40 GMT", "[0730]", "1605h -" at the head of a line, in minutes.</summary>
    private static int? TimeOf(ReadOnlySpan<char> line)
    {
        line = line.TrimStart("[(*•- ");
        if (ClockTimes.At(line) is not var (hour, minute, last, isMarked) || !ClockTimes.IsOfDay(hour, minute))
        {
            return null;
        }
        return (isMarked ? !char.IsAsciiDigit(line[last]) : line[last] is ' ' or 'h' or 'L' or ':' or ']') ? (hour * MinutesOfHour) + minute : null;
    }
}
