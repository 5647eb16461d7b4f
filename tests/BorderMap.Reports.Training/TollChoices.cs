using BorderMap.Reports.Figures;
using BorderMap.Reports.Happenings;
using BorderMap.Reports.Learnt;
using BorderMap.Reports.Tests.Scoring;

namespace BorderMap.Reports.Training;

/// <summary>What a figure is of and who says it: the figures of texts whose annotation says by which words each claim is told.</summary>
internal sealed class TollChoices(Extractor extractor)
{
    /// <param name="article">The text.</param>
    /// <param name="weight">How much it counts.</param>
    public (List<ChoiceInstance> Homes, List<ChoiceInstance> Claimants) Of(Article article, double weight)
    {
        var (homes, claimants) = (new List<ChoiceInstance>(), new List<ChoiceInstance>());
        if (!article.Incidents.TrueForAll(incident => incident.Words is not null))
        {
            return (homes, claimants);
        }
        var passage = extractor.Passage(new Report(article.Text) { Published = article.Published });
        var judged = new Judged();
        Assembly.Of(passage, judged);
        foreach (var (toll, candidates) in judged.Homes)
        {
            var words = passage.Text.SpanOf(toll.FigureFirst, toll.FigureLast);
            var covering = article.Incidents.FindAll(incident => incident.Claims.Exists(claim => Holds(article, claim.Words, words)));
            // A figure that no claim has, here or elsewhere in the text, is of nothing that is told: a sum, history, another war.
            var isNone = covering.Count == 0 && !toll.IsPart && !article.Incidents.Exists(incident => incident.IsOptional || incident.Claims.Exists(claim => Counts(claim, toll)));
            if (isNone || covering.FindAll(incident => incident.Claims.Exists(claim => Counts(claim, toll))) is [var _])
            {
                var of = isNone ? null : covering.Find(incident => incident.Claims.Exists(claim => Counts(claim, toll)));
                Add(homes, article, weight, Shown(passage, toll), candidates, happening => happening is null ? isNone : of is not null && Tellings.Fits(of, happening.Kind, happening.Scenes, happening.Time.Time));
            }
        }
        foreach (var (toll, candidates) in judged.Claimants.Where(choice => choice.Toll is { IsPart: false, IsEarlier: false }))
        {
            var words = passage.Text.SpanOf(toll.FigureFirst, toll.FigureLast);
            if (article.Incidents.SelectMany(incident => incident.Claims).Where(claim => Holds(article, claim.Words, words) && Counts(claim, toll)).Take(2).ToList() is [var claim])
            {
                Add(claimants, article, weight, Shown(passage, toll), candidates, speech => claim.IsSaidBy(speech?.Words));
            }
        }
        return (homes, claimants);
    }

    private static void Add<T>(List<ChoiceInstance> into, Article article, double weight, string shown, IReadOnlyList<Candidate<T>> candidates, Func<T?, bool> isRight)
        where T : class
    {
        if (ChoiceInstance.Of(article, weight, shown, candidates, isRight) is { } choice)
        {
            into.Add(choice);
        }
    }

    private static bool Holds(Article article, string? told, TextSpan words) => told is not null && Tellings.Spans(article, told).Any(span => span.Start <= words.Start && words.End <= span.End);

    private static bool Counts(ExpectedClaim claim, Toll toll) => claim.Figures.Any(figure => figure.Key.Equals(toll.Outcome.ToString(), StringComparison.OrdinalIgnoreCase) && figure.Value is { } expected && expected.Min == toll.Min);

    private static string Shown(Passage passage, Toll toll) => $"{passage.Text.Sentences[passage.Text.SentenceOf[toll.FigureFirst]].Span.Of(passage.Text.Original)} [{toll.Outcome} {toll.Min}]".Replace('\n', ' ');
}
