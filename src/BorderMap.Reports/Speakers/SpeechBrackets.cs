using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Speakers;

/// <summary>Who is named in brackets: behind figures, or before what is heard of him: "two hurt (district hospital)", "[SOT, Gul Wali, teacher] ...".</summary>
internal sealed partial class SpeechReader
{
    /// <summary>What a script calls a piece of a recording.</summary>
    private static readonly HashSet<string> Recordings = new(StringComparer.Ordinal) { "sot", "sots", "soundbite", "bite", "clip", "sync", "upsot", "audio", "insert", "actuality", "vox", "voxpop" };

    /// <summary>"[SOT, Gul Wali, teacher] ...", "[CLIP - DR NOOR]": who is heard, before his words.</summary>
    private Speech? Tagged(int number, Sentence sentence)
    {
        var open = sentence.First;
        if (!(tokens[open].IsMark('[') || tokens[open].IsMark('(')) || open + 3 >= sentence.Last || !Recordings.Contains(tokens[open + 1].Key) || tokens[open + 2].Kind is not TokenKind.Mark)
        {
            return null;
        }
        var first = open + 3;
        var close = first;
        while (close < sentence.Last && close - first <= LongestOffice && !(tokens[close].IsMark(']') || tokens[close].IsMark(')')))
        {
            close++;
        }
        return close < sentence.Last && close > first && tokens[close].Kind is TokenKind.Mark && MaySpeak(first, close) ? Named(number, first, close, SpeechAct.Say, open, close + 1) : null;
    }

    /// <summary>"a boy and a girl hurt when a shell hit the yard (district police).", "nil cas (police).": at the end, of the whole clause.</summary>
    private bool HasFigureBefore(int from, int open)
    {
        var start = Enumerable.Range(from, open - from).LastOrDefault(at => tokens[at].IsMark(';'), from - 1) + 1;
        return Enumerable.Range(start, open - start).Any(at => tokens[at].Key is "nil" or "none" or "nobody" or "no") || Figures.Tolls.Tells(tokens, start, open);
    }

    /// <summary>"One dead, three hurt (district hospital)": where the figures are from, in brackets behind them.</summary>
    private IEnumerable<Speech> InBrackets(int number, Sentence sentence)
    {
        for (var open = sentence.First; open < sentence.Last; open++)
        {
            if (!tokens[open].IsMark('(') && !tokens[open].IsMark('['))
            {
                continue;
            }
            var close = open + 1;
            while (close < sentence.Last && close - open <= LongestLabel + 1 && (tokens[close].IsWord || tokens[close].Kind is TokenKind.Number || (tokens[close].IsMark('.') && tokens[close - 1].IsWord)))
            {
                close++;
            }
            if (close >= sentence.Last || !(tokens[close].IsMark(')') || tokens[close].IsMark(']') || (tokens[close].IsMark(',') && tokens[close - 1].Key is "count")) || close == open + 1)
            {
                continue;
            }
            // "the mission (UNAMA)": a name and its letters.
            var isWhole = open == sentence.First && close >= sentence.Last - 2 && number > 0 && text.Sentences[number - 1].Block == sentence.Block;
            if (open == sentence.First && !isWhole)
            {
                continue;
            }
            // "KABUL, 26 Nov (Border News Agency) -": whose report it is.
            if (close + 1 < sentence.Last && tokens[close + 1].IsMark('-'))
            {
                continue;
            }
            var isShortName = close == open + 2 && !isWhole && (tokens[open - 1].IsCapital || (tokens[open - 1].Key is "side" or "soil" or "area" && tokens[open + 1].Key is "afghanistan" or "pakistan"));
            var isSource = Enumerable.Range(open + 1, close - open - 1).Any(at => Sources.Contains(tokens[at].Key) || Offices.Contains(tokens[at].Key) || Roles.Contains(tokens[at].Key)) || (IsOfPeople(open + 1, close) && tokens[open + 1].Kind is not TokenKind.Number) || ActorNames.Find(tokens, open + 1, close).Exists(actor => actor.First == open + 1 && actor.Last == close);
            // "two (border guards)", "38 dead (2 women)": the harmed; "(partners' count)": whose figures they are.
            isSource = (isSource && !IsHarmed(close - 1)) || (Tellings.Contains(tokens[close - 1].Key) && close > open + 2 && tokens[close - 2].IsPossessive);
            if (isSource && !isShortName && (isWhole || HasNumberAfter(Math.Max(sentence.First, open - FarthestFigure), open) || (close >= sentence.Last - 2 && HasFigureBefore(sentence.First, open)) || Figures.Tolls.Tells(tokens, Math.Max(sentence.First, open - FarthestFigure), open)) && Named(number, open + 1, close, SpeechAct.Say, open, close + 1) is { } speech)
            {
                yield return speech;
            }
        }
    }
}
