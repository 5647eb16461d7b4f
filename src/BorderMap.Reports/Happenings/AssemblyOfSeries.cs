using BorderMap.Incidents.Model;
using BorderMap.Reports.Dates;
using BorderMap.Reports.Figures;
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
            && mention.Own.All(own => happening.Scenes.Any(scene => AreOpposite(scene, own) || IsSameOrWithin(scene, own) || !IsFar(scene, own))));
    }

    private bool IsHeard(Mention mention)
    {
        var sentence = passage.Text.Sentences[mention.Sentence];
        var from = Math.Max(sentence.First, mention.First - FarthestHearing);
        return Enumerable.Range(from, Math.Min(sentence.Last, mention.Last + FarthestHearing) - from).Any(at => passage.Tokens[at].Key is "heard" or "hear" or "hearing" or "audible" or "listened")
            && !passage.TollsIn(mention.Sentence).Any(toll => !toll.IsZero);
    }

    /// <summary>What is told of the days after a fight with those who came over: the search of its ground, and more dead.</summary>
    private static readonly HashSet<string> OfFollowUps = new(StringComparer.Ordinal)
    {
        "more", "further", "additional", "another", "other", "others", "sanitisation", "sanitization", "sanitising", "sanitizing", "sanitised", "sanitized", "clearance", "combing", "mopping", "mop", "sweep",
        "search", "follow-up", "followup", "follow", "pursuit", "chase", "hunted", "tracked", "remaining", "again", "second", "third", "next", "following",
    };

    /// <summary>"33 were killed on the night of 7/8 August. In a sanitisation operation on the night of 8/9 August fourteen more were hunted down": a later night with its own dead.</summary>
    private Happening? FollowUp(Toll toll, int number, Happening home)
    {
        if (home is not { Group: "infiltration", First.IsRow: false, Scenes.Count: > 0 } || toll is not { Outcome: Outcome.Killed, IsZero: false, IsPart: false } || home.Time.Time is not { IsDated: true, Start: { } began } fought || !home.Tolls.Any(told => told.Toll is { Outcome: Outcome.Killed, IsZero: false }))
        {
            return null;
        }
        var (ended, from) = (fought.End ?? began, passage.Text.Sentences[number].First);
        var isDated = passage.TimesIn(number).Any(other => other is { Use: TimeUse.When, IsDated: true });
        var time = isDated ? LaterTime(number, toll.Last, began, ended) : number > 0 && (passage.SameBlock(number - 1, number) || passage.Tokens[from].Key is "as" or "resultantly" or "consequently") ? LaterTime(number - 1, toll.First, began, ended) : null;
        // "three more were hunted down, taking the number killed to fourteen": told as one, with the sum.
        if (time is null || Enumerable.Range(from, passage.Text.Sentences[number].Last - from).Any(at => Sums.Contains(passage.Tokens[at].Key)) || !Enumerable.Range(Math.Min(time.First, from), toll.Last - Math.Min(time.First, from)).Any(at => OfFollowUps.Contains(passage.Tokens[at].Key)))
        {
            return null;
        }
        if (happenings[^1] is { Group: "infiltration" } last && last.Time.Time == time)
        {
            return last;
        }
        var later = new Happening(home.First with { Kind = home.Kind, Form = ActForm.Noun, Sentence = number, First = toll.First, Last = toll.Last, Time = time, TimeRule = "clause", Speech = passage.SpeakerOf(toll), Denial = null }, home.Scope);
        later.AddScenes(home.Scenes);
        happenings.Add(later);
        return later;
    }

    /// <summary>The last night or day told before a word, if it lies after those of a fight.</summary>
    private TimeMention? LaterTime(int number, int before, DateOnly began, DateOnly ended) =>
        passage.TimesIn(number).LastOrDefault(time => time is { Use: TimeUse.When, Precision: DatePrecision.Day or DatePrecision.Range, Start: not null } && time.First < before && !IsDayOfSaying(time)) is { Start: { } start } last && start > began && (start > ended || (start == ended && IsOfNight(last))) ? last : null;

    private bool IsOfNight(TimeMention time) => time.Precision is DatePrecision.Range || Enumerable.Range(Math.Max(0, time.First - 1), time.Last - Math.Max(0, time.First - 1)).Any(at => passage.Tokens[at].Key is "night" or "overnight");

    private static readonly HashSet<string> Sayings = new(StringComparer.Ordinal) { "said", "says", "issued", "released", "announced", "reported", "claimed", "told", "added", "stated", "statement", "release", "confirmed", "handout" };

    private static readonly HashSet<string> Sums = new(StringComparer.Ordinal) { "total", "tally", "toll", "number", "count", "overall", "sum" };

    /// <summary>"said on Monday", "issued on Saturday": the day of the words, and of no deed.</summary>
    private bool IsDayOfSaying(TimeMention time) => time.First > 1 && Sayings.Contains(passage.Tokens[time.First - (passage.Tokens[time.First - 1].Key is "on" or "late" or "early" ? 2 : 1)].Key)
        || (time.Last + 1 < passage.Tokens.Count && Sayings.Contains(passage.Tokens[time.Last + 1].Key));
}
