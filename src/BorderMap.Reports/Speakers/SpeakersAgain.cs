namespace BorderMap.Reports.Speakers;

/// <summary>One speaker under two names: "Mr Safi", "the spokesman said ... Rahim Safi added".</summary>
internal sealed partial class SpeechReader
{
    private const int LongestShortName = 3;
    private const int LongestInitials = 4;

    /// <summary>Who was named before in more words.</summary>
    private Speech? Known(int first, int end, int verbFirst) => Issuer(first, end) ?? Full(first, end) ?? ByInitials(first, end) ?? BySurname(first, end) ?? Unnamed(first, end, verbFirst);

    /// <summary>"the statement said", "according to the press release": the body or spokesman that spoke last.</summary>
    private Speech? Issuer(int first, int end)
    {
        var noun = first + (end - first > 2 && tokens[first + 1].Key is "press" or "news" or "media" ? 2 : 1);
        if (noun >= end || tokens[first].Key is not "the" || !IsPaper(noun) || (noun + 1 < end && tokens[noun + 1].Key is not ("about" or "on" or "regarding" or "concerning" or "further")))
        {
            return null;
        }
        if (last is not null && IsOfBody(last))
        {
            return last;
        }
        for (var before = bySentence.Count - 1; before >= Math.Max(0, bySentence.Count - MostBack); before--)
        {
            if (bySentence[before].FindLast(IsOfBody) is { } body)
            {
                return body;
            }
        }
        return null;
    }

    private bool IsPaper(int at) => tokens[at].Key is "statement" or "communique" or "release" or "handout";

    private bool IsOfBody(Speech speech) => speech.Actor is not null || (speech.First >= 0 && Enumerable.Range(speech.First, speech.Last - speech.First).Any(at => (Sources.Contains(tokens[at].Key) && !IsPaper(at)) || tokens[at].Key is "spokesman" or "spokesperson" or "spokeswoman"));

    /// <summary>"the DPO", "the MS": whoever holds the office that the letters stand for.</summary>
    private Speech? ByInitials(int first, int end)
    {
        if (end - first != 2 || tokens[first].Key is not "the" || !tokens[end - 1].IsAllCapitals || tokens[end - 1].Key.Length is < 2 or > LongestInitials)
        {
            return null;
        }
        var letters = tokens[end - 1].Key;
        for (var before = bySentence.Count - 1; before >= Math.Max(0, bySentence.Count - MostBack); before--)
        {
            if (bySentence[before].FindLast(speech => speech.First >= 0 && Enumerable.Range(speech.First, Math.Max(0, speech.Last - speech.First - letters.Length + 1)).Any(at => letters.Select((letter, index) => tokens[at + index].Key is [var initial, ..] && initial == letter).All(same => same))) is { } speech)
            {
                return speech;
            }
        }
        return null;
    }

    /// <summary>"Mr Safi", "Stanikzai": whoever was called so with a first name or an office.</summary>
    private Speech? BySurname(int first, int end)
    {
        if (end - first > LongestShortName || !IsAllNames(first, end) || IsOfPeople(first, end) || Offices.Contains(tokens[end - 1].Key) || Sources.Contains(tokens[end - 1].Key) || ActorNames.Find(tokens, first, end).Count > 0)
        {
            return null;
        }
        for (var before = bySentence.Count - 1; before >= Math.Max(0, bySentence.Count - MostBack); before--)
        {
            if (bySentence[before].FindLast(speech => speech.Last - speech.First > end - first && Enumerable.Range(speech.First + 1, speech.Last - speech.First - 1).Any(at => tokens[at].Key == tokens[end - 1].Key && tokens[at - 1].IsCapital)) is { } speech)
            {
                return speech;
            }
        }
        return null;
    }

    /// <summary>"the governor's spokesman said. Rahim Safi added": the office first, its holder's name when he goes on.</summary>
    private Speech? Unnamed(int first, int end, int verbFirst)
    {
        var goesOn = verbFirst >= 0 && tokens[verbFirst].Key is "added" or "adds" or "continued" or "continues";
        if (!goesOn || last is null || !IsAllNames(first, end) || !IsPersonalName(first, end) || bySentence.Count == 0)
        {
            return null;
        }
        // "said, blaming the other side": the last words are his, though his office stands before the ones ahead of them.
        return bySentence[^1].FindLast(speech => speech.First >= 0 && speech.Words == last.Words) is { } before
            && Enumerable.Range(before.First, before.Last - before.First).Any(at => Offices.Contains(tokens[at].Key)) && !IsPersonIn(before) ? before : null;
    }

    private bool IsAllNames(int first, int end) => Enumerable.Range(first, end - first).All(at => tokens[at] is { IsWord: true, IsCapital: true, IsPossessive: false });

    /// <summary>Whether a person's name is among the words of a speaker.</summary>
    private bool IsPersonIn(Speech speech) => Enumerable.Range(speech.First, Math.Max(0, speech.Last - speech.First)).Any(at => tokens[at].IsCapital && Toponyms.NameRoles.Of(tokens, at) is Toponyms.NameRole.Given or Toponyms.NameRole.Family or Toponyms.NameRole.Title);
}
