namespace BorderMap.Reports.Reading;

/// <summary>A report taken apart. Every offset counts UTF-16 code units of <see cref="Original"/>.</summary>
internal sealed class ReportText
{
    /// <summary>Characters beyond this are not read: no report is longer, and a reader of ten megabytes is told so.</summary>
    public const int Longest = 400_000;

    private ReportText(string original, string plain, List<Block> blocks, List<Sentence> sentences, IReadOnlyList<Token> tokens, int[] sentenceOf)
    {
        (Original, Plain, Blocks, Sentences, Tokens, SentenceOf) = (original, plain, blocks, sentences, tokens, sentenceOf);
        if (sentences.Zip(sentences.Skip(1)).Any(pair => pair.First.Span.Start > pair.Second.Span.Start))
        {
            byOffset = [.. Enumerable.Range(0, tokens.Count).OrderBy(token => tokens[token].Start)];
        }
    }

    /// <summary>The tokens in the order in which they are written; null: they are read in that order.</summary>
    private readonly int[]? byOffset;

    private Dictionary<int, TableRow>? rows;

    public string Original { get; }

    /// <summary>As long as the original, with markup and boilerplate blank.</summary>
    public string Plain { get; }
    public IReadOnlyList<Block> Blocks { get; }

    /// <summary>In the order of what they tell: the newest entry of a live page comes last, wherever it is written.</summary>
    public IReadOnlyList<Sentence> Sentences { get; }
    public IReadOnlyList<Token> Tokens { get; }

    /// <summary>By token, the number of its sentence.</summary>
    public IReadOnlyList<int> SentenceOf { get; }

    /// <summary>By sentence, the rows of tables whose heading names the columns.</summary>
    public IReadOnlyDictionary<int, TableRow> Rows => rows ??= Tables.Of(this);

    /// <summary>Number of the first token, as they are written, that ends behind an offset; -1 where none does.</summary>
    public int TokenFrom(int offset)
    {
        var (low, high) = (0, Tokens.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Tokens[byOffset?[middle] ?? middle].End <= offset ? (middle + 1, high) : (low, middle);
        }
        return low == Tokens.Count ? -1 : byOffset?[low] ?? low;
    }

    public TextSpan SpanOf(int first, int last) => new(Tokens[first].Start, Tokens[last - 1].End);

    /// <summary>The words of some tokens, as they are written, with single spaces.</summary>
    public string Words(int first, int last)
    {
        var written = Plain.AsSpan(Tokens[first].Start, Tokens[last - 1].End - Tokens[first].Start);
        Span<char> words = written.Length <= 512 ? stackalloc char[written.Length] : new char[written.Length];
        var length = 0;
        foreach (var c in written)
        {
            var isSpace = char.IsWhiteSpace(c);
            if (!Reading.Tokens.IsInvisible(c) && !(isSpace && (length == 0 || words[length - 1] == ' ')))
            {
                words[length++] = isSpace ? ' ' : c;
            }
        }
        return words[..length].ToString();
    }

    public BlockKind KindOf(in Sentence sentence) => Blocks[sentence.Block].Kind;

    /// <param name="original">The report's text.</param>
    /// <param name="watch">Stands before the tokens, so that a test can count how often they are looked at; null: nothing does.</param>
    public static ReportText Read(string original, Func<IReadOnlyList<Token>, IReadOnlyList<Token>>? watch = null)
    {
        var text = original.Length > Longest ? original[..Longest] : original;
        var plain = CommaTables.Barred(MarkupMask.Of(text));
        var blocks = LivePages.InOrder(plain, Boilerplate.Mark(plain, Reading.Blocks.Of(plain)));
        var (sentences, tokens, sentenceOf) = (new List<Sentence>(), new List<Token>(), new List<int>());
        for (var block = 0; block < blocks.Count; block++)
        {
            if (blocks[block].Kind is BlockKind.Boilerplate)
            {
                continue;
            }
            var quotations = new Quotations(plain);
            foreach (var span in Reading.Blocks.IsOfCells(plain, blocks[block]) ? [blocks[block].Span] : Reading.Sentences.Of(plain, blocks[block].Span))
            {
                var first = tokens.Count;
                Reading.Tokens.Add(plain, span, tokens);
                quotations.Mark(tokens, first);
                if (tokens.Count > first)
                {
                    sentenceOf.AddRange(Enumerable.Repeat(sentences.Count, tokens.Count - first));
                    sentences.Add(new Sentence(span, first, tokens.Count, block));
                }
            }
        }
        return new ReportText(original, WithoutBoilerplate(plain, blocks), blocks, sentences, watch is null ? tokens : watch(tokens), [.. sentenceOf]);
    }

    private static string WithoutBoilerplate(string plain, List<Block> blocks)
    {
        if (!blocks.Exists(block => block.Kind is BlockKind.Boilerplate))
        {
            return plain;
        }
        var letters = plain.ToCharArray();
        foreach (var block in blocks.Where(block => block.Kind is BlockKind.Boilerplate))
        {
            for (var at = block.Span.Start; at < block.Span.End; at++)
            {
                letters[at] = letters[at] == '\n' ? '\n' : ' ';
            }
        }
        return new string(letters);
    }
}
