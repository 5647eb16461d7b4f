using BorderMap.Reports.Lexicons;

namespace BorderMap.Reports.Reading;

/// <summary>What of a page is no report: menus, forms, comments, related links, adverts.</summary>
internal static class Boilerplate
{
    /// <summary>What a line of that sort does to the lines after it.</summary>
    private enum Reach
    {
        /// <summary>Only the line itself.</summary>
        Line,

        /// <summary>The short lines that follow: a list of links.</summary>
        Links,

        /// <summary>All that follows.</summary>
        Rest,
    }

    private sealed record Sign(Reach Reach, bool MayBeLong);

    private const int LongestSignLine = 160;
    private const int LongestLink = 130;
    private const int LongestJunk = 40;

    private static readonly PhraseTable<Sign> Signs = new(LexiconFile.Rows("boilerplate.tsv", "pattern\treach\tlong\twhy")
        .Select(row => (row[0], new Sign(Enum.Parse<Reach>(row[1], ignoreCase: true), row[2] == "yes"))));

    /// <summary>The blocks, with those that are boilerplate marked and given the reason.</summary>
    public static List<Block> Mark(string text, List<Block> blocks)
    {
        var marked = new List<Block>(blocks.Count);
        var (firstParagraph, lastParagraph) = (blocks.FindIndex(block => IsParagraph(text, block)), blocks.FindLastIndex(block => IsParagraph(text, block)));
        Reach? open = null;
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            var sign = SignOf(text, block.Span);
            if (open is Reach.Links && sign is null && !IsLink(text, block))
            {
                open = null;
            }
            var why = open is Reach.Rest ? "after the end of the report" : open is Reach.Links ? "a list of links" : sign?.Cue is { } cue ? $"a line of the page: {cue}" : JunkOf(text, block, i < firstParagraph && lastParagraph > i);
            marked.Add(why is null ? block : block with { Kind = BlockKind.Boilerplate, Why = why });
            // What stands before any paragraph is a menu, whatever it says.
            if (sign is { Value.Reach: not Reach.Line and var reach } && (reach is not Reach.Rest || firstParagraph >= 0 && firstParagraph < i))
            {
                open = open is Reach.Rest ? open : reach;
            }
        }
        return marked;
    }

    private static PhraseMatch<Sign>? SignOf(string text, TextSpan span)
    {
        var head = new TextSpan(span.Start, Math.Min(span.End, span.Start + LongestSignLine));
        var tokens = new List<Token>();
        Tokens.Add(text, head, tokens);
        // "READ | Blast in Kabul leaves seven dead"
        if (tokens.Count > 2 && tokens[1].IsMark('|') && tokens[0].Key is "read" or "watch" or "see" or "listen" or "video" or "photos" or "explained" or "opinion")
        {
            return new PhraseMatch<Sign>(0, 2, new Sign(Reach.Line, MayBeLong: true), "read |");
        }
        for (var at = 0; at < Math.Min(3, tokens.Count); at++)
        {
            if (Signs.At(tokens, at, tokens.Count) is { } match)
            {
                // "Home Minister Mohsin Naqvi said ..." is a sentence.
                return match.Value.MayBeLong || (span.Length <= LongestSignLine && (text[span.End - 1] != '.' || match.Last >= tokens.Count - 1)) ? match : null;
            }
            if (tokens[at].Kind is not TokenKind.Mark)
            {
                break;
            }
        }
        return null;
    }

    private static bool IsLink(string text, Block block) => block.Span.Length <= LongestLink && text[block.Span.End - 1] != '.';

    /// <summary>A few words without a sentence before the first paragraph that hold no figure and no day; a trail of links ("Home &gt; News").</summary>
    private static string? JunkOf(string text, Block block, bool isBeforeParagraphs)
    {
        var line = text.AsSpan(block.Span.Start, block.Span.Length);
        // ">>> Strikes in Khost" is an item of a ticker.
        var links = line.TrimStart(">»› ");
        if (links.Count('>') + links.Count('»') + links.Count('›') >= 2 && line.Length <= LongestSignLine)
        {
            return "a trail of links";
        }
        var isAlone = block.Kind is not BlockKind.Row && line.Length <= LongestJunk && !line.ContainsAnyInRange('0', '9') && !line.ContainsAny(".:,;");
        return isAlone && isBeforeParagraphs && IsLower(line) ? "letters of the page" : null;
    }

    private static bool IsLower(ReadOnlySpan<char> line)
    {
        foreach (var c in line)
        {
            if (char.IsUpper(c) || (c > 127 && char.IsLetter(c)))
            {
                return false;
            }
        }
        return true;
    }

    private static bool IsParagraph(string text, Block block) =>
        block.Span.Length > LongestSignLine || (block.Span.Length > LongestJunk && text[block.Span.End - 1] is '.' or '"' or '”');
}
