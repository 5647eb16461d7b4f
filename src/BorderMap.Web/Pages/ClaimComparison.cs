using System.Text.Json;

namespace BorderMap.Web.Pages;

/// <summary>What claims say of the same question: of whether it happened, or of one figure for one group.</summary>
/// <param name="Question">In words.</param>
/// <param name="Measure">The member that holds the figure; null: a question without one.</param>
/// <param name="Claims">All that speak of it.</param>
internal sealed record ClaimComparison(string Question, string? Measure, IReadOnlyList<JsonElement> Claims)
{
    private static readonly string[] Measures = ["killed", "injured", "missing", "captured", "casualties"];
    private static readonly string[] Order = ["occurrence", "author", "target", "toll", "objects"];

    /// <summary>A question each, those of fact first.</summary>
    public static IReadOnlyList<ClaimComparison> Of(IReadOnlyList<JsonElement> claims) =>
    [
        .. claims
            .SelectMany(claim => MeasuresOf(claim).Select(measure => (Claim: claim, Measure: measure, About: claim.Text("about") ?? "toll", Group: GroupOf(claim, measure))))
            .GroupBy(item => (item.About, item.Measure, item.Group))
            .OrderBy(group => Array.IndexOf(Order, group.Key.About))
            .Select(group => new ClaimComparison(QuestionOf(group.Key.About, group.Key.Measure, group.Key.Group), group.Key.Measure, [.. group.Select(item => item.Claim)])),
    ];

    public static string Claimant(JsonElement claim) => claim.Text("claimant_name") ?? claim.Text("claimant") ?? "The source in its own voice";

    /// <summary>The claim of the same incident that replaced it.</summary>
    public static JsonElement? SuccessorOf(JsonElement claim, IReadOnlyList<JsonElement> claims) =>
        claims.Where(other => claim.Text("id") is { } id && other.Text("supersedes") == id).Select(other => (JsonElement?)other).FirstOrDefault();

    /// <summary>Who speaks against a claim, by way, whatever the question: "denied by A; disputed by the figure of B, C". Empty: nobody.</summary>
    public static string Against(JsonElement claim, IReadOnlyList<ClaimComparison> comparisons, IReadOnlyList<JsonElement> all) => string.Join("; ", comparisons
        .Where(comparison => comparison.Claims.Any(one => one.Text("id") == claim.Text("id"))).SelectMany(comparison => comparison.Opponents(claim, all)).Distinct()
        .GroupBy(opponent => opponent.How).Select(group => $"{group.Key} {string.Join(", ", group.Select(opponent => opponent.Name))}"));

    public bool Contradicts(IReadOnlyList<JsonElement> all) => Claims.Any(claim => Opponents(claim, all).Any());

    /// <summary>Who denies it, asserts what it denies, or gives a figure for the same time and places that excludes its own; each claimant once.</summary>
    private IEnumerable<(string Name, string How)> Opponents(JsonElement claim, IReadOnlyList<JsonElement> all) => SuccessorOf(claim, all) is not null ? [] :
        Claims.Where(other => other.Text("id") != claim.Text("id") && SuccessorOf(other, all) is null)
            .Select(other => (Name: Claimant(other), How: HowAgainst(claim, other) ?? "")).Where(opponent => opponent.How.Length > 0).DistinctBy(opponent => opponent.Name);

    private string? HowAgainst(JsonElement claim, JsonElement other)
    {
        if (claim.Text("stance") != other.Text("stance"))
        {
            return other.Text("stance") == "denies" ? "denied by" : "asserted by";
        }
        return Claimant(claim) != Claimant(other) && IsFigure(claim) && IsFigure(other) && ScopeOf(claim) == ScopeOf(other) && AreApart(claim, other) ? "disputed by the figure of" : null;
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
        var given = Measures.Where(measure => claim.Object(measure) is not null).Cast<string?>().ToList();
        return given.Count > 0 ? given : [null];
    }

    private static string? GroupOf(JsonElement claim, string? measure) =>
        measure is null && claim.Text("about") != "toll" ? null : claim.Object("group")?.Text("label") ?? claim.Object("group")?.Text("words");

    private static string QuestionOf(string about, string? measure, string? group)
    {
        var what = measure switch
        {
            "casualties" => "Killed or injured",
            { } word => char.ToUpperInvariant(word[0]) + word[1..],
            null => about switch { "occurrence" => "Whether it happened", "author" => "Who did it", "target" => "What was hit", "objects" => "Material", _ => "Casualties" },
        };
        return group is null ? what : $"{what}: {group}";
    }
}
