using BorderMap.Incidents;
using BorderMap.Reports.Happenings;
using BorderMap.Reports.Tests.Scoring;

namespace BorderMap.Reports.Training;

/// <summary>Where something happened: the happenings of texts whose annotation says by which words each incident is told.</summary>
internal sealed class PlaceChoices(Extractor extractor)
{
    /// <param name="article">The text.</param>
    /// <param name="weight">How much it counts.</param>
    public IEnumerable<ChoiceInstance> Of(Article article, double weight)
    {
        if (!article.Incidents.TrueForAll(incident => incident.Words is not null))
        {
            yield break;
        }
        var passage = extractor.Passage(new Report(article.Text) { Published = article.Published });
        var all = new Judged();
        Assembly.Of(passage, all);
        foreach (var (happening, told, candidates) in all.Places)
        {
            var sentences = happening.Mentions.Select(mention => passage.Text.Sentences[mention.Sentence].Span).ToList();
            var fitting = article.Incidents.FindAll(incident => incident.Places.Count > 0 && incident.Kinds.Any(kind => Kinds.FamilyOf(kind) == Kinds.FamilyOf(happening.Kind)) && Tellings.TimeFits(incident, happening.Time.Time)
                && Tellings.WordsOf(incident).SelectMany(words => Tellings.Spans(article, words)).Any(words => sentences.Exists(sentence => sentence.Overlaps(words))));
            if (fitting is not [var incident])
            {
                continue;
            }
            var shown = $"{string.Join('+', told.Select(scene => scene.Place?.Name))} {sentences[0].Of(article.Text)}".Replace('\n', ' ');
            bool IsRight(Located? located) => located is null ? told.Count > 0 && Tellings.Near(incident, told) : Tellings.Near(incident, [new Scene(located, default, "")]);
            if (ChoiceInstance.Of(article, weight, shown, candidates, IsRight) is { } choice)
            {
                yield return choice;
            }
        }
    }
}
