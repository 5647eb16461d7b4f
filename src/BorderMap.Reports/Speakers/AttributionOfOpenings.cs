using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Speakers;

/// <summary>Whose words a text passes on, by the line above them: "The corps, in a note shared on Tuesday:", "Three posts on X by Asad Gul:".</summary>
internal sealed partial class Attribution
{
    private const int LongestOpening = 34;
    private const int LongestOpener = 9;
    private const int LongestHeading = 6;

    /// <summary>What a text is passed on by.</summary>
    private static readonly HashSet<string> Carriers = new(StringComparer.Ordinal)
        { "note", "post", "posts", "thread", "message", "messages", "statement", "letter", "x", "twitter", "facebook", "telegram", "whatsapp", "channel", "video", "audio", "clip", "tweet", "tweets", "communique", "release", "telephone", "phone", "translated", "translation", "forwarded", "copy" };

    private static readonly HashSet<string> InNames = new(StringComparer.Ordinal) { "of", "the", "for", "and", "in", "at", "border", "press", "media", "information", "section", "desk", "wing", "affairs", "southern", "northern", "eastern", "western", "provincial", "district" };

    /// <summary>The first line, where it ends with a colon or its bracket and says how the words below it came.</summary>
    private Speech? Opening()
    {
        if (text.Sentences is not [var line, _, ..] || line.Last - line.First > LongestOpening || text.Tokens[line.Last].OpensQuotation)
        {
            return null;
        }
        var end = text.Tokens[line.Last - 1];
        var from = line.First + (text.Tokens[line.First].IsMark('[') || text.Tokens[line.First].IsMark('(') ? 1 : 0);
        var carrier = Enumerable.Range(from, line.Last - from).FirstOrDefault(at => Carriers.Contains(text.Tokens[at].Key), -1);
        // "Khorasan Voice - Telegram channel": a name, and no more than where it is found.
        if (carrier > from + 2 && text.Tokens[carrier - 1].IsMark('-') | text.Tokens[carrier - 1].IsMark('(') | text.Tokens[carrier - 1].IsMark('|') && Enumerable.Range(carrier, line.Last - carrier).All(at => Carriers.Contains(text.Tokens[at].Key) || text.Tokens[at].IsMark(')')) && IsTitle(from, carrier - 1))
        {
            return Whose(from, carrier - 1);
        }
        if (carrier < 0 || text.KindOf(line) is BlockKind.Row || !(end.IsMark(':') || end.IsMark(')') || end.IsMark(']')) || Figures.Tolls.Tells(text.Tokens, line.First, line.Last))
        {
            return null;
        }
        // "Three posts on X by Asad Gul", "Channel of the border brigade": behind the word; "The corps, in a note": before it.
        var by = Enumerable.Range(carrier, Math.Min(LongestCompiler, line.Last - carrier)).FirstOrDefault(at => text.Tokens[at].Key is "by" or "from" or "of" && !text.Tokens[carrier].Key.StartsWith("transl", StringComparison.Ordinal), -1);
        return by >= 0 && Opener(by + 1, line.Last) is { } behind ? behind : Opener(from, carrier);
    }

    private bool IsTitle(int from, int to) => Enumerable.Range(from, to - from).All(at => text.Tokens[at].IsCapital || InNames.Contains(text.Tokens[at].Key) || text.Tokens[at].IsMark('-'));

    /// <summary>"Log of a border clinic, as shared with this paper by its chief, Dr Fazal Bari", "Diary of a teacher, Gul Wali": who keeps what the text gives, told above it.</summary>
    private Speech? Keeper()
    {
        if (text.Sentences is not [var line, _, ..] || line.Last - line.First > LongestOpening || text.KindOf(line) is BlockKind.Row || text.Tokens[line.Last - 1].IsMark('.') || !Enumerable.Range(line.First, Math.Min(LongestHeading, line.Last - line.First)).Any(at => text.Tokens[at].Key is "log" or "logbook" or "diary" or "notes" or "journal" or "notebook" or "account" or "chronicle" or "jottings" or "letter" or "minutes" or "record"))
        {
            return null;
        }
        var by = Enumerable.Range(line.First + 2, Math.Max(0, line.Last - line.First - 3)).LastOrDefault(at => text.Tokens[at].Key is "by" or "from" && Enumerable.Range(Math.Max(line.First, at - LongestHeading), Math.Min(LongestHeading, at - line.First)).Any(told => text.Tokens[told].Key is "shared" or "passed" or "told" or "kept" or "written" or "sent" or "handed" or "given" or "dictated" or "read" or "forwarded" or "recorded" or "provided" or "shown" or "noted" or "related"), -1);
        var last = by < 0 ? by : Enumerable.Range(by + 1, line.Last - by - 1).FirstOrDefault(at => text.Tokens[at].Kind is TokenKind.Mark && !text.Tokens[at].IsMark(','), line.Last);
        return last > by + 1 ? Whose(by + 1, last) : null;
    }

    /// <summary>"To the mission, from the elders of the valley": who writes a letter.</summary>
    private Speech? Writer()
    {
        if (text.Sentences.Count < 2 || text.Tokens[text.Sentences[0].First].Key is not "to")
        {
            return null;
        }
        var to = text.Sentences[1].First + 1;
        var from = Enumerable.Range(1, to - 1).FirstOrDefault(at => text.Tokens[at].Key is "from" && (text.Tokens[at - 1].IsMark(',') || at == text.Sentences[1].First), -1);
        var line = from < 0 ? default : text.Sentences[text.SentenceOf[from]];
        var first = from + 1 < line.Last && text.Tokens[from + 1].Key is "the" ? from + 2 : from + 1;
        var last = first;
        while (from >= 0 && last < line.Last && text.Tokens[last].IsWord)
        {
            last++;
        }
        return from >= 0 && last - first is > 1 and <= LongestIssuer ? Whose(first, last) : null;
    }

    /// <summary>A name up to a comma, a bracket or what tells how it spoke.</summary>
    private Speech? Opener(int from, int to)
    {
        from += from < to && text.Tokens[from].Key is "the" ? 1 : 0;
        var last = from;
        while (last < to && last - from < LongestOpener && (text.Tokens[last] is { IsWord: true, IsCapital: true } || (last > from && text.Tokens[last - 1].IsJoined) || text.Tokens[last].Kind is TokenKind.Number || (InNames.Contains(text.Tokens[last].Key) && text.Tokens[last + 1].Kind is not TokenKind.Mark) || Institutions.Contains(text.Tokens[last].Key)))
        {
            last++;
        }
        var isName = last - from > 1 && last < text.Tokens.Count && text.Tokens[last].Kind is TokenKind.Mark && Enumerable.Range(from, last - from).Any(at => Institutions.Contains(text.Tokens[at].Key) || Toponyms.NameRoles.Of(text.Tokens, at) is Toponyms.NameRole.Given or Toponyms.NameRole.Family or Toponyms.NameRole.Title);
        return isName || IsNameWithOffice(from, last, to) ? Whose(from, last) : null;
    }

    /// <summary>"Wahid Sangari, border forces spokesman (posts on X)": a name, though none that is known, with the office it holds.</summary>
    private bool IsNameWithOffice(int from, int last, int to) => last - from > 1 && last + 1 < to && text.Tokens[last].IsMark(',') && text.Tokens[to - 1].IsMark('(')
        && Enumerable.Range(last + 1, to - last - 1).Any(at => Institutions.Contains(text.Tokens[at].Key)) && Enumerable.Range(last + 1, to - last - 2).All(at => text.Tokens[at].IsWord);

    private Speech Whose(int first, int last) => Speech.Named(text, first, last, SpeechAct.Claim, first, first + 1);
}
