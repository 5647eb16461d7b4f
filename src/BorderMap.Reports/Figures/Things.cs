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
    private const int FarthestBefore = 18;

    private static readonly PhraseTable<(ObjectEffect Effect, bool IsBehind)> Effects = new(
    [
        ("captured|seized|overran|overrun|capturing|seizing|recovered|confiscated|retrieved|recovering|impounded", (ObjectEffect.Captured, false)), ("laid hands on", (ObjectEffect.Captured, false)), ("carried|hauled|towed|driven|taken|took|carrying off|away", (ObjectEffect.Captured, false)),
        ("into|in our|their hands came|fell", (ObjectEffect.Captured, false)), ("recovered intact", (ObjectEffect.Captured, false)),
        ("taken", (ObjectEffect.Captured, true)), ("had|have|has taken", (ObjectEffect.Captured, false)), ("took", (ObjectEffect.Captured, false)), ("fell|fallen|passed|came|gone into|to|in the|our|their? ..1 hands|control|mujahideen|possession|forces|fighters|taliban", (ObjectEffect.Captured, true)),
        ("destroyed|destroying|demolished|burned|burnt|torched|razed|wrecked|torching|razing|flattened|dynamited", (ObjectEffect.Destroyed, false)), ("blew|blown up", (ObjectEffect.Destroyed, false)),
        ("set ablaze|alight", (ObjectEffect.Destroyed, false)), ("set on fire", (ObjectEffect.Destroyed, false)), ("knocked out", (ObjectEffect.Destroyed, false)), ("are|were|is|was|into|to ..1 ashes|rubble", (ObjectEffect.Destroyed, true)),
        ("shot|shooting|brought|gunned|bringing down", (ObjectEffect.Destroyed, false)), ("downed|downing", (ObjectEffect.Destroyed, false)), ("damaged|damaging", (ObjectEffect.Damaged, false)), ("lost|losing", (ObjectEffect.Lost, false)),
    ]);

    private static readonly PhraseTable<string> Nouns = new(
        LexiconFile.Rows("things.tsv", "pattern\titem").Select(row => (row[0], row[1])));

    public static IEnumerable<Thing> Find(IReadOnlyList<Token> tokens, Sentence sentence)
    {
        var (from, last) = (sentence.First, default(Thing));
        foreach (var effect in Effects.Find(tokens, sentence.First, sentence.Last))
        {
            var isBehind = effect.Value.IsBehind || IsPassive(tokens, effect.First, from);
            List<Thing> found = [.. isBehind ? Before(tokens, effect, from, effect.Value.Effect) : After(tokens, effect, sentence.Last)];
            // "facilities were destroyed, including one outpost each in Kunar and Helmand"
            if (found.Count == 0 && isBehind)
            {
                found = [.. After(tokens, effect, sentence.Last).Where(thing => Enumerable.Range(effect.Last, thing.Last - effect.Last).Any(at => tokens[at].Key is "including" or "among")).SelectMany(thing => Enumerable.Repeat(thing, Each(tokens, thing.Last, sentence.Last)))];
            }
            // "18 posts captured", "Two posts were overrun and one set ablaze"
            if (found.Count == 0 && !isBehind)
            {
                found = [.. Before(tokens, effect, from, effect.Value.Effect).Where(thing => thing.Last == effect.Last && effect.First - thing.First <= 4)];
            }
            if (found.Count == 0 && last is not null && Elliptic(tokens, effect.First, from) is { } number)
            {
                found = [new Thing(last.Item, effect.Value.Effect, number, number, effect.First - 1, effect.Last)];
            }
            foreach (var thing in found)
            {
                yield return last = thing;
            }
            from = effect.Last;
        }
    }

    /// <summary>How many names "each in Kunar and Helmand" counts.</summary>
    private static int Each(IReadOnlyList<Token> tokens, int at, int to)
    {
        if (at + 1 >= to || tokens[at].Key is not "each" || tokens[at + 1].Key is not ("in" or "at" or "near"))
        {
            return 1;
        }
        var names = 1;
        for (var next = at + 2; next < to && (tokens[next].IsCapital || tokens[next].IsMark(',') || tokens[next].Key is "and"); next++)
        {
            names += tokens[next].IsMark(',') || tokens[next].Key is "and" ? 1 : 0;
        }
        return names;
    }

    /// <summary>"and one set ablaze", "and another was burned": a number with no noun, of what was told before.</summary>
    private static int? Elliptic(IReadOnlyList<Token> tokens, int verb, int from)
    {
        var at = verb - 1;
        at -= at > from && tokens[at].Key is "was" or "were" ? 1 : 0;
        return at < from || verb - from > 4 ? null : tokens[at].Key is "another" ? 1 : Numbers.At(tokens, at, verb) is { IsVague: false } number ? number.Min : null;
    }

    /// <summary>Where a noun of material that begins at a token ends; null where none does.</summary>
    public static int? NounAt(IReadOnlyList<Token> tokens, int at, int to) => Nouns.At(tokens, at, to)?.Last;

    private static bool IsPassive(IReadOnlyList<Token> tokens, int verb, int from) =>
        Enumerable.Range(1, 3).Any(back => verb - back >= from && tokens[verb - back].Key is "was" or "were" or "been" or "being");

    /// <summary>"captured 25 posts and two tanks".</summary>
    private static IEnumerable<Thing> After(IReadOnlyList<Token> tokens, PhraseMatch<(ObjectEffect Effect, bool IsBehind)> effect, int to)
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
                yield return new Thing(found.Item, effect.Value.Effect, found.Number?.Min, found.Number?.Max, effect.First, found.Last);
                (at, limit) = (found.Last - 1, Math.Min(to, found.Last + 3));
            }
        }
    }

    /// <summary>"eight posts and six tanks were destroyed".</summary>
    private static IEnumerable<Thing> Before(IReadOnlyList<Token> tokens, PhraseMatch<(ObjectEffect Effect, bool IsBehind)> effect, int from, ObjectEffect what)
    {
        for (var at = Math.Max(from, effect.First - FarthestBefore); at < effect.First; at++)
        {
            if (Counted(tokens, at, effect.First) is { } found)
            {
                yield return new Thing(found.Item, what, found.Number?.Min, found.Number?.Max, at, effect.Last);
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
        // "one of three drones"
        var first = number.Last;
        if (first + 1 < to && tokens[first].Key is "of" && Numbers.At(tokens, first + 1, to) is { } whole)
        {
            first = whole.Last;
        }
        for (var next = first; next < Math.Min(to, first + 4); next++)
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
