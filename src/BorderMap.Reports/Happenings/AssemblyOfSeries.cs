using BorderMap.Reports.Lexicons;

namespace BorderMap.Reports.Happenings;

/// <summary>Which tellings only go on with what was told: its strokes one by one, what others heard of it, "on that day".</summary>
internal sealed partial class Assembly
{
    /// <summary>Words from the head of a sentence to "the first".</summary>
    private const int FarthestOrdinal = 2;

    /// <summary>Words between firing and who heard it.</summary>
    private const int FarthestHearing = 8;

    private static readonly PhraseTable<bool> Ordinals = new([("the first|second|third|fourth|other|latter|former", true), ("one ..1 bomb|rocket|missile|shell|drone|round|projectile|mortar|strike|hit|struck|fell|landed|exploded", true)]);
    private static readonly PhraseTable<bool> More = new([("another|yet", true), ("a|the second|third|fourth|last", true)]);

    /// <summary>"... made two strikes. In the first, on a house in Zher Karez, ...": the strokes of what the sentence before told.</summary>
    private Happening? OfSeries(Mention mention)
    {
        if (mention.IsRow || !Acts.IsViolent(mention.Kind) || !IsLent(mention.TimeRule) || happenings.LastOrDefault(happening => Acts.IsViolent(happening.Kind)) is not { First.IsRow: false } told
            || mention.Sentence - told.LastSentence is < 1 or > 2 || !passage.SameBlock(told.LastSentence, mention.Sentence) || told.Group is not ("strike" or "combat") || !IsStroke(mention))
        {
            return null;
        }
        return mention.Own.All(own => own.Located.Toponym.Status is not ToponymStatus.Resolved || told.Scenes.Any(scene => !IsFar(scene, own))) ? told : null;
    }

    /// <summary>"a protest over the attack of 1 May in Alwara. On that day men came over from Gayan and attacked ...": the deed that a general word named.</summary>
    private Happening? OfThatDay(Mention mention) => !mention.IsRow && mention.Time is { First: > 0 } time && passage.Tokens[time.First].Key is "that" && time.First <= passage.Text.Sentences[mention.Sentence].First + 1
        && happenings.LastOrDefault() is { First: { IsRow: false, Form: ActForm.Weak or ActForm.Noun } } told && mention.Sentence - told.LastSentence == 1 && told.Mentions.Count == 1 && told.Group == Acts.GroupOf(mention.Kind) && TimesFit(told, mention) ? told : null;

    /// <summary>"The first ...", "One fell on ...", and after such a sentence "Another ...".</summary>
    private bool IsStroke(Mention mention)
    {
        var sentence = passage.Text.Sentences[mention.Sentence];
        return Heads(Ordinals, sentence) || (Heads(More, sentence) && Heads(Ordinals, passage.Text.Sentences[mention.Sentence - 1]));
    }

    private bool Heads(PhraseTable<bool> table, Reading.Sentence sentence) => Enumerable.Range(sentence.First, Math.Min(FarthestOrdinal, sentence.Last - sentence.First)).Any(at => table.At(passage.Tokens, at, sentence.Last) is not null);

    /// <summary>"Residents on the other side heard firing until midnight": the fight told before, from where it was heard.</summary>
    private Happening? HeardOf(Mention mention)
    {
        if (mention.IsRow || Acts.GroupOf(mention.Kind) is not "combat" || !IsHeard(mention))
        {
            return null;
        }
        return Latest.LastOrDefault(happening => happening is { First.IsRow: false, HasOwnPlace: true } && happening.Group is "combat" or "infiltration" or "strike" && mention.Sentence - happening.LastTouched <= Farthest && TimesFit(happening, mention)
            && mention.Own.All(own => happening.Scenes.Any(scene => AreOpposite(scene, own) || IsSame(scene, own) || Holds(scene, own) || Holds(own, scene) || !IsFar(scene, own))));
    }

    private bool IsHeard(Mention mention)
    {
        var sentence = passage.Text.Sentences[mention.Sentence];
        var from = Math.Max(sentence.First, mention.First - FarthestHearing);
        return Enumerable.Range(from, Math.Min(sentence.Last, mention.Last + FarthestHearing) - from).Any(at => passage.Tokens[at].Key is "heard" or "hear" or "hearing" or "audible" or "listened")
            && !passage.TollsIn(mention.Sentence).Any(toll => !toll.IsZero);
    }
}
