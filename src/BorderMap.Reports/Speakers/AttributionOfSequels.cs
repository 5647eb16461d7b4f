using BorderMap.Reports.Lexicons;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Speakers;

/// <summary>Who says what stands before: "The councillor says so.", "This was confirmed by the clinic.", "Source: the clinic".</summary>
internal sealed partial class Attribution
{
    /// <summary>Sentences that one behind them may be the source of.</summary>
    private const int MostBeforeSource = 2;

    /// <summary>Sentences from where a side is named to what is told in its words.</summary>
    private const int MostBeforeWords = 4;

    /// <summary>Sentences below the line that introduces them.</summary>
    private const int MostRows = 12;

    /// <summary>A sentence that names nobody, with one behind it in its paragraph that only says whose it is.</summary>
    private Speech? SaidSo(int number)
    {
        for (var next = number + 1; next <= number + MostBeforeSource && next < text.Sentences.Count && !TurnsElsewhere(text.Sentences[next]); next++)
        {
            // "This is what the clinic told us" may begin the next paragraph.
            if (text.Sentences[next].Block != text.Sentences[number].Block)
            {
                return speeches[next].Find(speech => IsAllOfThis(speech, text.Sentences[next])) is { } whole ? whole with { IsCarried = true } : null;
            }
            if (Reporting(next).Find(speech => IsOfSentenceBefore(speech, text.Sentences[next])) is { } told)
            {
                return told with { IsCarried = true };
            }
            if (GoesOnBehind(number, next) is { } goesOn)
            {
                return goesOn with { IsCarried = true };
            }
            if (speeches[next].Count > 0)
            {
                return null;
            }
        }
        return null;
    }

    /// <summary>"Seven of them died. None of ours came to harm, Azam stressed.", "Two died. A guide was also hurt, police said.": who was named above, or adds to what stands before, and ends the next sentence, says both.</summary>
    private Speech? GoesOnBehind(int number, int next) => next == number + 1 && number > 0 && text.Sentences[number - 1].Block != text.Sentences[number].Block && Reporting(next) is [{ IsCited: false } only]
        && only.VerbLast >= text.Sentences[next].Last - 1 && only.VerbFirst > text.Sentences[next].First && IsTrailing(only) && (speeches.Take(number).Any(here => here.Exists(speech => speech.Words == only.Words)) || Adds(text.Sentences[next], only)) ? only : null;

    private bool Adds(in Sentence sentence, Speech speech)
    {
        for (var at = sentence.First; at < Math.Min(speech.First, speech.VerbFirst); at++)
        {
            if (text.Tokens[at].Key is "also" or "another" or "others" or "further" or "besides" or "too")
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>"This is what the clerk told us", "So says the mayor", at the head of a paragraph.</summary>
    private bool IsAllOfThis(Speech speech, in Sentence sentence) => text.Tokens[sentence.First].Key is "this" or "that" or "so" or "such" && speech.VerbFirst == sentence.First + 1 && IsOfSentenceBefore(speech, sentence);

    private static readonly PhraseTable<bool> Announcements = new(
    [
        ("details|particulars|breakdown|examples|chronology|description|summary|list|account of", true), ("listed|lists|listing|enumerated|enumerates|recounted|recounts|described|describes|detailed|details|outlined|narrated|related|relates", true),
        ("went|goes|took|takes|ran|runs|walked ..2 through", true), ("set|sets|laid|lays out", true), ("told|tells|explained|reported|reports ..2 what|how", true), ("one by one", true), ("as follows", true),
    ]);

    /// <summary>"..., the district police officer said." and a paragraph that begins with the harmed and names nobody: "Three soldiers were killed" goes on with his report.</summary>
    private Speech? FromAbove(int number)
    {
        var first = FirstOfBlock(number);
        if (first <= 0 || !BeginsWithCount(text.Sentences[first]) || text.KindOf(text.Sentences[number]) is not BlockKind.Paragraph || text.KindOf(text.Sentences[first - 1]) is not BlockKind.Paragraph)
        {
            return null;
        }
        var line = text.Sentences[first - 1];
        return Reporting(first - 1) is [.., { IsCited: false } told] && told.VerbLast >= line.Last - 6 && told.VerbFirst > line.First && IsTrailing(told) ? told with { IsCarried = true } : null;
    }

    /// <summary>"nine Khwarij were sent to hell", after the ISPR was named: told in its own words.</summary>
    private Speech? InOwnWords(int number)
    {
        var line = text.Sentences[number];
        if (text.KindOf(line) is not BlockKind.Paragraph || Voices.Find(text.Tokens, line.First, line.Last) is not [var words, ..] || text.Tokens[words.First].IsQuoted)
        {
            return null;
        }
        for (var before = number - 1; before >= Math.Max(0, number - MostBeforeWords); before--)
        {
            if (speeches[before].FindLast(speech => speech.Actor is not null) is { } told)
            {
                return told.Actor!.Id == words.Value.Actor.Id ? told with { IsCarried = true } : null;
            }
        }
        return null;
    }

    /// <summary>"... hit our posts," he said. And a paragraph that is all quoted: his words go on.</summary>
    private Speech? QuotedAbove(int number)
    {
        var first = FirstOfBlock(number);
        if (first <= 0 || !text.Tokens[text.Sentences[first].First].IsQuoted || text.KindOf(text.Sentences[first - 1]) is not BlockKind.Paragraph)
        {
            return null;
        }
        var above = Reporting(first - 1);
        var line = text.Sentences[first - 1];
        return above.Count > 0 && Enumerable.Range(line.First, line.Last - line.First).Any(at => text.Tokens[at].IsQuoted) ? (above.Find(speech => text.Tokens[speech.VerbLast - 1].IsMark(':') || (speech.VerbLast < line.Last && text.Tokens[speech.VerbLast].IsMark(':'))) ?? above[^1]) with { IsCarried = true } : null;
    }

    /// <summary>"Four were hurt by a shell. It came from the far side, said the clinic's head", or a first paragraph that names nobody: who speaks first behind it.</summary>
    public Speech? Behind(int number)
    {
        var next = number + 1;
        if (next >= text.Sentences.Count || text.KindOf(text.Sentences[number]) is not BlockKind.Paragraph || text.KindOf(text.Sentences[next]) is not BlockKind.Paragraph || speeches[number].Count > 0 || TurnsElsewhere(text.Sentences[next]) || GoesElsewhere(text.Sentences[next])
            || (text.Sentences[next].Block != text.Sentences[number].Block && FirstOfBlock(number) is not 0))
        {
            return null;
        }
        return Reporting(next) is [var told, ..] && !Accuses(told) ? told with { IsCarried = true } : null;
    }

    /// <summary>"The governor blamed Pakistan": it says whose doing it was, and not what came of it.</summary>
    private bool Accuses(Speech speech) => text.Tokens[Math.Max(0, speech.VerbFirst)].Key is "accused" or "accuses" or "accusing" or "blamed" or "blames" or "blaming";

    /// <summary>"Elsewhere", "The same night in Nari", "In a second attack": another happening.</summary>
    private bool GoesElsewhere(in Sentence sentence) => text.Tokens[sentence.First].Key is "elsewhere" or "separately" or "meanwhile" or "another" or "similarly" || (sentence.Last - sentence.First > 1 && text.Tokens[sentence.First].Key is "the" or "on" or "in" or "at" && text.Tokens[sentence.First + 1].Key is "same" or "a" or "another" or "separate" or "second" or "next" or "following");

    private bool BeginsWithCount(in Sentence sentence)
    {
        var at = sentence.First + (sentence.Last - sentence.First > 1 && text.Tokens[sentence.First].Key is "at" or "more" or "some" or "around" or "about" ? text.Tokens[sentence.First + 1].Key is "least" or "than" ? 2 : 1 : 0);
        return Figures.Numbers.At(text.Tokens, at, sentence.Last) is { IsArticle: false };
    }

    /// <summary>The first sentence of a paragraph, where none of it up to a sentence says whose it is; -1: one does.</summary>
    private int FirstOfBlock(int number)
    {
        var first = number;
        while (first > 0 && text.Sentences[first - 1].Block == text.Sentences[number].Block)
        {
            first--;
            if (speeches[first].Count > 0)
            {
                return -1;
            }
        }
        return first;
    }

    /// <summary>"In the first, eleven were killed", "One of the attacks": goes on with what was counted before.</summary>
    private bool OpensInstance(in Sentence sentence)
    {
        var at = sentence.First + (text.Tokens[sentence.First].Key is "in" or "during" ? 1 : 0);
        at += at < sentence.Last && text.Tokens[at].Key is "the" ? 1 : 0;
        return at + 2 < sentence.Last && text.Tokens[at].Key is "first" or "second" or "former" or "latter" && at > sentence.First && text.Tokens[at + 1].IsMark(',') || (at + 1 < sentence.Last && text.Tokens[at + 1].Key is "incident" or "attempt" or "encounter" or "engagement" or "attack" or "operation" or "case" or "strike" or "bid" or "clash" && text.Tokens[at].Key is "first" or "second" or "third" or "one" or "another" or "other");
    }

    /// <summary>"He gave details of the two most recent." ends a paragraph: the next one is his account.</summary>
    private Speech? Announced(int number)
    {
        var first = FirstOfBlock(number);
        if (first <= 0 || Reporting(first - 1) is not [.., { First: >= 0 } or { IsCited: false }] || text.KindOf(text.Sentences[number]) is BlockKind.Row)
        {
            return null;
        }
        var line = text.Sentences[first - 1];
        var last = Reporting(first - 1)[^1];
        var from = last.First >= 0 && last.First < last.VerbFirst ? last.First : last.VerbFirst;
        if (OpensInstance(text.Sentences[first]))
        {
            return last with { IsCarried = true };
        }
        return text.Tokens[line.Last - 1].Kind is TokenKind.Mark && !HasCount(line) && Announcements.Find(text.Tokens, Math.Max(line.First, from), line.Last).Count > 0 ? last with { IsCarried = true } : null;
    }

    /// <summary>"The mission verified three events:" and its rows below: each is its word.</summary>
    private Speech? Introduced(int number)
    {
        for (var before = number; before >= Math.Max(0, number - MostRows); before--)
        {
            var line = text.Sentences[before];
            if (before < number && text.Tokens[line.Last - 1].IsMark(':'))
            {
                return Reporting(before).FindLast(speech => speech.First >= 0 && (speech.VerbLast > speech.Last || speech.VerbFirst <= line.First + 1) && !text.Tokens[speech.VerbFirst].IsMark(':')) is { } told ? told with { IsCarried = true } : null;
            }
            // Every paragraph between is a row, with its mark.
            var isHead = before == 0 || text.Sentences[before - 1].Block != line.Block;
            if (isHead && (before == 0 || IsApart(before)) && !(text.Tokens[line.First].IsMark('(') || text.Tokens[line.First].IsMark('-') || text.Tokens[line.First].IsMark('*') || text.Tokens[line.First].Kind is TokenKind.Number || text.KindOf(line) is BlockKind.Row))
            {
                return null;
            }
        }
        return null;
    }

    /// <summary>Whether an empty line stands above a sentence.</summary>
    private bool IsApart(int number)
    {
        var (end, start) = (text.Tokens[text.Sentences[number - 1].Last - 1].End, text.Tokens[text.Sentences[number].First].Start);
        // Columns that the page has side by side are read one after the other.
        return start < end || text.Plain.AsSpan(end, start - end).Count('\n') > 1;
    }

    private bool IsFoot(Speech speech) => text.Tokens[speech.VerbFirst].Key is "source" or "sources" or "src" && (text.Tokens[speech.VerbLast - 1].IsMark(':') || text.Tokens[speech.VerbLast - 1].Key is "is" or "are");

    private bool IsOfSentenceBefore(Speech speech, in Sentence sentence)
    {
        if (speech.Sentence != text.SentenceOf[sentence.First] || speech.VerbFirst < 0)
        {
            return false;
        }
        // "Source: the clinic", "It is not verified; source is one elder"
        // "The source of this news, an officer at the gate, could not say more"
        var isSourceOf = speech.VerbFirst == sentence.First + 1 && text.Tokens[sentence.First].Is("the") && text.Tokens[speech.VerbFirst].Is("source") && text.Tokens[speech.VerbFirst + 1].Key is "of" or "for" or "behind" && !HasCount(sentence);
        var isFoot = isSourceOf || (speech.VerbFirst == sentence.First && text.Tokens[speech.VerbLast - 1].IsMark(':')) || (IsFoot(speech) && (speech.VerbFirst == sentence.First || (text.Tokens[speech.VerbFirst - 1].IsMark(';') && !HasCount(sentence))));
        // "This was confirmed by the clinic", "So says the mayor"
        var isOfThis = text.Tokens[sentence.First].Key is "this" or "that" or "these" or "those" or "so" or "it" && speech.VerbFirst <= sentence.First + 2 && (speech.VerbFirst > sentence.First || speech.VerbLast > sentence.First + 1) && speech.First >= speech.VerbFirst;
        // "The figures were confirmed by the clinic"
        var head = sentence.First + (text.Tokens[sentence.First].Key is "the" or "these" or "those" or "this" or "both" ? 1 : 0);
        isOfThis |= head < speech.VerbFirst && (Figures.CountNouns.Is(text.Tokens[head].Key) || text.Tokens[head].Key is "account" or "news" or "details" or "deaths") && speech.VerbFirst <= head + 2 && speech.First >= speech.VerbLast && !HasCount(sentence);
        var isSaidSo = SaysSo(speech, sentence) && !(speech.First > sentence.First && text.Tokens[speech.First - 1].IsMark(';') && HasCount(sentence));
        // "(Army)": a sentence that is nothing but its source in brackets.
        isFoot |= speech.VerbFirst == sentence.First && text.Tokens[sentence.First].IsMark('(');
        return isFoot || isOfThis || isSaidSo;
    }

    /// <summary>"The mayor says so", "The mayor confirmed this", "gave the news".</summary>
    private bool SaysSo(Speech speech, in Sentence sentence)
    {
        var last = speech.VerbLast;
        return (last < sentence.Last && text.Tokens[last].Key is "so" or "this" or "it" or "as" or "both" or "them" or "these" && (last + 1 >= sentence.Last || text.Tokens[last + 1].Kind is TokenKind.Mark || text.Tokens[last + 1].Key is "much" or "and"))
            || (last + 1 < sentence.Last && text.Tokens[last].Key is "the" or "as" or "that" && text.Tokens[last + 1].Key is "same" or "much")
            || text.Tokens[last - 1].Key is "news" or "details" or "information";
    }

    /// <summary>"The toll was put at nine by the clinic": it says a figure itself.</summary>
    private bool HasCount(Sentence sentence) => Figures.Tolls.Tells(text.Tokens, sentence.First, sentence.Last);
}
