namespace BorderMap.Reports.Reading;

/// <summary>
/// Which words of a block stand inside a quotation. The marks themselves are taken out of the tokens: no rule of grammar has to step over them.
/// A quotation that is opened and never closed ends with its block.
/// </summary>
internal sealed class Quotations(string text)
{
    private bool isOpen;

    /// <summary>Marks the tokens of a sentence, the last ones of the list.</summary>
    public void Mark(List<Token> tokens, int from)
    {
        var (kept, opens) = (from, false);
        for (var at = from; at < tokens.Count; at++)
        {
            var token = tokens[at];
            if (!token.IsMark('"'))
            {
                tokens[kept++] = token with { IsQuoted = isOpen, OpensQuotation = opens };
                opens = false;
                continue;
            }
            var wasOpen = isOpen;
            isOpen = text[token.Start] switch { '“' or '„' or '«' => true, '”' or '»' => false, _ => !isOpen };
            opens |= isOpen;
            if (wasOpen && !isOpen && kept > from)
            {
                tokens[kept - 1] = tokens[kept - 1] with { ClosesQuotation = true };
            }
        }
        tokens.RemoveRange(kept, tokens.Count - kept);
    }
}
