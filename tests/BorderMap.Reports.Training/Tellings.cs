using System.Globalization;
using BorderMap.Gazetteer;
using BorderMap.Incidents;
using BorderMap.Reports.Dates;
using BorderMap.Reports.Happenings;
using BorderMap.Reports.Tests.Scoring;

namespace BorderMap.Reports.Training;

/// <summary>Whether a telling is of a happening at the border: the tellings of the texts, held against the incidents that are expected of them.</summary>
internal sealed class Tellings(Extractor extractor)
{
    private const double NearKm = 50;
    private const int OpenDays = 31;

    public IEnumerable<Instance> Of(Article article)
    {
        var passage = extractor.Passage(new Report(article.Text) { Published = article.Published });
        var text = passage.Text;
        var all = new List<JudgedTelling>();
        Assembly.Of(passage, all);
        foreach (var judged in all)
        {
            var span = text.SpanOf(judged.Mention.First, judged.Mention.Last);
            var sentence = text.Sentences[judged.Mention.Sentence].Span;
            if (LabelOf(article, judged, span, sentence) is { } label)
            {
                yield return new Instance(article.Name, label ? 1 : 0, judged.IsTaken ? 1 : 0, judged.Features, 1, $"{judged.Features[1]} {judged.Mention.Kind} [{span.Of(article.Text)}] {sentence.Of(article.Text)}".Replace('\n', ' '));
            }
        }
    }

    private static bool? LabelOf(Article article, JudgedTelling judged, TextSpan span, TextSpan sentence)
    {
        if (article.NonIncidents.Exists(words => Spans(article, words).Any(other => other.Start <= span.Start && span.End <= other.End)))
        {
            return false;
        }
        var told = article.Incidents.FindAll(incident => WordsOf(incident).SelectMany(words => Spans(article, words)).Any(other => other.Overlaps(sentence)));
        var fitting = article.Incidents.FindAll(incident => incident.Kinds.Any(kind => Kinds.FamilyOf(kind) == Kinds.FamilyOf(judged.Mention.Kind)) && (told.Contains(incident) || (Near(incident, judged.Places) && TimeFits(incident, judged.Mention.Time))));
        if (fitting.Count > 0)
        {
            return fitting.TrueForAll(incident => incident.IsOptional) ? null : true;
        }
        // The sentence tells of an incident of another family: whether that is a wrong kind or a second deed, nobody wrote down.
        return told.Exists(incident => !incident.IsOptional) ? null : false;
    }

    public static IEnumerable<string> WordsOf(ExpectedIncident incident) => incident.Claims.Select(claim => claim.Words).Prepend(incident.Words).OfType<string>();

    public static IEnumerable<TextSpan> Spans(Article article, string words)
    {
        for (var at = article.Text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = article.Text.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            yield return new TextSpan(at, at + words.Length);
        }
    }

    private static bool Near(ExpectedIncident incident, IReadOnlyList<Scene> places) => incident.Places.Count == 0 || places.Count == 0
        || incident.Places.Select(PointOf).Any(point => point is null || places.Any(scene => scene.Place is { } place && place.Point.KmTo(point.Value) <= NearKm));

    /// <summary>Same family, near, and of the same days.</summary>
    public static bool Fits(ExpectedIncident incident, string kind, IReadOnlyList<Scene> places, TimeMention? time) => incident.Kinds.Any(expected => Kinds.FamilyOf(expected) == Kinds.FamilyOf(kind)) && Near(incident, places) && TimeFits(incident, time);

    private static GeoPoint? PointOf(string name)
    {
        var position = name[(name.IndexOf('@', StringComparison.Ordinal) + 1)..].Split(',');
        return name.Contains('@', StringComparison.Ordinal) ? new GeoPoint(double.Parse(position[1], CultureInfo.InvariantCulture), double.Parse(position[0], CultureInfo.InvariantCulture)) : null;
    }

    private static bool TimeFits(ExpectedIncident incident, TimeMention? time)
    {
        var (from, to) = (incident.Start ?? incident.End?.AddDays(-OpenDays), incident.End ?? incident.Start);
        var (start, end) = (time?.Start ?? time?.End, time?.End ?? time?.Start);
        return from is null || to is null || start is null || end is null || Math.Max(start.Value.DayNumber - to.Value.DayNumber, from.Value.DayNumber - end.Value.DayNumber) <= 1;
    }
}
