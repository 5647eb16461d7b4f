using System.Text.Json;

namespace BorderMap.Web.Pages;

/// <summary>What claims say of the same question: of whether it happened, or of one figure for one group.</summary>
/// <param name="Question">In words.</param>
/// <param name="Measure">The member that holds the figure; null: a question without one.</param>
/// <param name="Claims">All that speak of it.</param>
internal sealed record ClaimComparison(string Question, string? Measure, IReadOnlyList<JsonElement> Claims)
{
    private static readonly string[] Order = ["occurrence", "author", "target", "toll", "objects"];

    /// <summary>A question each, those of fact first.</summary>
    public static IReadOnlyList<ClaimComparison> Of(IReadOnlyList<JsonElement> claims, Words words) =>
    [
        .. claims
            .SelectMany(claim => MeasuresOf(claim).Select(measure => (Claim: claim, Measure: measure, About: claim.Text("about") ?? "toll", Group: GroupOf(claim, measure, words))))
            .GroupBy(item => (item.About, item.Measure, item.Group))
            .OrderBy(group => Array.IndexOf(Order, group.Key.About))
            .Select(group => new ClaimComparison(words.Question(group.Key.About, group.Key.Measure, group.Key.Group), group.Key.Measure, [.. group.Select(item => item.Claim)])),
    ];

    /// <summary>The claim of the same incident that replaced it.</summary>
    public static JsonElement? SuccessorOf(JsonElement claim, IReadOnlyList<JsonElement> claims) =>
        claims.Where(other => claim.Text("id") is { } id && other.Text("supersedes") == id).Select(other => (JsonElement?)other).FirstOrDefault();

    /// <summary>Who speaks against a claim, by way, whatever the question: "denied by A; disputed by the figure of B, C". Empty: nobody.</summary>
    public static string Against(JsonElement claim, IReadOnlyList<ClaimComparison> comparisons, IReadOnlyList<JsonElement> all, Words words) => words.Against(comparisons
        .Where(comparison => comparison.Claims.Any(one => one.Text("id") == claim.Text("id"))).SelectMany(comparison => comparison.Opponents(claim, all)).Distinct()
        .GroupBy(opponent => opponent.How, opponent => opponent.Name));

    public bool Contradicts(IReadOnlyList<JsonElement> all) => Claims.Any(claim => Opponents(claim, all).Any());

    /// <summary>Who denies it, asserts what it denies, or gives a figure for the same time and places that excludes its own; each claimant once, null: the source itself.</summary>
    private IEnumerable<(string? Name, string How)> Opponents(JsonElement claim, IReadOnlyList<JsonElement> all) => SuccessorOf(claim, all) is not null ? [] :
        Claims.Where(other => other.Text("id") != claim.Text("id") && SuccessorOf(other, all) is null)
            .Select(other => (Name: Words.ClaimantOf(other), How: HowAgainst(claim, other) ?? "")).Where(opponent => opponent.How.Length > 0).DistinctBy(opponent => opponent.Name);

    private string? HowAgainst(JsonElement claim, JsonElement other)
    {
        if (claim.Text("stance") != other.Text("stance"))
        {
            return other.Text("stance") == "denies" ? "denied" : "asserted";
        }
        return Words.ClaimantOf(claim) != Words.ClaimantOf(other) && IsFigure(claim) && IsFigure(other) && ScopeOf(claim) == ScopeOf(other) && AreApart(claim, other) ? "figure" : null;
    }

    private bool IsFigure(JsonElement claim) => Measure is not null && claim.Text("stance") != "denies" && claim.Text("part") != "breakdown" && claim.Object(Measure) is not null;

    private bool AreApart(JsonElement one, JsonElement other)
    {
        var (a, b) = (one.Object(Measure!), other.Object(Measure!));
        return (a?.Number("max") ?? int.MaxValue) < (b?.Number("min") ?? 0) || (b?.Number("max") ?? int.MaxValue) < (a?.Number("min") ?? 0);
    }

    // Totals of other nights or places say nothing against it.
    private static string ScopeOf(JsonElement claim) =>
        $"{claim.Object("period")?.Text("start")}/{claim.Object("period")?.Text("end")} {string.Join(' ', claim.List("places").Select(place => place.ToString()).Order(StringComparer.Ordinal))}";

    private static List<string?> MeasuresOf(JsonElement claim)
    {
        var given = Words.Measures.Where(measure => claim.Object(measure) is not null).Cast<string?>().ToList();
        return given.Count > 0 ? given : [null];
    }

    private static string? GroupOf(JsonElement claim, string? measure, Words words) =>
        measure is null && claim.Text("about") != "toll" ? null : words.Group(claim.Object("group"));
}
