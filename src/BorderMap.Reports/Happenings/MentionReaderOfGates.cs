using BorderMap.Incidents.Model;
using BorderMap.Reports.Lexicons;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Happenings;

/// <summary>Rows of gates: "Badini | opened 14 Jan", "Ghulam Khan: as above", "Chaman - as Torkham".</summary>
internal sealed partial class MentionReader
{
    /// <summary>Sentences back to the row that "as above" speaks of.</summary>
    private const int MostAbove = 6;

    /// <summary>Tokens of a number or bullet before the name of a row's gate.</summary>
    private const int LongestBullet = 2;

    private static readonly PhraseTable<bool> Same = new([("same|as|like as? above", true), ("ditto|idem|likewise|same", true), ("same|as|like as? for|at?", true)]);

    /// <summary>"Ghulam Khan: opened on Tuesday", "Badini | coal | opened 14 Jan": a row that begins with a crossing goes on with what became of it.</summary>
    private IReadOnlyList<PhraseMatch<Act>> WithGateOfLabel(int number, IReadOnlyList<PhraseMatch<Act>> acts)
    {
        if (GateAtHead(number) is not { } gate)
        {
            return acts;
        }
        for (var at = BehindGate(gate, number); at < passage.Text.Sentences[number].Last; at++)
        {
            if (tokens[at].Key is "opened" or "reopened" or "unlocked" or "unsealed" && (tokens[at - 1].IsMark('|') ? !acts.Any(act => act.First <= at + 1 && act.Last > at) : at == BehindGate(gate, number) && !acts.Any(act => act.First <= at + 1)))
            {
                return [.. acts.Append(new PhraseMatch<Act>(at, at + 1, new Act("crossing_reopening", ActForm.Verb), "gate state")).OrderBy(act => act.First)];
            }
        }
        return acts;
    }

    /// <summary>The crossing that a row is labelled with or begins with.</summary>
    private Located? GateAtHead(int number)
    {
        if (!passage.IsRow(number) && passage.RowOf(number) is not { IsRecord: true })
        {
            return null;
        }
        var first = passage.LabelOf(number) is [{ } label] && passage.Text.SentenceOf[label.First] == number ? label : passage.PlacesIn(number).FirstOrDefault();
        return first is { Toponym.Place: { } place } && passage.IsCrossing(place) && (first.First - passage.Text.Sentences[number].First <= LongestBullet || passage.LabelOf(number).Contains(first)) ? first : null;
    }

    /// <summary>Number of the first word behind the name of a row's gate.</summary>
    private int BehindGate(Located gate, int number)
    {
        var at = gate.Last;
        while (at < passage.Text.Sentences[number].Last && (tokens[at].Kind is TokenKind.Mark || tokens[at].Key is "crossing" or "gate" or "border"))
        {
            at++;
        }
        return at;
    }

    /// <summary>"Ghulam Khan: as above", "Chaman - as Torkham": the state of the gate told before, or of the one named.</summary>
    private Mention? SameGate(int number, List<Mention> told)
    {
        if (GateAtHead(number) is not { } gate || BehindGate(gate, number) is var at && (at == gate.Last || at >= passage.Text.Sentences[number].Last || Same.At(tokens, at, passage.Text.Sentences[number].Last) is not { } same))
        {
            return null;
        }
        var other = passage.PlacesIn(number).FirstOrDefault(located => located.First == same.Last);
        if (other is null && tokens[same.Last - 1].Key is "as" or "like" or "for" or "at")
        {
            return null;
        }
        return told.LastOrDefault(mention => Acts.GroupOf(mention.Kind) is "crossing_closure" or "crossing_reopening" && mention.Against is null && mention.Sentence < number
            && (other is not null ? mention.Own.Any(scene => scene.Place!.Id == other.Toponym.Place?.Id) : number - mention.Sentence <= MostAbove)) is not { } meant ? null
            : meant with { Sentence = number, First = at, Last = same.Last, Clause = (at, same.Last), Own = [new Scene(gate, PlaceRole.Scene, "row")], Lent = [], Speech = passage.Speakers.At(at), IsHeading = false, IsRow = passage.IsRow(number) };
    }
}
