using BorderMap.Gazetteer;
using BorderMap.Reports.Drafting;
using BorderMap.Reports.Happenings;
using BorderMap.Reports.Learnt;
using BorderMap.Reports.Reading;
using BorderMap.Reports.Toponyms;

namespace BorderMap.Reports;

/// <summary>
/// From a report to drafts. Deterministic: the same text, day and gazetteer give the same drafts. Never throws on odd text: it gives fewer
/// drafts, and says why. Thread-safe.
/// </summary>
public sealed class Extractor
{
    private readonly Atlas atlas;
    private readonly IReadOnlyList<Place> crossings;
    private readonly KnownNames names;

    private readonly Models models;

    public Extractor(Atlas atlas)
        : this(atlas, Models.Embedded)
    {
    }

    internal Extractor(Atlas atlas, Models models)
    {
        ArgumentNullException.ThrowIfNull(atlas);
        (this.atlas, this.models) = (atlas, models);
        names = new KnownNames(atlas.Resolver);
        crossings = [.. atlas.Places.All.Where(place => place.Kind is PlaceKind.Crossing)];
    }

    /// <summary>All that a report tells.</summary>
    public Extraction Extract(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return Extract(report, ReportText.Read(report.Text));
    }

    internal Extraction Extract(Report report, ReportText text)
    {
        var (published, from, span) = Published(report, text);
        var language = Languages.Of(text);
        var toponyms = Toponyms(text);
        var empty = new Extraction
        {
            Text = report.Text,
            Publisher = report.Publisher,
            Url = report.Url,
            Published = published,
            PublishedFrom = from,
            PublishedSpan = span,
            Origin = WireOrigin.Of(text),
            Language = language,
            Sentences = [.. text.Sentences.Select(sentence => sentence.Span).OrderBy(span => span.Start)],
            Toponyms = toponyms,
            Ignored = [.. text.Blocks.Where(block => block.Kind is BlockKind.Boilerplate).OrderBy(block => block.Span.Start).Select(block => new IgnoredPart(block.Span, block.Why!))],
        };
        var warned = empty with { Warnings = [.. Warnings.Of(empty, report)] };
        return language is Languages.English ? WithDrafts(warned, text) : warned;
    }

    private static (DateOnly?, PublishedFrom, TextSpan?) Published(Report report, ReportText text) => report.Published is { } given ? (given, PublishedFrom.Given, null)
        : PublishedDay.Find(text) is { } found ? (found.Day, PublishedFrom.Text, found.Span) : (null, PublishedFrom.Unknown, null);

    private List<FoundToponym> Toponyms(ReportText text)
    {
        var mentions = Mentions.Find(text, atlas.Texts);
        var named = Usages.Of(text, mentions, Resolving.Of(text, atlas, names, mentions));
        return [.. named.Concat(Positions.Find(text, atlas)).OrderBy(toponym => toponym.Span.Start)];
    }

    /// <summary>A report as the rules read it, for learning weights.</summary>
    internal Passage Passage(Report report)
    {
        var text = ReportText.Read(report.Text);
        return PassageOf(Extract(report, text), text);
    }

    private Passage PassageOf(Extraction extraction, ReportText text) => new(text, extraction.Toponyms, extraction.Published, atlas, crossings, models);

    private Extraction WithDrafts(Extraction extraction, ReportText text)
    {
        var passage = PassageOf(extraction, text);
        var assembly = Assembly.Of(passage);
        var drafts = new DraftMaker(passage);
        return extraction with
        {
            Drafts = [.. assembly.Happenings.Select((happening, i) => drafts.Of(happening, i + 1))],
            Totals = new TotalMaker(passage).Of([.. assembly.Totals.Select(total => (total.Toll, total.Speech))]),
            LeftOut = [.. assembly.LeftOut.DistinctBy(left => left.Span).OrderBy(left => left.Span.Start)],
        };
    }
}
