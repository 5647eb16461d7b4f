using BorderMap.Reports.Figures;
using BorderMap.Reports.Learnt;
using BorderMap.Reports.Speakers;

namespace BorderMap.Reports.Happenings;

/// <summary>Who says a figure, by weights learnt from annotated texts: whom the rules name, another who speaks around it, or the report itself.</summary>
/// <param name="passage">The text.</param>
/// <param name="judged">Receives the choices; null: nobody asks.</param>
internal sealed class TollSpeakers(Passage passage, Judged? judged)
{
    /// <summary>Sentences before and after a figure whose speakers may say it.</summary>
    private const int Before = 9, After = 3;

    /// <summary>Speakers that are weighed, the nearest first.</summary>
    private const int Most = 8;

    /// <summary>Speeches of so many sentences that are looked at.</summary>
    private const int MostNear = 40;

    /// <summary>By how much more likely another must be; tried on texts held out in turn.</summary>
    private const double Surer = 0.05;

    private const int FarthestBetween = 60;

    private Dictionary<string, int>? times;

    /// <summary>Who says a figure; null: the report itself.</summary>
    /// <param name="toll">The figure.</param>
    /// <param name="told">Whom the rules name.</param>
    public Speech? Of(Toll toll, Speech? told)
    {
        var number = passage.Text.SentenceOf[toll.FigureFirst];
        var near = Near(number);
        if (near.Count == 0)
        {
            return told;
        }
        var rule = told is null ? "none" : told.IsVoice ? "voice" : told.IsCarried ? "carried" : told.First < 0 ? "pronoun" : told.IsCited ? "cited" : "clause";
        var around = new Around(toll, number, told, rule, near);
        var candidates = new List<Candidate<Speech>> { new(null, told is null, OfReport(around)) };
        if (told is not null)
        {
            candidates.Add(new Candidate<Speech>(told, true, OfSpeech(around, told)));
        }
        foreach (var speech in near.OrderBy(speech => Math.Abs(number - speech.Sentence)))
        {
            if (candidates.Count <= Most && !candidates.Exists(other => other.Value?.Words == speech.Words))
            {
                candidates.Add(new Candidate<Speech>(speech, false, OfSpeech(around, speech)));
            }
        }
        judged?.Claimants.Add(new JudgedToll<Speech>(toll, candidates));
        return Choice.Of(candidates, Surer);
    }

    /// <summary>A figure with what is the same for all who may say it.</summary>
    private sealed record Around(Toll Toll, int Sentence, Speech? Told, string Rule, IReadOnlyList<Speech> Near)
    {
        public Speech? Last { get; } = Near.Where(speech => speech.VerbFirst < Toll.FigureFirst).MaxBy(speech => speech.VerbFirst);
        public Speech? Next { get; } = Near.Where(speech => speech.VerbFirst >= Toll.FigureFirst).MinBy(speech => speech.VerbFirst);
        public int Here { get; } = Near.Count(speech => speech.Sentence == Sentence);
    }

    private List<Speech> Near(int number)
    {
        var near = new List<Speech>();
        for (var sentence = Math.Max(0, number - Before); sentence <= Math.Min(passage.Text.Sentences.Count - 1, number + After); sentence++)
        {
            // "Police Say Calm Has Returned": a title without a figure says none of those below it.
            if (passage.IsHeading(sentence) && sentence != number && passage.TollsIn(sentence).Count == 0)
            {
                continue;
            }
            near.AddRange(passage.Speakers.In(sentence).Where(speech => speech.Act is not (SpeechAct.Urge or SpeechAct.Warn) && speech is { Words.Length: > 1, Sentence: >= 0, VerbFirst: >= 0 }).Take(MostNear / 4));
        }
        return near.Count <= MostNear ? near : [.. near.OrderBy(speech => Math.Abs(number - speech.Sentence)).Take(MostNear)];
    }

    /// <summary>How often each speaker speaks in the text.</summary>
    private Dictionary<string, int> Times => times ??= Enumerable.Range(0, passage.Text.Sentences.Count).SelectMany(passage.Speakers.In).GroupBy(speech => speech.Words, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);

    private string Block(int number) => passage.IsHeading(number) ? "heading" : passage.IsRow(number) ? "row" : "paragraph";

    private Features OfReport(Around around)
    {
        var (toll, number, told, rule, _) = around;
        var features = new Features(passage.Models.Claimants, judged is not null);
        features.Add("report");
        features.Add($"report rule {rule}");
        features.Add($"report rule {rule} here {Math.Min(2, around.Here)}");
        features.Add($"report names {Math.Min(3, Times.Count)} rule {rule}");
        features.Add($"report quoted {passage.Tokens[toll.FigureFirst].IsQuoted} rule {rule}");
        features.Add($"report {Block(number)} rule {rule}");
        features.Add($"report first {number == 0} rule {rule}");
        features.Add($"report after {(around.Last is { } last ? $"{Far(number - last.Sentence)} {passage.Text.KindOf(passage.Text.Sentences[last.Sentence])} {passage.SameBlock(last.Sentence, number)}" : "nobody")} rule {rule}");
        features.Add($"report before {(around.Next is { } next ? Far(next.Sentence - number) : "nobody")} rule {rule}");
        features.Add($"report own {toll.IsOfSpeaker} enemy {toll.IsOfEnemy} side {toll.Side} of {toll.Category}");
        features.Add($"report zero {toll.IsZero} rule {rule}");
        features.Add($"report begins {passage.Tokens[passage.Text.Sentences[number].First].Key}");
        features.Add($"report act {told?.Act} rule {rule}");
        features.Add($"report far {(told is null ? "" : Far(told.Sentence < 0 ? int.MaxValue : number - told.Sentence))}");
        return features;
    }

    private Features OfSpeech(Around around, Speech speech)
    {
        var (toll, number, told, rule, near) = around;
        var isTold = speech == told;
        var far = speech.Sentence < 0 ? "named" : speech.Sentence > number ? $"after {Far(speech.Sentence - number)}" : speech.Sentence < number ? Far(number - speech.Sentence) : speech.VerbFirst < toll.FigureFirst ? "before it" : "behind it";
        var features = new Features(passage.Models.Claimants, judged is not null) { Group = isTold ? "told" : "other" };
        features.Add("one");
        features.InGroup($"rule {rule}");
        features.InGroup($"far {far}");
        features.InGroup($"far {far} block {(speech.Sentence < 0 ? "" : passage.SameBlock(speech.Sentence, number) ? "same" : "other")} rule {rule}");
        features.InGroup($"act {speech.Act}");
        features.InGroup($"cited {speech.IsCited} carried {speech.IsCarried}");
        features.InGroup($"last {speech == around.Last} next {speech == around.Next} rule {rule}");
        features.Add($"last {speech.Words == around.Last?.Words} far {far} quoted {passage.Tokens[toll.FigureFirst].IsQuoted}");
        features.Add($"side {speech.Actor?.Side} of {toll.Side} own {toll.IsOfSpeaker} enemy {toll.IsOfEnemy}");
        features.InGroup($"side {speech.Actor?.Side} of {toll.Category}");
        features.InGroup($"actor {speech.Actor?.Id}");
        features.InGroup($"{Block(number)} far {far}");
        features.InGroup($"names {Math.Min(3, Times.Count)}");
        features.InGroup($"word {speech.Words.AsSpan(speech.Words.LastIndexOf(' ') + 1)}");
        features.InGroup($"times {Math.Min(4, Times.GetValueOrDefault(speech.Words))}");
        var (first, last) = (Math.Min(speech.VerbFirst, toll.FigureFirst), Math.Max(speech.VerbFirst, toll.FigureFirst));
        features.InGroup($"between {(speech.VerbFirst < 0 ? 0 : Math.Min(3, near.Count(other => other.Words != speech.Words && other.VerbFirst > first && other.VerbFirst < last)))} rule {rule}");
        if (speech.VerbFirst >= 0)
        {
            features.InGroup($"verb {passage.Tokens[speech.VerbFirst].Key}");
            features.Add($"verb {passage.Tokens[speech.VerbFirst].Key} far {far}");
        }
        if (speech.Sentence == number)
        {
            AddBetween(features, first, last, far);
        }
        return features;
    }

    private void AddBetween(Features features, int first, int last, string far)
    {
        var (commas, isParted) = (0, false);
        for (var at = first; at < Math.Min(last, first + FarthestBetween); at++)
        {
            commas += passage.Tokens[at].IsMark(',') ? 1 : 0;
            isParted |= passage.Tokens[at].IsMark(';');
        }
        features.InGroup($"parted {isParted} commas {Math.Min(2, commas)} {far}");
        features.InGroup($"words {Far(last - first)} {far}");
    }

    private static string Far(int far) => far switch { <= 0 => "0", 1 => "1", 2 => "2", 3 => "3", <= 8 => "8", <= 20 => "20", _ => "more" };
}
