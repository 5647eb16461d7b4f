using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Speakers;

/// <summary>Says who says a figure or an act, at any token of the text.</summary>
internal sealed class Attribution
{
    /// <summary>First persons of statements, and whose statements they are.</summary>
    private static readonly (string[] Words, string Name, ActorName Actor)[] Voices =
    [
        (["own troops", "own side", "own forces", "khwarij", "khawarij", "fitna al khawarij", "shahadat"], "Pakistan military (ISPR)", new ActorName("pak-military", "PK", true)),
        (["our mujahideen", "islamic emirate forces", "our mujahidin"], "Taliban government of Afghanistan", new ActorName("afg-taliban-government", "AF", false)),
    ];

    private readonly ReportText text;
    private readonly List<List<Speech>> speeches;
    private readonly Speech? voice;

    public Attribution(ReportText text)
    {
        this.text = text;
        speeches = SpeechReader.Read(text);
        voice = VoiceOf();
    }

    public IReadOnlyList<Speech> In(int sentence) => speeches[sentence];

    /// <summary>Who says what stands at a token; null: the report in its own voice.</summary>
    public Speech? At(int token)
    {
        var number = text.SentenceOf[token];
        var here = Reporting(number);
        if (here.Count > 0)
        {
            return InSentence(token, number, here);
        }
        if (text.Tokens[token].IsQuoted && Quoted(number) is { } speaker)
        {
            return speaker;
        }
        return Carried(number) ?? voice;
    }

    private List<Speech> Reporting(int number) => speeches[number].FindAll(speech => speech.Act is not (SpeechAct.Urge or SpeechAct.Warn or SpeechAct.Deny));

    /// <summary>The speaker of the token's segment; else the one nearest before it in the sentence; else, where the speech ends the sentence, the one after it.</summary>
    private Speech? InSentence(int token, int number, List<Speech> here)
    {
        var (from, to) = SegmentOf(token, number);
        var inside = here.FindAll(speech => speech.VerbFirst >= from && speech.VerbFirst < to);
        if (inside.Count > 0)
        {
            return inside.FindLast(speech => speech.VerbFirst <= token) ?? inside[0];
        }
        if (here[^1] is var trailing && trailing.VerbLast >= text.Sentences[number].Last - 6 && trailing.VerbFirst > token && IsTrailing(trailing))
        {
            return trailing;
        }
        var before = here.FindLast(speech => speech.VerbFirst <= token);
        return before is not null && !EndsReport(before) ? before with { IsCarried = true } : null;
    }

    /// <summary>"..., it said.": it holds for the whole sentence.</summary>
    private bool IsTrailing(Speech speech)
    {
        var first = speech.First >= 0 && speech.First < speech.VerbFirst ? speech.First : speech.VerbFirst - (text.Tokens[speech.VerbFirst - 1].IsWord ? 1 : 0);
        return first > 0 && text.Tokens[first - 1].IsMark(',');
    }

    /// <summary>"..., police said; a mine ..." says nothing of what follows.</summary>
    private bool EndsReport(Speech speech)
    {
        var sentence = text.Sentences[speech.Sentence];
        return speech.First > sentence.First + 2 && text.Tokens[speech.First - 1].IsMark(',');
    }

    private (int From, int To) SegmentOf(int token, int number)
    {
        var sentence = text.Sentences[number];
        var (from, to) = (token, token + 1);
        while (from > sentence.First && !IsBorder(from - 1, sentence))
        {
            from--;
        }
        while (to < sentence.Last && !IsBorder(to, sentence))
        {
            to++;
        }
        return (from, to);
    }

    private bool IsBorder(int at, in Sentence sentence) => text.Tokens[at].IsMark(';') || text.Tokens[at].Key is "while" or "whereas" || (text.Tokens[at].Key is "but" && at > sentence.First && text.Tokens[at - 1].IsMark(','));

    /// <summary>The speaker of a quotation that runs over several sentences: named in the next or the one before, of the same paragraph.</summary>
    private Speech? Quoted(int number)
    {
        var block = text.Sentences[number].Block;
        for (var next = number + 1; next < text.Sentences.Count && next <= number + 3 && text.Sentences[next].Block == block; next++)
        {
            if (Reporting(next) is { Count: > 0 } later)
            {
                return later[0] with { IsCarried = true };
            }
        }
        return Carried(number);
    }

    /// <summary>What follows a report in its paragraph, and names nobody, goes on with it.</summary>
    private Speech? Carried(int number)
    {
        var block = text.Sentences[number].Block;
        for (var before = number - 1; before >= 0 && before >= number - 3 && text.Sentences[before].Block == block; before--)
        {
            if (Reporting(before) is { Count: > 0 } earlier)
            {
                return earlier[^1] with { IsCarried = true };
            }
        }
        return null;
    }

    private Speech? VoiceOf()
    {
        foreach (var (words, name, actor) in Voices)
        {
            for (var at = 0; at < text.Tokens.Count; at++)
            {
                if (!text.Tokens[at].IsQuoted && Array.Exists(words, phrase => Stands(phrase, at)))
                {
                    return new Speech(-1, -1, -1, name, SpeechAct.Claim, at, at + 1) { Actor = actor, IsCarried = true };
                }
            }
        }
        return null;
    }

    private bool Stands(string phrase, int at)
    {
        var words = phrase.Split(' ');
        return at + words.Length <= text.Tokens.Count && words.Select((word, i) => text.Tokens[at + i].Key == word).All(fits => fits);
    }
}
