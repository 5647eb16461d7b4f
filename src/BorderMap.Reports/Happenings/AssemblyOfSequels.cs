using BorderMap.Incidents.Model;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Happenings;

/// <summary>Says which words go on about a deed told, and which only say who somebody is.</summary>
internal sealed partial class Assembly
{
    /// <summary>Words from "who had" to a deed: "who had planned and carried out the attack", "who had twice fired".</summary>
    private const int FarthestDone = 5;

    /// <summary>Words from "the firing" to "began".</summary>
    private const int FarthestBegun = 3;

    private static readonly HashSet<string> Courses = new(StringComparer.Ordinal) { "began", "begun", "started", "continued", "lasted", "erupted", "stopped", "ended", "ceased", "subsided", "resumed", "followed", "broke", "went" };

    /// <summary>"hideouts of those who had planned the attack on Barmal", "police hold men who had cut the fence": what tells who they are, with no day of its own, is no news of the report.</summary>
    private bool IsOfWhoDidIt(Mention mention)
    {
        var had = mention.Clause.From + 1;
        return mention is { TimeRule: not ("clause" or "beside"), Form: not ActForm.Read, Denial: null } && Acts.GroupOf(mention.Kind) is "combat" or "strike" or "explosive" or "fence_dispute"
            && passage.Tokens[mention.Clause.From].Key is "who" && mention.First > had && passage.Tokens[had].Key is "had"
            // "who had crossed the line stormed a post": what they did then is the news.
            && (mention.Form is ActForm.Verb ? mention.First - had == 1 || (mention.First - had == 2 && passage.Tokens[had + 1].Key is "earlier" or "also" or "twice" or "recently" or "previously" or "first" or "already" or "just")
                : mention.First - had <= FarthestDone && !Enumerable.Range(had + 1, mention.First - had - 1).Any(at => passage.Tokens[at].Kind is TokenKind.Mark || passage.Tokens[at].IsCapital || passage.Tokens[at].Key is "from" or "over" or "across" or "into" or "to"));
    }

    /// <summary>"two weeks after the arrest of Imran Khan": taken as known, and at no place of the text.</summary>
    private static bool IsArrestKnown(Mention mention) => mention is { IsDefinite: true, Form: ActForm.Noun, IsRow: false, Own.Count: 0, TimeRule: not "clause" } && Acts.GroupOf(mention.Kind) is "custody";

    /// <summary>"a clash in Zazi Maidan ... The firing began when guards came to Palosin": what began or went on is the fight told a sentence or two before, wherever it puts it; so is what befell "them".</summary>
    private bool IsSameAgain(Happening happening, Mention mention, int distance) => mention is { IsAnother: false, IsRow: false } && distance is >= 0 and <= 2 && happening.Group is "combat" && !happening.First.IsRow && Acts.GroupOf(mention.Kind) is "combat" && TimesFit(happening, mention)
        && !mention.Own.Any(own => passage.TollsIn(mention.Sentence).Count > 0 && happening.HasOwnPlace && happening.Scenes.All(told => IsFar(told, own))) && ((mention.IsDefinite && IsCourse(mention)) || IsOfThem(mention));

    /// <summary>Days that a fight of one night touches.</summary>
    private const int DaysOfNight = 1;

    /// <summary>"shells fell on Wednesday evening; the shelling went on until dawn on Thursday": the day on which the one told ended.</summary>
    private bool WentOnUntil(Happening happening, Mention mention, int distance) => mention is { IsAnother: false, IsRow: false, Own.Count: 0, Time: { First: > 1, Precision: DatePrecision.Day or DatePrecision.Range, Start: { } end } ended } && distance is >= 0 and <= 2
        && happening.Group == Acts.GroupOf(mention.Kind) && Acts.IsViolent(mention.Kind) && happening.Time.Time is { Start: { } start } && end.DayNumber - start.DayNumber is >= 0 and <= DaysOfNight
        && Enumerable.Range(Math.Max(mention.Last, ended.First - 3), Math.Max(0, ended.First - Math.Max(mention.Last, ended.First - 3))).Any(at => passage.Tokens[at].Key is "until" or "till");

    private bool IsCourse(Mention mention)
    {
        var to = Math.Min(mention.Last + FarthestBegun, passage.Text.Sentences[mention.Sentence].Last);
        return Enumerable.Range(mention.First + 1, Math.Max(0, to - mention.First - 1)).TakeWhile(at => passage.Tokens[at].Kind is not TokenKind.Mark).Any(at => Courses.Contains(passage.Tokens[at].Key));
    }

    /// <summary>"The children were gathering wood on Sunday when they were fired on": those told of before.</summary>
    private bool IsOfThem(Mention mention)
    {
        var verb = mention.First - 1;
        verb -= verb > mention.Clause.From && passage.Tokens[verb].Key is "being" or "been" ? 1 : 0;
        return mention is { Form: ActForm.Verb } && verb - 1 >= mention.Clause.From && passage.Tokens[verb].Key is "were" or "was" or "had" && passage.Tokens[verb - 1].Key is "they" or "he" or "she" or "both";
    }
}
