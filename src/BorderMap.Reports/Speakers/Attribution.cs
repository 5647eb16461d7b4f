using BorderMap.Reports.Lexicons;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Speakers;

/// <summary>Says who says a figure or an act, at any token of the text.</summary>
internal sealed class Attribution
{
    /// <summary>First persons of statements, and whose statements they are.</summary>
    private static readonly PhraseTable<(string Name, ActorName Actor)> Voices = new(
    [
        ("own troops|side|forces", Pakistan), ("khwarij|khawarij", Pakistan), ("fitna al khawarij|khwarij", Pakistan), ("embraced shahadat", Pakistan),
        ("our mujahideen|mujahidin", Emirate), ("islamic emirate forces", Emirate),
    ]);

    private static (string, ActorName) Pakistan => ("Pakistan military (ISPR)", new ActorName("pak-military", "PK", true));

    private static (string, ActorName) Emirate => ("Taliban government of Afghanistan", new ActorName("afg-taliban-government", "AF", false));

    private const int LongestHead = 16;

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
            var nearest = inside.FindLast(speech => speech.VerbFirst <= token) ?? inside[0];
            // "Reuters reported, citing two officials": the officials say it.
            return nearest.IsCited ? nearest : inside.Find(speech => speech.IsCited && speech.VerbFirst - nearest.VerbLast is >= 0 and <= 3) is { } cited ? cited with { Via = nearest.Words } : nearest;
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
        if (Statement() is { } statement)
        {
            return statement;
        }
        for (var at = 0; at < text.Tokens.Count; at++)
        {
            if (!text.Tokens[at].IsQuoted && Voices.At(text.Tokens, at, text.Tokens.Count) is { } found)
            {
                return new Speech(-1, -1, -1, found.Value.Name, SpeechAct.Claim, at, at + 1) { Actor = found.Value.Actor, IsCarried = true };
            }
        }
        return null;
    }

    /// <summary>"Statement of the Ministry of Defence": a text whose head says whose it is.</summary>
    private Speech? Statement()
    {
        for (var number = 0; number < Math.Min(2, text.Sentences.Count); number++)
        {
            var sentence = text.Sentences[number];
            var isHead = text.KindOf(sentence) is BlockKind.Heading || sentence.Last - sentence.First <= LongestHead;
            var of = isHead ? Enumerable.Range(sentence.First, Math.Min(6, sentence.Last - sentence.First)).FirstOrDefault(at => text.Tokens[at].Key is "statement" or "release" or "communique" && at + 2 < sentence.Last && text.Tokens[at + 1].Key is "of" or "by" or "from", -1) : -1;
            if (of >= 0)
            {
                var actor = ActorNames.Find(text.Tokens, of + 2, sentence.Last);
                return new Speech(-1, -1, -1, text.Words(of + 2, sentence.Last), SpeechAct.Claim, of, of + 1) { Actor = actor.Count == 0 ? null : actor[^1].Value, Span = text.SpanOf(of + 2, sentence.Last), IsCarried = true };
            }
        }
        return null;
    }
}
