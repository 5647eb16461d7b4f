using BorderMap.Incidents.Model;
using BorderMap.Reports.Dates;
using BorderMap.Reports.Lexicons;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Happenings;

/// <summary>What rows of tables tell: their column of events in bare nouns, their column of gate states by its changes.</summary>
internal sealed partial class MentionReader
{
    private const string NoAct = "none";

    private static readonly PhraseTable<string> Bare = new(LexiconFile.Rows("row-acts.tsv", "pattern\tkind").Select(row => (row[0], row[1])));

    /// <summary>"After the crossfire the bodies of two men were handed over", "a dud from Sunday's shelling", "two without papers were held": of the dead, the dud and the two it is said, and not of the deed.</summary>
    private bool IsOfItself(PhraseMatch<Act> act, PhraseMatch<string> marker) => (Acts.GroupOf(act.Value.Kind) is "custody" && tokens[marker.First].Key is "without") || (Acts.IsViolent(act.Value.Kind) && (marker.Cue.StartsWith("bodies|", StringComparison.Ordinal) || (marker.Value is "legacy" && act.Cue.StartsWith("monday|", StringComparison.Ordinal))));

    /// <summary>"How many fell in Friday's fight at Nari?": who asks how many, or why, takes what has its day as done.</summary>
    private bool IsKnownInQuestion(int number, TimeMention? time, string rule) => rule is "clause" && time is { Use: TimeUse.When, Precision: DatePrecision.Day or DatePrecision.Range }
        && passage.Text.Sentences[number] is var sentence && Enumerable.Range(sentence.First, Math.Min(4, sentence.Last - sentence.First)).Any(at => tokens[at].Key is "how" or "why" or "who" or "whose");

    /// <summary>"a bomb killed an elder, said the police, who suspect a feud", "The device had lain there since the Soviet war": the cause stands in another clause, or in the next sentence.</summary>
    private PhraseMatch<string>? Grudge(int number, Act act)
    {
        if (Acts.GroupOf(act.Kind) is not "explosive")
        {
            return null;
        }
        for (var at = number; at <= number + 1 && at < passage.Text.Sentences.Count && passage.SameBlock(at, number); at++)
        {
            var sentence = passage.Text.Sentences[at];
            if (at > number && (passage.TimesIn(at).Count > 0 || passage.PlacesIn(at).Any()))
            {
                break;
            }
            if (Modality.Cause(tokens, sentence.First, sentence.Last) is { } cause && (cause.Value is "legacy" || cause.Cue.Contains("feud", StringComparison.Ordinal) || cause.Cue.Contains("enmity", StringComparison.Ordinal) || cause.Cue.Contains("extortion", StringComparison.Ordinal)))
            {
                return cause;
            }
        }
        return null;
    }

    private List<Mention> OfRow(TableRow row)
    {
        if (!row.IsRecord)
        {
            return [];
        }
        var sentence = passage.Text.Sentences[row.Sentence];
        var cell = row.CellOf(ColumnKind.Event) ?? (row.HasColumn(ColumnKind.Day) && row.HasColumn(ColumnKind.State) ? null : new TableCell(ColumnKind.Other, sentence.First, sentence.Last));
        if (cell is not { } told || (row.HasColumn(ColumnKind.Event) && told.Kind is not ColumnKind.Event))
        {
            return [];
        }
        IReadOnlyList<PhraseMatch<Act>> found = Acts.Find(tokens, sentence with { First = told.First, Last = told.Last });
        var acts = (told.Kind is ColumnKind.Event ? found : WithGateOfLabel(row.Sentence, found)).ToList();
        if (told.Kind is ColumnKind.Event)
        {
            var bare = Bare.Find(tokens, told.First, told.Last);
            if (bare.Exists(match => match.Value == NoAct))
            {
                return [];
            }
            acts = acts.Exists(act => act.Value.Form is not ActForm.Weak) ? acts.FindAll(act => act.Value.Form is not ActForm.Weak)
                : bare is [var first, ..] ? [new PhraseMatch<Act>(first.First, first.Last, new Act(first.Value, ActForm.Noun), first.Cue)] : acts;
        }
        // A row is one record: what else it says of force belongs to the act told first.
        var ofForce = acts.Find(act => Acts.IsViolent(act.Value.Kind));
        return [.. acts.Where(act => !Acts.IsViolent(act.Value.Kind) || act == ofForce).Select(act => Of(row.Sentence, sentence, act, [])).Where(mention => mention.Own.Count > 0 || mention.Lent.Count > 0)];
    }

    /// <summary>"Barmal, 22 February: shells on Mangritay": what a row with its place and day tells in bare nouns.</summary>
    private PhraseMatch<Act>? BareOfLabel(int number)
    {
        var sentence = passage.Text.Sentences[number];
        if (!passage.IsRow(number) || passage.TimesIn(number).Count == 0 || passage.LabelOf(number).Count == 0 || (number > 0 && passage.SameBlock(number - 1, number)))
        {
            return null;
        }
        var bare = Bare.Find(tokens, sentence.First, sentence.Last);
        return bare.Count == 0 || bare.Exists(match => match.Value == NoAct) ? null : new PhraseMatch<Act>(bare[0].First, bare[0].Last, new Act(bare[0].Value, ActForm.Noun), bare[0].Cue);
    }

    /// <summary>Adds what a column of states tells: a gate open in one row and shut in the next was closed on that row's day.</summary>
    private List<Mention> WithGateStates(List<Mention> mentions)
    {
        var (table, isOpen, added) = (-1, (bool?)null, new List<Mention>());
        var told = mentions.Where(mention => passage.RowOf(mention.Sentence) is not null && Acts.GroupOf(mention.Kind) is "crossing_closure" or "crossing_reopening").Select(mention => mention.Sentence).ToHashSet();
        foreach (var row in passage.Text.Rows.Values.OrderBy(row => row.Sentence))
        {
            isOpen = row.Table == table ? isOpen : null;
            table = row.Table;
            if (!row.HasColumn(ColumnKind.Day) || row.CellOf(ColumnKind.State) is not { } cell || StateOf(cell) is not { } state)
            {
                continue;
            }
            var isChange = isOpen is { } before ? before != state : !state;
            isOpen = state;
            if (isChange && !told.Contains(row.Sentence) && GateOf(row) is { } gate)
            {
                var mention = Of(row.Sentence, passage.Text.Sentences[row.Sentence], new PhraseMatch<Act>(cell.First, cell.Last, new Act(state ? "crossing_reopening" : "crossing_closure", ActForm.Verb), "gate state"), []);
                added.Add(mention with { Own = [gate], Lent = [] });
            }
        }
        return added.Count == 0 ? mentions : [.. mentions.Concat(added).OrderBy(mention => mention.First)];
    }

    /// <summary>Whether a gate is open; null where the cell does not say.</summary>
    private bool? StateOf(TableCell cell)
    {
        for (var at = cell.First; at < cell.Last; at++)
        {
            switch (tokens[at].Key)
            {
                case "open" or "opened" or "reopened" or "working" or "normal" or "functional" or "functioning" or "operational" or "restored" or "unlocked":
                    return true;
                case "shut" or "closed" or "sealed" or "locked" or "suspended" or "blocked" or "barred" or "bolted":
                    return false;
            }
        }
        return null;
    }

    /// <summary>The crossing that the states are of: the row's, else the one nearest in the rows and lines around it.</summary>
    private Scene? GateOf(TableRow row)
    {
        var gates = passage.Places.Where(located => located.Toponym.Place is { } place && passage.IsCrossing(place) && (passage.Text.SentenceOf[located.First] < row.Sentence || passage.RowOf(passage.Text.SentenceOf[located.First])?.Table == row.Table)).ToList();
        // "Torkham gate" over the column says it for all rows.
        gates = gates.FindAll(located => passage.RowOf(passage.Text.SentenceOf[located.First]) is { IsRecord: false } heading && heading.Cells.Any(cell => cell.Kind is ColumnKind.State && cell.Holds(located.First, located.Last))) is { Count: > 0 } named ? named : gates;
        return gates.OrderBy(located => Math.Abs(passage.Text.SentenceOf[located.First] - row.Sentence)).FirstOrDefault() is { } gate ? new Scene(gate, Incidents.Model.PlaceRole.Scene, "column") : null;
    }
}
