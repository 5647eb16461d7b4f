using BorderMap.Reports.Figures;
using BorderMap.Reports.Happenings;
using BorderMap.Reports.Tests.Scoring;

namespace BorderMap.Reports.Training;

/// <summary>What harm each counted group of people came to: the groups of the texts, held against the figures of the claims that stand in the same words.</summary>
internal sealed class GroupsHarmed(Extractor extractor)
{
    public IEnumerable<Instance> Of(Article article)
    {
        if (!article.Incidents.TrueForAll(incident => incident.Claims.TrueForAll(claim => claim.Words is not null)) || (article.Incidents.Count == 0 && article.NonIncidents.Count == 0))
        {
            yield break;
        }
        var passage = extractor.Passage(new Report(article.Text) { Published = article.Published });
        var byWords = new HarmByWords(passage);
        var claims = article.Incidents.SelectMany(incident => incident.Claims).Select(claim => (Claim: claim, Spans: Tellings.Spans(article, claim.Words!).ToList())).ToList();
        for (var number = 0; number < passage.Text.Sentences.Count; number++)
        {
            // Columns of a table say what each cell counts.
            foreach (var group in passage.RowOf(number) is null ? byWords.GroupsIn(number) : [])
            {
                var span = passage.SpanOf(group.First, group.Last);
                var tolls = passage.TollsIn(number);
                var rule = tolls.FirstOrDefault(toll => HarmByWords.IsIn(group, [toll]));
                if (LabelOf(group, claims.FindAll(claim => claim.Spans.Exists(words => words.Overlaps(span))).ConvertAll(claim => claim.Claim), rule) is { } label)
                {
                    yield return new Instance(article.Name, label, rule is null ? 0 : Math.Max(0, NumberOf(rule.Outcome.ToString())), byWords.FeaturesOf(number, group, isKept: true).Names, 1,
                        $"[{span.Of(article.Text)}] {passage.Text.Sentences[number].Span.Of(article.Text)}".Replace('\n', ' '));
                }
            }
        }
    }

    /// <summary>Null where nobody can say: a part of a figure, a figure that the annotation has no use for.</summary>
    private static int? LabelOf(PeopleGroup group, List<ExpectedClaim> claims, Toll? rule)
    {
        var harms = claims.SelectMany(claim => claim.Figures).Where(figure => figure.Value is { } value && value.Min == group.Min && value.Max == group.Max).Select(figure => figure.Key).Distinct().ToList();
        return harms is [var harm] ? NumberOf(harm) is >= 0 and var number ? number : null : claims.Count > 0 || rule is not null ? null : 0;
    }

    private static int NumberOf(string harm) => HarmByWords.Labels.ToList().IndexOf(harm.ToLowerInvariant());
}
