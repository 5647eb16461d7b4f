using BorderMap.Incidents.Model;
using BorderMap.Reports.Lexicons;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Figures;

/// <summary>Material that was taken, destroyed or lost, as one stretch of a sentence tells it.</summary>
/// <param name="Item">The noun in the singular: <c>post, tank, drone</c>.</param>
/// <param name="Effect">What came of it.</param>
/// <param name="Min">The least; null where no number is told.</param>
/// <param name="Max">The most; null where no number is told, and for "at least".</param>
/// <param name="First">Number of its first token.</param>
/// <param name="Last">Number after its last token.</param>
internal sealed record Thing(string Item, ObjectEffect Effect, int? Min, int? Max, int First, int Last);

/// <summary>Finds what was captured and destroyed: a verb with a number and a noun after it, or before it in the passive.</summary>
internal static class Things
{
    private const int Farthest = 6;

    private static readonly PhraseTable<ObjectEffect> Effects = new(
    [
        ("captured|seized|overran|overrun|capturing|seizing|recovered", ObjectEffect.Captured),
        ("destroyed|destroying|demolished|burned|burnt", ObjectEffect.Destroyed), ("blew|blown up", ObjectEffect.Destroyed),
        ("shot|shooting|brought down", ObjectEffect.Destroyed), ("downed|downing", ObjectEffect.Destroyed), ("damaged|damaging", ObjectEffect.Damaged), ("lost|losing", ObjectEffect.Lost),
    ]);

    private static readonly PhraseTable<string> Nouns = new(
        LexiconFile.Rows("things.tsv", "pattern\titem").Select(row => (row[0], row[1])));

    public static IEnumerable<Thing> Find(IReadOnlyList<Token> tokens, Sentence sentence)
    {
        foreach (var effect in Effects.Find(tokens, sentence.First, sentence.Last))
        {
            foreach (var thing in IsPassive(tokens, effect.First, sentence.First) ? Before(tokens, effect, sentence.First) : After(tokens, effect, sentence.Last))
            {
                yield return thing;
            }
        }
    }

    /// <summary>Where a noun of material that begins at a token ends; null where none does.</summary>
    public static int? NounAt(IReadOnlyList<Token> tokens, int at, int to) => Nouns.At(tokens, at, to)?.Last;

    private static bool IsPassive(IReadOnlyList<Token> tokens, int verb, int from) =>
        Enumerable.Range(1, 3).Any(back => verb - back >= from && tokens[verb - back].Key is "was" or "were" or "been" or "being");

    /// <summary>"captured 25 posts and two tanks".</summary>
    private static IEnumerable<Thing> After(IReadOnlyList<Token> tokens, PhraseMatch<ObjectEffect> effect, int to)
    {
        var limit = Math.Min(to, effect.Last + Farthest);
        for (var at = effect.Last; at < limit; at++)
        {
            if (tokens[at].Key is "by" or "after" or "when" or "in" or "people" or "soldiers" or "civilians" || tokens[at].IsMark(';') || Effects.At(tokens, at, to) is not null)
            {
                yield break;
            }
            if (Counted(tokens, at, to) is { } found)
            {
                yield return new Thing(found.Item, effect.Value, found.Number?.Min, found.Number?.Max, effect.First, found.Last);
                (at, limit) = (found.Last - 1, Math.Min(to, found.Last + 3));
            }
        }
    }

    /// <summary>"eight posts and six tanks were destroyed".</summary>
    private static IEnumerable<Thing> Before(IReadOnlyList<Token> tokens, PhraseMatch<ObjectEffect> effect, int from)
    {
        for (var at = Math.Max(from, effect.First - (2 * Farthest)); at < effect.First; at++)
        {
            if (Counted(tokens, at, effect.First) is { } found)
            {
                yield return new Thing(found.Item, effect.Value, found.Number?.Min, found.Number?.Max, at, effect.Last);
                at = found.Last - 1;
            }
        }
    }

    private static (string Item, WrittenNumber? Number, int Last)? Counted(IReadOnlyList<Token> tokens, int at, int to)
    {
        if (Numbers.At(tokens, at, to) is not { } number)
        {
            return null;
        }
        for (var next = number.Last; next < Math.Min(to, number.Last + 4); next++)
        {
            if (Nouns.At(tokens, next, to) is { } noun)
            {
                return (noun.Value, number.IsVague ? null : number, noun.Last);
            }
            if (tokens[next].Kind is not TokenKind.Word || tokens[next].Key is "of" or "and" or "in")
            {
                return null;
            }
        }
        return null;
    }
}
