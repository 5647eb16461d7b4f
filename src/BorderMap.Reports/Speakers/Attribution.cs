using BorderMap.Reports.Lexicons;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Speakers;

/// <summary>Says who says a figure or an act, at any token of the text.</summary>
internal sealed partial class Attribution
{
    /// <summary>First persons of statements, and whose statements they are.</summary>
    private static readonly PhraseTable<(string Name, ActorName Actor)> Voices = new(
    [
        ("own troops|side|forces", Pakistan), ("khwarij|khawarij", Pakistan), ("fitna al khawarij|khwarij", Pakistan), ("embraced shahadat", Pakistan),
        ("our mujahideen|mujahidin", Emirate), ("islamic emirate forces", Emirate),
    ]);

    private static (string, ActorName) Pakistan => ("Pakistan military (ISPR)", new ActorName("pak-military", "PK", true));

    private static (string, ActorName) Emirate => ("Taliban government of Afghanistan", new ActorName("afg-taliban-government", "AF", false));

    private const int MostSpeakers = 1;
    private const int LongestStamp = 4;

    private readonly ReportText text;
    private readonly List<List<Speech>> speeches;
    private readonly Speech? voice;
    private readonly Speech? caption;
    private readonly Dictionary<int, Speech> rows;
    private readonly Dictionary<int, Speech> columns;
    private readonly Dictionary<int, Speech> posts;
    private readonly Interview interview;

    public Attribution(ReportText text)
    {
        this.text = text;
        speeches = SpeechReader.Read(text);
        rows = Figures.TableTolls.Sources(text).ToDictionary(row => row.Key, row => SourceOf(row.Value));
        columns = ColumnsOf(text);
        posts = Posts.Of(text);
        interview = Interview.Of(text);
        voice = VoiceOf() is { } found ? found with { IsVoice = true } : null;
        caption = rows.Count == 0 ? CaptionOf() : null;
    }

    public IReadOnlyList<Speech> In(int sentence) => speeches[sentence];

    /// <summary>Who says what stands at a token; null: the report in its own voice.</summary>
    public Speech? At(int token)
    {
        var number = text.SentenceOf[token];
        if (rows.TryGetValue(number, out var source))
        {
            return source;
        }
        if (columns.TryGetValue(token, out var side))
        {
            return side;
        }
        if (interview.At(token) is { } answering)
        {
            return answering;
        }
        var here = Reporting(number);
        if (here.Count > 0)
        {
            return InSentence(token, number, here) ?? GoesOnWithin(number, here[0]) ?? posts.GetValueOrDefault(number) ?? (IsBeforeOthers(token, here[0]) ? voice : null);
        }
        if (text.Tokens[token].IsQuoted && Quoted(number) is { } speaker)
        {
            return speaker;
        }
        return SaidSo(number) ?? Carried(number) ?? Announced(number) ?? posts.GetValueOrDefault(number) ?? (text.KindOf(text.Sentences[number]) is BlockKind.Row ? caption : null) ?? Introduced(number) ?? voice ?? FromAbove(number) ?? InOwnWords(number);
    }

    /// <summary>Who reports a row of a table, by its column of sources.</summary>
    private Speech SourceOf(TextSpan cell)
    {
        var words = cell.Of(text.Plain);
        var tokens = new List<Token>();
        Reading.Tokens.Add(text.Plain, cell, tokens);
        var actors = ActorNames.Find(tokens, 0, tokens.Count);
        return new Speech(-1, -1, -1, words, SpeechAct.Say, -1, -1) { Span = cell, Actor = actors.Count == 0 ? null : actors[0].Value, IsCarried = true };
    }

    /// <summary>A clause from where its speaker begins to be reported: "residents, who fear more attacks, said that shells fell" fears nothing of the shells.</summary>
    /// <param name="sentence">Number of the sentence.</param>
    /// <param name="clause">The clause.</param>
    /// <param name="before">Number of a token of the clause.</param>
    public (int From, int To) AfterSpeech(int sentence, (int From, int To) clause, int before)
    {
        var from = clause.From;
        foreach (var speech in speeches[sentence])
        {
            from = speech.Act is SpeechAct.Say or SpeechAct.Confirm && speech.First >= 0 && speech.First < speech.VerbFirst && speech.VerbLast <= before && speech.VerbFirst > from ? speech.VerbLast : from;
        }
        return (from, clause.To);
    }

    private List<Speech> Reporting(int number) => speeches[number].FindAll(speech => speech.Act is not (SpeechAct.Urge or SpeechAct.Warn or SpeechAct.Deny));

    /// <summary>The speaker of the token's segment; else the one nearest before it in the sentence; else, where the speech ends the sentence, the one after it.</summary>
    private Speech? InSentence(int token, int number, List<Speech> here)
    {
        if (here.Find(speech => speech.VerbFirst > token && IsBracket(speech.VerbFirst) && IsInCell(token, speech.VerbFirst)) is { } source)
        {
            return source;
        }
        // "Soldiers: one dead; two houses hit; source: the clinic": of the whole row.
        if (here.FindLast(speech => speech.VerbFirst > token && IsFoot(speech) && (text.Tokens[speech.VerbFirst - 1].IsMark(';') || (IsBracket(speech.VerbFirst - 1) && speech.Last >= text.Sentences[number].Last - 2))) is { } foot)
        {
            return foot;
        }
        var (from, to) = SegmentOf(token, number);
        var inside = here.FindAll(speech => speech.VerbFirst >= from && speech.VerbFirst < to);
        if (inside.Count > 0)
        {
            var nearest = inside.FindLast(speech => speech.VerbFirst <= token) ?? inside[0];
            // "Our reporter: two hurt, says the clinic", "(Pajhwok): Two were hurt, the police said": whoever is named behind told the reporter.
            if (nearest.VerbFirst <= token && text.Tokens[nearest.VerbFirst].Kind is TokenKind.Mark && inside.Find(speech => speech.VerbFirst > token && EndsWith(speech, text.Sentences[number])) is { } behind)
            {
                return behind;
            }
            // "The hospital received nine wounded, its director said": he tells what his ward took in.
            if (nearest.Act is SpeechAct.Count && inside[^1] is { Act: SpeechAct.Say or SpeechAct.Confirm, IsCited: false } telling && telling.VerbFirst > token && telling.VerbLast >= text.Sentences[number].Last - 6 && !IsBracket(telling.VerbFirst) && IsTrailing(telling))
            {
                return telling;
            }
            // "Reuters reported, citing two officials": the officials say it.
            return nearest.IsCited ? nearest : inside.Find(speech => speech.IsCited && (speech.VerbFirst - nearest.VerbLast is >= 0 and <= 3 || (nearest.VerbFirst - speech.Last is >= 0 and <= 2) || (speech.VerbFirst <= text.Sentences[number].First + 1 && nearest.First - speech.Last is >= 0 and <= 2))) is { } cited ? cited with { Via = nearest.Words } : nearest;
        }
        if (here[^1] is var trailing && Math.Max(trailing.VerbLast, trailing.Last) >= text.Sentences[number].Last - 6 && trailing.VerbFirst > token && IsTrailing(trailing))
        {
            return trailing;
        }
        // "They heard of two dead; the surgeon confirms both"
        if (here.Find(speech => speech.VerbFirst > token && speech.First > text.Sentences[number].First && text.Tokens[speech.First - 1].IsMark(';') && SaysSo(speech, text.Sentences[number])) is { } confirming)
        {
            return confirming;
        }
        var before = here.FindLast(speech => speech.VerbFirst <= token);
        return before is not null && !EndsReport(before) ? before with { IsCarried = true } : null;
    }

    /// <summary>"..., says the clinic.", "..., the police said in a statement.": at the end, of the whole sentence.</summary>
    private bool EndsWith(Speech speech, in Sentence sentence) => (speech.First >= speech.VerbLast && speech.Last >= sentence.Last - 1)
        || (speech is { Act: SpeechAct.Say or SpeechAct.Confirm, First: >= 0 } && Math.Max(speech.VerbLast, speech.Last) >= sentence.Last - 6 && !IsBracket(speech.VerbFirst) && IsTrailing(speech));

    /// <summary>"The official said so. One soldier died; they took their dead away, he said": before he is heard again, he has not stopped.</summary>
    private Speech? GoesOnWithin(int number, Speech first) => first is { First: < 0, IsCited: false } && Carried(number) is { } carried && carried.Words == first.Words ? carried : null;

    /// <summary>"10 killed; the authorities give 14", in a note of the mission: what stands before the semicolon is its own.</summary>
    private bool IsBeforeOthers(int token, Speech first) => voice is { IsVoice: true } && first.VerbFirst > token && Enumerable.Range(token, first.VerbFirst - token).Any(at => text.Tokens[at].IsMark(';'));

    private bool IsBracket(int at) => text.Tokens[at].IsMark('(') || text.Tokens[at].IsMark('[');

    private bool IsInCell(int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (text.Tokens[at].IsMark('|') || text.Tokens[at].IsMark(';') || text.Tokens[at].IsMark(')') || text.Tokens[at].IsMark(']'))
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>"..., it said.": it holds for the whole sentence.</summary>
    private bool IsTrailing(Speech speech)
    {
        // "FOUR GUNNED DOWN WHILE CROSSING: SECURITY SOURCES": behind a colon or a dash, of the whole row.
        if (IsBracket(speech.VerbFirst) || text.Tokens[speech.VerbFirst].IsMark(';') || (text.Tokens[speech.VerbFirst].Kind is TokenKind.Mark && speech.First == speech.VerbFirst + 1 && speech.Last == speech.VerbLast))
        {
            return true;
        }
        var first = speech.First >= 0 && speech.First < speech.VerbFirst ? speech.First : speech.VerbFirst - (text.Tokens[speech.VerbFirst - 1].IsWord ? 1 : 0);
        return first > 0 && text.Tokens[first - 1].IsMark(',');
    }

    /// <summary>"..., police said; a mine ..." says nothing of what follows.</summary>
    private bool EndsReport(Speech speech)
    {
        var sentence = text.Sentences[speech.Sentence];
        var goesOn = speech.VerbLast < sentence.Last && text.Tokens[speech.VerbLast] is { IsWord: true } next && next.Key is not ("while" or "but" or "as" or "after" or "and" or "on" or "in");
        // "..., police said; two soldiers were hurt", "In the valley, police said, a shell fell; two soldiers were hurt"
        return !goesOn && !(speech.VerbLast < sentence.Last && (text.Tokens[speech.VerbLast].IsMark(';') || (text.Tokens[speech.VerbLast].IsMark(',') && !IsGerund(speech.VerbLast + 1)))) && speech.First > sentence.First + 2 && text.Tokens[speech.First - 1].IsMark(',');
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

    private bool IsBorder(int at, in Sentence sentence) => text.Tokens[at].IsMark(';') || (text.Tokens[at].Key is "while" or "whereas" && !IsGerund(at + 1)) || (text.Tokens[at].Key is "but" && at > sentence.First && text.Tokens[at - 1].IsMark(','));

    /// <summary>"while crossing", "while on patrol": goes on with the same clause.</summary>
    private bool IsGerund(int at) => at < text.Tokens.Count && text.Tokens[at] is { IsWord: true, Key: { Length: > 5 } key } && key.EndsWith("ing", StringComparison.Ordinal);

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
        return Carried(number) ?? QuotedAbove(number);
    }

    /// <summary>What follows a report in its paragraph, and names nobody, goes on with it.</summary>
    private Speech? Carried(int number)
    {
        var block = text.Sentences[number].Block;
        if (TurnsElsewhere(text.Sentences[number]))
        {
            return null;
        }
        for (var before = number - 1; before >= 0 && before >= number - 3 && text.Sentences[before].Block == block; before--)
        {
            if (Reporting(before).FindAll(speech => !Accuses(speech)) is { Count: > 0 } earlier)
            {
                return earlier[^1] with { IsCarried = true };
            }
        }
        return null;
    }

    /// <summary>"On the 21st two shepherds ...": the report itself goes on to another day.</summary>
    private bool TurnsElsewhere(in Sentence sentence)
    {
        var at = sentence.First;
        // "3 MAR 25: a jet flew ...": the next entry of a log.
        if (text.Tokens[at].Kind is TokenKind.Number && Enumerable.Range(at, Math.Min(LongestStamp, sentence.Last - at)).TakeWhile(stamp => text.Tokens[stamp].Kind is TokenKind.Number || Dates.Months.Is(text.Tokens[stamp].Key) || text.Tokens[stamp].IsMark(':')).Any(stamp => Dates.Months.Is(text.Tokens[stamp].Key)))
        {
            return true;
        }
        if (sentence.Last - at < 4 || text.Tokens[at].Key is not ("on" or "between" or "in") || text.Tokens[at].IsQuoted)
        {
            return false;
        }
        at += text.Tokens[at + 1].Key is "the" ? 2 : 1;
        // "In the first, four were hurt": of what was counted before.
        return (text.Tokens[at].Kind is TokenKind.Number && text.Tokens[at].Key is not ("first" or "second" or "third")) || (text.Tokens[at].IsCapital && Dates.Months.Is(text.Tokens[at].Key));
    }

    private Speech? VoiceOf()
    {
        if (Statement() is { } statement)
        {
            return statement;
        }
        // A report that names who speaks is nobody's statement.
        if (speeches.SelectMany(here => here).Where(speech => speech.First >= 0 && speech.Act is not SpeechAct.Urge).Take(MostSpeakers + 1).Count() > MostSpeakers)
        {
            return null;
        }
        // "KABUL (Pajhwok)": an agency's report is no side's statement, though it calls the forces what they call themselves.
        if (WireOrigin.Of(text) is { Agency: not ("Bakhtar" or "APP") })
        {
            return null;
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
}
