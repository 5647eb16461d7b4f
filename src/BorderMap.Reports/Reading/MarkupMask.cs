using System.Net;

namespace BorderMap.Reports.Reading;

/// <summary>
/// Takes markup out of a text without moving a letter: tags become spaces or line breaks, hidden parts go, entities become their letter.
/// The result has the same length, so that every offset into it is one into the report.
/// </summary>
internal sealed class MarkupMask
{
    /// <summary>Fills what stood inside a word; names and words are read across it.</summary>
    public const char Filler = '\u2060';

    /// <summary>No tag of a page is longer; a lone "&lt;" is a letter.</summary>
    private const int LongestTag = 4000;
    private const int LongestEntity = 12;
    private const int DeepestHidden = 256;

    private static readonly HashSet<string> Hidden = new(StringComparer.OrdinalIgnoreCase)
        { "script", "style", "noscript", "template", "nav", "footer", "aside", "form", "svg", "button", "select", "iframe", "head", "menu" };

    private static readonly HashSet<string> Inline = new(StringComparer.OrdinalIgnoreCase)
        { "a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "font", "i", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "u", "wbr" };

    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
        { "address", "article", "blockquote", "body", "br", "caption", "dd", "div", "dl", "dt", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "img", "input", "label", "li", "link", "main", "meta", "ol", "option", "p", "picture", "pre", "section", "source", "summary", "table", "tbody", "td", "textarea", "tfoot", "th", "thead", "title", "tr", "ul", "video" };

    private readonly string text;
    private readonly char[] masked;
    private readonly List<string> hidden = [];
    private readonly HashSet<string> unclosed = new(StringComparer.OrdinalIgnoreCase);
    private int nextClose = -1;

    private MarkupMask(string text)
    {
        this.text = text;
        masked = text.ToCharArray();
    }

    /// <summary>The text without markup; itself where it has none.</summary>
    public static string Of(string text)
    {
        var mask = new MarkupMask(text);
        return mask.IsMarkup() ? mask.Run() : text;
    }

    /// <summary>Whether a known tag stands in the text.</summary>
    private bool IsMarkup()
    {
        for (var at = text.IndexOf('<'); at >= 0 && at + 2 < text.Length; at = text.IndexOf('<', at + 1))
        {
            var name = NameAt(text[at + 1] == '/' ? at + 2 : at + 1);
            if (Hidden.Contains(name) || Blocks.Contains(name) || (Inline.Contains(name) && CloseAfter(at) is var close && close > 0))
            {
                return true;
            }
        }
        return false;
    }

    private string Run()
    {
        for (var at = 0; at < text.Length;)
        {
            at = text[at] switch
            {
                '<' => Tag(at),
                '&' when hidden.Count == 0 => Entity(at),
                _ => Letter(at),
            };
        }
        return new string(masked);
    }

    private int Letter(int at)
    {
        if (hidden.Count > 0 && text[at] != '\n')
        {
            masked[at] = ' ';
        }
        return at + 1;
    }

    private int Tag(int at)
    {
        if (string.CompareOrdinal(text, at, "<!--", 0, 4) == 0)
        {
            return Blank(at, EndOf("-->", at + 4));
        }
        var isClosing = at + 1 < text.Length && text[at + 1] == '/';
        var name = NameAt(at + (isClosing ? 2 : 1));
        var isDeclaration = at + 1 < text.Length && text[at + 1] is '!' or '?';
        if ((name.Length == 0 && !isDeclaration) || CloseAfter(at) is not (> 0 and var close))
        {
            return Letter(at);
        }
        if (isClosing)
        {
            Leave(name);
        }
        else if (name.Equals("script", StringComparison.OrdinalIgnoreCase) || name.Equals("style", StringComparison.OrdinalIgnoreCase))
        {
            // Raw text: what looks like a tag in it is none.
            return Blank(at, EndOfRaw(name, close + 1));
        }
        else if (Hidden.Contains(name) && text[close - 1] != '/' && hidden.Count < DeepestHidden)
        {
            hidden.Add(name);
        }
        if (Inline.Contains(name) && hidden.Count == 0)
        {
            masked.AsSpan(at, close + 1 - at).Fill(Filler);
            return close + 1;
        }
        Blank(at, close + 1);
        masked[at] = name.Equals("td", StringComparison.OrdinalIgnoreCase) || name.Equals("th", StringComparison.OrdinalIgnoreCase) ? '\t' : '\n';
        return close + 1;
    }

    private void Leave(string name)
    {
        var open = hidden.FindLastIndex(other => other.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (open >= 0)
        {
            hidden.RemoveRange(open, hidden.Count - open);
        }
    }

    private int Entity(int at)
    {
        var end = text.AsSpan(at, Math.Min(LongestEntity, text.Length - at)).IndexOf(';');
        if (end < 2 || text.AsSpan(at + 1, end - 1).ContainsAny(" \n\t<&"))
        {
            return at + 1;
        }
        var decoded = WebUtility.HtmlDecode(text.Substring(at, end + 1));
        if (decoded.Length > 1)
        {
            return at + 1;
        }
        var letter = decoded[0] == '\u00A0' ? ' ' : decoded[0];
        masked.AsSpan(at, end + 1).Fill(letter == ' ' ? ' ' : Filler);
        masked[at] = letter;
        return at + end + 1;
    }

    private int Blank(int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            masked[at] = text[at] == '\n' ? '\n' : ' ';
        }
        return to;
    }

    private int EndOfRaw(string name, int from)
    {
        if (!unclosed.Contains(name))
        {
            var end = text.IndexOf("</" + name, from, StringComparison.OrdinalIgnoreCase);
            if (end >= 0)
            {
                return CloseAfter(end) is > 0 and var close ? close + 1 : text.Length;
            }
            unclosed.Add(name);
        }
        return from;
    }

    private int EndOf(string mark, int from)
    {
        if (from > text.Length || unclosed.Contains(mark))
        {
            return Math.Min(from, text.Length);
        }
        var end = text.IndexOf(mark, from, StringComparison.Ordinal);
        if (end >= 0)
        {
            return end + mark.Length;
        }
        unclosed.Add(mark);
        return from;
    }

    /// <summary>The next "&gt;", looked for once however many "&lt;" stand before it; 0 when there is none near.</summary>
    private int CloseAfter(int at)
    {
        if (nextClose < at)
        {
            nextClose = text.IndexOf('>', at);
            nextClose = nextClose < 0 ? int.MaxValue : nextClose;
        }
        return nextClose - at <= LongestTag && nextClose != int.MaxValue ? nextClose : 0;
    }

    private string NameAt(int at)
    {
        var end = at;
        while (end < text.Length && end - at < 12 && char.IsAsciiLetterOrDigit(text[end]))
        {
            end++;
        }
        return end == at || !char.IsAsciiLetter(text[at]) ? "" : text[at..end];
    }
}
