using BorderMap.Reports.Lexicons;

namespace BorderMap.Reports.Happenings;

/// <summary>What an editorial says of a deed in general: "each time they go, the guns reply", "bombs on villages do not close the road". Nothing of one day is told.</summary>
internal sealed class Habits(Passage passage)
{
    private static readonly PhraseTable<string> Table = new([
        ("each|every ..1 time|occasion|week|weeks|month|months|year|years|season|spring|summer|autumn|winter", "habit"), ("whenever|habitually|customarily", "habit"), ("as a rule", "habit"), ("matter of routine|course|habit", "habit"), ("time and|after again|time", "habit"),
        ("become|became|becoming|are|is ..3 ordinary|routine|normal|commonplace|habitual|unremarkable|common|frequent|rife|widespread|usual", "habit"), ("now and then|again", "habit"), ("once in a while", "habit"), ("so often", "habit"), ("every few ..1 days|weeks|months|years", "habit"),
        ("daily|weekly|nightly|monthly|everyday|regular|common|routine|usual event|occurrence|affair|feature|matter|sight|experience", "habit"), ("nothing new|unusual", "habit"),
        ("frequently|regularly|routinely|often|sometimes|occasionally|periodically|usually cross|sneak|slip|infiltrate|enter|attack|fire|shell|clash|trade|exchange|ambush|target|raid|launch|strike|bomb", "habit"), ("no longer ..1 news", "habit"), ("hardly|scarcely|barely makes|make|made ..2 news|headlines|page", "habit"),
        ("only ..1 at|on|against ..1 people|those|men|anyone|persons|whoever|intruders ..1 who|that", "habit"), ("anyone|anybody|whoever|everyone ..1 who|that|cuts|crosses|climbs|touches", "habit"),
        ("do|does|can|will not|never ..1 close|solve|win|build|feed|settle|defeat|deter|buy|weaken", "argument"),
        ("make|makes|win|wins no ..1 friends|peace|difference|sense|border", "argument"),
        ("solve|solves|win|wins|settle|settles|change|changes|achieve|achieves|prove|proves|bring|brings nothing|no", "argument")]);

    private readonly Dictionary<int, PhraseMatch<string>?> read = [];

    /// <summary>The words that make a sentence one of habit or argument; null where it tells of a day.</summary>
    public PhraseMatch<string>? Of(int number)
    {
        if (!read.TryGetValue(number, out var found))
        {
            var sentence = passage.Text.Sentences[number];
            read[number] = found = Table.Find(passage.Tokens, sentence.First, sentence.Last) is [var first, ..] && !passage.TimesIn(number).Any(time => time.IsDated) && passage.TollsIn(number).Count == 0 ? first : null;
        }
        return found;
    }
}
