using System.Globalization;
using System.Text.Json;
using BorderMap.Incidents;
using BorderMap.PostGis;
using BorderMap.Web.Http;
using BorderMap.Web.Pages;

namespace BorderMap.Web.Overviews;

/// <summary>
/// The rules by which an overview is worded. Incidents are counted once. Ranges of different incidents are added low to low and high to high and said to be so; estimates of datasets and totals claimed
/// for whole episodes stand apart and never enter; every number leads to its incidents.
/// </summary>
public sealed class OverviewText
{
    /// <summary>Incidents whose claims are told in a sentence: those with the highest figures.</summary>
    private const int Told = 8;

    private static readonly string[] Head = ["Date", "Place", "What", "Killed, as reported", "Injured, as reported", "Grade"];
    private static readonly Pages.Words Words = new(PageText.English);

    private readonly OverviewInput given;
    private readonly OverviewLinks links;

    private OverviewText(OverviewInput given) => (this.given, links) = (given, new(given.Filter, given.Pub, given.Site));

    public static Overview Of(OverviewInput given) => new OverviewText(given).Write();

    private Overview Write()
    {
        List<IReadOnlyList<Run>> paragraphs = [Opening()];
        if (given.Summary.Incidents > 0)
        {
            paragraphs.Add([.. Figures("killed", given.Summary.Killed), " ", .. Figures("injured", given.Summary.Injured)]);
            paragraphs.AddRange(((IReadOnlyList<Run>[])[Claims(), Estimates(), Episodes()]).Where(runs => runs.Count > 0));
        }
        return new(given.Pub, given.Summary.Incidents, paragraphs, Head, [.. given.Documents.Take(Limits.OverviewRows).Select(Row)], [.. Notes()]);
    }

    private List<Run> Opening()
    {
        var filter = given.Criteria.Count == 0 ? "" : $" with the filter {string.Join("; ", given.Criteria)}";
        var when = given.Filter.Datetime is { } asked ? DayWords.Span(asked.From, asked.To) : "";
        var count = given.Summary.Incidents;
        var start = when.Length == 0 ? "" : char.ToUpperInvariant(when[0]) + when[1..] + ", ";
        var number = count == 0 ? new Run($"{start}no incident is") : new Run($"{Number(count)} {(count == 1 ? "incident" : "incidents")}", links.All);
        var recorded = $"{(count == 0 ? "" : count == 1 ? " is" : " are")} recorded along the Durand Line{filter}.";
        if (count == 0)
        {
            return [number, recorded];
        }
        var dated = given.Filter.Datetime is null && DayWords.Span(given.Summary.First, given.Summary.Last) is { Length: > 0 } span ? $" {(count == 1 ? "It is" : "They are")} dated {span}." : "";
        return [start, number, recorded + dated, .. Undated(), " By kind: ", .. Listed(Kinds(), "."), " By how sure it is that they happened: ", .. Listed(Grades(), ".")];
    }

    // A day that nobody knows may lie in any time: that is said, so that no sentence puts it there.
    private IEnumerable<Run> Undated()
    {
        if (given.Summary.Undated == 0)
        {
            yield break;
        }
        yield return " The day of ";
        yield return new(Number(given.Summary.Undated), links.By("date_start IS NULL AND date_end IS NULL"));
        yield return given.Filter.Datetime is null ? " is not known." : " is not known and may lie in this time or outside it.";
    }

    private IEnumerable<Run[]> Kinds() => given.Tally.GroupBy(one => one.Kind).OrderByDescending(group => group.Sum(one => one.Incidents)).ThenBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => new Run[] { Words.Kind(group.Key).ToLowerInvariant() + " ", new(Number(group.Sum(one => one.Incidents)), links.OfKind(group.Key)) });

    private IEnumerable<Run[]> Grades() => given.Tally.GroupBy(one => one.Grade).OrderBy(group => group.Key)
        .Select(group => new Run[] { JsonText.Word(group.Key) + " ", new(Number(group.Sum(one => one.Incidents)), links.OfGrade(group.Key)) });

    private IEnumerable<Run> Figures(string measure, ReportedSum sum)
    {
        var with = given.Summary.Incidents - sum.Without;
        if (with == 0)
        {
            yield return $"Nobody gives a figure of the {measure}.";
            yield break;
        }
        yield return new(with == given.Summary.Incidents ? with == 1 ? "For it" : "For all of them" : $"For {Number(with)} of them", links.By($"{measure}_low IS NOT NULL"));
        yield return $" figures of the {measure} are claimed: {Range(sum)}{(with > 1 ? ", the lowest claim of each incident added to the lowest and the highest to the highest" : "")}";
        if (sum.Without == 0)
        {
            yield return ".";
            yield break;
        }
        yield return "; for ";
        yield return new(Number(sum.Without), links.By($"{measure}_low IS NULL"));
        yield return " nobody gives one.";
    }

    private List<Run> Claims()
    {
        var told = given.Documents.Select(document => (Document: document, Says: ClaimSentences.Of(document.List("claims")))).Where(one => one.Says.Length > 0)
            .OrderByDescending(one => Derived(one.Document, "killed_high") ?? Derived(one.Document, "killed_low") ?? -1).ThenBy(one => one.Document.Text("id"), StringComparer.Ordinal).ToList();
        if (told.Count == 0)
        {
            return [];
        }
        var runs = new List<Run> { "Who says what: " };
        foreach (var (document, says) in told.Take(Told))
        {
            runs.Add(new(Title(document), links.OfIncident(document.Text("id")!)));
            runs.Add($" ({Date(document)}): {says}. ");
        }
        if (told.Count > Told)
        {
            runs.Add(new($"{told.Count - Told} more", links.OfIncidents(told.Skip(Told).Select(one => one.Document.Text("id")!))));
            runs.Add(" have claims, which their pages show.");
        }
        return runs;
    }

    private List<Run> Estimates()
    {
        var datasets = given.Documents.SelectMany(document => document.List("estimates").Select(estimate => (Document: document, Estimate: estimate)))
            .GroupBy(one => $"{one.Estimate.Text("by")} {one.Estimate.Text("release")}".TrimEnd()).OrderBy(group => group.Key, StringComparer.Ordinal).ToList();
        if (datasets.Count == 0)
        {
            return [];
        }
        var runs = new List<Run> { "Estimates of datasets, which are no claims and not in these ranges: " };
        foreach (var dataset in datasets)
        {
            var ids = dataset.Select(one => one.Document.Text("id")!).Distinct().ToList();
            runs.Add($"{dataset.Key} for ");
            runs.Add(new(Number(ids.Count), links.OfIncidents(ids)));
            runs.Add($" of them, added: best {Sum("best")}, low {Sum("low")}, high {Sum("high")} killed. ");

            string Sum(string name) => dataset.All(one => one.Estimate.Number(name) is not null) ? Number(dataset.Sum(one => (long)one.Estimate.Number(name)!.Value)) : "not given for all";
        }
        return runs;
    }

    private List<Run> Episodes()
    {
        var told = given.Episodes.Select(episode => (Episode: episode, Says: ClaimSentences.Of(episode.List("claims")))).Where(one => one.Says.Length > 0).ToList();
        if (told.Count == 0)
        {
            return [];
        }
        var runs = new List<Run> { "Totals claimed for whole episodes overlap with these incidents and with one another; they are listed and not added: " };
        foreach (var (episode, says) in told)
        {
            runs.Add(new(Title(episode), links.OfEpisode(episode.Text("id")!)));
            runs.Add($" ({Words.Days(episode.Text("start"), episode.Text("end"))}): {says}. ");
        }
        return runs;
    }

    private IReadOnlyList<Run> Row(JsonElement document) =>
    [
        Date(document), Place(document), new(Title(document), links.OfIncident(document.Text("id")!)),
        document.Object("derived")?.Text("killed_range") ?? "no figure", document.Object("derived")?.Text("injured_range") ?? "no figure", document.Object("derived")?.Text("grade") ?? "",
    ];

    private IEnumerable<IReadOnlyList<Run>> Notes()
    {
        var more = given.Summary.Incidents - Math.Min(given.Documents.Count, Limits.OverviewRows);
        if (more > 0)
        {
            yield return [$"The table has the latest {Limits.OverviewRows}; ", new(Number(more) + " more", links.All), " are on the map."];
        }
        if (given.Summary.Incidents > given.Documents.Count)
        {
            yield return [$"Claims, estimates and totals of episodes are told of the latest {given.Documents.Count} incidents alone. A narrower filter tells of all."];
        }
        if (given.Filter is { Datetime: not null, TimeMatch: TimeMatch.Possible })
        {
            yield return ["An incident whose day is known only to a week, a month or a range of days is counted where it may lie in this time."];
        }
        yield return ["No record is not no event: what nobody reported, or no source here holds, is missing. ", new("Method and coverage", links.Method), "."];
        var accessed = given.Accessed is { } day ? $", accessed {DayWords.Of(day)}" : "";
        yield return [$"Source: BorderMap, CC BY 4.0, public sequence {given.Pub}{accessed}: ", new(links.All, links.All), ". Sources of the incidents keep their own rights."];
    }

    private static IEnumerable<Run> Listed(IEnumerable<Run[]> parts, string end) =>
        parts.SelectMany((part, at) => at == 0 ? part : [", ", .. part]).Append(end);

    private static string Range(ReportedSum sum) => $"{(sum.High == sum.Low ? Number(sum.Low) : $"{Number(sum.Low)} to {Number(sum.High)}")}{(sum.IsOpen ? " or more" : "")}";

    private static string Number(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    private static int? Derived(JsonElement document, string name) => document.Object("derived")?.Number(name);

    private static string Title(JsonElement document) => document.Text("title") ?? document.Text("id")!;

    private static string Date(JsonElement document) => Words.Date(document.Object("date"));

    private static string Place(JsonElement document) => document.List("places") is not [var place, ..] ? "no single place"
        : string.Join(", ", new[] { place.Text("name") ?? place.Text("words"), place.Text("district"), place.Text("province"), place.Text("country") }.OfType<string>().Distinct())
            + $" ({Words.Precision(place.Text("precision"), place.Number("radius_m"))})";
}
