using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Speakers;

/// <summary>Who keeps what is written down of the harmed: "A list at the gate of the hospital had the names of 74 wounded".</summary>
internal sealed partial class SpeechReader
{
    private const int LongestRegister = 20;

    private static readonly HashSet<string> Papers = new(StringComparer.Ordinal) { "list", "lists", "register", "registers", "notice", "board", "blackboard", "whiteboard", "ledger", "roll", "roster", "records", "logbook", "placard", "sheet", "log", "notebook" };

    private static readonly HashSet<string> Bearings = new(StringComparer.Ordinal)
        { "had", "has", "have", "gave", "gives", "give", "shows", "showed", "show", "carries", "carried", "bears", "bore", "contains", "contained", "lists", "listed", "names", "named", "runs", "ran", "holds", "held", "counts", "counted", "put", "puts" };

    /// <summary>The body behind "of", "at", "by" or "from" and a noun for a paper, where figures follow the verb.</summary>
    private IEnumerable<Speech> Registers(int number, Sentence sentence)
    {
        var paper = Enumerable.Range(sentence.First, Math.Min(LongestLabel, sentence.Last - sentence.First)).FirstOrDefault(at => Papers.Contains(tokens[at].Key), -1);
        if (paper < 0)
        {
            yield break;
        }
        var verb = Enumerable.Range(paper + 1, Math.Min(LongestRegister, sentence.Last - paper - 1)).FirstOrDefault(at => Bearings.Contains(tokens[at].Key) && !(tokens[at].Is("put") && at + 1 < sentence.Last && tokens[at + 1].Key is "up" or "out" or "together"), -1);
        if (verb < 0 || !HasNumberAfter(verb + 1, Math.Min(sentence.Last, verb + LongestLabel)) || !Figures.Tolls.Tells(tokens, verb, sentence.Last))
        {
            yield break;
        }
        var of = Enumerable.Range(paper + 1, verb - paper - 1).LastOrDefault(at => tokens[at].Key is "of" or "at" or "by" or "from" or "in" && IsKeeper(at + 1, verb), -1);
        if (of < 0)
        {
            yield break;
        }
        var last = of + 1;
        while (last < verb && tokens[last].IsWord && tokens[last].Key is not ("this" or "on" or "yesterday" or "today" or "that" or "which"))
        {
            last++;
        }
        if (last > of + 1 && Named(number, of + 1, last, SpeechAct.Count, verb, verb + 1) is { } speech)
        {
            yield return speech;
        }
    }

    private bool IsKeeper(int from, int to) => Enumerable.Range(from, to - from).TakeWhile(at => tokens[at].IsWord && tokens[at].Key is not ("of" or "at" or "by" or "from" or "in" or "on")).Any(at => Sources.Contains(tokens[at].Key) || Offices.Contains(tokens[at].Key) || tokens[at].Key is "centre" or "center" or "municipality" or "mosque" or "morgue" or "mortuary" or "cemetery" or "school" or "court");
}
