using BorderMap.Incidents;
using BorderMap.PostGis;
using BorderMap.Web.Pages;

namespace BorderMap.Web.Embeds;

/// <summary>A state of the map in a sentence or two: how many, when, what is reported of the killed.</summary>
internal static class StateWords
{
    public static string Title(PageText text, FilterSummary summary, IncidentFilter filter) =>
        text.Say("card.title", ("count", text.Digits($"{summary.Incidents}")), ("period", Period(text, summary, filter)));

    public static string Description(PageText text, FilterSummary summary, IReadOnlyList<string> criteria)
    {
        string[] sentences =
        [
            Range(text, summary),
            .. criteria.Count == 0 ? [] : (string[])[text.Say("card.filter", ("criteria", string.Join("; ", criteria)))],
            text["footer.record"],
        ];
        return string.Join(' ', sentences);
    }

    /// <summary>The days asked for, else those of the incidents; never today.</summary>
    public static string Period(PageText text, FilterSummary summary, IncidentFilter filter)
    {
        var (from, to) = filter.Datetime is { } asked ? (asked.From, asked.To) : (summary.First, summary.Last);
        return new Pages.Words(text).Days(from?.ToString("yyyy-MM-dd"), to?.ToString("yyyy-MM-dd"));
    }

    /// <summary>"Killed, reported range: 9 to 58; no figure for 12 incidents."</summary>
    private static string Range(PageText text, FilterSummary summary)
    {
        var (low, high, isOpen, without) = summary.Killed;
        if (without == summary.Incidents)
        {
            return text["summary.nokilled"];
        }
        return text.Say("summary.killed", ("range", new Pages.Words(text).Sum(low, high, isOpen))) + (without == 0 ? "" : " " + text.Say("card.without", ("n", text.Digits($"{without}"))));
    }
}
