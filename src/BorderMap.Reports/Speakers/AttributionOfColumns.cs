using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Speakers;

/// <summary>Columns of a table that give what each side says.</summary>
internal sealed partial class Attribution
{
    private const int LeastColumns = 3;
    private const int LongestColumnHead = 5;

    /// <summary>By token, who says the cell it stands in: "Kabul says | Islamabad says", "Afghan version | Pakistani version" above the rows.</summary>
    private static Dictionary<int, Speech> ColumnsOf(ReportText text)
    {
        var found = new Dictionary<int, Speech>();
        List<Speech?>? heads = null;
        foreach (var block in text.Blocks)
        {
            var cells = block.Kind is BlockKind.Row ? Tables.Cells(text.Plain, block.Span) : [];
            if (heads is null || cells.Count != heads.Count)
            {
                heads = cells.Count >= LeastColumns && cells.ConvertAll(cell => HeadOf(text, cell)) is var said && said.Exists(head => head is not null) ? said : null;
                continue;
            }
            for (var cell = 0; cell < cells.Count; cell++)
            {
                for (var at = heads[cell] is null ? -1 : text.TokenFrom(cells[cell].Start); at >= 0 && at < text.Tokens.Count && text.Tokens[at].End <= cells[cell].End; at++)
                {
                    found[at] = heads[cell]!;
                }
            }
        }
        return found;
    }

    /// <summary>"Kabul says", "Residents say": whoever stands before the verb; "Afghan version": the side whose it is.</summary>
    private static Speech? HeadOf(ReportText text, TextSpan cell)
    {
        var first = text.TokenFrom(cell.Start);
        var last = first;
        while (first >= 0 && last < text.Tokens.Count && text.Tokens[last].End <= cell.End && text.Tokens[last].IsWord)
        {
            last++;
        }
        if (first < 0 || last - first is < 2 or > LongestColumnHead || text.Tokens[first].Key is "who" or "what")
        {
            return null;
        }
        return text.Tokens[last - 1].Key switch
        {
            "says" or "say" or "said" or "claims" or "reports" => Speech.Named(text, first, last - 1, SpeechAct.Say, first, last),
            "version" or "account" or "claim" or "statement" or "side" when text.Tokens[first].Key is "afghan" or "pakistani" || ActorNames.Find(text.Tokens, first, last).Count > 0 => Speech.Named(text, first, last, SpeechAct.Say, first, last),
            _ => null,
        };
    }
}
