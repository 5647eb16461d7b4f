using BorderMap.Reports.Happenings;
using BorderMap.Reports.Tests.Scoring;

namespace BorderMap.Reports.Training;

/// <summary>Which kind of happening a sentence tells: the sentences of texts whose annotation says by which words each incident is told.</summary>
internal sealed class SentenceKinds(Extractor extractor)
{
    public IEnumerable<Instance> Of(Article article)
    {
        if (!article.Incidents.TrueForAll(incident => incident.Words is not null) || (article.Incidents.Count == 0 && article.NonIncidents.Count == 0))
        {
            yield break;
        }
        var passage = extractor.Passage(new Report(article.Text) { Published = article.Published });
        var byWords = new KindsByWords(passage);
        for (var number = 0; number < passage.Text.Sentences.Count; number++)
        {
            var span = passage.Text.Sentences[number].Span;
            var told = article.Incidents.FindAll(incident => Tellings.Spans(article, incident.Words!).Any(words => words.Overlaps(span)));
            var isBeside = told.Count == 0 && article.Incidents.Exists(incident => Tellings.WordsOf(incident).SelectMany(words => Tellings.Spans(article, words)).Any(words => words.Overlaps(span)));
            if (isBeside)
            {
                continue;
            }
            var label = told.Count == 0 ? 0 : NumberOf(told[0].Kinds[0]);
            var rule = passage.ActsIn(number).FirstOrDefault(act => act.Value.Form is not ActForm.Weak).Value?.Kind ?? "none";
            yield return new Instance(article.Name, label, Math.Max(0, NumberOf(rule)), byWords.FeaturesOf(number, isKept: true).Names, 1, span.Of(article.Text).Replace('\n', ' '));
        }
    }

    private static int NumberOf(string kind) => KindsByWords.Labels.ToList().IndexOf(kind switch { "mine_blast" or "suicide_attack" or "bombing" => "ied_attack", "rocket_attack" => "shelling", _ => kind });
}
