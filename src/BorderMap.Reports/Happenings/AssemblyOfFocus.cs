using BorderMap.Reports.Dates;

namespace BorderMap.Reports.Happenings;

/// <summary>Which happening a sentence that tells no act of its own goes on about.</summary>
internal sealed partial class Assembly
{
    /// <summary>The happening that a sentence without an act of its own goes on about.</summary>
    private Happening? FocusOf(int number) => Latest.Where(happening => (Acts.IsViolent(happening.Kind) || happening.Group is "drone_shootdown") && happening.LastSentence <= number
            && !passage.AreOfOtherLabels(happening.First.Sentence, number) && (passage.IsRow(number) || happening.First.IsRow ? passage.SameBlock(happening.First.Sentence, number) || passage.SameBlock(happening.LastTouched, number) || IsOfTicker(happening, number) : number - happening.LastTouched <= Farthest))
        .OrderBy(happening => IsOnlyGround(happening) || IsBackground(happening, number) ? 0 : 1).ThenBy(happening => happening.LastTouched).ThenBy(happening => IsOnlyAnchor(happening) ? 0 : 1).LastOrDefault();

    /// <summary>"Fire was exchanged on Saturday, a day after the firing began in Kurram": told to say when the other was, and the text goes on about the other.</summary>
    private bool IsOnlyAnchor(Happening happening) => happening.First is { IsRow: false, TimeRule: "sentence" or "clause", Time.Use: TimeUse.Distance } or { IsRow: false, Time.Rule: "distance" } && happening.Mentions.Count == 1 && happening.Tolls.Count == 0
        && happenings.Exists(other => !ReferenceEquals(other, happening) && other.LastTouched >= happening.LastTouched && other.First.Sentence == happening.First.Sentence && other.First.First < happening.First.First && Acts.IsViolent(other.Kind));

    /// <summary>"Shells hit Chaman on Thursday. On Sunday, shells had killed seven. ... The ministry confirmed the fighting": told in one paragraph as what had been before, and the next one goes on with the news.</summary>
    private bool IsBackground(Happening happening, int number) => happening.First is { IsRow: false, HasOwnTime: true } first && !passage.SameBlock(happening.LastTouched, number) && passage.SameBlock(first.Sentence, happening.LastTouched)
        && Enumerable.Range(first.Clause.From, first.Clause.To - first.Clause.From).Any(at => passage.Tokens[at].Is("had"))
        && happenings.FirstOrDefault(other => Acts.IsViolent(other.Kind) && !other.First.IsRow) is { } news && !ReferenceEquals(news, happening) && news.First.Sentence < first.Sentence && number - news.LastTouched <= FarthestWithoutPlace
        && StartOf(news) is { } day && StartOf(happening) is { } before && before < day;

    /// <summary>"They fought overnight. Kabul called it retaliation for air strikes on Thursday": named as the ground alone, and the text goes on about what it was the ground of. So is an answer without a place.</summary>
    private bool IsOnlyGround(Happening happening) => happening is { First.IsAnswer: true, HasOwnPlace: false } || !happening.First.IsRow && happening.Tolls.Count == 0 && happening.Mentions.All(mention => passage.AsideAt(mention.First) >= 0);

    /// <summary>"They pulled down the wire. Nobody was hurt": who came to harm, or none, over a fence or at an abduction that was told last, after all fighting.</summary>
    private Happening? FocusOfToll(int number)
    {
        var focus = FocusOf(number);
        var quiet = passage.IsRow(number) ? null : Latest.LastOrDefault(happening => happening.Group is "fence_dispute" or "custody" or "airspace_violation" && !happening.First.IsRow && number - happening.LastTouched is >= 0 && number - happening.LastTouched <= (happening.Group is "airspace_violation" ? FarthestPart : FarthestHarm) && !passage.AreOfOtherLabels(happening.First.Sentence, number));
        return quiet is not null && (focus is null || focus.LastTouched < quiet.LastTouched) ? quiet : focus;
    }

    /// <summary>"* Over 200 neutralised: ISPR": a line of a ticker without a place goes on with the line above.</summary>
    private bool IsOfTicker(Happening happening, int number) => happening.First.IsRow && passage.IsRow(number) && passage.RowOf(number) is null && passage.RowOf(happening.First.Sentence) is null && number - happening.LastTouched == 1 && !passage.PlacesIn(number).Any();
}
