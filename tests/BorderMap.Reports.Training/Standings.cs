using BorderMap.Reports.Dates;
using BorderMap.Reports.Drafting;
using BorderMap.Reports.Happenings;
using BorderMap.Reports.Tests.Scoring;

namespace BorderMap.Reports.Training;

/// <summary>Whether a happening put together is one that the annotation has, one told again, or none.</summary>
internal sealed class Standings(Extractor extractor)
{
    private const int None = 0, Again = 1;

    public const int Own = 2;

    /// <summary>The drafts of a text; one that the annotation leaves to the reader has no weight.</summary>
    public IEnumerable<Instance> Of(Article article)
    {
        var passage = extractor.Passage(new Report(article.Text) { Published = article.Published });
        var assembly = Assembly.Of(passage);
        var features = assembly.StandingFeatures();
        var maker = new DraftMaker(passage);
        var drafts = assembly.Happenings.Select((happening, i) => (Happening: happening, Draft: maker.Of(happening, i + 1))).ToList();
        var matched = Matched(article, drafts);
        for (var i = 0; i < drafts.Count; i++)
        {
            var match = matched.GetValueOrDefault(i);
            var label = match is not null ? Own : article.Incidents.Exists(incident => Fits(incident, drafts[i])) ? Again : None;
            yield return new Instance(article.Name, label, Own, features[i], match is { IsOptional: true } ? 0 : 1, $"{drafts[i].Draft.Title}: {drafts[i].Draft.Evidence[0].Of(article.Text)}".Replace('\n', ' '));
        }
    }

    /// <summary>The incident that each draft is taken for: one each, by the words that tell it, then by its kind.</summary>
    private static Dictionary<int, ExpectedIncident> Matched(Article article, List<(Happening Happening, Draft Draft)> drafts)
    {
        var matched = new Dictionary<int, ExpectedIncident>();
        foreach (var incident in article.Incidents.OrderBy(incident => incident.IsOptional))
        {
            var spans = Tellings.WordsOf(incident).SelectMany(words => Tellings.Spans(article, words)).ToList();
            var fitting = Enumerable.Range(0, drafts.Count).Where(i => !matched.ContainsKey(i) && Fits(incident, drafts[i])).ToList();
            if (fitting.Count > 0)
            {
                matched[fitting.OrderBy(i => drafts[i].Draft.Evidence.Any(told => spans.Exists(span => span.Overlaps(told))) ? 0 : 1).ThenBy(i => incident.Kinds.Contains(drafts[i].Draft.Kind) ? 0 : 1).First()] = incident;
            }
        }
        return matched;
    }

    private static bool Fits(ExpectedIncident incident, (Happening Happening, Draft Draft) one)
    {
        var date = one.Draft.Date.Date;
        return Tellings.Fits(incident, one.Draft.Kind, one.Happening.Scenes, new TimeMention(-1, -1, date.Start, date.End, date.Precision, TimeUse.When, ""));
    }
}
