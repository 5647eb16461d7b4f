using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Speakers;

/// <summary>Whose the answers of questions and answers are: "Q: ... A: ...", "A (the mayor): ...".</summary>
internal sealed class Interview
{
    private const int LongestBracket = 10;
    private const int LongestAnswerer = 3;

    private readonly List<(int From, Speech? Speaker)> turns = [];

    /// <summary>Who answers at a token; null: nobody, or it is a question.</summary>
    public Speech? At(int token) => turns.FindLast(turn => turn.From <= token).Speaker;

    public static Interview Of(ReportText text)
    {
        var interview = new Interview();
        var marks = Marks(text);
        if (!marks.Exists(mark => mark.IsAnswer))
        {
            AddNamed(text, marks);
        }
        if (!marks.Exists(mark => mark.IsAnswer) || !marks.Exists(mark => !mark.IsAnswer))
        {
            return interview;
        }
        var named = marks.Find(mark => mark.IsAnswer && mark.Name.Last > mark.Name.First).Name is { Last: > 0 } name ? SpeakerOf(text, name) : Told(text);
        foreach (var mark in marks)
        {
            interview.turns.Add((mark.From, mark.IsAnswer ? named : null));
        }
        // What stands below the last answer in a bracket of its own is the editor's.
        for (var number = text.SentenceOf[marks[^1].From] + 1; number < text.Sentences.Count; number++)
        {
            if (text.Tokens[text.Sentences[number].First].IsMark('(') && text.Sentences[number].Block != text.Sentences[number - 1].Block)
            {
                interview.turns.Add((text.Sentences[number].First, null));
                break;
            }
        }
        return interview;
    }

    private static List<(int From, bool IsAnswer, (int First, int Last) Name)> Marks(ReportText text)
    {
        var marks = new List<(int, bool, (int, int))>();
        var tokens = text.Tokens;
        foreach (var sentence in text.Sentences)
        {
            for (var at = sentence.First; at + 1 < sentence.Last; at++)
            {
                var isFirst = at == sentence.First || tokens[at - 1].IsMark('-');
                if (!isFirst || !tokens[at].IsCapital || tokens[at].Key is not ("q" or "a" or "question" or "answer"))
                {
                    continue;
                }
                var colon = at + 1;
                while (colon < sentence.Last && colon - at <= LongestBracket && !tokens[colon].IsMark(':') && (colon > at + 1 || tokens[colon].IsMark('(')))
                {
                    colon++;
                }
                if (colon < sentence.Last && tokens[colon].IsMark(':'))
                {
                    marks.Add((at, tokens[at].Key[0] is 'a', colon > at + 2 ? (at + 2, colon - 1) : (0, 0)));
                }
            }
        }
        return marks;
    }

    /// <summary>"Q: ... MUJAHID: ...": who answers by name, in capitals.</summary>
    private static void AddNamed(ReportText text, List<(int From, bool IsAnswer, (int First, int Last) Name)> marks)
    {
        if (marks.Count == 0)
        {
            return;
        }
        foreach (var sentence in text.Sentences)
        {
            var colon = sentence.First;
            while (colon < sentence.Last && colon - sentence.First <= LongestAnswerer && text.Tokens[colon] is { IsWord: true, IsAllCapitals: true })
            {
                colon++;
            }
            if (colon > sentence.First && colon < sentence.Last && text.Tokens[colon].IsMark(':') && text.Tokens[sentence.First].Key.Length > 1)
            {
                marks.Add((sentence.First, true, (sentence.First, colon)));
            }
        }
        marks.Sort((a, b) => a.From.CompareTo(b.From));
    }

    private static Speech SpeakerOf(ReportText text, (int First, int Last) name) => Speech.Named(text, name.First, name.Last, SpeechAct.Say, name.First, name.Last);

    /// <summary>"The spokesman talked to us by telephone", "Five questions to the governor": who is said to have been asked.</summary>
    private static Speech? Told(ReportText text)
    {
        var tokens = text.Tokens;
        (int, int)? asked = null;
        foreach (var sentence in text.Sentences)
        {
            for (var at = sentence.First + 1; at + 1 < sentence.Last; at++)
            {
                var first = tokens[sentence.First].IsMark('(') ? sentence.First + 1 : sentence.First;
                if (first < at && tokens[at].Key is "spoke" or "talked" or "answered" or "replied" && Enumerable.Range(at + 1, Math.Min(3, sentence.Last - at - 1)).Any(to => tokens[to].Key is "us" or "questions" or "our" or "reporter" or "correspondent"))
                {
                    var end = tokens[at - 1].IsMark(',') ? at - 1 : at;
                    return first < end ? SpeakerOf(text, (first, end)) : null;
                }
                if (tokens[at].Key is "to" or "for" or "with" && tokens[at - 1].Key is "questions" or "interview" && sentence.Last - at <= LongestBracket)
                {
                    var last = sentence.Last;
                    while (last > at + 1 && tokens[last - 1].Kind is TokenKind.Mark)
                    {
                        last--;
                    }
                    asked ??= last > at + 1 ? (at + 1, last) : null;
                }
            }
        }
        return asked is { } name ? SpeakerOf(text, name) : null;
    }
}
