using System.Text.Json;
using BorderMap.Web.Pages;

namespace BorderMap.Web.Overviews;

/// <summary>Claims in words: who says what, never a figure without who gives it. Parts of a total, and what was replaced, are left out.</summary>
internal static class ClaimSentences
{
    private static readonly Pages.Words Words = new(PageText.English);

    /// <summary>"Pakistan military says 9 killed and 16 to 18 injured (combatants, Afghanistan); ...": empty where nothing is said.</summary>
    public static string Of(IReadOnlyList<JsonElement> claims) => string.Join("; ", claims
        .Where(claim => claim.Text("part") != "breakdown" && ClaimComparison.SuccessorOf(claim, claims) is null)
        .Select(Sentence).OfType<string>().Distinct());

    private static string? Sentence(JsonElement claim)
    {
        var who = Who(claim);
        var denies = claim.Text("stance") == "denies";
        if (claim.Text("about") is "occurrence" or "author" or "target")
        {
            var what = (claim.Text("about"), denies) switch
            {
                ("occurrence", true) => "denies that it happened",
                ("occurrence", false) => "says that it happened",
                ("author", true) => "denies being behind it",
                ("author", false) => "names who is behind it",
                (_, true) => "denies what was targeted",
                _ => "names what was targeted",
            };
            return $"{who} {what}";
        }
        var figures = Pages.Words.Measures.Select(measure => Words.Figure(claim.Object(measure)) is { } figure ? $"{figure} {(measure == "casualties" ? "killed or injured" : measure)}" : null).OfType<string>().ToList();
        return figures.Count == 0 ? null : $"{who} {(denies ? "denies" : "says")} {string.Join(" and ", figures)}{Group(claim)}{Period(claim)}";
    }

    private static string Who(JsonElement claim) =>
        (Pages.Words.ClaimantOf(claim) ?? "the source itself") + (claim.Text("speaker") is { } speaker ? $" ({speaker})" : "");

    private static string Group(JsonElement claim) => Words.Group(claim.Object("group")) is { } group ? $" ({group})" : "";

    private static string Period(JsonElement claim) => claim.Object("period") is { } period ? $" [{Words.Days(period.Text("start"), period.Text("end"))}]" : "";
}
