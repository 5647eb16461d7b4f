using BorderMap.Incidents.Model;
using BorderMap.Reports.Lexicons;
using BorderMap.Reports.Reading;

namespace BorderMap.Reports.Happenings;

/// <summary>"Infiltration attempts in August", then rows of days, places and figures: what each row tells stands over them all.</summary>
internal sealed partial class MentionReader
{
    /// <summary>A caption is no longer.</summary>
    private const int LongestCaption = 30;

    /// <summary>What captions tell, by their sentence; null where it is nothing, or several kinds.</summary>
    private readonly Dictionary<int, PhraseMatch<Act>?> captions = [];

    /// <summary>Captions that rows were read by: they sum up and tell nothing of their own.</summary>
    private readonly HashSet<int> usedCaptions = [];

    /// <summary>The act of a row that has its place and day but no word of what happened.</summary>
    private PhraseMatch<Act>? OfCaption(int number)
    {
        if (!passage.IsRow(number) || passage.TimesIn(number).Count == 0 || !passage.PlacesIn(number).Any() || (number > 0 && passage.SameBlock(number - 1, number)))
        {
            return null;
        }
        var sentence = passage.Text.Sentences[number];
        var over = number - 1;
        while (over > 0 && passage.IsRow(over))
        {
            over--;
        }
        if (over < 0 || !HasFigure(sentence) || Bare.Find(tokens, sentence.First, sentence.Last).Count > 0 || (CaptionOf(over) ?? CaptionOf(0)) is not { } caption)
        {
            return null;
        }
        usedCaptions.Add(passage.Text.SentenceOf[caption.First]);
        return new PhraseMatch<Act>(sentence.First, sentence.First + 1, caption.Value with { Form = ActForm.Noun }, caption.Cue);
    }

    private bool HasFigure(Sentence sentence) => Figures.Tolls.Tells(tokens, sentence.First, sentence.Last) || (passage.RowOf(passage.Text.SentenceOf[sentence.First]) is { } row && row.HasColumn(ColumnKind.Toll));

    private PhraseMatch<Act>? CaptionOf(int number)
    {
        if (captions.TryGetValue(number, out var known))
        {
            return known;
        }
        var sentence = passage.Text.Sentences[number];
        var isCaption = sentence.Last - sentence.First <= LongestCaption && !passage.IsRow(number) && passage.TimesIn(number).All(time => time.Precision is not DatePrecision.Day || IsOfSpan(time.First, sentence.First));
        var bare = isCaption ? Bare.Find(tokens, sentence.First, sentence.Last) : [];
        var acts = isCaption ? passage.ActsIn(number).Where(act => act.Value.Form is not ActForm.Weak).Concat(bare.Where(match => match.Value != NoAct).Select(match => new PhraseMatch<Act>(match.First, match.Last, new Act(match.Value, ActForm.Noun), match.Cue))).ToList() : [];
        var isOne = acts.Select(act => Acts.GroupOf(act.Value.Kind)).Distinct().Count() == 1 && !bare.Exists(match => match.Value == NoAct) && Acts.IsViolent(acts[0].Value.Kind);
        return captions[number] = isOne ? acts[0] : null;
    }

    /// <summary>"week of 12 April", "period ending 8 March": a day that names a span.</summary>
    private bool IsOfSpan(int day, int from) => day > from && tokens[day - 1].Key is "of" or "ending" or "ended" or "to" or "until" or "from" or "since" or "beginning" or "starting";

    private List<Mention> WithoutCaptions(List<Mention> mentions) => usedCaptions.Count == 0 ? mentions
        : mentions.ConvertAll(mention => usedCaptions.Contains(mention.Sentence) ? mention with { Against = mention.Against ?? new PhraseMatch<string>(mention.First, mention.Last, "label", mention.Cue) } : mention);
}
