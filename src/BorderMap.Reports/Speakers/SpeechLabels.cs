using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Speakers;

/// <summary>Who is named without a verb of speech: "Taliban: two killed", "two hurt (district hospital)".</summary>
internal sealed partial class SpeechReader
{
    private const int LongestLabel = 5;
    private const int FarthestFigure = 7;

    private static readonly HashSet<string> Sources = new(StringComparer.Ordinal)
        { "hospital", "hospitals", "police", "ministry", "administration", "mission", "army", "military", "statement", "dpo", "ispr", "unama", "agency", "media", "clinic", "medics", "department", "board", "directorate", "authority", "rescue", "governor", "commissioner", "levies", "fc", "bakhtar", "pajhwok", "locals", "elders", "residents" };

    /// <summary>"Pakistan: three soldiers killed": an actor and a colon before figures.</summary>
    private IEnumerable<Speech> Labels(int number, Sentence sentence)
    {
        for (var colon = sentence.First + 1; colon < sentence.Last; colon++)
        {
            if (!tokens[colon].IsMark(':'))
            {
                continue;
            }
            var first = colon;
            while (first > sentence.First && colon - first <= LongestLabel && tokens[first - 1].IsWord)
            {
                first--;
            }
            var isAlone = first == sentence.First || tokens[first - 1].IsMark(';') || tokens[first - 1].IsMark('.') || tokens[first - 1].IsMark('|');
            if (isAlone && first < colon && !tokens[first].IsAllCapitals && HasNumberAfter(colon + 1, sentence.Last)
                && ActorNames.Find(tokens, first, colon).Exists(actor => actor.First <= first + 1 && actor.Last == colon) && Named(number, first, colon, SpeechAct.Claim, colon, colon + 1) is { } speech)
            {
                yield return speech;
            }
        }
    }

    /// <summary>"One dead, three hurt (district hospital)": where the figures are from, in brackets behind them.</summary>
    private IEnumerable<Speech> InBrackets(int number, Sentence sentence)
    {
        for (var open = sentence.First + 1; open < sentence.Last; open++)
        {
            if (!tokens[open].IsMark('('))
            {
                continue;
            }
            var close = open + 1;
            while (close < sentence.Last && close - open <= LongestLabel + 1 && tokens[close].IsWord)
            {
                close++;
            }
            if (close >= sentence.Last || !tokens[close].IsMark(')') || close == open + 1)
            {
                continue;
            }
            // "the mission (UNAMA)": a name and its letters.
            var isShortName = close == open + 2 && tokens[open - 1].IsCapital;
            var isSource = Enumerable.Range(open + 1, close - open - 1).Any(at => Sources.Contains(tokens[at].Key) || Offices.Contains(tokens[at].Key)) || IsOfPeople(open + 1, close) || ActorNames.Find(tokens, open + 1, close).Exists(actor => actor.First == open + 1 && actor.Last == close);
            if (isSource && !isShortName && HasNumberAfter(Math.Max(sentence.First, open - FarthestFigure), open) && Named(number, open + 1, close, SpeechAct.Say, open, close + 1) is { } speech)
            {
                yield return speech;
            }
        }
    }
}
